"""`make html`: runs the notebooks and writes the read-only edition into one folder."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Any

from cst1992.facts.files import asset, module_folder
from cst1992.facts.mistakes import Mistake, said_of
from cst1992.facts.module import module
from cst1992.facts.page_number import page_files, page_number
from cst1992.teacher.edition.notebook_cells import cell_html
from cst1992.teacher.edition.running import ran
from cst1992.teacher.edition.short_path import short_path
from cst1992.teacher.edition.summary import summary_html

STYLES = ("teacher/edition/edition.css", "page/controls.css", "cards/cards.css", "facts/tables.css")
FILES_A_NOTEBOOK = 3  # the page, in 20 minutes, on one page
STYLE = re.compile(r"<style>(.*?)</style>", re.DOTALL)


@dataclass(frozen=True)
class Page:
    """One page of the edition: its file, its number, its title and its content."""

    file: str
    number: str
    title: str
    content: str
    short: str = ""
    summary: str = ""

    @property
    def short_file(self) -> str:
        """The file of the 20-minute path."""
        return self.file.replace(".html", "_in_20_minutes.html")

    @property
    def summary_file(self) -> str:
        """The file of the summary."""
        return self.file.replace(".html", "_summary.html")


def notebooks_folder() -> Path:
    """The folder of the notebooks, beside the data.

    Raises
    ------
    ValueError
        There is none: the library was installed without the module around it.
    """
    folder = module_folder() / "notebooks"
    if not folder.is_dir():
        raise Mistake(f"There is no folder {folder}. Run this command in a copy of the whole module.")
    return folder


def page_of(path: Path) -> Page:
    """Run one notebook and turn it into a page."""
    with said_of(path, "Open it in JupyterLab, run all of its cells, mend the one that ends in red, and save it."):
        notebook = ran(path)
        shown = {cell.id: _shown(path, cell) for cell in notebook.cells}
        number, title, way = page_number(path.stem), str(notebook.metadata["title"]), short_path(notebook.cells)
        return Page(
            f"{path.stem}.html",
            number,
            title,
            "\n".join(shown.values()),
            short="\n".join(shown[cell.id] for cell in way),
            summary=summary_html(notebook.cells, number, title),
        )


def _shown(path: Path, cell: Any) -> str:
    """One cell as it stands on the page; a mistake in it is told with its place."""
    try:
        return cell_html(cell)
    except Mistake as mistake:
        raise Mistake(f"{path}, cell {cell.id}: {mistake}") from None


def _link(page: Page, words: str) -> str:
    return f'<a href="{page.file}">{words}{page.number} · {escape(page.title)}</a>'


def _shorter(page: Page) -> str:
    """Links to the short forms of a page."""
    return (
        f' <span class="shorter"><a href="{page.short_file}">in 20 minutes</a> · '
        f'<a href="{page.summary_file}">on one page</a></span>'
    )


def _around(pages: list[Page], place: int) -> str:
    before = [_link(pages[place - 1], "← ")] if place else []
    after = [_link(pages[place + 1], "→ ")] if place + 1 < len(pages) else []
    return "".join(f"<li>{link}</li>" for link in [*before, '<li><a href="index.html">All notebooks</a>', *after])


def shell(title: str, content: str, around: str = "") -> str:
    """A whole page around its content. The styles of cards and pictures are gathered in its head."""
    ours = [asset(name) for name in STYLES]
    styles = list(dict.fromkeys([*ours, *STYLE.findall(content)]))
    body = STYLE.sub("", content)
    steps = f'<nav class="steps" aria-label="Other notebooks"><ul>{around}</ul></nav>' if around else ""
    module_title = escape(module().title)
    return f"""<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{escape(title)} · {module_title}</title>
<style>{"".join(styles)}</style>
</head>
<body data-jp-theme-light="true">
<script>{asset("teacher/edition/edition.js")}</script>
<header><a class="skip" href="#content">To the text</a><p><a href="index.html">{module_title}</a></p>
<p class="buttons"><a href="#content" data-sheet="questions" hidden>Print the questions</a>
<a href="#content" data-sheet="answers" hidden>Print them with answers</a>
<button type="button" id="folds" hidden>Open all folds</button>
<button type="button" id="theme" hidden>Dark page</button></p></header>
<main id="content">
{body}
</main>
{steps}
<footer><p>A read-only edition. Text, questions and figures: CC BY 4.0. The live notebooks keep your answers, check the
quizzes and let you turn the tables over.</p></footer>
</body>
</html>
"""


def _index(pages: list[Page]) -> str:
    order = f"Read from {pages[0].number} to {pages[-1].number}. " if len(pages) > 1 else ""
    listed = "".join(f"<li>{_link(page, '')}{_shorter(page)}</li>" for page in pages)
    return (
        f"<h1>{escape(module().title)}</h1><p>A Jupyter teaching module, to read without Python and without a network.</p>"
        f"<p><strong>One question runs through it:</strong> {escape(module().question)}</p>"
        f'<h2>The notebooks</h2><ul class="contents">{listed}</ul>'
        f"<h2>How to use these pages</h2><p>{order}Grey boxes show the Python of each step. Answer before you "
        "go on: what a box gives, hints, answers and verdicts are folded away, and open with a click or with Enter. A "
        "button at the top of each page opens and closes all folds, and two links print its questions, without their "
        "answers or with them. Where the live notebook has a menu, there is one "
        "fold for each choice; where it has a box for your own words, take paper.</p><p>Each notebook also comes "
        "<em>in 20 minutes</em>, and as a summary <em>on one page</em> that can be printed: read it last, it answers.</p>"
    )


def write_edition(folder: Path) -> list[Path]:
    """Run all notebooks and write the edition.

    Parameters
    ----------
    folder : where to write; pages of an earlier edition are replaced, other files stay.

    Returns
    -------
    The files written, the index first.

    Raises
    ------
    ValueError
        There are no notebooks beside the data.
    """
    pages = [page_of(path) for path in page_files(notebooks_folder())]
    folder.mkdir(parents=True, exist_ok=True)
    texts = {"index.html": shell("All notebooks", _index(pages))}
    for place, page in enumerate(pages):
        around = _around(pages, place)
        whole = f"<li>{_link(page, 'The whole of ')}</li>"
        texts[page.file] = shell(page.title, f"<p>{_shorter(page)}</p>{page.content}", around)
        texts[page.short_file] = shell(f"{page.title} In 20 minutes", page.short, whole + around)
        texts[page.summary_file] = shell(f"{page.title} Summary", page.summary, whole + around)
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")
    return [folder / name for name in texts]
