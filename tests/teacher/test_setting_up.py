"""`make lab` where the folder was moved, where its name is unusual, and where the port is none."""

import os
import shutil
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from cst1992.teacher.setting_up import first_lines, settle

ROOT = Path(__file__).resolve().parents[2]
pytestmark = pytest.mark.skipif(not shutil.which("make"), reason="needs make")
LAB = "import cst1992, sys; print('lab of', cst1992.__file__, *sys.argv[1:])"
SCRIPT = "import cst1992; print('script of', cst1992.__file__)\n"


def make(folder, *words):
    of_an_outer_make = ("MAKEFLAGS", "MAKELEVEL", "MFLAGS")
    kept = {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "PORT", *of_an_outer_make)}
    return subprocess.run(
        ["make", *words, f"PYTHON={sys.executable}"], cwd=folder, env=kept, capture_output=True, text=True
    )


def free_port():
    with socket.create_server(("127.0.0.1", 0)) as server:
        return server.getsockname()[1]


def copy_of_the_makefile(folder):
    (folder / "cst1992" / "teacher").mkdir(parents=True)
    (folder / "cst1992" / "__init__.py").touch()
    for name in ("Makefile", "cst1992/teacher/setting_up.py", "pyproject.toml", "requirements.lock"):
        shutil.copy(ROOT / name, folder / name)
    return folder


@pytest.fixture
def installed(tmp_path):
    """A small module that is set up: a real environment, which knows the module by its path, and a lab that tells it."""
    folder = copy_of_the_makefile(tmp_path / "first place")
    venv = folder / ".venv"
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(venv)], check=True)
    (packages,) = venv.glob("lib/python*/site-packages")
    (packages / "_editable_impl_cst1992.pth").write_text(str(folder), encoding="utf-8")
    (packages / "jupyterlab").mkdir()
    (packages / "jupyterlab" / "__main__.py").write_text(LAB, encoding="utf-8")
    script = venv / "bin" / "cst1992"
    script.write_text(first_lines(str(venv / "bin" / "python")) + SCRIPT, encoding="utf-8")
    script.chmod(0o755)
    for marker in ("python", "students"):
        (venv / marker).touch()
    return folder


@pytest.mark.parametrize("place", ["second", "Мой курс/модуль 1", "deep/" + "d" * 120, 'it\'s $HOME & "more" #1'])
def test_it_works_again_after_the_folder_was_moved(installed, tmp_path, place):
    before = make(installed, "lab", f"PORT={free_port()}")
    assert before.stdout.startswith(f"lab of {installed}") and before.stderr == "", before.stderr
    moved = tmp_path / place
    moved.parent.mkdir(exist_ok=True)
    installed.rename(moved)
    port = free_port()
    again = make(moved, "lab", f"PORT={port}")
    assert again.returncode == 0 and again.stdout.startswith(f"lab of {moved}"), again.stderr
    assert f"--ServerApp.port={port}" in again.stdout
    assert again.stderr == f"The folder was moved or copied: its environment is set to {moved} now.\n"
    assert settle(moved) == "", "and it is told once"
    if '"' not in place:
        script = subprocess.run([moved / ".venv" / "bin" / "cst1992"], capture_output=True, text=True, cwd="/")
        assert script.stdout.startswith(f"script of {moved}"), script.stderr


def test_a_copy_uses_its_own_files_and_leaves_the_first_alone(installed, tmp_path):
    copy = tmp_path / "copy"
    shutil.copytree(installed, copy, symlinks=True)
    assert make(copy, "lab", f"PORT={free_port()}").stdout.startswith(f"lab of {copy}")
    first = make(installed, "lab", f"PORT={free_port()}")
    assert first.stdout.startswith(f"lab of {installed}") and first.stderr == ""


def test_an_environment_whose_python_is_gone_is_made_anew(installed):
    (installed / ".venv" / "bin" / "python").unlink()
    (installed / ".venv" / "bin" / "python").symlink_to("/no/such/python")
    done = make(installed, "help")
    assert "The Python of this folder's environment is gone" in done.stderr and not (installed / ".venv").exists()
    assert "make lab" in done.stdout


@pytest.mark.parametrize("port", ["abc", "99999", "0", "80", "-1", "8888.5", "", "1;touch x", "٨٨٨٨"])
def test_what_is_no_port_is_told_before_anything_is_set_up(tmp_path, port):
    folder = copy_of_the_makefile(tmp_path / "module")
    done = make(folder, "lab", f"PORT={port}")
    assert done.returncode != 0
    assert done.stderr.startswith(
        f"PORT={port} is not a port. Write a number from 1024 to 65535, such as: make lab PORT="
    )
    assert not (folder / ".venv").exists() and not (folder / "x").exists()


def test_a_port_in_use_ends_in_one_clear_sentence_with_one_that_is_free(tmp_path):
    folder = copy_of_the_makefile(tmp_path / "module")
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        done = make(folder, "lab", f"PORT={port}")
    assert done.returncode != 0 and done.stderr.startswith(f"Port {port} is in use")
    socket.create_server(("127.0.0.1", int(done.stderr.split("PORT=")[1].split()[0]))).close()


def test_a_folder_with_a_colon_gets_its_sentence(tmp_path):
    folder = copy_of_the_makefile(tmp_path / "a:b")
    done = make(folder, "lab", f"PORT={free_port()}")
    assert done.returncode != 0 and "has a colon (:) in its path" in done.stderr and "python3-venv" not in done.stderr
