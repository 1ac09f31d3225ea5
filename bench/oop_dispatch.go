// The twin of oop_dispatch.py: an interface, and embedding for what is inherited. usage: oop_dispatch [N]
package main

import (
	"fmt"
	"os"
	"strconv"
	"strings"
)

var shapeCount int

type Shape interface {
	area() int
	scaled(k int) Shape
	weight() int
	bonus() int
	label() string
}

func score(s Shape) int {
	return s.area()*s.weight() + s.bonus()
}

type Base struct {
	name string
}

func newBase(name string) Base {
	shapeCount++
	return Base{name}
}

func (b *Base) weight() int   { return 2 }
func (b *Base) bonus() int    { return 1 }
func (b *Base) label() string { return b.name }

type Square struct {
	Base
	side int
}

func newSquare(side int) *Square     { return &Square{newBase("square"), side} }
func (s *Square) area() int          { return s.side * s.side }
func (s *Square) scaled(k int) Shape { return newSquare(s.side * k % 101) }

type Rectangle struct {
	Base
	a, b int
}

func newRectangle(a, b int) *Rectangle       { return &Rectangle{newBase("rectangle"), a, b} }
func (r *Rectangle) area() int               { return r.a * r.b }
func (r *Rectangle) weight() int             { return 3 }
func (r *Rectangle) larger(k int) *Rectangle { return newRectangle(r.a*k%103, r.b*k%107) }
func (r *Rectangle) scaled(k int) Shape      { return r.larger(k) }

type Heavy struct {
	Rectangle
}

func newHeavy(a, b int) *Heavy { return &Heavy{Rectangle{newBase("rectangle"), a, b}} }
func (h *Heavy) bonus() int    { return h.Rectangle.bonus() + 10 }
func (h *Heavy) scaled(k int) Shape {
	r := h.larger(k)
	return newHeavy(r.a, r.b)
}

type Circle struct {
	Base
	r int
}

func newCircle(r int) *Circle        { return &Circle{newBase("circle"), r} }
func (c *Circle) area() int          { return 3 * c.r * c.r }
func (c *Circle) scaled(k int) Shape { return newCircle(c.r * k % 109) }
func (c *Circle) bonus() int         { return c.r }

func main() {
	n := 400000
	if len(os.Args) > 1 {
		n, _ = strconv.Atoi(os.Args[1])
	}
	shapes := []Shape{newSquare(3), newRectangle(2, 5), newCircle(4), newHeavy(7, 3), newSquare(9)}
	total := 0
	for i := 0; i < n; i++ {
		for _, shape := range shapes {
			total = (total + score(shape)) % 1000003
		}
		shapes[i%5] = shapes[i%5].scaled(i%13 + 1)
	}
	names := make([]string, len(shapes))
	for i, shape := range shapes {
		names[i] = "'" + shape.label() + "'"
	}
	fmt.Printf("%d %d [%s]\n", total, shapeCount, strings.Join(names, ", "))
}
