// The twin of binary_trees.py. usage: binary_trees [DEPTH]
package main

import (
	"fmt"
	"os"
	"strconv"
)

type Tree struct {
	left, right *Tree
}

func (t *Tree) check() int {
	if t.left == nil {
		return 1
	}
	return 1 + t.left.check() + t.right.check()
}

func build(depth int) *Tree {
	if depth == 0 {
		return &Tree{}
	}
	return &Tree{build(depth - 1), build(depth - 1)}
}

func main() {
	deepest := 16
	if len(os.Args) > 1 {
		deepest, _ = strconv.Atoi(os.Args[1])
	}
	fmt.Printf("stretch tree of depth %d\t check: %d\n", deepest+1, build(deepest+1).check())
	longLived := build(deepest)
	for depth := 4; depth <= deepest; depth += 4 {
		times := 1 << (deepest - depth + 4)
		total := 0
		for i := 0; i < times; i++ {
			total += build(depth).check()
		}
		fmt.Printf("%d\t trees of depth %d\t check: %d\n", times, depth, total)
	}
	fmt.Printf("long lived tree of depth %d\t check: %d\n", deepest, longLived.check())
}
