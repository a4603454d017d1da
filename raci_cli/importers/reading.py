"""A table whose view is known, read."""

import re
from collections.abc import Sequence

from raci_cli.importers import accounts, cells, duties, heads, marks, names
from raci_cli.importers.legends import is_legend
from raci_cli.importers.lookups import headings, is_nobody, normal
from raci_cli.importers.parts import Column, Holder, Line, Part, one_line
from raci_cli.importers.records import Cell, Decision, Grid, Heading, Reading
from raci_cli.importers.rows import Read, read_rows
from raci_cli.importers.schemes import BORROWED, Alphabet, likeness
from raci_cli.importers.shape import Shape, named_roles
from raci_cli.importers.views import View

_MATRIX_WORDS = frozenset((
    "raci", "rasci", "rasic", "daci", "rapid", "mocha", "matrix", "matrices", "chart", "table", "responsibility", "ram",
    "assignment", "assignments", "matriz", "matrice", "tabelle", "diagramm", "roles", "and", "responsibilities", "the",
    "of", "de", "model", "матрица",
))  # fmt: skip

_SHEETS = ("table", "sheet", "tabelle", "feuil", "feuille", "hoja", "planilha", "foglio", "лист", "blad", "arkusz")
_SCHEME = r"(?:RACI|RASCI|RASIC|ARCI|DACI|RAPID)(?:\s+(?:matrix|chart|table))?"
_SCHEME_BEFORE = re.compile(rf"(?i)^\s*{_SCHEME}(?:\s*[:–—-]\s*|\s+(?:for|of)\s+(?:the\s+)?)")
_SCHEME_BEHIND = re.compile(rf"(?i)(?:\s*[:–—-]\s*|['’]s\s+|\s+){_SCHEME}\s*$")


def part(view: View, grid: Grid, above: tuple[Heading, ...], alphabet: Alphabet, *, several: bool) -> Part:
    """What a table gives: its parties, its steps, and what became of each of its cells."""
    named = [text for text in (heading.text for heading in reversed(above)) if not is_general(text)]
    heading = next(iter(named), None)
    phase = (_above(view) or heading or _sheet(grid)) if several else None
    if view.layout == "names":
        return _names(view, grid, heading, phase, alphabet)
    if view.layout == "pairs":
        return _pairs(view, grid, heading, phase, alphabet)
    if view.layout == "duties":
        return _done(view, grid, (), duties.read_duties(view, phase, alphabet), [])
    if view.layout == "marks":
        title = _above(view) or heading or grid.name
        read = marks.read_marks(view, title, grid.place, alphabet)
        held = any(holder.party == title for line in read.lines for holder in line.holders)
        why = "its ticks say nobody's name, so they are of what stands above them"
        return _done(view, grid, (), read, [Decision("party", title, why, 0.5)] if held else [])
    if view.layout == "long":
        if phase == heading and not view.shape.of("title"):
            phase = next((one.text for one in above[1:] if one.text in named[1:]), None)
        return _long(view, grid, heading, phase, alphabet)
    columns, decisions, seen = heads.parties(view.facts, view.shape)
    if view.layout == "single":
        name = next((column.name for column in columns.values() if "letter" not in headings(column.name)), "")
        name = bare_name(name or heading or grid.name)
        columns = {x: Column(name, column.place) for x, column in columns.items()}
        decisions = [Decision("party", name, "one column of letters stands under this heading", 0.6)]
    read = read_rows(view.facts, view.shape, columns, alphabet, phase, None)
    read.seen.update(dict.fromkeys(seen, "heading"))
    return _done(view, grid, tuple(columns.values()), read, decisions)


def _sheet(grid: Grid) -> str | None:
    """The name of a sheet, where somebody gave it one."""
    told = grid.name.rstrip("0123456789 ()").casefold() not in _SHEETS and not is_general(grid.name)
    return grid.name if told else None


def bare_name(text: str) -> str:
    """The party that a heading names beside the scheme: `RACI: Press officer`, `RACI for the board`."""
    found = _SCHEME_BEFORE.sub("", text, count=1)
    return _SCHEME_BEHIND.sub("", found, count=1).strip(" :–—-") or text


def _above(view: View) -> str | None:
    """The text that stands above the heading of a table, in the same table."""
    rows = view.facts.rows[: view.shape.header[0]] if view.shape.header and not view.turned else ()
    texts = [
        text
        for row in rows
        if len({cell.text for cell in row if cell.text}) == 1
        for cell in row
        if (text := one_line(cell))
    ]
    return texts[-1] if texts else None


def is_general(text: str) -> bool:
    """Whether a heading says no more than that a matrix follows."""
    words = [word for word in normal(text).split() if not word.isdigit()]
    return not words or all(word in _MATRIX_WORDS for word in words)


def _names(view: View, grid: Grid, heading: str | None, phase: str | None, alphabet: Alphabet) -> Part:
    told = named_roles(view.facts.rows[view.shape.header[-1]], alphabet)
    columns = view.shape.columns
    columns = tuple(c._replace(roles=told.get(c.place, ())) if c.kind == "role" else c for c in columns)
    shape = view.shape._replace(columns=columns)
    view = view._replace(shape=shape)
    read = read_rows(view.facts, shape, {}, alphabet, phase, heading)
    read.seen.update(
        {(y, x): "heading" for y in shape.header for x in range(view.facts.width) if view.facts.rows[y][x].text}
    )
    borrowed = [
        f"{column.heading} as {' and '.join(column.roles)}"
        for column in shape.of("role")
        if column.roles and 0 < likeness(column.heading.partition("(")[0], alphabet) < BORROWED
    ]
    why = "its headings are roles of another scheme"
    decided = [Decision("roles", ", ".join(borrowed), why, 0.5)] if borrowed else []
    return _done(view, grid, (), read, [*decided, *_again(shape)])


def _again(shape: Shape) -> list[Decision]:
    """The roles that several columns give."""
    same: dict[tuple[str, ...], list[str]] = {}
    for column in shape.of("role"):
        same.setdefault(column.roles, []).append(column.heading)
    return [
        Decision(
            "roles", f"{', '.join(headings_)} as {' and '.join(roles)}", "several headings mean the same role", 0.7
        )
        for roles, headings_ in same.items()
        if roles and len(headings_) > 1
    ]


def _pairs(view: View, grid: Grid, heading: str | None, phase: str | None, alphabet: Alphabet) -> Part:
    found, shape = view.facts, view.shape
    read = read_rows(found, shape, {}, alphabet, phase, heading)
    read.seen.update({(y, x): "heading" for y in shape.header for x in range(found.width) if found.rows[y][x].text})
    return _done(view, grid, (), read, [])


def _done(view: View, grid: Grid, columns: tuple[Column, ...], read: Read, decisions: list[Decision]) -> Part:
    """What was read, with every cell that no rule took: the text above as titles, the rest as unread."""
    found, shape = view.facts, view.shape
    above: list[str] = []
    for y, row in enumerate(found.rows):
        for x, cell in enumerate(row):
            if not cell.text or (y, x) in read.seen or found.kinds[y][x] == "K":
                continue
            if y < shape.first or is_legend(cell.text) or (is_nobody(cell.text) and found.kinds[y][x] == "N"):
                read.seen[y, x] = "title"
                above += [one_line(cell)] if y < shape.first and not is_legend(cell.text) else []
                continue
            work = read.at.get(y)
            step = read.lines[work].title if work is not None else ""
            read.unread.append(
                Reading(cell.place, cell.text, step, "", (), "it stands in no column of the matrix", work)
            )
    return Part(
        grid.name,
        grid.place,
        columns,
        tuple(read.lines),
        (*accounts.decisions(view, grid, read, above), *decisions),
        tuple(read.helped),
        tuple(read.unread),
        tuple(above),
    )


def _beside(row: Sequence[Cell], shape: Shape) -> list[str]:
    """What stands in the columns of a row that are notes."""
    columns = shape.of("notes", "id", "status", "due")
    return [f"{c.heading}: {one_line(row[c.place])}" for c in columns if not is_nobody(row[c.place].text)]


def _long(view: View, grid: Grid, heading: str | None, phase: str | None, alphabet: Alphabet) -> Part:
    """A table with a step, a party and letters in each row; rows of the same step are one."""
    found, shape = view.facts, view.shape
    holder = shape.of("holder")[0].place
    letter = shape.of("letter")[0].place
    titles = shape.of("title")
    phases = shape.of("phase")
    read = Read([], [], [], {}, {}, [], {})
    lines: dict[tuple[str | None, str], Line] = {}
    order: dict[tuple[str | None, str], int] = {}
    title, party = "", ""
    for y in range(shape.first, shape.last):
        row = found.rows[y]
        read.seen.update({(y, column.place): column.kind for column in shape.columns if row[column.place].text})
        if phases and row[phases[0].place].text:
            phase = one_line(row[phases[0].place])
        title = (one_line(row[titles[0].place]) if titles else "") or title or heading or grid.name
        party = one_line(row[holder]) or (party if row[holder].covered else "")
        text = row[letter].text
        answer = cells.read(text, alphabet)
        split = names.Names(tuple(names.hard(party)))  # a slash belongs to the name
        notes = _beside(row, shape)
        same = (phase, title)
        odd = not party or not split.names or not answer.roles
        if odd and not (answer.unread or answer.roles or titles or not is_nobody(text)):
            continue
        line = lines.setdefault(same, Line(title, row[holder].place, (), phase, ()))
        work = order.setdefault(same, len(order))
        if odd:
            lines[same] = line._replace(notes=(*line.notes, *notes))
            if why := answer.unread or ("its row has no name" if answer.roles else ""):
                read.unread.append(Reading(row[letter].place, text, title, party, (), why, work))
            continue
        if how := answer.help or split.help:
            read.helped.append(Reading(row[letter].place, text, title, party, answer.roles, how, work))
        more = tuple(Holder(name, row[holder].place, answer.roles) for name in split.names)
        notes += [f"{party}: {note}" for note in answer.notes]
        told = tuple(f"{party}: {note}" if not titles else note for note in notes)
        lines[same] = line._replace(holders=(*line.holders, *more), notes=(*line.notes, *told))
    read.lines.extend(lines.values())
    read.seen.update({(y, x): "heading" for y in shape.header for x in range(found.width) if found.rows[y][x].text})
    return _done(view, grid, (), read, [])
