// Pyodide, started from a folder on this machine: packages are read where they lie, the library is copied in, for it
// looks at its files often. All of its files are of one day, so that what was read of them before a sheet holds in it.
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

export async function start(kept, library, options) {
  const core = `${kept}/core/`;
  globalThis.require = createRequire(import.meta.url); // Pyodide takes Deno for Node and asks for these two
  globalThis.__dirname = core;
  await import(pathToFileURL(`${core}pyodide.js`));
  const pyodide = await globalThis.loadPyodide({ indexURL: core, ...options });
  pyodide.FS.mkdirTree("/packages");
  pyodide.FS.mount(pyodide.FS.filesystems.NODEFS, { root: `${kept}/packages` }, "/packages");
  sayAsAFileSystem(pyodide.FS);
  copyIn(pyodide.FS, library, "/library");
  return pyodide;
}

const ONE_DAY = Date.UTC(2000, 0, 1);

function copyIn(files, folder, place) {
  files.mkdirTree(place);
  for (const entry of Deno.readDirSync(folder)) {
    const [from, to] = [`${folder}/${entry.name}`, `${place}/${entry.name}`];
    if (entry.isDirectory) copyIn(files, from, to);
    else files.writeFile(to, Deno.readFileSync(from), { canOwn: true });
    files.utime(to, ONE_DAY, ONE_DAY);
  }
}

const NO_ACCESS = 2; // the number of PermissionError in WebAssembly

// What Deno refuses is told to Python as any file system tells it; else it would end the whole interpreter.
function sayAsAFileSystem(files) {
  const { node_ops: ofNames, stream_ops: ofOpenFiles } = files.filesystems.NODEFS;
  for (const operations of [ofNames, ofOpenFiles]) {
    for (const [name, operation] of Object.entries(operations)) {
      operations[name] = (...given) => {
        try {
          return operation(...given);
        } catch (error) {
          throw error instanceof Deno.errors.NotCapable ? new files.ErrnoError(NO_ACCESS) : error;
        }
      };
    }
  }
}
