"""A box that is run too early names the box to run first."""

from pathlib import Path
from types import SimpleNamespace

from cst1992.page.outline import page_numbered
from cst1992.page.too_early import load_ipython_extension, sentence_for

ROOT = Path(__file__).resolve().parents[2]


class Shell:
    """What the extension needs of IPython."""

    custom_exceptions = ()

    def __init__(self):
        self.magics_manager = SimpleNamespace(magics={"cell": {}})

    def register_magic_function(self, act, kind, name):
        self.magics_manager.magics[kind][name] = act

    def set_custom_exc(self, kinds, handler):
        self.custom_exceptions, self.handler = kinds, handler

    def showtraceback(self, error, tb_offset=None):
        self.shown = error[1]


def run(shell, code):
    try:
        exec(code, {})
    except NameError as error:
        shell.handler(shell, type(error), error, error.__traceback__)
    return getattr(shell.shown, "_render_traceback_", lambda: [])()


def test_a_text_that_is_run_before_its_sheet_has_begun_is_told_what_to_run(capsys):
    shell = Shell()
    load_ipython_extension(shell)
    shell.magics_manager.magics["cell"]["memo"]("200 words.", "Georgia did not prolong.")
    assert "nothing is lost. Run the first box of the sheet" in capsys.readouterr().out


def test_a_number_word_without_quotation_marks_is_asked_for_in_figures():
    shell = Shell()
    load_ipython_extension(shell)
    assert run(shell, "paragraph = two") == ["✗ A number is written in figures: 2 in place of two."]


def test_a_box_that_is_run_too_early_names_the_box_to_run_first(monkeypatch, capsys):
    [sheet] = (ROOT / "solutions").glob("06_*/*.ipynb")
    monkeypatch.setenv("JPY_SESSION_NAME", str(sheet))
    shell = Shell()
    load_ipython_extension(shell)
    [told] = run(shell, 'cst.quiz("02")')
    assert told.startswith("✗ This box needs 'cst', which another box makes: run first the box under")
    assert "that begins with `import pandas as pd`, then this one again." in told
    query = 'import pandas as pd\npd.DataFrame({"a": [1]}).query("a in @ids_2010")'
    assert "under “Task 4: a timeline of your own”" in run(shell, query)[0], "pandas says it in a sentence alone"
    assert run(shell, "nobody_has_this_name") == [], "any other error is shown as ever"
    monkeypatch.delenv("JPY_SESSION_NAME")
    assert run(shell, 'cst.quiz("02")') == [], "and where the page is not known"


def test_another_handler_of_errors_is_left_alone():
    shell = Shell()
    shell.custom_exceptions = (KeyError,)
    load_ipython_extension(shell)
    assert shell.custom_exceptions == (KeyError,)


def test_the_sentence_is_one_sentence():
    [box] = [box for box in page_numbered("01").boxes if box.id == "sides"]
    told = sentence_for("notes", box)
    assert told == (
        "This box needs 'notes', which another box makes: run first the box under “Thirteen notes” that begins with "
        "`notes = cst.references()`, then this one again."
    )
