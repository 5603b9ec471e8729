// Package metrics stands in for the counters of Pod Security admission.
package metrics

import "k8s.io/pod-security-admission/api"

// Decision is what was decided.
type Decision string

// Mode is for what.
type Mode string

// The words that are recorded.
const (
	ModeAudit     Mode     = "audit"
	ModeEnforce   Mode     = "enforce"
	ModeWarn      Mode     = "warn"
	DecisionAllow Decision = "allow"
	DecisionDeny  Decision = "deny"
)

// Recorder records.
type Recorder interface {
	RecordEvaluation(Decision, api.LevelVersion, Mode, api.Attributes)
	RecordExemption(api.Attributes)
	RecordError(fatal bool, attrs api.Attributes)
}
