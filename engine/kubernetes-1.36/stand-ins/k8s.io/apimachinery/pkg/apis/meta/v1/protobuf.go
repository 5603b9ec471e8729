package v1

import "errors"

// What the protobuf methods of FieldsV1 need, and nobody calls: objects are read from JSON only.
var (
	ErrIntOverflowGenerated   = errors.New("protobuf is not read here")
	ErrInvalidLengthGenerated = ErrIntOverflowGenerated
)

func encodeVarintGenerated([]byte, int, uint64) int { return 0 }
func sovGenerated(uint64) int                       { return 0 }
func skipGenerated([]byte) (int, error)             { return 0, ErrIntOverflowGenerated }
