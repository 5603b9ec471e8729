package cel

import (
	"errors"
	"fmt"
	"strings"

	"k8s.io/apiextensions-apiserver/pkg/apiserver/schema"
	"k8s.io/apimachinery/pkg/util/validation/field"
)

// ValidFieldPathOption is an option of ValidFieldPath.
type ValidFieldPathOption func(brackets *bool)

// WithFieldPathAllowArrayNotation tells whether a path may have brackets.
func WithFieldPathAllowArrayNotation(allow bool) ValidFieldPathOption {
	return func(brackets *bool) { *brackets = allow }
}

var (
	errField = errors.New("does not refer to a valid field")
	errEnd   = errors.New("unexpected end of JSON path")
)

// ValidFieldPath follows a path such as `.spec.labels['app']` in a schema.
func ValidFieldPath(text string, at *schema.Structural, options ...ValidFieldPathOption) (*field.Path, *schema.Structural, error) {
	brackets := true
	for _, option := range options {
		option(&brackets)
	}
	var path *field.Path
	step := func(name string) error {
		switch {
		case at.Properties != nil:
			property, found := at.Properties[name]
			if !found {
				return errField
			}
			path, at = path.Child(name), &property
		case at.AdditionalProperties != nil && at.AdditionalProperties.Structural != nil:
			path, at = path.Key(name), at.AdditionalProperties.Structural
		default:
			return errField
		}
		return nil
	}
	tokens := tokensOf(text)
	next := func() (token string, found bool) {
		if len(tokens) == 0 {
			return "", false
		}
		token, tokens = tokens[0], tokens[1:]
		return token, true
	}
	for len(tokens) > 0 {
		token, _ := next()
		switch token {
		case ".":
			name, found := next()
			if !found {
				return nil, nil, errEnd
			}
			if err := step(name); err != nil {
				return nil, nil, err
			}
		case "[":
			if !brackets {
				return nil, nil, errors.New("array notation is not allowed")
			}
			name, found := next()
			if !found {
				return nil, nil, errEnd
			}
			if len(name) < 2 || name[0] != '\'' || name[len(name)-1] != '\'' {
				return nil, nil, fmt.Errorf("expected single quoted string but got %s", name)
			}
			unescaped, err := unescape(name[1 : len(name)-1])
			if err != nil {
				return nil, nil, err
			}
			if err := step(unescaped); err != nil {
				return nil, nil, err
			}
			end, found := next()
			if !found {
				return nil, nil, errEnd
			}
			if end != "]" {
				return nil, nil, fmt.Errorf("expected ] but got %s", end)
			}
		default:
			return nil, nil, fmt.Errorf("expected [ or . but got: %s", token)
		}
	}
	return path, at, nil
}

// tokensOf takes a path apart: dots, brackets, names, and texts in single quotes with their quotes.
func tokensOf(text string) []string {
	var tokens []string
	for len(text) > 0 {
		length := 1
		switch text[0] {
		case '.', '[', ']':
		case '\'':
			for length < len(text) && (text[length] != '\'' || text[length-1] == '\\') {
				length++
			}
			if length < len(text) {
				length++
			}
		default:
			if length = strings.IndexAny(text, ".[]"); length < 0 {
				length = len(text)
			}
		}
		tokens, text = append(tokens, text[:length]), text[length:]
	}
	return tokens
}

var escapes = map[byte]string{
	'a': "\a", 'b': "\b", 'f': "\f", 'n': "\n", 'r': "\r", 't': "\t", 'v': "\v", '\\': "\\", '\'': "'",
}

// unescape replaces each backslash and what follows it.
func unescape(text string) (string, error) {
	var out strings.Builder
	for i := 0; i < len(text); i++ {
		if text[i] != '\\' || i+1 == len(text) {
			out.WriteByte(text[i])
			continue
		}
		i++
		meant, known := escapes[text[i]]
		if !known {
			return "", fmt.Errorf("invalid string literal: invalid escape char %s", text[i-1:i+1])
		}
		out.WriteString(meant)
	}
	return out.String(), nil
}
