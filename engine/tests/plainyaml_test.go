package main

import (
	"strings"
	"testing"

	"sigs.k8s.io/yaml"

	"plimsoll/engine/judge"
)

var plain = []string{
	"---\na: 1\n", "a: -5\nb: 0\nc: 100m\nd: 10.0.0.0/8\ne: 1.2.3\n", "b: x\na:\n- c: 1\n  b: [ALL, \"x\"]\n- d\nc:\n  - |\n    one\n\n      two # no comment\n  - --flag=x # comment\n",
	"a: |-\n  <&>\"\\\n\n\nb: 'it''s'\nc: \"q\\\"\\n\\\\\"\nd: {}\ne: []\nf:\ng: # nothing\n", "a:\n  b: 設定 é\n", "a: http://b:80/#c\n",
}

var notPlain = []string{
	"a: 1\na: 2\n", "b: 1\na: 1\nb: 2\n", "a: yes\n", "on: 1\n", "a: 0x10\n", "a: 010\n", "a: 1.5\n", "a: 1e3\n", "a: 1_000\n", "a: 2001-01-01\n", "a: 1:30\n", "a: .5\n", "a: ~\n",
	"a: &b c\n", "a: *b\n", "a: !!str 1\n", "<<: 1\n", "a: b\n  c\n", "a: 'b\n  c'\n", "a: b: c\n", "a: >\n  b\n", "a: |+\n  b\n", "a: |2\n  b\n", "a:\tb\n", "a: b\r\n", "a: 1", "- a\n", "a: \"\\u0041\"\n",
	"a: [1]\n", "a: {b: c}\n", "a: b\n---\nc: d\n", "a: b\n...\n", "a: @b\n", "a: \u0085\n", "a: \u2028\n", "a: 12345678901234567890\n",
}

// It is the library's JSON, or it is left to the library.
func TestPlainYAMLIsWhatTheLibraryMakesOfIt(t *testing.T) {
	for _, text := range append(samples(t), plain...) {
		text = strings.TrimRight(text, "\n") + "\n"
		if found, ok := judge.PlainYAML([]byte(text)); ok {
			expectLibrary(t, text, found)
		} else if !strings.ContainsAny(text, "{}") {
			t.Errorf("not plain: %q", text)
		}
	}
	for _, text := range notPlain {
		if found, ok := judge.PlainYAML([]byte(text)); ok {
			t.Errorf("plain: %q: %s", text, found)
		}
	}
}

func FuzzPlainYAML(f *testing.F) {
	for _, text := range append(append(samples(f), plain...), notPlain...) {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		// The engine never hands on other text.
		if strings.ContainsRune(text, 0) || strings.ToValidUTF8(text, "") != text {
			return
		}
		if found, ok := judge.PlainYAML([]byte(text)); ok {
			expectLibrary(t, text, found)
		}
	})
}

func expectLibrary(t *testing.T, text string, found []byte) {
	if wanted, err := yaml.YAMLToJSONStrict([]byte(text)); err != nil || string(wanted) != string(found) {
		t.Fatalf("%q\nplain   %s\nlibrary %s %v", text, found, wanted, err)
	}
}
