package ipallocator

import (
	"net"

	api "k8s.io/kubernetes/pkg/apis/core"
)

// Allocator stands in for the allocator that keeps addresses as objects; it is never made.
type Allocator struct{ Interface }

// MetaAllocator is the same in newer versions.
type MetaAllocator = Allocator

// AllocateService takes an address.
func (a *Allocator) AllocateService(_ *api.Service, ip net.IP) error { return a.Allocate(ip) }

// AllocateNextService takes the next address.
func (a *Allocator) AllocateNextService(*api.Service) (net.IP, error) { return a.AllocateNext() }
