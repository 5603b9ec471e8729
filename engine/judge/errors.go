package judge

import (
	"encoding/json"
	"net/http"
	"reflect"
	"regexp"
	"strconv"
	"strings"

	apierrors "k8s.io/apimachinery/pkg/api/errors"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/util/validation/field"
)

// refuseWith takes over the server's error. `seen` are the field errors it was made of, as far as they were caught.
func (a *Answer) refuseWith(err error, seen field.ErrorList) {
	a.Allowed = false
	status, isStatus := err.(apierrors.APIStatus)
	if !isStatus {
		// What is no status becomes one without a reason, even where it wraps one.
		a.Status = &Status{Code: http.StatusInternalServerError, Message: err.Error()}
		found := Finding{Type: string(metav1.StatusReasonInternalError), Detail: err.Error(), Message: err.Error()}
		if at, isPlaced := err.(placed); isPlaced {
			found.Field = at.field
		}
		a.Errors = append(a.Errors, found)
		return
	}
	reported := status.Status()
	a.Status = &Status{Code: reported.Code, Reason: string(reported.Reason), Message: withoutPointers(reported.Message)}
	if reported.Details == nil || len(reported.Details.Causes) == 0 || reported.Reason != metav1.StatusReasonInvalid {
		a.Errors = append(a.Errors, Finding{Type: string(reported.Reason), Detail: reported.Message, Message: reported.Message})
		return
	}
	unused := map[said]field.ErrorList{}
	for _, one := range seen {
		text := said{one.Field, one.ErrorBody()}
		unused[text] = append(unused[text], one)
	}
	for _, cause := range reported.Details.Causes {
		a.Errors = append(a.Errors, finding(cause, unused))
	}
}

// said is a field error as the server's answer has it.
type said struct{ field, text string }

func finding(cause metav1.StatusCause, unused map[said]field.ErrorList) Finding {
	result := Finding{Type: string(cause.Type), Field: cause.Field, Message: withoutPointers(cause.Message)}
	text := said{cause.Field, cause.Message}
	if candidates := unused[text]; len(candidates) > 0 {
		unused[text] = candidates[1:]
		result.Detail = candidates[0].Detail
		result.Value = value(candidates[0])
		return result
	}
	result.Value, result.Detail = valueAndDetail(cause)
	return result
}

func value(err *field.Error) json.RawMessage {
	switch err.Type {
	case field.ErrorTypeRequired, field.ErrorTypeForbidden, field.ErrorTypeInternal:
		return nil
	}
	bad := reflect.ValueOf(err.BadValue)
	if !bad.IsValid() || (bad.Kind() == reflect.Pointer && bad.IsNil()) {
		return json.RawMessage("null")
	}
	encoded, encodeError := json.Marshal(err.BadValue)
	if encodeError != nil || len(encoded) > 4096 {
		return nil
	}
	return encoded
}

// valueAndDetail takes apart the server's text of an error that did not come through the strategy: the type, the value for most
// types, and the detail.
func valueAndDetail(cause metav1.StatusCause) (json.RawMessage, string) {
	kind := field.ErrorType(cause.Type)
	rest, _ := strings.CutPrefix(cause.Message, kind.String())
	rest, _ = strings.CutPrefix(rest, ": ")
	switch kind {
	case field.ErrorTypeInvalid, field.ErrorTypeNotSupported, field.ErrorTypeNotFound, field.ErrorTypeDuplicate, field.ErrorTypeTypeInvalid:
	default:
		return nil, rest
	}
	if text, err := strconv.QuotedPrefix(rest); err == nil {
		plain, _ := strconv.Unquote(text)
		encoded, _ := json.Marshal(plain)
		return encoded, strings.TrimPrefix(rest[len(text):], ": ")
	}
	if text, detail, found := strings.Cut(rest, ": "); found {
		if json.Valid([]byte(text)) {
			return json.RawMessage(text), detail
		}
		return nil, detail
	}
	return nil, rest
}

var pointer = regexp.MustCompile(`\(?\*?[\w./]+\)?\(?0xc?[0-9a-f]{5,}\)?`)

// withoutPointers takes memory addresses out of texts: they differ from run to run.
func withoutPointers(message string) string {
	if !strings.Contains(message, "0x") {
		return message
	}
	return pointer.ReplaceAllString(message, "(pointer)")
}

// placed is an error of which we know the field, although the server does not tell it.
type placed struct {
	error
	field string
}

func badRequest(message string) *apierrors.StatusError { return apierrors.NewBadRequest(message) }

func tooLarge(message string) error {
	return &apierrors.StatusError{ErrStatus: metav1.Status{
		Status: metav1.StatusFailure, Code: http.StatusRequestEntityTooLarge, Reason: metav1.StatusReasonRequestEntityTooLarge, Message: message,
	}}
}
