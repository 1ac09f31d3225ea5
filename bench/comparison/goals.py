"""What the measured ratios are to reach, by kind of program."""

KINDS = {
    "numeric loops": ("nbody", "spectral_norm", "mandelbrot", "fib", "matmul"),
    "integer arrays": ("fannkuch", "sieve"),
    "objects": ("oop_dispatch", "richards", "deltablue", "raytrace"),
    "allocation": ("binary_trees",),
    "strings, dicts, sorting": ("word_count", "parser", "sort_key", "string_building"),
}

# Molt's time as a multiple of the other's: at most this.
AT_MOST = {
    "numeric loops": {"c": 1.2},
    "integer arrays": {"c": 1.5},
    "objects": {"c": 2.0, "pypy": 1 / 3},
    "allocation": {"c": 1.3, "go": 1.0},
    "strings, dicts, sorting": {"c": 2.0},
}
EVERY_PROGRAM = {"cpython": 1 / 3, "pypy": 1.0}
GEOMETRIC_MEAN = {"cpython": 1 / 20, "pypy": 1 / 4}
WASM_AT_MOST = 2.0  # times native, for numeric loops


def kind_of(program):
    return next((kind for kind, programs in KINDS.items() if program in programs), None)


def of_program(program):
    """(what, peer, the most that Molt's time may be as a multiple of the peer's)."""
    limits = dict(EVERY_PROGRAM)
    for peer, limit in AT_MOST.get(kind_of(program), {}).items():
        limits[peer] = min(limit, limits.get(peer, limit))
    return limits


def geometric_mean(values):
    product = 1.0
    for value in values:
        product *= value
    return product ** (1 / len(values)) if values else None


def in_words(ratio, peer):
    """How many times as fast as what it is to leave behind; the multiple of the time of what it is to come near."""
    return 1 / ratio if peer in ("cpython", "pypy") else ratio


def say(ratio, peer):
    words = "times as fast as" if peer in ("cpython", "pypy") else "times the time of"
    return f"{in_words(ratio, peer):.2f} {words}"


def against(result, peer, seconds):
    """Molt's time as a multiple of the peer's, at the long size where both ran there; None where one did not run."""
    for run in (result.get("long"), result):
        times = seconds(run) if run else {}
        if "molt" in times and peer in times:
            return times["molt"] / times[peer]
    return None


def check(results, seconds, titles):
    """(goals measured, those missed as sentences)."""
    measured, missed = 0, []

    def hold(reached, sentence, goal):
        nonlocal measured
        measured += 1
        if not reached:
            missed.append(f"{sentence}; the goal is {goal:g}")

    def hold_ratio(name, ratio, limit, peer):
        hold(ratio <= limit, f"{name}: {say(ratio, peer)} {titles[peer]}", in_words(limit, peer))

    ratios = {}
    for result in results:
        multiples = {peer: against(result, peer, seconds) for peer in seconds(result)}
        multiples = {peer: multiple for peer, multiple in multiples.items() if multiple}
        for peer, multiple in multiples.items():
            ratios.setdefault(peer, []).append(multiple)
        for peer, limit in of_program(result["program"]).items():
            if peer in multiples:
                hold_ratio(result["program"], multiples[peer], limit, peer)
        if "wasm" in multiples and kind_of(result["program"]) == "numeric loops":
            slower = 1 / multiples["wasm"]
            sentence = f"{result['program']}: as wasm {slower:.2f} times the native time"
            hold(slower <= WASM_AT_MOST, sentence, WASM_AT_MOST)
        memory = result["memory"]
        if "molt" in memory and "cpython" in memory:
            more = memory["molt"] / memory["cpython"]
            hold(more <= 1, f"{result['program']}: {more:.2f} times CPython's peak memory", 1)
    for peer, limit in GEOMETRIC_MEAN.items():
        if ratios.get(peer):
            hold_ratio("geometric mean", geometric_mean(ratios[peer]), limit, peer)
    return measured, missed
