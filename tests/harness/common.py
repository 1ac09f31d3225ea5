"""What all suites share: the places in the tree, the outcome of a test, running a command.

A suite is a function that returns a list of Test. A Test is run once, on any thread, and returns
one Outcome; an Outcome may stand for many tests when it wraps another test program (a GoogleTest
executable, a script with its own summary).
"""
import os
import signal
import subprocess
import tempfile
from dataclasses import dataclass, field
from typing import Callable, Optional

DEFAULT_VERSION = "3.14"
LEAK_EXIT_CODE = 86
LEAK_PREFIX = "molt: leak:"


@dataclass
class Outcome:
    passed: int = 0
    failed: int = 0
    skipped: int = 0
    reason: str = ""   # one line: why it failed or was skipped
    details: str = ""  # more lines for the reader, printed below the reason


def passed():
    return Outcome(passed=1)


def failed(reason, details=""):
    return Outcome(failed=1, reason=reason, details=details)


def skipped(reason):
    return Outcome(skipped=1, reason=reason)


@dataclass
class Test:
    name: str                       # unique, such as "differential/str/split.py [dev]"
    area: str                       # the row of docs/status.md
    mode: str                       # the column of docs/status.md
    run: Callable[[], Outcome]
    exclusive: bool = False         # not beside other tests: it uses many cores or measures time


@dataclass
class Context:
    """The settings of one run of the driver."""
    root: str
    build: str
    jobs: int
    version: str = DEFAULT_VERSION
    modes: tuple = ()
    quick: bool = False
    live: bool = False
    scratch: str = field(default_factory=lambda: tempfile.mkdtemp(prefix="molt-test-"))

    def path(self, *parts):
        return os.path.join(self.root, *parts)

    @property
    def molt(self):
        return os.environ.get("MOLT") or os.path.join(self.build, "bin", "molt")


@dataclass
class Ran:
    code: int            # negative: the signal that ended it
    stdout: str
    stderr: str
    timed_out: bool = False

    @property
    def last_error_line(self):
        lines = self.stderr.rstrip("\n").split("\n")
        return lines[-1]


def run_command(argv, *, stdin="", timeout=60, cwd=None, env=None) -> Ran:
    """Runs argv; bytes that are not UTF-8 come back as surrogates, so that nothing is lost."""
    full_env = dict(os.environ)
    full_env.update(env or {})
    process = subprocess.Popen(
        argv, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        cwd=cwd, env=full_env, start_new_session=True)
    try:
        out, err = process.communicate(stdin.encode("utf-8", "surrogateescape"), timeout=timeout)
        late = False
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        out, err = process.communicate()
        late = True
    return Ran(process.returncode, out.decode("utf-8", "surrogateescape"),
               err.decode("utf-8", "surrogateescape"), late)


def describe_exit(code):
    if code >= 0:
        return f"exit code {code}"
    try:
        return f"killed by {signal.Signals(-code).name}"
    except ValueError:
        return f"killed by signal {-code}"


def first_difference(expected, got):
    """Two lines that show where two texts part."""
    wanted, found = expected.split("\n"), got.split("\n")
    for number, (left, right) in enumerate(zip(wanted, found), 1):
        if left != right:
            return f"line {number}:\n  expected {left!r}\n  got      {right!r}"
    shorter = min(len(wanted), len(found))
    left = repr(wanted[shorter]) if len(wanted) > shorter else "the end"
    right = repr(found[shorter]) if len(found) > shorter else "the end"
    return f"line {shorter + 1}:\n  expected {left}\n  got      {right}"


def find_first(candidates) -> Optional[str]:
    return next((path for path in candidates if path and os.path.exists(path)), None)
