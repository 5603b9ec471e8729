package judge

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"
	"unicode/utf8"

	"sigs.k8s.io/yaml"
)

const (
	// largestBody is the server's own limit of a request.
	largestBody = 3 * 1024 * 1024
	// largestText is how much text is read at all: YAML may be longer than the JSON it stands for.
	largestText = 8 * 1024 * 1024
	// deepest is how deep a document may be nested. The server's JSON decoder has the same limit.
	deepest = 1000
	// mostEntries is how many entries the lists and maps of one object may have, all together. The server has no such limit, but a
	// time in which it must be done; here there is no clock.
	mostEntries = 20_000
	// mostNames is how many labels and annotations an object may have, together.
	mostNames = 1_000
	// mostMarks is how many line breaks, commas, brackets and dashes YAML may have that is left to the library, outside of texts as far as
	// that is sure before anything is read.
	mostMarks = 100_000
)

// document is one object as it was written.
type document struct {
	text   []byte
	isYAML bool
	// loose is what YAML says that strict decoding refuses, as JSON: of keys that are there twice, the last. Empty where there is no
	// reading it at all.
	loose []byte
	// survey is what the JSON told at first sight. Nothing is known of it while it is YAML.
	survey survey
}

// readDocument looks at the text from outside: size, encoding, nesting, and whether it is JSON or YAML.
func readDocument(text []byte) (doc *document, err error) {
	if len(text) > largestText {
		return nil, tooLarge(fmt.Sprintf("the document is %d bytes long: at most %d are read", len(text), largestText))
	}
	text = bytes.TrimPrefix(text, []byte("\xef\xbb\xbf"))
	if !utf8.Valid(text) {
		return nil, badRequest("the document is not valid UTF-8")
	}
	if bytes.IndexByte(text, 0) >= 0 {
		return nil, badRequest("the document contains a NUL byte")
	}
	trimmed := bytes.TrimSpace(text)
	if len(trimmed) == 0 {
		return nil, badRequest("the document is empty")
	}
	doc = &document{text: text, isYAML: trimmed[0] != '{' || !looksLikeJSON(trimmed) && !json.Valid(trimmed)}
	if !doc.isYAML {
		if len(text) > largestBody {
			return nil, tooLarge(fmt.Sprintf("Request entity too large: limit is %d", largestBody))
		}
		doc.survey = surveyJSON(text)
		if depth := doc.survey.depth; depth > deepest {
			return nil, badRequest(fmt.Sprintf("the document is nested %d levels deep: at most %d are read", depth, deepest))
		}
		return doc, nil
	}
	// The server turns YAML into JSON twice, once strictly. Where nothing is wrong, once is enough: the results are the same.
	converted, isPlain := PlainYAML(text)
	if isPlain {
		return doc.become(converted)
	}
	if depth := nesting(text); depth > deepest {
		return nil, badRequest(fmt.Sprintf("the document is nested %d levels deep: at most %d are read", depth, deepest))
	}
	if columns := indentation(text); columns > deepest {
		return nil, badRequest(fmt.Sprintf("a line is indented by %d columns: at most %d are read", columns, deepest))
	}
	if severalDocuments(text) {
		return nil, badRequest("the text holds more than one YAML document: judge them one by one")
	}
	if marks := marks(text); marks > mostMarks {
		return nil, tooMuch(fmt.Sprintf("its YAML has %d line breaks, commas, brackets and dashes, and at most %d are read", marks, mostMarks))
	}
	converted, err = yaml.YAMLToJSONStrict(text)
	if err != nil {
		doc.loose, _ = yaml.YAMLToJSON(text)
		return doc, nil
	}
	if len(converted) == 0 || converted[0] != '{' {
		doc.loose = converted
		return doc, nil
	}
	return doc.become(converted)
}

// become makes the document that of the JSON that its YAML stands for.
func (d *document) become(converted []byte) (*document, error) {
	d.text, d.isYAML, d.survey = converted, false, surveyJSON(converted)
	if len(converted) > largestBody {
		return nil, tooLarge(fmt.Sprintf("Request entity too large: limit is %d", largestBody))
	}
	return d, nil
}

// looksLikeJSON tells broken JSON from YAML in flow style: the first key is in double quotes.
func looksLikeJSON(text []byte) bool {
	rest := bytes.TrimSpace(text[1:])
	return len(rest) == 0 || rest[0] == '"' || rest[0] == '}'
}

// nesting is an upper bound of how deep brackets are nested; text in quotes is not told apart, which only makes it larger
// where brackets there are not closed.
func nesting(text []byte) int {
	depth, most := 0, 0
	inString, escaped := false, false
	for _, c := range text {
		switch {
		case escaped:
			escaped = false
		case inString && c == '\\':
			escaped = true
		case c == '"':
			inString = !inString
		case c == '\n':
			inString = false
		case inString:
		case c == '{' || c == '[':
			depth++
			if depth > most {
				most = depth
			}
		case c == '}' || c == ']':
			if depth > 0 {
				depth--
			}
		}
	}
	return most
}

// indentation is the longest beginning of a line that is made of blanks and of what opens a level: each level of YAML's block
// style takes at least one column of it.
func indentation(text []byte) int {
	most, column, leading := 0, 0, true
	for _, c := range text {
		switch {
		case c == '\n':
			column, leading = 0, true
		case !leading:
		case c == ' ' || c == '-' || c == '?' || c == ':' || c == '\t':
			column++
		default:
			leading = false
			if column > most {
				most = column
			}
		}
	}
	return most
}

// severalDocuments tells whether a line `---` follows content. At the start of a line it can be nothing but a separator.
func severalDocuments(text []byte) bool {
	content := false
	for len(text) > 0 {
		line := text
		if end := bytes.IndexByte(text, '\n'); end >= 0 {
			line, text = text[:end], text[end+1:]
		} else {
			text = nil
		}
		line = bytes.TrimRight(line, "\r")
		switch {
		case bytes.Equal(line, []byte("---")) || bytes.HasPrefix(line, []byte("--- ")) || bytes.HasPrefix(line, []byte("---\t")):
			if content {
				return len(bytes.TrimSpace(stripComments(text))) > 0 || len(line) > 3
			}
			content = len(bytes.TrimSpace(line[3:])) > 0 && bytes.TrimSpace(line[3:])[0] != '#'
		case bytes.HasPrefix(line, []byte("%")) && !content:
		default:
			trimmed := bytes.TrimSpace(line)
			content = content || (len(trimmed) > 0 && trimmed[0] != '#')
		}
	}
	return false
}

// bounded refuses an object of more entries than are looked at. Text that cannot be read has none.
func (d *document) bounded() error {
	entries := d.survey.entries
	if d.isYAML {
		entries = surveyJSON(d.loose).entries
	}
	if entries > mostEntries {
		return tooMuch(fmt.Sprintf("its lists and maps have %d entries, and at most %d are looked at", entries, mostEntries))
	}
	return nil
}

func stripComments(text []byte) []byte {
	var out []byte
	for _, line := range bytes.Split(text, []byte("\n")) {
		trimmed := bytes.TrimSpace(line)
		if len(trimmed) == 0 || trimmed[0] == '#' || bytes.Equal(trimmed, []byte("---")) || bytes.Equal(trimmed, []byte("...")) {
			continue
		}
		out = append(out, line...)
	}
	return out
}

// items are the objects of a List, where the document is one.
func (d *document) items() ([]json.RawMessage, bool) {
	if named := d.survey.named; named != nil && !strings.HasSuffix(named.Kind, "List") {
		return nil, false
	}
	if !bytes.Contains(d.text, []byte("items")) || !bytes.Contains(d.text, []byte("List")) {
		return nil, false
	}
	text := d.text
	if d.isYAML {
		text = d.loose
	}
	var list struct {
		APIVersion string          `json:"apiVersion"`
		Kind       string          `json:"kind"`
		Items      json.RawMessage `json:"items"`
	}
	if err := json.Unmarshal(text, &list); err != nil || list.Items == nil || list.APIVersion == "" || !strings.HasSuffix(list.Kind, "List") {
		return nil, false
	}
	var items []json.RawMessage
	if err := json.Unmarshal(list.Items, &items); err != nil {
		return nil, false
	}
	// The items of a list of one kind need not say what they are.
	if kind := strings.TrimSuffix(list.Kind, "List"); kind != "" {
		for i := range items {
			items[i] = named(items[i], list.APIVersion, kind)
		}
	}
	return items, true
}

func named(item json.RawMessage, apiVersion, kind string) json.RawMessage {
	var fields struct{ APIVersion, Kind *json.RawMessage }
	trimmed := bytes.TrimSpace(item)
	if err := json.Unmarshal(trimmed, &fields); err != nil || fields.APIVersion != nil || fields.Kind != nil || trimmed[0] != '{' {
		return item
	}
	head, _ := json.Marshal(map[string]string{"apiVersion": apiVersion, "kind": kind})
	rest := bytes.TrimSpace(trimmed[1:])
	if len(rest) > 0 && rest[0] != '}' {
		head[len(head)-1] = ','
	} else {
		head = head[:len(head)-1]
	}
	return append(head, rest...)
}
