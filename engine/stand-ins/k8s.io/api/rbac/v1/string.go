package v1

import "encoding/json"

// String writes a rule such that rules can be sorted.
func (r *PolicyRule) String() string {
	text, _ := json.Marshal(r)
	return string(text)
}
