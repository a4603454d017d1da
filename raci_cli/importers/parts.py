"""What one table or list gave, before the tables of a document are put together."""

from typing import NamedTuple

from raci_cli.importers.records import Cell, Decision, Reading


class Holder(NamedTuple):
    """A party with roles in a row."""

    party: str
    place: str
    roles: tuple[str, ...]


class Line(NamedTuple):
    """A row: a step and who holds what in it."""

    title: str
    place: str
    holders: tuple[Holder, ...] = ()
    phase: str | None = None
    notes: tuple[str, ...] = ()
    status: str | None = None
    due: str | None = None
    ref: str | None = None  # what stands in a column of ids


class Column(NamedTuple):
    """A party that a heading names."""

    name: str
    place: str
    title: str | None = None


class Part(NamedTuple):
    """The parties and rows of one table or list, with what was read with help and what could not be read."""

    name: str
    place: str
    parties: tuple[Column, ...]
    lines: tuple[Line, ...]
    decisions: tuple[Decision, ...] = ()
    helped: tuple[Reading, ...] = ()
    unread: tuple[Reading, ...] = ()
    above: tuple[str, ...] = ()  # what stands above the heading, in the same table


def one_line(cell: Cell) -> str:
    """The text of a cell on one line."""
    return " ".join(cell.text.split())
