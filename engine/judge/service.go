package judge

import (
	"context"
	"errors"
	"fmt"
	"net"

	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/runtime"
	utilnet "k8s.io/apimachinery/pkg/util/net"
	"k8s.io/apiserver/pkg/registry/rest"
	"k8s.io/kubernetes/pkg/apis/core"
	"k8s.io/kubernetes/pkg/registry/core/service/ipallocator"
	"k8s.io/kubernetes/pkg/registry/core/service/portallocator"
	"k8s.io/kubernetes/pkg/registry/core/service/storage"
	netutils "k8s.io/utils/net"
)

const defaultNodePorts = "30000-32767"

// serviceStorage is the server's own storage of Services, with allocators that know no other Service.
func (r *review) serviceStorage(service *core.Service) (*storage.REST, error) {
	nodePorts := r.request.Cluster.NodePorts
	if nodePorts == "" {
		nodePorts = defaultNodePorts
	}
	ports, err := utilnet.ParsePortRange(nodePorts)
	if err != nil {
		return nil, badRequest("the range of node ports is not readable: " + err.Error())
	}
	families := r.request.Cluster.IPFamilies
	if len(families) == 0 {
		families = []string{"IPv4", "IPv6"}
	}
	addresses := map[core.IPFamily]ipallocator.Interface{}
	for _, family := range families {
		allocator := &addressAllocator{family: core.IPFamily(family)}
		for _, text := range r.request.Cluster.ServiceRanges {
			if _, network, err := net.ParseCIDR(text); err == nil && netutils.IsIPv6CIDR(network) == (family == "IPv6") {
				allocator.network = network
			}
		}
		addresses[allocator.family] = allocator
	}
	wanted := map[int]bool{}
	for _, port := range service.Spec.Ports {
		wanted[int(port.NodePort)] = true
	}
	wanted[int(service.Spec.HealthCheckNodePort)] = true
	store, _, _, err := storage.NewREST(nil, core.IPFamily(families[0]), addresses, &portAllocator{ports: *ports, wanted: wanted, taken: map[int]bool{}}, nothingStored{}, nothingStored{}, nil)
	return store, err
}

func (r *review) beginServiceCreate(service *core.Service) error {
	store, err := r.serviceStorage(service)
	if err != nil {
		return err
	}
	options := &metav1.CreateOptions{}
	if r.request.DryRun {
		options.DryRun = []string{metav1.DryRunAll}
	}
	_, err = store.Store.BeginCreate(r.ctx, service, options)
	return err
}

func (r *review) beginServiceUpdate(service, old *core.Service) error {
	store, err := r.serviceStorage(service)
	if err != nil {
		return err
	}
	options := &metav1.UpdateOptions{}
	if r.request.DryRun {
		options.DryRun = []string{metav1.DryRunAll}
	}
	_, err = store.Store.BeginUpdate(r.ctx, service, old, options)
	return err
}

type addressAllocator struct {
	family  core.IPFamily
	network *net.IPNet
}

func (a *addressAllocator) Allocate(ip net.IP) error {
	if a.network != nil && !a.network.Contains(ip) {
		return &ipallocator.ErrNotInRange{IP: ip, ValidRange: a.network.String()}
	}
	return nil
}

// AllocateNext gives an address that nobody uses: it is never shown, it only has to be one.
func (a *addressAllocator) AllocateNext() (net.IP, error) {
	if a.network != nil {
		ip := append(net.IP{}, a.network.IP...)
		ip[len(ip)-1] |= 1
		return ip, nil
	}
	if a.family == core.IPv6Protocol {
		return net.ParseIP("2001:db8::1"), nil
	}
	return net.ParseIP("10.0.0.1"), nil
}

func (a *addressAllocator) Release(net.IP) error { return nil }
func (a *addressAllocator) ForEach(func(net.IP)) {}
func (a *addressAllocator) CIDR() net.IPNet {
	if a.network != nil {
		return *a.network
	}
	return net.IPNet{}
}
func (a *addressAllocator) IPFamily() core.IPFamily       { return a.family }
func (a *addressAllocator) Has(net.IP) bool               { return false }
func (a *addressAllocator) Destroy()                      {}
func (a *addressAllocator) EnableMetrics()                {}
func (a *addressAllocator) DryRun() ipallocator.Interface { return a }

type portAllocator struct {
	ports  utilnet.PortRange
	wanted map[int]bool
	taken  map[int]bool
}

func (p *portAllocator) Allocate(port int) error {
	if !p.ports.Contains(port) {
		return &portallocator.ErrNotInRange{ValidPorts: p.ports.String()}
	}
	if p.taken[port] {
		return portallocator.ErrAllocated
	}
	p.taken[port] = true
	return nil
}

// AllocateNext gives the highest port that is free and that the Service does not ask for itself.
func (p *portAllocator) AllocateNext() (int, error) {
	for port := p.ports.Base + p.ports.Size - 1; port >= p.ports.Base; port-- {
		if !p.taken[port] && !p.wanted[port] {
			p.taken[port] = true
			return port, nil
		}
	}
	return 0, fmt.Errorf("range is full")
}

func (p *portAllocator) Release(port int) error { delete(p.taken, port); return nil }
func (p *portAllocator) ForEach(func(int))      {}
func (p *portAllocator) Has(port int) bool      { return p.taken[port] }
func (p *portAllocator) Destroy()               {}
func (p *portAllocator) EnableMetrics()         {}

// nothingStored stands in for the Endpoints and Pods that a deleted Service takes along.
type nothingStored struct{}

func (nothingStored) Get(context.Context, string, *metav1.GetOptions) (runtime.Object, error) {
	return nil, errors.New("nothing is stored")
}

func (nothingStored) Delete(context.Context, string, rest.ValidateObjectFunc, *metav1.DeleteOptions) (runtime.Object, bool, error) {
	return nil, false, errors.New("nothing is stored")
}
