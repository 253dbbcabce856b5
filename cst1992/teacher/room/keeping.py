"""What is kept of a session: one file of votes, without addresses, names and tokens; and how it is erased."""

from __future__ import annotations

import contextlib
import json
from datetime import datetime
from pathlib import Path
from typing import Any

from cst1992.facts.files import meant
from cst1992.facts.writing import write_whole
from cst1992.teacher.room.ballots import Ballots
from cst1992.teacher.room.meeting import Meeting
from cst1992.teacher.writing import json_text

FOLDER = "votes"
WHAT = "votes of a session of cst1992 room"


def file_for(session: str, folder: str = "", now: datetime | None = None) -> Path:
    """Where the votes of a session that begins now are kept.

    Examples
    --------
    >>> file_for("03_the_signatories", "votes", datetime(2026, 3, 1, 9, 30)).name
    '03_the_signatories_2026-03-01_093000.json'
    """
    began = now or datetime.now()
    return meant(folder or FOLDER) / f"{session}_{began:%Y-%m-%d_%H%M%S}.json"


def kept(meeting: Meeting) -> dict[str, Any]:
    """The votes as they are kept: each phone is a number, the same in all steps; nothing says whose it is."""
    steps = [
        {"id": step.id, "title": step.title, **_votes(meeting, meeting.ballots(place))}
        for place, step in enumerate(meeting.steps)
        if meeting.ballots(place).votes or meeting.ballots(place).by_hand
    ]
    return {"what": WHAT, "session": meeting.session.name, "title": meeting.session.title, "steps": steps}


def _votes(meeting: Meeting, ballots: Ballots) -> dict[str, Any]:
    votes = {}
    for vote in sorted(ballots.votes):
        lines = []
        for phone, cast in ballots.of(vote).items():
            role = meeting.deck.of(phone) if meeting.deck else None
            line = {"phone": meeting.phones.number(phone), "answer": cast.answer}
            lines.append(
                line | ({"right": cast.right} if cast.right is not None else {}) | ({"role": role.id} if role else {})
            )
        votes[str(vote)] = lines
    by_hand = {str(vote): list(counts) for vote, counts in ballots.by_hand.items()}
    return {"votes": votes} | ({"letters_held_up": by_hand} if by_hand else {})


class Keeper:
    """Writes the votes of a session whole whenever something has come; no file is made before the first answer."""

    def __init__(self, meeting: Meeting, file: Path) -> None:
        self._meeting, self.file, self._written, self.trouble = meeting, file, "", ""

    def keep(self) -> None:
        """Write what is new. What cannot be written is told in `trouble`, and tried again the next time."""
        content = kept(self._meeting)
        text = json_text(content)
        if not content["steps"] or text == self._written:
            return
        try:
            self.file.parent.mkdir(parents=True, exist_ok=True)
            write_whole(self.file, text.encode())
        except OSError as error:
            self.trouble = f"The votes cannot be kept in {self.file} ({error.strerror}). The session goes on without."
        else:
            self._written, self.trouble = text, ""


def erase(folder: str = "") -> list[Path]:
    """Erase all files of votes in a folder, and the folder if nothing else is in it; what was erased."""
    place = meant(folder or FOLDER)
    erased = [path for path in sorted(place.glob("*.json")) if _is_ours(path)]
    for path in erased:
        path.unlink()
    with contextlib.suppress(OSError):
        place.rmdir()
    return erased


def _is_ours(path: Path) -> bool:
    with contextlib.suppress(OSError, ValueError, RecursionError):
        content = json.loads(path.read_text(encoding="utf-8"))
        return isinstance(content, dict) and content.get("what") == WHAT
    return False
