package judge

import (
	"sort"
	"strings"

	"k8s.io/apimachinery/pkg/runtime/schema"
)

// moved are the kinds that once were served in another group.
var moved = map[schema.GroupKind]schema.GroupKind{
	{Group: "extensions", Kind: "DaemonSet"}:     {Group: "apps", Kind: "DaemonSet"},
	{Group: "extensions", Kind: "Deployment"}:    {Group: "apps", Kind: "Deployment"},
	{Group: "extensions", Kind: "ReplicaSet"}:    {Group: "apps", Kind: "ReplicaSet"},
	{Group: "extensions", Kind: "Ingress"}:       {Group: "networking.k8s.io", Kind: "Ingress"},
	{Group: "extensions", Kind: "NetworkPolicy"}: {Group: "networking.k8s.io", Kind: "NetworkPolicy"},
	{Group: "", Kind: "HorizontalPodAutoscaler"}: {Group: "autoscaling", Kind: "HorizontalPodAutoscaler"},
}

// gone are the kinds that no minor serves any more.
var gone = map[schema.GroupKind]string{
	{Group: "policy", Kind: "PodSecurityPolicy"}:                              "PodSecurityPolicy was removed in 1.25; use the Pod Security labels of the Namespace",
	{Group: "extensions", Kind: "PodSecurityPolicy"}:                          "PodSecurityPolicy was removed in 1.25; use the Pod Security labels of the Namespace",
	{Group: "settings.k8s.io", Kind: "PodPreset"}:                             "PodPreset was removed in 1.20",
	{Group: "networking.k8s.io", Kind: "ClusterCIDR"}:                         "ClusterCIDR was removed in 1.31 and never served by default",
	{Group: "resource.k8s.io", Kind: "ResourceClass"}:                         "ResourceClass was removed in 1.31; use DeviceClass",
	{Group: "resource.k8s.io", Kind: "PodSchedulingContext"}:                  "PodSchedulingContext was removed in 1.32",
	{Group: "extensions", Kind: "ThirdPartyResource"}:                         "ThirdPartyResource was removed in 1.8; use CustomResourceDefinition",
	{Group: "admissionregistration.k8s.io", Kind: "InitializerConfiguration"}: "InitializerConfiguration was removed in 1.14",
}

// later tells in which minor a kind that came after the target was first served, for kinds and versions of built-in groups.
var later = map[string]string{
	"admissionregistration.k8s.io/v1 ValidatingAdmissionPolicy":        "1.30",
	"admissionregistration.k8s.io/v1 ValidatingAdmissionPolicyBinding": "1.30",
	"admissionregistration.k8s.io/v1 MutatingAdmissionPolicy":          "1.36",
	"admissionregistration.k8s.io/v1 MutatingAdmissionPolicyBinding":   "1.36",
	"flowcontrol.apiserver.k8s.io/v1 FlowSchema":                       "1.29",
	"flowcontrol.apiserver.k8s.io/v1 PriorityLevelConfiguration":       "1.29",
	"networking.k8s.io/v1 IPAddress":                                   "1.33",
	"networking.k8s.io/v1 ServiceCIDR":                                 "1.33",
	"resource.k8s.io/v1 DeviceClass":                                   "1.34",
	"resource.k8s.io/v1 ResourceClaim":                                 "1.34",
	"resource.k8s.io/v1 ResourceClaimTemplate":                         "1.34",
	"resource.k8s.io/v1 ResourceSlice":                                 "1.34",
	"storage.k8s.io/v1 VolumeAttributesClass":                          "1.34",
	"authentication.k8s.io/v1 SelfSubjectReview":                       "1.28",
}

// builtIn are the groups that belong to Kubernetes itself beside those that the target serves.
var builtIn = map[string]bool{
	"extensions": true, "settings.k8s.io": true, "auditregistration.k8s.io": true, "internal.apiserver.k8s.io": true,
	"resource.k8s.io": true, "storagemigration.k8s.io": true,
}

// instead says what to write in place of a version that is not served, and whether the kind is Kubernetes' own at all.
func (s *server) instead(gvk schema.GroupVersionKind) (string, bool) {
	if text, ok := gone[gvk.GroupKind()]; ok {
		return text, true
	}
	groupKind := gvk.GroupKind()
	if target, ok := moved[groupKind]; ok {
		groupKind = target
	}
	var versions []string
	for served := range s.served {
		if served.GroupKind() == groupKind {
			versions = append(versions, served.GroupVersion().String())
		}
	}
	if kind := s.kinds[groupKind]; kind != nil {
		versions = versions[:0]
		for _, version := range kind.Versions {
			versions = append(versions, schema.GroupVersion{Group: kind.Group, Version: version}.String())
		}
	} else {
		sort.Strings(versions)
	}
	if len(versions) > 0 {
		return "use " + strings.Join(versions, " or "), true
	}
	if minor, ok := later[gvk.GroupVersion().String()+" "+gvk.Kind]; ok {
		return "it is served since " + minor, true
	}
	return "", s.groups[gvk.Group] || builtIn[gvk.Group]
}
