// The twin of nbody.py. usage: nbody [STEPS]
package main

import (
	"fmt"
	"math"
	"os"
	"strconv"
)

const (
	days = 365.24
	sun  = 4 * 3.141592653589793 * 3.141592653589793
)

type Body struct {
	mass, x, y, z, vx, vy, vz float64
}

func newBody(mass, x, y, z, vx, vy, vz float64) *Body {
	return &Body{mass * sun, x, y, z, vx * days, vy * days, vz * days}
}

func bodies() []*Body {
	return []*Body{
		newBody(1.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0),
		newBody(9.547919384243266e-04, 4.841431442464721, -1.1603200440274284, -0.10362204447112311,
			0.001660076642744037, 0.007699011184197404, -6.90460016972063e-05),
		newBody(2.858859806661308e-04, 8.34336671824458, 4.124798564124305, -0.4035234171143214,
			-0.002767425107268624, 0.004998528012349172, 2.3041729757376393e-05),
		newBody(4.366244043351563e-05, 12.894369562139131, -15.111151401698631, -0.22330757889265573,
			0.002964601375647616, 0.0023784717395948095, -2.9658956854023756e-05),
		newBody(5.1513890204661145e-05, 15.379697114850917, -25.919314609987964, 0.17925877295037118,
			0.0026806777249038932, 0.001628241700382423, -9.515922545197159e-05),
	}
}

func settle(system []*Body) {
	sun := system[0]
	for _, b := range system[1:] {
		sun.vx -= b.vx * b.mass / sun.mass
		sun.vy -= b.vy * b.mass / sun.mass
		sun.vz -= b.vz * b.mass / sun.mass
	}
}

func energy(system []*Body) float64 {
	e := 0.0
	for i, a := range system {
		e += 0.5 * a.mass * (a.vx*a.vx + a.vy*a.vy + a.vz*a.vz)
		for _, b := range system[i+1:] {
			dx, dy, dz := a.x-b.x, a.y-b.y, a.z-b.z
			e -= a.mass * b.mass / math.Sqrt(dx*dx+dy*dy+dz*dz)
		}
	}
	return e
}

func advance(system []*Body, dt float64) {
	for i, a := range system {
		for _, b := range system[i+1:] {
			dx := a.x - b.x
			dy := a.y - b.y
			dz := a.z - b.z
			squared := dx*dx + dy*dy + dz*dz
			pull := dt / (squared * math.Sqrt(squared))
			a.vx -= dx * b.mass * pull
			a.vy -= dy * b.mass * pull
			a.vz -= dz * b.mass * pull
			b.vx += dx * a.mass * pull
			b.vy += dy * a.mass * pull
			b.vz += dz * a.mass * pull
		}
	}
	for _, b := range system {
		b.x += dt * b.vx
		b.y += dt * b.vy
		b.z += dt * b.vz
	}
}

func main() {
	steps := 400000
	if len(os.Args) > 1 {
		steps, _ = strconv.Atoi(os.Args[1])
	}
	system := bodies()
	settle(system)
	fmt.Printf("%.9f\n", energy(system))
	for i := 0; i < steps; i++ {
		advance(system, 0.01)
	}
	fmt.Printf("%.9f\n", energy(system))
}
