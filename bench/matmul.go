// The twin of matmul.py. usage: matmul [N]
package main

import (
	"fmt"
	"os"
	"strconv"
)

func newMatrix(n, m int) [][]float64 {
	rows := make([][]float64, n)
	for i := range rows {
		rows[i] = make([]float64, m)
	}
	return rows
}

func build(n, seed int) [][]float64 {
	rows := newMatrix(n, n)
	for i, row := range rows {
		for j := range row {
			row[j] = float64((i*31+j*17+seed)%100)/10.0 - 5.0
		}
	}
	return rows
}

func multiply(a, b [][]float64) [][]float64 {
	result := newMatrix(len(a), len(b[0]))
	for i, row := range a {
		for j := range result[i] {
			total := 0.0
			for x, value := range row {
				total += value * b[x][j]
			}
			result[i][j] = total
		}
	}
	return result
}

func main() {
	n := 330
	if len(os.Args) > 1 {
		n, _ = strconv.Atoi(os.Args[1])
	}
	c := multiply(build(n, 1), build(n, 7))
	sum := 0.0
	for _, row := range c {
		for _, value := range row {
			sum += value
		}
	}
	fmt.Printf("%.6f %.6f %.6f\n", c[0][0], c[n/2][n/3], sum)
}
