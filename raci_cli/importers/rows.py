"""The rows of a table whose shape is known: steps with their letters or names, phases, notes."""

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from raci_cli.importers import cells, names
from raci_cli.importers.legends import in_text, is_legend
from raci_cli.importers.lookups import is_nobody, normal
from raci_cli.importers.parts import Column, Holder, Line, one_line
from raci_cli.importers.records import Cell, Reading
from raci_cli.importers.schemes import Alphabet
from raci_cli.importers.sections import section_text, sections
from raci_cli.importers.shape import Shape
from raci_cli.importers.tables import Facts
from raci_cli.model.project import STATUSES

_DATE = re.compile(r"\d{4}-\d\d-\d\d")


class Read(NamedTuple):
    """What was read in a table's rows; `seen` are the cells that were accounted for, and as what."""

    lines: list[Line]
    helped: list[Reading]
    unread: list[Reading]
    seen: dict[tuple[int, int], str]
    phases: dict[int, float]


def read_rows(
    found: Facts,
    shape: Shape,
    heads: dict[int, Column],
    alphabet: Alphabet,
    phase: str | None = None,
    title: str | None = None,
) -> Read:
    """The steps of a table: `heads` are the parties at the head of columns with letters."""
    named = shape.of("role")
    taken = sorted([*heads, *(column.place for column in named)])
    result = Read([], [], [], {}, sections(found, shape, taken))
    known = (
        names.alone(found.rows[y][c.place].text for c in named for y in range(shape.first, shape.last))
        if named
        else frozenset()
    )
    anchors = _anchors(found)
    state = {"phase": phase, "outer": None, "title": title}
    headings = [tuple(one_line(cell) for cell in found.rows[y]) for y in shape.header]
    memo: dict[str, cells.Reading] = {}

    def letters(text: str) -> cells.Reading:
        if text not in memo:
            memo[text] = cells.read(text, alphabet)
        return memo[text]

    for y in range(shape.first, shape.last):
        if _is_aside(found, shape, y, headings, result):
            continue
        if y in result.phases:
            text = section_text(found, y)
            state["phase"] = f"{state['outer']}: {text}" if y - 1 in result.phases and state["outer"] else text
            state["outer"] = text
            result.seen.update({(y, x): "phase" for x in range(found.width) if found.rows[y][x].text})
            continue
        _row(found, shape, y, heads, result, state, anchors, letters, known)
    return result


def _anchors(found: Facts) -> dict[tuple[int, int], Cell]:
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


def _is_aside(found: Facts, shape: Shape, y: int, headings: Sequence[tuple[str, ...]], result: Read) -> bool:
    """Whether a row says nothing of its own: it is empty, a heading again, or a legend."""
    kinds = found.kinds[y]
    if not kinds.strip(" N"):
        filled = [(y, x) for x, kind in enumerate(kinds) if kind == "N"]
        title = shape.of("title")
        if title and kinds[title[0].place] == "N" and any(found.rows[y][x].text.strip().isalnum() for _, x in filled):
            return False
        result.seen.update(dict.fromkeys(filled, "nobody"))
        return True
    what = ""
    texts = tuple(one_line(cell) for cell in found.rows[y])
    if texts in headings:
        what = "heading"
    elif not kinds.strip(" NK"):
        what = "legend"
    elif sum(kind not in " N" for kind in kinds) == 1:
        text = next(cell.text for cell, kind in zip(found.rows[y], kinds, strict=True) if kind not in " N")
        what = "legend" if is_legend(text) or _is_key(text) else ""
    if not what:
        return False
    result.seen.update({(y, x): what for x, cell in enumerate(found.rows[y]) if cell.text})
    return True


def _is_key(text: str) -> bool:
    """Whether a text is the heading of a legend."""
    return normal(text) in (
        "legend",
        "key",
        "legende",
        "légende",
        "leyenda",
        "legenda",
        "raci legend",
        "легенда",
    ) and not in_text(text)


def _row(
    found: Facts, shape: Shape, y: int, heads: dict[int, Column], result: Read, state: dict[str, str | None],
    anchors: dict[tuple[int, int], Cell], letters: Callable[[str], cells.Reading], known: frozenset[str],
) -> None:  # fmt: skip
    row = found.rows[y]
    seen = result.seen
    notes: list[str] = []
    fields: dict[str, str] = {}
    title = ""
    for column in shape.columns:
        cell = row[column.place]
        text = one_line(cell) or (one_line(anchors[y, column.place]) if (y, column.place) in anchors else "")
        if cell.text and column.kind not in ("party", "role", ""):
            seen[y, column.place] = column.kind
        if column.kind == "title":
            title = text
        elif column.kind == "phase" and text and not is_nobody(text):
            state["phase"] = text
        elif column.kind in ("notes", "id", "number", "status", "due") and not is_nobody(text):
            _field(column.kind, column.heading, text, fields, notes)
    place = row[next((column.place for column in shape.of("title")), 0)].place or row[0].place
    if not title:
        title = _title_instead(found, shape, y, state, notes)
    found_roles = _holders(found, shape, y, heads, result, title, anchors, letters, known, notes)
    if not title:
        if found_roles:
            result.unread.extend(
                Reading(h.place, "/".join(h.roles), "", h.party, (), "its row has no title") for h in found_roles
            )
        return
    state["title"] = title
    result.lines.append(
        Line(title, place, tuple(found_roles), state["phase"], tuple(notes), fields.get("status"), fields.get("due"))
    )


def _field(kind: str, heading: str, text: str, fields: dict[str, str], notes: list[str]) -> None:
    key = normal(text).replace(" ", "-")
    if kind == "number" and text.rstrip(".)").isdigit():
        return
    if kind == "status" and key in STATUSES:
        fields["status"] = key
    elif kind == "due" and _DATE.fullmatch(text):
        fields["due"] = text
    else:
        notes.append(f"{heading}: {text}" if heading else text)


def _title_instead(found: Facts, shape: Shape, y: int, state: dict[str, str | None], notes: list[str]) -> str:
    """What a row without a title is called: its phase where that stands in the row, else as the row above."""
    for column in shape.of("phase"):
        if found.rows[y][column.place].text:
            return one_line(found.rows[y][column.place])
    if notes:
        return notes[0].split(": ", 1)[-1]
    for column in shape.of("number", "id"):
        if found.rows[y][column.place].text:
            return one_line(found.rows[y][column.place])
    return state["title"] or ""


def _holders(
    found: Facts, shape: Shape, y: int, heads: dict[int, Column], result: Read, title: str,
    anchors: dict[tuple[int, int], Cell], letters: Callable[[str], cells.Reading], known: frozenset[str],
    notes: list[str],
) -> list[Holder]:  # fmt: skip
    holders: list[Holder] = []
    for x, head in heads.items():
        cell = found.rows[y][x]
        text = cell.text or (anchors[y, x].text if (y, x) in anchors else "")
        if not text:
            continue
        reading = letters(text)
        if cell.text:
            result.seen[y, x] = "letters"
        if reading.roles:
            holders.append(Holder(head.name, cell.place, reading.roles))
            notes.extend(f"{head.name}: {note}" for note in reading.notes)
        how = reading.help or ("a merged cell" if reading.roles and not cell.text else "")
        if how:
            result.helped.append(Reading(cell.place, text, title, head.name, reading.roles, how))
        elif reading.unread and cell.text:
            result.unread.append(Reading(cell.place, text, title, head.name, (), reading.unread))
    for column in shape.of("role"):
        holders += _names(found, y, column.place, column.roles, result, title, anchors, known)
    return holders


def _names(
    found: Facts, y: int, x: int, roles: tuple[str, ...], result: Read, title: str,
    anchors: dict[tuple[int, int], Cell], known: frozenset[str],
) -> list[Holder]:  # fmt: skip
    cell = found.rows[y][x]
    text = cell.text or (anchors[y, x].text if (y, x) in anchors else "")
    if not text or is_nobody(text):
        result.seen.update({(y, x): "nobody"} if cell.text else {})
        return []
    split = names.split(text, known)
    if cell.text:
        result.seen[y, x] = "names"
    for odd in split.odd:
        result.unread.append(Reading(cell.place, odd, title, "", (), split.unread))
    if split.help or (split.names and not cell.text):
        shown = ", ".join(split.names)
        result.helped.append(Reading(cell.place, text, title, shown, roles, split.help or "a merged cell"))
    return [Holder(name, cell.place, roles) for name in split.names]
