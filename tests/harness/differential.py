"""Differential tests: a program's stdout, exit code and last line of stderr equal CPython's.

Modes: `run` (molt run, in process), `dev` and `release` (native executables), `wasm` (a release
module under node), `stress` (a native executable with the runtime that collects at every
allocation and poisons what it frees). Every run asks the runtime for its leak check.
"""
import os
import shutil
import tempfile

from .common import (DEFAULT_VERSION, LEAK_EXIT_CODE, LEAK_PREFIX, Test, describe_exit, failed,
                     first_difference, passed, run_command, skipped)
from .expectations import Expectations, native_python, run_native
from .programs import all_programs
from .wasm import WasmPool

ALL_MODES = ("run", "dev", "release", "wasm", "stress")
COMPILE_TIMEOUT = 60
RUN_ENV = {"MOLT_LEAK_CHECK": "1", "PYTHONHASHSEED": "0", "NO_COLOR": "1", "TZ": "UTC",
           "MOLT_CACHE": "off"}
# How much longer than natively a program may take where each step costs more.
SLOWER = {"stress": 30, "run": 2, "dev": 2, "wasm": 3}


class Differential:
    def __init__(self, context):
        self.context_ = context
        self.expectations_ = Expectations(context.root)
        self.wasm_ = WasmPool(context.root)

    def tests(self):
        found = []
        for program in all_programs(self.context_.root):
            for mode in self.context_.modes:
                found.append(self.test(program, mode, self.context_.version))
            if self.context_.version == DEFAULT_VERSION and "run" in self.context_.modes:
                found += [self.test(program, "run", v) for v in program.versions
                          if v != DEFAULT_VERSION]
        return found

    def test(self, program, mode, version):
        label = mode if version == DEFAULT_VERSION else f"{mode} {version}"
        folder = "" if program.area in ("examples", "bench") else "differential/"
        return Test(f"{folder}{program.name} [{label}]", program.area, mode,
                    lambda: self.check(program, mode, version))

    def close(self):
        self.wasm_.close()

    def expected(self, program, version):
        if self.context_.live:
            python = native_python(version)
            if python:
                return run_native(python, program)
        return self.expectations_.of(program, version)

    def check(self, program, mode, version):
        reason = program.skip_reason(mode)
        if reason is not None:
            return skipped(reason or "no reason given: write one")
        expected = self.expected(program, version)
        if expected is None:
            return failed("no recorded expectation: run ./test --record " + program.name)
        if mode == "stress" and not self.stress_runtime():
            return skipped("the stress runtime is not built (ninja runtime-stress)")
        if mode == "wasm" and shutil.which("node") is None:
            return skipped("node is not installed")
        scratch = tempfile.mkdtemp(prefix="p-", dir=self.context_.scratch)
        try:
            return self.compile_and_compare(program, mode, version, expected, scratch)
        finally:
            shutil.rmtree(scratch, ignore_errors=True)

    def stress_runtime(self):
        tree = os.path.dirname(os.path.dirname(os.path.realpath(self.context_.molt)))
        return os.path.exists(os.path.join(tree, "lib", "molt", "native-stress", "libmolt_runtime.a"))

    def compile_and_compare(self, program, mode, version, expected, scratch):
        timeout = program.timeout * SLOWER.get(mode, 1)
        work = os.path.join(scratch, "work")
        os.mkdir(work)
        if mode == "run":
            argv = [self.context_.molt, "run", "--python-version", version, program.path,
                    *program.args]
            ran = run_command(argv, stdin=program.stdin, timeout=timeout, cwd=work, env=RUN_ENV)
            return compare(expected, ran)
        artefact = os.path.join(scratch, "program.wasm" if mode == "wasm" else "program")
        built = self.build(program, mode, version, artefact)
        if built.timed_out:
            return failed(f"the compiler did not end within {COMPILE_TIMEOUT} s")
        if built.code != 0 or not os.path.exists(artefact):
            return failed(f"does not compile: {describe_exit(built.code)}: {built.last_error_line}",
                          built.stderr[-1500:])
        if mode == "wasm":
            ran = self.wasm_.get().run(artefact, program.args, program.stdin, RUN_ENV, work, timeout)
        else:
            ran = run_command([artefact, *program.args], stdin=program.stdin, timeout=timeout,
                              cwd=work, env=RUN_ENV)
        return compare(expected, ran)

    def build(self, program, mode, version, artefact):
        target = "wasm32-wasi" if mode == "wasm" else "native"
        profile = "dev" if mode == "dev" else "release"
        env = {"MOLT_CACHE": "off"}
        if mode == "stress":
            env["MOLT_RUNTIME"] = "stress"
        return run_command([self.context_.molt, "build", program.path, "-o", artefact,
                            "--target", target, "--profile", profile, "--python-version", version],
                           timeout=COMPILE_TIMEOUT, env=env)


def same_error(expected, ran):
    """Not compared where CPython only warns about the source: that belongs to compiling."""
    return expected["stderr"] is None or ran.last_error_line == expected["stderr"]


def compare(expected, ran):
    if ran.timed_out:
        return failed("did not end in time", ran.stdout[-500:])
    stdout = "\n".join(expected["stdout"])
    if ran.code < 0:
        return failed(f"{describe_exit(ran.code)}: {ran.last_error_line}",
                      first_difference(stdout, ran.stdout))
    leaked = ran.code == LEAK_EXIT_CODE and ran.last_error_line.startswith(LEAK_PREFIX)
    if ran.stdout != stdout:
        error = "" if same_error(expected, ran) else f" (stderr: {ran.last_error_line})"
        return failed("stdout differs at " + first_difference(stdout, ran.stdout) + error)
    if leaked:
        return failed(ran.last_error_line)
    if not same_error(expected, ran):
        return failed("stderr's last line differs", f"  expected {expected['stderr']!r}\n"
                                                    f"  got      {ran.last_error_line!r}")
    if ran.code != expected["exit"]:
        return failed(f"{describe_exit(ran.code)}, CPython's is {expected['exit']}")
    return passed()
