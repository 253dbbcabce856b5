"""What is told of a class that was marked: the table of marks, a page a student, a report, files for the learning platform."""
