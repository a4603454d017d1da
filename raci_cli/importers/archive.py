"""Workbooks before anything else reads them: what is in the zip, in one pass and within limits.

The library that reads workbooks believes them: a cell far away, a long repetition or a wrong index ends the process.
"""

import io
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple

from raci_cli.errors import RaciError
from raci_cli.importers.looking import BROKEN, MOST_ELEMENTS, TOO_LARGE, Bad, Look, Merged

MOST_MEMBERS = 2_000
MOST_UNPACKED = 48 << 20
MOST_IN_MEMBER = 24 << 20
_CHUNK = 1 << 16


class Checked(NamedTuple):
    """A workbook that can be read, and which cells its sheets merge, by the number of the sheet (ods)."""

    data: io.BytesIO
    merged: dict[int, list[Merged]]


def checked(data: bytes, format_: str) -> Checked:
    """A workbook (xlsx or ods) with those parts only that were looked through; RaciError where one is not safe.

    What is read later is what was checked: another program may find other files in the same zip.
    """
    done = io.BytesIO()
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive, zipfile.ZipFile(done, "w") as kept:
            merged = _copy(archive, kept, format_)
    except Bad as bad:
        raise RaciError(f"the workbook {bad}", bad.help) from None
    except (zipfile.BadZipFile, zlib.error, OSError, EOFError, ValueError, NotImplementedError, RuntimeError) as error:
        raise RaciError("the workbook is damaged: it is no zip archive that can be unpacked", BROKEN) from error
    done.seek(0)
    return Checked(done, merged)


def _copy(archive: zipfile.ZipFile, kept: zipfile.ZipFile, format_: str) -> dict[int, list[Merged]]:
    _check_members(archive)
    merged: dict[int, list[Merged]] = {}
    size = elements = strings = 0
    # The texts first, which cells name by their numbers.
    for info in sorted(archive.infolist(), key=lambda info: info.filename.lower() != "xl/sharedstrings.xml"):
        if not info.filename.lower().endswith((".xml", ".rels", "mimetype")):
            continue
        look = Look(info.filename, format_, strings) if info.filename != "mimetype" else None
        part = _unpacked(archive, info, look)
        kept.writestr(zipfile.ZipInfo(info.filename), part)
        size += len(part)
        if look:
            elements += look.elements
            strings = max(strings, look.strings)
            merged = look.merged or merged
        if size > MOST_UNPACKED or elements > MOST_ELEMENTS:
            raise Bad(f"unpacks to more than {MOST_UNPACKED:,} bytes or {MOST_ELEMENTS:,} elements", TOO_LARGE)
    return merged


def _check_members(archive: zipfile.ZipFile) -> None:
    members = archive.infolist()
    if len(members) > MOST_MEMBERS:
        raise Bad(f"holds more than {MOST_MEMBERS:,} files", TOO_LARGE)
    seen: set[str] = set()
    for info in members:
        name = info.filename.replace("\\", "/")
        if name.startswith("/") or ".." in name.split("/") or ":" in name.split("/")[0]:
            raise Bad("names a file outside of it")
        if name.lower() in seen:
            raise Bad("holds a file twice")
        seen.add(name.lower())
        if info.flag_bits & 1:
            raise Bad("is protected by a password", "save it without the password, and import that")
        if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise Bad("is packed in an unusual way")


def _unpacked(archive: zipfile.ZipFile, info: zipfile.ZipInfo, look: Look | None) -> bytes:
    """A file of the zip, which is looked through while it is unpacked."""
    chunks: list[bytes] = []
    size = 0
    with archive.open(info) as stream, _xml_errors():
        while chunk := stream.read(_CHUNK):
            size += len(chunk)
            if size > MOST_IN_MEMBER:
                raise Bad(f"holds a file that unpacks to more than {MOST_IN_MEMBER:,} bytes", TOO_LARGE)
            chunks.append(chunk)
            if look:
                look.feed(chunk)
        if look:
            look.feed(b"", last=True)
    return b"".join(chunks)


@contextmanager
def _xml_errors() -> Iterator[None]:
    from xml.parsers.expat import ExpatError

    try:
        yield
    except ExpatError as error:
        raise Bad(f"holds XML that is broken ({error})") from None
