"""What the module says of itself stands in data/module.yaml; a slip in it is told with its place."""

import pytest

from cst1992.facts.files import MissingData
from cst1992.facts.module import BrokenModule, module
from cst1992.facts.package import rows


def rewritten(folder, old, new):
    path = folder / "module.yaml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_a_changed_line_is_read_again(copied):
    assert module().title == "The Collective Security Treaty, 1992"
    rewritten(copied, "title: The Collective Security Treaty, 1992", "title: Another treaty")
    assert module().title == "Another treaty"


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("title:", "tittle:", "data/module.yaml, the file: it must contain"),
        ("facts_to: 2026-02-13", "facts_to: soon", "data/module.yaml, facts_to: it must match pattern"),
        ("folder: coll", "folder: Coll ", "data/module.yaml, folder: it must match pattern"),
        ("      shows: people", "      shows: peoples", "data/module.yaml, country.topics.01.shows: it must be one of"),
        ("question: What", "question: [What", "data/module.yaml, line "),
    ],
)
def test_a_slip_is_told_with_its_place_and_its_mend(copied, old, new, told):
    rewritten(copied, old, new)
    with pytest.raises(BrokenModule) as caught:
        module()
    assert str(caught.value).startswith(told) and "docs/adapting.md" in str(caught.value), str(caught.value)


def test_a_module_without_the_file_says_which_file_is_missing(copied):
    (copied / "module.yaml").unlink()
    with pytest.raises(MissingData, match=r"no file module\.yaml"):
        module()


def test_only_seven_lines_are_needed(copied):
    whole = (copied / "module.yaml").read_text(encoding="utf-8")
    needed = ("title", "question", "treaty", "states", "folder", "record", "facts_to")
    lines = [line for line in whole.splitlines() if line.startswith(needed)]
    assert len(lines) == len(needed)
    (copied / "module.yaml").write_text("\n".join(lines) + "\n", encoding="utf-8")
    assert module().first_country == rows("states")[0]["name"] and module().topics == {} and module().languages == {}
