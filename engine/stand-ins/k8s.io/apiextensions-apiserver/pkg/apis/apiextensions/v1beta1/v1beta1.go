// Package v1beta1 stands in for a version that is no longer served: its name is all that is asked for.
package v1beta1

import "k8s.io/apimachinery/pkg/runtime/schema"

// SchemeGroupVersion is the version.
var SchemeGroupVersion = schema.GroupVersion{Group: "apiextensions.k8s.io", Version: "v1beta1"}

// KubeAPIApprovedAnnotation names the approval of an API in a group of the Kubernetes project.
const KubeAPIApprovedAnnotation = "api-approved.kubernetes.io"
