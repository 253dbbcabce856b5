"""Show a built site on this machine, with the content types that browsers ask for. The standard library is enough.

It also runs as a file, `python serve.py`, from the folder of the site: for a USB stick in a room without internet.
"""

from __future__ import annotations

import sys
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

TYPES = {
    ".css": "text/css",
    ".csv": "text/csv",
    ".data": "application/octet-stream",
    ".html": "text/html",
    ".ico": "image/x-icon",
    ".ipynb": "application/json",
    ".js": "text/javascript",
    ".json": "application/json",
    ".mjs": "text/javascript",
    ".svg": "image/svg+xml",
    ".txt": "text/plain",
    ".wasm": "application/wasm",
    ".webmanifest": "application/manifest+json",
    ".whl": "application/zip",
    ".woff": "font/woff",
    ".woff2": "font/woff2",
    ".zip": "application/zip",
}


class Handler(SimpleHTTPRequestHandler):
    """Files by their own types, whatever this machine's registry of types says; asked again at each visit."""

    extensions_map = {"": "application/octet-stream", **TYPES}  # noqa: RUF012
    protocol_version = "HTTP/1.1"

    def end_headers(self) -> None:
        """Let browsers ask whether a file is still the same."""
        self.send_header("Cache-Control", "no-cache")
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing of each request."""


def server(folder: Path, port: int) -> ThreadingHTTPServer:
    """A server for a folder, on this machine alone.

    Raises
    ------
    OSError
        The port is in use.
    """

    def handler(*given: object) -> Handler:
        return Handler(*given, directory=str(folder))  # type: ignore[arg-type]

    return ThreadingHTTPServer(("127.0.0.1", port), handler)


def main(folder: Path, port: int) -> None:
    """Serve until somebody presses Ctrl+C."""
    with server(folder, port) as running:
        print(f"The module is at http://localhost:{port}/   (Ctrl+C ends it)", flush=True)
        try:
            running.serve_forever()
        except KeyboardInterrupt:
            print("Ended.")


if __name__ == "__main__":
    wanted = sys.argv[1] if len(sys.argv) > 1 else "8000"
    try:
        main(Path(__file__).resolve().parent, int(wanted))
    except (OSError, OverflowError, ValueError):
        sys.exit(
            f"Port {wanted} cannot be used. Write another number from 1024 to 65535 behind serve.py, such as 8001."
        )
