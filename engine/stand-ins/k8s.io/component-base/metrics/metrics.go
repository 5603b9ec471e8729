// Package metrics stands in for the server's counters: nothing is counted here.
package metrics

import (
	"context"
	"time"
)

// StabilityLevel tells how stable a metric is.
type StabilityLevel string

// The levels there are.
const (
	INTERNAL StabilityLevel = "INTERNAL"
	ALPHA    StabilityLevel = "ALPHA"
	BETA     StabilityLevel = "BETA"
	STABLE   StabilityLevel = "STABLE"
)

// KubeOpts describes a metric.
type KubeOpts struct {
	Namespace, Subsystem, Name, Help, DeprecatedVersion string
	ConstLabels                                         map[string]string
	StabilityLevel                                      StabilityLevel
	LabelValueAllowLists                                interface{}
	Buckets                                             []float64
	Objectives                                          map[float64]float64
	MaxAge                                              time.Duration
}

// CounterOpts describes a counter.
type CounterOpts = KubeOpts

// GaugeOpts describes a gauge.
type GaugeOpts = KubeOpts

// HistogramOpts describes a histogram.
type HistogramOpts = KubeOpts

// Registerable is any metric.
type Registerable interface{}

// Metric is any one value.
type Metric interface{}

// CounterMetric counts.
type CounterMetric interface {
	Inc()
	Add(float64)
}

// GaugeMetric measures.
type GaugeMetric interface {
	CounterMetric
	Set(float64)
}

// ObserverMetric observes.
type ObserverMetric interface{ Observe(float64) }

type nothing struct{}

func (nothing) Inc()            {}
func (nothing) Add(float64)     {}
func (nothing) Set(float64)     {}
func (nothing) Observe(float64) {}

// Counter counts nothing.
type Counter struct{ nothing }

// Reset does nothing.
func (c *Counter) Reset() {}

// Gauge measures nothing.
type Gauge struct{ nothing }

// Histogram observes nothing.
type Histogram struct{ nothing }

// CounterVec counts nothing.
type CounterVec struct{}

// GaugeVec measures nothing.
type GaugeVec struct{}

// HistogramVec observes nothing.
type HistogramVec struct{}

// NewCounter makes a counter.
func NewCounter(*CounterOpts) *Counter { return &Counter{} }

// NewGauge makes a gauge.
func NewGauge(*GaugeOpts) *Gauge { return &Gauge{} }

// NewHistogram makes a histogram.
func NewHistogram(*HistogramOpts) *Histogram { return &Histogram{} }

// NewCounterVec makes counters.
func NewCounterVec(*CounterOpts, []string) *CounterVec { return &CounterVec{} }

// NewGaugeVec makes gauges.
func NewGaugeVec(*GaugeOpts, []string) *GaugeVec { return &GaugeVec{} }

// NewHistogramVec makes histograms.
func NewHistogramVec(*HistogramOpts, []string) *HistogramVec { return &HistogramVec{} }

// WithContext is the counter itself.
func (c *Counter) WithContext(context.Context) CounterMetric { return c }

// WithContext are the counters themselves.
func (v *CounterVec) WithContext(context.Context) *CounterVec { return v }

// WithContext are the histograms themselves.
func (v *HistogramVec) WithContext(context.Context) *HistogramVec { return v }

// WithLabelValues is one counter.
func (v *CounterVec) WithLabelValues(...string) CounterMetric { return nothing{} }

// With is one counter.
func (v *CounterVec) With(map[string]string) CounterMetric { return nothing{} }

// Reset does nothing.
func (v *CounterVec) Reset() {}

// WithLabelValues is one gauge.
func (v *GaugeVec) WithLabelValues(...string) GaugeMetric { return nothing{} }

// Reset does nothing.
func (v *GaugeVec) Reset() {}

// WithLabelValues is one histogram.
func (v *HistogramVec) WithLabelValues(...string) ObserverMetric { return nothing{} }

// ExponentialBuckets makes no buckets.
func ExponentialBuckets(float64, float64, int) []float64 { return nil }

// KubeRegistry is a registry.
type KubeRegistry interface{ MustRegister(...Registerable) }
