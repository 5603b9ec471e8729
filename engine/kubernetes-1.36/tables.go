package main

import "plimsoll/engine/judge"

// unjudged are the kinds that this minor serves by default and that are not judged: those of CEL rules, and those that no
// repository holds because the cluster itself makes them.
var unjudged = map[string][]string{
	"v1": {"Binding", "ComponentStatus", "Event", "Node"},
	"admissionregistration.k8s.io/v1": {
		"MutatingAdmissionPolicy", "MutatingAdmissionPolicyBinding",
		"ValidatingAdmissionPolicy", "ValidatingAdmissionPolicyBinding",
	},
	"authentication.k8s.io/v1": {"SelfSubjectReview", "TokenReview"},
	"authorization.k8s.io/v1":  {"LocalSubjectAccessReview", "SelfSubjectAccessReview", "SelfSubjectRulesReview", "SubjectAccessReview"},
	"certificates.k8s.io/v1":   {"CertificateSigningRequest"},
	"events.k8s.io/v1":         {"Event"},
	"policy/v1":                {"Eviction"},
	"resource.k8s.io/v1":       {"DeviceClass", "ResourceClaim", "ResourceClaimTemplate", "ResourceSlice"},
}

// gates are the feature gates that are off by default in this minor and drop fields.
var gates = []judge.Gate{
	{Field: "lifecycle.stopSignal", Name: "ContainerStopSignals"},
	{Field: "containers.lifecycle", Name: "ContainerStopSignals"},
	{Field: "initContainers.lifecycle", Name: "ContainerStopSignals"},
	{Field: "sources.clusterTrustBundle", Name: "ClusterTrustBundleProjection"},
	{Field: "sources.podCertificate", Name: "PodCertificateRequest"},
	{Field: "spec.schedulingGroup", Name: "GenericWorkload"},
	{Field: "rollingUpdate.maxUnavailable", Name: "MaxUnavailableStatefulSet"},
	{Field: "dataSourceRef.namespace", Name: "CrossNamespaceVolumeDataSource"},
	{Field: "dataSourceRef", Name: "CrossNamespaceVolumeDataSource"},
}
