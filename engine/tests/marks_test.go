package main

import (
	"strings"
	"testing"

	"plimsoll/engine/judge"
)

const settings = "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: a\n  labels: &labels {}\ndata:\n"

// A large text is one entry, whatever it holds; entries that only look like a text are entries.
func TestTextsDoNotCountAsEntries(t *testing.T) {
	json := strings.Repeat("{\"a\": [1, 2, 3]},", 20_000)
	flow := "[" + strings.Repeat("1,", 200_000) + "1]"
	lines := strings.Repeat("    - [1, 2]\n", 40_000)
	for _, example := range []struct {
		text   string
		judged bool
	}{
		{"  a: |\n    " + json + "\n", true},
		{"  a: |\n" + lines, true},
		{"  a: &a >-\n" + lines, true},
		{"  a: '" + json + "'\n", true},
		{"  \"a\": \"" + strings.ReplaceAll(json, "\"", "\\\"") + "\"\n", true},
		{"  a: x" + json + "\n", false},
		{"  a: " + flow + "\n", false},
		{"  a: [x |\n    " + flow[1:] + "\n", false},
		{"  a: \"\n   b: |\n     \"\n  c:\n    " + flow + "\n", false},
		{"  a: |\n\n   " + flow + "\n", false},
		{"  a: |\n  b: " + flow + "\n", false},
		{"  a\"b: \"\n  c: |\n   \"\n  d: " + flow + "\n", false},
		{"  a: |\n   b\r" + flow + "\n", false},
		{"  ? |\n   b\n  : " + flow + "\n", false},
	} {
		answer := judge.Review([]byte(`{"operation":"create"}`), []byte(settings+example.text), nil)
		if tooLarge := strings.Contains(answer.Failure, "its YAML has"); tooLarge == example.judged {
			t.Errorf("%.60q: judged %v, failure %q", example.text, answer.Judged, answer.Failure)
		}
	}
}
