// One sheet: a job comes in as JSON, what comes of it goes out line by line.
import { start } from "./start.js";

const [kept, library, snapshot] = Deno.args;
const [RINGS, ARMED] = [0, 1];
const bell = new Int32Array(new SharedArrayBuffer(8));
const clock = new Worker(new URL("./clock.js", import.meta.url), { type: "module" });
clock.postMessage(bell);

const pyodide = await start(kept, library, { _loadSnapshot: Deno.readFileSync(snapshot) });
pyodide.setStdin({ stdin: () => null });
pyodide.setStdout({ batched: () => {} });
pyodide.setStderr({ batched: () => {} });
pyodide.setInterruptBuffer(bell);

function tell(line) {
  let rest = new TextEncoder().encode(line + "\n");
  while (rest.length) rest = rest.subarray(Deno.stdout.writeSync(rest));
}

let turn = 0;
function ringAfter(seconds) {
  turn += 1;
  Atomics.store(bell, ARMED, seconds ? turn : 0);
  if (seconds) clock.postMessage([turn, 1000 * seconds]);
  else Atomics.store(bell, RINGS, 0);
}

const job = await new Response(Deno.stdin.readable).text();
pyodide.pyimport("cst1992.teacher.marking.inside.on_deno").main(job, tell, ringAfter);
Deno.exit(0);
