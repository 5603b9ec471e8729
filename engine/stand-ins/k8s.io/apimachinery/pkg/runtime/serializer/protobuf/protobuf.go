// Package protobuf stands in for the protobuf serializer: objects are read from JSON only, and without it the linker
// drops every generated marshaller.
package protobuf

import (
	"errors"
	"io"

	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/apimachinery/pkg/runtime/schema"
)

var errNoProtobuf = errors.New("protobuf is not read here")

// Serializer refuses everything.
type Serializer struct{}

// RawSerializer refuses everything.
type RawSerializer = Serializer

// NewSerializer makes a serializer that refuses everything.
func NewSerializer(runtime.ObjectCreater, runtime.ObjectTyper) *Serializer { return &Serializer{} }

// NewRawSerializer makes a serializer that refuses everything.
func NewRawSerializer(runtime.ObjectCreater, runtime.ObjectTyper) *Serializer { return &Serializer{} }

// NewSerializerWithOptions makes a serializer that refuses everything.
func NewSerializerWithOptions(runtime.ObjectCreater, runtime.ObjectTyper, SerializerOptions) *Serializer {
	return &Serializer{}
}

// SerializerOptions is ignored.
type SerializerOptions struct{ StreamingCollectionsEncoding bool }

// LengthDelimitedFramer frames nothing.
var LengthDelimitedFramer = framer{}

type framer struct{}

func (framer) NewFrameWriter(w io.Writer) io.Writer         { return w }
func (framer) NewFrameReader(r io.ReadCloser) io.ReadCloser { return r }

// Decode refuses.
func (*Serializer) Decode([]byte, *schema.GroupVersionKind, runtime.Object) (runtime.Object, *schema.GroupVersionKind, error) {
	return nil, nil, errNoProtobuf
}

// Encode refuses.
func (*Serializer) Encode(runtime.Object, io.Writer) error { return errNoProtobuf }

// Identifier names the serializer.
func (*Serializer) Identifier() runtime.Identifier { return "protobuf" }

// RecognizesData recognizes nothing.
func (*Serializer) RecognizesData([]byte) (ok, unknown bool, err error) { return false, false, nil }
