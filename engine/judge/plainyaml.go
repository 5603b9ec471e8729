package judge

import (
	"bytes"
	"slices"
	"strings"
)

// PlainYAML turns YAML as people and tools write it (block mappings and lists, texts on one line, `|` blocks, short lists in
// brackets) into the JSON that the YAML library makes of it, byte for byte, some twenty times faster. Whatever is not plain in this
// sense (anchors, tags, tabs, numbers in other forms, keys that are there twice, anything wrong) is left to the library: false.
func PlainYAML(text []byte) ([]byte, bool) {
	if len(text) == 0 || text[len(text)-1] != '\n' {
		return nil, false
	}
	reader := plainReader{text: text, out: make([]byte, 0, len(text)+len(text)/4)}
	if !reader.next() {
		return nil, false
	}
	if string(reader.line) == "---" && !reader.next() {
		return nil, false
	}
	if reader.indent != 0 || !reader.mapping(0, 0) || !reader.ended {
		return nil, false
	}
	return reader.out, true
}

// deepestPlain is how deep a plain document is nested at most.
const deepestPlain = 64

// plainReader reads line by line. The current line is one with content: neither blank nor a comment alone.
type plainReader struct {
	text []byte
	// at is where the line after the current one starts.
	at int
	// line is the rest of the current line, without its indentation and its line break.
	line   []byte
	indent int
	ended  bool
	out    []byte
	spare  []byte
	// members are the members of all open mappings, as places in out.
	members []plainMember
}

type plainMember struct{ start, colon, end int }

// next goes to the next line with content. False means that a line is not plain; at the end of the text there is no line.
func (r *plainReader) next() bool {
	for r.at < len(r.text) {
		end := bytes.IndexByte(r.text[r.at:], '\n')
		line := r.text[r.at : r.at+end]
		r.at += end + 1
		indent := 0
		for indent < len(line) && line[indent] == ' ' {
			indent++
		}
		line = line[indent:]
		if !plainCharacters(line) {
			return false
		}
		if len(line) == 0 || line[0] == '#' {
			continue
		}
		if indent == 0 && (bytes.HasPrefix(line, []byte("...")) || bytes.HasPrefix(line, []byte("---")) && (r.at != 4 || len(line) != 3)) {
			return false
		}
		r.line, r.indent = line, indent
		return true
	}
	r.line, r.indent, r.ended = nil, -1, true
	return true
}

// plainCharacters tells whether a line holds nothing but printable ASCII, letters of Latin-1, and the middle of the basic plane with
// the scripts of East Asia. The text is known to be valid UTF-8.
func plainCharacters(line []byte) bool {
	for i := 0; i < len(line); i++ {
		switch c := line[i]; {
		case c >= 0x20 && c <= 0x7e:
		case c == 0xc3 && i+1 < len(line):
			i++
		case c >= 0xe3 && c <= 0xec && i+2 < len(line):
			i += 2
		default:
			return false
		}
	}
	return true
}

// mapping reads the members that begin at this column. The current line is the first of them.
func (r *plainReader) mapping(column, depth int) bool {
	if depth > deepestPlain {
		return false
	}
	first := len(r.members)
	r.out = append(r.out, '{')
	for !r.ended && r.indent == column {
		if len(r.members) > first {
			r.out = append(r.out, ',')
		}
		start := len(r.out)
		rest, ok := r.key()
		if !ok {
			return false
		}
		colon := len(r.out)
		r.out = append(r.out, ':')
		if !r.value(rest, column, depth) {
			return false
		}
		r.members = append(r.members, plainMember{start, colon, len(r.out)})
	}
	if r.indent > column || !r.sort(first) {
		return false
	}
	r.members = r.members[:first]
	r.out = append(r.out, '}')
	return true
}

// sort brings the members of the innermost mapping into the order in which the library writes them. False means that a key is there
// twice.
func (r *plainReader) sort(first int) bool {
	own := r.members[first:]
	key := func(m plainMember) []byte { return r.out[m.start+1 : m.colon-1] }
	sorted := true
	for i := 1; i < len(own); i++ {
		switch order := bytes.Compare(key(own[i-1]), key(own[i])); {
		case order == 0:
			return false
		case order > 0:
			sorted = false
		}
	}
	if sorted {
		return true
	}
	start := own[0].start
	slices.SortFunc(own, func(a, b plainMember) int { return bytes.Compare(key(a), key(b)) })
	r.spare = r.spare[:0]
	for i, member := range own {
		if i > 0 {
			if bytes.Equal(key(own[i-1]), key(member)) {
				return false
			}
			r.spare = append(r.spare, ',')
		}
		r.spare = append(r.spare, r.out[member.start:member.end]...)
	}
	r.out = append(r.out[:start], r.spare...)
	return true
}

// key reads `key:` at the start of the current line and gives what follows it.
func (r *plainReader) key() ([]byte, bool) {
	end := 0
	for end < len(r.line) && isKeyCharacter(r.line[end]) {
		end++
	}
	key := r.line[:end]
	if end == 0 || end > 500 || !isLetter(key[0]) || isWord(key) || end >= len(r.line) || r.line[end] != ':' {
		return nil, false
	}
	r.out = append(r.out, '"')
	r.out = append(r.out, key...)
	r.out = append(r.out, '"')
	rest := r.line[end+1:]
	if len(rest) > 0 && rest[0] != ' ' {
		return nil, false
	}
	return rest, true
}

// value reads what follows a key, on its line or below it.
func (r *plainReader) value(rest []byte, column, depth int) bool {
	rest = trimBlanks(rest)
	if len(rest) > 0 && rest[0] != '#' {
		return r.scalar(rest, column)
	}
	if !r.next() {
		return false
	}
	switch {
	case !r.ended && r.indent >= column && isEntry(r.line):
		return r.list(r.indent, depth+1)
	case !r.ended && r.indent > column:
		return r.mapping(r.indent, depth+1)
	}
	r.out = append(r.out, "null"...)
	return true
}

// list reads the entries that begin at this column. The current line is the first of them.
func (r *plainReader) list(column, depth int) bool {
	if depth > deepestPlain {
		return false
	}
	r.out = append(r.out, '[')
	for count := 0; !r.ended && r.indent == column && isEntry(r.line); count++ {
		if count > 0 {
			r.out = append(r.out, ',')
		}
		rest := r.line[1:]
		blanks := 0
		for blanks < len(rest) && rest[blanks] == ' ' {
			blanks++
		}
		rest = rest[blanks:]
		switch {
		case len(rest) == 0 || rest[0] == '#' || isEntry(rest):
			return false
		case startsMember(rest):
			r.line, r.indent = rest, column+1+blanks
			if !r.mapping(r.indent, depth+1) {
				return false
			}
		default:
			if !r.scalar(rest, column) {
				return false
			}
		}
	}
	if r.indent > column {
		return false
	}
	r.out = append(r.out, ']')
	return true
}

// scalar reads a value that begins on the current line, and goes to the line after it, which is not deeper than its parent: a text of
// several lines is not plain.
func (r *plainReader) scalar(rest []byte, parent int) bool {
	if rest[0] == '|' {
		return r.block(rest, parent)
	}
	ok := false
	switch rest[0] {
	case '"', '\'':
		rest, ok = r.quoted(rest)
	case '[', '{':
		rest, ok = r.flow(rest)
	default:
		rest, ok = r.plain(rest)
	}
	if !ok || len(rest) > 0 && rest[0] != ' ' {
		return false
	}
	if rest = trimBlanks(rest); len(rest) > 0 && rest[0] != '#' {
		return false
	}
	return r.next() && r.indent <= parent
}

// flow reads a list in brackets, of texts in quotes or words, on one line; or `{}`.
func (r *plainReader) flow(rest []byte) ([]byte, bool) {
	if bytes.HasPrefix(rest, []byte("{}")) {
		r.out = append(r.out, "{}"...)
		return rest[2:], true
	}
	if rest[0] == '{' {
		return nil, false
	}
	r.out = append(r.out, '[')
	rest = trimBlanks(rest[1:])
	for count := 0; len(rest) > 0 && (count > 0 || rest[0] != ']'); count++ {
		ok := false
		if rest[0] == '"' || rest[0] == '\'' {
			rest, ok = r.quoted(rest)
		} else {
			end := 0
			for end < len(rest) && isKeyCharacter(rest[end]) {
				end++
			}
			word := rest[:end]
			if ok = end > 0 && isText(word); ok {
				r.writeText(word)
				rest = rest[end:]
			}
		}
		if !ok {
			return nil, false
		}
		rest = trimBlanks(rest)
		if len(rest) > 0 && rest[0] == ']' {
			break
		}
		if len(rest) < 2 || rest[0] != ',' || rest[1] != ' ' {
			return nil, false
		}
		r.out = append(r.out, ',')
		if rest = trimBlanks(rest[1:]); len(rest) == 0 || rest[0] == ']' {
			return nil, false
		}
	}
	if len(rest) == 0 {
		return nil, false
	}
	r.out = append(r.out, ']')
	return rest[1:], true
}

// quoted reads a text in quotes that ends on the same line, and gives what follows it.
func (r *plainReader) quoted(rest []byte) ([]byte, bool) {
	quote := rest[0]
	r.out = append(r.out, '"')
	for i := 1; i < len(rest); i++ {
		c := rest[i]
		switch {
		case c == quote && quote == '\'' && i+1 < len(rest) && rest[i+1] == '\'':
			r.out = append(r.out, '\'')
			i++
		case c == quote:
			r.out = append(r.out, '"')
			return rest[i+1:], true
		case c == '\\' && quote == '"':
			if i++; i == len(rest) || rest[i] != '"' && rest[i] != '\\' && rest[i] != 'n' {
				return nil, false
			}
			r.out = append(r.out, '\\', rest[i])
		default:
			r.character(c)
		}
	}
	return nil, false
}

// plain reads a text without quotes, a small number in its usual form, `true`, `false` or `null`, and gives the comment after it.
func (r *plainReader) plain(rest []byte) ([]byte, bool) {
	end := len(rest)
	for i, c := range rest {
		if c == ':' && (i+1 == len(rest) || rest[i+1] == ' ') {
			return nil, false
		}
		if c == '#' && i > 0 && rest[i-1] == ' ' {
			end = i
			break
		}
	}
	value := bytes.TrimRight(rest[:end], " ")
	after := rest[len(value):]
	switch {
	case isSmallInteger(value) || string(value) == "true" || string(value) == "false" || string(value) == "null":
		r.out = append(r.out, value...)
		return after, true
	case isText(value):
		r.writeText(value)
		return after, true
	}
	return nil, false
}

// isText tells whether a text without quotes is surely nothing but a text.
func isText(value []byte) bool {
	first := value[0]
	switch {
	case isLetter(first):
		return !isWord(value)
	case first == '/' || first == '_' || first >= 0x80:
		return true
	case first == '-':
		return len(value) > 1 && (isLetter(value[1]) || value[1] == '-')
	case first >= '0' && first <= '9':
		points := 0
		for _, c := range value {
			// No number and no time in any form has one of these.
			if strings.IndexByte("gGhHiIjJkKlLmMnNqQrRsSuUvVwWyY/", c) >= 0 {
				return true
			}
			if c == '.' {
				points++
			} else if c < '0' || c > '9' {
				return false
			}
		}
		return points > 1
	}
	return false
}

// block reads a text after `|` or `|-`.
func (r *plainReader) block(rest []byte, parent int) bool {
	strip := false
	switch string(bytes.TrimRight(rest, " ")) {
	case "|":
	case "|-":
		strip = true
	default:
		return false
	}
	r.out = append(r.out, '"')
	indent, blank, count := 0, 0, 0
	for r.at < len(r.text) {
		end := bytes.IndexByte(r.text[r.at:], '\n')
		line := r.text[r.at : r.at+end]
		if !plainCharacters(line) {
			return false
		}
		if len(line) == 0 {
			r.at++
			blank++
			continue
		}
		own := 0
		for own < len(line) && line[own] == ' ' {
			own++
		}
		if own == len(line) {
			return false
		}
		if indent == 0 {
			if indent = own; indent <= parent || indent == 0 || blank > 0 {
				return false
			}
		}
		if own < indent {
			break
		}
		if count > 0 {
			r.out = append(r.out, `\n`...)
		}
		for ; blank > 0; blank-- {
			r.out = append(r.out, `\n`...)
		}
		for _, c := range line[indent:] {
			r.character(c)
		}
		r.at += end + 1
		count++
	}
	if count == 0 {
		return false
	}
	if !strip {
		r.out = append(r.out, `\n`...)
	}
	r.out = append(r.out, '"')
	return r.next() && r.indent <= parent
}

// writeText writes a text.
func (r *plainReader) writeText(value []byte) {
	r.out = append(r.out, '"')
	for _, c := range value {
		r.character(c)
	}
	r.out = append(r.out, '"')
}

const hexadecimal = "0123456789abcdef"

// character writes a character of a text as the library does.
func (r *plainReader) character(c byte) {
	switch c {
	case '"', '\\':
		r.out = append(r.out, '\\', c)
	case '<', '>', '&':
		r.out = append(r.out, '\\', 'u', '0', '0', hexadecimal[c>>4], hexadecimal[c&15])
	default:
		r.out = append(r.out, c)
	}
}

// startsMember tells whether an entry of a list is a mapping: it begins with a key.
func startsMember(rest []byte) bool {
	end := 0
	for end < len(rest) && isKeyCharacter(rest[end]) {
		end++
	}
	return end > 0 && end < len(rest) && rest[end] == ':' && (end+1 == len(rest) || rest[end+1] == ' ')
}

func isEntry(line []byte) bool {
	return line[0] == '-' && (len(line) == 1 || line[1] == ' ')
}

func isLetter(c byte) bool { return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' }

func isKeyCharacter(c byte) bool {
	return isLetter(c) || c >= '0' && c <= '9' || c == '.' || c == '-' || c == '_' || c == '/'
}

// isWord tells whether YAML may take a text for something else: whatever the case, so that a few texts too many are meant.
func isWord(text []byte) bool {
	if len(text) > 5 {
		return false
	}
	switch strings.ToLower(string(text)) {
	case "y", "n", "yes", "no", "on", "off", "true", "false", "null":
		return true
	}
	return false
}

func isSmallInteger(value []byte) bool {
	digits := bytes.TrimPrefix(value, []byte("-"))
	if len(digits) == 0 || len(digits) > 15 || digits[0] == '0' && len(value) > 1 {
		return false
	}
	for _, c := range digits {
		if c < '0' || c > '9' {
			return false
		}
	}
	return true
}

func trimBlanks(text []byte) []byte { return bytes.TrimLeft(text, " ") }
