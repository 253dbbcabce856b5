"""Running a notebook: quietly, and with nobody's record."""

import os

from nbformat.v4 import new_code_cell, new_notebook

from cst1992.teacher.edition.running import ran


def test_a_kernel_starts_without_a_warning_and_with_an_empty_record(tmp_path, capfd):
    notebook = new_notebook()
    notebook.cells = [
        new_code_cell("import os; print(os.listdir(os.environ['CST1992_HOME']), os.environ['CST1992_HOME'])")
    ]
    (output,) = ran(notebook, tmp_path).cells[0].outputs
    entries, place = output.text.split()
    assert entries == "[]" and place != os.environ.get("CST1992_HOME")
    assert "WARNING" not in capfd.readouterr().err
