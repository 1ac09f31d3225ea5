"""The command line of `./test`: build, choose the tests, run them, report."""
import argparse
import json
import os
import shutil
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor

from . import expectations, rejected, status, suites
from .common import DEFAULT_VERSION, Context, Outcome, run_command
from .differential import ALL_MODES, Differential
from .programs import all_programs


def parse_arguments(argv):
    parser = argparse.ArgumentParser(
        prog="./test", description="Runs every test, or those whose name contains one of NAME.")
    parser.add_argument("names", nargs="*", metavar="NAME")
    parser.add_argument("--list", action="store_true", help="list the tests, run none")
    parser.add_argument("-j", "--jobs", type=int, default=os.cpu_count() or 2)
    parser.add_argument("--mode", default=None, metavar="M,M",
                        help="modes of the differential tests: " + ", ".join(ALL_MODES))
    parser.add_argument("--quick", action="store_true",
                        help="only `molt run` for the programs, scripts in their short form")
    parser.add_argument("--python-version", default=DEFAULT_VERSION, metavar="V")
    parser.add_argument("--no-build", action="store_true", help="take build/ as it is")
    parser.add_argument("--live", action="store_true",
                        help="compare with a native CPython of that version, not with the records")
    parser.add_argument("--record", action="store_true",
                        help="rewrite the recorded expectations (of NAME...) from CPython")
    parser.add_argument("--status", action="store_true",
                        help="write docs/status.md from the results of this run")
    parser.add_argument("--from-last", action="store_true",
                        help="with --status: from the last whole run, without running again")
    parser.add_argument("-v", "--verbose", action="store_true", help="name each test that passes")
    return parser.parse_args(argv)


def main(argv, root):
    options = parse_arguments(argv)
    context = Context(root, os.environ.get("MOLT_BUILD") or os.path.join(root, "build"), options.jobs,
                      version=options.python_version, quick=options.quick, live=options.live)
    context.modes = choose_modes(options)
    try:
        if options.record:
            return record(context, options.names)
        if options.status and options.from_last:
            return status.write_from_last(context)
        return run_everything(context, options)
    finally:
        shutil.rmtree(context.scratch, ignore_errors=True)


def choose_modes(options):
    if options.mode:
        modes = tuple(options.mode.split(","))
        unknown = [m for m in modes if m not in ALL_MODES]
        if unknown:
            sys.exit(f"./test: unknown mode {unknown[0]!r}; there are {', '.join(ALL_MODES)}")
        return modes
    return ("run",) if options.quick else ALL_MODES


def matches(name, wanted):
    return not wanted or any(part in name for part in wanted)


def record(context, names):
    programs = all_programs(context.root)
    chosen = [p for p in programs if matches(p.name, names)]
    clashes = 0
    if chosen:
        clashes = expectations.record_all(context.root, chosen)
    expectations.drop_orphans(context.root, programs)
    if any("errors".startswith(n.rstrip("/")) for n in names) or not names:
        rejected.record_errors(context.root, "npm pyodide " + expectations.PYODIDE[DEFAULT_VERSION],
                               lambda paths: error_tracebacks(context.root, paths))
    print(f"recorded {len(chosen)} programs, {clashes} clashes")
    return 1 if clashes else 0


def error_tracebacks(root, paths):
    from .programs import Program
    jobs = [Program(path, "errors", path, {}) for path in paths]
    answers = expectations.run_pyodide_raw(root, DEFAULT_VERSION, jobs)
    return {path: answers[path]["stderr"] for path in paths}


# --- Building ---------------------------------------------------------------------------------

def build_tree(context, options):
    """Configures and builds what is stale; True when everything was built."""
    launcher = context.path("molt")
    installer = context.path("tools", "install-packages")
    if os.path.exists(installer) and not options.names:
        if not step("packages", [installer, "build", "test"]):
            return False
    if not os.path.exists(os.path.join(context.build, "build.ninja")):
        started = step("./molt --rebuild", [launcher, "--rebuild"]) if os.path.exists(launcher) else step(
            "cmake", ["cmake", "-S", context.root, "-B", context.build, "-G", "Ninja",
                      "-DCMAKE_C_COMPILER=clang-22", "-DCMAKE_CXX_COMPILER=clang++-22"])
        if not started:
            return False
    ninja = ["ninja", "-C", context.build, f"-j{context.jobs}"]
    if not step("ninja", ninja):
        return False
    extra = []
    if "stress" in context.modes:
        extra.append("runtime-stress")
    if not options.quick and (not options.names or any("unit" in n for n in options.names)):
        extra += list(suites.unit_targets(context))
    known = run_command([*ninja, "-t", "targets", "all"]).stdout
    extra = [t for t in extra if f"\n{t}: " in "\n" + known]
    return not extra or step("ninja: the stress runtime, unit tests", [*ninja, *extra])


def step(title, command):
    print("==", title, flush=True)
    return subprocess.call(command) == 0


# --- Running ----------------------------------------------------------------------------------

class Reporter:
    """Progress while the tests run: a counter on a terminal, a line now and then elsewhere."""

    def __init__(self, total, verbose):
        self.total_, self.verbose_ = total, verbose
        self.done_ = 0
        self.sum_ = Outcome()
        self.lock_ = threading.Lock()
        self.terminal_ = sys.stdout.isatty()
        self.started_ = self.spoken_ = time.monotonic()
        self.results = []

    def add(self, test, outcome, seconds):
        with self.lock_:
            self.done_ += 1
            for key in ("passed", "failed", "skipped"):
                setattr(self.sum_, key, getattr(self.sum_, key) + getattr(outcome, key))
            self.results.append({
                "name": test.name, "area": test.area, "mode": test.mode,
                "passed": outcome.passed, "failed": outcome.failed, "skipped": outcome.skipped,
                "reason": outcome.reason, "seconds": round(seconds, 3)})
            self.speak(test, outcome)

    def speak(self, test, outcome):
        if outcome.failed:
            self.line(f"FAIL {test.name}: {outcome.reason}")
            if outcome.details:
                self.line("  " + outcome.details.rstrip().replace("\n", "\n  "))
        elif self.verbose_:
            self.line(("skip " if outcome.skipped else "ok   ") + test.name)
        if self.terminal_:
            print(f"\r[{self.done_}/{self.total_}] {test.name[:70]:70}", end="", flush=True)
        elif time.monotonic() - self.spoken_ > 10:
            self.spoken_ = time.monotonic()
            print(f"[{self.done_}/{self.total_}] {self.spoken_ - self.started_:.0f} s", flush=True)

    def line(self, text):
        print(("\r" + " " * 90 + "\r" if self.terminal_ else "") + text, flush=True)

    def finish(self):
        if self.terminal_:
            print()
        reasons = {}
        for result in self.results:
            if result["skipped"]:
                key = result["reason"] or f"said by {result['name']}"
                reasons[key] = reasons.get(key, 0) + result["skipped"]
        for reason, count in sorted(reasons.items()):
            print(f"skipped {count}: {reason}")
        tail = f", {self.sum_.skipped} skipped" if self.sum_.skipped else ""
        print(f"{time.monotonic() - self.started_:.0f} s")
        print(f"{self.sum_.passed} passed, {self.sum_.failed} failed{tail}", flush=True)
        return 1 if self.sum_.failed or not self.sum_.passed else 0


def collect_tests(context, differential):
    return (suites.include_rule_tests(context) + suites.unit_tests(context) + suites.ir_tests(context)
            + rejected.rejected_tests(context) + differential.tests() + suites.script_tests(context))


def run_everything(context, options):
    if not (options.no_build or options.list or os.environ.get("MOLT")):
        if not build_tree(context, options):
            print("the build failed")
            print("0 passed, 1 failed")
            return 1
    differential = Differential(context)
    try:
        tests = [t for t in collect_tests(context, differential) if matches(t.name, options.names)]
        if options.list:
            print("\n".join(t.name for t in tests))
            return 0
        return run_tests(context, options, tests)
    finally:
        differential.close()


def run_tests(context, options, tests):
    reporter = Reporter(len(tests), options.verbose)

    def run_one(test):
        started = time.monotonic()
        try:
            outcome = test.run()
        except Exception as error:  # a broken test must not stop the others
            outcome = Outcome(failed=1, reason=f"the driver: {type(error).__name__}: {error}")
        reporter.add(test, outcome, time.monotonic() - started)

    with ThreadPoolExecutor(max(1, context.jobs)) as pool:
        list(pool.map(run_one, (t for t in tests if not t.exclusive)))
    for test in (t for t in tests if t.exclusive):
        run_one(test)
    save_results(context, reporter.results, whole=not options.names and not options.mode
                 and not options.quick)
    if options.status:
        status.write(context, reporter.results)
    return reporter.finish()


def save_results(context, results, whole):
    os.makedirs(context.build, exist_ok=True)
    name = "test-results.json" if whole else "test-results-partial.json"
    with open(os.path.join(context.build, name), "w") as file:
        json.dump(results, file, indent=0)
