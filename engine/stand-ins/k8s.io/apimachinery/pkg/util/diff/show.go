package diff

import (
	"encoding/json"
	"fmt"
	"reflect"
	"strconv"
	"strings"
)

// longestValue is how many characters of a value are shown.
const longestValue = 120

// show prints a value on one line, with the API's names, without what is not set.
func show(value reflect.Value) string {
	if unset(value) {
		return "not set"
	}
	printed := []rune(print(value))
	if len(printed) > longestValue {
		return string(printed[:longestValue]) + "..."
	}
	return string(printed)
}

// unset tells whether the API would leave a value out.
func unset(value reflect.Value) bool {
	if !value.IsValid() {
		return true
	}
	switch value.Kind() {
	case reflect.Slice, reflect.Map, reflect.String:
		return value.Len() == 0
	case reflect.Pointer, reflect.Interface:
		return value.IsNil()
	}
	return false
}

func print(value reflect.Value) string {
	switch value.Kind() {
	case reflect.Pointer, reflect.Interface:
		if value.IsNil() {
			return "null"
		}
		return print(value.Elem())
	case reflect.String:
		return strconv.Quote(value.String())
	case reflect.Struct:
		if printed, isText := text(value); isText {
			return printed
		}
		return "{" + strings.Join(fields(value), ", ") + "}"
	case reflect.Slice, reflect.Array:
		if value.Type().Elem().Kind() == reflect.Uint8 {
			return fmt.Sprintf("(%d bytes)", value.Len())
		}
		var items []string
		for i := 0; i < value.Len(); i++ {
			items = append(items, print(value.Index(i)))
		}
		return "[" + strings.Join(items, ", ") + "]"
	case reflect.Map:
		var entries []string
		for _, key := range keys(value, value) {
			entries = append(entries, fmt.Sprintf("%v: %s", key, print(value.MapIndex(key))))
		}
		return "{" + strings.Join(entries, ", ") + "}"
	}
	return fmt.Sprint(value)
}

func fields(value reflect.Value) []string {
	var all []string
	for i := 0; i < value.NumField(); i++ {
		field := value.Type().Field(i)
		switch {
		case !field.IsExported() || value.Field(i).IsZero() || unset(value.Field(i)):
		case field.Anonymous && value.Field(i).Kind() == reflect.Struct:
			all = append(all, fields(value.Field(i))...)
		default:
			all = append(all, FieldName(field.Name)+": "+print(value.Field(i)))
		}
	}
	return all
}

// text prints what is one value to the API although it is a struct: a quantity, a time, a number that may be a text.
func text(value reflect.Value) (string, bool) {
	marshaler, isText := value.Interface().(json.Marshaler)
	if !isText {
		return "", false
	}
	printed, err := marshaler.MarshalJSON()
	return string(printed), err == nil
}
