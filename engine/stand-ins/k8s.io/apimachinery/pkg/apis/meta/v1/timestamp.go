package v1

// Timestamp is a time as protobuf writes it; only its copying is left of it.
type Timestamp struct {
	Seconds int64
	Nanos   int32
}
