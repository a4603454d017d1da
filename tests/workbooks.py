"""Reading workbooks back, as a spreadsheet would, and as text that can be compared."""

import io
import zipfile
from collections.abc import Iterator
from typing import Any

from openpyxl import Workbook, load_workbook
from openpyxl.cell import Cell
from openpyxl.worksheet.worksheet import Worksheet

FORMULA = "f"


def read(data: bytes, *, values: bool = False) -> Workbook:
    """The workbook; formulas as what they came to when it was written where `values`."""
    return load_workbook(io.BytesIO(data), data_only=values)


def part(data: bytes, name: str) -> str:
    """The text of one file in a workbook."""
    return zipfile.ZipFile(io.BytesIO(data)).read(name).decode()


def cells(sheet: Worksheet) -> Iterator[Cell]:
    """The cells of a sheet that hold something."""
    for row in sheet.iter_rows():
        yield from (cell for cell in row if isinstance(cell, Cell) and cell.value is not None)


def grid(sheet: Worksheet, first: int = 1, last: int | None = None) -> list[list[Any]]:
    """The values of rows, counted from 1."""
    return [list(row) for row in sheet.iter_rows(min_row=first, max_row=last, values_only=True)]


def dump(data: bytes) -> str:
    """Every cell, drop-down and colour of a workbook, a line each."""
    return "\n".join(_lines(read(data), read(data, values=True))) + "\n"


def _lines(book: Workbook, values: Workbook) -> Iterator[str]:
    yield from (f"{name} = {defined.attr_text}" for name, defined in sorted(book.defined_names.items()))
    for sheet in book.worksheets:
        frozen, filtered = sheet.freeze_panes, sheet.auto_filter.ref
        yield f"\n[{sheet.title}] {sheet.sheet_state}, {sheet.dimensions}, frozen {frozen}, filter {filtered}"
        for cell in cells(sheet):
            value = values[sheet.title][cell.coordinate].value
            formula = f"  {cell.value}" if cell.data_type == FORMULA else ""
            yield f"{cell.coordinate} {value!r}{formula}"
        yield from (f"list {one.sqref} {one.formula1}" for one in sheet.data_validations.dataValidation)
        for area in sorted(sheet.conditional_formatting, key=lambda area: str(area.sqref)):
            yield from (f"colour {area.sqref} {rule.formula[0]}" for rule in area.rules)
