"""The site that needs no installation: what it is made of, and what is said where something is missing or damaged."""

import base64
import json
import subprocess
import sys
import tarfile
import zipfile

import pytest

from cst1992.facts.mistakes import Mistake
from cst1992.teacher import cli
from cst1992.teacher.lite import release, serve, site
from cst1992.teacher.lite.packages import FROM_THE_START, pack, taken_from_the_release, with_ours
from cst1992.teacher.lite.release import LOCK, Release, check_files, found, packages_of, sha256
from cst1992.teacher.lite.settings import write_network_start, write_settings
from cst1992.teacher.lite.wheels import FROM_HERE, Package, lay_out_installed, lay_out_ours

pytest.importorskip("jupyterlite_core", reason="the site is built with the extra [lite]")
CORE, WHEEL = "pyodide.js", "a_package-1.0-py3-none-any.whl"


@pytest.fixture
def small(tmp_path, monkeypatch):
    """A release of two files and one package, whole and sound."""
    folder = tmp_path / "small"
    folder.mkdir()
    (folder / CORE).write_text("start", encoding="utf-8")
    (folder / WHEEL).write_text("a wheel", encoding="utf-8")
    package = {"file_name": WHEEL, "sha256": sha256(b"a wheel"), "depends": []}
    (folder / LOCK).write_text(json.dumps({"packages": {"a-package": package}}), encoding="utf-8")
    sums = {LOCK: sha256((folder / LOCK).read_bytes()), CORE: sha256(b"start")}
    monkeypatch.setattr(release, "release", lambda: Release("1.2.3", "3.12", "https://example.org/v1.2.3/", 1, sums))
    return folder


def test_a_whole_release_is_taken_file_by_file(small):
    assert set(check_files(small, packages_of(small), ["a-package"])) == {LOCK, CORE, WHEEL}


@pytest.mark.parametrize(("name", "lost"), [(CORE, True), (WHEEL, True), (CORE, False), (WHEEL, False)])
def test_a_file_that_is_missing_or_damaged_is_named(small, name, lost):
    lock = packages_of(small)
    (small / name).unlink() if lost else (small / name).write_text("other bytes", encoding="utf-8")
    with pytest.raises(Mistake, match=f"not the whole of Pyodide 1.2.3.*{'not there' if lost else 'damaged'}: {name}"):
        check_files(small, lock, ["a-package"])


def test_the_list_of_another_release_is_refused(small):
    (small / LOCK).write_text('{"packages": {}}', encoding="utf-8")
    with pytest.raises(Mistake, match=f"damaged: {LOCK}"):
        packages_of(small)


def test_pyodide_is_found_in_a_folder_below_and_in_a_packed_file(small, tmp_path):
    packed = tmp_path / "small.tar.xz"
    with tarfile.open(packed, "w:xz") as archive:
        archive.add(small, "pyodide-1.2.3")
    assert found(small.parent, tmp_path / "room") == small
    assert (found(packed, tmp_path / "room") / CORE).is_file()


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("not there", None, "There is no"),
        ("torn.tar.xz", b"\xfd7zXZ\0 and no more", "could not be unpacked"),
        ("empty", "folder", "holds no Pyodide"),
    ],
)
def test_a_place_without_pyodide_is_told_and_nothing_is_left_behind(small, tmp_path, capsys, name, content, told):
    place, target = tmp_path / name, tmp_path / "out" / "site"
    place.mkdir() if content == "folder" else content and place.write_bytes(content)
    assert cli.main(["lite", "build", "--pyodide", str(place), "--to", str(target)]) == 1
    said = capsys.readouterr().err
    assert told in said and str(place) in said and said.count("\n") == 1
    assert list(target.parent.iterdir()) == []


def test_a_damaged_folder_leaves_an_earlier_site_as_it_was(small, tmp_path, capsys):
    (small / LOCK).write_text("{}", encoding="utf-8")
    target = tmp_path / "site"
    target.mkdir()
    (target / site.SIGN).write_text("the earlier one", encoding="utf-8")
    assert cli.main(["lite", "build", "--pyodide", str(small), "--to", str(target)]) == 1
    assert [path.name for path in target.iterdir()] == [site.SIGN], capsys.readouterr().err


def test_a_folder_with_other_files_and_a_place_that_cannot_be_written_are_refused(tmp_path, capsys):
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "thesis.txt").write_text("years of work", encoding="utf-8")
    (tmp_path / "a file").write_text("", encoding="utf-8")
    for target, told in (("mine", "not of a site made here"), ("a file", "is a file"), ("a file/site", "Name another")):
        assert cli.main(["lite", "build", "--to", str(tmp_path / target)]) == 1
        assert told in capsys.readouterr().err
    assert (tmp_path / "mine" / "thesis.txt").read_text(encoding="utf-8") == "years of work"


def test_another_jupyterlite_than_the_tried_one_is_told_with_its_mend(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(site, "BUILDERS", {"jupyterlite-core": "99.0"})
    assert cli.main(["lite", "build", "--to", str(tmp_path / "site")]) == 1
    assert "built with jupyterlite-core 99.0; installed here is 0.6.4. Say: make lite" in capsys.readouterr().err


def test_a_library_that_is_not_installed_is_named(tmp_path, monkeypatch):
    monkeypatch.setitem(FROM_HERE, "not-on-this-machine", ())
    with pytest.raises(Mistake, match="needs not-on-this-machine, which is not installed here"):
        lay_out_installed(tmp_path)


def test_the_wheel_of_the_library_has_the_students_side_the_data_and_nothing_else(tmp_path):
    ours = lay_out_ours(tmp_path / "room")
    (entry,) = pack([ours], tmp_path).values()
    with zipfile.ZipFile(tmp_path / entry["file_name"]) as wheel:
        names = wheel.namelist()
    assert {"cst1992/__init__.py", "cst1992/__init__.pyi", "cst1992/page/quiz.py", "cst1992/_data/module.yaml"} <= set(
        names
    )
    assert not [name for name in names if "/teacher/" in name or "__pycache__" in name or name.startswith("tests")]
    assert sha256((tmp_path / entry["file_name"]).read_bytes()) == entry["sha256"] and entry["imports"] == ["cst1992"]


def test_the_file_of_a_wheel_gets_another_name_when_what_is_in_it_changes(tmp_path):
    ours = lay_out_ours(tmp_path / "room")
    (before,) = pack([ours], tmp_path).values()
    (ours.folder / "cst1992" / "py.typed").write_text("changed", encoding="utf-8")
    (after,) = pack([ours], tmp_path).values()
    assert before["file_name"] != after["file_name"]


def test_our_wheels_take_the_place_of_older_ones_and_the_rest_is_taken_from_the_release(small, tmp_path):
    ours = [Package(name, "1", ("a-package",), tmp_path) for name in FROM_THE_START]
    older = {"comm": {"file_name": "an-older-one.whl", "depends": ["lost"]}}
    assert taken_from_the_release(with_ours(packages_of(small), older), ours) == ["a-package"]


def test_without_a_local_copy_the_pages_name_the_networks_address_and_the_tried_version(tmp_path):
    entry = {"name": "cst1992", "file_name": "cst1992-0.1.0-0abc-py3-none-any.whl"}
    write_network_start(tmp_path, {"cst1992": entry})
    text, tried = (tmp_path / "pyodide.js").read_text(encoding="utf-8"), release.release()
    assert tried.address == f"https://cdn.jsdelivr.net/pyodide/v{tried.version}/full/" and tried.version == "0.27.7"
    assert f"importScripts('{tried.address}pyodide.js')" in text and f"network = '{tried.address}'" in text
    integrity = base64.b64encode(bytes.fromhex(tried.sha256[LOCK])).decode()
    assert f"integrity: 'sha256-{integrity}'" in text and json.dumps({"cst1992": entry}) in text


def test_jupyterlite_is_told_what_a_record_is_and_asks_no_registry(tmp_path):
    write_settings(tmp_path, [])
    builder = json.loads((tmp_path / "jupyter_lite_config.json").read_text(encoding="utf-8"))["LiteBuildConfig"]
    assert builder["extra_file_types"]["jsonl"]["fileFormat"] == "text" and builder["federated_extensions"] == []
    pages = json.loads((tmp_path / "jupyter-lite.json").read_text(encoding="utf-8"))["jupyter-config-data"]
    (kernel,) = pages["litePluginSettings"].values()
    assert kernel["disablePyPIFallback"] is True and "cst1992" in kernel["loadPyodideOptions"]["packages"]


def test_a_site_that_is_not_there_and_a_port_that_is_none_are_told(tmp_path, capsys):
    assert cli.main(["lite", "serve", "--from", str(tmp_path)]) == 1
    assert "There is no site in" in capsys.readouterr().err
    (tmp_path / "index.html").write_text("", encoding="utf-8")
    assert cli.main(["lite", "serve", "--from", str(tmp_path), "--port", "99999"]) == 1
    assert "99999 is no port" in capsys.readouterr().err


def test_the_server_gives_each_file_the_type_that_browsers_ask_for(tmp_path):
    from threading import Thread
    from urllib.request import urlopen

    types = {
        "a.wasm": "application/wasm",
        "b.mjs": "text/javascript",
        "c.js": "text/javascript",
        "d.json": "application/json",
    }
    for name in types:
        (tmp_path / name).write_text("", encoding="utf-8")
    with serve.server(tmp_path, 0) as running:
        Thread(target=running.serve_forever, daemon=True).start()
        for name, wanted in types.items():
            with urlopen(f"http://127.0.0.1:{running.server_port}/{name}") as answer:
                assert answer.headers["Content-Type"] == wanted, name
        running.shutdown()


def test_the_server_in_a_site_says_in_a_sentence_which_port_it_cannot_use():
    for port in ("99999", "eight"):
        done = subprocess.run([sys.executable, serve.__file__, port], capture_output=True, text=True, check=False)
        assert done.returncode == 1 and done.stderr.startswith(f"Port {port} cannot be used. Write another number")
