"""Walls of the system round a process and all that it starts, put up from inside: they cannot be taken down again.

Only for a process that was forked inside bubblewrap for one sheet. Whoever mounts anything must stand in a namespace of its
own; that is looked at before, not taken for granted.
"""

from __future__ import annotations

import ctypes
import os
from pathlib import Path

NEW_MOUNTS, NEW_UTS, NEW_IPC, NEW_USER = 0x0002_0000, 0x0400_0000, 0x0800_0000, 0x1000_0000
NEW_PIDS, NEW_NETWORK = 0x2000_0000, 0x4000_0000
EVERYTHING = NEW_MOUNTS | NEW_UTS | NEW_IPC | NEW_USER | NEW_PIDS | NEW_NETWORK
NO_SETUID, NO_DEVICES, READ_ONLY, PRIVATE, AND_BELOW = 2, 4, 1, 1 << 18, 1 << 14
DUMPABLE, DROP_FROM_BOUND, NO_NEW_RIGHTS, AMBIENT, CLEAR_ALL = 4, 24, 38, 47, 4
CAPABILITIES_3 = 0x2008_0522
KINDS = ("mnt", "user", "ipc", "net", "uts")

_libc = ctypes.CDLL(None, use_errno=True)


def _called(result: int) -> None:
    if result < 0:
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number))


def let_itself_be_read(may: bool) -> None:
    """May other processes of the same user look into the memory of this one?"""
    _called(_libc.prctl(DUMPABLE, int(may), 0, 0, 0))


def namespaces() -> dict[str, str]:
    """In which namespace of each kind this process stands."""
    return {kind: str(Path(f"/proc/self/ns/{kind}").readlink()) for kind in KINDS}


def enter_own_namespaces() -> None:
    """Stand in namespaces of one's own; the next child is the first process of one of its own as well.

    Raises
    ------
    OSError
        The system does not allow it here.
    """
    user, group, before = os.getuid(), os.getgid(), namespaces()
    let_itself_be_read(True)  # else its map of users belongs to somebody else
    _called(_libc.unshare(EVERYTHING))
    Path("/proc/self/setgroups").write_text("deny")
    Path("/proc/self/uid_map").write_text(f"{user} {user} 1")
    Path("/proc/self/gid_map").write_text(f"{group} {group} 1")
    let_itself_be_read(False)
    now = namespaces()
    if any(now[kind] == before[kind] for kind in KINDS):
        raise OSError("this process does not stand in namespaces of its own")


def mount_empty(place: str, megabytes: int, mode: int = 0o1777, writable: bool = True) -> None:
    """An empty file system in memory over a folder, of so many megabytes."""
    about = f"size={megabytes}m,mode={mode:o}".encode()
    flags = NO_SETUID | NO_DEVICES | (0 if writable else READ_ONLY)
    _called(_libc.mount(b"tmpfs", place.encode(), b"tmpfs", flags, about))


def keep_mounts_to_oneself() -> None:
    """What is mounted from now on is seen by nobody else."""
    _called(_libc.mount(b"none", b"/", None, PRIVATE | AND_BELOW, None))


def give_up_all_rights() -> None:
    """Be no administrator of any kind any more, not even of one's own namespaces, nor after starting another program."""
    _called(_libc.prctl(NO_NEW_RIGHTS, 1, 0, 0, 0))
    _called(_libc.prctl(AMBIENT, CLEAR_ALL, 0, 0, 0))
    for right in range(64):
        if _libc.prctl(DROP_FROM_BOUND, right, 0, 0, 0) < 0:
            break  # the last one that this kernel knows was before
    head, none = (ctypes.c_uint32 * 2)(CAPABILITIES_3, 0), (ctypes.c_uint32 * 6)()
    _called(_libc.capset(head, none))
