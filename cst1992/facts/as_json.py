"""What YAML gives, as the plain values that a JSON schema knows."""

from __future__ import annotations

from datetime import date
from typing import Any


def as_json(value: Any) -> Any:
    """The same with every day and every key as text, and without what remembers its place in a file.

    Examples
    --------
    >>> as_json({1: date(1992, 5, 15)})
    {'1': '1992-05-15'}
    """
    match value:
        case dict():
            return {str(key): as_json(entry) for key, entry in value.items()}
        case list():
            return [as_json(entry) for entry in value]
        case date():
            return value.isoformat()
        case bool() | None:
            return value
        case int():
            return int(value)
        case float():
            return float(value)
    return str(value)
