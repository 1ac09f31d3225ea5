#!/usr/bin/env python3
"""Compares molt-parse's trees with those of the CPython that runs this script.

usage: compare_trees.py MOLT_PARSE [--verbose] [--expected JSON] FILE_OR_FOLDER...
       compare_trees.py --oracle JSON FOLDER

Every file that CPython parses must give the same ast.dump (attributes included); every file that
CPython rejects must be rejected. Prints one line a difference, then a summary; exit code 1 when
something differs.

--oracle only writes the digests of this CPython's dumps, --expected compares with them: so an
interpreter that cannot start processes (the npm package pyodide) can be the oracle, too. Both are
given the same folder, by whatever path they see it.
"""
import ast
import hashlib
import json
import os
import subprocess
import sys
import warnings

BATCH = 40


def python_files(paths):
    for path in paths:
        if os.path.isfile(path):
            yield path
            continue
        for folder, folders, names in os.walk(path):
            folders.sort()
            folders[:] = [f for f in folders if f != "__pycache__"]
            for name in sorted(names):
                if name.endswith(".py"):
                    yield os.path.join(folder, name)


def escaped(dump):
    """Which characters repr() shows as they are depends on the version of Unicode: none, here."""
    return dump.encode("ascii", "backslashreplace").decode()


def cpython_dump(path):
    """The dump, or None when CPython rejects the file."""
    try:
        with open(path, "rb") as source:
            tree = ast.parse(source.read(), path)
        if sys.version_info < (3, 12, 4):
            drop_empty_text(tree)
        return escaped(ast.dump(tree, include_attributes=True))
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None


def drop_empty_text(tree):
    """Format specifications of 3.12.0 to 3.12.3 end with an empty text after a nested field, which
    CPython has dropped since."""
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            node.values = [v for v in node.values
                           if not (isinstance(v, ast.Constant) and v.value == "")]


def digest(dump):
    return dump and hashlib.sha1(dump.encode("utf-8", "surrogatepass")).hexdigest()


def write_oracle(out, folder):
    digests = {os.path.relpath(path, folder): digest(cpython_dump(path))
               for path in python_files([folder])}
    with open(out, "w", encoding="utf-8") as file:
        json.dump({"version": "%d.%d" % sys.version_info[:2], "digests": digests}, file)


def molt_dumps(molt_parse, version, paths):
    command = [molt_parse, "--python-version", version, "--dump", "--attributes", *paths]
    if len(paths) == 1:
        command.append(os.devnull)
    result = subprocess.run(command, capture_output=True)
    if result.returncode < 0:
        return None
    dumps = {}
    for line in result.stdout.split(b"\n"):
        if line.startswith(b"== "):
            current = line[3:].decode()
            dumps[current] = None
        elif line:
            dumps[current] = escaped(line.decode("utf-8", "surrogatepass"))
    return dumps


def molt_batch(molt_parse, version, paths):
    """Dumps of a batch; after a crash, file by file, so that the culprit is named."""
    dumps = molt_dumps(molt_parse, version, paths)
    if dumps is not None:
        return dumps
    dumps = {}
    for path in paths:
        single = molt_dumps(molt_parse, version, [path])
        dumps[path] = "crashed" if single is None else single[path]
    return dumps


def first_difference(expected, actual):
    at = next((i for i, (a, b) in enumerate(zip(expected, actual)) if a != b),
              min(len(expected), len(actual)))
    start = max(0, at - 120)
    return f"    CPython: {expected[start:at + 120]}\n    Molt:    {actual[start:at + 120]}"


def take_option(arguments, name):
    if name not in arguments:
        return None
    at = arguments.index(name)
    value = arguments[at + 1]
    del arguments[at:at + 2]
    return value


def main():
    arguments = sys.argv[1:]
    verbose = "--verbose" in arguments
    if verbose:
        arguments.remove("--verbose")
    warnings.simplefilter("ignore")
    sys.setrecursionlimit(20000)
    oracle = take_option(arguments, "--oracle")
    known = take_option(arguments, "--expected")
    if oracle:
        write_oracle(oracle, arguments[0])
        return 0
    molt_parse, paths = arguments[0], arguments[1:]
    version, digests = "%d.%d" % sys.version_info[:2], None
    if known:
        with open(known, encoding="utf-8") as file:
            answers = json.load(file)
        version, digests = answers["version"], answers["digests"]
    files = list(python_files(paths))
    parsed = rejected = 0
    wrong = []
    for start in range(0, len(files), BATCH):
        batch = files[start:start + BATCH]
        dumps = molt_batch(molt_parse, version, batch)
        for path in batch:
            actual = dumps.get(path)
            if digests is None:
                expected = cpython_dump(path)
            else:
                expected, actual = digests[os.path.relpath(path, paths[0])], digest(actual)
            if expected == actual:
                parsed += expected is not None
                rejected += expected is None
                continue
            wrong.append(path)
            if expected is None:
                print(f"{path}: CPython rejects it, Molt does not")
            elif actual is None:
                print(f"{path}: CPython parses it, Molt does not")
            else:
                print(f"{path}: the trees differ")
                if verbose and digests is None:
                    print(first_difference(expected, actual))
    total = len(files)
    print(f"{total - len(wrong)} of {total} files agree "
          f"({parsed} equal trees, {rejected} rejected by both)")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
