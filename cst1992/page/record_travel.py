"""The record on its way to another machine: saved as a file, and added from one."""

from __future__ import annotations

import json
from pathlib import Path

from cst1992.facts.files import meant
from cst1992.facts.mistakes import Mistake
from cst1992.facts.speech import say, say_count
from cst1992.facts.writing import is_full
from cst1992.page import record
from cst1992.page.record_entries import Entry, is_ours
from cst1992.page.record_file import add_lines


def save_my_record(file: str | Path) -> Path:
    """Copy your record to a file, to take it to another machine.

    Parameters
    ----------
    file : the path of the new file, such as "my_record.jsonl" (beside the notebook) or "~/Desktop/my_record.jsonl".

    Returns
    -------
    The whole path of the file.

    Raises
    ------
    ValueError
        The file exists already or cannot be written, or there is no record yet.

    Examples
    --------
    >>> save_my_record("my_record.jsonl")  # doctest: +SKIP
    """
    target, found = meant(file), record.entries()
    try:
        if target.exists():
            raise Mistake(say("{file} exists already. Choose another name, or remove it first.", file=target))
        if not found:
            raise Mistake(say("Your record is empty: nothing has been answered yet on this machine."))
        if not target.parent.exists():
            raise Mistake(
                say("There is no folder {folder}. Name a file in a folder that exists.", folder=target.parent)
            )
        add_lines(target, record.encoded([json.dumps(entry, ensure_ascii=False) for entry in found]))
    except OSError as error:
        mend = (
            say("Make room, or name a file on another disk.")
            if is_full(error)
            else say("Name a file in a folder that you may write to.")
        )
        told = say("Your record could not be saved as {file} ({why}).", file=target, why=error.strerror)
        raise Mistake(f"{told} {mend}") from None
    return target


def load_my_record(file: str | Path) -> str:
    """Add the record from a file to yours; what you have already is not doubled.

    Parameters
    ----------
    file : the path of a file made by `cst.save_my_record`.

    Returns
    -------
    A sentence that says how many answers were added.

    Raises
    ------
    ValueError
        There is no such file, or it holds no record.

    Examples
    --------
    >>> load_my_record("my_record.jsonl")  # doctest: +SKIP
    """
    path = meant(file)
    try:
        if not path.exists():
            raise Mistake(say("There is no file {file}.", file=path))
        arriving, damaged = record.read_lines(path)
    except OSError as error:
        raise Mistake(
            say(
                "{file} could not be read ({why}). Choose a file made by {verb}.",
                file=path,
                why=error.strerror,
                verb="cst.save_my_record()",
            )
        ) from None
    if not arriving:
        raise Mistake(
            say("{file} holds no record. Choose a file made by {verb}.", file=path, verb="cst.save_my_record()")
        )
    ours = [entry for entry in arriving if is_ours(entry)]
    own = {_same(entry) for entry in record.entries()}
    fresh = [entry for entry in ours if _same(entry) not in own]
    if fresh:
        record.add_to_record([json.dumps(entry, ensure_ascii=False) for entry in fresh])
    return _loaded_told(len(fresh), len(ours) - len(fresh), len(arriving) - len(ours), len(damaged))


def _loaded_told(fresh: int, known: int, others: int, damaged: int) -> str:
    """How many answers of a file were added, and how many lines of it were not."""
    told = [
        say(
            "{added}, {known}.",
            added=say_count("{count} answer was added", "{count} answers were added", fresh),
            known=say_count("{count} was here already", "{count} were here already", known),
        )
    ]
    if others:
        told.append(
            say_count(
                "{count} line belongs to another module and was left out.",
                "{count} lines belong to another module and were left out.",
                others,
            )
        )
    if damaged:
        told.append(say_count("{count} damaged line was left out.", "{count} damaged lines were left out.", damaged))
    return " ".join(told)


def _same(entry: Entry) -> str:
    """What two copies of an entry have in common, whether or not the older one names its module."""
    return json.dumps({name: value for name, value in entry.items() if name != "module"}, sort_keys=True)
