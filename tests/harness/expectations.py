"""What CPython does with each program: recorded by `./test --record`, never edited by hand.

`tests/differential/expected/VERSION/AREA.json` maps a program's name to its stdout (a list of
lines), exit code and last line of stderr. The file of the default version holds every program; the
files of other versions hold only the programs that behave differently there. `oracle` says who made
the records; a record with an `oracle` of its own was made by another.

Which oracle: a native CPython of that version where one is installed. There is none for 3.14, so
npm's pyodide makes its records. Pyodide is a 32-bit platform with another libm, so each program also
runs under pyodide 3.13 and native 3.13. Where these two disagree, the difference is the platform's;
if pyodide 3.13 and 3.14 then agree with each other, native 3.13 makes the record for 3.14.
"""
import glob
import json
import os
import shutil
import sys
import tempfile

from .common import DEFAULT_VERSION, find_first, run_command

PYODIDE = {"3.12": "0.27.7", "3.13": "0.29.5", "3.14": "314.0.7"}
OTHER_VERSIONS = ("3.13", "3.12")
ENVIRONMENT = {"PYTHONHASHSEED": "0", "PYTHONDONTWRITEBYTECODE": "1", "PYTHONIOENCODING": "utf-8",
               "NO_COLOR": "1", "PYTHON_COLORS": "0", "PYTHONPATH": "", "TZ": "UTC"}


def expected_path(root, version, area):
    return os.path.join(root, "tests", "differential", "expected", version, area + ".json")


class Expectations:
    """The recorded behaviour, read lazily, one file an area."""

    def __init__(self, root):
        self.root_ = root
        self.files_ = {}

    def area(self, version, area):
        key = (version, area)
        if key not in self.files_:
            path = expected_path(self.root_, version, area)
            if os.path.exists(path):
                with open(path, encoding="utf-8") as file:
                    self.files_[key] = json.load(file)["programs"]
            else:
                self.files_[key] = {}
        return self.files_[key]

    def of(self, program, version):
        name = program.name.split("/", 1)[1]
        record = self.area(version, program.area).get(name)
        if record is None and version != DEFAULT_VERSION:
            record = self.area(DEFAULT_VERSION, program.area).get(name)
        return record


def native_python(version):
    """A native CPython of this version, or None."""
    found = find_first(sorted(glob.glob(f"/root/.pyenv/versions/{version}.*/bin/python{version}"))
                       + sorted(glob.glob(os.path.expanduser(
                           f"~/.pyenv/versions/{version}.*/bin/python{version}"))))
    return found or shutil.which("python" + version)


def pyodide_folder(root, version):
    """node_modules/pyodide of the package for this version, where tools/install-packages puts it."""
    package = "pyodide@" + PYODIDE[version]
    cache = os.environ.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache")
    prefix = os.path.join(cache, "molt", "npm", package)
    folder = os.path.join(prefix, "node_modules", "pyodide")
    if not os.path.exists(os.path.join(folder, "package.json")):
        os.makedirs(prefix, exist_ok=True)
        done = run_command(["npm", "install", "--prefix", ".", "--no-save", "--silent", "--no-audit",
                            "--no-fund", package], cwd=prefix, timeout=300)
        if done.code != 0:
            raise RuntimeError(f"npm cannot install {package}:\n{done.stderr}")
    return folder


def record_of(stdout, code, stderr):
    record = {"stdout": stdout.split("\n"), "exit": code,
              "stderr": stderr.rstrip("\n").split("\n")[-1]}
    if code == 0 and "SyntaxWarning: " in stderr:
        # CPython warns while it compiles; a built program says nothing, and `molt run` warns too.
        record["stderr"] = None
    return record


def run_native(python, program):
    with tempfile.TemporaryDirectory(prefix="molt-oracle-") as cwd:
        ran = run_command([python, program.path, *program.args], stdin=program.stdin, cwd=cwd,
                          timeout=max(60, program.timeout), env=ENVIRONMENT)
    if ran.timed_out:
        raise RuntimeError(f"{program.name} does not end under {python}")
    return record_of(ran.stdout, ran.code, ran.stderr)


def run_pyodide(root, version, programs):
    raw = run_pyodide_raw(root, version, programs)
    return {name: record_of(a["stdout"], a["exit"], a["stderr"]) for name, a in raw.items()}


def run_pyodide_raw(root, version, programs):
    """All programs in one node process; whole stdout and stderr of each."""
    with tempfile.TemporaryDirectory(prefix="molt-oracle-") as scratch:
        jobs, answers = os.path.join(scratch, "jobs.json"), os.path.join(scratch, "answers.json")
        with open(jobs, "w") as file:
            json.dump({"pyodide": pyodide_folder(root, version), "root": root, "jobs": [
                {"name": p.name, "path": os.path.relpath(p.path, root), "args": p.args,
                 "stdin": p.stdin} for p in programs]}, file)
        tool = os.path.join(root, "tests", "harness", "pyodide_oracle.mjs")
        # Deep recursion must reach CPython's own limits, not node's.
        shell = "ulimit -s 1000000 || ulimit -s $(ulimit -Hs); exec node --no-warnings \"$@\""
        ran = run_command(["bash", "-c", shell, "node", "--stack-size=500000", tool, jobs, answers],
                          timeout=1200)
        if ran.code != 0:
            raise RuntimeError(f"pyodide {version} failed:\n{ran.stdout[-2000:]}\n{ran.stderr[-2000:]}")
        with open(answers, encoding="utf-8") as file:
            return json.load(file)


def record_all(root, programs, log=print):
    """Runs every oracle on these programs and rewrites their records; returns how many clash."""
    natives = {v: native_python(v) for v in (DEFAULT_VERSION, *OTHER_VERSIONS)}
    by_version, makers = {}, {}
    for version, python in natives.items():
        if python:
            log(f"native CPython {version}: {len(programs)} programs")
            by_version[version] = {p.name: run_native(python, p) for p in programs}
            banner = run_command([python, "-V"]).stdout.strip()
            makers[version] = banner.replace("Python", "native CPython")
    clashes = 0
    if DEFAULT_VERSION not in by_version:
        log(f"pyodide {DEFAULT_VERSION} and 3.13: {len(programs)} programs each")
        newest = run_pyodide(root, DEFAULT_VERSION, programs)
        twin = run_pyodide(root, "3.13", programs)
        makers[DEFAULT_VERSION] = f"npm pyodide {PYODIDE[DEFAULT_VERSION]}"
        chosen = {}
        for program in programs:
            chosen[program.name], clash = choose(program, newest, twin, by_version.get("3.13"), makers, log)
            clashes += clash
        by_version[DEFAULT_VERSION] = chosen
    for program in programs:
        if names_the_tree(root, by_version[DEFAULT_VERSION][program.name]):
            log(f"CLASH {program.name}: its output names the folder of this tree")
            clashes += 1
    write_records(root, programs, by_version, makers)
    return clashes


def choose(program, newest, twin, native, makers, log):
    """The record for the default version when only pyodide and an older native CPython exist."""
    new, old = newest[program.name], twin[program.name]
    if native is None:
        return new, 0
    real = native[program.name]
    if program.native_oracle:
        return dict(real, oracle=makers["3.13"]), 0
    if real == old:
        if real != new:
            log(f"note: {program.name} differs between 3.13 and 3.14")
        return new, 0
    if old == new:
        return dict(real, oracle=makers["3.13"]), 0
    merged = merge(new, old, real)
    if merged is not None:
        log(f"note: {program.name} differs between 3.13 and 3.14, and between platforms")
        return dict(merged, oracle="npm pyodide, and native CPython where the platform matters"), 0
    log(f"CLASH {program.name}: pyodide 3.13, pyodide 3.14 and native 3.13 all differ;"
        " decide with a header `# oracle: native`, or split the program")
    return dict(real, oracle=makers["3.13"]), 1


def merge(new, old, real):
    """Line by line: what the platform changes comes from native, what the version changes from 3.14."""
    def pick(n, o, r):
        if r == o:
            return n
        return r if o == n else None
    if not len(new["stdout"]) == len(old["stdout"]) == len(real["stdout"]):
        return None
    lines = [pick(*three) for three in zip(new["stdout"], old["stdout"], real["stdout"])]
    code = pick(new["exit"], old["exit"], real["exit"])
    stderr = pick(new["stderr"], old["stderr"], real["stderr"])
    if new["stderr"] is None or real["stderr"] is None:
        stderr = None
    elif stderr is None:
        return None
    if None in lines or code is None:
        return None
    return {"stdout": lines, "exit": code, "stderr": stderr}


def names_the_tree(root, record):
    """An output with the folder of this checkout in it would fail everywhere else."""
    return any(root + "/" in line or "/repo/" in line for line in record["stdout"] + [record["stderr"] or ""])


def same(left, right):
    return all(left[key] == right[key] for key in ("stdout", "exit", "stderr"))


def write_records(root, programs, by_version, makers):
    default = by_version[DEFAULT_VERSION]
    for version, records in by_version.items():
        for area in sorted({p.area for p in programs}):
            path = expected_path(root, version, area)
            kept = {}
            if os.path.exists(path):
                with open(path, encoding="utf-8") as file:
                    kept = json.load(file)["programs"]
            for program in (p for p in programs if p.area == area):
                name = program.name.split("/", 1)[1]
                record = records[program.name]
                if version != DEFAULT_VERSION and same(record, default[program.name]):
                    kept.pop(name, None)
                else:
                    kept[name] = record
            save(path, kept, makers[version])


def save(path, records, maker):
    if not records:
        if os.path.exists(path):
            os.remove(path)
        return
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="ascii") as file:
        json.dump({"oracle": maker, "programs": dict(sorted(records.items()))}, file, indent=0,
                  sort_keys=False)
        file.write("\n")


def drop_orphans(root, programs, log=print):
    """Removes records of programs that no longer exist."""
    names = {p.name for p in programs}
    base = os.path.join(root, "tests", "differential", "expected")
    for path in glob.glob(os.path.join(base, "*", "*.json")):
        area = os.path.splitext(os.path.basename(path))[0]
        with open(path, encoding="utf-8") as file:
            data = json.load(file)
        kept = {n: r for n, r in data["programs"].items() if f"{area}/{n}" in names}
        if len(kept) != len(data["programs"]):
            log(f"dropped {len(data['programs']) - len(kept)} records of {path}")
            save(path, kept, data["oracle"])


if __name__ == "__main__":
    sys.exit("run ./test --record")
