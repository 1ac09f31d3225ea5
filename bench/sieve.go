// The twin of sieve.py. usage: sieve [LIMIT]
package main

import (
	"fmt"
	"os"
	"strconv"
)

func sieve(limit int) []bool {
	flags := make([]bool, limit+1)
	for i := range flags {
		flags[i] = true
	}
	flags[0], flags[1] = false, false
	for i := 2; i*i <= limit; i++ {
		if flags[i] {
			for j := i * i; j <= limit; j += i {
				flags[j] = false
			}
		}
	}
	return flags
}

func main() {
	limit := 8000000
	if len(os.Args) > 1 {
		limit, _ = strconv.Atoi(os.Args[1])
	}
	count, last, total := 0, 0, 0
	for i, prime := range sieve(limit) {
		if prime {
			count++
			last = i
			total = (total + i*count) % 1000003
		}
	}
	fmt.Println(count, last, total)
}
