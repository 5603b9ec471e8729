package main

import (
	"encoding/json"
	"os"
	"strings"
	"testing"

	"plimsoll/engine/judge"
)

const create = `{"operation":"create","advice":true,"defaulted":true,"podSecurity":{"enforce":"restricted"}}`

func samples(t testing.TB) []string {
	text, err := os.ReadFile("samples.yaml")
	if err != nil {
		t.Fatal(err)
	}
	return strings.Split(string(text), "\n---\n")
}

func answer(t testing.TB, request, object, old string) string {
	encoded, err := json.Marshal(judge.Review([]byte(request), []byte(object), []byte(old)))
	if err != nil {
		t.Fatal(err)
	}
	return string(encoded)
}

// The answer depends on nothing but the question.
func TestTheSameQuestionHasTheSameAnswer(t *testing.T) {
	for _, sample := range samples(t) {
		first := answer(t, create, sample, "")
		for _, other := range samples(t) {
			answer(t, create, other, "")
		}
		if again := answer(t, create, sample, ""); again != first {
			t.Errorf("first %s\nthen %s", first, again)
		}
	}
}

// What the server would store is allowed as it is, and is stored as it is.
func TestADefaultedObjectIsAllowedAndStaysAsItIs(t *testing.T) {
	for _, sample := range samples(t) {
		first := judge.Review([]byte(create), []byte(sample), nil)
		if !first.Judged || !first.Allowed {
			continue
		}
		second := judge.Review([]byte(create), first.Defaulted, nil)
		if !second.Allowed || string(second.Defaulted) != string(first.Defaulted) {
			t.Errorf("%s\nbecame %s\n%v", first.Defaulted, second.Defaulted, second.Errors)
		}
	}
}

// No text makes the engine fail, and no text is called valid without having been judged.
func FuzzReview(f *testing.F) {
	for _, sample := range samples(f) {
		f.Add(sample, sample)
	}
	f.Add(`{"apiVersion":"v1","kind":"List","items":[null,{}]}`, "")
	f.Fuzz(func(t *testing.T, object, old string) {
		for _, request := range []string{create, `{"operation":"update","advice":true}`} {
			result := judge.Review([]byte(request), []byte(object), []byte(old))
			if result.Panic != "" {
				t.Fatalf("%s\n%s", result.Panic, object)
			}
			if result.Allowed && !result.Judged || result.Judged && !result.Allowed && len(result.Errors) == 0 {
				t.Fatalf("%+v", result)
			}
		}
	})
}
