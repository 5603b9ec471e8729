// Package jsoniter stands in for the JSON form of field sets: who owns which field is not asked here, so that none is read or written.
package jsoniter

import (
	"errors"
	"io"
)

var errNone = errors.New("field sets are neither read nor written here")

// API is a configuration.
type API struct{}

// ConfigCompatibleWithStandardLibrary is the one there is.
var ConfigCompatibleWithStandardLibrary API

// Iterator reads nothing.
type Iterator struct{ Error error }

// IteratorPool lends iterators.
type IteratorPool struct{}

// Parse makes an iterator.
func Parse(API, io.Reader, int) *Iterator { return &Iterator{Error: errNone} }

// NewIterator makes one.
func NewIterator(API) *Iterator { return &Iterator{Error: errNone} }

// Pool is a pool.
func (*Iterator) Pool() IteratorPool { return IteratorPool{} }

// BorrowIterator makes one.
func (IteratorPool) BorrowIterator([]byte) *Iterator { return &Iterator{Error: errNone} }

// ReturnIterator forgets it.
func (IteratorPool) ReturnIterator(*Iterator) {}

// Read is nothing.
func (*Iterator) Read() interface{} { return nil }

// ReadObjectCB finds nothing.
func (*Iterator) ReadObjectCB(func(*Iterator, string) bool) bool { return false }

// ReadMapCB finds nothing.
func (*Iterator) ReadMapCB(func(*Iterator, string) bool) bool { return false }

// Skip does nothing.
func (*Iterator) Skip() {}

// ReportError does nothing.
func (*Iterator) ReportError(string, string) {}

// Stream writes nothing.
type Stream struct{}

// StreamPool lends streams.
type StreamPool struct{}

// NewStream makes one.
func NewStream(API, io.Writer, int) *Stream { return &Stream{} }

// Pool is a pool.
func (*Stream) Pool() StreamPool { return StreamPool{} }

// BorrowStream makes one.
func (StreamPool) BorrowStream(io.Writer) *Stream { return &Stream{} }

// ReturnStream forgets it.
func (StreamPool) ReturnStream(*Stream) {}

// Buffer is empty.
func (*Stream) Buffer() []byte { return nil }

// SetBuffer does nothing.
func (*Stream) SetBuffer([]byte) {}

// Flush fails.
func (*Stream) Flush() error { return errNone }

// Write fails.
func (*Stream) Write([]byte) (int, error) { return 0, errNone }

// WriteVal does nothing.
func (*Stream) WriteVal(interface{}) {}

// WriteRaw does nothing.
func (*Stream) WriteRaw(string) {}

// WriteInt does nothing.
func (*Stream) WriteInt(int) {}

// WriteMore does nothing.
func (*Stream) WriteMore() {}

// WriteEmptyObject does nothing.
func (*Stream) WriteEmptyObject() {}

// WriteObjectStart does nothing.
func (*Stream) WriteObjectStart() {}

// WriteObjectField does nothing.
func (*Stream) WriteObjectField(string) {}

// WriteObjectEnd does nothing.
func (*Stream) WriteObjectEnd() {}
