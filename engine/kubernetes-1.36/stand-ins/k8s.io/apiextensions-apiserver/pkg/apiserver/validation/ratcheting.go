package validation

import (
	"k8s.io/kube-openapi/pkg/validation/spec"
	"k8s.io/kube-openapi/pkg/validation/strfmt"
	"k8s.io/kube-openapi/pkg/validation/validate"
)

// NewRatchetingSchemaValidator stands in for the comparison with old custom resources: a definition has default values only.
func NewRatchetingSchemaValidator(schema *spec.Schema, root interface{}, path string, formats strfmt.Registry, options ...validate.Option) SchemaValidator {
	return basicSchemaValidator{validate.NewSchemaValidator(schema, root, path, formats, options...)}
}
