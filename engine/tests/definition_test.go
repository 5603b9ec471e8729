package main

import (
	"strings"
	"testing"

	"plimsoll/engine/judge"
)

// A definition of custom resources, its schema being what `SCHEMA` stands for.
const definition = `
apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: { name: shops.example.com }
spec:
  group: example.com
  scope: Namespaced
  names: { plural: shops, kind: Shop }
  versions:
    - { name: v1, served: true, storage: true, schema: { openAPIV3Schema: SCHEMA } }
`

func withSchema(schema string) string { return strings.Replace(definition, "SCHEMA", schema, 1) }

func fieldsOf(answer *judge.Answer) string {
	var fields []string
	for _, found := range answer.Errors {
		fields = append(fields, found.Field)
	}
	return strings.Join(fields, " ")
}

// A schema has to be structural, and its default values have to follow it.
func TestADefinitionIsHeldAgainstTheRulesOfSchemas(t *testing.T) {
	for _, example := range []struct{ name, schema, field string }{
		{"a valid one", `{ type: object, properties: { size: { type: integer, default: 1 } } }`, ""},
		{"a property without type", `{ type: object, properties: { size: {} } }`, "spec.validation.openAPIV3Schema.properties[size].type"},
		{"a default of another type", `{ type: object, properties: { size: { type: integer, default: a } } }`, "spec.validation.openAPIV3Schema.properties[size].default"},
		{"a default out of bounds", `{ type: object, properties: { size: { type: integer, minimum: 2, default: 1 } } }`, "spec.validation.openAPIV3Schema.properties[size].default"},
		{"a default that is pruned", `{ type: object, properties: { at: { type: object, properties: {}, default: { x: 1 } } } }`, "spec.validation.openAPIV3Schema.properties[at].default"},
		{"a default that its format refuses", `{ type: object, properties: { at: { type: string, format: ipv4, default: here } } }`, "spec.validation.openAPIV3Schema.properties[at].default"},
		{"a key that is not there", `{ type: object, properties: { at: { type: array, x-kubernetes-list-type: map, x-kubernetes-list-map-keys: [a], items: { type: object } } } }`, "spec.validation.openAPIV3Schema.properties[at].x-kubernetes-list-map-keys"},
	} {
		answer := judge.Review([]byte(`{"operation":"create"}`), []byte(withSchema(example.schema)), nil)
		if !answer.Judged || answer.Allowed != (example.field == "") || fieldsOf(answer) != example.field {
			t.Errorf("%s: %+v", example.name, answer)
		}
	}
}

// The rules of a schema are CEL, which is not part of the engine: what is right beside them is not called valid, and what is wrong is refused.
func TestADefinitionWithRulesIsNeverCalledValid(t *testing.T) {
	rules := `x-kubernetes-validations: [{ rule: "self.size > 1" }], `
	answer := judge.Review([]byte(`{"operation":"create"}`), []byte(withSchema(`{ type: object, `+rules+`properties: { size: { type: integer } } }`)), nil)
	if answer.Judged || answer.Allowed || !strings.Contains(answer.Reason, "CEL") {
		t.Errorf("%+v", answer)
	}
	answer = judge.Review([]byte(`{"operation":"create"}`), []byte(withSchema(`{ type: object, `+rules+`properties: { size: {} } }`)), nil)
	if !answer.Judged || answer.Allowed || fieldsOf(answer) != "spec.validation.openAPIV3Schema.properties[size].type" {
		t.Errorf("%+v", answer)
	}
}

// A definition that was applied some time ago is served: its scope and kind stay, and so does the version that objects are stored in.
func TestADefinitionKeepsWhatItsObjectsAreStoredBy(t *testing.T) {
	old := withSchema("{ type: object }")
	for _, example := range []struct{ from, to, fields string }{
		{"Namespaced", "Namespaced", ""},
		{"scope: Namespaced", "scope: Cluster", "spec.scope"},
		{"kind: Shop", "kind: Store", "spec.names.kind"},
		{"name: v1,", "name: v2,", "status.storedVersions[0]"},
		{"plural: shops,", "plural: shops, shortNames: [sh],", ""},
	} {
		answer := judge.Review([]byte(`{"operation":"update"}`), []byte(strings.Replace(old, example.from, example.to, 1)), []byte(old))
		if !answer.Judged || answer.Allowed != (example.fields == "") || fieldsOf(answer) != example.fields {
			t.Errorf("%s: %+v", example.to, answer)
		}
	}
}
