package judge

import (
	"k8s.io/apiextensions-apiserver/pkg/apis/apiextensions"
	"k8s.io/apimachinery/pkg/api/meta"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/apiserver/pkg/registry/rest"
	"k8s.io/kubernetes/pkg/apis/batch"
	"k8s.io/kubernetes/pkg/apis/core"
)

type silent struct{}

func (silent) AddWarning(string, string) {}

// prepareUpdate brings the old object into the state in which the server has stored it, and gives the new one what the
// server set and the text does not say, as `kubectl apply` would leave it.
func (r *review) prepareUpdate(accessor metav1.Object) error {
	before, err := meta.Accessor(r.old)
	if err != nil {
		return badRequest(err.Error())
	}
	namespaced := r.kind.Strategy.NamespaceScoped()
	if namespaced && before.GetNamespace() == "" {
		before.SetNamespace(r.request.Namespace)
	}
	if namespaced && accessor.GetNamespace() == "" {
		accessor.SetNamespace(before.GetNamespace())
	}
	asWritten := r.old.DeepCopyObject()
	before.SetManagedFields(nil)
	r.create(before)
	keepServerSet(r.old, asWritten)
	if before.GetUID() == "" {
		before.SetUID(storedUID)
	}
	before.SetResourceVersion(storedResourceVersion)
	accessor.SetResourceVersion(before.GetResourceVersion())
	accessor.SetUID(before.GetUID())
	carry(r.object, r.old)
	return nil
}

// create runs the old object through create; what it is refused for today does not matter, it is there.
func (r *review) create(before metav1.Object) {
	request, recorder := r.request, r.ctx
	defer func() { r.request, r.ctx = request, recorder }()
	r.request.Advice = false
	strategy := &caught{Strategy: r.kind.Strategy, prepares: true}
	uid, created, generation := before.GetUID(), before.GetCreationTimestamp(), before.GetGeneration()
	r.ctx = r.contextFor(r.kind, r.gvk.Version, before.GetNamespace(), before.GetName(), silent{})
	_ = r.admit(r.old, nil)
	fillSystemFields(before)
	if service, isService := r.old.(*core.Service); isService {
		r.givenOld = service.DeepCopy()
		_ = r.beginServiceCreate(service)
	}
	_ = rest.BeforeCreate(strategy, r.ctx, r.old)
	if uid != "" {
		before.SetUID(uid)
	}
	if !created.IsZero() {
		before.SetCreationTimestamp(created)
	}
	if generation != 0 {
		before.SetGeneration(generation)
	}
}

// keepServerSet restores what create clears and a stored object has: its status, a Pod's node, the selector that a Job was given.
func keepServerSet(stored, written runtime.Object) {
	switch stored := stored.(type) {
	case *apiextensions.CustomResourceDefinition:
		establish(stored, written.(*apiextensions.CustomResourceDefinition).Status)
	case *core.PersistentVolumeClaim:
		stored.Status = written.(*core.PersistentVolumeClaim).Status
	case *core.PersistentVolume:
		stored.Status = written.(*core.PersistentVolume).Status
	case *core.Pod:
		stored.Status = written.(*core.Pod).Status
		stored.Spec.NodeName = written.(*core.Pod).Spec.NodeName
	case *core.Namespace:
		if status := written.(*core.Namespace).Status; status.Phase != "" {
			stored.Status = status
		}
	case *batch.Job:
		written := written.(*batch.Job)
		stored.Status = written.Status
		if written.Spec.Selector != nil && written.Spec.Template.Labels["controller-uid"] != "" {
			stored.Spec.Selector = written.Spec.Selector
			stored.Spec.Template.Labels = written.Spec.Template.Labels
		}
	}
}

func manual(job *batch.Job) bool { return job.Spec.ManualSelector != nil && *job.Spec.ManualSelector }

// carry gives the new object what the server set on the old one and the text leaves out. The rest of what `apply` leaves alone
// comes back by defaulting, or, like the tolerations that every Pod gets, by admission. Services are completed by their storage.
func carry(object, old runtime.Object) {
	switch object := object.(type) {
	case *batch.Job:
		old := old.(*batch.Job)
		if manual(object) {
			return
		}
		if object.Spec.Selector == nil {
			object.Spec.Selector = old.Spec.Selector.DeepCopy()
		}
		for _, label := range []string{"controller-uid", "job-name", "batch.kubernetes.io/controller-uid", "batch.kubernetes.io/job-name"} {
			value, set := old.Spec.Template.Labels[label]
			if _, given := object.Spec.Template.Labels[label]; set && !given {
				if object.Spec.Template.Labels == nil {
					object.Spec.Template.Labels = map[string]string{}
				}
				object.Spec.Template.Labels[label] = value
			}
		}
	case *core.PersistentVolumeClaim:
		old := old.(*core.PersistentVolumeClaim)
		if object.Spec.VolumeName == "" {
			object.Spec.VolumeName = old.Spec.VolumeName
		}
		if object.Spec.StorageClassName == nil {
			object.Spec.StorageClassName = old.Spec.StorageClassName
		}
	case *core.PersistentVolume:
		old := old.(*core.PersistentVolume)
		if object.Spec.ClaimRef == nil {
			object.Spec.ClaimRef = old.Spec.ClaimRef.DeepCopy()
		}
	case *core.Pod:
		old := old.(*core.Pod)
		if object.Spec.NodeName == "" {
			object.Spec.NodeName = old.Spec.NodeName
		}
		if object.Spec.ServiceAccountName == "" {
			object.Spec.ServiceAccountName = old.Spec.ServiceAccountName
		}
		if object.Spec.Overhead == nil {
			object.Spec.Overhead = old.Spec.Overhead.DeepCopy()
		}
		if object.Spec.PriorityClassName == "" {
			object.Spec.PriorityClassName = old.Spec.PriorityClassName
		}
	case *core.ServiceAccount:
		if object.Secrets == nil {
			object.Secrets = old.(*core.ServiceAccount).Secrets
		}
	case *core.Namespace:
		object.Spec.Finalizers = old.(*core.Namespace).Spec.Finalizers
	}
}
