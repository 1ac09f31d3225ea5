// The twin of closures.py. usage: closures [N]
package main

import (
	"fmt"
	"os"
	"strconv"
)

func counter() func(int) int {
	n := 0
	return func(k int) int {
		n += k
		return n
	}
}

func compose(f, g func(int) int) func(int) int {
	return func(x int) int { return f(g(x)) }
}

func curry(a int) func(int) func(int) int {
	return func(b int) func(int) int {
		return func(c int) int { return (a*b + c) % 1000003 }
	}
}

func fold(f func(int, int) int, n, start int) int {
	for i := 0; i < n; i++ {
		start = f(start, i)
	}
	return start
}

func applyTwice(f func(int) int, x int) int {
	return f(f(x))
}

func filterMap(keep func(int) bool, f func(int) int, n int) []int {
	var items []int
	for i := 0; i < n; i++ {
		if item := f(i); keep(item) {
			items = append(items, item)
		}
	}
	return items
}

func main() {
	n := 1300000
	if len(os.Args) > 1 {
		n, _ = strconv.Atoi(os.Args[1])
	}
	add := counter()
	for i := 0; i < n; i++ {
		add(i & 7)
	}
	pipeline := compose(func(x int) int { return x + 1 },
		compose(func(x int) int { return x * 3 }, func(x int) int { return x - 2 }))
	total := 0
	for i := 0; i < n; i++ {
		total = (total + pipeline(i) + applyTwice(pipeline, i&15)) % 1000003
	}
	for i := 0; i < n/2; i++ {
		total = (total + curry(i)(total)(7)) % 1000003
	}
	total += fold(func(a, b int) int { return (a*31 + b) % 65537 }, n, 1)
	evens := filterMap(func(x int) bool { return x%2 == 0 }, func(x int) int { return x * x }, n)
	sum := 0
	for _, x := range evens {
		sum += x
	}
	fmt.Println(add(0), total, len(evens), sum%1000003)
}
