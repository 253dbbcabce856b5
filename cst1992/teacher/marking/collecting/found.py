"""Files as they lie in a zip file or a folder: their path in it, their time, their bytes. What is unsafe is refused by name."""

from __future__ import annotations

import io
import stat
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path, PurePosixPath

from cst1992.facts.mistakes import Mistake
from cst1992.teacher.marking.collecting.zips import open_zip

LARGEST, MOST, ALL_OF_THEM = 60 * 2**20, 20_000, 2 * 2**30  # bytes of one file, files, bytes of all
MOST_INNER, ALL_INNER = 200, 100 * 2**20  # files and bytes of a zip file that a student has made
LEADS_OUT = "its path leads out of the zip file"
NOISE = ("__MACOSX", ".DS_Store", "Thumbs.db", "desktop.ini", ".ipynb_checkpoints")


@dataclass(frozen=True)
class File:
    """One file: where it stood, when it was handed in (empty where nobody knows), what is in it."""

    path: str
    when: str
    content: bytes

    @property
    def parts(self) -> tuple[str, ...]:
        """The names of its folders and its own."""
        return PurePosixPath(self.path).parts


@dataclass(frozen=True)
class Refused:
    """A file that was not taken, and why."""

    path: str
    why: str

    @property
    def parts(self) -> tuple[str, ...]:
        """The names of its folders and its own."""
        return PurePosixPath(self.path).parts

    @property
    def leads_out(self) -> bool:
        """Was it refused for a path that leads out of the zip file? Then its path tells nothing of its student."""
        return self.why == LEADS_OUT


def shown(path: str) -> str:
    """The path of a file without signs that would move a terminal's or a table's lines.

    Examples
    --------
    >>> shown("Anna\\n/03.ipynb")
    'Anna\N{REPLACEMENT CHARACTER}/03.ipynb'
    """
    return "".join(letter if letter.isprintable() else "\N{REPLACEMENT CHARACTER}" for letter in path)


def files_in(place: Path, why_not: Callable[[str], str] = lambda _: "") -> Iterator[File | Refused]:
    """The files of a zip file, of a folder, or one file alone.

    Parameters
    ----------
    why_not : tells from the path of a file in a folder why it is not even opened; empty where it is.

    Raises
    ------
    Mistake
        There is nothing at this place, or the zip file is damaged.
    """
    if place.is_dir():
        yield from _in_folder(place, why_not)
    elif not place.exists():
        raise Mistake(f"There is nothing at {place}. Name the zip file from your learning platform, or a folder.")
    elif place.suffix.casefold() == ".zip":
        yield from _in_zip(place.read_bytes(), place.name, "")
    else:
        yield _on_disk(place, place.name)


def _in_folder(folder: Path, why_not: Callable[[str], str]) -> Iterator[File | Refused]:
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.is_symlink():
            yield Refused(name, "it is a link to another place, not a file")
        elif path.is_file() and not _is_noise(name):
            why = why_not(name)
            yield from [Refused(name, why)] if why else _unpacked(_on_disk(path, name))


def _on_disk(path: Path, name: str) -> File | Refused:
    try:
        about = path.stat()
        if about.st_size > LARGEST:
            return Refused(name, f"it has {about.st_size // 2**20} MB")
        content = path.read_bytes()
    except OSError as error:
        return Refused(name, f"it cannot be read ({error.strerror})")
    return File(name, datetime.fromtimestamp(about.st_mtime).isoformat(timespec="seconds"), content)


def _unpacked(found: File | Refused) -> Iterator[File | Refused]:
    """A file; or what is in it, where a student has packed the sheet into a zip file."""
    if (
        isinstance(found, File)
        and found.path.casefold().endswith(".zip")
        and zipfile.is_zipfile(io.BytesIO(found.content))
    ):
        before = f"{PurePosixPath(found.path).parent.as_posix()}/"
        inside = list(_in_zip(found.content, found.path, before, inner=True))
        yield from inside
        if not any(isinstance(one, File) for one in inside):
            yield found  # a file that cannot be read still has its student
    else:
        yield found


def _in_zip(content: bytes, name: str, before: str, inner: bool = False) -> Iterator[File | Refused]:
    most, all_of_them = (MOST_INNER, ALL_INNER) if inner else (MOST, ALL_OF_THEM)
    try:
        archive = open_zip(content)
        entries = [one for one in archive.infolist() if not one.is_dir() and not _is_noise(one.filename)]
    except Exception as error:  # whatever somebody has written into it
        if inner:
            yield Refused(name, f"it cannot be unpacked ({error})")
            return
        raise Mistake(f"{name} is damaged ({error}). Download it again.") from None
    with archive:
        if len(entries) > most and inner:
            yield Refused(name, f"it holds {len(entries)} files; at most {most} are taken")
            return
        if len(entries) > most:
            raise Mistake(f"{name} holds {len(entries)} files; at most {most} are taken. Is it the right file?")
        whole = 0
        for entry in entries:
            why = _unsafe(entry)
            whole += 0 if why else entry.file_size
            if why or whole > all_of_them:
                yield Refused(entry.filename, why or "the files before it are already too large together")
                continue
            yield from _read(archive, entry, before, inner)


def _read(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, before: str, inner: bool) -> Iterator[File | Refused]:
    try:
        with archive.open(entry) as opened:
            content = opened.read(LARGEST + 1)
    except UnicodeDecodeError:
        yield Refused(entry.filename, "the letters of its name cannot be read")
        return
    except Exception as error:  # whatever somebody has written into it
        yield Refused(entry.filename, f"it cannot be unpacked ({error})")
        return
    if len(content) > LARGEST:
        yield Refused(entry.filename, f"it grows to more than {LARGEST // 2**20} MB")
        return
    year = entry.date_time[0]
    when = datetime(*entry.date_time).isoformat(timespec="seconds") if year > 1980 and _is_a_time(entry) else ""
    found = File(f"{before}{_name_of(entry)}", when, content)
    yield from [found] if inner else _unpacked(found)


def _is_a_time(entry: zipfile.ZipInfo) -> bool:
    try:
        datetime(*entry.date_time)
    except ValueError:
        return False
    return True


def _name_of(entry: zipfile.ZipInfo) -> str:
    """The name of an entry; older programs write Cyrillic letters in a code page and say nothing of it."""
    if entry.flag_bits & 0x800 or entry.filename.isascii():
        return entry.filename
    raw = entry.filename.encode("cp437", "replace")
    for code in ("utf-8", "cp866"):
        try:
            return raw.decode(code)
        except UnicodeDecodeError:
            continue
    return entry.filename


def _unsafe(entry: zipfile.ZipInfo) -> str:
    """Why an entry is not taken: a path that leads out, a link, a file that swells."""
    path = PurePosixPath(entry.filename.replace("\\", "/"))
    if path.is_absolute() or ".." in path.parts or ":" in entry.filename[:3]:
        return LEADS_OUT
    if stat.S_ISLNK(entry.external_attr >> 16):
        return "it is a link to another place, not a file"
    if entry.flag_bits & 0x1:
        return "it is locked with a password"
    if entry.file_size > LARGEST:
        return f"it grows to {entry.file_size // 2**20} MB"
    return "its name is absurdly long" if len(entry.filename) > 500 else ""


def _is_noise(name: str) -> bool:
    return any(part in NOISE or part.startswith("._") for part in PurePosixPath(name).parts)
