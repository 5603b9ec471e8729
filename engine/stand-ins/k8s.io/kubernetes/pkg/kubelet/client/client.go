// Package client stands in for the kubelet's client, which the Pod strategy needs for logs and port forwarding only.
package client

import (
	"context"
	"net/http"

	"k8s.io/apimachinery/pkg/types"
)

// ConnectionInfo tells how to reach a kubelet.
type ConnectionInfo struct {
	Scheme, Hostname, Port                    string
	Transport, InsecureSkipTLSVerifyTransport http.RoundTripper
}

// ConnectionInfoGetter finds the kubelet of a node. Nothing here implements it.
type ConnectionInfoGetter interface {
	GetConnectionInfo(ctx context.Context, nodeName types.NodeName) (*ConnectionInfo, error)
}
