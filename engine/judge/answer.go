package judge

import (
	"encoding/json"
	"sort"
)

// Request is what is asked. The object itself comes beside it, as it was written.
type Request struct {
	// Operation is `create` or `update`.
	Operation string `json:"operation"`
	// Namespace is given to objects that name none.
	Namespace string `json:"namespace,omitempty"`
	// RequestNamespace is the namespace of the request's URL; the object's own where it is empty.
	RequestNamespace string `json:"requestNamespace,omitempty"`
	// PodSecurity are the labels of the namespace, without their prefix: `enforce`, `enforce-version`, `warn`...
	PodSecurity map[string]string `json:"podSecurity,omitempty"`
	// Cluster is what is known about the cluster.
	Cluster Cluster `json:"cluster,omitempty"`
	// DryRun answers as the server answers a dry run, which allocates nothing.
	DryRun bool `json:"dryRun,omitempty"`
	// Defaulted asks for the object as the server would store it.
	Defaulted bool `json:"defaulted,omitempty"`
	// Advice asks for more than the server says.
	Advice bool `json:"advice,omitempty"`
}

// Cluster is what is known about the cluster. What is not known is not judged.
type Cluster struct {
	// IPFamilies are the families of Services, the primary one first; both where it is empty.
	IPFamilies []string `json:"ipFamilies,omitempty"`
	// ServiceRanges are the ranges of cluster IPs.
	ServiceRanges []string `json:"serviceRanges,omitempty"`
	// NodePorts is the range of node ports.
	NodePorts string `json:"nodePorts,omitempty"`
	// PriorityClasses are the priority classes by name. Nil means that they are not known.
	PriorityClasses map[string]PriorityClass `json:"priorityClasses,omitempty"`
	// RuntimeClasses are the runtime classes by name. Nil means that they are not known.
	RuntimeClasses map[string]RuntimeClass `json:"runtimeClasses,omitempty"`
}

// PriorityClass is a priority class.
type PriorityClass struct {
	Value            int32  `json:"value"`
	PreemptionPolicy string `json:"preemptionPolicy,omitempty"`
	GlobalDefault    bool   `json:"globalDefault,omitempty"`
}

// RuntimeClass is a runtime class.
type RuntimeClass struct {
	Overhead map[string]string `json:"overhead,omitempty"`
}

// Finding is one reason to refuse.
type Finding struct {
	Type   string          `json:"type"`
	Field  string          `json:"field"`
	Value  json.RawMessage `json:"value,omitempty"`
	Detail string          `json:"detail"`
	// Message is the server's own text.
	Message string `json:"message,omitempty"`
}

// Advice is what the server does not say.
type Advice struct {
	Type     string `json:"type"`
	Field    string `json:"field"`
	Detail   string `json:"detail"`
	Reason   string `json:"reason"`
	Severity string `json:"severity"`
}

// Dropped is a field that the server would drop without a word.
type Dropped struct {
	Field string `json:"field"`
	Gate  string `json:"gate,omitempty"`
	Since string `json:"since,omitempty"`
}

// Status is the server's own answer to a refused request. It has no reason where the server itself fails.
type Status struct {
	Code    int32  `json:"code"`
	Reason  string `json:"reason,omitempty"`
	Message string `json:"message"`
}

// Answer is what is answered.
type Answer struct {
	Judged    bool            `json:"judged"`
	Reason    string          `json:"reason,omitempty"`
	Allowed   bool            `json:"allowed"`
	Errors    []Finding       `json:"errors"`
	Warnings  []string        `json:"warnings"`
	Dropped   []Dropped       `json:"dropped"`
	Advice    []Advice        `json:"advice"`
	Status    *Status         `json:"status,omitempty"`
	Defaulted json.RawMessage `json:"defaulted,omitempty"`
	Items     []*Answer       `json:"items,omitempty"`
	// Failure is why the engine did not judge what it could have.
	Failure string `json:"failure,omitempty"`
	Panic   string `json:"panic,omitempty"`
}

func newAnswer() *Answer {
	return &Answer{Judged: true, Allowed: true, Errors: []Finding{}, Warnings: []string{}, Dropped: []Dropped{}, Advice: []Advice{}}
}

func notJudged(reason string) *Answer {
	answer := newAnswer()
	answer.Judged, answer.Allowed, answer.Reason = false, false, reason
	return answer
}

func (a *Answer) refuse(findings ...Finding) *Answer {
	a.Allowed = false
	a.Errors = append(a.Errors, findings...)
	return a
}

// settle brings the lists into an order that depends on nothing but their content.
func (a *Answer) settle() {
	sort.SliceStable(a.Errors, func(i, j int) bool {
		x, y := a.Errors[i], a.Errors[j]
		if x.Field != y.Field {
			return x.Field < y.Field
		}
		if x.Message != y.Message {
			return x.Message < y.Message
		}
		return string(x.Value) < string(y.Value)
	})
	sort.SliceStable(a.Advice, func(i, j int) bool {
		x, y := a.Advice[i], a.Advice[j]
		if x.Field != y.Field {
			return x.Field < y.Field
		}
		return x.Detail < y.Detail
	})
	sort.SliceStable(a.Dropped, func(i, j int) bool { return a.Dropped[i].Field < a.Dropped[j].Field })
}
