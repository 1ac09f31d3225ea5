// The twin of sort_key.py. usage: sort_key [N]
package main

import (
	"fmt"
	"os"
	"sort"
	"strconv"
)

type Record struct {
	number int
	name   string
	score  int
}

func makeRecords(n int) []*Record {
	records := make([]*Record, n)
	seed := uint32(7)
	for i := range records {
		seed = seed*69069 + 1
		records[i] = &Record{i, "name" + strconv.Itoa(int(seed%5000)), int(seed % 977)}
	}
	return records
}

func sorted(records []*Record, less func(a, b *Record) bool) []*Record {
	result := append([]*Record(nil), records...)
	sort.SliceStable(result, func(i, j int) bool { return less(result[i], result[j]) })
	return result
}

func main() {
	n := 160000
	if len(os.Args) > 1 {
		n, _ = strconv.Atoi(os.Args[1])
	}
	records := makeRecords(n)
	checksum := 0
	for i := 0; i < 3; i++ {
		byName := sorted(records, func(a, b *Record) bool { return a.name < b.name })
		byBoth := sorted(records, func(a, b *Record) bool {
			if a.score != b.score {
				return a.score > b.score
			}
			return a.name < b.name
		})
		byLength := sorted(records, func(a, b *Record) bool { return len(a.name) > len(b.name) })
		checksum += byName[n/2].number + byBoth[n/3].number + byLength[n/4].number
	}
	natural := sorted(records[:n/2], func(a, b *Record) bool {
		if a.score != b.score {
			return a.score < b.score
		}
		return a.number < b.number
	})
	numbers, words := make([]int, n), make([]string, n)
	for i, r := range records {
		numbers[i] = r.number * 7919 % 104729
		words[i] = r.name
	}
	sort.Ints(numbers)
	sort.Strings(words)
	fmt.Println(checksum, natural[0].number, natural[len(natural)-1].number, numbers[n/2], words[0], words[n-1])
}
