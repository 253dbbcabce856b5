"""The words of `module.yaml` in another language: its twin, `data/<code>/module.yaml`, with the same lines, only the words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

SENTENCES = (
    "title", "question", "treaty", "short", "states", "text", "text_read", "text_language", "knowledge", "core_events",
)  # fmt: skip
NAMES = ("languages", "key_days")
Place = tuple[str, ...]


def words_in(content: Mapping[str, Any]) -> dict[Place, str]:
    """The words of a module by their places.

    Examples
    --------
    >>> words_in({"title": "ANZUS", "folder": "anzus", "key_days": {"1951-09-01": "the signature"}})
    {('title',): 'ANZUS', ('key_days', '1951-09-01'): 'the signature'}
    """
    found: dict[Place, str] = {(name,): str(content[name]) for name in SENTENCES if name in content}
    found |= {(name, key): str(told) for name in NAMES for key, told in content.get(name, {}).items()}
    topics = content.get("country", {}).get("topics", {})
    return found | {
        ("country", "topics", key, "heading"): str(topic["heading"])
        for key, topic in topics.items()
        if "heading" in topic
    }


def with_words(content: dict[str, Any], told: Mapping[str, Any]) -> None:
    """Put the words of a twin in the places of the English ones; what the twin lacks stays English."""
    known = words_in(content)
    for place, words in words_in(told).items():
        if place in known:
            *way, last = place
            inside = content
            for step in way:
                inside = inside[step]
            inside[last] = words
