package judge

import (
	"runtime/debug"
	"strings"

	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/apimachinery/pkg/runtime/schema"
	"k8s.io/apimachinery/pkg/runtime/serializer/json"
	"k8s.io/apiserver/pkg/registry/rest"
	"k8s.io/kubernetes/pkg/api/legacyscheme"
	"k8s.io/kubernetes/pkg/capabilities"
	"k8s.io/pod-security-admission/policy"
	_ "plimsoll/engine/judge/patterns" // The server's own packages import it: see stand-ins.json.
)

// Strategy is what the API server does with a kind on create and update.
type Strategy interface {
	rest.RESTCreateStrategy
	rest.RESTUpdateStrategy
}

// Kind is one kind that is judged.
type Kind struct {
	// Group is the API group, empty for the core group.
	Group string
	// Kind is the name of the kind.
	Kind string
	// Resource is its plural, as in URLs.
	Resource string
	// Versions are the served versions, the preferred one first.
	Versions []string
	// Strategy judges it.
	Strategy Strategy
}

// Gate names the feature gate that lets a field through.
type Gate struct {
	// Field is the end of the field's path, without indexes: `spec.hostUsers`, `containers.resizePolicy`.
	Field string
	// Name is the feature gate.
	Name string
	// Since is the first minor that has it on by default, empty while none has.
	Since string
}

// Minor is a minor of Kubernetes.
type Minor struct {
	// Version is the minor, such as `1.27`.
	Version string
	// Release is the release whose code this is, such as `1.27.16`.
	Release string
	// Schemes add the types to the scheme.
	Schemes []func(*runtime.Scheme) error
	// Kinds are the kinds that are judged.
	Kinds []Kind
	// Unjudged are the kinds that are served and not judged, by `group/version`.
	Unjudged map[string][]string
	// Gates are the gates that are off by default and drop fields.
	Gates []Gate
	// EmptyOverheadIsNone tells whether a Pod may say `overhead: {}` where its RuntimeClass has an overhead.
	EmptyOverheadIsNone bool
	// PodSecurity evaluates the Pod Security Standards.
	PodSecurity func() (policy.Evaluator, error)
}

type server struct {
	minor  Minor
	scheme *runtime.Scheme
	json   runtime.Serializer
	yaml   runtime.Serializer
	loose  runtime.Serializer
	// namedJSON and namedLoose read JSON whose kind is told them.
	named      namedKind
	namedJSON  runtime.Serializer
	namedLoose runtime.Serializer
	kinds      map[schema.GroupKind]*Kind
	served     map[schema.GroupVersionKind]bool
	groups     map[string]bool
	// deprecated are the warnings of versions that go away, empty for those that stay, as far as they were needed.
	deprecated map[schema.GroupVersionKind]string
	security   *podSecurity
}

var current *server

// Serve makes this module the judge of a minor.
func Serve(minor Minor) {
	capabilities.Setup(true, 0)
	// What is live is small and stays the same, so that collecting less often costs little memory and saves much time.
	debug.SetGCPercent(200)
	s := &server{
		minor:  minor,
		scheme: legacyscheme.Scheme,
		kinds:  map[schema.GroupKind]*Kind{},
		served: map[schema.GroupVersionKind]bool{},
		groups: map[string]bool{},

		deprecated: map[schema.GroupVersionKind]string{},
	}
	for _, add := range minor.Schemes {
		if err := add(s.scheme); err != nil {
			panic(err)
		}
	}
	for i := range minor.Kinds {
		kind := &minor.Kinds[i]
		s.kinds[schema.GroupKind{Group: kind.Group, Kind: kind.Kind}] = kind
		for _, version := range kind.Versions {
			s.serve(schema.GroupVersion{Group: kind.Group, Version: version}, kind.Kind)
		}
	}
	for apiVersion, kinds := range minor.Unjudged {
		gv, err := schema.ParseGroupVersion(apiVersion)
		if err != nil {
			panic(err)
		}
		for _, kind := range kinds {
			s.serve(gv, kind)
		}
	}
	strict := json.SerializerOptions{Strict: true}
	s.json = json.NewSerializerWithOptions(json.DefaultMetaFactory, s.scheme, s.scheme, strict)
	strict.Yaml = true
	s.yaml = json.NewSerializerWithOptions(json.DefaultMetaFactory, s.scheme, s.scheme, strict)
	s.loose = json.NewSerializerWithOptions(json.DefaultMetaFactory, s.scheme, s.scheme, json.SerializerOptions{Yaml: true})
	s.namedJSON = json.NewSerializerWithOptions(&s.named, s.scheme, s.scheme, json.SerializerOptions{Strict: true})
	s.namedLoose = json.NewSerializerWithOptions(&s.named, s.scheme, s.scheme, json.SerializerOptions{})
	s.security = newPodSecurity(minor.PodSecurity)
	current = s
}

func (s *server) serve(gv schema.GroupVersion, kind string) {
	s.served[gv.WithKind(kind)] = true
	s.groups[gv.Group] = true
}

// judged lists what is judged, as `group/version Kind`.
func (s *server) judged() []string {
	var all []string
	for _, kind := range s.minor.Kinds {
		for _, version := range kind.Versions {
			all = append(all, strings.TrimPrefix(kind.Group+"/"+version, "/")+" "+kind.Kind)
		}
	}
	return all
}
