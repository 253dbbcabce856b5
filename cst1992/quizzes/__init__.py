"""Quizzes without a page: the bank (a teacher's file), its check, marking, and what is said to an answer."""
