// Package cel stands in for the rules of custom resources. It accepts every rule and remembers that it was asked: a definition
// with rules is not judged.
package cel

import (
	"context"

	"k8s.io/apiextensions-apiserver/pkg/apiserver/schema"
	"k8s.io/apimachinery/pkg/util/validation/field"
	admission "k8s.io/apiserver/pkg/admission/plugin/cel"
	"k8s.io/apiserver/pkg/cel"
)

// CompilationResult is the result for one rule.
type CompilationResult struct {
	Error, MessageExpressionError *cel.Error
	MessageExpression             interface{}
	MessageExpressionMaxCost      uint64
	MaxCost, MaxCardinality       uint64
	UsesOldSelf                   bool
	TransitionRule                bool
}

// Compile compiles nothing.
func Compile(*schema.Structural, *cel.DeclType, uint64, ...interface{}) ([]CompilationResult, error) {
	admission.Asked++
	return nil, nil
}

// Validator evaluates rules.
type Validator struct{}

// NewValidator makes none: default values are not held against rules.
func NewValidator(*schema.Structural, bool, uint64) *Validator { return nil }

// Validate evaluates nothing.
func (*Validator) Validate(_ context.Context, _ *field.Path, _ *schema.Structural, _, _ interface{}, budget int64) (field.ErrorList, int64) {
	return nil, budget
}

// MapIsCorrelatable tells whether the entries of a map can be found again in its old state.
func MapIsCorrelatable(mapType *string) bool {
	return mapType == nil || *mapType == "granular" || *mapType == "atomic"
}
