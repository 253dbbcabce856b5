"""When a sheet is handed out: with the cards, kept back until a step, or on the card of one role alone."""

from __future__ import annotations

from cst1992.teacher.activities.activity import Activity, Step


def kept_back(activity: Activity) -> dict[str, Step]:
    """The documents that nobody sees before something was voted or revealed, each with the step that first shows it.

    Examples
    --------
    >>> from cst1992.teacher.activities.activities import load_activity
    >>> {name: step.id for name, step in kept_back(load_activity("council_2013")).items()}
    {'decided': 'decided', 'second-request': 'second', 'outcome': 'outcome'}
    """
    first = {name: place for place, step in reversed(list(enumerate(activity.steps))) for name in step.shows}
    decided = [place for place, step in enumerate(activity.steps) if step.kind in ("vote", "reveal")]
    return {
        name: step
        for place, step in enumerate(activity.steps)
        for name in step.shows
        if first[name] == place and decided and place >= decided[0]
    }


def handed_out(activity: Activity) -> list[str]:
    """The documents that every group gets with its cards, in the order of the file; those of one role stand on its card.

    Examples
    --------
    >>> from cst1992.teacher.activities.activities import load_activity
    >>> handed_out(load_activity("council_2010"))
    ['request', 'text', 'rule']
    """
    own = {name for role in activity.roles for name in role.gets}
    hidden = {*own, *kept_back(activity)}
    return [document.id for document in activity.documents if document.id not in hidden]


def first_reveal(activity: Activity) -> Step | None:
    """The step that tells what each role did later, in the room as on paper; None where nothing is revealed.

    Examples
    --------
    >>> from cst1992.teacher.activities.activities import load_activity
    >>> first_reveal(load_activity("council_2010")).id
    'done'
    """
    return next((step for step in activity.steps if step.kind == "reveal"), None)
