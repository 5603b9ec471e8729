// Package matchconditions stands in for the conditions of webhooks.
package matchconditions

// MatchCondition is a condition.
type MatchCondition struct{ Name, Expression string }

// GetExpression is the expression.
func (c *MatchCondition) GetExpression() string { return c.Expression }
