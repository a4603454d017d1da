"""Sources made from a text beside them: workbooks, and files whose bytes matter."""

import datetime
import io
import re
from collections.abc import Iterator
from typing import Any, NamedTuple
from xml.sax.saxutils import escape

from importers import packages
from xlsxwriter import Workbook
from xlsxwriter.utility import xl_cell_to_rowcol

_CELL = re.compile(r"([A-Z]+[0-9]+): ?(.*)")
_MERGE = re.compile(r"merge: ([A-Z]+[0-9]+):([A-Z]+[0-9]+)")
_SHEET = re.compile(r"sheet: (.*?)( \(hidden\))?")
_FORMULA = re.compile(r"(=.*) -> (.*)")


class Place(NamedTuple):
    """A cell by row and column, from 0."""

    row: int
    column: int


class Sheet(NamedTuple):
    """`cells` hold text, or a formula and what it came to, as `=B2 -> A`; `merged` are first and last cells."""

    name: str
    hidden: bool
    cells: dict[Place, str]
    merged: list[tuple[Place, Place]]


def sheets(text: str) -> list[Sheet]:
    r"""A workbook as it is described: `sheet: Plan (hidden)`, `B3: text`, `merge: B3:E3`; `\n` is a line break."""
    found: list[Sheet] = []
    for line in text.splitlines():
        if sheet := _SHEET.fullmatch(line):
            found.append(Sheet(sheet[1], bool(sheet[2]), {}, []))
        elif merge := _MERGE.fullmatch(line):
            found[-1].merged.append((_place(merge[1]), _place(merge[2])))
        elif cell := _CELL.fullmatch(line):
            found[-1].cells[_place(cell[1])] = cell[2].replace("\\n", "\n")
        else:
            raise ValueError(line)
    return found


def _place(name: str) -> Place:
    return Place(*xl_cell_to_rowcol(name))


def xlsx(text: str) -> bytes:
    """The Excel workbook that a text describes."""
    made = io.BytesIO()
    with Workbook(made, {"in_memory": True}) as book:
        for sheet in sheets(text):
            page = book.add_worksheet(sheet.name)
            for first, last in sheet.merged:
                page.merge_range(*first, *last, "")
            for place, words in sheet.cells.items():
                _write(page, book, place, words)
            if sheet.hidden:
                page.hide()
    return made.getvalue()


def _write(page: Any, book: Any, place: Place, words: str) -> None:
    """A cell: text, a formula with what it came to, `3 [number]`, `true [bool]`, `2027-03-01 [date]`."""
    bare, _, kind = words.rpartition(" [")
    if formula := _FORMULA.fullmatch(words):
        page.write_formula(*place, formula[1], None, formula[2])
    elif kind == "number]":
        page.write_number(*place, float(bare))
    elif kind == "bool]":
        page.write_boolean(*place, bare == "true")
    elif kind == "date]":
        page.write_datetime(*place, datetime.date.fromisoformat(bare), book.add_format({"num_format": "yyyy-mm-dd"}))
    else:
        page.write_string(*place, words)


def ods(text: str) -> bytes:
    """The OpenDocument spreadsheet that a text describes, of one sheet."""
    (sheet,) = sheets(text)
    height = max(place.row for place in sheet.cells) + 1
    return packages.ods("".join(f"<table:table-row>{''.join(_row(sheet, y))}</table:table-row>" for y in range(height)))


def _row(sheet: Sheet, y: int) -> Iterator[str]:
    spans = dict(sheet.merged)
    for x in range(max(place.column for place in sheet.cells) + 1):
        here = Place(y, x)
        if any(first <= here <= last and first.column <= x <= last.column and here != first
               for first, last in sheet.merged):  # fmt: skip
            yield "<table:covered-table-cell/>"
            continue
        last = spans.get(here, here)
        attributes = (
            f'table:number-rows-spanned="{last.row - y + 1}" table:number-columns-spanned="{last.column - x + 1}"'
        )
        yield packages.ods_cell(escape(sheet.cells[here]), attributes) if here in sheet.cells else "<table:table-cell/>"


def bomb(_: str) -> bytes:
    """A small workbook that unpacks to far more than is read."""
    return packages.xlsx("<row><c t='inlineStr'><is><t>" + "R" * (30 << 20) + "</t></is></c></row>")


def docx(text: str) -> bytes:
    """A text as a document of Word."""
    body = "".join(f"<w:p><w:r><w:t>{escape(line)}</w:t></w:r></w:p>" for line in text.splitlines())
    word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    types = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
    document = f'<w:document xmlns:w="{word}"><w:body>{body}</w:body></w:document>'
    return packages.packed({"[Content_Types].xml": types, "word/document.xml": document})


# What the letters of a sample may ask its bytes to be; else they are those of the text beside.
BYTES = {
    "crlf": lambda text: text.replace("\n", "\r\n").encode(),
    "bom": lambda text: text.encode("utf-8-sig"),
    "cp1252": lambda text: text.encode("cp1252"),
    "cr": lambda text: text.replace("\n", "\r").encode(),
    "utf-16-be": lambda text: text.encode("utf-16-be"),
    "utf-16": lambda text: b"\xff\xfe" + text.encode("utf-16-le"),
    "docx": docx,
    "bomb": bomb,
    "xlsx": xlsx,
    "ods": ods,
    "": str.encode,
}
