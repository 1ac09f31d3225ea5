"""Times functions that take a number of rounds."""
import sys
import time


def run(functions):
    """Prints for each function, or those named behind N, its name, the least processor time of three runs in
    nanoseconds a round, and its result."""
    rounds = int(sys.argv[1])
    for function in functions:
        name = function.__name__[3:]
        if len(sys.argv) > 2 and name not in sys.argv[2:]:
            continue
        best = None
        for _ in range(3):
            start = time.process_time_ns()
            result = function(rounds)
            took = time.process_time_ns() - start
            if best is None or took < best:
                best = took
        print(name, best / rounds, result)
