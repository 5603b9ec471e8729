// Package environment stands in for the environments of CEL.
package environment

// Type is the kind of an environment.
type Type string

// The kinds there are.
const (
	NewExpressions    Type = "NewExpressions"
	StoredExpressions Type = "StoredExpressions"
)

// EnvSet is an environment.
type EnvSet struct{}

// DefaultCompatibilityVersion is no version.
func DefaultCompatibilityVersion() struct{} { return struct{}{} }

// MustBaseEnvSet is an environment.
func MustBaseEnvSet(struct{}) *EnvSet { return nil }
