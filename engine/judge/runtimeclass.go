package judge

import (
	"errors"
	"fmt"

	apiequality "k8s.io/apimachinery/pkg/api/equality"
	"k8s.io/apimachinery/pkg/api/resource"
	"k8s.io/apimachinery/pkg/api/validation/path"
	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/kubernetes/pkg/apis/core"
)

// admitRuntimeClass gives a new Pod the overhead of its RuntimeClass.
func (r *review) admitRuntimeClass(pod *core.Pod) error {
	name := pod.Spec.RuntimeClassName
	if name == nil {
		return nil
	}
	if err := readableName(*name); err != nil {
		return placed{err, "spec.runtimeClassName"}
	}
	class, found := r.request.Cluster.RuntimeClasses[*name]
	switch {
	case found:
	case r.request.Cluster.RuntimeClasses != nil:
		return forbidden(pod, "pod rejected: RuntimeClass %q not found", *name)
	default:
		r.unknown("spec.runtimeClassName", fmt.Sprintf("whether the cluster has a RuntimeClass %q is not known", *name))
		return nil
	}
	if len(class.Overhead) == 0 {
		return nil
	}
	overhead := core.ResourceList{}
	for name, text := range class.Overhead {
		quantity, err := resource.ParseQuantity(text)
		if err != nil {
			return nil
		}
		overhead[core.ResourceName(name)] = quantity
	}
	given := pod.Spec.Overhead != nil && (len(pod.Spec.Overhead) > 0 || !r.minor.EmptyOverheadIsNone)
	if given && !apiequality.Semantic.DeepEqual(overhead, pod.Spec.Overhead) {
		return forbidden(pod, "pod rejected: Pod's Overhead doesn't match RuntimeClass's defined Overhead")
	}
	pod.Spec.Overhead = overhead
	return nil
}

// validateRuntimeClass refuses a new Pod an overhead that no RuntimeClass gives it. Unlike the rest it comes after the strategy.
func (r *review) validateRuntimeClass(object, old runtime.Object) error {
	pod, isPod := object.(*core.Pod)
	if !isPod || old != nil || pod.Spec.Overhead == nil {
		return nil
	}
	if name := pod.Spec.RuntimeClassName; name != nil {
		class, found := r.request.Cluster.RuntimeClasses[*name]
		if !found || len(class.Overhead) > 0 {
			return nil
		}
	}
	return forbidden(pod, "pod rejected: Pod Overhead set without corresponding RuntimeClass defined Overhead")
}

// readableName is what the client says that the server uses to look up an object by a name that cannot be part of a URL.
func readableName(name string) error {
	if name == "" {
		return errors.New("resource name may not be empty")
	}
	if wrong := path.IsValidPathSegmentName(name); len(wrong) > 0 {
		return fmt.Errorf("invalid resource name %q: %v", name, wrong)
	}
	return nil
}
