package judge

import (
	"fmt"
	"sort"
	"strings"

	corev1 "k8s.io/api/core/v1"
	apiequality "k8s.io/apimachinery/pkg/api/equality"
	apierrors "k8s.io/apimachinery/pkg/api/errors"
	"k8s.io/apimachinery/pkg/api/meta"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/apimachinery/pkg/runtime/schema"
	"k8s.io/kubernetes/pkg/apis/core"
	"k8s.io/kubernetes/pkg/apis/scheduling"
)

var zeroTime metav1.Time

// dropDuplicateOwners does what the handlers do before and after admission.
func (r *review) dropDuplicateOwners(accessor metav1.Object, afterAdmission bool) {
	owners := accessor.GetOwnerReferences()
	if len(owners) < 2 {
		return
	}
	var kept []metav1.OwnerReference
	var duplicates []string
	for _, owner := range owners {
		duplicate := false
		for _, other := range kept {
			duplicate = duplicate || other.UID == owner.UID && apiequality.Semantic.DeepEqual(other, owner)
		}
		if duplicate {
			duplicates = append(duplicates, string(owner.UID))
		} else {
			kept = append(kept, owner)
		}
	}
	if len(duplicates) == 0 {
		return
	}
	sort.Strings(duplicates)
	accessor.SetOwnerReferences(kept)
	format := ".metadata.ownerReferences contains duplicate entries; API server dedups owner references in 1.20+, and may reject such requests as early as 1.24; please fix your requests; duplicate UID(s) observed: %v"
	if afterAdmission {
		format = ".metadata.ownerReferences contains duplicate entries after mutating admission happens; API server dedups owner references in 1.20+, and may reject such requests as early as 1.24; please fix your requests; duplicate UID(s) observed: %v"
	}
	r.AddWarning("", fmt.Sprintf(format, strings.Join(duplicates, ", ")))
}

// admit runs the admission plugins that change objects and need no cluster, in the server's order.
func (r *review) admit(object, old runtime.Object) error {
	switch object := object.(type) {
	case *core.Pod:
		var oldPod *core.Pod
		if old != nil {
			oldPod = old.(*core.Pod)
		}
		return r.admitPod(object, oldPod)
	case *core.PersistentVolumeClaim:
		protect(&object.ObjectMeta, "kubernetes.io/pvc-protection", old)
	case *core.PersistentVolume:
		protect(&object.ObjectMeta, "kubernetes.io/pv-protection", old)
	}
	return nil
}

// protect adds the finalizer that keeps storage in use, on create.
func protect(object *metav1.ObjectMeta, finalizer string, old runtime.Object) {
	if old != nil {
		return
	}
	for _, present := range object.Finalizers {
		if present == finalizer {
			return
		}
	}
	object.Finalizers = append(object.Finalizers, finalizer)
}

func forbidden(pod *core.Pod, format string, arguments ...interface{}) error {
	name := pod.Name
	if name == "" {
		name = pod.GenerateName
	}
	if name == "" {
		name = "Unknown"
	}
	return apierrors.NewForbidden(schema.GroupResource{Resource: "pods"}, name, fmt.Errorf(format, arguments...))
}

func (r *review) admitPod(pod, old *core.Pod) error {
	if old == nil && pod.Spec.ServiceAccountName == "" {
		pod.Spec.ServiceAccountName = "default"
	}
	if err := r.admitPriority(pod, old); err != nil {
		return err
	}
	tolerateForAWhile(pod)
	if old == nil {
		return r.admitRuntimeClass(pod)
	}
	return nil
}

var builtInPriorities = map[string]PriorityClass{
	scheduling.SystemClusterCritical: {Value: scheduling.SystemCriticalPriority},
	scheduling.SystemNodeCritical:    {Value: scheduling.SystemCriticalPriority + 1000},
}

func (r *review) admitPriority(pod, old *core.Pod) error {
	if old != nil {
		if pod.Spec.Priority == nil {
			pod.Spec.Priority = old.Spec.Priority
		}
		if pod.Spec.PreemptionPolicy == nil {
			pod.Spec.PreemptionPolicy = old.Spec.PreemptionPolicy
		}
		return nil
	}
	class := PriorityClass{Value: scheduling.DefaultPriorityWhenNoDefaultClassExists}
	if name := pod.Spec.PriorityClassName; name != "" {
		known, found := builtInPriorities[name]
		if !found {
			known, found = r.request.Cluster.PriorityClasses[name]
		}
		switch {
		case found:
			class = known
		case r.request.Cluster.PriorityClasses != nil:
			return forbidden(pod, "no PriorityClass with name %v was found", name)
		default:
			r.unknown("spec.priorityClassName", fmt.Sprintf("whether the cluster has a PriorityClass %q is not known", name))
			return nil
		}
	} else {
		var names []string
		for name, candidate := range r.request.Cluster.PriorityClasses {
			if candidate.GlobalDefault {
				names = append(names, name)
			}
		}
		sort.Strings(names)
		for i, name := range names {
			if candidate := r.request.Cluster.PriorityClasses[name]; i == 0 || candidate.Value < class.Value {
				class, pod.Spec.PriorityClassName = candidate, name
			}
		}
	}
	if pod.Spec.Priority != nil && *pod.Spec.Priority != class.Value {
		return forbidden(pod, "the integer value of priority (%d) must not be provided in pod spec; priority admission controller computed %d from the given PriorityClass name", *pod.Spec.Priority, class.Value)
	}
	pod.Spec.Priority = &class.Value
	preemption := core.PreemptionPolicy(class.PreemptionPolicy)
	if preemption == "" {
		preemption = core.PreemptLowerPriority
	}
	if pod.Spec.PreemptionPolicy != nil && *pod.Spec.PreemptionPolicy != preemption {
		return forbidden(pod, "the string value of PreemptionPolicy (%s) must not be provided in pod spec; priority admission controller computed %s from the given PriorityClass name", *pod.Spec.PreemptionPolicy, preemption)
	}
	pod.Spec.PreemptionPolicy = &preemption
	return nil
}

func tolerateForAWhile(pod *core.Pod) {
	seconds := int64(300)
	for _, key := range []string{corev1.TaintNodeNotReady, corev1.TaintNodeUnreachable} {
		tolerated := false
		for _, toleration := range pod.Spec.Tolerations {
			tolerated = tolerated || (toleration.Key == key || toleration.Key == "") && (toleration.Effect == core.TaintEffectNoExecute || toleration.Effect == "")
		}
		if !tolerated {
			pod.Spec.Tolerations = append(pod.Spec.Tolerations, core.Toleration{
				Key: key, Operator: core.TolerationOpExists, Effect: core.TaintEffectNoExecute, TolerationSeconds: &seconds,
			})
		}
	}
}

func (r *review) oneGlobalDefault(class *scheduling.PriorityClass) error {
	if !class.GlobalDefault {
		return nil
	}
	var names []string
	for name, other := range r.request.Cluster.PriorityClasses {
		if other.GlobalDefault && (name != class.Name) {
			names = append(names, name)
		}
	}
	if len(names) == 0 {
		return nil
	}
	sort.Strings(names)
	return apierrors.NewForbidden(schema.GroupResource{Group: "scheduling.k8s.io", Resource: "priorityclasses"}, class.Name,
		fmt.Errorf("PriorityClass %v is already marked as default. Only one default can exist", names[0]))
}

// unknown notes what depends on a cluster that nobody described.
func (r *review) unknown(field, detail string) {
	if r.request.Advice {
		r.answer.Advice = append(r.answer.Advice, Advice{
			Type: "NotJudged", Field: field, Detail: detail, Severity: "info",
			Reason: "It depends on objects of the cluster that were not given.",
		})
	}
}

func nameOf(object runtime.Object) string {
	accessor, err := meta.Accessor(object)
	if err != nil {
		return ""
	}
	return accessor.GetName()
}
