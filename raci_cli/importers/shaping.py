"""What all sources share: plain text, rows of one length, and how large a table may be."""

import re
from collections.abc import Iterable, Sequence

from raci_cli.errors import RaciError
from raci_cli.importers.records import Block, Cell, Grid, Paragraph

MOST_CELLS = 30_000  # a project file holds fewer roles by far
MOST_COLUMNS = 2_000
STRUCK = "~~"  # stands around what is struck out, as in Markdown: letters and names, of which it takes the meaning
LONGEST_CELL = 32_767  # what a cell of a spreadsheet holds at most

# Nobody sees these, and two names that differ by them are one: soft hyphens, zero widths, marks of direction, tags.
_UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff"
    "\ufff9-\ufffb\ufffe\uffff\U000e0000-\U000e007f\ud800-\udfff]"
)
_LONG_STRUCK = re.compile("~~([^~]{13,}|)~~")
_SPACES = re.compile(r"[^\S\n]+")
_BREAKS = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")


def unstruck(text: str) -> str:
    """Text in which only what is as short as letters and names is still marked as struck out."""
    return _LONG_STRUCK.sub(r"\1", text) if STRUCK in text else text


def plain(text: str) -> str:
    """Text without what nobody sees; each line with single spaces, lines without text left out."""
    if text.isascii() and text.isprintable() and "  " not in text:
        return text.strip()
    lines = _SPACES.sub(" ", _UNSEEN.sub("", _BREAKS.sub("\n", text))).split("\n")
    return "\n".join(stripped for line in lines if (stripped := line.strip()))


def cells(texts: Iterable[str], line: int) -> list[Cell]:
    """The cells of a row that stands in a line of the source."""
    return [Cell(plain(text), position(line, column)) for column, text in enumerate(texts, start=1)]


def position(line: int, column: int, row: int = 0) -> str:
    """The place of a cell in a file of lines, all counted from 1; the row where the line does not tell it."""
    return f"line {line}, row {row}, column {column}" if row else f"line {line}, column {column}"


def grid(rows: Sequence[tuple[int, list[Cell]]], place: str, headed: int = 0, *, by_line: bool = True) -> Grid:
    """A table of rows with their lines, made equally long; RaciError where it is too large."""
    width = max((len(row) for _, row in rows), default=0)
    refuse_size(len(rows), width, place)
    full = []
    for number, (line, row) in enumerate(rows, 1):
        missing = range(len(row) + 1, width + 1)
        full.append((*row, *(Cell("", position(line, column, 0 if by_line else number)) for column in missing)))
    made = Grid("", place, tuple(full), headed)
    refuse_long_cells(made)
    return made


def refuse_size(rows: int, columns: int, place: str) -> None:
    """Raise RaciError where a table is larger than any matrix."""
    if columns > MOST_COLUMNS:
        raise RaciError(
            f"the table at {place} has more than {MOST_COLUMNS:,} columns", "import the part that is the matrix"
        )
    if rows * columns > MOST_CELLS:
        raise RaciError(
            f"the table at {place} has more than {MOST_CELLS:,} cells", "import the part that is the matrix"
        )


def refuse_long_cells(made: Grid) -> None:
    """Raise RaciError at a cell that is longer than one of a spreadsheet can be."""
    for row in made.rows:
        for cell in row:
            if len(cell.text) > LONGEST_CELL:
                raise RaciError(f"{cell.place} has more than {LONGEST_CELL:,} characters", "shorten the text there")


def finished(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """The blocks with tables counted by their names; tables without any text are left out."""
    done: list[Block] = []
    number = total = 0
    for block in blocks:
        if not isinstance(block, Grid):
            if not isinstance(block, Paragraph) or block.text:
                done.append(block)
        elif any(cell.text for row in block.rows for cell in row):
            number += 1
            total += sum(map(len, block.rows))
            done.append(block if block.name else block._replace(name=f"table {number}"))
    if total > MOST_CELLS:
        raise RaciError(f"the tables have more than {MOST_CELLS:,} cells", "import the part that is the matrix")
    return tuple(done)
