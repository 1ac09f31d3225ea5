"""The driver's side of wasm_runner.mjs: one node process a thread, restarted when it hangs or ages."""
import json
import os
import select
import subprocess
import tempfile
import threading

from .common import Ran

# Each module's memory reserves gigabytes of addresses until node collects it.
MODULES_PER_PROCESS = 60


# node 20 collects garbage within fd_write, which V8's fast API calls do not bear.
NODE = ["node", "--no-warnings", "--expose-gc", "--no-turbo-fast-api-calls"]


class WasmRunner:
    def __init__(self, root):
        self.tool_ = os.path.join(root, "tests", "harness", "wasm_runner.mjs")
        self.process_ = None
        self.served_ = 0

    def start(self):
        self.close()
        self.process_ = subprocess.Popen(
            [*NODE, self.tool_],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        self.served_ = 0

    def close(self):
        if self.process_ is not None:
            self.process_.kill()
            self.process_.communicate()
            self.process_ = None

    def run(self, *job) -> Ran:
        """Once more in a fresh process when node itself died, which a module cannot cause: a trap is an answer."""
        ran = self.run_once(*job)
        if ran.code < 0 and not ran.timed_out and "wasm trap" not in ran.stderr:
            ran = self.run_once(*job)
        return ran

    def run_once(self, wasm, args, stdin, env, cwd, timeout) -> Ran:
        if self.process_ is None or self.process_.poll() is not None or self.served_ >= MODULES_PER_PROCESS:
            self.start()
        self.served_ += 1
        with tempfile.TemporaryDirectory(prefix="molt-wasm-") as scratch:
            files = {name: os.path.join(scratch, name) for name in ("stdin", "stdout", "stderr")}
            with open(files["stdin"], "w", encoding="utf-8", errors="surrogateescape", newline="") as file:
                file.write(stdin)
            request = {"wasm": wasm, "args": list(args), "env": env, "cwd": cwd, **files}
            self.process_.stdin.write(json.dumps(request).encode() + b"\n")
            self.process_.stdin.flush()
            ready, _, _ = select.select([self.process_.stdout], [], [], timeout)
            line = self.process_.stdout.readline() if ready else b""
            out, err = (read_text(files[name]) for name in ("stdout", "stderr"))
        if not line:
            code = self.process_.poll() or -9  # the signal that ended node itself, or ours
            self.close()
            return Ran(code, out, err, timed_out=not ready)
        answer = json.loads(line)
        if "trap" in answer:
            return Ran(-6, out, err + "\nwasm trap: " + answer["trap"])
        return Ran(answer["exit"], out, err)


def read_text(path):
    if not os.path.exists(path):
        return ""
    with open(path, encoding="utf-8", errors="surrogateescape", newline="") as file:
        return file.read()


class WasmPool:
    """A runner for each thread that asks."""

    def __init__(self, root):
        self.root_ = root
        self.local_ = threading.local()
        self.all_ = []
        self.lock_ = threading.Lock()

    def get(self) -> WasmRunner:
        if not hasattr(self.local_, "runner"):
            self.local_.runner = WasmRunner(self.root_)
            with self.lock_:
                self.all_.append(self.local_.runner)
        return self.local_.runner

    def close(self):
        for runner in self.all_:
            runner.close()
