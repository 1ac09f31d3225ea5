// The twin of spectral_norm.py. usage: spectral_norm [N]
package main

import (
	"fmt"
	"math"
	"os"
	"strconv"
)

func a(i, j int) float64 {
	return 1.0 / float64((i+j)*(i+j+1)/2+i+1)
}

func times(v []float64) []float64 {
	result := make([]float64, len(v))
	for i := range result {
		total := 0.0
		for j, x := range v {
			total += a(i, j) * x
		}
		result[i] = total
	}
	return result
}

func timesTransposed(v []float64) []float64 {
	result := make([]float64, len(v))
	for i := range result {
		total := 0.0
		for j, x := range v {
			total += a(j, i) * x
		}
		result[i] = total
	}
	return result
}

func main() {
	n := 450
	if len(os.Args) > 1 {
		n, _ = strconv.Atoi(os.Args[1])
	}
	u := make([]float64, n)
	for i := range u {
		u[i] = 1.0
	}
	var v []float64
	for i := 0; i < 10; i++ {
		v = timesTransposed(times(u))
		u = timesTransposed(times(v))
	}
	vbv, vv := 0.0, 0.0
	for i, y := range v {
		vbv += u[i] * y
		vv += y * y
	}
	fmt.Printf("%.9f\n", math.Sqrt(vbv/vv))
}
