// Runs one Python script under npm's pyodide, with the host's files below /host.
// usage: node run_in_pyodide.mjs PYODIDE_FOLDER SCRIPT ARGUMENT...
import fs from "node:fs";
import path from "node:path";
import url from "node:url";

const [folder, script, ...scriptArguments] = process.argv.slice(2);
const { loadPyodide } = await import(url.pathToFileURL(path.join(folder, "pyodide.mjs")));
const pyodide = await loadPyodide({ stdout: (line) => console.log(line), stderr: (line) => console.error(line) });
pyodide.FS.mkdirTree("/host");
pyodide.FS.mount(pyodide.FS.filesystems.NODEFS, { root: "/" }, "/host");
pyodide.globals.set("host_arguments", pyodide.toPy(scriptArguments));
pyodide.globals.set("host_script", "/host" + path.resolve(script));
const code = pyodide.runPython(`
import runpy, sys
sys.argv = [host_script, *host_arguments]
sys.path.insert(0, host_script.rpartition("/")[0])
try:
    runpy.run_path(host_script, run_name="__main__")
    code = 0
except SystemExit as stop:
    code = stop.code or 0
code
`);
process.exit(code);
