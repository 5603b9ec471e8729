package main

import (
	"k8s.io/apiextensions-apiserver/pkg/registry/customresourcedefinition"
	"k8s.io/kube-aggregator/pkg/registry/apiservice"
	"k8s.io/kubernetes/pkg/api/legacyscheme"
	"k8s.io/kubernetes/pkg/registry/admissionregistration/mutatingwebhookconfiguration"
	"k8s.io/kubernetes/pkg/registry/admissionregistration/validatingwebhookconfiguration"
	"k8s.io/kubernetes/pkg/registry/apps/controllerrevision"
	"k8s.io/kubernetes/pkg/registry/apps/daemonset"
	"k8s.io/kubernetes/pkg/registry/apps/deployment"
	"k8s.io/kubernetes/pkg/registry/apps/replicaset"
	"k8s.io/kubernetes/pkg/registry/apps/statefulset"
	"k8s.io/kubernetes/pkg/registry/autoscaling/horizontalpodautoscaler"
	"k8s.io/kubernetes/pkg/registry/batch/cronjob"
	"k8s.io/kubernetes/pkg/registry/batch/job"
	"k8s.io/kubernetes/pkg/registry/coordination/lease"
	"k8s.io/kubernetes/pkg/registry/core/configmap"
	"k8s.io/kubernetes/pkg/registry/core/endpoint"
	"k8s.io/kubernetes/pkg/registry/core/limitrange"
	"k8s.io/kubernetes/pkg/registry/core/namespace"
	"k8s.io/kubernetes/pkg/registry/core/persistentvolume"
	"k8s.io/kubernetes/pkg/registry/core/persistentvolumeclaim"
	"k8s.io/kubernetes/pkg/registry/core/pod"
	"k8s.io/kubernetes/pkg/registry/core/podtemplate"
	"k8s.io/kubernetes/pkg/registry/core/replicationcontroller"
	"k8s.io/kubernetes/pkg/registry/core/resourcequota"
	"k8s.io/kubernetes/pkg/registry/core/secret"
	"k8s.io/kubernetes/pkg/registry/core/service"
	"k8s.io/kubernetes/pkg/registry/core/serviceaccount"
	"k8s.io/kubernetes/pkg/registry/discovery/endpointslice"
	"k8s.io/kubernetes/pkg/registry/flowcontrol/flowschema"
	"k8s.io/kubernetes/pkg/registry/flowcontrol/prioritylevelconfiguration"
	"k8s.io/kubernetes/pkg/registry/networking/ingress"
	"k8s.io/kubernetes/pkg/registry/networking/ingressclass"
	"k8s.io/kubernetes/pkg/registry/networking/networkpolicy"
	"k8s.io/kubernetes/pkg/registry/node/runtimeclass"
	"k8s.io/kubernetes/pkg/registry/policy/poddisruptionbudget"
	"k8s.io/kubernetes/pkg/registry/rbac/clusterrole"
	"k8s.io/kubernetes/pkg/registry/rbac/clusterrolebinding"
	"k8s.io/kubernetes/pkg/registry/rbac/role"
	"k8s.io/kubernetes/pkg/registry/rbac/rolebinding"
	"k8s.io/kubernetes/pkg/registry/scheduling/priorityclass"
	"k8s.io/kubernetes/pkg/registry/storage/csidriver"
	"k8s.io/kubernetes/pkg/registry/storage/csinode"
	"k8s.io/kubernetes/pkg/registry/storage/csistoragecapacity"
	"k8s.io/kubernetes/pkg/registry/storage/storageclass"
	"k8s.io/kubernetes/pkg/registry/storage/volumeattachment"
	"plimsoll/engine/judge"
)

// kinds are the kinds that this minor judges, in the order of their groups and names.
var kinds = []judge.Kind{
	{Group: "", Kind: "ConfigMap", Resource: "configmaps", Versions: []string{"v1"}, Strategy: configmap.Strategy},
	{Group: "", Kind: "Endpoints", Resource: "endpoints", Versions: []string{"v1"}, Strategy: endpoint.Strategy},
	{Group: "", Kind: "LimitRange", Resource: "limitranges", Versions: []string{"v1"}, Strategy: limitrange.Strategy},
	{Group: "", Kind: "Namespace", Resource: "namespaces", Versions: []string{"v1"}, Strategy: namespace.Strategy},
	{Group: "", Kind: "PersistentVolume", Resource: "persistentvolumes", Versions: []string{"v1"}, Strategy: persistentvolume.Strategy},
	{Group: "", Kind: "PersistentVolumeClaim", Resource: "persistentvolumeclaims", Versions: []string{"v1"}, Strategy: persistentvolumeclaim.Strategy},
	{Group: "", Kind: "Pod", Resource: "pods", Versions: []string{"v1"}, Strategy: pod.Strategy},
	{Group: "", Kind: "PodTemplate", Resource: "podtemplates", Versions: []string{"v1"}, Strategy: podtemplate.Strategy},
	{Group: "", Kind: "ReplicationController", Resource: "replicationcontrollers", Versions: []string{"v1"}, Strategy: replicationcontroller.Strategy},
	{Group: "", Kind: "ResourceQuota", Resource: "resourcequotas", Versions: []string{"v1"}, Strategy: resourcequota.Strategy},
	{Group: "", Kind: "Secret", Resource: "secrets", Versions: []string{"v1"}, Strategy: secret.Strategy},
	{Group: "", Kind: "Service", Resource: "services", Versions: []string{"v1"}, Strategy: service.Strategy},
	{Group: "", Kind: "ServiceAccount", Resource: "serviceaccounts", Versions: []string{"v1"}, Strategy: serviceaccount.Strategy},
	{Group: "admissionregistration.k8s.io", Kind: "MutatingWebhookConfiguration", Resource: "mutatingwebhookconfigurations", Versions: []string{"v1"}, Strategy: mutatingwebhookconfiguration.Strategy},
	{Group: "admissionregistration.k8s.io", Kind: "ValidatingWebhookConfiguration", Resource: "validatingwebhookconfigurations", Versions: []string{"v1"}, Strategy: validatingwebhookconfiguration.Strategy},
	{Group: "apiextensions.k8s.io", Kind: "CustomResourceDefinition", Resource: "customresourcedefinitions", Versions: []string{"v1"}, Strategy: customresourcedefinition.NewStrategy(legacyscheme.Scheme)},
	{Group: "apiregistration.k8s.io", Kind: "APIService", Resource: "apiservices", Versions: []string{"v1"}, Strategy: apiservice.NewStrategy(legacyscheme.Scheme)},
	{Group: "apps", Kind: "ControllerRevision", Resource: "controllerrevisions", Versions: []string{"v1"}, Strategy: controllerrevision.Strategy},
	{Group: "apps", Kind: "DaemonSet", Resource: "daemonsets", Versions: []string{"v1"}, Strategy: daemonset.Strategy},
	{Group: "apps", Kind: "Deployment", Resource: "deployments", Versions: []string{"v1"}, Strategy: deployment.Strategy},
	{Group: "apps", Kind: "ReplicaSet", Resource: "replicasets", Versions: []string{"v1"}, Strategy: replicaset.Strategy},
	{Group: "apps", Kind: "StatefulSet", Resource: "statefulsets", Versions: []string{"v1"}, Strategy: statefulset.Strategy},
	{Group: "autoscaling", Kind: "HorizontalPodAutoscaler", Resource: "horizontalpodautoscalers", Versions: []string{"v2", "v1"}, Strategy: horizontalpodautoscaler.Strategy},
	{Group: "batch", Kind: "CronJob", Resource: "cronjobs", Versions: []string{"v1"}, Strategy: cronjob.Strategy},
	{Group: "batch", Kind: "Job", Resource: "jobs", Versions: []string{"v1"}, Strategy: job.Strategy},
	{Group: "coordination.k8s.io", Kind: "Lease", Resource: "leases", Versions: []string{"v1"}, Strategy: lease.Strategy},
	{Group: "discovery.k8s.io", Kind: "EndpointSlice", Resource: "endpointslices", Versions: []string{"v1"}, Strategy: endpointslice.Strategy},
	{Group: "flowcontrol.apiserver.k8s.io", Kind: "FlowSchema", Resource: "flowschemas", Versions: []string{"v1beta3", "v1beta2"}, Strategy: flowschema.Strategy},
	{Group: "flowcontrol.apiserver.k8s.io", Kind: "PriorityLevelConfiguration", Resource: "prioritylevelconfigurations", Versions: []string{"v1beta3", "v1beta2"}, Strategy: prioritylevelconfiguration.Strategy},
	{Group: "networking.k8s.io", Kind: "Ingress", Resource: "ingresses", Versions: []string{"v1"}, Strategy: ingress.Strategy},
	{Group: "networking.k8s.io", Kind: "IngressClass", Resource: "ingressclasses", Versions: []string{"v1"}, Strategy: ingressclass.Strategy},
	{Group: "networking.k8s.io", Kind: "NetworkPolicy", Resource: "networkpolicies", Versions: []string{"v1"}, Strategy: networkpolicy.Strategy},
	{Group: "node.k8s.io", Kind: "RuntimeClass", Resource: "runtimeclasses", Versions: []string{"v1"}, Strategy: runtimeclass.Strategy},
	{Group: "policy", Kind: "PodDisruptionBudget", Resource: "poddisruptionbudgets", Versions: []string{"v1"}, Strategy: poddisruptionbudget.Strategy},
	{Group: "rbac.authorization.k8s.io", Kind: "ClusterRole", Resource: "clusterroles", Versions: []string{"v1"}, Strategy: clusterrole.Strategy},
	{Group: "rbac.authorization.k8s.io", Kind: "ClusterRoleBinding", Resource: "clusterrolebindings", Versions: []string{"v1"}, Strategy: clusterrolebinding.Strategy},
	{Group: "rbac.authorization.k8s.io", Kind: "Role", Resource: "roles", Versions: []string{"v1"}, Strategy: role.Strategy},
	{Group: "rbac.authorization.k8s.io", Kind: "RoleBinding", Resource: "rolebindings", Versions: []string{"v1"}, Strategy: rolebinding.Strategy},
	{Group: "scheduling.k8s.io", Kind: "PriorityClass", Resource: "priorityclasses", Versions: []string{"v1"}, Strategy: priorityclass.Strategy},
	{Group: "storage.k8s.io", Kind: "CSIDriver", Resource: "csidrivers", Versions: []string{"v1"}, Strategy: csidriver.Strategy},
	{Group: "storage.k8s.io", Kind: "CSINode", Resource: "csinodes", Versions: []string{"v1"}, Strategy: csinode.Strategy},
	{Group: "storage.k8s.io", Kind: "CSIStorageCapacity", Resource: "csistoragecapacities", Versions: []string{"v1"}, Strategy: csistoragecapacity.Strategy},
	{Group: "storage.k8s.io", Kind: "StorageClass", Resource: "storageclasses", Versions: []string{"v1"}, Strategy: storageclass.Strategy},
	{Group: "storage.k8s.io", Kind: "VolumeAttachment", Resource: "volumeattachments", Versions: []string{"v1"}, Strategy: volumeattachment.Strategy},
}
