"""Two workers of a Dask cluster mark as the processes of one machine do."""

from __future__ import annotations

from dataclasses import replace

import pytest
from distributed import LocalCluster

from cst1992.teacher.marking.desk_folder import DeskFolder
from cst1992.teacher.marking.marking import mark_class
from cst1992.teacher.marking.one_sheet import Sheet
from cst1992.teacher.marking.sandbox import Limits
from cst1992.teacher.marking.unguarded import Unguarded
from cst1992.teacher.marking.workers import workers
from tests.teacher.marking.sheets import before, changed, content, solved, the_master


@pytest.mark.slow
def test_a_cluster_gives_the_same_records_as_processes_of_this_machine(tmp_path):
    notebooks = {
        "Anna": solved(),
        "Boris": changed("a-bound-1994", "bound_1994 = 12"),
        "Clara": before("a-reasons", "import os; os._exit(1)"),
    }
    sheets = [Sheet(name, content(notebook)) for name, notebook in notebooks.items()] + [Sheet("Dana", b"PK\x03\x04")]
    sandbox = Unguarded(tmp_path / "room")
    sandbox.make_ready()

    def marked(name, address=None):
        desk = DeskFolder(tmp_path / name)
        with workers(2, len(sheets), address) as executor:
            mark_class(sheets, the_master(), sandbox, executor, desk, Limits())
        return [replace(record, boxes=()) for record in desk.records()]

    with LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None, silence_logs=50) as cluster:
        of_the_cluster = marked("cluster", cluster.scheduler_address)
    assert of_the_cluster == marked("processes")
    assert [record.points for record in of_the_cluster] == [6, 5, 5, None]
