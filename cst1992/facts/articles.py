"""How an article is called: by its number, as the treaty prints it."""

from __future__ import annotations

from collections.abc import Iterable

from cst1992.facts.package import Row, row_with
from cst1992.facts.speech import say, say_count
from cst1992.facts.wording import in_a_row


def printed(article: Row) -> str:
    """The number of an article as the treaty prints it: the column `printed`, where the table has one, else `number`.

    Examples
    --------
    >>> printed(Row(number=4, printed="IV")), printed(Row(number=4))
    ('IV', '4')
    """
    return str(article.get("printed") or article["number"])


def article_name(number: int) -> str:
    """The name of an article for a sentence or a title.

    Raises
    ------
    ValueError
        There is no such article.

    Examples
    --------
    >>> article_name(4)
    'Article 4'
    """
    return say("Article {number}", number=printed(row_with("articles", "number", number)))


def articles_named(articles: Iterable[Row]) -> str:
    """Several articles in a row, for a sentence.

    Examples
    --------
    >>> articles_named([Row(number=4), Row(number=6)]), articles_named([Row(number=4, printed="IV")])
    ('Articles 4 and 6', 'Article IV')
    """
    numbers = [printed(row) for row in articles]
    return say_count("Article {numbers}", "Articles {numbers}", len(numbers), numbers=in_a_row(numbers))
