"""Running a program once, and what it used."""
import os
import subprocess
from dataclasses import dataclass

HERE = os.path.dirname(os.path.abspath(__file__))


class Problem(Exception):
    """Why an implementation has no result for a program, in a few words."""


@dataclass
class Sample:
    wall: float    # seconds
    cpu: float     # seconds, of all threads
    memory: int    # peak, in KB
    output: bytes


def build(command, folder=None):
    done = subprocess.run(command, capture_output=True, text=True, cwd=folder)
    if done.returncode != 0:
        lines = [line for line in (done.stderr + done.stdout).strip().split("\n") if line.strip()]
        said = [line for line in lines if "error:" in line] or lines[-1:] or [f"exit code {done.returncode}"]
        raise Problem("does not compile: " + said[0][:100])


class Launcher:
    """launch.c, compiled; see there why it is needed."""

    def __init__(self, compiler, scratch):
        self.path_ = os.path.join(scratch, "launch")
        build([compiler, "-O2", "-static", "-o", self.path_, os.path.join(HERE, "launch.c")])

    def run(self, command, timeout, env):
        reader, writer = os.pipe()
        try:
            # The launcher finds the pipe as 3: dash's redirection puts it there and is gone with exec.
            process = subprocess.Popen(["/bin/sh", "-c", f'exec "$@" 3>&{writer}', "sh", self.path_, *command],
                                       stdout=subprocess.PIPE, stderr=subprocess.PIPE, stdin=subprocess.DEVNULL,
                                       pass_fds=(writer,), env=env, start_new_session=True)
        finally:
            os.close(writer)
        with os.fdopen(reader) as usage:
            try:
                output, errors = process.communicate(timeout=timeout)
            except subprocess.TimeoutExpired:
                os.killpg(process.pid, 9)
                process.communicate()
                raise Problem(f"more than {timeout:.0f} s") from None
            line = usage.read().split()
        if process.returncode != 0:
            last = errors.decode("utf-8", "replace").strip().split("\n")[-1]
            raise Problem(f"exit code {process.returncode}: {last[:80]}")
        return Sample(float(line[0]), float(line[1]), int(line[2]), output)
