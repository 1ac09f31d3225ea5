// Runs Python programs under npm's pyodide, all in one process; the oracle for versions of CPython
// that are not installed natively. usage: node pyodide_oracle.mjs JOBS.json ANSWERS.json
import fs from "node:fs";
import path from "node:path";
import url from "node:url";

const [jobsFile, answersFile] = process.argv.slice(2);
const request = JSON.parse(fs.readFileSync(jobsFile, "utf8"));
const { loadPyodide } = await import(url.pathToFileURL(path.join(request.pyodide, "pyodide.mjs")));
const pyodide = await loadPyodide({
  env: { PYTHONHASHSEED: "0", HOME: "/home/pyodide", NO_COLOR: "1", PYTHON_COLORS: "0", TZ: "UTC" },
});
pyodide.FS.mkdirTree("/repo");
pyodide.FS.mount(pyodide.FS.filesystems.NODEFS, { root: request.root }, "/repo");
const here = path.dirname(url.fileURLToPath(import.meta.url));
pyodide.runPython(fs.readFileSync(path.join(here, "run_script.py"), "utf8"));
const runJob = pyodide.globals.get("run_job");
const answers = {};
for (const job of request.jobs) {
  answers[job.name] = JSON.parse(runJob(JSON.stringify(job)));
}
fs.writeFileSync(answersFile, JSON.stringify(answers));
process.exit(0);
