"""docs/status.md: what works, area by area and mode by mode, from the results of a test run."""
import json
import os

MODES = ("run", "dev", "release", "wasm", "stress", "unit", "ir", "check", "script")
TITLES = {"run": "`molt run`", "dev": "native, dev", "release": "native, release", "wasm": "wasm",
          "stress": "stress", "unit": "unit", "ir": "IR", "check": "`molt check`", "script": "script"}
PROGRAM_MODES = MODES[:5]


def write_from_last(context):
    path = os.path.join(context.build, "test-results.json")
    if not os.path.exists(path):
        print("no results of a whole run yet: run ./test first")
        return 1
    with open(path) as file:
        write(context, json.load(file))
    return 0


def write(context, results):
    table = {}
    for result in results:
        cell = table.setdefault(result["area"], {}).setdefault(result["mode"], [0, 0, 0])
        for index, key in enumerate(("passed", "failed", "skipped")):
            cell[index] += result[key]
    lines = ["# What works", "",
             "Written by `./test --status` from the results of the tests; do not edit.",
             "A cell is *passed of run*; what is skipped is left out and listed below.", ""]
    lines += programs_table(table) + others_table(table) + failures(results) + skips(results)
    os.makedirs(context.path("docs"), exist_ok=True)
    with open(context.path("docs", "status.md"), "w", encoding="utf-8") as file:
        file.write("\n".join(lines).rstrip("\n") + "\n")
    print("wrote docs/status.md")


def cell_text(cell):
    if cell is None or cell[0] + cell[1] == 0:
        return "–"
    return f"{cell[0]} of {cell[0] + cell[1]}"


def programs_table(table):
    modes = [m for m in PROGRAM_MODES if any(m in row for row in table.values())]
    if not modes:
        return []
    lines = ["## Programs that do what CPython does", "",
             "| area | " + " | ".join(TITLES[m] for m in modes) + " |",
             "|---" * (len(modes) + 1) + "|"]
    total = {m: [0, 0, 0] for m in modes}
    for area in sorted(a for a in table if any(m in table[a] for m in modes)):
        for mode in modes:
            for index in range(3):
                total[mode][index] += table[area].get(mode, [0, 0, 0])[index]
        lines.append(f"| {area} | " + " | ".join(cell_text(table[area].get(m)) for m in modes) + " |")
    lines.append("| **all** | " + " | ".join(cell_text(total[m]) for m in modes) + " |")
    return lines + [""]


def others_table(table):
    lines = ["## Other tests", "", "| area | kind | |", "|---|---|---|"]
    count = len(lines)
    for area in sorted(table):
        for mode in MODES[5:]:
            if mode in table[area]:
                lines.append(f"| {area} | {TITLES[mode]} | {cell_text(table[area][mode])} |")
    return lines + [""] if len(lines) > count else []


def failures(results):
    failing = {}
    for result in results:
        if result["failed"]:
            name = result["name"].split(" [")[0]
            failing.setdefault(name, []).append(result)
    if not failing:
        return ["## What fails", "", "Nothing.", ""]
    lines = ["## What fails", ""]
    for name, group in sorted(failing.items()):
        modes = ", ".join(r["mode"] for r in group)
        reason = group[0]["reason"].split("\n")[0][:160].rstrip(": ")
        lines.append(f"- {name} ({modes}): {reason}")
    return lines + [""]


def skips(results):
    reasons = {}
    for result in results:
        if result["skipped"]:
            key = result["reason"] or f"said by {result['name']}"
            reasons[key] = reasons.get(key, 0) + result["skipped"]
    if not reasons:
        return []
    return ["## What is skipped, and why", ""] + [
        f"- {count}: {reason}" for reason, count in sorted(reasons.items())]
