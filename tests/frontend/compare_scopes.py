#!/usr/bin/env python3
"""Compares molt-parse's symbol tables with those of the CPython that runs this script.

usage: compare_scopes.py MOLT_PARSE [--verbose] FILE_OR_FOLDER...

CPython merges list, set and dict comprehensions into the scope around them (PEP 709), Molt leaves
that to the code generator: so the comparison is over the program with these comprehensions made
generator expressions.
"""
import ast
import os
import subprocess
import symtable
import sys
import tempfile
import warnings

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from compare_trees import python_files  # noqa: E402

SCOPES = {1: "local", 2: "global explicit", 3: "global implicit", 4: "free", 5: "cell"}
FLAGS = [(1, "global"), (2, "assigned"), (4, "parameter"), (8, "nonlocal"), (16, "used"),
         (128, "imported"), (256, "annotated")]
BATCH = 50


class Generators(ast.NodeTransformer):
    def visit_ListComp(self, node):
        self.generic_visit(node)
        return ast.GeneratorExp(node.elt, node.generators)

    visit_SetComp = visit_ListComp

    def visit_DictComp(self, node):
        self.generic_visit(node)
        return ast.GeneratorExp(ast.Tuple([node.value, node.key], ast.Load()), node.generators)


def rewritten(path):
    with open(path, "rb") as source:
        tree = ast.parse(source.read())
    return ast.unparse(ast.fix_missing_locations(Generators().visit(tree)))


def kind_of(table):
    kind = str(getattr(table.get_type(), "value", table.get_type()))
    name = table.get_name()
    if kind == "function":
        return {"lambda": "lambda", "genexpr": "comprehension"}.get(name, "function")
    return {"annotation": "annotations", "type parameter": "type parameters",
            "type parameters": "type parameters", "TypeVar bound": "type variable",
            "type variable": "type variable"}.get(kind, kind)


def expected_lines(table, depth=0):
    yield f"{'  ' * depth}{kind_of(table)} {table.get_name()}"
    for name in sorted(table.get_identifiers(), key=lambda n: n.encode("utf-8", "surrogatepass")):
        if name.startswith("."):
            continue
        symbol = table.lookup(name)
        flags = symbol._Symbol__flags
        words = [word for bit, word in FLAGS if flags & bit]
        yield " ".join([f"{'  ' * depth}  .{name} {SCOPES[symbol._Symbol__scope]}:", *words])
    for child in table.get_children():
        yield from expected_lines(child, depth + 1)


def molt_lines(text):
    for line in text.split("\n"):
        stripped = line.lstrip()
        if stripped.startswith("."):
            if not stripped.startswith(".."):
                yield line
        elif line:
            yield line[:line.index(":")]


def main():
    arguments = sys.argv[1:]
    verbose = "--verbose" in arguments
    arguments = [a for a in arguments if a != "--verbose"]
    molt_parse, paths = arguments[0], arguments[1:]
    version = "%d.%d" % sys.version_info[:2]
    warnings.simplefilter("ignore")
    sys.setrecursionlimit(20000)
    good, wrong = 0, []
    files = list(python_files(paths))
    with tempfile.TemporaryDirectory() as folder:
        for start in range(0, len(files), BATCH):
            cases = {}
            for path in files[start:start + BATCH]:
                try:
                    source = rewritten(path)
                    table = symtable.symtable(source, path, "exec")
                except (SyntaxError, ValueError, RecursionError):
                    continue
                copy = os.path.join(folder, f"{len(cases)}.py")
                with open(copy, "w", encoding="utf-8", errors="surrogatepass") as out:
                    out.write(source)
                cases[copy] = (path, list(expected_lines(table)))
            result = subprocess.run(
                [molt_parse, "--python-version", version, "--scopes", *cases, os.devnull],
                capture_output=True)
            output = result.stdout.decode("utf-8", "surrogatepass")
            texts = {}
            for part in output.split("== ")[1:]:
                name, _, text = part.partition("\n")
                texts[name] = list(molt_lines(text))
            for copy, (path, expected) in cases.items():
                actual = texts.get(copy, [])
                if actual == expected:
                    good += 1
                    continue
                wrong.append(path)
                print(f"{path}: the scopes differ")
                if verbose:
                    for a, b in zip(expected + [""], actual + [""]):
                        if a != b:
                            print(f"    CPython: {a}\n    Molt:    {b}")
                            break
    print(f"{good} of {good + len(wrong)} files have the same scopes")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
