"""The sandbox for every system: Deno, which lets a program touch nothing, and in it Pyodide, a Python of WebAssembly."""
