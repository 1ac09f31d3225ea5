// Runs many wasm modules one after another in one node process, so that 400 tests do not pay for
// 400 starts of node. Requests are lines of JSON on stdin, answers lines of JSON on stdout:
//   {wasm, args, env, cwd, stdin, stdout, stderr}  (the last three are paths of files)
//   -> {exit} or {trap: "message"}
// Each module gets a fresh WASI instance, made so that node 18, Debian 12's, takes it too. A module
// that never ends is the caller's to kill.
import fs from "node:fs";
import readline from "node:readline";
import { WASI } from "node:wasi";

function runModule(request) {
  const stdin = fs.openSync(request.stdin, "r");
  const stdout = fs.openSync(request.stdout, "w");
  const stderr = fs.openSync(request.stderr, "w");
  try {
    const wasi = new WASI({
      version: "preview1",
      args: [request.wasm, ...request.args],
      env: request.env,
      preopens: { ".": request.cwd, "/": request.cwd },
      stdin, stdout, stderr,
      returnOnExit: true,
    });
    globalThis.running = wasi; // node 20 frees it while its module runs when nothing else holds it
    const module = new WebAssembly.Module(fs.readFileSync(request.wasm));
    const instance = new WebAssembly.Instance(module, { wasi_snapshot_preview1: wasi.wasiImport });
    return { exit: wasi.start(instance) ?? 0 };
  } catch (error) {
    return { trap: `${error.name}: ${error.message}` };
  } finally {
    for (const descriptor of [stdin, stdout, stderr]) fs.closeSync(descriptor);
  }
}

let served = 0;
for await (const line of readline.createInterface({ input: process.stdin })) {
  process.stdout.write(JSON.stringify(runModule(JSON.parse(line))) + "\n");
  if (++served % 10 === 0) globalThis.gc?.();
}
