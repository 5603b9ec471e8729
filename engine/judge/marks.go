package judge

import "bytes"

// marks counts what YAML separates its entries with: line breaks, commas, brackets and leading dashes. No text has more than twice as
// many entries, but by aliases. Those in texts do not count, as long as it is sure that they are in texts: in blocks after `|` or
// `>`, and in quotes that are closed on the line that they are opened on. From the first line on that leaves anything open, all count.
func marks(text []byte) int {
	if hasOtherBreaks(text) {
		return marksAnywhere(text)
	}
	count := 0
	for len(text) > 0 {
		line, rest := cutLine(text)
		column, header, ok := lookAtLine(line)
		if !ok {
			return count + marksAnywhere(text)
		}
		count += 1 + bytes.Count(line[:column], []byte("-"))
		if header {
			rest = afterBlock(rest, column)
		} else {
			count += marksAnywhere(line[column:])
		}
		text = rest
	}
	return count
}

// lookAtLine tells the column of the innermost key or dash of a line, from which on anything counts, and whether a block of text
// begins with it. A text in quotes is behind that column. False means that it is not sure what the line leaves open.
func lookAtLine(line []byte) (column int, header, ok bool) {
	at := 0
	skipBlanks := func() {
		for at < len(line) && line[at] == ' ' {
			at++
		}
	}
	skipBlanks()
	for at < len(line) && line[at] == '-' && (at+1 == len(line) || line[at+1] == ' ') {
		column = at
		at++
		skipBlanks()
	}
	if at == len(line) || line[at] == '#' {
		return at, false, true
	}
	own := at
	if end, isKey := endOfKey(line, at); isKey {
		column, at = own, end
		skipBlanks()
	} else if own == 0 && !bytes.Equal(line, []byte("---")) {
		return 0, false, false
	}
	if at < len(line) && line[at] == '&' {
		for at < len(line) && line[at] != ' ' {
			at++
		}
		skipBlanks()
	}
	if at == len(line) {
		return at, false, true
	}
	switch first := line[at]; {
	case first == '|' || first == '>':
		tail := bytes.TrimLeft(line[at+1:], "+-")
		return column, true, len(bytes.TrimLeft(tail, " ")) == 0 && at > own
	case first == '"' || first == '\'':
		end, closed := endOfQuotes(line, at)
		return len(line), false, closed && len(bytes.TrimLeft(line[end:], " ")) == 0
	case isLetter(first) || first >= '0' && first <= '9' || first == '/' || first == '_' || first == '.' || first == '*':
		// All of the line is one text, or it is wrong: nothing of it stays open.
		return at, false, true
	case bytes.Equal(line[at:], []byte("[]")) || bytes.Equal(line[at:], []byte("{}")), string(line) == "---":
		return at, false, true
	}
	return 0, false, false
}

// endOfKey is where the colon after a key ends.
func endOfKey(line []byte, at int) (int, bool) {
	end := at
	if line[at] == '"' || line[at] == '\'' {
		closed := false
		if end, closed = endOfQuotes(line, at); !closed {
			return at, false
		}
	} else {
		for end < len(line) && isKeyCharacter(line[end]) {
			end++
		}
	}
	if end == at || end == len(line) || line[end] != ':' || end+1 < len(line) && line[end+1] != ' ' {
		return at, false
	}
	return end + 1, true
}

// endOfQuotes is what follows a text in quotes that ends on its line.
func endOfQuotes(line []byte, at int) (int, bool) {
	quote := line[at]
	for at++; at < len(line); at++ {
		switch {
		case line[at] == '\\' && quote == '"':
			at++
		case line[at] == quote && quote == '\'' && at+1 < len(line) && line[at+1] == quote:
			at++
		case line[at] == quote:
			return at + 1, true
		}
	}
	return len(line), false
}

// afterBlock skips the lines of a block of text that belongs to a key or a dash in this column. Its first line says how deep it is.
func afterBlock(text []byte, column int) []byte {
	first, _ := cutLine(text)
	depth := len(first) - len(bytes.TrimLeft(first, " "))
	if depth <= column || depth == len(first) {
		return text
	}
	for len(text) > 0 {
		line, rest := cutLine(text)
		if own := bytes.TrimLeft(line, " "); len(own) > 0 && len(line)-len(own) < depth {
			break
		}
		text = rest
	}
	return text
}

// cutLine gives the first line, without its break, and what follows it.
func cutLine(text []byte) (line, rest []byte) {
	line, rest, _ = bytes.Cut(text, []byte("\n"))
	return bytes.TrimSuffix(line, []byte("\r")), rest
}

// hasOtherBreaks tells whether YAML breaks a line where there is no line feed: a carriage return, U+0085, U+2028 or U+2029.
func hasOtherBreaks(text []byte) bool {
	if bytes.Count(text, []byte("\r")) != bytes.Count(text, []byte("\r\n")) {
		return true
	}
	return bytes.Contains(text, []byte("\u0085")) || bytes.Contains(text, []byte("\u2028")) || bytes.Contains(text, []byte("\u2029"))
}

// marksAnywhere counts them wherever they stand.
func marksAnywhere(text []byte) int {
	count, leading := 0, true
	for i, c := range text {
		switch c {
		case '\n', '\r':
			count, leading = count+1, true
			continue
		case ',', '[', '{':
			count++
		case '-', '?', ':':
			if leading {
				count++
			}
			continue
		case ' ', '\t':
			continue
		case 0x85, 0xa8, 0xa9:
			// The last byte of the other line breaks of YAML: U+0085, U+2028 and U+2029.
			if i > 0 && (text[i-1] == 0xc2 || text[i-1] == 0x80) {
				count, leading = count+1, true
				continue
			}
		}
		leading = false
	}
	return count
}
