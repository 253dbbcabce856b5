"""A mistake is told in a sentence."""

from cst1992.facts.mistakes import Mistake


def test_a_mistake_is_shown_as_one_sentence_in_jupyter():
    assert Mistake("Say it.")._render_traceback_() == ["✗ Say it."]
