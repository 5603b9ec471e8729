// Package feature stands in for the metric that tells which feature gates are on.
package feature

import "context"

// RecordFeatureInfo records nothing.
func RecordFeatureInfo(context.Context, string, string, bool) {}
