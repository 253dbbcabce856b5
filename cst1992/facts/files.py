"""Where the module's files lie: beside the library in a source tree, inside it once installed; and where a user means."""

from __future__ import annotations

import os
from pathlib import Path

from cst1992.facts.mistakes import MissingData, Mistake

LIBRARY = Path(__file__).parent.parent
INSTALLED = LIBRARY / "_data"
SOURCE_TREE = LIBRARY.parent / "data"
Version = tuple[int, int]
AGAIN = "Copy the whole folder of the module again, or install it again."


def data_folder() -> Path:
    """The folder that holds the tables and the quizzes.

    Raises
    ------
    MissingData
        Neither an installed copy nor a source tree has the data.

    Examples
    --------
    >>> (data_folder() / "datapackage.json").exists()
    True
    """
    for folder in (INSTALLED, SOURCE_TREE):
        if (folder / "datapackage.json").exists():
            return folder
    raise MissingData(f"The module's data are missing: no datapackage.json in {INSTALLED} or {SOURCE_TREE}. {AGAIN}")


def module_folder() -> Path:
    """The folder of the whole module, beside its data."""
    return data_folder().parent


def data_file(name: str) -> Path:
    """One file of the data folder, by its name inside it.

    Raises
    ------
    MissingData
        There is no such file; the message names the folder that was searched.

    Examples
    --------
    >>> data_file("articles.csv").name
    'articles.csv'
    """
    path = data_folder() / name
    if not path.exists():
        raise MissingData(f"There is no file {name} in {path.parent}. {AGAIN}")
    return path


def version_of(path: Path) -> Version:
    """What changes when a file does: a cache that is asked with it forgets what was read from an older version.

    Raises
    ------
    OSError
        The file cannot be looked at.

    Examples
    --------
    >>> version_of(data_file("articles.csv")) == version_of(data_file("articles.csv"))
    True
    """
    state = path.stat()
    return state.st_mtime_ns, state.st_size


def shown_path(path: Path) -> str:
    """A path as messages should show it: short for our own data, in full for anybody else's."""
    try:
        return f"data/{path.relative_to(data_folder()).as_posix()}"
    except ValueError:
        return str(path)


class NoHome(Mistake):
    """The machine names no home folder for this user; the message says how to name a place."""


def meant(place: str | Path, start: Path | None = None) -> Path:
    """The whole path that somebody means who writes `~/mine.jsonl` or `mine.jsonl`.

    Parameters
    ----------
    start : the folder from which a relative place is counted; without it the folder of the notebook.

    Raises
    ------
    NoHome
        The place begins with `~`, and nobody knows the home folder.

    Examples
    --------
    >>> meant("mine.jsonl").parent == Path.cwd()
    True
    """
    try:
        path = Path(str(place).strip()).expanduser()
    except RuntimeError:
        raise NoHome(f"This machine names no home folder for the ~ in {place}. Write the whole path.") from None
    return path if path.is_absolute() else Path(os.path.normpath((start or Path.cwd()) / path))


def asset(name: str) -> str:
    """The text of a style sheet or script that goes into a page; it lies beside the module that uses it.

    Examples
    --------
    >>> asset("cards/cards.css").startswith(".cst-card")
    True
    """
    return (LIBRARY / name).read_text(encoding="utf-8")
