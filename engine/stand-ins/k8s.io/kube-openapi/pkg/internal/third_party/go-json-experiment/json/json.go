// Package json stands in for the JSON form of OpenAPI documents: schemas are made from definitions here, and never read or written.
package json

import "errors"

var errNone = errors.New("OpenAPI documents are neither read nor written here")

// Kind is the kind of a token.
type Kind byte

// String is the kind itself.
func (k Kind) String() string { return string(rune(k)) }

// Token is a token.
type Token struct{}

// The tokens that are written.
var Null, False, True Token

// Kind is none.
func (Token) Kind() Kind { return 0 }

// String is nothing.
func (Token) String() string { return "" }

// Decoder reads nothing.
type Decoder struct{}

// PeekKind is none.
func (*Decoder) PeekKind() Kind { return 0 }

// ReadToken fails.
func (*Decoder) ReadToken() (Token, error) { return Token{}, errNone }

// ReadValue fails.
func (*Decoder) ReadValue() ([]byte, error) { return nil, errNone }

// Encoder writes nothing.
type Encoder struct{}

// WriteToken fails.
func (*Encoder) WriteToken(Token) error { return errNone }

// EncodeOptions say how to write.
type EncodeOptions struct{}

// MarshalOptions say how to write.
type MarshalOptions struct{ Deterministic bool }

// Marshal fails.
func (MarshalOptions) Marshal(EncodeOptions, interface{}) ([]byte, error) { return nil, errNone }

// MarshalNext fails.
func (MarshalOptions) MarshalNext(*Encoder, interface{}) error { return errNone }

// UnmarshalOptions say how to read.
type UnmarshalOptions struct{}

// UnmarshalNext fails.
func (UnmarshalOptions) UnmarshalNext(*Decoder, interface{}) error { return errNone }

// Unmarshal fails.
func Unmarshal([]byte, interface{}) error { return errNone }
