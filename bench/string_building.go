// The twin of string_building.py. usage: string_building [N]
package main

import (
	"fmt"
	"os"
	"strconv"
	"strings"
	"unicode"
)

func byPlus(n int) string {
	var s strings.Builder
	for i := 0; i < n; i++ {
		s.WriteByte(byte('a' + i%26))
		if i%60 == 59 {
			s.WriteByte('\n')
		}
	}
	return s.String()
}

func byJoin(n int) string {
	parts := make([]string, 0, n)
	for i := 0; i < n; i++ {
		parts = append(parts, strconv.Itoa(i*7))
	}
	return strings.Join(parts, ",")
}

func byFormat(n int) string {
	out := make([]string, 0, n)
	for i := 0; i < n; i++ {
		out = append(out, fmt.Sprintf("%05d:%.2f:%x", i, float64(i)/3, i))
	}
	return strings.Join(out, "|")
}

func byMethods(text string) string {
	var out []string
	for _, word := range strings.Split(text, ",") {
		if strings.HasSuffix(word, "3") {
			continue
		}
		word = strings.Trim(word, "7")
		if len(word) < 4 {
			word = strings.Repeat("0", 4-len(word)) + word
		}
		out = append(out, strings.ReplaceAll(word, "12", "XY"))
	}
	return strings.Join(out, " ")
}

func reverseTitle(line string) string {
	runes := []rune(line)
	for i, j := 0, len(runes)-1; i < j; i, j = i+1, j-1 {
		runes[i], runes[j] = runes[j], runes[i]
	}
	inside := false
	for i, c := range runes {
		if inside {
			runes[i] = unicode.ToLower(c)
		} else {
			runes[i] = unicode.ToTitle(c)
		}
		inside = unicode.IsLetter(c)
	}
	return string(runes)
}

func reverseWords(text string) string {
	lines := strings.Split(text, "\n")
	for i, line := range lines {
		lines[i] = reverseTitle(line)
	}
	return strings.Join(lines, "\n")
}

func main() {
	n := 1700000
	if len(os.Args) > 1 {
		n, _ = strconv.Atoi(os.Args[1])
	}
	a := byPlus(n)
	b := byJoin(n)
	c := byFormat(n / 2)
	d := byMethods(b)
	e := reverseWords(a)
	tail, head := c, e
	if len(tail) > 20 {
		tail = tail[len(tail)-20:]
	}
	if len(head) > 20 {
		head = head[:20]
	}
	fmt.Println(len(a), len(b), len(c), len(d), len(e), strings.Count(a, "abc"), strings.Index(d, "XY"), tail, head)
}
