"""Tables in lines of text: widths in cells, columns that give way in a fixed order, and what is hidden is said."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import groupby
from typing import NamedTuple

from raci_cli.cells import cell_len, clip, wrapped
from raci_cli.text import Look, count, listed, visible

GAP = "  "
# So much of a title is shown in any case.
LEAST_TITLE = 16
_SIGN = 3
# How far the lines of what is too wide for one stand in.
_FOLD = 2

Cell = tuple[str, str]


class Narrow(NamedTuple):
    """What a column becomes where there is little room, and the key to it."""

    heading: str
    cells: list[Cell]
    key: tuple[str, ...] = ()


@dataclass
class Column:
    """A column of a table: heading, cells as (style, text), whether they stand right.

    Where there is no room, `least` is what it may shrink to at once. Then columns become `narrow` or go altogether, in
    the order of `narrows` and `gives`: 1 first, 0 never. `group` stands above neighbours that share it.
    """

    heading: str
    cells: list[Cell]
    right: bool = False
    least: int | None = None
    gap: str = GAP
    narrow: Narrow | None = None
    narrows: int = 0
    gives: int = 0
    party: bool = False
    group: str = ""

    @cached_property
    def width(self) -> int:
        return max([cell_len(self.heading), *(cell_len(text) for _, text in self.cells)])


class Fitted(NamedTuple):
    """The columns that there is room for, the keys to those that are narrow, the names of those that are gone."""

    columns: list[Column]
    keys: list[tuple[str, ...]]
    hidden: list[str]


def table(columns: Sequence[Column], look: Look) -> list[str]:
    """Lines of a table; the column with a `least` width gives way first."""
    widths = _widths(columns, look)
    rows = zip(*(column.cells for column in columns), strict=True)
    heading = [(column.heading and "dim", column.heading) for column in columns]
    lines = [_line(columns, widths, row, look) for row in (heading, *rows)]
    return [*_bands(columns, widths, look), *lines]


def fitting(columns: Sequence[Column], all_of_it: str, look: Look) -> list[str]:
    """Lines of a table as it fits, then what its signs mean, what is not shown, and where to see `all_of_it`."""
    kept = fitted(columns, look)
    return [*table(kept.columns, look), *_below(kept, all_of_it, look)]


def sections(columns: Sequence[Column], heads: Sequence[tuple[str, int]], all_of_it: str, look: Look) -> list[str]:
    """Such a table with headings between its rows, each with the number of rows that follow it."""
    kept = fitted(columns, look)
    first, *rows = table(kept.columns, look)
    lines = [first]
    for head, number in heads:
        lines += ["", look.paint("strong", clip(head, look.width or 10**9, look)), *rows[:number]]
        rows = rows[number:]
    below = _below(kept, all_of_it, look)
    return [*lines, *([""] if below else []), *below]


def _below(kept: Fitted, all_of_it: str, look: Look) -> list[str]:
    lines = [look.paint("dim", line) for key in kept.keys for line in wrap(key, look)]
    if kept.hidden:
        lines += wrapped(f"Hidden for want of width: {listed(kept.hidden)}; {all_of_it} has all.", look.width)
    return lines


def fitted(columns: Sequence[Column], look: Look) -> Fitted:
    """Let columns give way, in their order, until there is room for the rest."""
    kept: dict[int, Column] = dict(enumerate(columns))
    keys: dict[int, tuple[str, ...]] = {}
    gone: list[Column] = []
    for _, moves in groupby(sorted(_moves(columns)), key=lambda move: move[0]):
        if look.width is None or least(list(kept.values())) <= look.width:
            break
        for _, index, goes in moves:
            narrow = columns[index].narrow
            if goes:
                gone.append(columns[index])
                del kept[index]
                keys.pop(index, None)
            elif narrow is not None:
                kept[index] = replace(kept[index], heading=narrow.heading, cells=narrow.cells, least=None)
                keys[index] = narrow.key
    return Fitted(list(kept.values()), [key for key in keys.values() if key], _names(gone))


def _moves(columns: Sequence[Column]) -> Iterator[tuple[int, int, bool]]:
    """When which column becomes narrow, and when it goes."""
    for index, column in enumerate(columns):
        if column.narrows:
            yield column.narrows, index, False
        if column.gives:
            yield column.gives, index, True


def _names(gone: Sequence[Column]) -> list[str]:
    hidden = [column.heading.lower() for column in gone if not column.party]
    if parties := [column.heading for column in reversed(gone) if column.party]:
        hidden.append(f"{count(len(parties), 'party', 'parties')} ({', '.join(parties)})")
    return hidden


def least(columns: Sequence[Column]) -> int:
    """Cells that the columns take when all have shrunk."""
    widths = [column.width if column.least is None else min(column.width, column.least) for column in columns]
    return sum(widths) + _gaps(columns)


def _gaps(columns: Sequence[Column]) -> int:
    return sum(len(column.gap) for column in columns[1:])


def _widths(columns: Sequence[Column], look: Look) -> list[int]:
    widths = [column.width for column in columns]
    too_wide = sum(widths) + _gaps(columns) - (look.width or 10**9)
    for index, column in enumerate(columns):
        if too_wide > 0 and column.least is not None:
            given = min(too_wide, max(0, widths[index] - column.least))
            widths[index] -= given
            too_wide -= given
    return widths


def _bands(columns: Sequence[Column], widths: Sequence[int], look: Look) -> Iterator[str]:
    """On a terminal, a line with what neighbours share, as far as there is room for it above them."""
    line, ends = "", [0]
    for index, (column, width) in enumerate(zip(columns, widths, strict=True)):
        ends.append(ends[-1] + width + (len(column.gap) if index else 0))
    for name, same in groupby(range(len(columns)), key=lambda index: columns[index].group):
        inner = list(same)
        start = ends[inner[0] + 1] - widths[inner[0]]
        room = ends[inner[-1] + 1] - start
        if name and (cell_len(name) <= room or room > _SIGN):
            line += " " * (start - cell_len(line)) + clip(name, room, look)
    if line and look.width:
        yield look.paint("dim", line)


def _line(columns: Sequence[Column], widths: Sequence[int], row: Sequence[Cell], look: Look) -> str:
    parts = []
    for index, (column, width, (style, text)) in enumerate(zip(columns, widths, row, strict=True)):
        cut = clip(text, width, look)
        padding = " " * (width - cell_len(cut))
        last = index == len(columns) - 1 and not column.right
        painted = look.paint(style, cut) if style and cut else cut
        parts.append((column.gap if index else "") + (padding if column.right else "") + painted)
        parts.append("" if column.right or last else padding)
    return "".join(parts).rstrip()


def wrap(words: Sequence[str], look: Look, gap: str = "   ") -> list[str]:
    """Words that are to stay whole, in as few lines as the width allows; one that is wider has lines of its own."""
    lines: list[str] = []
    alone = True
    for word in words:
        if not alone and (look.width is None or cell_len(lines[-1] + gap + word) <= look.width):
            lines[-1] += gap + word
        else:
            begun = visible(word) if word.lstrip().startswith("::") else word
            alone = look.width is not None and cell_len(begun) > look.width
            first, *rest = wrapped(begun, look.width, indent=_FOLD) if alone else [begun]
            lines += [first, *(" " * _FOLD + line for line in rest)]
    return lines
