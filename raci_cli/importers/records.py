"""What the importer's parts hand to each other: documents of blocks, and the matrices that were read in them."""

from typing import NamedTuple


class Cell(NamedTuple):
    """A cell of a table as plain text, without markup; line breaks within it are newlines.

    `place` is how people find it: `B3` in a workbook, `line 12, column 3` elsewhere (columns of the table, from 1).
    `bold` holds where all of the text is strong, `head` where the source says that it is a heading; a merged cell says
    how many `rows` and `columns` it spans, and the cells that it covers are `covered` and empty.
    """

    text: str = ""
    place: str = ""
    bold: bool = False
    head: bool = False
    rows: int = 1
    columns: int = 1
    covered: bool = False
    id: str = ""


class Grid(NamedTuple):
    """A table: `rows` are all of one length; `headed` counts the first rows that the source declares as headings."""

    name: str  # `table 2`, or the sheet's name
    place: str  # `line 14`, or the sheet's first cell
    rows: tuple[tuple[Cell, ...], ...]
    headed: int = 0
    hidden: bool = False


class Item(NamedTuple):
    """An item of a list, with those beneath it."""

    text: str
    place: str
    bold: bool = False
    items: tuple["Item", ...] = ()


class Listing(NamedTuple):
    """A list, of bullets or numbers."""

    place: str
    items: tuple[Item, ...]


class Heading(NamedTuple):
    """A heading, of level 1 to 6."""

    text: str
    place: str
    level: int


class Paragraph(NamedTuple):
    """Prose, which may be a table or a legend that nobody marked as one; lines are kept."""

    text: str
    place: str


Block = Grid | Listing | Heading | Paragraph


class Document(NamedTuple):
    """A source as blocks in their order; `said` tells what was done to read it: its encoding, its separator."""

    format: str
    blocks: tuple[Block, ...]
    said: tuple[str, ...] = ()


class Decision(NamedTuple):
    """A guess: what was decided, how, why, and how sure that is (0 to 1); `option` overrules it."""

    what: str
    value: str
    why: str
    confidence: float
    option: str = ""


class Reading(NamedTuple):
    """A cell that was read with help (`roles`), or could not be (`roles` empty); `why` says how, or why not.

    `work` is the index of its work in the matrix, where it belongs to one.
    """

    place: str
    text: str
    step: str
    party: str
    roles: tuple[str, ...]
    why: str
    work: int | None = None


class Party(NamedTuple):
    """A column, or a name in cells: `id` only where the source is raci's own; `person` is a guess."""

    name: str
    place: str
    person: bool
    id: str | None = None
    title: str | None = None  # what the person is, where a heading of two rows says both


class Work(NamedTuple):
    """A row: `roles` maps the index of a party to the names of its roles in the scheme, in the scheme's order.

    `id`, `task`, `status` and `due` only where the source says them in so many words; `ref` is what stands in a column
    of ids, which may be those of a project.
    """

    title: str
    place: str
    roles: dict[int, tuple[str, ...]]
    phase: str | None = None
    notes: tuple[str, ...] = ()
    id: str | None = None
    task: bool = False
    status: str | None = None
    due: str | None = None
    ref: str | None = None


class Matrix(NamedTuple):
    """What one or several tables of a document say: who has which roles in which work."""

    scheme: str
    parties: tuple[Party, ...]
    works: tuple[Work, ...]
    decisions: tuple[Decision, ...] = ()
    helped: tuple[Reading, ...] = ()
    unread: tuple[Reading, ...] = ()
    alike: tuple[tuple[str, ...], ...] = ()  # names that look the same, proposed as one party
    title: str | None = None  # a heading that names the project


class Overrides(NamedTuple):
    """What the user says instead of a guess; None: guess."""

    table: int | None = None  # from 1, in the order of the document
    sheet: str | None = None
    orientation: str | None = None  # a key of ORIENTATIONS
    parties: tuple[int, int] | None = None  # first and last column, from 1
    as_: str | None = None  # people or teams


ORIENTATIONS = {
    "steps-in-rows": "a step a row, a party a column",
    "steps-in-columns": "a party a row, a step a column",
    "names-in-cells": "a step a row, a role a column, names in the cells",
    "list": "lists of roles under each step, or of letters under each party",
}
