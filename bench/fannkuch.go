// The twin of fannkuch.py. usage: fannkuch [N]
package main

import (
	"fmt"
	"os"
	"strconv"
)

func fannkuch(n int) (checksum, most int) {
	permutation, work, count := make([]int, n), make([]int, n), make([]int, n)
	for i := range permutation {
		permutation[i] = i
	}
	even := true
	r := n
	for {
		for ; r != 1; r-- {
			count[r-1] = r
		}
		if permutation[0] != 0 {
			copy(work, permutation)
			flips := 0
			for first := work[0]; first != 0; first = work[0] {
				for i, j := 0, first; i < j; i, j = i+1, j-1 {
					work[i], work[j] = work[j], work[i]
				}
				flips++
			}
			if flips > most {
				most = flips
			}
			if even {
				checksum += flips
			} else {
				checksum -= flips
			}
		}
		for {
			if r == n {
				return
			}
			first := permutation[0]
			copy(permutation, permutation[1:r+1])
			permutation[r] = first
			count[r]--
			if count[r] > 0 {
				break
			}
			r++
		}
		if r%2 == 1 {
			even = !even
		}
	}
}

func main() {
	n := 10
	if len(os.Args) > 1 {
		n, _ = strconv.Atoi(os.Args[1])
	}
	checksum, most := fannkuch(n)
	fmt.Printf("%d\nPfannkuchen(%d) = %d\n", checksum, n, most)
}
