"""The activities that come with the module: their names, and each by its name, in the language that is spoken."""

from __future__ import annotations

from pathlib import Path

from cst1992.facts.catalogues import twin_of
from cst1992.facts.files import data_file, data_folder, meant
from cst1992.facts.mistakes import Mistake
from cst1992.facts.nearest import nearest
from cst1992.facts.speech import say
from cst1992.teacher.activities.activity import Activity
from cst1992.teacher.activities.activity_file import BrokenActivity, activity_in

FOLDER = "activities"


def activity_names() -> list[str]:
    """The names of the activities of the module; none where it has no such folder.

    Examples
    --------
    >>> "council_2010" in activity_names()
    True
    """
    return sorted(path.stem for path in (data_folder() / FOLDER).glob("*.yaml") if path.is_file())


def load_activity(name: str | Path) -> Activity:
    """An activity by its name, or from any YAML file by its path; read again when the file has changed.

    In another language it comes from its twin, `data/<code>/activities/NAME.yaml`, where that is sound and has the same
    steps, roles, documents and ballots; else it stays English.

    Raises
    ------
    ValueError
        There is no activity of that name; the message names the nearest one.
    BrokenActivity
        The file cannot be used; the message says file, line and how to mend it.

    Examples
    --------
    >>> load_activity("council_2010").day.isoformat()
    '2010-06-14'
    """
    path = file_of(name)
    activity = activity_in(path)
    return _in_the_language(activity) if path.parent == data_folder() / FOLDER else activity


def file_of(name: str | Path) -> Path:
    """The file of an activity of the module, or the one that a path names.

    Raises
    ------
    ValueError
        There is no such activity; the message names the nearest one.

    Examples
    --------
    >>> file_of("council_2010").name
    'council_2010.yaml'
    """
    asked = str(name).strip()
    if asked.endswith((".yaml", ".yml")):
        path = meant(asked)
        if not path.is_file():
            raise Mistake(say("There is no activity file {file}. Look at the path.", file=path))
        return path
    if asked not in activity_names():
        raise Mistake(f"{say('There is no activity {given!r}.', given=asked)} {nearest(asked, activity_names())}")
    return data_file(f"{FOLDER}/{asked}.yaml")


def _in_the_language(activity: Activity) -> Activity:
    twin = twin_of(f"{FOLDER}/{activity.name}.yaml")
    if twin is None:
        return activity
    try:
        told = activity_in(twin)
    except BrokenActivity:
        return activity
    return told if frame_of(told) == frame_of(activity) else activity


def frame_of(activity: Activity) -> tuple[object, ...]:
    """What an activity is without its words: two files with the same frame are the same activity in two languages."""
    return (
        activity.day,
        activity.minutes,
        tuple((one.id, one.kind, one.minutes, one.shows, one.ballot) for one in activity.steps),
        tuple((one.id, one.state, one.votes, one.positions, one.later, one.gets) for one in activity.roles),
        tuple(
            (one.id, tuple((part.row, part.rows, part.where, part.articles, part.source) for part in one.parts))
            for one in activity.documents
        ),
        tuple(
            (one.id, one.rule, len(one.options), one.option_rows, one.motion_from, one.right)
            for one in activity.ballots
        ),
    )
