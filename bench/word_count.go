// The twin of word_count.py. usage: word_count [LINES]
package main

import (
	"fmt"
	"os"
	"sort"
	"strconv"
	"strings"
)

var syllables = strings.Fields("ba be bi bo bu da de di do du ka ke ki ko ku la le li lo lu ma me mi mo mu na ne ni no nu")

func makeLine(seed *uint32) string {
	words := make([]string, 0, 12)
	for i := 0; i < 12; i++ {
		*seed = (*seed*1103515245 + 12345) & 0x7FFFFFFF
		word := syllables[*seed>>8&15] + syllables[(*seed>>16)%30]
		if *seed&64 != 0 {
			word = strings.ToUpper(word[:1]) + word[1:]
		}
		if *seed&128 != 0 {
			word += syllables[*seed>>20&7]
		}
		words = append(words, word)
	}
	return strings.Join(words, " ") + "."
}

func main() {
	lines := 180000
	if len(os.Args) > 1 {
		lines, _ = strconv.Atoi(os.Args[1])
	}
	counts := map[string]int{}
	letters, sum := 0, 0
	seed := uint32(42)
	for i := 0; i < lines; i++ {
		line := makeLine(&seed)
		for _, word := range strings.Fields(strings.ReplaceAll(strings.ToLower(line), ".", " ")) {
			counts[word]++
			letters += len(word)
		}
	}
	words := make([]string, 0, len(counts))
	for word, count := range counts {
		words = append(words, word)
		sum += count
	}
	sort.Slice(words, func(i, j int) bool {
		if counts[words[i]] != counts[words[j]] {
			return counts[words[i]] > counts[words[j]]
		}
		return words[i] < words[j]
	})
	for i := 0; i < len(words) && i < 10; i++ {
		fmt.Printf("%-10s%8d\n", words[i], counts[words[i]])
	}
	fmt.Println(len(counts), sum, letters)
}
