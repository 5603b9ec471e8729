package judge

import (
	"encoding/json"
	"fmt"
	"regexp"
	"strings"

	batchv1 "k8s.io/api/batch/v1"
	corev1 "k8s.io/api/core/v1"
	"k8s.io/apimachinery/pkg/api/meta"
	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/apimachinery/pkg/runtime/schema"
	"k8s.io/kubernetes/pkg/apis/core"
)

// decode reads the object, defaults it and brings it into the internal version. False means that the answer is complete.
func (r *review) decode(doc *document) bool {
	object, gvk, err := r.read(doc)
	if gvk == nil {
		r.answer.refuseWith(badRequest(unreadable(err)), nil)
		return false
	}
	if !r.known(*gvk, err) {
		return false
	}
	r.gvk = *gvk
	r.warnDeprecated()
	var strict error
	if err != nil {
		if !runtime.IsStrictDecodingError(err) {
			r.answer.refuseWith(badRequest(fmt.Sprintf("%s in version %q cannot be handled as a %s: %v", gvk.Kind, gvk.Version, gvk.Kind, err)), nil)
			return false
		}
		strict = err
	}
	r.scheme.Default(object)
	internal, err := r.internal(object, *gvk)
	if err != nil {
		r.answer.refuseWith(badRequest(fmt.Sprintf("%s in version %q cannot be handled as a %s: %v", gvk.Kind, gvk.Version, gvk.Kind, err)), nil)
		return false
	}
	if strict != nil {
		r.refuseStrict(*gvk, strict)
		return false
	}
	r.object = internal
	r.kind = r.kinds[gvk.GroupKind()]
	r.strategy = &caught{Strategy: r.kind.Strategy, watch: r.request.Advice}
	return true
}

// read decodes a document strictly.
func (s *server) read(doc *document) (runtime.Object, *schema.GroupVersionKind, error) {
	if doc.isYAML {
		return s.yaml.Decode(doc.text, nil, nil)
	}
	if doc.survey.named != nil {
		s.named.gvk = *doc.survey.named
		object, gvk, err := s.namedJSON.Decode(doc.text, nil, nil)
		// Of what is no JSON, the kind was not known after all.
		if err == nil || runtime.IsStrictDecodingError(err) {
			return object, gvk, err
		}
	}
	return s.json.Decode(doc.text, nil, nil)
}

// readLoosely decodes what was stored once. The library that reads YAML takes JSON for YAML too, only more slowly.
func (s *server) readLoosely(doc *document, text []byte) (runtime.Object, *schema.GroupVersionKind, error) {
	if !doc.isYAML && doc.survey.named != nil {
		s.named.gvk = *doc.survey.named
		if object, gvk, err := s.namedLoose.Decode(doc.text, nil, nil); err == nil {
			return object, gvk, nil
		}
	}
	return s.loose.Decode(text, nil, nil)
}

// internal brings a versioned object into the internal version. Like the server's own decoder it copies no more than it must, so
// that what defaulting let two fields share (a Job's labels and those of its template) is still shared; `object` must not be used
// any more.
func (s *server) internal(object runtime.Object, gvk schema.GroupVersionKind) (runtime.Object, error) {
	return s.scheme.UnsafeConvertToVersion(object, schema.GroupVersion{Group: gvk.Group, Version: runtime.APIVersionInternal})
}

var noObject = regexp.MustCompile(`cannot unmarshal (\w+) into Go value of type struct.*`)

// unreadable says why a text is no object, without the names of Go's types.
func unreadable(err error) string {
	text := strings.TrimPrefix(err.Error(), "couldn't get version/kind; json parse error: ")
	text = noObject.ReplaceAllString(strings.TrimPrefix(text, "json: "), "it is of type $1")
	return "the document is no Kubernetes object: " + strings.TrimPrefix(text, "json: ")
}

var strictField = regexp.MustCompile(`^(unknown|duplicate) field "(.*)"$`)
var strictKey = regexp.MustCompile(`key "?(.*?)"? already set in map`)

// refuseStrict reports what strict decoding found: the server puts all of it into one message.
func (r *review) refuseStrict(gvk schema.GroupVersionKind, strict error) {
	status := badRequest(fmt.Sprintf("%s in version %q cannot be handled as a %s: %v", gvk.Kind, gvk.Version, gvk.Kind, strict))
	list, _ := runtime.AsStrictDecodingError(strict)
	r.answer.Allowed = false
	r.answer.Status = &Status{Code: status.ErrStatus.Code, Reason: string(status.ErrStatus.Reason), Message: status.ErrStatus.Message}
	for _, one := range list.Errors() {
		text := one.Error()
		found := Finding{Type: "BadRequest", Detail: text, Message: text}
		if match := strictField.FindStringSubmatch(text); match != nil {
			found.Type = map[string]string{"unknown": "UnknownField", "duplicate": "DuplicateField"}[match[1]]
			found.Field = match[2]
			found.Detail = match[1] + " field"
		} else if match := strictKey.FindStringSubmatch(text); match != nil {
			found.Type = "DuplicateField"
		}
		r.answer.Errors = append(r.answer.Errors, found)
	}
}

// known tells whether the kind is judged in this version, and answers where it is not.
func (r *review) known(gvk schema.GroupVersionKind, err error) bool {
	if gvk.Kind == "" || gvk.Version == "" {
		r.answer.refuseWith(badRequest(fmt.Sprintf("the document is no Kubernetes object: %v", err)), nil)
		return false
	}
	apiVersion := gvk.GroupVersion().String()
	kind := r.kinds[gvk.GroupKind()]
	switch {
	case r.served[gvk] && kind != nil:
		return true
	case r.served[gvk]:
		*r.answer = *notJudged(fmt.Sprintf("%s %s is served by Kubernetes %s, but its rules are not part of the engine", apiVersion, gvk.Kind, r.minor.Version))
		return false
	}
	instead, builtIn := r.instead(gvk)
	if !builtIn {
		*r.answer = *notJudged(fmt.Sprintf("%s %s is not a built-in kind of Kubernetes %s", apiVersion, gvk.Kind, r.minor.Version))
		return false
	}
	detail := fmt.Sprintf("Kubernetes %s does not serve %s in %s", r.minor.Version, gvk.Kind, apiVersion)
	if instead != "" {
		detail += "; " + instead
	}
	value, _ := json.Marshal(apiVersion)
	r.answer.Status = &Status{Code: 404, Reason: "NotFound", Message: "the server could not find the requested resource"}
	r.answer.refuse(Finding{Type: "NotFound", Field: "apiVersion", Value: value, Detail: detail, Message: "the server could not find the requested resource"})
	return false
}

// decodeOld reads the old object: it is what the server stored, so it is not read strictly.
func (r *review) decodeOld(text []byte) bool {
	document, err := readDocument(text)
	if err == nil {
		err = document.bounded()
	}
	if err != nil {
		if _, isTooMuch := err.(tooMuch); isTooMuch {
			*r.answer = *unread(err)
		} else {
			*r.answer = *notJudged(fmt.Sprintf("the old object is not readable: %v", err))
		}
		return false
	}
	object, gvk, err := r.readLoosely(document, text)
	if err != nil || gvk == nil {
		*r.answer = *notJudged(fmt.Sprintf("the old object is not readable: %v", err))
		return false
	}
	if gvk.GroupKind() != r.gvk.GroupKind() {
		*r.answer = *notJudged(fmt.Sprintf("the old object is a %s, the new one a %s: that is no update", gvk.GroupKind(), r.gvk.GroupKind()))
		return false
	}
	if claim, isClaim := object.(*corev1.PersistentVolumeClaim); isClaim && claim.Status.Phase == "" {
		// A text without status: it was applied some time ago, so that the claim has its volume by now.
		claim.Status.Phase = corev1.ClaimBound
		spec := claim.Spec.DeepCopy()
		claim.Status.AccessModes, claim.Status.Capacity = spec.AccessModes, spec.Resources.Requests
	}
	r.scheme.Default(object)
	internal, err := r.internal(object, *gvk)
	if err != nil {
		*r.answer = *notJudged(fmt.Sprintf("the old object is not readable: %v", err))
		return false
	}
	before, _ := meta.Accessor(internal)
	after, _ := meta.Accessor(r.object)
	if before.GetName() != after.GetName() {
		*r.answer = *notJudged(fmt.Sprintf("the old object is named %q, the new one %q: that is no update", before.GetName(), after.GetName()))
		return false
	}
	r.old = internal
	return true
}

// scrub takes out what only a cluster can give.
func (r *review) scrub(versioned runtime.Object) {
	accessor, err := meta.Accessor(versioned)
	if err != nil {
		return
	}
	accessor.SetUID("")
	accessor.SetResourceVersion("")
	accessor.SetGeneration(0)
	accessor.SetManagedFields(nil)
	accessor.SetSelfLink("")
	accessor.SetCreationTimestamp(zeroTime)
	switch versioned := versioned.(type) {
	case *batchv1.Job:
		scrubJob(versioned)
	case *corev1.Service:
		r.scrubService(versioned)
	}
	if generate := accessor.GetGenerateName(); generate != "" && strings.HasPrefix(accessor.GetName(), generate) {
		accessor.SetName("")
	}
}

// scrubJob takes out the selector and the labels that the server makes: those of the template, which are the Job's own too where
// it was given none.
func scrubJob(job *batchv1.Job) {
	for _, label := range []string{"controller-uid", "batch.kubernetes.io/controller-uid"} {
		if selector := job.Spec.Selector; selector != nil && selector.MatchLabels[label] == string(storedUID) {
			job.Spec.Selector = nil
		}
		for _, labels := range []map[string]string{job.Labels, job.Spec.Template.Labels} {
			if labels[label] == string(storedUID) {
				delete(labels, label)
				delete(labels, strings.Replace(label, "controller-uid", "job-name", 1))
			}
		}
	}
	if len(job.Labels) == 0 {
		job.Labels = nil
	}
	if len(job.Spec.Template.Labels) == 0 {
		job.Spec.Template.Labels = nil
	}
}

// scrubService takes out the addresses and ports that were allocated.
func (r *review) scrubService(service *corev1.Service) {
	if r.given == nil {
		return
	}
	given := func(has func(*core.Service) bool) bool { return has(r.given) || r.givenOld != nil && has(r.givenOld) }
	if !given(func(s *core.Service) bool { return s.Spec.ClusterIP != "" || len(s.Spec.ClusterIPs) > 0 }) {
		service.Spec.ClusterIP, service.Spec.ClusterIPs = "", nil
	}
	if !given(func(s *core.Service) bool { return s.Spec.HealthCheckNodePort != 0 }) {
		service.Spec.HealthCheckNodePort = 0
	}
	for i := range service.Spec.Ports {
		if !given(func(s *core.Service) bool { return i < len(s.Spec.Ports) && s.Spec.Ports[i].NodePort != 0 }) {
			service.Spec.Ports[i].NodePort = 0
		}
	}
}
