// Package validatingadmissionpolicy stands in for the expressions of admission policies.
package validatingadmissionpolicy

// ValidationCondition is a rule.
type ValidationCondition struct{ Expression string }

// GetExpression is the expression.
func (c *ValidationCondition) GetExpression() string { return c.Expression }

// MessageExpressionCondition makes a message.
type MessageExpressionCondition struct{ MessageExpression string }

// GetExpression is the expression.
func (c *MessageExpressionCondition) GetExpression() string { return c.MessageExpression }

// AuditAnnotationCondition makes an annotation.
type AuditAnnotationCondition struct{ Key, ValueExpression string }

// GetExpression is the expression.
func (c *AuditAnnotationCondition) GetExpression() string { return c.ValueExpression }

// Variable is a variable.
type Variable struct{ Name, Expression string }

// GetExpression is the expression.
func (c *Variable) GetExpression() string { return c.Expression }
