"""`cst1992 lite`: the module as a web site that needs no installation, and a server that shows it."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from cst1992.facts.files import meant
from cst1992.facts.mistakes import Mistake
from cst1992.teacher.commands.command import command

MORE = "The site is a folder that any web server can show; docs/in-the-browser.md says where to put it."
BUILD = (
    "It holds notebooks, exercises, data, and all that runs them in a browser. Without --pyodide its pages fetch Python\n"
    "from the Pyodide project's own network; with it the site asks nothing of the outside. An earlier site is replaced.\n"
    "Needs the teacher's extra: pip install -c requirements.lock -e '.[lite]'"
)
SERVE = "It answers on this machine alone, with the content types that browsers ask for. Ctrl+C ends it."


def add(areas: Any) -> None:
    """Take `lite` up among the commands."""
    lite = command(
        areas, "lite", "the module as a web site that needs no installation", MORE, "lite build", "lite serve"
    )
    tasks = lite.add_subparsers(title="tasks", required=True, metavar="TASK")
    examples = ("lite build", "lite build --pyodide ~/pyodide-0.27.7.tar.bz2", "lite build --to ~/site")
    build = command(tasks, "build", "build the site", BUILD, *examples)
    build.add_argument("--to", metavar="FOLDER", default="lite", help="where to write; without it into lite/")
    build.add_argument("--pyodide", metavar="PLACE", default="", help="a folder or a packed file of Pyodide")
    build.add_argument(
        "--stock", action="store_true", help="leave out what Python could compile before: built sooner, opens later"
    )
    build.set_defaults(run=_build)
    serve = command(tasks, "serve", "show the site on this machine", SERVE, "lite serve", "lite serve --port 8001")
    serve.add_argument("--from", dest="folder", metavar="FOLDER", default="lite", help="the site; without it lite/")
    serve.add_argument("--port", type=int, default=8000, help="without it 8000")
    serve.set_defaults(run=_serve)


def _build(options: argparse.Namespace) -> int:
    from cst1992.teacher.lite.release import release
    from cst1992.teacher.lite.site import build

    site = build(meant(options.to), meant(options.pyodide) if options.pyodide else None, not options.stock)
    print(f"✓ {site.folder}: {site.megabytes} MB; see it with: make lite-serve PORT=8000")
    if site.from_network:
        print(f"  its pages fetch Python from {release().address}")
    else:
        print(f"  Python {release().python} is in it (Pyodide {release().version}): it asks nothing of the outside")
    if site.python is None and not options.stock:
        print(
            f"  no Python {release().python} was found here to compile for it: its pages open later than they could. "
            f"Install one and build again."
        )
    return 0


def _serve(options: argparse.Namespace) -> int:
    from cst1992.teacher.lite.serve import main

    folder: Path = meant(options.folder)
    if not (folder / "index.html").is_file():
        raise Mistake(f"There is no site in {folder}. Build it first: make lite")
    try:
        main(folder, options.port)
    except OverflowError:
        raise Mistake(f"{options.port} is no port. Take a number from 1024 to 65535.") from None
    except OSError as error:
        raise Mistake(f"Port {options.port} cannot be used ({error.strerror}). Take another: --port 8001") from None
    return 0
