"""A memo: any text can be written, and its words are counted."""

import pytest

WORDS = 'My friend doesn\'t agree; "why"? Look! 50 % of all: мәтін, текст (d d b).'


def test_a_memo_takes_any_text_and_counts_its_words(run):
    printed, red = run(f"%%memo 200 words. Leave this line, and write below it.\n{WORDS}\n\n{WORDS}")
    assert (
        not red and "30 words; about 200 are wanted. They are kept in this sheet when you save it (Ctrl+S)." in printed
    )
    assert "0 words; 600 to 800 are wanted. Write below" in run("%%memo 600 to 800 words")[0]


@pytest.mark.parametrize(
    "text", [WORDS, "Georgia did not prolong the Treaty and its term ended in April", "%%mem\n" + WORDS]
)
def test_a_memo_without_its_first_line_is_not_lost_and_one_sentence_mends_it(run, text):
    printed, red = run(text)
    assert red and "Nothing is lost. Click before its first word, write %%memo" in printed
    assert "Traceback" not in run(f"%%memo\n{text}")[0]
