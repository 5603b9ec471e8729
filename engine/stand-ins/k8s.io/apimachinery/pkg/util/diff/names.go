package diff

import (
	"strings"
	"unicode"
)

// hoisted are the fields that the internal types keep elsewhere than the API does.
var hoisted = strings.NewReplacer(
	"securityContext.hostNetwork", "hostNetwork", "securityContext.hostPID", "hostPID", "securityContext.hostIPC", "hostIPC",
	"securityContext.hostUsers", "hostUsers", "securityContext.shareProcessNamespace", "shareProcessNamespace",
)

// AsWritten turns the path of a field of an internal type into the API's.
func AsWritten(path string) string { return hoisted.Replace(path) }

// FieldName turns a Go name into the API's: `TTLSecondsAfterFinished` into `ttlSecondsAfterFinished`, `HostPID` into `hostPID`.
func FieldName(name string) string {
	runes := []rune(name)
	for i := range runes {
		if !unicode.IsUpper(runes[i]) {
			break
		}
		if i > 0 && i+1 < len(runes) && unicode.IsLower(runes[i+1]) {
			break
		}
		runes[i] = unicode.ToLower(runes[i])
	}
	return string(runes)
}
