package judge

import (
	"encoding/binary"
	"encoding/json"
	"runtime"
	"runtime/debug"
	"unsafe"
)

// The memory through which a request comes in and an answer goes out.
var incoming, outgoing []byte

// reserve makes room for a request of so many bytes and tells where it is.
//
//go:wasmexport reserve
func reserve(size uint32) uint32 {
	if uint32(cap(incoming)) < size || cap(incoming) > 1<<20 {
		incoming = make([]byte, size)
	}
	incoming = incoming[:size]
	if size == 0 {
		return 0
	}
	return uint32(uintptr(unsafe.Pointer(&incoming[0])))
}

// review judges the request that lies in the reserved memory (the request, the object and the old object, each after its length
// as four bytes, little end first) and tells how long the answer is.
//
//go:wasmexport review
func reviewExport() uint32 {
	var parts [3][]byte
	rest := incoming
	for i := range parts {
		size := binary.LittleEndian.Uint32(rest)
		parts[i], rest = rest[4:4+size], rest[4+size:]
	}
	answer := Review(parts[0], parts[1], parts[2])
	encoded, err := json.Marshal(answer)
	if err != nil {
		encoded, _ = json.Marshal(notJudged("the answer cannot be written: " + err.Error()))
	}
	outgoing = encoded
	return uint32(len(outgoing))
}

// answer tells where the answer is.
//
//go:wasmexport answer
func answerExport() uint32 { return uint32(uintptr(unsafe.Pointer(&outgoing[0]))) }

// describe writes what is judged as the answer and tells how long it is.
//
//go:wasmexport describe
func describeExport() uint32 {
	outgoing, _ = json.Marshal(map[string]interface{}{
		"version": current.minor.Version, "release": current.minor.Release, "judged": current.judged(), "unjudged": current.minor.Unjudged,
	})
	return uint32(len(outgoing))
}

// settle frees what is not needed any more, before the image of the memory is taken, and overwrites it with zeros: they take no
// room in the image.
//
//go:wasmexport settle
func settle() {
	incoming, outgoing = nil, nil
	before := debug.SetGCPercent(-1)
	runtime.GC()
	runtime.GC()
	wipe()
	debug.SetGCPercent(before)
	runtime.GC()
	runtime.GC()
}

// wipe allocates the free memory, size by size: what is allocated is zero.
func wipe() {
	var stats runtime.MemStats
	var bytes [][]byte
	var pointers [][]*byte
	grown := func(measure func() uint64, allocate func()) {
		for before := measure(); measure() == before; {
			allocate()
		}
	}
	inUse := func() uint64 { runtime.ReadMemStats(&stats); return stats.HeapInuse }
	system := func() uint64 { runtime.ReadMemStats(&stats); return stats.HeapSys }
	runtime.ReadMemStats(&stats)
	for _, class := range stats.BySize {
		size := int(class.Size)
		if size < 16 {
			continue
		}
		grown(inUse, func() { bytes = append(bytes, make([]byte, size)) })
		grown(inUse, func() { pointers = append(pointers, make([]*byte, size/4)) })
	}
	for _, size := range []int{1 << 18, 1 << 16, 1 << 14, 1 << 13} {
		grown(system, func() { bytes = append(bytes, make([]byte, size)) })
	}
	runtime.KeepAlive(bytes)
	runtime.KeepAlive(pointers)
}
