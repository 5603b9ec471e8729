// Package cmp stands in for the printer of differences; see the stand-in of `k8s.io/apimachinery/pkg/util/diff`.
package cmp

import "k8s.io/apimachinery/pkg/util/diff"

// Option is ignored.
type Option interface{}

// Diff prints what differs.
func Diff(a, b interface{}, _ ...Option) string { return diff.Diff(a, b) }

// Equal tells whether nothing differs.
func Equal(a, b interface{}, _ ...Option) bool { return Diff(a, b) == "" }
