"""Cells that span rows and columns, laid out on a grid."""

from collections.abc import Sequence
from itertools import takewhile
from typing import NamedTuple

from raci_cli.importers import shaping
from raci_cli.importers.records import Cell, Grid


class Raw(NamedTuple):
    """A cell as a page says it: the line that it stands in, and how far it reaches (0 rows: to the end)."""

    text: str
    line: int
    bold: bool = False
    head: bool = False
    rows: int = 1
    columns: int = 1
    id: str = ""


class Row(NamedTuple):
    """A row of a page, and whether it stands in the table's head."""

    line: int
    head: bool
    cells: list[Raw]


def laid_out(rows: Sequence[Row], line: int) -> Grid:
    """The grid of a table that begins at a line; what a cell covers is empty and `covered`.

    Rows that stand in one line of the source have their number in the places of their cells.
    """
    place = f"line {line}"
    by_line = len({row.line for row in rows}) == len(rows)
    left: dict[int, int] = {}
    done: list[tuple[int, list[Cell]]] = []
    for index, row in enumerate(rows):
        cells = _row(row, left, len(rows) - index, 0 if by_line else index + 1)
        shaping.refuse_size(index + 1, len(cells), place)
        done.append((row.line, cells))
    headed = sum(1 for _ in takewhile(_is_head, rows))
    if headed == len(rows) and not rows[0].head:
        headed = 0  # a page that makes every cell a heading says nothing by it
    return shaping.grid(done, place, headed, by_line=by_line)


def _row(row: Row, left: dict[int, int], remaining: int, number: int) -> list[Cell]:
    """The cells of a row; `left` says how many rows a column is still covered, and is brought up to date."""
    done: list[Cell] = []
    for raw in row.cells:
        _cover(row, done, left, number)
        rows = remaining if raw.rows == 0 else min(raw.rows, remaining)
        columns = min(max(raw.columns, 1), shaping.MOST_COLUMNS)
        shaping.refuse_size(1, len(done) + columns, f"line {row.line}")
        for offset in range(columns):
            if rows > 1:
                left[len(done)] = rows - 1
            where = shaping.position(row.line, len(done) + 1, number)
            if offset:
                done.append(Cell("", where, covered=True))
            else:
                done.append(Cell(raw.text, where, raw.bold, raw.head or row.head, rows, columns, id=raw.id))
    last = max(left, default=-1)
    while len(done) <= last:
        _cover(row, done, left, number)
        if len(done) <= last:
            done.append(Cell("", shaping.position(row.line, len(done) + 1, number)))
    return done


def _cover(row: Row, done: list[Cell], left: dict[int, int], number: int) -> None:
    while len(done) in left:
        column = len(done)
        left[column] -= 1
        if not left[column]:
            del left[column]
        done.append(Cell("", shaping.position(row.line, column + 1, number), covered=True))


def _is_head(row: Row) -> bool:
    return row.head or (bool(row.cells) and all(cell.head for cell in row.cells))
