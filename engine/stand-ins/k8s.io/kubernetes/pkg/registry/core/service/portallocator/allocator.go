package portallocator

import (
	"errors"
	"fmt"
)

// Interface hands out node ports.
type Interface interface {
	Allocate(int) error
	AllocateNext() (int, error)
	Release(int) error
	ForEach(func(int))
	Has(int) bool
	Destroy()
	EnableMetrics()
}

// ErrAllocated tells that a port is taken.
var ErrAllocated = errors.New("provided port is already allocated")

// ErrNotInRange tells that a port is none of the node ports.
type ErrNotInRange struct{ ValidPorts string }

func (e *ErrNotInRange) Error() string {
	return fmt.Sprintf("provided port is not in the valid range. The range of valid ports is %s", e.ValidPorts)
}
