// Package diff stands in for the printer of differences. The real one prints both objects or the lines around each change, and
// go-cmp, which it uses, calls methods by name: that alone would keep every method of every API type in the module. This one
// prints a line for each field that changed.
package diff

import (
	"fmt"
	"reflect"
	"sort"
	"strings"

	"k8s.io/apimachinery/pkg/api/resource"
)

// mostLines is how many changed fields are told apart.
const mostLines = 20

// Diff prints a line for each field that differs, such as `containers[0].tty: false -> true`. What is nil and what is empty is the
// same, as it is to the server. Nothing is printed where nothing differs.
func Diff(a, b interface{}) string {
	var found changes
	found.walk("", reflect.ValueOf(a), reflect.ValueOf(b))
	if found.more > 0 {
		found.lines = append(found.lines, fmt.Sprintf("and %d more", found.more))
	}
	return strings.Join(found.lines, "\n")
}

// ObjectDiff does the same.
func ObjectDiff(a, b interface{}) string { return Diff(a, b) }

// ObjectReflectDiff does the same.
func ObjectReflectDiff(a, b interface{}) string { return Diff(a, b) }

type changes struct {
	lines []string
	more  int
}

func (c *changes) note(path string, x, y reflect.Value) {
	if len(c.lines) == mostLines {
		c.more++
		return
	}
	c.lines = append(c.lines, strings.TrimPrefix(AsWritten(strings.TrimPrefix(path, "."))+": ", ": ")+show(x)+" -> "+show(y))
}

func (c *changes) walk(path string, x, y reflect.Value) {
	if unset(x) && unset(y) {
		return
	}
	if !x.IsValid() || !y.IsValid() || x.Type() != y.Type() {
		c.note(path, x, y)
		return
	}
	switch x.Kind() {
	case reflect.Pointer, reflect.Interface:
		if x.IsNil() || y.IsNil() {
			c.note(path, x, y)
			return
		}
		c.walk(path, x.Elem(), y.Elem())
	case reflect.Struct:
		if _, isText := text(x); isText {
			if !sameText(x, y) {
				c.note(path, x, y)
			}
			return
		}
		for i := 0; i < x.NumField(); i++ {
			if field := x.Type().Field(i); field.Anonymous {
				c.walk(path, x.Field(i), y.Field(i))
			} else if field.IsExported() {
				c.walk(path+"."+FieldName(field.Name), x.Field(i), y.Field(i))
			}
		}
	case reflect.Slice, reflect.Array:
		c.walkList(path, x, y)
	case reflect.Map:
		for _, key := range keys(x, y) {
			c.walk(fmt.Sprintf("%s[%v]", path, key), x.MapIndex(key), y.MapIndex(key))
		}
	default:
		if !x.Equal(y) {
			c.note(path, x, y)
		}
	}
}

// walkList compares lists of structs item by item, so that one that was put in or taken out is one line, and other lists as a whole.
func (c *changes) walkList(path string, x, y reflect.Value) {
	kind := x.Type().Elem().Kind()
	if kind != reflect.Struct && kind != reflect.Pointer {
		if !reflect.DeepEqual(x.Interface(), y.Interface()) {
			c.note(path, x, y)
		}
		return
	}
	before, after := x.Len(), y.Len()
	for before != after && before > 0 && after > 0 && same(x.Index(before-1), y.Index(after-1)) {
		before, after = before-1, after-1
	}
	for i := 0; i < before || i < after; i++ {
		var one, other reflect.Value
		if i < before {
			one = x.Index(i)
		}
		if i < after {
			other = y.Index(i)
		}
		c.walk(fmt.Sprintf("%s[%d]", path, i), one, other)
	}
}

func same(x, y reflect.Value) bool {
	var found changes
	found.walk("", x, y)
	return len(found.lines) == 0
}

func sameText(x, y reflect.Value) bool {
	if quantity, isQuantity := x.Interface().(resource.Quantity); isQuantity {
		return quantity.Cmp(y.Interface().(resource.Quantity)) == 0
	}
	one, _ := text(x)
	other, _ := text(y)
	return one == other
}

// keys are the keys of both maps, in the order of their texts.
func keys(x, y reflect.Value) []reflect.Value {
	all := x.MapKeys()
	for _, key := range y.MapKeys() {
		if !x.MapIndex(key).IsValid() {
			all = append(all, key)
		}
	}
	sort.Slice(all, func(i, j int) bool { return fmt.Sprint(all[i]) < fmt.Sprint(all[j]) })
	return all
}
