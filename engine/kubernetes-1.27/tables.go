package main

import "plimsoll/engine/judge"

// unjudged are the kinds that this minor serves by default and that are not judged: those of CEL rules, and those that no
// repository holds because the cluster itself makes them.
var unjudged = map[string][]string{
	"v1":                       {"Binding", "ComponentStatus", "Event", "Node"},
	"authentication.k8s.io/v1": {"TokenReview"},
	"authorization.k8s.io/v1":  {"LocalSubjectAccessReview", "SelfSubjectAccessReview", "SelfSubjectRulesReview", "SubjectAccessReview"},
	"certificates.k8s.io/v1":   {"CertificateSigningRequest"},
	"events.k8s.io/v1":         {"Event"},
	"policy/v1":                {"Eviction"},
}

// gates are the feature gates that are off by default in this minor and drop fields.
var gates = []judge.Gate{
	{Field: "containers.resizePolicy", Name: "InPlacePodVerticalScaling", Since: "1.33"},
	{Field: "initContainers.resizePolicy", Name: "InPlacePodVerticalScaling", Since: "1.33"},
	{Field: "spec.resourceClaims", Name: "DynamicResourceAllocation", Since: "1.34"},
	{Field: "resources.claims", Name: "DynamicResourceAllocation", Since: "1.34"},
	{Field: "hostUsers", Name: "UserNamespacesStatelessPodsSupport", Since: "1.33"},
	{Field: "securityContext.procMount", Name: "ProcMountType", Since: "1.33"},
	{Field: "dataSourceRef.namespace", Name: "CrossNamespaceVolumeDataSource"},
	{Field: "dataSourceRef", Name: "CrossNamespaceVolumeDataSource"},
	{Field: "rollingUpdate.maxUnavailable", Name: "MaxUnavailableStatefulSet"},
	{Field: "spec.seLinuxMount", Name: "SELinuxMountReadWriteOncePod", Since: "1.28"},
	{Field: "webhooks.matchConditions", Name: "AdmissionWebhookMatchConditions", Since: "1.28"},
}
