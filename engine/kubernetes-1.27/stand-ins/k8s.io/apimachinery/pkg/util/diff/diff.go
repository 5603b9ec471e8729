// Package diff stands in for the printer of differences; see the stand-in of go-cmp.
package diff

import "github.com/google/go-cmp/cmp"

// Diff prints both values.
func Diff(a, b interface{}) string { return cmp.Diff(a, b) }

// ObjectReflectDiff prints both values.
func ObjectReflectDiff(a, b interface{}) string { return cmp.Diff(a, b) }

// ObjectDiff prints both values.
func ObjectDiff(a, b interface{}) string { return cmp.Diff(a, b) }
