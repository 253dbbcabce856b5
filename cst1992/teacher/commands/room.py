"""`cst1992 room`: vote, talk, vote again, with phones and one projector."""

from __future__ import annotations

import argparse
import sys
from typing import Any

from cst1992.facts.mistakes import Mistake
from cst1992.facts.wording import many
from cst1992.teacher.commands.command import command

MORE = (
    "It starts a small server on this computer and prints three addresses: one for phones, one for the projector, one for\n"
    "you. Phones need no account, no name, no installation and no internet. Without --network it listens on this computer\n"
    "alone, to try it out or to count letters that are held up. docs/in-class.md says how a session runs.\n"
    "Needs the teacher's extra: pip install -c requirements.lock -e '.[room]'"
)
NETWORK = (
    "let phones of the same network in. Whoever is in the network can then open the phones' page and the projector's; "
    "your own page needs its key. Nothing is encrypted on the way"
)
EXAMPLES = (
    "room 03",
    "room 03 --network",
    "room who-signed --network",
    "room mine.yaml",
    "room 03 --network --address 192.168.137.1",
    "room --erase",
)


def add(areas: Any) -> None:
    """Take `room` up among the commands."""
    room = command(areas, "room", "let a class vote, talk and vote again, on phones and one projector", MORE, *EXAMPLES)
    room.add_argument(
        "what", nargs="?", metavar="WHAT", help="the number or name of a quiz, a YAML file, or the name of an activity"
    )
    room.add_argument("--network", action="store_true", help=NETWORK)
    room.add_argument(
        "--address", metavar="ADDRESS", default="", help="which address of this computer phones should open"
    )
    room.add_argument("--minutes", type=int, default=50, help="of an activity: the length of the session, 50 or 90")
    room.add_argument("--port", type=int, default=8765, help="without it 8765")
    room.add_argument(
        "--prefix", metavar="ADDRESS", default="", help="the whole address under which another server shows this one"
    )
    room.add_argument(
        "--to", metavar="FOLDER", default="", help="where the file of votes is kept; without it in votes/"
    )
    room.add_argument("--erase", action="store_true", help="erase all files of votes that are kept there")
    room.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    if options.erase:
        return _erase(options.to)
    if not options.what:
        raise Mistake(_which())
    import asyncio

    from cst1992.teacher.room.addresses import place_of
    from cst1992.teacher.room.codes import code_svg
    from cst1992.teacher.room.keeping import Keeper, file_for
    from cst1992.teacher.room.meeting import Meeting
    from cst1992.teacher.room.server import Room, serve
    from cst1992.teacher.room.sessions import session_of

    session = session_of(options.what, options.minutes)
    place = place_of(options.port, network=options.network, address=options.address, prefix=options.prefix)
    code_svg(place.student)  # what is missing here is told before anybody waits for it
    meeting = Meeting(session)
    room = Room(meeting, place, Keeper(meeting, file_for(session.name, options.to)))

    async def run() -> None:
        ready = asyncio.Event()
        serving = asyncio.create_task(serve(room, ready))
        waiting = asyncio.create_task(ready.wait())
        await asyncio.wait((serving, waiting), return_when=asyncio.FIRST_COMPLETED)
        if ready.is_set():
            _tell(room)
        await serving

    try:
        asyncio.run(run())
    except KeyboardInterrupt:
        kept = (
            f"The votes are in {room.keeper.file}" if room.keeper.file.exists() else "Nobody has voted; nothing is kept"
        )
        print(f"\nEnded. {kept}.")
    return 0


def _which() -> str:
    """A question back, with everything that there is."""
    from cst1992.quizzes.bank import bank_names
    from cst1992.teacher.activities.activities import activity_names

    there = f"Quizzes: {', '.join(bank_names())}. Activities: {', '.join(activity_names()) or 'none'}."
    return f"Which quiz or activity? Write its number or name: cst1992 room 03. {there}"


def _tell(room: Any) -> None:
    """Print where everything is."""
    from cst1992.teacher.room.codes import code_for_terminal

    place = room.place
    print(f"{room.meeting.session.title}: {many(len(room.meeting.session.steps), 'step', 'steps')}\n")
    print(f"  you        {place.teacher}#{room.key}")
    print(f"  projector  {place.projector}")
    print(f"  phones     {place.student}")
    for other in place.others:
        print(f"             or {other}")
    if place.is_open:
        print(f"\n{WHO_CAN if not place.prefix else WHO_CAN_BEHIND}")
        if sys.stdout.isatty() and (sys.stdout.encoding or "").lower().startswith("utf"):
            print(code_for_terminal(place.student))
    else:
        print("\nIt listens on this computer alone. Phones come in with: --network")
    print("Show your own page to nobody: its address has the key. Ctrl+C ends the session.", flush=True)


WHO_CAN = (
    "Whoever is in the same network can open the phones' page and the projector's; your page needs the key in its address.\n"
    "Nothing is encrypted on the way. Answers stay on this computer; no name and no address is kept."
)
WHO_CAN_BEHIND = (
    "Whoever reaches that address can open the phones' page and the projector's; your page needs the key in its address.\n"
    "Answers stay on this computer; no name and no address is kept."
)


def _erase(folder: str) -> int:
    from cst1992.teacher.room.keeping import FOLDER, erase

    erased = erase(folder)
    print(f"✓ {many(len(erased), 'file of votes was', 'files of votes were')} erased from {folder or FOLDER}")
    return 0
