package judge

import (
	"context"

	admissionv1 "k8s.io/api/admission/v1"
	corev1 "k8s.io/api/core/v1"
	apierrors "k8s.io/apimachinery/pkg/api/errors"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/apimachinery/pkg/runtime/schema"
	"k8s.io/pod-security-admission/admission"
	admissionapi "k8s.io/pod-security-admission/admission/api"
	"k8s.io/pod-security-admission/api"
	"k8s.io/pod-security-admission/metrics"
	"k8s.io/pod-security-admission/policy"
)

// podSecurity is the server's Pod Security admission. It asks for the namespace, and finds the labels of the request.
type podSecurity struct {
	admission.Admission
	labels map[string]string
}

type noMetrics struct{}

func (noMetrics) RecordEvaluation(metrics.Decision, api.LevelVersion, metrics.Mode, api.Attributes) {}
func (noMetrics) RecordExemption(api.Attributes)                                                    {}
func (noMetrics) RecordError(bool, api.Attributes)                                                  {}

func newPodSecurity(evaluator func() (policy.Evaluator, error)) *podSecurity {
	checks, err := evaluator()
	if err != nil {
		panic(err)
	}
	s := &podSecurity{}
	s.Admission = admission.Admission{
		Configuration: &admissionapi.PodSecurityConfiguration{Defaults: admissionapi.PodSecurityDefaults{
			Enforce: "privileged", EnforceVersion: "latest", Audit: "privileged", AuditVersion: "latest", Warn: "privileged", WarnVersion: "latest",
		}},
		Evaluator:       checks,
		Metrics:         noMetrics{},
		NamespaceGetter: s,
		PodLister:       s,
	}
	if err := s.CompleteConfiguration(); err != nil {
		panic(err)
	}
	return s
}

// GetNamespace is the namespace with the labels of the request.
func (s *podSecurity) GetNamespace(_ context.Context, name string) (*corev1.Namespace, error) {
	return &corev1.Namespace{ObjectMeta: metav1.ObjectMeta{Name: name, Labels: s.labels}}, nil
}

// ListPods finds no Pods: what runs in a cluster is not known here.
func (s *podSecurity) ListPods(context.Context, string) ([]*corev1.Pod, error) { return nil, nil }

// labelsOf turns the request's short names into the labels of a namespace.
func labelsOf(levels map[string]string) map[string]string {
	labels := map[string]string{}
	for name, value := range levels {
		labels["pod-security.kubernetes.io/"+name] = value
	}
	return labels
}

// validatePodSecurity asks the plugin as the server does.
func (r *review) validatePodSecurity(object, old runtime.Object) error {
	resource := schema.GroupVersionResource{Group: r.kind.Group, Version: r.gvk.Version, Resource: r.kind.Resource}
	isNamespace := resource.Group == "" && resource.Resource == "namespaces"
	if !isNamespace && (len(r.request.PodSecurity) == 0 || !r.security.PodSpecExtractor.HasPodSpec(resource.GroupResource())) {
		return nil
	}
	accessor := object.(metav1.ObjectMetaAccessor).GetObjectMeta()
	attributes := &api.AttributesRecord{
		Name: accessor.GetName(), Namespace: accessor.GetNamespace(), Kind: r.gvk, Resource: resource, Operation: admissionv1.Create,
	}
	var err error
	if attributes.Object, err = r.versioned(object); err != nil {
		return nil
	}
	if old != nil {
		attributes.Operation = admissionv1.Update
		if attributes.OldObject, err = r.versioned(old); err != nil {
			return nil
		}
	}
	r.security.labels = labelsOf(r.request.PodSecurity)
	response := r.security.Validate(r.ctx, attributes)
	for _, text := range response.Warnings {
		r.AddWarning("", text)
	}
	if response.Allowed || response.Result == nil {
		return nil
	}
	return &apierrors.StatusError{ErrStatus: *response.Result}
}

func (r *review) versioned(object runtime.Object) (runtime.Object, error) {
	kinds, _, err := r.scheme.ObjectKinds(object)
	if err != nil {
		return nil, err
	}
	version := "v1"
	return r.scheme.ConvertToVersion(object, schema.GroupVersion{Group: kinds[0].Group, Version: version})
}
