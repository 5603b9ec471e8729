// Package judge answers what a Kubernetes API server would say to an object, with the server's own code: it strings
// together strict decoding, defaulting, admission and the registry strategies in the server's order.
//
// It is compiled once for each minor of Kubernetes; what differs between minors is in the folders `kubernetes-1.xx`.
package judge
