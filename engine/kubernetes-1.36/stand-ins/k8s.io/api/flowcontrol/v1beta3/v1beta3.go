// Package v1beta3 stands in for a version that is not judged.
package v1beta3

// PriorityLevelPreserveZeroConcurrencySharesKey names an annotation that is refused.
const PriorityLevelPreserveZeroConcurrencySharesKey = "flowcontrol.k8s.io/v1beta3-preserve-zero-concurrency-shares"
