// Package util stands in for the checks of addresses that the API server proxies to: it proxies nothing here.
package util

import (
	"context"
	"errors"
	"net"
)

var errNoProxy = errors.New("no proxying")

// Resolver looks up names.
type Resolver interface {
	LookupIPAddr(ctx context.Context, host string) ([]net.IPAddr, error)
}

// IsProxyableIP refuses every address.
func IsProxyableIP(string) error { return errNoProxy }

// IsProxyableHostname refuses every name.
func IsProxyableHostname(context.Context, Resolver, string) error { return errNoProxy }
