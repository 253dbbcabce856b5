"""Where nbgrader finds the steps of an assignment: solutions, exercises, submitted, autograded, feedback."""

c = get_config()  # noqa: F821
c.CourseDirectory.course_id = "cst1992"
c.CourseDirectory.source_directory = "solutions"
c.CourseDirectory.release_directory = "exercises"
c.ClearSolutions.code_stub = {"python": ""}
c.ClearSolutions.text_stub = "*Write here, in place of this line.*"
c.OverwriteCells.add_missing_cells = True
c.Execute.timeout = 60
c.Execute.shutdown_kernel = "immediate"
c.LimitOutput.max_lines = 400
