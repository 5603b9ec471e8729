package judge

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"runtime/debug"

	apierrors "k8s.io/apimachinery/pkg/api/errors"
	"k8s.io/apimachinery/pkg/api/meta"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/apimachinery/pkg/runtime/schema"
	"k8s.io/apimachinery/pkg/types"
	"k8s.io/apimachinery/pkg/util/validation/field"
	"k8s.io/apiserver/pkg/admission/plugin/cel"
	"k8s.io/apiserver/pkg/endpoints/request"
	"k8s.io/apiserver/pkg/registry/rest"
	"k8s.io/apiserver/pkg/warning"
	"k8s.io/kubernetes/pkg/apis/core"
	"k8s.io/kubernetes/pkg/apis/scheduling"
)

// The values that the server gives to a stored object. Fixed: the same input gives the same answer.
const (
	storedUID             = types.UID("00000000-0000-0000-0000-000000000001")
	storedResourceVersion = "1"
)

// review is the work on one object.
type review struct {
	*server
	request  Request
	answer   *Answer
	kind     *Kind
	gvk      schema.GroupVersionKind
	strategy *caught
	ctx      context.Context
	warnings warnings
	object   runtime.Object
	old      runtime.Object
	// given is a Service, and its predecessor, before addresses and ports were allocated.
	given, givenOld *core.Service
}

// AddWarning takes a warning of the server.
func (r *review) AddWarning(_, text string) {
	r.warnings.add(text)
	r.answer.Warnings = append([]string{}, r.warnings.sent...)
}

// Review judges one document: the request as JSON, the object and the old object as they were written.
func Review(meta, object, old []byte) (answer *Answer) {
	defer func() {
		if failure := recover(); failure != nil {
			answer = notJudged("the engine failed on this object")
			answer.Panic = fmt.Sprint(failure) + "\n" + string(debug.Stack())
		}
	}()
	request, err := readRequest(meta)
	if err != nil {
		return notJudged("the request is not readable: " + err.Error())
	}
	switch request.Operation {
	case "create", "update":
	default:
		return notJudged(fmt.Sprintf("operation %q is neither create nor update", request.Operation))
	}
	if request.Namespace == "" {
		request.Namespace = metav1.NamespaceDefault
	}
	return current.review(request, object, old)
}

// lastMeta is the request that was read last, and lastRequest what it says: many objects are judged with the same settings.
var lastMeta []byte
var lastRequest Request

func readRequest(meta []byte) (Request, error) {
	if len(lastMeta) > 0 && bytes.Equal(meta, lastMeta) {
		return lastRequest, nil
	}
	var request Request
	err := json.Unmarshal(meta, &request)
	if err == nil {
		lastMeta, lastRequest = bytes.Clone(meta), request
	}
	return request, err
}

func (s *server) review(request Request, text, oldText []byte) *Answer {
	document, err := readDocument(text)
	if err != nil {
		return unread(err)
	}
	if items, isList := document.items(); isList {
		return s.reviewList(request, items)
	}
	if err := document.bounded(); err != nil {
		return unread(err)
	}
	r := &review{server: s, request: request, answer: newAnswer()}
	if !r.decode(document) {
		r.answer.settle()
		return r.answer
	}
	if request.Operation == "update" && !r.decodeOld(oldText) {
		r.answer.settle()
		return r.answer
	}
	for _, object := range []runtime.Object{r.object, r.old} {
		if names := namesOf(object); names > mostNames {
			return unread(tooMuch(fmt.Sprintf("it has %d labels and annotations, and at most %d are looked at", names, mostNames)))
		}
	}
	expressions := cel.Asked
	err = r.run()
	if cel.Asked != expressions && err == nil {
		*r.answer = *notJudged("its CEL expressions are not judged; the rest of it is right")
		return r.answer
	}
	if err != nil {
		r.answer.refuseWith(err, r.strategy.errors)
		if more := r.strategy.more; more > 0 {
			detail := fmt.Sprintf("%d more errors are not told", more)
			r.answer.refuse(Finding{Type: "TooManyErrors", Detail: detail, Message: detail})
		}
	} else if request.Defaulted {
		r.answer.Defaulted = r.encode(r.object)
	}
	if request.Advice {
		r.advise(err)
	}
	r.answer.settle()
	return r.answer
}

// namesOf is how many labels and annotations an object has, none where there is no object.
func namesOf(object runtime.Object) int {
	if object == nil {
		return 0
	}
	accessor, err := meta.Accessor(object)
	if err != nil {
		return 0
	}
	return len(accessor.GetLabels()) + len(accessor.GetAnnotations())
}

// tooMuch is why an object would take too long.
type tooMuch string

func (why tooMuch) Error() string { return "too large to be judged: " + string(why) }

// unread answers for a document that does not come to be decoded. One that would take too long is neither called valid nor refused.
func unread(err error) *Answer {
	if why, isTooMuch := err.(tooMuch); isTooMuch {
		answer := notJudged("the object is too large to be judged")
		answer.Failure = why.Error()
		return answer
	}
	answer := newAnswer()
	answer.refuseWith(err, nil)
	return answer
}

func (s *server) reviewList(request Request, items []json.RawMessage) *Answer {
	all := newAnswer()
	if request.Operation == "update" {
		return notJudged("a List cannot be updated: update its items one by one")
	}
	for i, item := range items {
		answer := s.review(request, item, nil)
		prefix := fmt.Sprintf("items[%d]", i)
		for _, found := range answer.Errors {
			found.Field = join(prefix, found.Field)
			all.Errors = append(all.Errors, found)
		}
		for _, found := range answer.Advice {
			found.Field = join(prefix, found.Field)
			all.Advice = append(all.Advice, found)
		}
		for _, found := range answer.Dropped {
			found.Field = join(prefix, found.Field)
			all.Dropped = append(all.Dropped, found)
		}
		all.Warnings = append(all.Warnings, answer.Warnings...)
		all.Allowed = all.Allowed && answer.Allowed
		if !answer.Judged && all.Judged {
			all.Judged, all.Reason = false, prefix+": "+answer.Reason
		}
		if answer.Failure != "" && all.Failure == "" {
			all.Failure = prefix + ": " + answer.Failure
		}
		all.Items = append(all.Items, answer)
	}
	return all
}

func join(prefix, path string) string {
	if path == "" {
		return prefix
	}
	return prefix + "." + path
}

// run does what the server's handlers do, in their order.
func (r *review) run() error {
	accessor, err := meta.Accessor(r.object)
	if err != nil {
		return badRequest(err.Error())
	}
	accessor.SetManagedFields(nil)
	r.prepareContext(accessor)
	r.dropDuplicateOwners(accessor, false)
	if r.old != nil {
		if err := r.prepareUpdate(accessor); err != nil {
			return err
		}
	}
	if err := r.admit(r.object, r.old); err != nil {
		return err
	}
	r.dropDuplicateOwners(accessor, true)
	if r.old != nil {
		if err := r.store(r.object, r.old); err != nil {
			return err
		}
	} else if err := r.store(r.object, nil); err != nil {
		return err
	}
	return r.validateAdmission(r.object, r.old)
}

func (r *review) prepareContext(accessor metav1.Object) {
	namespace := r.request.RequestNamespace
	if namespace == "" {
		namespace = accessor.GetNamespace()
	}
	if namespace == "" {
		namespace = r.request.Namespace
	}
	if !r.kind.Strategy.NamespaceScoped() {
		namespace = metav1.NamespaceNone
	}
	r.ctx = r.contextFor(r.kind, r.gvk.Version, namespace, accessor.GetName(), r)
}

func (r *review) contextFor(kind *Kind, version, namespace, name string, recorder warning.Recorder) context.Context {
	verb := r.request.Operation
	ctx := request.WithNamespace(context.Background(), namespace)
	ctx = request.WithRequestInfo(ctx, &request.RequestInfo{
		IsResourceRequest: true, Verb: verb, APIGroup: kind.Group, APIVersion: version,
		Namespace: namespace, Resource: kind.Resource, Name: name,
	})
	return warning.WithWarningRecorder(ctx, recorder)
}

// store is the storage's create or update up to the point of writing.
func (r *review) store(object, old runtime.Object) error {
	accessor, err := meta.Accessor(object)
	if err != nil {
		return apierrors.NewInternalError(err)
	}
	if old == nil {
		fillSystemFields(accessor)
		if base := accessor.GetGenerateName(); base != "" && accessor.GetName() == "" {
			accessor.SetName(generateName(r.strategy, base))
		}
		if service, isService := object.(*core.Service); isService {
			r.given = service.DeepCopy()
			if err := r.beginServiceCreate(service); err != nil {
				return err
			}
		}
		if err := rest.BeforeCreate(r.strategy, r.ctx, object); err != nil {
			r.strategy.again(field.NewPath("metadata"), accessor, nil)
			return err
		}
		return nil
	}
	if service, isService := object.(*core.Service); isService {
		r.given = service.DeepCopy()
		if err := r.beginServiceUpdate(service, old.(*core.Service)); err != nil {
			return err
		}
	}
	if err := rest.BeforeUpdate(r.strategy, r.ctx, object, old); err != nil {
		oldAccessor, _ := meta.Accessor(old)
		r.strategy.again(field.NewPath("metadata"), accessor, oldAccessor)
		return err
	}
	return nil
}

// fillSystemFields is what the server does to each new object, with values that are always the same.
func fillSystemFields(accessor metav1.Object) {
	accessor.SetUID(storedUID)
	accessor.SetCreationTimestamp(metav1.Unix(1_700_000_000, 0))
	accessor.SetSelfLink("")
}

// generateName is the kind's own way to make a name, with an end that is always the same.
func generateName(strategy Strategy, base string) string {
	name := strategy.GenerateName(base)
	if name == base || len(name) < len(someSuffix) {
		return name
	}
	return name[:len(name)-len(someSuffix)] + someSuffix
}

// validateAdmission runs the admission plugins that validate and need no cluster.
func (r *review) validateAdmission(object, old runtime.Object) error {
	if class, isClass := object.(*scheduling.PriorityClass); isClass {
		if err := r.oneGlobalDefault(class); err != nil {
			return err
		}
	}
	if err := r.validatePodSecurity(object, old); err != nil {
		return err
	}
	return r.validateRuntimeClass(object, old)
}

// encode writes an object in the version in which it was read, without what only a cluster can give it.
func (r *review) encode(object runtime.Object) json.RawMessage {
	versioned, err := r.scheme.ConvertToVersion(object, r.gvk.GroupVersion())
	if err != nil {
		return nil
	}
	r.scrub(versioned)
	var out bytes.Buffer
	if err := r.json.Encode(versioned, &out); err != nil {
		return nil
	}
	return bytes.TrimSpace(out.Bytes())
}
