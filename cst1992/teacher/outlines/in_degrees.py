"""The outlines in degrees, from which those on the plane are made; and whether they still agree."""

from __future__ import annotations

import json
from hashlib import sha256

from cst1992.facts.files import data_file, data_folder
from cst1992.pictures.outlines import FILE

IN_DEGREES = "outlines.geojson"


def fingerprint() -> str:
    """What changes when the outlines in degrees do; ends of lines do not count.

    Raises
    ------
    MissingData
        There is no such file.

    Examples
    --------
    >>> len(fingerprint())
    16
    """
    content = data_file(IN_DEGREES).read_bytes().replace(b"\r\n", b"\n")
    return sha256(content).hexdigest()[:16]


def agree() -> bool:
    """Were the outlines on the plane made from those in degrees as they are now? Without either there is nothing to say.

    Examples
    --------
    >>> agree()
    True
    """
    if not (data_folder() / IN_DEGREES).exists():
        return True
    made = data_folder() / FILE
    return made.exists() and json.loads(made.read_text(encoding="utf-8")).get("fingerprint") == fingerprint()
