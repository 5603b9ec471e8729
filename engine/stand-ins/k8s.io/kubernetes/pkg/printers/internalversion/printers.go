// Package internalversion stands in for the columns of `kubectl get`.
package internalversion

// AddHandlers adds nothing.
func AddHandlers(interface{}) {}
