// Package cel stands in for the language of CEL: nothing is compiled here.
package cel

// Env is an environment.
type Env struct{}
