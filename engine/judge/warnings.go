package judge

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

const (
	// longestWarnings is how many characters of warnings the server sends with one answer.
	longestWarnings = 4096
	// shortenedWarning is what it leaves of each of them where there is more.
	shortenedWarning = 256
)

// warnings are those that the server sends with an answer. They travel as headers, which decides what gets through.
type warnings struct {
	given      []string
	seen       map[string]bool
	sent       []string
	characters int
	shortened  bool
}

// add takes a warning, each text once.
func (w *warnings) add(text string) {
	if text == "" || w.shortened && w.characters >= longestWarnings {
		return
	}
	if w.seen[text] {
		return
	}
	if w.seen == nil {
		w.seen = map[string]bool{}
	}
	w.seen[text] = true
	w.given = append(w.given, text)
	if w.send(text) {
		return
	}
	// One too many: all of them once more, shortened.
	w.shortened, w.sent, w.characters = true, nil, 0
	for _, one := range w.given {
		w.send(one)
	}
}

// send adds a text to the answer. False means that it is too much.
func (w *warnings) send(text string) bool {
	length := utf8.RuneCountInString(text)
	if w.shortened && length > shortenedWarning {
		length = shortenedWarning
		text = string([]rune(text)[:length])
	}
	// A header carries nothing else.
	if !utf8.ValidString(text) || strings.ContainsFunc(text, unicode.IsControl) {
		return true
	}
	if !w.shortened && w.characters+length > longestWarnings {
		return false
	}
	w.characters += length
	w.sent = append(w.sent, text)
	return true
}
