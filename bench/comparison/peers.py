"""The implementations that are compared: where they are found, and how they build and start a program.

A peer that is not on the machine stays in the table and says so. What is slow to build (mypyc takes ten seconds a
program) is kept in build/bench under a hash of its source.
"""
import glob
import hashlib
import os
import shutil
import subprocess

from .processes import Problem, build

HERE = os.path.dirname(os.path.abspath(__file__))
BENCH = os.path.dirname(HERE)
ROOT = os.path.dirname(BENCH)
MOLT = os.environ.get("MOLT") or os.path.join(ROOT, "build", "bin", "molt")
KEPT = os.path.join(os.environ.get("MOLT_BUILD") or os.path.join(ROOT, "build"), "bench")


class Peer:
    """`command(program)` makes what is needed and returns the command line; it raises Problem, or returns None when
    the program has no version for this peer."""

    def __init__(self, name, title, command, version=None, missing=None):
        self.name = name          # the key in the JSON
        self.title = title        # the column
        self.command = command
        self.version = version    # one line, or None
        self.missing = missing    # the package that brings it, when it is not there


def version_line(*command):
    try:
        done = subprocess.run(command, capture_output=True, text=True)
    except OSError:
        return None
    lines = (done.stdout + done.stderr).strip().split("\n")
    return lines[0] if done.returncode == 0 and lines[0] else None


def source(program, suffix=".py"):
    return os.path.join(BENCH, program + suffix)


def c_compiler():
    return shutil.which("clang-22")


def find_cpython():
    """CPython 3.13, else the newest there is; None when no python3 works."""
    found = sorted(glob.glob(os.path.expanduser("~/.pyenv/versions/3.13.*/bin/python3.13")))
    for candidate in [*reversed(found), shutil.which("python3.13"), shutil.which("python3")]:
        if candidate and version_line(candidate, "-V"):
            return candidate
    return None


def has_profile(cpython):
    """Whether that CPython was built with profile-guided optimisation."""
    asked = "import sysconfig; print('--enable-optimizations' in (sysconfig.get_config_var('CONFIG_ARGS') or ''))"
    return version_line(cpython, "-c", asked) == "True"


def interpreter(path):
    return lambda program: [path, source(program)]


def molt(options, scratch):
    def command(program):
        out = os.path.join(scratch, "molt-" + program)
        build([MOLT, "build", source(program), "-o", out, "--profile", options.profile])
        return [out]
    return command


def molt_wasm(options, scratch):
    def command(program):
        out = os.path.join(scratch, program + ".wasm")
        build([MOLT, "build", "--target", "wasm32-wasi", source(program), "-o", out, "--profile", options.profile])
        return ["node", "--no-warnings", os.path.join(ROOT, "tests", "dist", "run_wasm.mjs"), out]
    return command


def twin(suffix, scratch, line):
    """A program in another language that stands beside the Python one."""
    def command(program):
        if not os.path.exists(source(program, suffix)):
            return None
        out = os.path.join(scratch, suffix[1:] + "-" + program)
        build([part.format(source=source(program, suffix), out=out) for part in line])
        return [out]
    return command


def mypyc(python):
    def command(program):
        with open(source(program), "rb") as file:
            digest = hashlib.sha256(file.read()).hexdigest()[:16]
        folder = os.path.join(KEPT, f"mypyc-{program}-{digest}")
        if not glob.glob(os.path.join(folder, program + ".*.so")):
            os.makedirs(folder, exist_ok=True)
            shutil.copy(source(program), folder)
            build([shutil.which("mypyc"), program + ".py"], folder)
            shutil.rmtree(os.path.join(folder, "build"), ignore_errors=True)
        start = f"import sys; sys.path.insert(0, {folder!r}); import {program}; {program}.main()"
        return [python, "-c", start]
    return command


def all_peers(options, scratch):
    """Molt first, then CPython, then whom --peers names."""
    cpython, pypy, go, clang = find_cpython(), shutil.which("pypy3"), shutil.which("go"), c_compiler()
    if cpython is None:
        raise SystemExit("bench/run: there is no CPython to compare with")
    python = version_line(cpython, "-V")
    if not has_profile(cpython):
        python += " (built without profile-guided optimisation: with it, it would be about 1.2 times as fast)"
    found = [
        Peer("molt", "Molt", molt(options, scratch), version_line(MOLT, "--version")),
        Peer("cpython", "CPython", interpreter(cpython), python),
        Peer("pypy", "PyPy", interpreter(pypy), version_of_pypy(pypy), None if pypy else "pypy3"),
        Peer("mypyc", "mypyc", mypyc("/usr/bin/python3"), version_of_mypyc(),
             None if shutil.which("mypyc") else "mypy"),
        Peer("go", "Go", twin(".go", scratch, [go, "build", "-o", "{out}", "{source}"]),
             version_line("go", "version"), None if go else "golang-go"),
        Peer("c", "C", twin(".c", scratch, [clang, "-O2", "-o", "{out}", "{source}", "-lm"]),
             f"clang -O2, {version_line(clang or 'clang-22', '--version')}", None if clang else "clang-22"),
        Peer("wasm", "Molt, wasm", molt_wasm(options, scratch), f"node {version_line('node', '--version')}",
             None if shutil.which("node") else "nodejs"),
    ]
    return [p for p in found if p.name in ("molt", "cpython") or p.name in options.peers]


def version_of_pypy(pypy):
    return pypy and version_line(pypy, "-c", "import sys; print('PyPy %d.%d.%d, Python %d.%d' % "
                                             "(sys.pypy_version_info[:3] + sys.version_info[:2]))")


def version_of_mypyc():
    version = version_line("mypy", "--version")
    return version and f"mypyc of {version}, unannotated sources, {version_line('/usr/bin/python3', '-V')}"


def commands_for(program, peers):
    """The commands by peer's name, and the problems of those that have none."""
    commands, problems = {}, {}
    for peer in peers:
        if peer.missing:
            problems[peer.name] = f"not installed (package {peer.missing})"
            continue
        try:
            command = peer.command(program)
        except Problem as problem:
            problems[peer.name] = str(problem)
            continue
        if command is not None:
            commands[peer.name] = command
    return commands, problems
