package main

import (
	"strings"
	"testing"

	"k8s.io/apimachinery/pkg/api/resource"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/util/diff"
	"k8s.io/apimachinery/pkg/util/intstr"
	"k8s.io/kubernetes/pkg/apis/core"
)

// A difference is a line for each field that changed, in an order and a form that depend on nothing but the values.
func TestADifferenceIsALineForEachField(t *testing.T) {
	memory := func(text string) core.ResourceList {
		return core.ResourceList{core.ResourceMemory: resource.MustParse(text)}
	}
	port := func(port intstr.IntOrString) core.ProbeHandler {
		return core.ProbeHandler{HTTPGet: &core.HTTPGetAction{Port: port}}
	}
	seconds := int64(30)
	for _, example := range []struct {
		name          string
		before, after interface{}
		lines         []string
	}{
		{"nothing", core.PodSpec{NodeName: "a"}, core.PodSpec{NodeName: "a"}, nil},
		{"nil and empty", core.PodSpec{}, core.PodSpec{NodeSelector: map[string]string{}, Containers: []core.Container{}}, nil},
		{"one quantity in two ways", memory("1Ki"), memory("1024"), nil},
		{"a quantity", memory("1Ki"), memory("2Ki"), []string{`[memory]: "1Ki" -> "2Ki"`}},
		{"a text", core.PodSpec{}, core.PodSpec{NodeName: "a"}, []string{`nodeName: not set -> "a"`}},
		{"a pointer", core.PodSpec{TerminationGracePeriodSeconds: &seconds}, core.PodSpec{}, []string{"terminationGracePeriodSeconds: 30 -> not set"}},
		{
			"a field that the API keeps elsewhere", core.PodSpec{SecurityContext: &core.PodSecurityContext{}},
			core.PodSpec{SecurityContext: &core.PodSecurityContext{HostPID: true}}, []string{"hostPID: false -> true"},
		},
		{
			"an item that was put in", core.PodSpec{Volumes: []core.Volume{{Name: "a"}, {Name: "z"}}},
			core.PodSpec{Volumes: []core.Volume{{Name: "a"}, {Name: "b"}, {Name: "z"}}}, []string{`volumes[1]: not set -> {name: "b"}`},
		},
		{"an embedded struct", port(intstr.FromInt(80)), port(intstr.FromString("web")), []string{`httpGet.port: 80 -> "web"`}},
		{"a list of texts", core.Container{Args: []string{"a"}}, core.Container{Args: []string{"a", "b"}}, []string{`args: ["a"] -> ["a", "b"]`}},
		{"a time", metav1.ObjectMeta{}, metav1.ObjectMeta{CreationTimestamp: metav1.Unix(0, 0)}, []string{`creationTimestamp: null -> "1970-01-01T00:00:00Z"`}},
		{"different types", 1, "a", []string{`1 -> "a"`}},
	} {
		if printed, wanted := diff.Diff(example.before, example.after), strings.Join(example.lines, "\n"); printed != wanted {
			t.Errorf("%s\nprints %s\nwanted %s", example.name, printed, wanted)
		}
	}
}
