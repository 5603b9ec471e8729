// Package patch stands in for the expressions of mutating policies.
package patch

// ApplyConfigurationCondition makes a configuration to apply.
type ApplyConfigurationCondition struct{ Expression string }

// GetExpression is the expression.
func (c *ApplyConfigurationCondition) GetExpression() string { return c.Expression }

// JSONPatchCondition makes a patch.
type JSONPatchCondition struct{ Expression string }

// GetExpression is the expression.
func (c *JSONPatchCondition) GetExpression() string { return c.Expression }
