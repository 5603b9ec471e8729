package generic

import (
	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/apimachinery/pkg/runtime/schema"
)

// RESTOptions stands in for the settings of a storage: there is none.
type RESTOptions struct{}

// RESTOptionsGetter stands in for what finds the settings of a storage.
type RESTOptionsGetter interface {
	GetRESTOptions(resource schema.GroupResource, example runtime.Object) (RESTOptions, error)
}

// StoreOptions stands in for what completes a store.
type StoreOptions struct {
	RESTOptions RESTOptionsGetter
	AttrFunc    interface{}
	TriggerFunc interface{}
}
