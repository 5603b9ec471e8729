// Package patterns matches the server's regular expressions some ten times faster: for texts of ASCII it follows a table, made once
// from the compiled expression, in place of trying alternatives one by one. What it cannot tell by its table is left to regexp.
package patterns

import (
	"regexp"
	"regexp/syntax"
	"slices"
)

// mostStates is how many states a table may have.
const mostStates = 128

// states of a table that every text ends in.
const (
	fails   = 0
	matches = 1
)

// state is what a table does in one state.
type state struct {
	// next are the states by character.
	next [128]uint8
	// accepts tells whether the text may end here.
	accepts bool
}

// Regexp is a regular expression.
type Regexp struct {
	*regexp.Regexp
	// states is the table: the third state is the first one to be in. Without a table it is empty.
	states []state
}

var compiled = map[string]*Regexp{}

// MustCompile reads an expression, each text of it once.
func MustCompile(text string) *Regexp {
	expression := compiled[text]
	if expression == nil {
		expression = &Regexp{Regexp: regexp.MustCompile(text), states: tableOf(text)}
		compiled[text] = expression
	}
	return expression
}

// MatchString tells whether the text holds a match.
func (r *Regexp) MatchString(text string) bool {
	if len(r.states) == 0 {
		return r.Regexp.MatchString(text)
	}
	current := uint8(2)
	for i := 0; i < len(text); i++ {
		c := text[i]
		if c >= 128 {
			return r.Regexp.MatchString(text)
		}
		if current = r.states[current].next[c]; current < 2 {
			// Whatever follows: the library need not be asked about it either.
			return current == matches
		}
	}
	return r.states[current].accepts
}

// table is a table that is being made. A state stands for the instructions that the expression may be at.
type table struct {
	program *syntax.Prog
	states  []state
	sets    [][]uint32
}

// tableOf makes the table of an expression; nothing where it would be too large or asks for more than the beginning and the end of a text.
func tableOf(text string) []state {
	parsed, err := syntax.Parse(text, syntax.Perl)
	if err != nil {
		return nil
	}
	program, err := syntax.Compile(parsed.Simplify())
	if err != nil {
		return nil
	}
	for _, one := range program.Inst {
		if one.Op == syntax.InstEmptyWidth && syntax.EmptyOp(one.Arg)&^(syntax.EmptyBeginText|syntax.EmptyEndText) != 0 {
			return nil
		}
	}
	t := &table{program: program, states: make([]state, 2), sets: [][]uint32{nil, nil}}
	if t.number(t.reach([]uint32{uint32(program.Start)}, syntax.EmptyBeginText)) < 2 {
		// It matches every text or none.
		return nil
	}
	for done := 2; done < len(t.sets); done++ {
		if len(t.sets) > mostStates {
			return nil
		}
		t.states[done].accepts = t.holdsMatch(t.reach(t.sets[done], syntax.EmptyEndText|t.beginning(done)))
		for c := range t.states[done].next {
			// A match may begin at every character.
			after := []uint32{uint32(program.Start)}
			for _, at := range t.sets[done] {
				if one := &program.Inst[at]; isRune(one) && one.MatchRune(rune(c)) {
					after = append(after, one.Out)
				}
			}
			t.states[done].next[c] = t.number(t.reach(after, 0))
		}
	}
	return t.states
}

// beginning is what holds at the beginning of a text, which only the first state may be at.
func (t *table) beginning(number int) syntax.EmptyOp {
	if number == 2 {
		return syntax.EmptyBeginText
	}
	return 0
}

// number is the number of a state, a new one where it is not known.
func (t *table) number(set []uint32) uint8 {
	switch {
	case t.holdsMatch(set):
		return matches
	case len(set) == 0:
		return fails
	}
	// The first state is never come back to: it alone is at the beginning.
	for i := 3; i < len(t.sets); i++ {
		if slices.Equal(t.sets[i], set) {
			return uint8(i)
		}
	}
	if len(t.sets) <= mostStates {
		t.sets, t.states = append(t.sets, set), append(t.states, state{})
	}
	return uint8(len(t.sets) - 1)
}

// reach follows all instructions that take no character, in order; those that wait for a later condition stay.
func (t *table) reach(from []uint32, holds syntax.EmptyOp) []uint32 {
	var set []uint32
	seen := map[uint32]bool{}
	for len(from) > 0 {
		at := from[len(from)-1]
		from = from[:len(from)-1]
		if seen[at] {
			continue
		}
		seen[at] = true
		switch one := &t.program.Inst[at]; one.Op {
		case syntax.InstAlt, syntax.InstAltMatch:
			from = append(from, one.Out, one.Arg)
		case syntax.InstCapture, syntax.InstNop:
			from = append(from, one.Out)
		case syntax.InstEmptyWidth:
			asks := syntax.EmptyOp(one.Arg)
			if asks&^holds == 0 {
				from = append(from, one.Out)
			} else if asks&syntax.EmptyEndText != 0 && (asks&syntax.EmptyBeginText == 0 || holds&syntax.EmptyBeginText != 0) {
				set = append(set, at)
			}
		case syntax.InstFail:
		default:
			set = append(set, at)
		}
	}
	slices.Sort(set)
	return set
}

func (t *table) holdsMatch(set []uint32) bool {
	return slices.ContainsFunc(set, func(at uint32) bool { return t.program.Inst[at].Op == syntax.InstMatch })
}

func isRune(one *syntax.Inst) bool {
	switch one.Op {
	case syntax.InstRune, syntax.InstRune1, syntax.InstRuneAny, syntax.InstRuneAnyNotNL:
		return true
	}
	return false
}
