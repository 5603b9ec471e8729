// Package serviceaccount stands in for the name of an annotation.
package serviceaccount

// EnforceMountableSecretsAnnotation asks that Pods mount only the Secrets that their service account names.
const EnforceMountableSecretsAnnotation = "kubernetes.io/enforce-mountable-secrets"
