package judge

import (
	"reflect"
	"strconv"
	"strings"
	"unsafe"

	"k8s.io/apimachinery/pkg/api/resource"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/apimachinery/pkg/util/diff"
	"k8s.io/apimachinery/pkg/util/intstr"
	"k8s.io/kubernetes/pkg/apis/core"
)

// lostFields lists the fields of a spec that are set in `before` and empty in `after`, as the API writes them. Metadata and status
// are left out: the server sets them itself. Every object comes through here, so that nothing is written until something is lost,
// and what reflection knows of a type is looked up once.
func lostFields(before, after runtime.Object) []string {
	x, y := reflect.ValueOf(before), reflect.ValueOf(after)
	if x.Kind() != reflect.Pointer || x.Type() != y.Type() || x.Elem().Kind() != reflect.Struct {
		return nil
	}
	var lost []string
	for _, member := range shapeOf(x.Type().Elem()).members {
		switch member.name {
		case "TypeMeta", "ObjectMeta", "Status":
		default:
			for _, rest := range member.shape.lost(unsafe.Add(x.UnsafePointer(), member.offset), unsafe.Add(y.UnsafePointer(), member.offset)) {
				lost = append(lost, diff.FieldName(member.name)+rest)
			}
		}
	}
	return lost
}

// shape is a type as far as it matters what is lost of its values.
type shape struct {
	typ  reflect.Type
	kind reflect.Kind
	// plain tells whether a struct is one value, such as a quantity, or metadata.
	plain   bool
	members []member
	// of is what a pointer points to, or what a slice is made of.
	of *shape
}

type member struct {
	name     string
	embedded bool
	offset   uintptr
	shape    *shape
}

var shapes = map[reflect.Type]*shape{}

func shapeOf(t reflect.Type) *shape {
	if known := shapes[t]; known != nil {
		return known
	}
	s := &shape{typ: t, kind: t.Kind(), plain: plainTypes[t]}
	// Types may hold themselves.
	shapes[t] = s
	switch {
	case s.kind == reflect.Pointer, s.kind == reflect.Slice:
		s.of = shapeOf(t.Elem())
	case s.kind == reflect.Struct && !s.plain:
		for i := 0; i < t.NumField(); i++ {
			field := t.Field(i)
			s.members = append(s.members, member{field.Name, field.Anonymous, field.Offset, shapeOf(field.Type)})
		}
	}
	return s
}

// lost gives the paths of what is lost below a value, each with the dot or bracket that it begins with. x and y point to two values of
// this shape.
func (s *shape) lost(x, y unsafe.Pointer) []string {
	switch s.kind {
	case reflect.Pointer:
		before, after := *(*unsafe.Pointer)(x), *(*unsafe.Pointer)(y)
		switch {
		case before == after || before == nil:
			return nil
		case after == nil:
			return []string{""}
		}
		return s.of.lost(before, after)
	case reflect.Struct:
		var lost []string
		for i := range s.members {
			member := &s.members[i]
			below := member.shape.lost(unsafe.Add(x, member.offset), unsafe.Add(y, member.offset))
			if below == nil {
				continue
			}
			prefix := ""
			if !member.embedded {
				prefix = "." + diff.FieldName(member.name)
			}
			for _, rest := range below {
				lost = append(lost, prefix+rest)
			}
		}
		return lost
	case reflect.Slice:
		// Whatever its items are: where they begin, and how many there are.
		before, after := *(*[]byte)(x), *(*[]byte)(y)
		if len(before) == 0 {
			return nil
		}
		if len(after) == 0 {
			return []string{""}
		}
		if kind := s.of.kind; kind != reflect.Struct && kind != reflect.Pointer || len(before) != len(after) {
			return nil
		}
		var lost []string
		size := s.of.typ.Size()
		for i := range len(before) {
			offset := uintptr(i) * size
			for _, rest := range s.of.lost(unsafe.Add(unsafe.Pointer(unsafe.SliceData(before)), offset), unsafe.Add(unsafe.Pointer(unsafe.SliceData(after)), offset)) {
				lost = append(lost, "["+strconv.Itoa(i)+"]"+rest)
			}
		}
		return lost
	case reflect.String:
		before, after := *(*string)(x), *(*string)(y)
		// A procMount that its gate does not let through is set back to the default rather than dropped.
		if before != "" && (after == "" || s.typ == procMountType && before != after) {
			return []string{""}
		}
	case reflect.Bool:
		if *(*bool)(x) && !*(*bool)(y) {
			return []string{""}
		}
	case reflect.Int32:
		if *(*int32)(x) != 0 && *(*int32)(y) == 0 {
			return []string{""}
		}
	case reflect.Int64:
		if *(*int64)(x) != 0 && *(*int64)(y) == 0 {
			return []string{""}
		}
	case reflect.Map:
		if *(*unsafe.Pointer)(x) != nil && s.at(x).Len() > 0 && s.at(y).Len() == 0 {
			return []string{""}
		}
	default:
		if !s.at(x).IsZero() && s.at(y).IsZero() {
			return []string{""}
		}
	}
	return nil
}

func (s *shape) at(value unsafe.Pointer) reflect.Value { return reflect.NewAt(s.typ, value).Elem() }

var procMountType = reflect.TypeFor[core.ProcMountType]()

var plainTypes = map[reflect.Type]bool{
	reflect.TypeFor[metav1.Time]():        true,
	reflect.TypeFor[metav1.MicroTime]():   true,
	reflect.TypeFor[metav1.ObjectMeta]():  true,
	reflect.TypeFor[resource.Quantity]():  true,
	reflect.TypeFor[intstr.IntOrString](): true,
}

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
