"""Where the module's files lie: beside the library in a source tree, inside it once installed; and where a user means."""

from __future__ import annotations

import os
from pathlib import Path

from cst1992.facts.mistakes import MissingData, Mistake
from cst1992.facts.speech import say, to_be_said

LIBRARY = Path(__file__).parent.parent
INSTALLED = LIBRARY / "_data"
SOURCE_TREE = LIBRARY.parent / "data"
Version = tuple[int, int]
AGAIN = to_be_said("Copy the whole folder of the module again, or install it again.")


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
        if os.path.exists(f"{folder}/datapackage.json"):  # noqa: PTH110 (asked thousands of times for a picture)
            return folder
    told = say(
        "The module's data are missing: no datapackage.json in {folder} or {other}.",
        folder=INSTALLED,
        other=SOURCE_TREE,
    )
    raise MissingData(f"{told} {say(AGAIN)}")


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
        told = say("There is no file {name} in {folder}.", name=name, folder=path.parent)
        raise MissingData(f"{told} {say(AGAIN)}")
    return path


def data_file_now(name: str) -> tuple[Path, Version]:
    """One file of the data folder as `data_file` and `version_of` give it, with a single look at the disk.

    Raises
    ------
    MissingData
        There is no such file; the message names the folder that was searched.

    Examples
    --------
    >>> data_file_now("articles.csv")[0].name
    'articles.csv'
    """
    path = data_folder() / name
    try:
        return path, version_of(path)
    except OSError:
        return data_file(name), version_of(path)


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
    state = os.stat(path)  # noqa: PTH116 (asked thousands of times)
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
        raise NoHome(
            say("This machine names no home folder for the ~ in {place}. Write the whole path.", place=place)
        ) from None
    return path if path.is_absolute() else Path(os.path.normpath((start or Path.cwd()) / path))


def asset(name: str) -> str:
    """The text of a style sheet or script that goes into a page; it lies beside the module that uses it.

    Examples
    --------
    >>> asset("cards/cards.css").startswith(".cst-card")
    True
    """
    return (LIBRARY / name).read_text(encoding="utf-8")
