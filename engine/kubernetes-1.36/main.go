// The engine of Kubernetes 1.36: the kinds that it judges, their strategies, and what its feature gates drop.
package main

import (
	_ "time/tzdata" // CronJobs name time zones.

	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/apimachinery/pkg/runtime/schema"
	"k8s.io/pod-security-admission/policy"
	"plimsoll/engine/judge"
)

func main() {}

func init() {
	judge.Serve(judge.Minor{
		Version: "1.36",
		Release: "1.36.3",
		Schemes: append(schemes, func(scheme *runtime.Scheme) error {
			metav1.AddToGroupVersion(scheme, schema.GroupVersion{Version: "v1"})
			return nil
		}),
		Kinds:               kinds,
		Unjudged:            unjudged,
		Gates:               gates,
		EmptyOverheadIsNone: true,
		PodSecurity:         func() (policy.Evaluator, error) { return policy.NewEvaluator(policy.DefaultChecks(), nil) },
	})
}
