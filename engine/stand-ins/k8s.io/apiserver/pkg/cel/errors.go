// Package cel stands in for the errors of CEL expressions: expressions are not compiled here.
package cel

// ErrorType is the kind of an error.
type ErrorType string

// The kinds there are.
const (
	ErrorTypeRequired ErrorType = "RuleRequired"
	ErrorTypeInvalid  ErrorType = "RuleInvalid"
	ErrorTypeInternal ErrorType = "InternalError"
)

// Error is an error.
type Error struct {
	Type   ErrorType
	Detail string
}

func (e *Error) Error() string { return e.Detail }
