"""What the user says of a table instead of a guess: which of its columns are the parties."""

import re
from collections.abc import Iterable

from raci_cli.errors import UsageError
from raci_cli.importers.columns import other_columns
from raci_cli.importers.records import Grid, Overrides
from raci_cli.importers.shape import Column, Shape, header_rows, heading_text
from raci_cli.importers.tables import Facts, Rows, facts
from raci_cli.importers.views import View

_LINE = re.compile(r"line \d+(?:, row \d+)?, column (\d+)")
_SHEET = re.compile(r"([A-Z]{1,3})\d+")
_LETTERS = "LGVW"


def first_column(grid: Grid) -> int:
    """The number, from 1, that the source gives to a table's first column."""
    for row in grid.rows:
        for x, cell in enumerate(row):
            if found := _LINE.fullmatch(cell.place):
                return int(found[1]) - x
            if found := _SHEET.fullmatch(cell.place):
                return _number(found[1]) - x
    return 1


def _number(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def refuse_impossible(grids: Iterable[Grid], overrides: Overrides) -> None:
    """Raise UsageError where the columns that are said to be parties stand in no table, or cannot be columns."""
    if overrides.parties is None:
        return
    first, last = overrides.parties
    if overrides.orientation not in (None, "steps-in-rows"):
        raise UsageError(
            "--parties names columns, which are parties only where steps stand in rows",
            help="leave out --orientation, or choose steps-in-rows",
        )
    if not 1 <= first <= last:
        raise UsageError(f"there are no columns from {first} to {last}", help="the first one comes first")
    spans = [(first_column(grid), first_column(grid) + len(grid.rows[0]) - 1) for grid in grids if grid.rows]
    if not any(start <= first and last <= end for start, end in spans):
        ends = [end for _, end in spans]
        there = f"the last column is {name(max(ends))} ({max(ends)})" if ends else "there is no table"
        raise UsageError(f"no table has the columns {name(first)} to {name(last)}", help=there)
    if not any(end - start > last - first for start, end in spans):
        raise UsageError("--parties leaves no column for the steps", help="name the columns with letters alone")


def name(number: int) -> str:
    """A column's number as a spreadsheet shows it."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def parties_view(grid: Grid, rows: Rows, headed: int, span: tuple[int, int]) -> View | str:
    """The table as a matrix of letters in which these columns alone are parties, or why it cannot be."""
    start = first_column(grid)
    columns = range(span[0] - start, span[1] - start + 1)
    if columns.start < 0 or not rows or columns.stop > len(rows[0]):
        return f"it has no columns {name(span[0])} to {name(span[1])}"
    found = _only(facts(rows, headed), columns)
    first = next((y for y in range(max(headed, 1), len(rows)) if _lettered(found, y, columns)), None)
    header = header_rows(found, first, columns) if first is not None else ()
    if not header:
        return "no letters stand in the columns that you say" if first is None else "nothing stands above its letters"
    others = other_columns(found, header, header[-1] + 1, len(rows), columns, lambda _: None)
    others = [column._replace(kind="notes" if column.kind == "party" else column.kind) for column in others]
    parties = [Column(x, "party", heading_text(found, header, x)) for x in columns]
    shape = Shape(header, header[-1] + 1, len(rows), tuple(sorted([*parties, *others])))
    return View("letters", found, shape, 1.0, why="as you say") if shape.of("title") else "it has no column of titles"


def _only(found: Facts, columns: range) -> Facts:
    """The table without letters in other columns: what stands there is text."""
    kinds = tuple(
        "".join("T" if kind in _LETTERS and x not in columns else kind for x, kind in enumerate(row))
        for row in found.kinds
    )
    return found._replace(kinds=kinds)


def _lettered(found: Facts, y: int, columns: range) -> bool:
    """Whether most of what stands in the columns is letters."""
    filled = [found.kinds[y][x] for x in columns if found.kinds[y][x] not in " N"]
    return bool(filled) and sum(kind in _LETTERS for kind in filled) * 2 >= len(filled)
