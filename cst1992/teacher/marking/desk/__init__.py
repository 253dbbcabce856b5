"""The desk: texts of students, marked by a person with the rubric, in JupyterLab."""
