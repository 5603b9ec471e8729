// Package cmp stands in for the printer of differences. The real one calls methods by name, and that alone would keep every
// method of every API type in the module.
package cmp

import (
	"encoding/json"
	"fmt"
)

// Option is ignored.
type Option interface{}

// Diff prints both values.
func Diff(a, b interface{}, _ ...Option) string {
	before, _ := json.Marshal(a)
	after, _ := json.Marshal(b)
	if string(before) == string(after) {
		return ""
	}
	return fmt.Sprintf("- %s\n+ %s\n", before, after)
}

// Equal compares as JSON.
func Equal(a, b interface{}, _ ...Option) bool { return Diff(a, b) == "" }
