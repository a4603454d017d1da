"""The XML of a workbook, looked through while it is unpacked: no entities, no depth, no cell far away."""

import re
from collections.abc import Callable

from raci_cli.importers.shaping import MOST_CELLS, MOST_COLUMNS

MOST_ELEMENTS = 2_000_000
BROKEN = "open it in a spreadsheet program and save it again"
TOO_LARGE = "save the sheet of the matrix alone, as .csv or .xlsx"
Merged = tuple[tuple[int, int], tuple[int, int]]  # row and column of the first cell and of the last, from 0
_DEEPEST = 60
_LAST_ROW = 1 << 20
_FARTHEST_COLUMN = 1 << 14
_REFERENCE = re.compile(r"\$?([A-Za-z]{1,3})\$?([1-9][0-9]{0,6})")


class Bad(Exception):  # noqa: N818 - a verdict, turned into a RaciError with its help
    """The workbook is refused: why, and what to do."""

    def __init__(self, why: str, help: str = BROKEN) -> None:  # noqa: A002
        super().__init__(why)
        self.help = help


class Look:
    """Takes a file piece by piece and raises Bad; counts its `elements` and `strings`, and keeps what is `merged`."""

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
        raise Bad("declares a document type or entities, which no workbook does")

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        self.depth += 1
        self.elements += 1
        if self.elements > MOST_ELEMENTS:
            raise Bad(f"holds more than {MOST_ELEMENTS:,} elements", TOO_LARGE)
        if self.depth > _DEEPEST:
            raise Bad(f"nests XML more than {_DEEPEST} deep")
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
            raise Bad("names a text that it does not hold")

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
                raise Bad("has a cell beyond the last row or column")
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
            raise Bad("has a cell beyond the last row or column")
        self.rows, self.columns = max(self.rows, row if column else 0), max(self.columns, column)
        if self.columns > MOST_COLUMNS or self.rows * self.columns > MOST_CELLS * 5:
            raise Bad("has a cell so far away that its sheet has too many cells", TOO_LARGE)

    def _count(self, number: int) -> None:
        self.cells += number
        if self.cells > MOST_CELLS:
            raise Bad(f"has a sheet of more than {MOST_CELLS:,} cells", TOO_LARGE)

    def _relationship(self, attributes: dict[str, str]) -> None:
        target = attributes.get("Target", "").replace("\\", "/")
        if attributes.get("TargetMode") == "External":
            return  # a link to click on, which nothing here follows
        depth = 0 if target.startswith("/") else self.name.count("/") - 1
        for step in target.split("/"):
            depth += -1 if step == ".." else bool(step) and step != "."
            if depth < 0:
                raise Bad("points to a file outside of it")


def _column(letters: str) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - 64
    return number


def _repeat(attributes: dict[str, str], name: str) -> int:
    text = attributes.get(name, "1")
    if not text.isdecimal() or len(text) > 8:  # noqa: PLR2004 - digits of more than there can be
        raise Bad("repeats a cell without end")
    return max(int(text), 1)
