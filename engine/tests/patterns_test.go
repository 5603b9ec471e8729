package main

import (
	"regexp"
	"testing"

	"plimsoll/engine/judge/patterns"
)

// The forms of the server's expressions, and some that need more than a table.
var expressions = []string{
	"^([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]$", "^[A-Za-z0-9/\\-._~%!$&'()*+,;=:]+$", "^(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?$",
	"^[a-z0-9]([-a-z0-9]*[a-z0-9])?$", "^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$", "^[a-z]([-a-z0-9]*[a-z0-9])?$",
	"^\\*\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$", "^[A-Za-z_][A-Za-z0-9_]*$", "^[-a-z0-9]+$", "[a-z]", "^[0-9]+%$",
	"^[-A-Za-z0-9]+$", "^[-._a-zA-Z][-._a-zA-Z0-9]*$", "", "^", "$", "^$", "a|^b", "a$|b", "^.$", "[^a]b", "(?i)ab", "(?m)^a$", "\\bа", "a*^", "$a", "a$$", "(a|ab)(c|bcd)$", "^a{3,40}$",
}

func TestAPatternMatchesWhatItsExpressionMatches(t *testing.T) {
	for _, text := range []string{"", "a", "ab", "a.b", "a.b-", "-a", "A_b", "a\n", "\na", "b", "a/b", "*.a.b", "100%", "é", "aé", "aa", "aaa", "abcd", "\x7f", "a b", "-", "."} {
		expectMatches(t, text)
	}
}

func FuzzPatterns(f *testing.F) {
	f.Add("a.b-c")
	f.Fuzz(expectMatches)
}

func expectMatches(t *testing.T, text string) {
	for _, expression := range expressions {
		if found, wanted := patterns.MustCompile(expression).MatchString(text), regexp.MustCompile(expression).MatchString(text); found != wanted {
			t.Fatalf("%q in %q: %v, wanted %v", expression, text, found, wanted)
		}
	}
}
