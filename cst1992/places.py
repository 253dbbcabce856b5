"""Where the module's files lie: beside the library in a source tree, inside it once installed."""

from __future__ import annotations

from pathlib import Path

from cst1992.mistakes import MissingData

INSTALLED = Path(__file__).parent / "_data"
SOURCE_TREE = Path(__file__).parent.parent / "data"
ASSETS = Path(__file__).parent / "assets"
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


def shown_path(path: Path) -> str:
    """A path as messages should show it: short for our own data, in full for anybody else's."""
    try:
        return f"data/{path.relative_to(data_folder()).as_posix()}"
    except ValueError:
        return str(path)


def asset(name: str) -> str:
    """The text of a style sheet or script that goes into a page."""
    return (ASSETS / name).read_text(encoding="utf-8")
