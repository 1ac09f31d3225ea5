#!/usr/bin/env python3
"""Compares molt-parse's trees with those of the CPython that runs this script.

usage: compare_trees.py MOLT_PARSE [--verbose] [--limit N] FILE_OR_FOLDER...

Every file that CPython parses must give the same ast.dump (attributes included); every file that
CPython rejects must be rejected. Prints one line a difference, then a summary; exit code 1 when
something differs.
"""
import ast
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


def cpython_dump(path):
    """The dump, or None when CPython rejects the file."""
    try:
        with open(path, "rb") as source:
            tree = ast.parse(source.read(), path)
        return ast.dump(tree, include_attributes=True)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None


def molt_dumps(molt_parse, paths):
    version = "%d.%d" % sys.version_info[:2]
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
            dumps[current] = line.decode("utf-8", "surrogatepass")
    return dumps


def molt_batch(molt_parse, paths):
    """Dumps of a batch; after a crash, file by file, so that the culprit is named."""
    dumps = molt_dumps(molt_parse, paths)
    if dumps is not None:
        return dumps
    dumps = {}
    for path in paths:
        single = molt_dumps(molt_parse, [path])
        dumps[path] = "crashed" if single is None else single[path]
    return dumps


def first_difference(expected, actual):
    at = next((i for i, (a, b) in enumerate(zip(expected, actual)) if a != b),
              min(len(expected), len(actual)))
    start = max(0, at - 120)
    return f"    CPython: {expected[start:at + 120]}\n    Molt:    {actual[start:at + 120]}"


def main():
    arguments = sys.argv[1:]
    verbose = "--verbose" in arguments
    if verbose:
        arguments.remove("--verbose")
    molt_parse, paths = arguments[0], arguments[1:]
    warnings.simplefilter("ignore")
    sys.setrecursionlimit(20000)
    files = list(python_files(paths))
    parsed = rejected = 0
    wrong = []
    for start in range(0, len(files), BATCH):
        batch = files[start:start + BATCH]
        dumps = molt_batch(molt_parse, batch)
        for path in batch:
            expected, actual = cpython_dump(path), dumps.get(path)
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
                if verbose:
                    print(first_difference(expected, actual))
    total = len(files)
    print(f"{total - len(wrong)} of {total} files agree "
          f"({parsed} equal trees, {rejected} rejected by both)")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
