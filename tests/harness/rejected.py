"""Programs that must not compile, or that make the compiler warn.

`tests/errors/NAME.py`: CPython gives a SyntaxError; `molt check` and `molt build` must give the same
message and line as the first error, exit with 1 and leave nothing behind. The expectation is
recorded from CPython like the differential ones, in `tests/errors/expected.json`. A program that CPython
accepts with SyntaxWarnings must give the same ones, line by line and in the same order.

`tests/refused/NAME.py`: valid Python that Molt does not compile yet; the header `# refused: WORDS`
names the construct, the comment `# <- here` marks its line, and the message must name both.
"""
import glob
import itertools
import json
import os
import re
import tempfile

from .common import DEFAULT_VERSION, Test, describe_exit, failed, passed, run_command
from .programs import read_headers


def error_programs(root):
    return sorted(glob.glob(os.path.join(root, "tests", "errors", "*.py")))


def rejected_tests(context):
    tests = []
    path = context.path("tests", "errors", "expected.json")
    expected = {}
    if os.path.exists(path):
        with open(path, encoding="utf-8") as file:
            expected = json.load(file)["programs"]
    for program in error_programs(context.root):
        name = os.path.splitext(os.path.basename(program))[0]
        tests.append(Test(f"errors/{name}", "syntax errors", "check",
                          lambda p=program, n=name: check_error(context, p, expected.get(n))))
    for program in sorted(glob.glob(context.path("tests", "refused", "*.py"))):
        name = os.path.splitext(os.path.basename(program))[0]
        tests.append(Test(f"refused/{name}", "refused constructs", "check",
                          lambda p=program: check_refused(context, p)))
    return tests


def build_leaves_nothing(context, program):
    """An Outcome when a failed build leaves a file or does not fail, else None."""
    with tempfile.TemporaryDirectory(dir=context.scratch) as scratch:
        out = os.path.join(scratch, "out")
        ran = run_command([context.molt, "build", program, "-o", out])
        left = os.listdir(scratch)
    if ran.code != 1:
        return failed(f"molt build: {describe_exit(ran.code)}, not 1", ran.stderr[-800:])
    if left:
        return failed(f"molt build left {left} behind")
    return None


def check_error(context, program, expected):
    if expected is None:
        return failed("no recorded expectation: run ./test --record errors")
    ran = run_command([context.molt, "check", program])
    if "warnings" in expected:
        return check_warnings(ran, expected["warnings"])
    if ran.code != 1:
        return failed(f"molt check: {describe_exit(ran.code)}, not 1", ran.stderr[-800:])
    wanted = expected["message"]
    first = re.search(r"(?:\w*(?:Syntax|Indentation|Tab)Error): .*", ran.stderr)
    if first is None or not first[0].startswith(wanted):
        return failed("another message", f"  expected {wanted!r}\n  got      "
                                         f"{(first[0] if first else ran.stderr[-800:])!r}")
    lines = re.findall(r"line (\d+)|\.py:(\d+)", ran.stderr[:first.start()])
    got = int(lines[-1][0] or lines[-1][1]) if lines else None
    if got != expected["line"]:
        return failed(f"line {got}, CPython says line {expected['line']}", ran.stderr[-800:])
    return build_leaves_nothing(context, program) or passed()


def warnings_of(stderr):
    return [f"{line}: {text}" for line, text in re.findall(r"\.py:(\d+): (\w+Warning: .*)", stderr)]


def check_warnings(ran, expected):
    if ran.code != 0:
        return failed(f"molt check: {describe_exit(ran.code)}, not 0", ran.stderr[-800:])
    got = warnings_of(ran.stderr)
    if got != expected:
        differing = [f"  expected {e!r}\n  got      {g!r}"
                     for e, g in itertools.zip_longest(expected, got) if e != g]
        return failed("other warnings", "\n".join(differing[:5]))
    return passed()


def check_refused(context, program):
    words = read_headers(program).get("refused")
    with open(program, encoding="utf-8") as file:
        line = next(n for n, text in enumerate(file, 1) if "# <- here" in text)
    if not words:
        return failed("the header `# refused: WORDS` is missing")
    ran = run_command([context.molt, "check", program])
    if ran.code != 1:
        return failed(f"molt check: {describe_exit(ran.code)}, not 1", ran.stderr[-800:])
    if words.lower() not in ran.stderr.lower():
        return failed(f"the message does not name {words!r}", ran.stderr[-800:])
    if not re.search(rf"(line {line}\b|\.py:{line}\b)", ran.stderr):
        return failed(f"the message does not name line {line}", ran.stderr[-800:])
    return build_leaves_nothing(context, program) or passed()


def record_errors(root, oracle_python, run_oracle, log=print):
    """Asks an oracle for each program's message and line; `run_oracle(paths)` gives tracebacks."""
    records = {}
    for path, stderr in run_oracle(error_programs(root)).items():
        name = os.path.splitext(os.path.basename(path))[0]
        lines = stderr.rstrip("\n").split("\n")
        numbers = re.findall(r'File ".*", line (\d+)', stderr)
        if warnings_of(stderr):
            records[name] = {"warnings": warnings_of(stderr)}
            continue
        if not re.match(r"\w*(Syntax|Indentation|Tab)Error: ", lines[-1]):
            log(f"CLASH errors/{name}: CPython accepts it: {lines[-1]!r}")
            continue
        records[name] = {"message": lines[-1], "line": int(numbers[-1])}
    with open(os.path.join(root, "tests", "errors", "expected.json"), "w") as file:
        json.dump({"oracle": oracle_python, "version": DEFAULT_VERSION,
                   "programs": dict(sorted(records.items()))}, file, indent=0)
        file.write("\n")
