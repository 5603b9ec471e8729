// Package printers stands in for the tables of `kubectl get`: nothing is printed here.
package printers

// TableGenerator generates nothing.
type TableGenerator struct{}

// NewTableGenerator makes one.
func NewTableGenerator() *TableGenerator { return &TableGenerator{} }

// With adds nothing.
func (g *TableGenerator) With(...func(interface{})) *TableGenerator { return g }
