// Package endpointslicemirroring stands in for the name that the controller of mirrored EndpointSlices goes by.
package endpointslicemirroring

// ControllerName is the name of the controller.
const ControllerName = "endpointslicemirroring-controller.k8s.io"
