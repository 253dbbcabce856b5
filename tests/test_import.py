import json
import subprocess
import sys

LOOK = """
import json, sys
import cst1992 as cst
before = [name for name in ("pandas", "matplotlib", "ipywidgets", "numpy") if name in sys.modules]
{call}
after = [name for name in ("pandas", "matplotlib") if name in sys.modules]
print(json.dumps([before, after]))
"""


def imported(call: str) -> list[list[str]]:
    done = subprocess.run([sys.executable, "-c", LOOK.format(call=call)], capture_output=True, text=True, check=True)
    return json.loads(done.stdout.splitlines()[-1])


def test_importing_the_module_brings_in_nothing_heavy():
    before, _ = imported("pass")
    assert before == [], f"`import cst1992` must stay light; it brought in {before}"


def test_reading_an_article_needs_neither_pandas_nor_matplotlib():
    _, after = imported("cst.article(4)")
    assert after == [], f"An article card must not wait for {after}"


def test_the_verbs_of_the_module_are_those_it_promises():
    import cst1992 as cst

    assert {"article", "articles", "claims", "quiz", "explore_articles", "treaty_at_a_glance"} <= set(dir(cst))
    for name in cst.__all__:
        documented = getattr(cst, name).__doc__ or ""
        assert "Examples" in documented, f"cst.{name} has no example in its docstring"
