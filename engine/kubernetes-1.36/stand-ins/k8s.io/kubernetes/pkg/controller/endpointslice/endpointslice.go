// Package endpointslice stands in for the name that the controller of EndpointSlices goes by.
package endpointslice

// ControllerName is the name of the controller.
const ControllerName = "endpointslice-controller.k8s.io"
