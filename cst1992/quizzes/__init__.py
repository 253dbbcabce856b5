"""Quizzes: the bank (a teacher's file), marking (pure) and the view (widgets)."""
