// Package jsonpath stands in for the paths of admission policies, which are not judged here.
package jsonpath

// JSONPath is a path.
type JSONPath struct{}

// New makes a path.
func New(string) *JSONPath { return &JSONPath{} }

// Parse accepts everything.
func (*JSONPath) Parse(string) error { return nil }
