"""What a teacher does by hand in a step where there is no screen: which sheets go out, and how votes are counted."""

from __future__ import annotations

from collections.abc import Iterator

from cst1992.facts.speech import say
from cst1992.facts.wording import in_a_list
from cst1992.teacher.activities.activity import Activity, Step
from cst1992.teacher.activities.paper.handing_out import first_reveal, handed_out, kept_back

MANY = 3  # so many articles are shared out in a group


def by_hand(activity: Activity, step: Step) -> str:
    """What there is to hand out and to count in a step, in sentences; nothing where there is neither.

    Examples
    --------
    >>> from cst1992.teacher.activities.activities import load_activity
    >>> renew = load_activity("renew_1999")
    >>> by_hand(renew, renew.steps[4])
    'It is written on a slip, and you collect the slips.'
    """
    return " ".join([*_cards(activity, step), *_sheets(activity, step), *_counted(activity, step)])


def before_class(activity: Activity) -> str:
    """What is cut before class, and why the slips are not handed out all at once."""
    told = [say("Before class cut the cards out along their frames.")]
    if any(ballot.rule != "consensus" for ballot in activity.ballots):
        told.append(
            say(
                "Cut the slips of a ballot along the dashed lines, and keep each ballot in a heap of its own until its step: "
                "its question may tell what comes. Let the slips go along the rows while you say what is asked."
            )
        )
    if any(ballot.rule == "consensus" for ballot in activity.ballots):
        told.append(say("Cut each sheet of voting cards into its three words."))
    if any(ballot.rule == "count" for ballot in activity.ballots):
        told.append(say("Letters held up take the place of slips; then read the choices aloud."))
    return " ".join(told)


def _cards(activity: Activity, step: Step) -> Iterator[str]:
    """How the cards are dealt, and the sheets that go with them."""
    if step.kind != "deal":
        return
    yield say(
        "Deal one set of {count} cards after the other, each shuffled by itself: so the groups are nearly equal.",
        count=len(activity.roles),
    )
    if any(role.votes for role in activity.roles) and not all(role.votes for role in activity.roles):
        yield say("From the last set deal those who vote first.")
    if handed_out(activity):
        yield say("Lay the sheets ({file}) with each group.", file="documents.html")


def _sheets(activity: Activity, step: Step) -> Iterator[str]:
    """What is read aloud before there are groups, and what was kept back until now."""
    dealt = next((place for place, one in enumerate(activity.steps) if one.kind == "deal"), -1)
    kept = [name for name, waits in kept_back(activity).items() if waits is step]
    early = [name for name in step.shows if name in handed_out(activity) and activity.steps.index(step) < dealt]
    if early:
        yield say("Read aloud: {sheets}. Each group gets it on paper after the lot.", sheets=_titles(activity, early))
    if kept:
        yield say("Hand out, one for each group: {sheets}.", sheets=_titles(activity, kept))
    articles = sum(len(part.articles) for name in step.shows for part in activity.document(name).parts)
    if step.kind != "reveal" and articles >= MANY:
        yield say("Each of a group reads one article in silence, then tells the others who must do what.")
    if step is first_reveal(activity) and any(role.later or role.later_not_found for role in activity.roles):
        yield say("On the sheets that follow stands what each role did and said afterwards.")


def _titles(activity: Activity, names: list[str]) -> str:
    return in_a_list([activity.document(name).title for name in names])


def _counted(activity: Activity, step: Step) -> Iterator[str]:
    """How an answer is collected and counted."""
    rule = activity.ballot(step.ballot).rule if step.ballot else ""
    if rule == "count":
        yield say(
            "Each marks a slip in silence. Then call the letters one by one: whoever marked it raises the slip. Write the "
            "counts on the board."
        )
    elif rule == "number":
        yield say(
            "Each writes on a slip in silence. Draw a line on the board from the lowest to the highest, divide it into four, "
            "and let slips be raised for each part."
        )
    elif rule == "consensus":
        yield say(
            "At your sign every delegation holds up one card at the same time. The motion passes if at least one is for it "
            "and nobody is against it."
        )
    elif rule == "words":
        yield say("It is written on a slip, and you collect the slips.")
