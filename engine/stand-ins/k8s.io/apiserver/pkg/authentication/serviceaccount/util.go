// Package serviceaccount stands in for the names of service accounts as users: the real package reads Secrets with a client.
package serviceaccount

// AllServiceAccountsGroup is the group of all service accounts.
const AllServiceAccountsGroup = "system:serviceaccounts"
