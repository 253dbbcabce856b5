// Once before a class: the interpreter, with what is written in Python alone and with the code of the rest, is kept as one
// file. The very first time what sheets use is used once: Python compiles it, and tells which modules that takes.
import { start } from "./start.js";

const [kept, library, snapshot] = Deno.args;

async function begin(options, rest) {
  const pyodide = await start(kept, library, options);
  return pyodide.runPython(`
import sys
sys.dont_write_bytecode = False
sys.path[:0] = ["/library", "/packages"]
from cst1992.teacher.marking.inside import on_deno
on_deno.settle()
${rest}
`) ?? pyodide;
}

const list = `${kept}/used.json`;

function readList() {
  try {
    return Deno.readTextFileSync(list);
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return "";
    throw error;
  }
}

let known = readList();
if (!known) {
  known = await begin({}, "on_deno.work_once()");
  Deno.writeTextFileSync(`${list}.part`, known);
  Deno.renameSync(`${list}.part`, list);
}
const keep = `on_deno.import_bare(${JSON.stringify(known)})\nimport os\nos.chdir("/")`;
const pyodide = await begin({ _makeSnapshot: true }, keep);
Deno.writeFileSync(snapshot, pyodide.makeMemorySnapshot());
console.log("ready");
Deno.exit(0);
