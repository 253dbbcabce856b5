"""Where nbgrader finds the steps of an assignment: solutions, exercises, submitted, autograded, feedback."""

from pathlib import Path

from cst1992.facts.catalogues import in_language
from cst1992.facts.module import module
from cst1992.teacher.release import CODE_STUB, TEXT_STUB

c = get_config()  # noqa: F821
c.CourseDirectory.course_id = module().record
c.CourseDirectory.source_directory = in_language(Path("solutions")).as_posix()
c.CourseDirectory.release_directory = in_language(Path("exercises")).as_posix()
c.ClearSolutions.code_stub = {"python": CODE_STUB}
c.ClearSolutions.text_stub = TEXT_STUB
c.OverwriteCells.add_missing_cells = True
c.Execute.timeout = 60
c.Execute.shutdown_kernel = "immediate"
c.LimitOutput.max_lines = 400

# Moodle's "Download all submissions", put under downloaded/NAME/archive/: one folder or one prefix a student. A browser
# may have added (1) to the name of the file.
c.FileNameCollectorPlugin.named_regexp = (
    r".*_(?P<student_id>\d+)_assignsubmission_file_?/?(?P<file_id>[^/(]+?)(?: ?\(\d+\))?\.ipynb$"
)
