#!/usr/bin/env python3
"""Compares molt-parse's errors with those of the CPython that runs this script.

usage: compare_errors.py MOLT_PARSE [--verbose] [--parse-only] [--at-least PERCENT]
                         [--expected JSON] [FILE...]
       compare_errors.py --oracle JSON [--parse-only] [--only-own] [FILE...]

The wrong programs are the string constants and doctest examples of the given Python files (by
default those of CPython's own tests that are about syntax), as far as this CPython rejects them,
and the snippets of invalid.txt beside this script (--only-own: only these). Kind, message and position must agree.

--oracle only writes what this CPython says, --expected compares with that: so an interpreter that
cannot start processes (the npm package pyodide) can be the oracle, too.
"""
import ast
import doctest
import json
import os
import subprocess
import sys
import tempfile
import warnings

HERE = os.path.dirname(os.path.abspath(__file__))
TESTS = """
test_syntax test_exceptions test_fstring test_grammar test_patma test_type_params test_type_aliases
test_named_expressions test_unpack_ex test_positional_only_arg test_keywordonlyarg test_eof
test_string_literals test_global test_scope test_future_stmt/test_future test_generators test_genexps
test_listcomps test_setcomps test_dictcomps test_coroutines test_asyncgen test_compile test_parser
test_codeop test_cmd_line_script test_except_star test_tstring test_decorators test_lambda
test_super test_flufl test_unicode_identifiers test_metaclass test_symtable test_import test_with
test_augassign test_funcattrs test_extcall test_unpack test_ast test_ast/test_ast test_tokenize
test_source_encoding test_traceback test_int_literal test_complex test_float test_generic_class
test_type_comments test_annotationlib test_type_annotations test_pep646_syntax test_subclassinit
""".split()


def default_files():
    import test
    folder = os.path.dirname(test.__file__)
    for name in TESTS:
        path = os.path.join(folder, name + ".py")
        if os.path.exists(path):
            yield path


def snippets_of(path):
    with open(path, "rb") as source:
        tree = ast.parse(source.read())
    parser = doctest.DocTestParser()
    for node in ast.walk(tree):
        if not isinstance(node, ast.Constant) or not isinstance(node.value, str):
            continue
        text = node.value
        if len(text) > 20000:
            continue
        if ">>>" in text:
            try:
                for example in parser.get_examples(text):
                    yield example.source
            except ValueError:
                pass
        yield text


def own_snippets():
    path = os.path.join(HERE, "invalid.txt")
    if os.path.exists(path):
        with open(path, encoding="utf-8") as source:
            for snippet in source.read().split("\n----\n"):
                yield snippet


def expected_error(snippet, parse_only):
    """(kind, line, offset, end line, end offset, message), or None when CPython accepts it."""
    try:
        if parse_only:
            ast.parse(snippet)
        else:
            compile(snippet, "snippet.py", "exec", dont_inherit=True)
    except SyntaxError as error:
        return (type(error).__name__, error.lineno or 0, error.offset or 0, error.end_lineno or 0,
                max(error.end_offset or 0, 0), error.msg)
    except (ValueError, MemoryError, RecursionError, OverflowError):
        return ()
    return None


def gather(files, parse_only):
    """The oracle's answers: the Python version, and pairs of snippet and expected error."""
    warnings.simplefilter("ignore")
    snippets = dict.fromkeys(own_snippets())
    for path in files:
        snippets.update(dict.fromkeys(snippets_of(path)))
    cases = []
    for snippet in snippets:
        if is_utf8(snippet):
            expected = expected_error(snippet, parse_only)
            if expected != ():
                cases.append((snippet, expected))
    return {"version": "%d.%d" % sys.version_info[:2], "cases": cases}


def molt_errors(molt_parse, version, parse_only, paths):
    command = [molt_parse, "--python-version", version, "--report"]
    if not parse_only:
        command.append("--check")
    result = subprocess.run(command + paths, capture_output=True)
    errors = {}
    for line in result.stdout.decode("utf-8", "surrogatepass").split("\n"):
        fields = line.split("\t", 6)
        if len(fields) == 7 and not fields[1].endswith("Warning"):
            errors.setdefault(fields[0], (fields[1], *map(int, fields[2:6]), fields[6]))
    if result.returncode < 0:
        if len(paths) == 1:
            errors[paths[0]] = ("crashed", 0, 0, 0, 0, str(result.returncode))
        else:
            for path in paths:
                errors.update(molt_errors(molt_parse, version, parse_only, [path]))
    return errors


def same(expected, actual):
    if expected is None or actual is None:
        return expected is actual
    kind, line, offset, end_line, end_offset, message = expected
    if (kind, message) != (actual[0], actual[5]) or (line, offset) != actual[1:3]:
        return False
    return end_offset <= 0 or actual[3] == 0 or (end_line, end_offset) == actual[3:5]


def same_words(expected, actual):
    return expected and actual and (expected[0], expected[5]) == (actual[0], actual[5])


def is_utf8(snippet):
    try:
        snippet.encode()
    except UnicodeEncodeError:
        return False
    return "\0" not in snippet and "\r" not in snippet and "coding" not in snippet


def take_option(arguments, name, default):
    if name not in arguments:
        return default
    at = arguments.index(name)
    value = arguments[at + 1]
    del arguments[at:at + 2]
    return value


def main():
    arguments = sys.argv[1:]
    flags = {flag: flag in arguments for flag in ("--verbose", "--parse-only", "--only-own")}
    arguments = [a for a in arguments if a not in flags]
    parse_only = flags["--parse-only"]
    at_least = float(take_option(arguments, "--at-least", "0"))
    oracle = take_option(arguments, "--oracle", None)
    known = take_option(arguments, "--expected", None)
    if oracle:
        with open(oracle, "w", encoding="utf-8") as out:
            files = [] if flags["--only-own"] else arguments or list(default_files())
            json.dump(gather(files, parse_only), out, indent=0)
        return 0
    molt_parse, files = arguments[0], arguments[1:]
    if known:
        with open(known, encoding="utf-8") as source:
            gathered = json.load(source)
    else:
        gathered = gather(files or list(default_files()), parse_only)
    total = good = words = accepted = 0
    with tempfile.TemporaryDirectory() as folder:
        cases = []
        for snippet, expected in gathered["cases"]:
            path = os.path.join(folder, f"{len(cases)}.py")
            with open(path, "w", encoding="utf-8") as out:
                out.write(snippet)
            cases.append((path, snippet, expected and tuple(expected)))
        errors = {}
        for start in range(0, len(cases), 500):
            errors.update(molt_errors(molt_parse, gathered["version"], parse_only,
                                      [case[0] for case in cases[start:start + 500]]))
        for path, snippet, expected in cases:
            actual = errors.get(path)
            agrees = same(expected, actual)
            if expected is None:
                accepted += 1
                if not agrees:
                    print(f"ACCEPTED BY CPYTHON {snippet!r}\n    Molt:    {actual}")
                    total += 1
                continue
            total += 1
            good += agrees
            words += bool(same_words(expected, actual))
            if not agrees and flags["--verbose"]:
                print(f"{snippet!r}\n    CPython: {expected}\n    Molt:    {actual}")
    percent = 100.0 * good / max(total, 1)
    print(f"{good} of {total} wrong programs: same words and place ({percent:.1f}%), "
          f"{words} with the same words; {accepted} correct ones accepted by CPython")
    return 0 if percent >= at_least else 1


if __name__ == "__main__":
    sys.exit(main())
