package judge

import (
	"reflect"
	"strconv"
	"strings"

	"k8s.io/apimachinery/pkg/api/resource"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/apimachinery/pkg/util/diff"
	"k8s.io/apimachinery/pkg/util/intstr"
	"k8s.io/kubernetes/pkg/apis/core"
)

// lostFields lists the fields of a spec that are set in `before` and empty in `after`, as the API writes them. Metadata and status
// are left out: the server sets them itself. Every object comes through here, so that nothing is written until something is lost.
func lostFields(before, after runtime.Object) []string {
	x, y := reflect.ValueOf(before).Elem(), reflect.ValueOf(after).Elem()
	if x.Kind() != reflect.Struct || x.Type() != y.Type() {
		return nil
	}
	var lost []string
	for i := 0; i < x.NumField(); i++ {
		switch name := x.Type().Field(i).Name; name {
		case "TypeMeta", "ObjectMeta", "Status":
		default:
			for _, rest := range walkLost(x.Field(i), y.Field(i)) {
				lost = append(lost, diff.FieldName(name)+rest)
			}
		}
	}
	return lost
}

// walkLost gives the paths of what is lost below a value, each with the dot or bracket that it begins with.
func walkLost(x, y reflect.Value) []string {
	switch x.Kind() {
	case reflect.Pointer:
		switch {
		case x.IsNil() || !y.IsNil() && x.Pointer() == y.Pointer():
			return nil
		case y.IsNil():
			return []string{""}
		}
		return walkLost(x.Elem(), y.Elem())
	case reflect.Interface:
		if !x.IsNil() && y.IsNil() {
			return []string{""}
		}
	case reflect.Struct:
		t := x.Type()
		if plain(t) {
			return nil
		}
		var lost []string
		for i := 0; i < x.NumField(); i++ {
			below := walkLost(x.Field(i), y.Field(i))
			if below == nil {
				continue
			}
			prefix := ""
			if field := t.Field(i); !field.Anonymous {
				prefix = "." + diff.FieldName(field.Name)
			}
			for _, rest := range below {
				lost = append(lost, prefix+rest)
			}
		}
		return lost
	case reflect.Slice:
		if x.Len() == 0 {
			return nil
		}
		if y.Len() == 0 {
			return []string{""}
		}
		if kind := x.Type().Elem().Kind(); kind != reflect.Struct && kind != reflect.Pointer || x.Len() != y.Len() {
			return nil
		}
		var lost []string
		for i := 0; i < x.Len(); i++ {
			for _, rest := range walkLost(x.Index(i), y.Index(i)) {
				lost = append(lost, "["+strconv.Itoa(i)+"]"+rest)
			}
		}
		return lost
	case reflect.Map:
		if x.Len() > 0 && y.Len() == 0 {
			return []string{""}
		}
	default:
		// A procMount that its gate does not let through is set back to the default rather than dropped.
		if !x.IsZero() && (y.IsZero() || x.Type() == procMountType && x.String() != y.String()) {
			return []string{""}
		}
	}
	return nil
}

var procMountType = reflect.TypeFor[core.ProcMountType]()

var plainTypes = map[reflect.Type]bool{
	reflect.TypeFor[metav1.Time]():        true,
	reflect.TypeFor[metav1.MicroTime]():   true,
	reflect.TypeFor[metav1.ObjectMeta]():  true,
	reflect.TypeFor[resource.Quantity]():  true,
	reflect.TypeFor[intstr.IntOrString](): true,
}

// plain tells whether a struct is one value, such as a quantity, or metadata.
func plain(t reflect.Type) bool { return plainTypes[t] }

// dropped names the lost fields with their feature gates.
func (r *review) dropped(lost []string) {
	for _, path := range lost {
		path = diff.AsWritten(path)
		bare := withoutIndexes(path)
		if serverSets[bare] {
			continue
		}
		found := Dropped{Field: path}
		for _, gate := range r.minor.Gates {
			if bare == gate.Field || strings.HasSuffix(bare, "."+gate.Field) {
				found.Gate, found.Since = gate.Name, gate.Since
				break
			}
		}
		r.answer.Dropped = append(r.answer.Dropped, found)
	}
}

// serverSets are fields that a strategy clears because they are the server's own, or because another field rules them out.
var serverSets = map[string]bool{
	"spec.finalizers":                    true,
	"secrets":                            true,
	"spec.priority":                      true,
	"spec.clusterIP":                     true,
	"spec.clusterIPs":                    true,
	"spec.ports.nodePort":                true,
	"spec.healthCheckNodePort":           true,
	"spec.ipFamilies":                    true,
	"spec.ipFamilyPolicy":                true,
	"spec.sessionAffinityConfig":         true,
	"spec.loadBalancerClass":             true,
	"spec.allocateLoadBalancerNodePorts": true,
	"spec.externalTrafficPolicy":         true,
	"spec.internalTrafficPolicy":         true,
}

func withoutIndexes(path string) string {
	if !strings.Contains(path, "[") {
		return path
	}
	var out strings.Builder
	inside := false
	for _, c := range path {
		switch {
		case c == '[':
			inside = true
		case c == ']':
			inside = false
		case !inside:
			out.WriteRune(c)
		}
	}
	return out.String()
}
