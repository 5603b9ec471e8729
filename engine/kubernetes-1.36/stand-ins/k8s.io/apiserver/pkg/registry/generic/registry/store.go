// Package registry stands in for the store: it keeps the hooks that a kind's storage hangs into it, and stores nothing.
package registry

import (
	"context"
	"errors"

	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/fields"
	"k8s.io/apimachinery/pkg/labels"
	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/apimachinery/pkg/runtime/schema"
	"k8s.io/apiserver/pkg/registry/generic"
	"k8s.io/apiserver/pkg/registry/rest"
	"k8s.io/apiserver/pkg/storage"
	"sigs.k8s.io/structured-merge-diff/v6/fieldpath"
)

var errNoStore = errors.New("nothing is stored")

// FinishFunc ends what a begin hook began.
type FinishFunc func(ctx context.Context, success bool)

// BeginCreateFunc runs before a create is validated.
type BeginCreateFunc func(ctx context.Context, obj runtime.Object, options *metav1.CreateOptions) (FinishFunc, error)

// BeginUpdateFunc runs before an update is validated.
type BeginUpdateFunc func(ctx context.Context, obj, old runtime.Object, options *metav1.UpdateOptions) (FinishFunc, error)

// AfterDeleteFunc runs after a delete.
type AfterDeleteFunc func(obj runtime.Object, options *metav1.DeleteOptions)

// Store holds the hooks of a kind's storage.
type Store struct {
	NewFunc                   func() runtime.Object
	NewListFunc               func() runtime.Object
	DefaultQualifiedResource  schema.GroupResource
	SingularQualifiedResource schema.GroupResource
	ReturnDeletedObject       bool
	CreateStrategy            rest.RESTCreateStrategy
	UpdateStrategy            rest.RESTUpdateStrategy
	DeleteStrategy            rest.RESTDeleteStrategy
	ResetFieldsStrategy       rest.ResetFieldsStrategy
	TableConvertor            rest.TableConvertor
	Decorator                 func(runtime.Object)
	PredicateFunc             func(labels.Selector, fields.Selector) storage.SelectionPredicate
	BeginCreate               BeginCreateFunc
	BeginUpdate               BeginUpdateFunc
	AfterDelete               AfterDeleteFunc
}

// New makes an empty object of the kind.
func (s *Store) New() runtime.Object { return s.NewFunc() }

// NewList makes an empty list of the kind.
func (s *Store) NewList() runtime.Object { return s.NewListFunc() }

// Destroy does nothing.
func (s *Store) Destroy() {}

// CompleteWithOptions does nothing.
func (s *Store) CompleteWithOptions(*generic.StoreOptions) error { return nil }

// Get finds nothing.
func (s *Store) Get(context.Context, string, *metav1.GetOptions) (runtime.Object, error) {
	return nil, errNoStore
}

// Update stores nothing.
func (s *Store) Update(context.Context, string, rest.UpdatedObjectInfo, rest.ValidateObjectFunc, rest.ValidateObjectUpdateFunc, bool, *metav1.UpdateOptions) (runtime.Object, bool, error) {
	return nil, false, errNoStore
}

// Delete deletes nothing.
func (s *Store) Delete(context.Context, string, rest.ValidateObjectFunc, *metav1.DeleteOptions) (runtime.Object, bool, error) {
	return nil, false, errNoStore
}

// ConvertToTable prints nothing.
func (s *Store) ConvertToTable(context.Context, runtime.Object, runtime.Object) (*metav1.Table, error) {
	return nil, errNoStore
}

// GetResetFields resets nothing.
func (s *Store) GetResetFields() map[fieldpath.APIVersion]*fieldpath.Set { return nil }

// GetSingularName is the name of one object of the kind.
func (s *Store) GetSingularName() string { return s.SingularQualifiedResource.Resource }

// StorageVersion is not known.
func (s *Store) StorageVersion() runtime.GroupVersioner { return nil }
