"""The papers beside the data that name the module: how to cite it, and under which licence."""

from __future__ import annotations

from cst1992.facts.files import module_folder
from cst1992.facts.module import module

PAPERS = ("CITATION.cff", "LICENSE-CONTENT")


def papers_of_another_title() -> list[str]:
    """A sentence for each paper that does not carry the title of `data/module.yaml`, as in a module made from another one.

    Examples
    --------
    >>> papers_of_another_title()
    []
    """
    title = module().title
    told = "{name} does not carry the title {title!r} of data/module.yaml. Write there what is yours, and who wrote it."
    papers = [module_folder() / name for name in PAPERS]
    return [
        told.format(name=paper.name, title=title)
        for paper in papers
        if paper.is_file() and title not in " ".join(paper.read_text(encoding="utf-8", errors="replace").split())
    ]
