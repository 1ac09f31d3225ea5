"""The suites that are not programs: unit tests, IR tests, the include rule, scripts."""
import glob
import json
import os
import re
import shlex
import shutil
import sys
import tempfile

from .common import Outcome, Test, describe_exit, failed, find_first, passed, run_command, skipped

SUMMARY = re.compile(r"^(\d+) passed, (\d+) failed(?:, (\d+) skipped)?$", re.M)


# --- Unit tests -------------------------------------------------------------------------------

def unit_targets(context):
    """Names of the GoogleTest executables, as ctest knows them."""
    listed = run_command(["ctest", "--show-only=json-v1"], cwd=context.build)
    if listed.code != 0:
        return {}
    found = {}
    for test in json.loads(listed.stdout).get("tests", []):
        found[test["name"]] = test.get("command")
    return found


def unit_tests(context):
    return [Test(f"unit/{name}", "unit tests", "unit",
                 lambda c=command: run_gtest(context, c)) for name, command in unit_targets(context).items()]


def run_gtest(context, command):
    if not command or not os.path.exists(command[0]):
        return failed("not built")
    report = tempfile.mktemp(suffix=".json", dir=context.scratch)
    ran = run_command([*command, "--gtest_output=json:" + report, "--gtest_brief=1"], timeout=600)
    if not os.path.exists(report):
        return failed(f"{describe_exit(ran.code)} before the report", (ran.stdout + ran.stderr)[-1500:])
    with open(report) as file:
        data = json.load(file)
    bad, skips = data["failures"], sum(
        1 for suite in data["testsuites"] for t in suite["testsuite"] if t.get("result") == "SKIPPED")
    return Outcome(data["tests"] - bad - skips, bad, skips,
                   "" if not bad else f"{bad} of {data['tests']} unit tests fail",
                   "" if not bad else ran.stdout[-3000:])


# --- IR tests ---------------------------------------------------------------------------------

def llvm_tool(name):
    return (find_first([f"/usr/lib/llvm-22/bin/{name}", shutil.which(name + "-22")])
            or shutil.which(name))


def ir_tests(context):
    """Each file with RUN lines. They are run as lit runs them: one shell line after another."""
    tests = []
    for path in sorted(glob.glob(context.path("tests", "ir", "**", "*"), recursive=True)):
        if os.path.isfile(path) and path.endswith((".mlir", ".py", ".td", ".ll", ".test")):
            with open(path, encoding="utf-8", errors="replace") as file:
                lines = run_lines(file.read())
            if lines:
                name = os.path.relpath(path, context.path("tests", "ir"))
                tests.append(Test("ir/" + name, "IR", "ir",
                                  lambda p=path, l=lines: run_ir(context, p, l)))
    return tests


def run_lines(text):
    """The RUN lines of a test; a trailing backslash joins a line with the next."""
    joined, open_line = [], False
    for line in re.findall(r"RUN:\s*(.*)", text):
        if open_line:
            joined[-1] += " " + line.rstrip("\\").strip()
        else:
            joined.append(line.rstrip("\\").strip())
        open_line = line.rstrip().endswith("\\")
    return joined


def run_ir(context, path, lines):
    check = llvm_tool("FileCheck")
    if check is None:
        return skipped("FileCheck is not installed (package llvm-22-tools)")
    scratch = tempfile.mkdtemp(dir=context.scratch)
    substitutions = {
        "%s": shlex.quote(path), "%S": shlex.quote(os.path.dirname(path)),
        "%t": shlex.quote(os.path.join(scratch, "t")), "%{root}": shlex.quote(context.root)}
    bin_path = os.pathsep.join([os.path.join(context.build, "bin"), os.path.dirname(check),
                                os.environ.get("PATH", "")])
    for line in lines:
        command = re.sub(r"%\{root\}|%[sSt]\b",
                         lambda m: substitutions[m[0]], line)
        ran = run_command(["bash", "-o", "pipefail", "-c", command], cwd=scratch, timeout=120,
                          env={"PATH": bin_path})
        if ran.code != 0:
            return failed(f"{describe_exit(ran.code)}: {line}", (ran.stdout + ran.stderr)[-2500:])
    return passed()


# --- The include rule -------------------------------------------------------------------------

LLVM_HEADER = re.compile(r"^(llvm|llvm-c|mlir|mlir-c|lld|clang)/")
# Folder -> which of our folders it may include, and whether LLVM's headers.
ALLOWED = {
    "abi": ({"abi"}, False),
    "frontend": ({"frontend"}, False),
    "runtime": ({"runtime", "abi", "frontend"}, False),
    "compiler": ({"compiler", "abi", "frontend"}, True),
}
SOURCES = (".h", ".hpp", ".cpp", ".cc", ".c", ".inc", ".td", ".def")
OURS = set(ALLOWED) | {"stdlib", "tools", "tests", "bench", "fuzz"}


def include_rule_tests(context):
    return [Test(f"rules/includes of {folder}", "rules", "unit",
                 lambda f=folder: check_includes(context.root, f)) for folder in ALLOWED]


def check_includes(root, folder):
    allowed, llvm = ALLOWED[folder]
    wrong = []
    for path in sorted(glob.glob(os.path.join(root, folder, "**", "*"), recursive=True)):
        if not path.endswith(SOURCES) or not os.path.isfile(path):
            continue
        with open(path, encoding="utf-8", errors="replace") as file:
            for number, line in enumerate(file, 1):
                match = re.match(r'\s*#\s*include\s*[<"]([^>"]+)[>"]', line)
                if match and not may_include(match[1], path, root, allowed, llvm):
                    wrong.append(f"{os.path.relpath(path, root)}:{number}: {match[1]}")
    if wrong:
        return failed(f"{len(wrong)} forbidden includes in {folder}/", "\n".join(wrong))
    return passed()


def may_include(header, path, root, allowed, llvm):
    if LLVM_HEADER.match(header):
        return llvm
    top = header.split("/", 1)[0]
    if header.startswith("."):
        target = os.path.normpath(os.path.join(os.path.dirname(path), header))
        top = os.path.relpath(target, root).split(os.sep, 1)[0]
    return top not in OURS or top in allowed


# --- Scripts ----------------------------------------------------------------------------------

def script_tests(context):
    """tests/FOLDER/run*: executables that print their own `N passed, N failed` at the end."""
    tests = []
    for path in sorted(glob.glob(context.path("tests", "*", "run*"))):
        folder = os.path.basename(os.path.dirname(path))
        if folder in ("harness", "differential") or not os.access(path, os.X_OK) or os.path.isdir(path):
            continue
        tests.append(Test(f"scripts/{folder}/{os.path.basename(path)}", folder, "script",
                          lambda p=path: run_script(context, p), exclusive=True))
    return tests


def run_script(context, path):
    env = {"MOLT": context.molt, "MOLT_ROOT": context.root, "MOLT_BUILD": context.build,
           "MOLT_TEST_QUICK": "1" if context.quick else "", "MOLT_TEST_JOBS": str(context.jobs)}
    command = [sys.executable, path] if is_python(path) else [path]
    ran = run_command(command, cwd=context.root, timeout=1500, env=env)
    found = SUMMARY.findall(ran.stdout)
    output = (ran.stdout + ran.stderr)[-4000:]
    if not found:
        return failed(f"{describe_exit(ran.code)} without a summary", output)
    good, bad, skips = (int(n or 0) for n in found[-1])
    if ran.code != 0 and bad == 0:
        return Outcome(good, 1, skips, f"{describe_exit(ran.code)} though nothing failed", output)
    notes = "\n".join(l for l in ran.stdout.split("\n") if l.lstrip().startswith(("SKIP", "skip")))
    return Outcome(good, bad, skips, f"{bad} failed" if bad else "", output if bad else notes)


def is_python(path):
    with open(path, "rb") as file:
        return b"python3" in file.readline()
