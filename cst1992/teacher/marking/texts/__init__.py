"""Texts that a person marks: the rubric, what each marker has chosen, and what comes of it."""
