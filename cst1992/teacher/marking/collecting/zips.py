"""Zip files as they come: one name that cannot be read does not close the whole of it."""

from __future__ import annotations

import io
import struct
import zipfile

ENTRY = struct.Struct("<4s4xH18xHHH12x")  # of the list at the end: its sign, flags, lengths of name, extra, remark
END = struct.Struct("<4s8xLL2x")  # sign, length of the list, its place
LISTED, LAST, IN_UTF_8 = b"PK\x01\x02", b"PK\x05\x06", 0x800


def open_zip(content: bytes) -> zipfile.ZipFile:
    """A zip file, opened.

    A name that says to be in UTF-8 and is not has question marks in the place of what cannot be read. Python refuses what
    lies under such a name, and everything else can be unpacked.

    Raises
    ------
    Exception
        Whatever Python says of a damaged file.
    """
    try:
        return zipfile.ZipFile(io.BytesIO(content))
    except UnicodeDecodeError:
        return zipfile.ZipFile(io.BytesIO(_with_names_that_can_be_read(content)))


def _with_names_that_can_be_read(content: bytes) -> bytes:
    end = content.rfind(LAST)
    _, length, _ = END.unpack_from(content, end)
    mended, place = bytearray(content), end - length
    while place + ENTRY.size <= end:
        sign, flags, name, extra, remark = ENTRY.unpack_from(content, place)
        if sign != LISTED:
            break
        start = place + ENTRY.size
        if flags & IN_UTF_8:
            mended[start : start + name] = _readable(content[start : start + name])
        place = start + name + extra + remark
    return bytes(mended)


def _readable(name: bytes) -> bytes:
    try:
        name.decode("utf-8")
    except UnicodeDecodeError:
        return bytes(one if one < 128 else ord("?") for one in name)
    return name
