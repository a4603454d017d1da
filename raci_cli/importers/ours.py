"""What raci itself wrote: matrices with their ids, read back as they were."""

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from raci_cli.clock import parse_date
from raci_cli.errors import UsageError
from raci_cli.importers import cells
from raci_cli.importers.lookups import headings, is_person, normal
from raci_cli.importers.parts import one_line
from raci_cli.importers.records import (
    Cell,
    Decision,
    Document,
    Grid,
    Heading,
    Matrix,
    Overrides,
    Paragraph,
    Party,
    Reading,
    Work,
)
from raci_cli.importers.schemes import alphabet
from raci_cli.model.project import STATUSES
from raci_cli.model.scheme import Scheme
from raci_cli.model.schemes import SCHEMES
from raci_cli.text import quoted

# The headings of what raci writes, as they are spelt in CSV and elsewhere, and what the columns hold.
_SPELT = {
    "number": "number", "#": "number", "id": "id", "Id": "id", "title": "title", "Step": "title", "phase": "phase",
    "Phase": "phase", "status": "status", "Status": "status", "due": "due", "Due": "due",
}  # fmt: skip
_NEEDED = {"number", "id", "title"}
_LETTERS = re.compile(r"\w{1,3}(/\w{1,3})*")
_FIRST_ROWS = 6  # a workbook has its title above the headings
_HIDDEN, _CHECK, _NOTE = "_raci", "Check", "note"


class _Table(NamedTuple):
    """A table of raci's: the place of its headings, what its columns hold, those of the parties, and the scheme's name.

    In a page, cells say in an attribute whose they are; `marked` holds then.
    """

    grid: Grid
    y: int
    columns: Mapping[int, str]
    parties: Mapping[int, Party]
    scheme: str = ""
    marked: bool = False


def own(document: Document, overrides: Overrides, known: Scheme | None = None) -> Matrix | None:
    """The matrix of a document that raci wrote, or None if it did not; `known` is the scheme of the project.

    Raises UsageError where it is written in a scheme of a project's own, which only that project knows.
    """
    if overrides != Overrides(as_=overrides.as_):
        return None
    records = _records(document)
    for grid in document.blocks:
        if isinstance(grid, Grid) and not grid.hidden:
            table = _marked(grid) or _spelt(grid, records)
            if table is not None:
                return _matrix(document, table, known)
    return None


def _records(document: Document) -> list[list[str]]:
    """The rows of the hidden sheet of a workbook: kind, id, what is shown, letter."""
    sheets = [block for block in document.blocks if isinstance(block, Grid) and block.name == _HIDDEN]
    return [[cell.text for cell in row[:4]] + [""] * (4 - len(row)) for sheet in sheets for row in sheet.rows]


def _marked(grid: Grid) -> _Table | None:
    """A table of a page whose cells say whose they are: the corner the scheme, the headings parties and steps."""
    corner = grid.rows[0][0].id if grid.rows and grid.rows[0] else ""
    if not corner:
        return None
    for y, row in enumerate(grid.rows[:2]):  # teams may stand above their people
        parties = {
            x: Party(cell.text, cell.place, is_person(cell.text), id=cell.id)
            for x, cell in enumerate(row)
            if x and cell.id
        }
        if parties:
            return _Table(grid, y, {}, parties, corner, marked=True)
    return _Table(grid, 0, {}, {}, corner, marked=True)


def _spelt(grid: Grid, records: Sequence[Sequence[str]]) -> _Table | None:
    """A table whose first headings are those that raci writes."""
    ids = {record[2]: (record[1], record[3]) for record in records if record[0] == "party"}
    for y, row in enumerate(grid.rows[:_FIRST_ROWS]):
        columns: dict[int, str] = {}
        for x, cell in enumerate(row):
            kind = _SPELT.get(cell.text.strip())
            if kind is None or kind in columns.values():
                break
            columns[x] = kind
        if set(columns.values()) >= _NEEDED and columns[0] == "number":
            heads = {x: one_line(cell) for x, cell in enumerate(row) if x not in columns and cell.text}
            if heads and _CHECK not in ids and _is_check(grid, y, max(heads), sure=bool(records)):
                del heads[max(heads)]
            columns |= {x: _NOTE for x, name in heads.items() if name not in ids and _is_notes(grid, y, x)}
            parties = {x: _party(name, row[x].place, ids) for x, name in heads.items() if x not in columns}
            named = next((record[1] for record in records if record[0] == "scheme"), "")
            return _Table(grid, y, columns, parties, named)
    return None


def _is_check(grid: Grid, y: int, x: int, *, sure: bool) -> bool:
    """Whether a column is what a workbook says of each row, in it or in what was saved from it."""
    texts = [row[x].text for row in grid.rows[y + 1 :] if row[x].text]
    said = bool(texts) and all(re.fullmatch("ok|(\\d+ [^,]+|overdue)(, overdue)?", text) for text in texts)
    return grid.rows[y][x].text == _CHECK and (sure or said)


def _is_notes(grid: Grid, y: int, x: int) -> bool:
    """Whether a column that somebody added holds notes: its heading says so, and nothing in it looks like letters."""
    texts = (row[x].text.strip() for row in grid.rows[y + 1 :])
    return "notes" in headings(one_line(grid.rows[y][x])) and not any(_LETTERS.fullmatch(text) for text in texts)


def _party(name: str, place: str, ids: Mapping[str, tuple[str, str]]) -> Party:
    """A party; a name that raci made different by its id gets it back."""
    id_, kind = ids.get(name, ("", ""))
    person = kind != "team" if kind else is_person(name)
    return Party(name.removesuffix(f" ({id_})") if id_ else name, place, person, id=id_ or None)


def _matrix(document: Document, table: _Table, known: Scheme | None) -> Matrix:
    rows = [(row, _work(row, table)) for row in table.grid.rows[table.y + 1 :]]
    letters = {part for row, work in rows if work for x in table.parties for part in row[x].text.split("/") if part}
    scheme, sure = _scheme(document, table.scheme, letters, known)
    works: list[Work] = []
    helped: list[Reading] = []
    unread: list[Reading] = []
    for row, work in rows:
        roles, odd = _roles(row, table, scheme)
        if work is not None:
            works.append(work._replace(roles=roles))
        elif table.marked or _is_total(row, table, scheme):
            continue  # the heading of a phase, or how many steps a party has in a role
        elif roles:
            odd += [
                Reading(row[x].place, row[x].text, "", party.name, (), "its row has neither an id nor a title")
                for x, party in table.parties.items() if row[x].text
            ]  # fmt: skip
        helped += [one._replace(step=work.title if work else "") for one in odd if one.roles]
        unread += [one._replace(step=work.title if work else "") for one in odd if not one.roles]
    title = next((block.text for block in document.blocks if isinstance(block, Heading)), None)
    title = title.rpartition(":")[0] or title if title else None
    how = Decision("source", "raci", "its headings are those that raci writes, with ids", 0.99)
    said = Decision("scheme", scheme.name, "the source is raci's own", sure)
    parties = tuple(table.parties.values())
    return Matrix(scheme.name, parties, tuple(works), (how, said), tuple(helped), tuple(unread), title=title)


def _scheme(document: Document, named: str, letters: set[str], known: Scheme | None) -> tuple[Scheme, float]:
    """The scheme, and how sure that is: the project's, what the source names, what a legend says, or one that fits."""
    if known is not None and (named in ("", known.name)) and letters <= {role.letter for role in known.roles}:
        return known, 0.99
    if named:
        if named not in SCHEMES:
            raise UsageError(
                f"it is written in the scheme {quoted(named)}, which is a project's own",
                help="import it into that project: --into FILE",
            )
        return SCHEMES[named], 0.99
    told: set[str] = set()
    for block in document.blocks:
        if isinstance(block, Paragraph) and not told:
            words = [part.strip().split(" ") for part in block.text.split(",")]
            told = {word[1] for word in words if len(word) > 1}
    shipped = list(SCHEMES.values())
    said = [scheme for scheme in shipped if told and told == set(scheme.names)]
    fits = [scheme for scheme in shipped if letters <= {role.letter for role in scheme.roles}]
    return (*said, *fits, SCHEMES["raci"])[0], 0.95 if said else 0.8


def _roles(row: Sequence[Cell], table: _Table, scheme: Scheme) -> tuple[dict[int, tuple[str, ...]], list[Reading]]:
    """The roles of each party, and the cells that were read with help or not at all."""
    exact, loose = {role.letter: role.name for role in scheme.roles}, alphabet(scheme)
    roles: dict[int, tuple[str, ...]] = {}
    odd: list[Reading] = []
    for place, (x, party) in enumerate(table.parties.items()):
        text = row[x].text.strip()
        if all(part in exact for part in text.split("/")):
            roles[place] = loose.sorted(exact[part] for part in text.split("/"))
            continue
        reading = cells.read(text, loose)
        if reading.roles and not reading.unread:
            roles[place] = loose.sorted(reading.roles)
        if reading.unread or reading.help:
            found = () if reading.unread else reading.roles
            odd.append(Reading(row[x].place, row[x].text, "", party.name, found, reading.unread or reading.help))
    return roles, odd


def _is_total(row: Sequence[Cell], table: _Table, scheme: Scheme) -> bool:
    """Whether a row below a workbook counts a role."""
    due = next((row[x].text for x, kind in table.columns.items() if kind == "due"), "")
    return normal(due) in {normal(role.name) for role in scheme.roles}


def _work(row: Sequence[Cell], table: _Table) -> Work | None:
    """What a row says beside its letters; None where it names no step."""
    if table.marked:
        said = {"id": row[0].id, "title": row[0].text, "phase": row[1].id, "status": row[1].text, "due": row[2].text}
    else:
        said = {kind: row[x].text.strip() for x, kind in table.columns.items() if kind != _NOTE}
    if not said["id"] and (table.marked or not said["title"]):
        return None
    status, due = said.get("status", "").casefold().replace(" ", "-"), said.get("due", "")
    notes = [] if table.marked else _notes(row, table)
    if status and status not in STATUSES:
        notes.append(f"Status: {said['status']}")
    if not table.marked and due and due != "ongoing" and not parse_date(due):
        notes.append(f"Due: {due}")
    return Work(
        said["title"] or said["id"],
        row[0].place,
        {},
        said.get("phase") or None,
        tuple(notes),
        said["id"] or None,
        "." in said["id"],
        status if status in STATUSES else None,
        due if parse_date(due) else None,
    )


def _notes(row: Sequence[Cell], table: _Table) -> list[str]:
    """What stands in columns that somebody added."""
    heads = table.grid.rows[table.y]
    columns = [x for x, kind in table.columns.items() if kind == _NOTE and row[x].text.strip()]
    return [f"{one_line(heads[x])}: {one_line(row[x])}" for x in columns]
