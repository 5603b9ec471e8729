// Package endpoint stands in for the names that the controller of Endpoints goes by.
package endpoint

// The label of objects that the controller made, and its value.
const (
	LabelManagedBy = "endpoints.kubernetes.io/managed-by"
	ControllerName = "endpoint-controller"
)
