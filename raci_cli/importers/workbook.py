"""Workbooks (xlsx, ods) to tables: a sheet a table, with the places that people know."""

import datetime
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from raci_cli.errors import RaciError
from raci_cli.guard import unguarded
from raci_cli.importers import archive, shaping
from raci_cli.importers.looking import Merged
from raci_cli.importers.records import Cell, Document, Grid

if TYPE_CHECKING:
    from python_calamine import CalamineWorkbook

Box = tuple[int, int, int, int]  # the first row and column and the last ones, from 0
_MIDNIGHT = datetime.time()


class _Sheet(NamedTuple):
    """A sheet as the library reads it."""

    name: str
    hidden: bool
    values: Sequence[Sequence[Any]]
    merged: Sequence[Merged]


def read(data: bytes, format_: str) -> Document:
    """The sheets of a workbook that hold something; RaciError where it is not safe, damaged or too large.

    A formula is the value that it had when the workbook was saved, or nothing.
    """
    try:
        import python_calamine
    except ImportError as missing:
        what = "workbooks need python-calamine, which is not installed"
        raise RaciError(what, "pip install 'raci-cli[xlsx]'") from missing
    safe = archive.checked(data, format_)
    try:
        with python_calamine.load_workbook(safe.data) as book:
            sheets = list(_sheets(book, safe.merged))
    except BaseException as error:
        # A panic of the library is none of Python's exceptions.
        if not isinstance(error, Exception) and type(error).__name__ != "PanicException":
            raise
        raise RaciError("the workbook is damaged", "open it in a spreadsheet program and save it again") from error
    blocks = shaping.finished(grid for sheet in sheets if (grid := _grid(sheet)))
    if not blocks:
        raise RaciError("the workbook has no sheet with text", "give the file that holds the matrix")
    return Document(format_, blocks)


def _sheets(book: "CalamineWorkbook", merged: dict[int, list[Merged]]) -> Iterator[_Sheet]:
    """What the library says of the sheets; nothing else is done here, whose faults would pass as the file's."""
    from python_calamine import SheetTypeEnum, SheetVisibleEnum

    for number, known in enumerate(book.sheets_metadata):
        if known.typ == SheetTypeEnum.WorkSheet:
            sheet = book.get_sheet_by_name(known.name)
            values = sheet.to_python(skip_empty_area=False)
            hidden = known.visible != SheetVisibleEnum.Visible
            yield _Sheet(known.name, hidden, values, sheet.merged_cell_ranges or merged.get(number, []))


def _grid(sheet: _Sheet) -> Grid | None:
    texts = [[_text(value) for value in row] for row in sheet.values]
    box = _box(texts)
    if not box:
        return None
    top, left, bottom, right = box
    shaping.refuse_size(bottom - top + 1, right - left + 1, place(top, left))
    cells = [
        [Cell(text, place(top + row, left + column)) for column, text in enumerate(line[left : right + 1])]
        for row, line in enumerate(texts[top : bottom + 1])
    ]
    _merge(cells, sheet.merged, box)
    made = Grid(shaping.plain(sheet.name), place(top, left), tuple(map(tuple, cells)), hidden=sheet.hidden)
    shaping.refuse_long_cells(made)
    return made


def place(row: int, column: int) -> str:
    """The place of a cell as spreadsheets show it: `B3` of (2, 1)."""
    letters, column = "", column + 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return f"{letters}{row + 1}"


def _text(value: Any) -> str:
    """A value as people would type it: dates as in ISO 8601, whole numbers without a point."""
    if isinstance(value, str):
        return shaping.plain(unguarded(value))
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime.datetime):
        return (value.date() if value.time() == _MIDNIGHT else value).isoformat(*_seconds(value))
    return str(value)


def _seconds(value: datetime.datetime) -> tuple[str, ...]:
    return () if value.time() == _MIDNIGHT else (" ", "minutes" if not value.second else "seconds")


def _box(texts: Sequence[Sequence[str]]) -> Box | None:
    """The cells between the first and the last that hold something."""
    rows = [index for index, row in enumerate(texts) if any(row)]
    if not rows:
        return None
    used = [[column for column, text in enumerate(texts[row]) if text] for row in rows]
    return rows[0], min(row[0] for row in used), rows[-1], max(row[-1] for row in used)


def _merge(cells: list[list[Cell]], ranges: Sequence[Merged], box: Box) -> None:
    """Say of merged cells what they span, as far as the table goes; what they cover is empty."""
    top, left, bottom, right = box
    work = 0
    for (first, start), (last, end) in ranges:
        if first > bottom or start > right or last < top or end < left or first < top or start < left:
            continue  # what is merged without a text has nothing to say
        rows, columns = min(last, bottom) - first + 1, min(end, right) - start + 1
        work += rows * columns
        if work > shaping.MOST_CELLS:
            raise RaciError("the workbook merges the same cells again and again", "save the sheet as .csv")
        anchor = cells[first - top][start - left]
        for row in cells[first - top : first - top + rows]:
            for column in range(start - left, start - left + columns):
                row[column] = Cell("", row[column].place, covered=True)
        cells[first - top][start - left] = anchor._replace(rows=rows, columns=columns)
