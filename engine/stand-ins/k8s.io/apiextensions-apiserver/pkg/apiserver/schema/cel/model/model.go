// Package model stands in for the types that CEL rules see.
package model

import (
	"k8s.io/apiextensions-apiserver/pkg/apiserver/schema"
	"k8s.io/apiserver/pkg/cel"
)

// SchemaDeclType is the type of a schema: here always the same one.
func SchemaDeclType(*schema.Structural, bool) *cel.DeclType { return &cel.DeclType{} }
