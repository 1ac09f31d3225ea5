// The twin of mandelbrot.py. usage: mandelbrot [SIZE]
package main

import (
	"fmt"
	"os"
	"strconv"
)

func escape(cr, ci float64, limit int) int {
	zr, zi := 0.0, 0.0
	for n := 0; n < limit; n++ {
		zr2 := zr * zr
		zi2 := zi * zi
		if zr2+zi2 > 4.0 {
			return n
		}
		zi = 2.0*zr*zi + ci
		zr = zr2 - zi2 + cr
	}
	return limit
}

func main() {
	size := 640
	if len(os.Args) > 1 {
		size, _ = strconv.Atoi(os.Args[1])
	}
	limit := 100
	inside, checksum := 0, 0
	for y := 0; y < size; y++ {
		ci := 2.0*float64(y)/float64(size) - 1.0
		for x := 0; x < size; x++ {
			n := escape(2.5*float64(x)/float64(size)-1.9, ci, limit)
			if n == limit {
				inside++
			}
			checksum = (checksum*31 + n) % 1000000007
		}
	}
	fmt.Println(inside, checksum)
}
