// Package cache stands in for the types that strategies mention when they describe indexes; nothing is cached here.
package cache

// IndexFunc computes the index values of an object.
type IndexFunc func(obj interface{}) ([]string, error)

// Indexers are the index functions by name.
type Indexers map[string]IndexFunc

// InformerSynced tells whether a cache is filled.
type InformerSynced func() bool
