// Package legacyregistry stands in for the registry of metrics.
package legacyregistry

import "k8s.io/component-base/metrics"

// MustRegister registers nothing.
func MustRegister(...metrics.Registerable) {}

// RawMustRegister registers nothing.
func RawMustRegister(...metrics.Registerable) {}
