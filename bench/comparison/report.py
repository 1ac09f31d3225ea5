"""The results as Markdown and as JSON."""
import datetime
import json
import os
import platform

from . import goals

# Peers that Molt is to leave behind show how many times as fast Molt is; those it is to come near, Molt's time as a
# multiple of theirs.
FASTER_THAN = ("cpython", "pypy", "mypyc")


def machine():
    model = platform.processor() or platform.machine()
    try:
        with open("/proc/cpuinfo") as file:
            model = next(line.split(":", 1)[1].strip() for line in file if line.startswith("model name"))
        with open("/proc/meminfo") as file:
            memory = f", {round(int(file.readline().split()[1]) / 1e6)} GB of memory"
    except (OSError, StopIteration):
        memory = ""
    return f"{model}, {os.cpu_count()} cores{memory}, {platform.system()} {platform.machine()}"


def about(options, peers, load):
    return {
        "date": datetime.date.today().isoformat(),
        "machine": machine(),
        "load": load,  # the load averages before and after
        "runs": options.runs,
        "clock": options.clock,
        "profile": options.profile,
        "arguments": options.args or "",
        "versions": {p.title: p.version for p in peers if p.version and not p.missing},
        "peers": [{"name": p.name, "title": p.title, "missing": p.missing} for p in peers],
    }


def about_lines(facts):
    clock = {"cpu": "of processor time, which a machine that others use disturbs less than time by the clock; "
                    "it counts all threads of Go's collector", "wall": "by the clock"}[facts["clock"]]
    runs = "One run each" if facts["runs"] == 1 else f"Medians of {facts['runs']} runs"
    lines = [
        f"- {facts['date']}, {facts['machine']}; load average {facts['load'][0]:.1f} before and "
        f"{facts['load'][1]:.1f} after.",
        f"- {runs}, one implementation after another in turns; seconds {clock}.",
        f"- Molt's profile: {facts['profile']}."]
    return lines + [f"- {title}: {version}." for title, version in facts["versions"].items()]


def ratio(result, peer, seconds):
    """As the column of that peer shows it; None where something is missing."""
    value = goals.against(result, peer, seconds)
    return 1 / value if value and (peer == "wasm" or peer in FASTER_THAN) else value


def heading(peer):
    if peer.missing:
        return f"{peer.title}: not installed"
    if peer.name == "wasm":
        return "wasm / native"
    return f"faster than {peer.title}" if peer.name in FASTER_THAN else f"time / {peer.title}'s"


def show(value, digits=2):
    return "–" if value is None else f"{value:.{digits}f}"


def markdown_table(head, rows):
    lines = ["| " + " | ".join(head) + " |", "|---|" + "---:|" * (len(head) - 1)]
    return "\n".join(lines + ["| " + " | ".join(row) + " |" for row in rows])


def ratio_table(results, peers, seconds):
    others = [p for p in peers if p.name != "molt"]
    rows, columns = [], {p.name: [] for p in others}
    for result in results:
        times, memory = seconds(result), result["memory"]
        row = [result["program"], show(times.get("molt"), 3)]
        for peer in others:
            value = ratio(result, peer.name, seconds)
            if value:
                columns[peer.name].append(value)
            row.append(show(value))
        rows.append(row + [show(memory[p] / 1024 if p in memory else None, 1) for p in ("molt", "cpython")])
    means = [show(goals.geometric_mean(columns[p.name])) for p in others]
    rows.append(["**geometric mean**", "", *means, "", ""])
    return markdown_table(["program", "Molt, s", *map(heading, others), "Molt, MB", "CPython, MB"], rows)


def seconds_table(results, peers, seconds):
    rows = [[r["program"], *(show(seconds(r).get(p.name), 3) for p in peers)] for r in results]
    return markdown_table(["program", *(p.title for p in peers)], rows)


def long_table(results, peers, seconds):
    """Empty where no program ran at its long size."""
    rows = [[r["program"], " ".join(r["long"]["arguments"]), *(show(seconds(r["long"]).get(p.name), 3) for p in peers)]
            for r in results if "long" in r]
    return markdown_table(["program", "size", *(p.title for p in peers)], rows) if rows else ""


def problem_lines(results, peers):
    titles = {p.name: p.title for p in peers}
    by_text = {}
    for result in results:
        for name, text in result["problems"].items():
            by_text.setdefault(f"{titles[name]}: {text}", []).append(result["program"])
    return [f"- {text} ({', '.join(names) if len(names) < len(results) else 'all programs'})"
            for text, names in by_text.items()]


def markdown(facts, results, peers, seconds, chart=None):
    titles = {p.name: p.title for p in peers}
    measured, missed = goals.check(results, seconds, titles)
    parts = ["# Molt compared",
             "Written by `bench/run`; do not edit. Every program's output was compared with CPython's.",
             "\n".join(about_lines(facts))]
    if chart:
        parts.append(f"![How many times as fast as CPython each implementation is]({chart})")
    parts += [
        "## Ratios",
        "*Faster than X*: X's time divided by Molt's. *Time / X's*: Molt's divided by X's. Memory is the peak.",
        ratio_table(results, peers, seconds), "## Seconds", seconds_table(results, peers, seconds)]
    compiled = [p for p in peers if any(p.name in seconds(r.get("long", r)) for r in results if "long" in r)]
    if long := long_table(results, compiled, seconds):
        parts += ["Compiled code at sizes that it takes longer for; the ratios between them are of these:", long]
    problems = problem_lines(results, peers)
    if problems:
        parts.append("## What has no number, and why\n\n" + "\n".join(problems))
    parts.append(f"## Goals\n\n{measured - len(missed)} of {measured} reached; `bench/comparison/goals.py` has them."
                 + ("\n\nMissed:\n\n" + "\n".join(f"- {line}" for line in missed) if missed else ""))
    return "\n\n".join(parts) + "\n"


def write_json(path, facts, results):
    with open(path, "w") as file:
        json.dump({"about": facts, "results": results}, file, indent=1)
        file.write("\n")
