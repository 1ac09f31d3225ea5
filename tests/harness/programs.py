"""The programs of the differential tests: where they are and what their header comments ask for.

A program is `AREA/NAME.py`, or a folder `AREA/NAME/` with a `main.py`. Header comments, which stand
before the first line of code, set how it is run:

    # args: A B            arguments
    # stdin: one\\ntwo\\n    standard input (Python's escapes); or a file NAME.in beside it
    # stdin-file: PATH     standard input from a file, relative to the program's folder
    # versions: 3.13 3.14  also run it as these versions (default: only the default version)
    # skip-MODE: REASON    not in that mode (wasm, dev, release, run, stress)
    # oracle: native       the expectation comes from a native CPython even for the default version
    # timeout: SECONDS     default 20
"""
import glob
import os
import re
from dataclasses import dataclass

from .common import DEFAULT_VERSION

HEADER = re.compile(r"#\s*([a-z-]+):\s*(.*)$")


@dataclass
class Program:
    name: str      # "str/split": area and name
    area: str      # "str"
    path: str      # of the file to run
    headers: dict

    @property
    def args(self):
        return self.headers.get("args", "").split()

    @property
    def stdin(self):
        if "stdin" in self.headers:
            return self.headers["stdin"].encode().decode("unicode_escape")
        beside = os.path.splitext(self.path)[0] + ".in"
        if "stdin-file" in self.headers:
            beside = os.path.join(os.path.dirname(self.path), self.headers["stdin-file"])
        if os.path.exists(beside):
            with open(beside, encoding="utf-8") as file:
                return file.read()
        return ""

    @property
    def versions(self):
        return self.headers.get("versions", DEFAULT_VERSION).split()

    @property
    def timeout(self):
        return float(self.headers.get("timeout", "20"))

    @property
    def native_oracle(self):
        return self.headers.get("oracle") == "native"

    def skip_reason(self, mode):
        return self.headers.get("skip-" + mode)


def read_headers(path):
    headers = {}
    with open(path, encoding="utf-8", errors="replace") as file:
        for line in file:
            if not line.startswith("#"):
                break
            match = HEADER.match(line)
            if match:
                headers[match[1]] = match[2].rstrip("\n")
    return headers


def programs_of_folder(folder, area):
    """NAME.py files, and NAME/main.py folders, in one folder."""
    found = []
    for path in sorted(glob.glob(os.path.join(folder, "*.py"))):
        name = os.path.splitext(os.path.basename(path))[0]
        found.append(Program(f"{area}/{name}", area, path, read_headers(path)))
    for path in sorted(glob.glob(os.path.join(folder, "*", "main.py"))):
        name = os.path.basename(os.path.dirname(path))
        found.append(Program(f"{area}/{name}", area, path, read_headers(path)))
    return found


def all_programs(root):
    """Every program with an expectation: the differential areas, the examples, the benchmarks, their twists."""
    found = []
    base = os.path.join(root, "tests", "differential")
    for area in sorted(os.listdir(base)) if os.path.isdir(base) else []:
        if area != "expected" and os.path.isdir(os.path.join(base, area)):
            found += programs_of_folder(os.path.join(base, area), area)
    found += programs_of_folder(os.path.join(root, "examples"), "examples")
    # Benchmarks with a type-unstable twist; what they twist is in tests/twists/straight, which is bench/.
    found += programs_of_folder(os.path.join(root, "tests", "twists"), "twists")
    # A benchmark takes its size from argv; its header's args are the small size for tests.
    found += [p for p in programs_of_folder(os.path.join(root, "bench"), "bench") if p.args]
    return found
