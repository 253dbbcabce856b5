"""Files written whole or not at all: a full disk leaves what was there before."""

from __future__ import annotations

import contextlib
import errno
import os
from pathlib import Path

from cst1992.facts.tab import check_arrived

NO_ROOM = tuple(getattr(errno, name) for name in ("ENOSPC", "EDQUOT", "EFBIG") if hasattr(errno, name))
CANNOT_SYNC = tuple(getattr(errno, name) for name in ("EINVAL", "ENOTSUP", "ENOSYS") if hasattr(errno, name))


def write_whole(path: Path, content: bytes) -> None:
    """Write a file; one of that name is replaced only when all of the new one is on the disk.

    Raises
    ------
    OSError
        The file cannot be written; what was there before is there still.
    """
    target = path.resolve()
    if target.exists() and not target.is_file():
        target.write_bytes(content)
        return
    part = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        part.write_bytes(content)
        check_arrived(part, len(content))
        part.replace(target)
    except OSError as error:
        with contextlib.suppress(OSError):
            part.unlink(missing_ok=True)
        raise OSError(error.errno, error.strerror, str(path)) from None


def add_whole(path: Path, content: bytes) -> None:
    """Add to the end of a file, which is made where there is none.

    Raises
    ------
    OSError
        Not all of it could be written; nothing of it is left in the file.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = not path.exists()
    before = 0 if fresh else path.stat().st_size
    handle = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o600)
    written = 0
    try:
        while written < len(content):
            count = os.write(handle, content[written:])
            if count == 0:
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
            written += count
        _to_the_disk(handle)
    except OSError:
        _take_back(handle, written)
        if fresh and path.stat().st_size == 0:
            path.unlink()
        raise
    finally:
        os.close(handle)
    check_arrived(path, before + len(content))


def _to_the_disk(handle: int) -> None:
    """Wait until the disk has it: a share of a network drive that is full says so only now."""
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno not in CANNOT_SYNC:
            raise


def _take_back(handle: int, written: int) -> None:
    """Cut off what was written last, unless another program has added something behind it since."""
    if not written:
        return
    with contextlib.suppress(OSError):
        end = os.lseek(handle, 0, os.SEEK_CUR)
        if os.fstat(handle).st_size == end:
            os.ftruncate(handle, end - written)


def is_full(error: OSError) -> bool:
    """Is there no room left, on the disk or in the user's share of it?"""
    return error.errno in NO_ROOM
