"""The page for the projector: question by question, first what was chosen, then what is right, then what stands behind it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape

from cst1992.facts.catalogues import language_or_english
from cst1992.facts.module import module
from cst1992.facts.speech import say
from cst1992.teacher.marking.telling.blocks import page
from cst1992.teacher.pulse.fitting import Block, size_of
from cst1992.teacher.pulse.pieces import LOOKS, bar, figure, how_many, legend, name, place, rule, sign
from cst1992.teacher.pulse.pulse import Pulse
from cst1992.teacher.pulse.shown import FEW, Shown, ShownLine, ShownTable

STYLES = ("teacher/pulse/bars.css", "teacher/pulse/projector.css")
MOST_REPLIES, MOST_LINES = 3, 7
TEXT = 0.6  # the share of a line that its text has


@dataclass(frozen=True)
class Screen:
    """One screen: its place on the page, what stands on it, and the blocks by which its letters are made to fit."""

    place: str
    content: str
    blocks: Sequence[Block]

    def drawn(self, following: str) -> str:
        """The screen, with the way to the one that follows."""
        told = f'{escape(say("Next"))} <span aria-hidden="true">↓</span>'
        way = f'<p class="way"><a href="#{following}">{told}</a></p>' if following else ""
        return f'<section id="{self.place}" class="screen size-{size_of(self.blocks)}">{self.content}\n{way}</section>'


def projectors_page(pulse: Pulse, refresh: int = 0) -> str:
    """The whole page.

    Parameters
    ----------
    refresh : after so many seconds the browser reads it again, while it is drawn again and again; 0 for never.
    """
    title = say("The pulse of the room")
    screens = [_start(pulse, title)]
    for chapter in pulse.chapters:
        for shown in chapter.questions:
            screens += _of_question(shown)
    following = [*(one.place for one in screens[1:]), ""]
    drawn = [one.drawn(after) for one, after in zip(screens, following, strict=True)]
    return page(title, "\n".join(drawn), *STYLES, language=language_or_english(), refresh=refresh, look="projector")


def _place(shown: Shown) -> str:
    return f"q-{escape(shown.quiz[:2])}-{escape(shown.question.id)}"


def _start(pulse: Pulse, title: str) -> Screen:
    """The first screen: what this is, the ways into it, what to take up."""
    links = [(one.questions[0], f"{one.number} · {one.title}") for one in pulse.chapters]
    chapters = "".join(f'<li><a href="#{_place(first)}">{escape(told)}</a></li>' for first, told in links)
    taken = "".join(
        f'<li><a href="#{_place(one.shown)}">{escape(one.shown.question.prompt)}</a></li>' for one in pulse.take_up
    )
    again = f"<h2>{escape(say('To take up'))}</h2><ol>{taken}</ol>" if taken else ""
    told = f"{module().title}. {say('About {count} learners.', count=pulse.people)} {rule()}"
    blocks = [Block(len(title), size=1.5), Block(len(told)), *(Block(len(text), 0.95, around=0.1) for _, text in links)]
    blocks += [Block(1), *(Block(len(one.shown.question.prompt), 0.95, around=0.1) for one in pulse.take_up)]
    return Screen("start", f"<h1>{escape(title)}</h1><p>{escape(told)}</p><ul>{chapters}</ul>{again}", blocks)


def _of_question(shown: Shown) -> Iterator[Screen]:
    """The screens of one question: the first tries without a word on what is right; both tries; what stands behind it."""
    where = f"{place(shown)}. {how_many(shown)}"
    head = f'<p class="where">{escape(where)}</p><h2>{escape(shown.question.prompt)}</h2>'
    blocks = [Block(len(where), size=0.55, around=0.5), Block(len(shown.question.prompt), size=1.13)]
    at = _place(shown)
    for tries, ending in ((1, ""), (2, "-both")):
        for number, tables in enumerate(_parted(shown)):
            rows = [_of_table(table, shown.people, tries) for table in tables]
            content = f"{head}{legend() if tries == 2 else ''}{''.join(drawn for drawn, _ in rows)}"
            more = [Block(1)] if tries == 2 else []
            mine = f"{at}{ending}{f'-{number + 1}' if number else ''}"
            yield Screen(mine, content, [*blocks, *more, *(block for _, inner in rows for block in inner)])
    replies = _behind(shown)
    if replies:
        told = say("What stands behind it")
        lines = "".join(drawn for drawn, _ in replies)
        inner = [block for _, parts in replies for block in parts]
        content = f'<p class="where">{escape(where)}</p><h2>{escape(told)}</h2><ul class="behind">{lines}</ul>'
        yield Screen(f"{at}-behind", content, [blocks[0], Block(len(told), size=1.13), *inner])


def _parted(shown: Shown) -> Iterator[list[ShownTable]]:
    """The tables of a question, so many together as a screen holds."""
    part: list[ShownTable] = []
    for table in shown.tables:
        if part and sum(len(one.lines) + 1 for one in [*part, table]) > MOST_LINES:
            yield part
            part = []
        part.append(table)
    yield part


def _of_table(table: ShownTable, people: int, tries: int) -> tuple[str, list[Block]]:
    """The lines of a table, and their blocks. Choices with letters stand in their order, others by how many made them."""
    lines = [line for line in table.lines if line.letter or line.first or (tries == 2 and (line.last or line.right))]
    lines.sort(key=lambda line: 0 if line.letter else -line.first)
    rows = "".join(_row(line, people, tries) for line in lines)
    about = f'<p class="about"><bdi>{escape(table.about)}</bdi></p>' if table.about else ""
    blocks = [Block(len(table.about))] if table.about else []
    least = 1.0 if tries == 1 else 1.8
    blocks += [Block(len(line.text) + 3 + 9 * bool(line.right), TEXT, around=0.45, least=least) for line in lines]
    return f'{about}<ul class="lines">{rows}</ul>', blocks


def _row(line: ShownLine, people: int, tries: int) -> str:
    """One choice with its bars; what is right is told with the second one."""
    names = (say("First try:"), say("Last try:"))
    if tries == 2 and line.first == line.last == FEW:
        return f'<li class="line"><span>{name(line)}{sign(line)}</span><span class="tries">{escape(say("fewer than 5, both times"))}</span></li>'
    bars = "".join(
        f'<span class="one"><span class="aloud">{escape(told)} </span>{bar(count, people, look)}'
        f"<span>{escape(figure(count))}</span></span>"
        for count, look, told in list(zip((line.first, line.last), LOOKS, names, strict=True))[:tries]
    )
    look = "right" if line.right and tries == 2 else "line"
    told = sign(line) if tries == 2 else ""
    return f'<li class="{look}"><span>{name(line)}{told}</span><span class="tries">{bars}</span></li>'


def _behind(shown: Shown) -> list[tuple[str, list[Block]]]:
    """What is said to the wrong choices that were made most, then to what is right; each with its blocks."""
    lines = [(table.about, line) for table in shown.tables for line in table.lines if line.reply]
    wrong = [(about, line) for about, line in lines if line.right is False and line.first]
    right = [(about, line) for about, line in lines if line.right]
    return [_reply(*one) for one in [*sorted(wrong, key=lambda one: -one[1].first)[:MOST_REPLIES], *right[:1]]]


def _reply(about: str, line: ShownLine) -> tuple[str, list[Block]]:
    before = f"<bdi>{escape(about)}</bdi> – " if about else ""
    drawn = f"<li><p><strong>{before}{name(line)}</strong>{sign(line)}</p><p>{escape(line.reply)}</p></li>"
    return drawn, [Block(len(about) + len(line.text) + 12, size=1.08, around=0.3), Block(len(line.reply), around=0.7)]
