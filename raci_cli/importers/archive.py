"""Workbooks before anything else reads them: what is in the zip, in one pass and within limits.

The library that reads workbooks believes them: a cell far away, a long repetition or a wrong index ends the process.
"""

import io
import re
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import NamedTuple

from raci_cli.errors import RaciError
from raci_cli.importers.shaping import MOST_CELLS, MOST_COLUMNS

MOST_MEMBERS = 2_000
MOST_UNPACKED = 48 << 20
MOST_IN_MEMBER = 24 << 20
MOST_ELEMENTS = 2_000_000
Merged = tuple[tuple[int, int], tuple[int, int]]  # row and column of the first cell and of the last, from 0
_CHUNK = 1 << 16
_DEEPEST = 60
_LAST_ROW = 1 << 20
_FARTHEST_COLUMN = 1 << 14
_REFERENCE = re.compile(r"\$?([A-Za-z]{1,3})\$?([1-9][0-9]{0,6})")
_BROKEN = "open it in a spreadsheet program and save it again"
_TOO_LARGE = "save the sheet of the matrix alone, as .csv or .xlsx"


class _Bad(Exception):  # noqa: N818 - a verdict, turned into a RaciError with its help
    """The workbook is refused: why, and what to do."""

    def __init__(self, why: str, help: str = _BROKEN) -> None:  # noqa: A002
        super().__init__(why)
        self.help = help


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
    except _Bad as bad:
        raise RaciError(f"the workbook {bad}", bad.help) from None
    except (zipfile.BadZipFile, zlib.error, OSError, EOFError, ValueError, NotImplementedError, RuntimeError) as error:
        raise RaciError("the workbook is damaged: it is no zip archive that can be unpacked", _BROKEN) from error
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
            raise _Bad(f"unpacks to more than {MOST_UNPACKED:,} bytes or {MOST_ELEMENTS:,} elements", _TOO_LARGE)
    return merged


def _check_members(archive: zipfile.ZipFile) -> None:
    members = archive.infolist()
    if len(members) > MOST_MEMBERS:
        raise _Bad(f"holds more than {MOST_MEMBERS:,} files", _TOO_LARGE)
    seen: set[str] = set()
    for info in members:
        name = info.filename.replace("\\", "/")
        if name.startswith("/") or ".." in name.split("/") or ":" in name.split("/")[0]:
            raise _Bad("names a file outside of it")
        if name.lower() in seen:
            raise _Bad("holds a file twice")
        seen.add(name.lower())
        if info.flag_bits & 1:
            raise _Bad("is protected by a password", "save it without the password, and import that")
        if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise _Bad("is packed in an unusual way")


def _unpacked(archive: zipfile.ZipFile, info: zipfile.ZipInfo, look: "Look | None") -> bytes:
    """A file of the zip, which is looked through while it is unpacked."""
    chunks: list[bytes] = []
    size = 0
    with archive.open(info) as stream, _xml_errors():
        while chunk := stream.read(_CHUNK):
            size += len(chunk)
            if size > MOST_IN_MEMBER:
                raise _Bad(f"holds a file that unpacks to more than {MOST_IN_MEMBER:,} bytes", _TOO_LARGE)
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
        raise _Bad(f"holds XML that is broken ({error})") from None


class Look:
    """Looks through the XML of a workbook while it is unpacked: no entities, no depth, no cell far away."""

    def __init__(self, name: str, format_: str, strings: int) -> None:
        from xml.parsers.expat import ParserCreate

        self.name, self.strings, self.known_strings = name, 0, strings
        self.depth = self.row = self.column = self.rows = self.columns = self.cells = self.elements = 0
        self.repeated = (1, 1)
        self.sheet = -1
        self.merged: dict[int, list[Merged]] = {}
        self.index: list[str] | None = None
        self.is_index = False
        self.parser = ParserCreate()
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.StartDoctypeDeclHandler = self._doctype
        self.parser.EntityDeclHandler = self._doctype
        self.element: Callable[[str, dict[str, str]], None] = self._xlsx if format_ == "xlsx" else self._ods
        if format_ == "xlsx":
            self.parser.CharacterDataHandler = self._text

    def feed(self, chunk: bytes, *, last: bool = False) -> None:
        self.parser.Parse(chunk, last)

    def _doctype(self, *_: object) -> None:
        raise _Bad("declares a document type or entities, which no workbook does")

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        self.depth += 1
        self.elements += 1
        if self.elements > MOST_ELEMENTS:
            raise _Bad(f"holds more than {MOST_ELEMENTS:,} elements", _TOO_LARGE)
        if self.depth > _DEEPEST:
            raise _Bad(f"nests XML more than {_DEEPEST} deep")
        self.element(tag.rpartition(":")[2], attributes)

    def _end(self, tag: str) -> None:
        self.depth -= 1
        if tag.rpartition(":")[2] == "v" and self.index is not None:
            self._check_index("".join(self.index))

    def _text(self, text: str) -> None:
        if self.index is not None:
            self.index.append(text)

    def _check_index(self, text: str) -> None:
        self.index = None
        if not text.strip().isdecimal() or int(text.strip()[:12]) >= self.known_strings:
            raise _Bad("names a text that it does not hold")

    def _xlsx(self, tag: str, attributes: dict[str, str]) -> None:
        if tag == "c":
            self._cell(attributes)
        elif tag == "row":
            self._open_row(attributes.get("r"))
        elif tag == "v" and self.is_index:
            self.index = []
        elif tag == "si":
            self.strings += 1
        elif tag == "Relationship":
            self._relationship(attributes)

    def _open_row(self, number: str | None) -> None:
        self.column = 0
        if number is None:
            self.row += 1
        else:
            self.row = int(number) if number.isdecimal() and len(number) < 8 else _LAST_ROW + 1  # noqa: PLR2004
        self._reach(self.row, 0)

    def _cell(self, attributes: dict[str, str]) -> None:
        self.is_index = attributes.get("t") == "s"
        self.column += 1
        if place := attributes.get("r"):
            found = _REFERENCE.fullmatch(place)
            if not found:
                raise _Bad("has a cell beyond the last row or column")
            self.column, self.row = _column(found[1]), int(found[2])
        self._reach(self.row, self.column)
        self._count(1)

    def _ods(self, tag: str, attributes: dict[str, str]) -> None:
        if tag == "table":
            self.sheet += 1
            self.row = self.rows = self.columns = 0
        elif tag == "table-row":
            self.row += max(self.repeated[0], 1) if self.row else 1
            self.repeated = (_repeat(attributes, "table:number-rows-repeated"), 1)
            self.column = 0
        elif tag in ("table-cell", "covered-table-cell"):
            self.repeated = (self.repeated[0], _repeat(attributes, "table:number-columns-repeated"))
            self._merge(attributes)
            self.column += self.repeated[1]
            if "office:value-type" in attributes or "table:formula" in attributes:
                self._reach(self.row + self.repeated[0] - 1, self.column)
                self._count(self.repeated[0] * self.repeated[1])
        elif tag == "p" and self.column:
            self._reach(self.row + self.repeated[0] - 1, self.column)

    def _merge(self, attributes: dict[str, str]) -> None:
        rows, columns = (_repeat(attributes, f"table:number-{name}-spanned") for name in ("rows", "columns"))
        if rows > 1 or columns > 1:
            first = (self.row - 1, self.column)
            self.merged.setdefault(self.sheet, []).append((first, (self.row + rows - 2, self.column + columns - 1)))

    def _reach(self, row: int, column: int) -> None:
        if row > _LAST_ROW or column > _FARTHEST_COLUMN:
            raise _Bad("has a cell beyond the last row or column")
        self.rows, self.columns = max(self.rows, row if column else 0), max(self.columns, column)
        if self.columns > MOST_COLUMNS or self.rows * self.columns > MOST_CELLS * 5:
            raise _Bad("has a cell so far away that its sheet has too many cells", _TOO_LARGE)

    def _count(self, number: int) -> None:
        self.cells += number
        if self.cells > MOST_CELLS:
            raise _Bad(f"has a sheet of more than {MOST_CELLS:,} cells", _TOO_LARGE)

    def _relationship(self, attributes: dict[str, str]) -> None:
        target = attributes.get("Target", "").replace("\\", "/")
        if attributes.get("TargetMode") == "External":
            return  # a link to click on, which nothing here follows
        depth = 0 if target.startswith("/") else self.name.count("/") - 1
        for step in target.split("/"):
            depth += -1 if step == ".." else bool(step) and step != "."
            if depth < 0:
                raise _Bad("points to a file outside of it")


def _column(letters: str) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - 64
    return number


def _repeat(attributes: dict[str, str], name: str) -> int:
    text = attributes.get(name, "1")
    if not text.isdecimal() or len(text) > 8:  # noqa: PLR2004 - digits of more than there can be
        raise _Bad("repeats a cell without end")
    return max(int(text), 1)
