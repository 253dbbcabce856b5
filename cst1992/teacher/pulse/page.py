"""The page for the teacher alone: to read and to print."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from cst1992.facts.catalogues import language_or_english
from cst1992.facts.module import module
from cst1992.facts.speech import say
from cst1992.teacher.marking.telling.blocks import page, said, section
from cst1992.teacher.pulse.own_words import Words
from cst1992.teacher.pulse.pieces import LOOKS, bar, figure, how_many, legend, name, place, rule, sign
from cst1992.teacher.pulse.pulse import Chapter, Pulse
from cst1992.teacher.pulse.shown import Shown, ShownLine, ShownTable
from cst1992.teacher.pulse.take_up import TakeUp

STYLES = ("teacher/marking/telling/report.css", "teacher/pulse/bars.css", "teacher/pulse/page.css")

COLUMNS = '<colgroup><col class="choice"><col class="one-try"><col class="one-try"><col></colgroup>'


def teachers_page(pulse: Pulse, drawn: str) -> str:
    """The whole page.

    Parameters
    ----------
    drawn : the day and the hour, as they stand on the page.
    """
    title = say("The pulse of the room")
    head = [
        f"<h1>{escape(title)}</h1>",
        said(f"{module().title}. {say('About {count} learners. Drawn on {drawn}.', count=pulse.people, drawn=drawn)}"),
        said(rule(), soft=True),
        _contents(pulse),
    ]
    parts = [_take_up(pulse.take_up), *map(_chapter, pulse.chapters), *map(_words, pulse.words), _kept_back(pulse)]
    return page(title, "\n".join([*head, *parts]), *STYLES, language=language_or_english())


def _contents(pulse: Pulse) -> str:
    links = [("take-up", say("What to take up next time"))]
    links += [(f"quiz-{one.number}", say("Notebook {number}", number=one.number)) for one in pulse.chapters]
    links += [(f"words-{one.notebook}", _title_of_words(one)) for one in pulse.words]
    links += [("kept-back", say("What is not shown"))]
    lines = "".join(f'<li><a href="#{escape(place)}">{escape(told)}</a></li>' for place, told in links)
    return f'<nav aria-label="{escape(say("Contents"))}"><ul>{lines}</ul></nav>'


def _take_up(chosen: Iterable[TakeUp]) -> str:
    lines = "".join(_one_to_take_up(one) for one in chosen)
    content = (
        f'<ol class="take-up">{lines}</ol>' if lines else said(say("Nearly all had every question right at once."))
    )
    return section("take-up", say("What to take up next time"), content)


def _one_to_take_up(one: TakeUp) -> str:
    reasons = "".join(f"<p>{escape(reason)}</p>" for reason in one.reasons)
    link = f'<a href="#{_place(one.shown)}">{escape(one.shown.question.prompt)}</a>'
    return f'<li><p>{link}</p><p class="soft">{escape(place(one.shown))}</p>{reasons}</li>'


def _place(shown: Shown) -> str:
    return f"q-{escape(shown.quiz[:2])}-{escape(shown.question.id)}"


def _chapter(chapter: Chapter) -> str:
    title = f"{chapter.number} · {chapter.title}"
    return section(f"quiz-{escape(chapter.number)}", title, legend(), *map(_question, chapter.questions))


def _question(shown: Shown) -> str:
    tables = "\n".join(_table(table, shown) for table in shown.tables)
    heading = f'<h3 id="{_place(shown)}">{escape(shown.question.prompt)}</h3>'
    about = f'<p class="soft">{escape(shown.question.section)}. {escape(how_many(shown))}</p>'
    return f"<article>{heading}\n{about}\n{tables}</article>"


def _table(table: ShownTable, shown: Shown) -> str:
    caption = f"<caption><bdi>{escape(table.about)}</bdi></caption>" if table.about else ""
    named = (say("choice"), say("first try"), say("last try"), say("what stands behind it"))
    heads = "".join(f'<th scope="col">{escape(told)}</th>' for told in named)
    lines = [line for line in table.lines if line.letter or line.right or line.first or line.last]
    rows = "\n".join(_row(line, shown.people) for line in lines)
    return f'<table class="pulse">{caption}{COLUMNS}<thead><tr>{heads}</tr></thead>\n<tbody>{rows}</tbody></table>'


def _row(line: ShownLine, people: int) -> str:
    tries = "".join(
        f'<td class="try">{bar(count, people, look)}<span>{escape(figure(count))}</span></td>'
        for count, look in zip((line.first, line.last), LOOKS, strict=True)
    )
    look = ' class="right"' if line.right else ""
    return f'<tr{look}><th scope="row">{name(line)}{sign(line)}</th>{tries}<td>{escape(line.reply)}</td></tr>'


def _title_of_words(words: Words) -> str:
    return say("Own words, notebook {number}", number=words.notebook)


def _words(words: Words) -> str:
    heads = (say("first answer"), say("revised answer"))
    rows = "\n".join(
        "<tr>" + "".join(f'<td dir="auto" class="own">{escape(text)}</td>' for text in pair) + "</tr>"
        for pair in words.pairs
    )
    titles = "".join(f'<th scope="col">{escape(told)}</th>' for told in heads)
    told = say("For you alone: words may tell who wrote them. Each line is one learner's; their order says nothing.")
    return section(
        f"words-{escape(words.notebook)}",
        _title_of_words(words),
        f"<p><bdi>{escape(words.prompt)}</bdi></p>",
        said(told, soft=True),
        f'<table class="words"><thead><tr>{titles}</tr></thead>\n<tbody>{rows}</tbody></table>',
    )


def _kept_back(pulse: Pulse) -> str:
    told = say(
        "Nothing is shown of a question that fewer than five learners tried, or in which no choice was made by five. Before a "
        "question is shown, its numbers are held against each other: where it would follow from them that a group has one to "
        "four people, one of them is lowered by five. Of orders, pairs and typed answers stands here what at least five gave, and what is right. Names, files and hours are nowhere on this page."
    )
    lines = "".join(f"<li>{escape(prompt)}</li>" for prompt in pulse.kept_back)
    listed = f"{said(say('Tried, and not shown:'))}<ul>{lines}</ul>" if lines else ""
    return section("kept-back", say("What is not shown"), said(told), listed)
