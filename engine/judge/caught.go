package judge

import (
	"context"
	"slices"
	"strings"

	genericvalidation "k8s.io/apimachinery/pkg/api/validation"
	"k8s.io/apimachinery/pkg/api/validation/path"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/apimachinery/pkg/util/validation/field"
	"k8s.io/kubernetes/pkg/apis/batch"
	"k8s.io/kubernetes/pkg/apis/core"
)

// caught is a strategy that remembers its field errors (the server's answer keeps only their texts) and what its preparation
// took away.
type caught struct {
	Strategy
	errors field.ErrorList
	// watch asks for what its preparation takes away.
	watch bool
	lost  []string
	// more is how many errors were left out.
	more int
	// prepares alone is asked of it: nobody hears what it finds, as long as nothing else depends on that.
	prepares bool
	// deaf is nobody to its warnings.
	deaf bool
	// validate takes the place of the kind's own validation, where that would do again what has just been done.
	validate func(object runtime.Object) field.ErrorList
}

// mostErrors is how many errors of one object are told. The server tells all, in a text that it makes in a time that grows with
// their square.
const mostErrors = 1000

// remember keeps the errors, not more than the first ones in the order of their fields and texts: the server takes some from maps.
func (c *caught) remember(found field.ErrorList) field.ErrorList {
	if len(found) > mostErrors {
		type told struct {
			text string
			err  *field.Error
		}
		all := make([]told, len(found))
		for i, one := range found {
			all[i] = told{one.Error(), one}
		}
		slices.SortStableFunc(all, func(x, y told) int { return strings.Compare(x.text, y.text) })
		c.more += len(found) - mostErrors
		found = found[:mostErrors]
		for i := range found {
			found[i] = all[i].err
		}
	}
	c.errors = append(c.errors, found...)
	return found
}

// PrepareForCreate prepares the object and notes the fields that vanish.
func (c *caught) PrepareForCreate(ctx context.Context, object runtime.Object) {
	if !c.watch {
		c.Strategy.PrepareForCreate(ctx, object)
		return
	}
	before := object.DeepCopyObject()
	c.Strategy.PrepareForCreate(ctx, object)
	c.lost = append(c.lost, lostFields(before, object)...)
}

// PrepareForUpdate prepares the object and notes the fields that vanish.
func (c *caught) PrepareForUpdate(ctx context.Context, object, old runtime.Object) {
	if !c.watch {
		c.Strategy.PrepareForUpdate(ctx, object, old)
		return
	}
	before := object.DeepCopyObject()
	c.Strategy.PrepareForUpdate(ctx, object, old)
	c.lost = append(c.lost, lostFields(before, object)...)
}

// Validate validates and remembers.
func (c *caught) Validate(ctx context.Context, object runtime.Object) field.ErrorList {
	if c.validate != nil {
		return c.remember(c.validate(object))
	}
	if c.prepares {
		switch object.(type) {
		case *batch.Job, *core.Endpoints:
			// Validation gives a Job its selector, and Endpoints are repacked where they are valid.
		default:
			return nil
		}
	}
	return c.remember(c.Strategy.Validate(ctx, object))
}

// WarningsOnCreate warns, where somebody hears it.
func (c *caught) WarningsOnCreate(ctx context.Context, object runtime.Object) []string {
	if c.prepares || c.deaf {
		return nil
	}
	return c.Strategy.WarningsOnCreate(ctx, object)
}

// ValidateUpdate validates and remembers.
func (c *caught) ValidateUpdate(ctx context.Context, object, old runtime.Object) field.ErrorList {
	return c.remember(c.Strategy.ValidateUpdate(ctx, object, old))
}

// again repeats the common rules of metadata, which do not go through the strategy.
func (c *caught) again(at *field.Path, object, old metav1.Object) {
	c.errors = append(c.errors, genericvalidation.ValidateObjectMetaAccessor(object, c.NamespaceScoped(), path.ValidatePathSegmentName, at)...)
	if old != nil {
		c.errors = append(c.errors, genericvalidation.ValidateObjectMetaAccessorUpdate(object, old, at)...)
	}
}
