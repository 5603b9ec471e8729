package judge

import "k8s.io/apimachinery/pkg/runtime/schema"

// survey is what one look at the bytes of JSON tells.
type survey struct {
	// entries are those of all lists and maps together.
	entries int
	// depth is how deep brackets are nested.
	depth int
	// named is the kind that the text surely names, nil where that takes a closer look.
	named *schema.GroupVersionKind
}

// surveyJSON looks at text that is, or is taken for, JSON. What it tells of text that is no JSON is of no use, but never too little.
func surveyJSON(text []byte) survey {
	var found survey
	var head head
	depth, count := 0, 0
	opened := false
	for at := 0; at < len(text); at++ {
		switch c := text[at]; c {
		case ' ', '\n', '\t', '\r':
			continue
		case '"':
			if opened {
				count++
			}
			opened = false
			end, plain := endOfString(text, at+1)
			if depth == 1 {
				head.text(text[min(at+1, end):end], plain)
			}
			at = end
		case '{', '[':
			if opened {
				count++
			}
			opened = true
			head.opens(depth)
			depth++
			found.depth = max(found.depth, depth)
		case '}', ']':
			opened = false
			depth--
		case ',':
			count++
			opened = false
			if depth == 1 {
				head.isValue = false
			}
		case ':':
			if opened {
				count++
			}
			opened = false
			if depth == 1 {
				head.isValue = true
			}
		default:
			if opened {
				count++
			}
			opened = false
		}
	}
	found.entries, found.named = count, head.kind()
	return found
}

// endOfString is where a text in quotes ends, and whether it is printable ASCII without escapes.
func endOfString(text []byte, at int) (int, bool) {
	plain := true
	for ; at < len(text); at++ {
		switch c := text[at]; {
		case c == '"':
			return at, plain
		case c == '\\':
			plain = false
			at++
		case c < 0x20 || c > 0x7e:
			plain = false
		}
	}
	return len(text), false
}

// head collects `apiVersion` and `kind` of an object.
type head struct {
	apiVersion, name []byte
	key              string
	isValue, unclear bool
}

// text is a key or a value of the object itself.
func (h *head) text(text []byte, plain bool) {
	if !h.isValue {
		h.key = ""
		switch {
		// Another letter may stand for one of these, and another case does.
		case !plain:
			h.unclear = true
		case foldsTo(text, "apiversion"):
			h.key = "apiVersion"
		case foldsTo(text, "kind"):
			h.key = "kind"
		}
		h.unclear = h.unclear || h.key != "" && h.key != string(text)
		return
	}
	switch {
	case h.key == "":
	case !plain:
		h.unclear = true
	case h.key == "kind":
		h.unclear = h.unclear || h.name != nil
		h.name = text
	default:
		h.unclear = h.unclear || h.apiVersion != nil
		h.apiVersion = text
	}
}

// opens notes a bracket: where a text is wanted, the object is not as it should be.
func (h *head) opens(depth int) {
	h.unclear = h.unclear || depth == 1 && h.key != "" && h.isValue
}

func (h *head) kind() *schema.GroupVersionKind {
	if h.unclear || len(h.apiVersion) == 0 || len(h.name) == 0 {
		return nil
	}
	gv, err := schema.ParseGroupVersion(string(h.apiVersion))
	if err != nil || gv.Version == "" {
		return nil
	}
	return &schema.GroupVersionKind{Group: gv.Group, Version: gv.Version, Kind: string(h.name)}
}

// foldsTo tells whether ASCII text is a word in lower case, whatever its own case.
func foldsTo(text []byte, word string) bool {
	if len(text) != len(word) {
		return false
	}
	for i := range text {
		if text[i]|0x20 != word[i] {
			return false
		}
	}
	return true
}

// namedKind tells a decoder the kind of a text that has been looked at already.
type namedKind struct{ gvk schema.GroupVersionKind }

// Interpret tells the kind.
func (n *namedKind) Interpret([]byte) (*schema.GroupVersionKind, error) {
	gvk := n.gvk
	return &gvk, nil
}
