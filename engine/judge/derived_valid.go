package judge

import (
	"strings"

	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/apimachinery/pkg/util/validation/field"
	"k8s.io/kubernetes/pkg/apis/apps"
	"k8s.io/kubernetes/pkg/apis/batch"
	"k8s.io/kubernetes/pkg/apis/core"
	corevalidation "k8s.io/kubernetes/pkg/apis/core/validation"
)

// podValidation is what is left to validate of a Pod that a controller makes, nil where that is all of it. The server validates the
// spec of a template and that of a Pod with one function. Where it has just found a template valid, the Pod's metadata is new,
// and what admission sets is always the same and valid; everything that the function or admission treats in another way in a Pod is
// validated as a whole.
func podValidation(owner runtime.Object) func(runtime.Object) field.ErrorList {
	switch owner.(type) {
	case *apps.Deployment, *apps.ReplicaSet, *apps.DaemonSet, *core.ReplicationController, *batch.Job, *batch.CronJob:
	default:
		// In 1.27 the server does not look into the template of a StatefulSet, and its Pods have more volumes.
		return nil
	}
	if spec, _ := podSpecOf(owner); spec == nil || !sameInPod(spec) {
		return nil
	}
	return func(object runtime.Object) field.ErrorList {
		return corevalidation.ValidateObjectMeta(&object.(*core.Pod).ObjectMeta, true, corevalidation.ValidatePodName, field.NewPath("metadata"))
	}
}

// sameInPod tells whether a valid spec of a template is surely a valid spec of a Pod.
func sameInPod(spec *core.PodSpec) bool {
	switch {
	case spec.NodeName != "", spec.PriorityClassName != "", spec.Priority != nil, spec.PreemptionPolicy != nil, spec.RuntimeClassName != nil, spec.Overhead != nil,
		spec.OS != nil, spec.SchedulingGates != nil, spec.ResourceClaims != nil, spec.EphemeralContainers != nil,
		spec.SecurityContext != nil && spec.SecurityContext.HostNetwork:
		return false
	}
	for i := range spec.Volumes {
		switch source := &spec.Volumes[i].VolumeSource; {
		case source.ConfigMap != nil, source.Secret != nil, source.EmptyDir != nil, source.DownwardAPI != nil, source.HostPath != nil,
			source.Projected != nil, source.PersistentVolumeClaim != nil:
		default:
			return false
		}
	}
	for _, containers := range [][]core.Container{spec.InitContainers, spec.Containers} {
		for i := range containers {
			if image := containers[i].Image; strings.TrimSpace(image) != image {
				return false
			}
		}
	}
	return true
}
