"""The rows of a table whose shape is known: steps with their letters or names, phases, notes."""

import re
from collections.abc import Callable, Mapping
from functools import partial
from typing import NamedTuple

from raci_cli.importers import assignments, cells, names
from raci_cli.importers.legends import in_text, is_legend
from raci_cli.importers.lookups import is_heading, is_nobody, may_be_party, normal
from raci_cli.importers.parts import Column, Holder, Line, one_line
from raci_cli.importers.records import Cell, Reading
from raci_cli.importers.schemes import Alphabet
from raci_cli.importers.sections import section_text, sections
from raci_cli.importers.shape import Column as Place
from raci_cli.importers.shape import Shape
from raci_cli.importers.tables import Facts
from raci_cli.model.project import STATUSES
from raci_cli.text import short

_DATE = re.compile(r"\d{4}-\d\d-\d\d")
_LONGEST_LETTER = 40  # with the words beside it
_KEYS = ("legend", "key", "legende", "leyenda", "legenda", "raci legend", "легенда", "raci key", "notes", "note")
_TOTALS = frozenset(("total", "totals", "sum", "count", "summe", "gesamt", "totale", "somme", "итого", "toplam"))
_NOTE_WORDS = frozenset(
    ("note", "notes", "nb", "n b", "remark", "remarks", "comment", "nota", "notas", "note bene", "hinweis", "anmerkung",
     "bemerkung", "remarque", "примечание", "opmerking", "uwaga", "catatan", "ghi chu", "poznamka", "obs")
)  # fmt: skip


class Read(NamedTuple):
    """What was read in a table's rows; `seen` are the cells that were accounted for, and as what."""

    lines: list[Line]
    helped: list[Reading]
    unread: list[Reading]
    seen: dict[tuple[int, int], str]
    phases: Mapping[int, float]
    asides: list[str]  # what stands among the rows or below them and is no step
    at: dict[int, int]  # the index of the line that a row became


class Table(NamedTuple):
    """A table while its rows are read: what it is, how its cells are read, and where it has come to."""

    found: Facts
    shape: Shape
    heads: Mapping[int, Column]
    covers: Mapping[tuple[int, int], Cell]
    letters: Callable[[str], cells.Reading]
    names: Callable[[str], names.Names]
    pair: Callable[[str], assignments.Assignment | None]
    state: dict[str, str]
    result: Read

    def text(self, y: int, x: int) -> str:
        """The text of a cell, or of the merged one that covers it."""
        cell = self.found.rows[y][x]
        return cell.text or (self.covers[y, x].text if (y, x) in self.covers else "")


def read_rows(
    found: Facts, shape: Shape, heads: Mapping[int, Column], alphabet: Alphabet, phase: str | None, title: str | None
) -> Read:
    """The steps of a table: `heads` are the parties above columns of letters, `phase` and `title` what is above it."""
    named = shape.of("role")
    taken = sorted([*heads, *(column.place for column in named)])
    result = Read([], [], [], {}, sections(found, shape, taken), [], {})
    texts = [found.rows[y][column.place].text for column in named for y in range(shape.first, shape.last)]
    memo: dict[str, cells.Reading] = {}

    def letters(text: str) -> cells.Reading:
        if text not in memo:
            memo[text] = cells.read(text, alphabet)
        return memo[text]

    split = partial(
        names.split, known=names.alone(texts), often=names.again(texts), surnames=names.surnames_first(texts)
    )
    pair = partial(assignments.with_letters, alphabet=alphabet)
    state = {"phase": phase or "", "outer": "", "title": title or ""}
    table = Table(found, shape, heads, _covers(found), letters, split, pair, state, result)
    tops = [tuple(one_line(cell) for cell in found.rows[y]) for y in shape.header]
    end = _end(found, shape, result.phases)
    for y in range(shape.first, shape.last):
        if y >= end or (y not in result.phases and _is_note(found, y)):
            result.asides.extend(one_line(cell) for cell in found.rows[y] if cell.text)
            result.seen.update({(y, x): "aside" for x in range(found.width) if found.rows[y][x].text})
        elif _is_total(found, shape, y):
            result.asides.append(" ".join(one_line(cell) for cell in found.rows[y] if cell.text))
            result.seen.update({(y, x): "aside" for x in range(found.width) if found.rows[y][x].text})
        elif y in result.phases:
            _phase(table, y)
        elif not _is_aside(table, y, tops):
            _row(table, y)
    return result


def _end(found: Facts, shape: Shape, phases: Mapping[int, float]) -> int:
    """Where the rows end and prose begins: below an empty row, rows of one text each to the end."""
    y = shape.last
    while y > shape.first and found.kinds[y - 1].count(" ") == found.width - 1 and found.kinds[y - 1].strip() in "TWD":
        y -= 1
    below_empty = y > shape.first and not found.kinds[y - 1].strip()
    return y if below_empty and not any(row in phases for row in range(y, shape.last)) else shape.last


def _is_total(found: Facts, shape: Shape, y: int) -> bool:
    """Whether a row counts letters: `Total`, and under the parties nothing but numbers."""
    head = next((cell.text for cell in found.rows[y] if cell.text), "")
    taken = [found.kinds[y][column.place] for column in shape.of("party", "role")]
    return normal(head).split(" ")[0] in _TOTALS and "D" in taken and set(taken) <= set("DN ")


def _is_note(found: Facts, y: int) -> bool:
    """Whether a row is nothing but a note: `Note: the lawyer is away in May`."""
    texts = [cell.text for cell in found.rows[y] if cell.text]
    head, colon, rest = texts[0].partition(":") if len(texts) == 1 else ("", "", "")
    return bool(colon) and bool(rest.strip()) and normal(head) in _NOTE_WORDS


def _covers(found: Facts) -> dict[tuple[int, int], Cell]:
    """For each cell that a merged one covers, that one."""
    covered: dict[tuple[int, int], Cell] = {}
    for y, row in enumerate(found.rows):
        for x, cell in enumerate(row):
            if cell.rows > 1 or cell.columns > 1:
                for down in range(y, min(len(found.rows), y + cell.rows)):
                    for right in range(x, min(found.width, x + cell.columns)):
                        if (down, right) != (y, x) and found.rows[down][right].covered:
                            covered[down, right] = cell
    return covered


def _phase(table: Table, y: int) -> None:
    """A row that heads those below; one right below another stands under it."""
    text, state = section_text(table.found, y), table.state
    state["phase"] = f"{state['outer']}: {text}" if y - 1 in table.result.phases and state["outer"] else text
    state["outer"] = text
    table.result.seen.update({(y, x): "phase" for x in range(table.found.width) if table.found.rows[y][x].text})


def _is_aside(table: Table, y: int, tops: list[tuple[str, ...]]) -> bool:
    """Whether a row says nothing of its own: it is empty, a heading again, or a legend."""
    found, kinds = table.found, table.found.kinds[y]
    filled = [x for x, cell in enumerate(found.rows[y]) if cell.text]
    what = ""
    if not kinds.strip(" N"):
        title = table.shape.of("title")
        named = title and found.rows[y][title[0].place].text.strip().isalnum()
        what = "" if named else "nobody"
    elif tuple(one_line(cell) for cell in found.rows[y]) in tops:
        what = "heading"
    elif not kinds.strip(" NK") or (
        len(filled) == 1 and (is_legend(found.rows[y][filled[0]].text) or _is_key(found.rows[y][filled[0]].text))
    ):
        what = "legend"
    table.result.seen.update({(y, x): what for x in filled if what})
    return bool(what)


def _is_key(text: str) -> bool:
    """Whether a text is a legend, or the heading of one."""
    return is_legend(text) or (normal(text) in _KEYS and not in_text(text))


def _row(table: Table, y: int) -> None:
    row, seen, state = table.found.rows[y], table.result.seen, table.state
    here = (len(table.result.helped), len(table.result.unread))
    notes: list[str] = []
    fields: dict[str, str] = {}
    title = ""
    for column in table.shape.columns:
        text = " ".join(table.text(y, column.place).split())
        if row[column.place].text and column.kind not in ("party", "role", ""):
            seen[y, column.place] = column.kind
        if column.kind == "title":
            title = text
        elif column.kind == "phase" and text and not is_nobody(text):
            state["phase"] = text
        elif column.kind == "notes" and row[column.place].text and (why := _letter_lost(table, y, column)):
            table.result.unread.append(Reading(row[column.place].place, text, "", column.heading, (), why))
            seen[y, column.place] = "letters"
        elif column.kind in ("notes", "id", "number", "status", "due") and not is_nobody(text):
            _field(column.kind, column.heading, text, fields, notes)
            fields |= {"ref": text} if column.kind == "id" else {}
    place = row[next((column.place for column in table.shape.of("title")), 0)].place or row[0].place
    title = _without_status(title, fields) or _title_instead(table, y, notes)
    holders = [*_lettered(table, y, title, notes), *_named(table, y, title, notes)]
    if not title:
        lost = [Reading(h.place, "/".join(h.roles), "", h.party, (), "its row has no title") for h in holders]
        table.result.unread.extend(lost)
        return
    state["title"] = title
    work = len(table.result.lines)
    table.result.at[y] = work
    for readings, start in zip((table.result.helped, table.result.unread), here, strict=True):
        readings[start:] = [reading._replace(work=work, step=title) for reading in readings[start:]]
    line = Line(title, place, tuple(holders), state["phase"] or None, tuple(notes), **fields)
    table.result.lines.append(line)


def _letter_lost(table: Table, y: int, column: Place) -> str:
    """Why a cell beside the letters is no note: it is a letter, a tick or a question under a heading nobody knows."""
    text = table.text(y, column.place)
    if not table.heads or is_heading(column.heading, "step") or is_heading(column.heading, "phase"):
        return ""
    if not may_be_party(column.heading) or len(text) > _LONGEST_LETTER:
        return ""
    kind = table.found.kinds[y][column.place]
    lettered = kind in "LGWF" and (kind == "L" or bool(table.letters(text).roles))
    lost = lettered or kind == "M" or cells.is_undecided(text)
    return "its column holds more words than letters, and is taken for notes" if lost else ""


def _without_status(title: str, fields: Mapping[str, str]) -> str:
    """A title without the status before it that the next column says again, as raci's own pages have it."""
    head, colon, rest = title.partition(": ")
    status = fields.get("status", "").replace("-", " ")
    same = bool(status) and head.casefold().split(" ", 1)[-1 if head[:1].isdigit() else 0] == status
    return rest if colon and (same or head.casefold() == status) else title


def _field(kind: str, heading: str, text: str, fields: dict[str, str], notes: list[str]) -> None:
    """A cell beside the letters: a status or a date as the format has it, else a note."""
    key = normal(text).replace(" ", "-")
    if kind == "number" and text.rstrip(".)").isdigit():
        return
    if kind == "status" and key in STATUSES:
        fields["status"] = key
    elif kind == "due" and _DATE.fullmatch(text):
        fields["due"] = text
    else:
        notes.append(f"{heading}: {text}" if heading else text)


def _title_instead(table: Table, y: int, notes: list[str]) -> str:
    """What a row without a title is called: its phase where that stands in the row, else as the row above."""
    row = table.found.rows[y]
    for column in table.shape.of("phase"):
        if row[column.place].text:
            return one_line(row[column.place])
    if table.state["title"] and not any(row[column.place].text for column in table.shape.of("number", "id")):
        return table.state["title"]
    if notes:
        return notes[0].split(": ", 1)[-1]
    return next((one_line(row[column.place]) for column in table.shape.of("number") if row[column.place].text), "")


def _lettered(table: Table, y: int, title: str, notes: list[str]) -> list[Holder]:
    """Who has which letters in a row."""
    holders: list[Holder] = []
    for x, head in table.heads.items():
        cell, text = table.found.rows[y][x], table.text(y, x)
        if not text:
            continue
        reading = table.letters(text)
        if cell.text:
            table.result.seen[y, x] = "letters"
        if reading.roles:
            holders.append(Holder(head.name, cell.place, reading.roles))
            notes.extend(f"{head.name}: {note}" for note in reading.notes)
        how = reading.help or ("a merged cell" if reading.roles and not cell.text else "")
        if how:
            table.result.helped.append(Reading(cell.place, text, title, head.name, reading.roles, how))
        elif reading.unread and cell.text:
            table.result.unread.append(Reading(cell.place, text, title, head.name, (), reading.unread))
    return holders


def _why_no_role(column: Place) -> str:
    return (
        f"the role of '{short(column.heading)}' has a column already" if column.heading else "its names have no letters"
    )


def _named(table: Table, y: int, title: str, notes: list[str]) -> list[Holder]:
    """Who stands under which roles in a row; a letter in brackets behind a name goes before the heading's."""
    holders: list[Holder] = []
    for column in table.shape.of("role"):
        cell, text = table.found.rows[y][column.place], table.text(y, column.place)
        if cell.text:
            table.result.seen[y, column.place] = "names"
        if is_nobody(text):
            continue
        split = table.names(text)
        pairs = [table.pair(name) for name in split.names]
        lettered = all(pairs) and bool(pairs)
        notes.extend(split.notes)
        if not lettered and not column.roles:
            table.result.unread.append(Reading(cell.place, text, title, "", (), _why_no_role(column)))
            continue
        for name, pair in zip(split.names, pairs, strict=True):
            party, roles = pair if pair and lettered else (name, column.roles)
            holders.append(Holder(party, cell.place, roles))
        unread = [Reading(cell.place, odd, title, "", (), split.unread) for odd in split.odd]
        table.result.unread.extend(unread)
        how = "letters in brackets behind names" if lettered else split.help or ("" if cell.text else "a merged cell")
        if how and split.names:
            shown = ", ".join(split.names)
            table.result.helped.append(Reading(cell.place, text, title, shown, column.roles, how))
    return holders
