// Package common stands in for the comparison with old custom resources.
package common

// CorrelatedObject is an object with its old state.
type CorrelatedObject struct{}
