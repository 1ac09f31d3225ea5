"""Inside pyodide: runs a script as `python FILE ARGS` would, many in one interpreter.

What each script may change (argv, path, modules, streams, limits) is put back after it; what
CPython does at exit (clearing __main__, collecting) is done after each script, so that finalizers
print what they would print.
"""
import builtins
import gc
import io
import json
import os
import shutil
import sys
import traceback
import types

CLEAN_MODULES = dict(sys.modules)
CLEAN_LIMIT = sys.getrecursionlimit()


def text_stream(binary):
    return io.TextIOWrapper(binary, encoding="utf-8", errors="surrogateescape", newline="\n",
                            write_through=True)


def show_exception(error):
    """The traceback as the interpreter prints it: without the frames of this file."""
    if sys.excepthook is not sys.__excepthook__:
        sys.excepthook(type(error), error, error.__traceback__)
        return
    traceback.print_exception(type(error), error, error.__traceback__.tb_next, file=sys.stderr)


def exit_code(error):
    code = error.code
    if code is None:
        return 0
    if isinstance(code, int):
        return code & 0xFF
    print(code, file=sys.stderr)
    return 1


def clear_main(namespace):
    """CPython clears names with one underscore first, then the rest, in order."""
    for name in list(namespace):
        if name.startswith("_") and not name.startswith("__"):
            namespace[name] = None
    for name in list(namespace):
        if name != "__builtins__":
            namespace[name] = None


def execute(path, main):
    with open(path, "rb") as file:
        source = file.read()
    try:
        exec(compile(source, path, "exec", dont_inherit=True), main.__dict__)
        return 0
    except SystemExit as error:
        return exit_code(error)
    except KeyboardInterrupt as error:
        show_exception(error)
        return 130
    except BaseException as error:
        show_exception(error)
        return 1


def finish(main):
    try:
        clear_main(main.__dict__)
        gc.collect()
    except BaseException as error:
        traceback.print_exception(error, file=sys.stderr)


def run_job(text):
    job = json.loads(text)
    path = "/repo/" + job["path"]
    out, err = io.BytesIO(), io.BytesIO()
    saved = sys.stdin, sys.stdout, sys.stderr, sys.argv, list(sys.path), os.getcwd()
    work = "/tmp/work"
    shutil.rmtree(work, ignore_errors=True)
    os.makedirs(work)
    os.chdir(work)
    sys.stdin = io.TextIOWrapper(io.BytesIO(job["stdin"].encode()), encoding="utf-8")
    sys.stdout, sys.stderr = text_stream(out), text_stream(err)
    sys.__stdout__, sys.__stderr__, sys.__stdin__ = sys.stdout, sys.stderr, sys.stdin
    sys.argv = [path, *job["args"]]
    sys.path.insert(0, os.path.dirname(path))
    main = types.ModuleType("__main__")
    main.__file__ = path
    main.__builtins__ = builtins
    sys.modules["__main__"] = main
    code = execute(path, main)
    finish(main)
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except Exception:
            pass
    sys.stdin, sys.stdout, sys.stderr, sys.argv, sys.path[:], folder = saved
    os.chdir(folder)
    sys.excepthook = sys.__excepthook__
    sys.setrecursionlimit(CLEAN_LIMIT)
    gc.enable()
    for name in [n for n in sys.modules if n not in CLEAN_MODULES]:
        origin = getattr(sys.modules[name], "__file__", None) or ""
        if origin.startswith("/repo/"):
            del sys.modules[name]
    sys.modules["__main__"] = CLEAN_MODULES["__main__"]
    sys.path_importer_cache.clear()
    decode = lambda b: b.getvalue().decode("utf-8", "surrogateescape")
    return json.dumps({"stdout": decode(out), "exit": code, "stderr": decode(err)})
