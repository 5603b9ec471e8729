// Package environment stands in for the environments of CEL.
package environment

import (
	"github.com/google/cel-go/cel"
	"k8s.io/apimachinery/pkg/util/version"
	baseversion "k8s.io/component-base/version"
)

// Type is the kind of an environment.
type Type string

// The kinds there are.
const (
	NewExpressions    Type = "NewExpressions"
	StoredExpressions Type = "StoredExpressions"
)

// EnvSet is an environment.
type EnvSet struct{}

// NewExpressionsEnv is none.
func (*EnvSet) NewExpressionsEnv() *cel.Env { return nil }

// StoredExpressionsEnv is none.
func (*EnvSet) StoredExpressionsEnv() *cel.Env { return nil }

// DefaultCompatibilityVersion is the minor before this one: what it does not know must not be stored, so that it could be gone back to.
func DefaultCompatibilityVersion() *version.Version {
	return version.MustParse(baseversion.DefaultKubeBinaryVersion).SubtractMinor(1)
}

// MustBaseEnvSet is an environment.
func MustBaseEnvSet(*version.Version) *EnvSet { return nil }
