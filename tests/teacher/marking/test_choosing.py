"""Which sandbox is taken: never another one in silence, and where none works the ways out are named."""

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from cst1992.facts.mistakes import Mistake
from cst1992.teacher.lite import release
from cst1992.teacher.lite.release import LOCK, sha256
from cst1992.teacher.marking import bubblewrap
from cst1992.teacher.marking.bubblewrap import Bubblewrap
from cst1992.teacher.marking.choosing import choose_sandbox
from cst1992.teacher.marking.deno import fetching, kept
from cst1992.teacher.marking.deno.sandbox import Deno
from cst1992.teacher.marking.sandbox import Job, Limits
from cst1992.teacher.marking.workers import workers
from tests.teacher.test_lite import small  # noqa: F401


@pytest.fixture
def there(monkeypatch):
    """Says which of the two works on this machine."""

    def set_to(bubblewrap, deno):
        monkeypatch.setattr(Bubblewrap, "why_not", staticmethod(lambda: bubblewrap))
        monkeypatch.setattr(Deno, "why_not", staticmethod(lambda: deno))

    return set_to


def test_bubblewrap_is_taken_where_it_works_and_nothing_is_said(there, tmp_path):
    there("", "")
    sandbox, told = choose_sandbox(None, tmp_path)
    assert isinstance(sandbox, Bubblewrap) and told == ""


def test_deno_is_taken_where_bubblewrap_does_not_work_and_one_line_says_so(there, tmp_path):
    there("bubblewrap is not installed", "")
    sandbox, told = choose_sandbox(None, tmp_path)
    assert isinstance(sandbox, Deno) and told == "Sheets are run in Deno: bubblewrap is not installed."


def test_the_one_that_was_asked_for_is_taken(there, tmp_path):
    there("", "")
    assert [choose_sandbox(one, tmp_path)[0].name for one in ("deno", "bubblewrap", "none")] == [
        "Deno with Pyodide", "bubblewrap", "none",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("asked", "why"),
    [(None, "no first; no second"), ("bubblewrap", "here: no first."), ("deno", "here: no second.")],
)
def test_where_it_does_not_work_the_ways_out_are_named(there, tmp_path, asked, why):
    there("no first", "no second")
    with pytest.raises(Mistake) as told:
        choose_sandbox(asked, tmp_path)
    assert why in str(told.value)
    assert all(way in str(told.value) for way in ("install bubblewrap", "install Deno", "--no-sandbox"))


@pytest.mark.parametrize(("place", "kept"), [("/tmp/module/.venv", False), ("/opt/module/.venv", True)])
def test_no_sheet_is_kept_warm_where_its_own_empty_folders_would_hide_python_from_it(monkeypatch, place, kept):
    asked = []
    monkeypatch.setattr(bubblewrap, "_needed", lambda: {place: None})
    monkeypatch.setattr(bubblewrap, "run_warm", lambda *given: asked.append("warm"))
    monkeypatch.setattr(bubblewrap, "run_apart", lambda *given, **named: asked.append("apart"))
    Bubblewrap(Path("/library")).run(Job(()), Limits())
    assert asked == ["warm" if kept else "apart"]


def test_pyodide_is_fetched_file_by_file_from_its_own_place(small, tmp_path, monkeypatch):  # noqa: F811
    one = release.release()
    monkeypatch.setattr(fetching, "release", lambda: replace(one, address=f"{small.as_uri()}/"))
    room = tmp_path / "room"
    room.mkdir()
    fetched = fetching.fetch(room, lambda lock: list(lock["packages"]))
    assert sha256((fetched / LOCK).read_bytes()) == one.sha256[LOCK]
    assert len(list(fetched.iterdir())) == len(list(small.iterdir()))


def test_a_network_that_does_not_answer_names_the_other_way(small, tmp_path, monkeypatch):  # noqa: F811
    one = release.release()
    away = replace(one, address=f"{(small / 'away').as_uri()}/")
    monkeypatch.setattr(fetching, "release", lambda: away)
    with pytest.raises(Mistake, match=r"could not be fetched .* --pyodide PLACE"):
        fetching.fetch(tmp_path, lambda lock: [])


def test_a_damaged_pyodide_leaves_nothing_in_the_cache(small, tmp_path, monkeypatch):  # noqa: F811
    monkeypatch.setattr(kept, "place_of_kept", lambda: tmp_path / "cache" / "pyodide")
    (small / LOCK).write_text("{}", encoding="utf-8")
    with pytest.raises(Mistake, match=f"damaged: {LOCK}"):
        kept.keep(small)
    assert list((tmp_path / "cache").iterdir()) == []


def test_a_place_that_is_not_there_is_told_before_anything_is_made(tmp_path):
    with pytest.raises(Mistake, match="There is no"):
        kept.keep(tmp_path / "away")


def test_a_cluster_that_does_not_answer_is_told_in_one_sentence(monkeypatch):
    monkeypatch.setattr("cst1992.teacher.marking.workers.SECONDS", 1)
    with pytest.raises(Mistake, match="No Dask cluster answers at tcp://127"), workers(1, 1, "tcp://127.0.0.1:9"):
        pass


@pytest.mark.slow
def test_no_module_of_the_marking_asks_for_what_windows_has_not():
    hide = "import psutil, sys\nfor name in ('resource', 'fcntl', 'pwd', 'grp', 'termios'): sys.modules[name] = None\n"
    names = ("choosing", "deno.sandbox", "deno.kept", "listening", "unguarded", "workers", "course", "inside.on_system")
    imports = "".join(f"import cst1992.teacher.marking.{name}\n" for name in names)
    done = subprocess.run([sys.executable, "-c", hide + imports], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
