"""What raci itself wrote: matrices with their ids, read back as they were."""

from collections.abc import Sequence

from raci_cli.guard import unguarded
from raci_cli.importers import cells
from raci_cli.importers.lookups import is_nobody, normal
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

# The headings of what raci writes, as they are compared, and what the columns hold.
_COLUMNS = {"": "number", "number": "number", "id": "id", "step": "title", "title": "title", "phase": "phase",
            "status": "status", "due": "due"}  # fmt: skip
_NEEDED = {"id", "title"}
_HIDDEN = "_raci"
_CHECK = "Check"


def own(document: Document, overrides: Overrides) -> Matrix | None:
    """The matrix of a document that raci wrote, or None if it did not."""
    if overrides != Overrides(as_=overrides.as_):
        return None
    records = _records(document)
    for grid in document.blocks:
        if isinstance(grid, Grid) and not grid.hidden and (found := _header(grid)):
            y, columns = found
            return _matrix(document, grid, y, columns, records, overrides)
    return None


def _records(document: Document) -> list[list[str]]:
    """The rows of the hidden sheet of a workbook: kind, id, what is shown, letter."""
    sheets = [block for block in document.blocks if isinstance(block, Grid) and block.name == _HIDDEN]
    return [
        [unguarded(cell.text) for cell in row[:4]] + [""] * (4 - len(row)) for sheet in sheets for row in sheet.rows
    ]


def _header(grid: Grid) -> tuple[int, dict[int, str]] | None:
    """The row of headings and what the columns before the parties hold, where a table is raci's own."""
    for y, row in enumerate(grid.rows[:6]):
        columns: dict[int, str] = {}
        for x, cell in enumerate(row):
            kind = _COLUMNS.get(normal(cell.text)) if cell.text.strip() in ("", "#", *_SPELLED) else None
            if kind is None or kind in columns.values():
                break
            columns[x] = kind
        if set(columns.values()) >= _NEEDED and columns.get(0) == "number" and row[0].text.strip():
            return y, columns
    return None


_SPELLED = ("number", "id", "title", "phase", "status", "due", "Id", "Step", "Phase", "Status", "Due")


def _scheme(document: Document, letters: set[str], records: Sequence[Sequence[str]]) -> Scheme:
    """The scheme: as the hidden sheet says, as the legend below says, else the first that has all letters."""
    named = next((record[1] for record in records if record[0] == "scheme"), "")
    if named in SCHEMES:
        return SCHEMES[named]
    told: set[str] = set()
    for block in document.blocks:
        if isinstance(block, Paragraph) and not told:
            words = [part.strip().split(" ") for part in block.text.split(",")]
            told = {word[1] for word in words if len(word) > 1 and len(word[0]) == 1}
    for scheme in SCHEMES.values():
        if told and told == set(scheme.names):
            return scheme
    fits = [scheme for scheme in SCHEMES.values() if letters <= {role.letter for role in scheme.roles}]
    return fits[0] if fits else SCHEMES["raci"]


def _matrix(
    document: Document,
    grid: Grid,
    y: int,
    columns: dict[int, str],
    records: Sequence[Sequence[str]],
    overrides: Overrides,
) -> Matrix:
    body = [row for row in grid.rows[y + 1 :] if any(cell.text for cell in row)]
    heads = {x: unguarded(one_line(cell)) for x, cell in enumerate(grid.rows[y]) if x not in columns and cell.text}
    if heads and list(heads.values())[-1] == _CHECK and _CHECK not in _ids(records):
        del heads[max(heads)]  # what the workbook says of each row
    letters = {part for row in body for x in heads for part in row[x].text.split("/") if len(part) == 1}
    scheme = _scheme(document, letters, records)
    letters_of = alphabet(scheme)
    ids = _ids(records)
    parties = tuple(_party(name, grid.rows[y][x].place, ids, overrides) for x, name in heads.items())
    index = {x: place for place, x in enumerate(heads)}
    works: list[Work] = []
    unread: list[Reading] = []
    helped: list[Reading] = []
    for row in body:
        texts = {kind: unguarded(row[x].text.strip()) for x, kind in columns.items()}
        roles: dict[int, tuple[str, ...]] = {}
        for x, place in index.items():
            reading = cells.read(unguarded(row[x].text), letters_of)
            step, party = texts.get("title", ""), parties[place].name
            if reading.roles:
                roles[place] = letters_of.sorted(reading.roles)
            if reading.unread:
                unread.append(Reading(row[x].place, row[x].text, step, party, (), reading.unread))
            elif reading.help:
                helped.append(Reading(row[x].place, row[x].text, step, party, reading.roles, reading.help))
        works.append(_work(row, texts, roles))
    title = next((block.text for block in document.blocks if isinstance(block, Heading)), None)
    title = title.rpartition(":")[0] or title if title else None
    how = Decision("source", "raci", "its headings are those that raci writes, with ids", 0.99)
    said = Decision("scheme", scheme.name, "the source is raci's own", 0.99 if records else 0.95)
    return Matrix(scheme.name, parties, tuple(works), (how, said), tuple(helped), tuple(unread), title=title)


def _ids(records: Sequence[Sequence[str]]) -> dict[str, str]:
    """The ids of parties by what is shown."""
    return {record[2]: record[1] for record in records if record[0] == "party"}


def _party(name: str, place: str, ids: dict[str, str], overrides: Overrides) -> Party:
    """A party; a name that raci made different by its id gets it back."""
    found = ids.get(name)
    bare = name.removesuffix(f" ({found})") if found else name
    return Party(bare, place, overrides.as_ == "people", id=found)


def _work(row: Sequence[Cell], texts: dict[str, str], roles: dict[int, tuple[str, ...]]) -> Work:
    status = texts.get("status", "").casefold().replace(" ", "-")
    due = texts.get("due", "")
    return Work(
        texts["title"],
        row[0].place,
        roles,
        texts.get("phase") or None,
        (),
        texts["id"] or None,
        "." in texts["id"],
        status if status in STATUSES else None,
        due if due and not is_nobody(due) else None,
    )
