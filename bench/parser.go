// The twin of parser.py: values are of type any, as encoding/json makes them. usage: parser [N]
package main

import (
	"fmt"
	"os"
	"strconv"
	"strings"
)

func makeText(n int) string {
	parts := make([]string, n)
	for i := range parts {
		parts[i] = fmt.Sprintf(`{"id": %d, "name": "item %d \"q\"", "tags": ["a%d", "b", null, true, false],`+
			` "pos": {"x": %d.5, "y": -%d}}`, i, i, i%7, i%100, i)
	}
	return "[" + strings.Join(parts, ",\n ") + "]"
}

// A token is one of the characters of "{}[]:,", 'v' for a value, 's' for a string, 0 for the end.
type Tokenizer struct {
	text  string
	pos   int
	kind  byte
	value any
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }
func isAlpha(c byte) bool { return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' }

func (t *Tokenizer) next() {
	text, pos := t.text, t.pos
	for pos < len(text) && (text[pos] == ' ' || text[pos] == '\n' || text[pos] == '\t') {
		pos++
	}
	if pos == len(text) {
		t.kind, t.pos = 0, pos
		return
	}
	switch c := text[pos]; {
	case strings.IndexByte("{}[]:,", c) >= 0:
		t.kind, t.pos = c, pos+1
	case c == '"':
		t.string(pos + 1)
	case isDigit(c) || c == '-':
		t.number(pos)
	default:
		t.word(pos)
	}
}

func (t *Tokenizer) string(pos int) {
	var out strings.Builder
	for ; t.text[pos] != '"'; pos++ {
		if t.text[pos] == '\\' {
			pos++
		}
		out.WriteByte(t.text[pos])
	}
	t.kind, t.value, t.pos = 's', out.String(), pos+1
}

func (t *Tokenizer) number(start int) {
	pos := start + 1
	for pos < len(t.text) && (isDigit(t.text[pos]) || t.text[pos] == '.') {
		pos++
	}
	digits := t.text[start:pos]
	t.kind, t.pos = 'v', pos
	if strings.Contains(digits, ".") {
		t.value, _ = strconv.ParseFloat(digits, 64)
	} else {
		t.value, _ = strconv.Atoi(digits)
	}
}

var words = map[string]any{"null": nil, "true": true, "false": false}

func (t *Tokenizer) word(start int) {
	pos := start
	for pos < len(t.text) && isAlpha(t.text[pos]) {
		pos++
	}
	value, known := words[t.text[start:pos]]
	if !known {
		panic(fmt.Sprintf("unexpected %s at %d", t.text[start:pos], start))
	}
	t.kind, t.value, t.pos = 'v', value, pos
}

func (t *Tokenizer) parse() any {
	switch t.kind {
	case 'v', 's':
		value := t.value
		t.next()
		return value
	case '[':
		return t.parseList()
	case '{':
		return t.parseObject()
	}
	panic(fmt.Sprintf("unexpected %q at %d", t.kind, t.pos))
}

func (t *Tokenizer) parseList() []any {
	var items []any
	t.next()
	for t.kind != ']' {
		items = append(items, t.parse())
		if t.kind == ',' {
			t.next()
		}
	}
	t.next()
	return items
}

func (t *Tokenizer) parseObject() map[string]any {
	result := map[string]any{}
	t.next()
	for t.kind != '}' {
		name := t.value.(string)
		t.next()
		if t.kind != ':' {
			panic(fmt.Sprintf("expected ':' at %d", t.pos))
		}
		t.next()
		result[name] = t.parse()
		if t.kind == ',' {
			t.next()
		}
	}
	t.next()
	return result
}

// As Python prints such a value. A map has no order: the names stand in the order of this program's text.
func show(value any) string {
	switch value := value.(type) {
	case nil:
		return "None"
	case bool:
		if value {
			return "True"
		}
		return "False"
	case string:
		return "'" + value + "'"
	case []any:
		items := make([]string, len(value))
		for i, item := range value {
			items[i] = show(item)
		}
		return "[" + strings.Join(items, ", ") + "]"
	case map[string]any:
		var items []string
		for _, name := range []string{"id", "name", "tags", "pos", "x", "y"} {
			if item, there := value[name]; there {
				items = append(items, "'"+name+"': "+show(item))
			}
		}
		return "{" + strings.Join(items, ", ") + "}"
	}
	return fmt.Sprint(value)
}

func main() {
	n := 75000
	if len(os.Args) > 1 {
		n, _ = strconv.Atoi(os.Args[1])
	}
	text := makeText(n)
	tokens := &Tokenizer{text: text}
	tokens.next()
	data := tokens.parse().([]any)
	letters, sum := 0, 0.0
	for _, item := range data {
		object := item.(map[string]any)
		letters += len(object["name"].(string))
		sum += object["pos"].(map[string]any)["x"].(float64)
	}
	fmt.Printf("%d %d %s %d %.1f\n", len(text), len(data), show(data[len(data)-1]), letters, sum)
}
