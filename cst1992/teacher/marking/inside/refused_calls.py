"""What a sheet may not ask of Linux: memory that no process holds and no limit counts, file systems of its own, and keys.

The filter is one of the system's own (seccomp). Nothing that it is set for, nor what that starts, can take it away.
"""

from __future__ import annotations

import ctypes
import platform

LOAD, EQUAL, AT_LEAST, ANY_BIT, RETURN = 0x20, 0x15, 0x35, 0x45, 0x06
NUMBER, MACHINE, FIRST_ARGUMENT = 0, 4, 16  # places in what the system shows to a filter
ALLOW, NOT_ALLOWED, NOT_KNOWN = 0x7FFF_0000, 0x0005_0001, 0x0005_0026
SECCOMP, FILTER, NO_NEW_RIGHTS = 22, 2, 38
NEW_USER, OTHER_NUMBERS = 0x1000_0000, 0x4000_0000

# clone and clone3 stand first: a process or a thread is allowed, a user of one's own is not.
MACHINES = {
    "x86_64": (0xC000_003E, 56, 435, {
        "memfd_create": 319, "memfd_secret": 447, "shmget": 29, "shmat": 30, "msgget": 68, "semget": 64, "mq_open": 240,
        "add_key": 248, "request_key": 249, "keyctl": 250, "unshare": 272, "setns": 308, "mount": 165, "open_tree": 428,
        "move_mount": 429, "fsopen": 430, "fsmount": 432, "userfaultfd": 323, "io_uring_setup": 425, "bpf": 321,
        "perf_event_open": 298,
    }),
    "aarch64": (0xC000_00B7, 220, 435, {
        "memfd_create": 279, "memfd_secret": 447, "shmget": 194, "shmat": 196, "msgget": 186, "semget": 190,
        "mq_open": 180, "add_key": 217, "request_key": 218, "keyctl": 219, "unshare": 97, "setns": 268, "mount": 40,
        "open_tree": 428, "move_mount": 429, "fsopen": 430, "fsmount": 432, "userfaultfd": 282, "io_uring_setup": 425,
        "bpf": 280, "perf_event_open": 241,
    }),
}  # fmt: skip


class Step(ctypes.Structure):
    """One step of a filter: what it does, how many steps it leaps if so and if not, and with what."""

    _fields_ = (
        ("code", ctypes.c_uint16), ("leap_if", ctypes.c_uint8), ("leap_if_not", ctypes.c_uint8), ("value", ctypes.c_uint32),
    )  # fmt: skip


class Program(ctypes.Structure):
    """A filter as the system takes it."""

    _fields_ = (("length", ctypes.c_uint16), ("steps", ctypes.POINTER(Step)))


def steps_for(machine: str) -> list[tuple[int, int, int, int]]:
    """The steps of the filter on a kind of machine; none where its numbers are not known here.

    Examples
    --------
    >>> len(steps_for("x86_64")) > 20, steps_for("sparc")
    (True, [])
    """
    if machine not in MACHINES:
        return []
    kind, clone, clone3, refused = MACHINES[machine]
    checks = [(AT_LEAST, OTHER_NUMBERS, "no"), *[(EQUAL, one, "no") for one in refused.values()]]
    checks += [(EQUAL, clone3, "unknown")]
    last = len(checks) + 3  # the first step after all checks
    ends = {"no": last + 4, "unknown": last + 5}
    begun = [(LOAD, 0, 0, MACHINE), (EQUAL, 0, ends["no"] - 2, kind), (LOAD, 0, 0, NUMBER)]
    begun += [(code, ends[end] - (3 + place) - 1, 0, value) for place, (code, value, end) in enumerate(checks)]
    return [
        *begun,
        (EQUAL, 0, 2, clone),
        (LOAD, 0, 0, FIRST_ARGUMENT),
        (ANY_BIT, 1, 0, NEW_USER),
        (RETURN, 0, 0, ALLOW),
        (RETURN, 0, 0, NOT_ALLOWED),
        (RETURN, 0, 0, NOT_KNOWN),
    ]


def refuse_calls() -> bool:
    """Refuse these calls from now on, here and in all that is started from here. Could it be done on this system?"""
    steps = steps_for(platform.machine())
    if not steps:
        return False
    libc = ctypes.CDLL(None, use_errno=True)
    made = (Step * len(steps))(*[Step(*one) for one in steps])
    program = Program(len(steps), made)
    libc.prctl(NO_NEW_RIGHTS, 1, 0, 0, 0)
    return bool(libc.prctl(SECCOMP, FILTER, ctypes.byref(program), 0, 0) == 0)
