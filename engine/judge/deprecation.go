package judge

import (
	"strconv"
	"strings"

	"k8s.io/apimachinery/pkg/runtime/schema"
	"k8s.io/apiserver/pkg/endpoints/deprecation"
)

// warnDeprecated warns of versions that go away, as the server's installer does.
func (r *review) warnDeprecated() {
	text, known := r.deprecated[r.gvk]
	if !known {
		text = r.deprecation(r.gvk)
		r.deprecated[r.gvk] = text
	}
	if text != "" {
		r.AddWarning("", text)
	}
}

func (s *server) deprecation(gvk schema.GroupVersionKind) string {
	object, err := s.scheme.New(gvk)
	if err != nil {
		return ""
	}
	major, minor, _ := strings.Cut(s.minor.Version, ".")
	x, _ := strconv.Atoi(major)
	y, _ := strconv.Atoi(minor)
	object.GetObjectKind().SetGroupVersionKind(gvk)
	if !deprecation.IsDeprecated(object, x, y) {
		return ""
	}
	return deprecation.WarningMessage(object)
}
