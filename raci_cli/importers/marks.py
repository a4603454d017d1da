"""Tables with ticks under roles: parties in rows under one step, or steps in rows under one party."""

from raci_cli.importers.lookups import headings, is_heading, is_mark, is_nobody
from raci_cli.importers.parts import Holder, Line, one_line
from raci_cli.importers.records import Reading
from raci_cli.importers.rows import Read
from raci_cli.importers.schemes import Alphabet
from raci_cli.importers.shape import named_roles
from raci_cli.importers.views import View


def read_marks(view: View, title: str, place: str, alphabet: Alphabet) -> Read:
    """The steps of a table with marks; `title` is what the table is about, at `place`."""
    found, shape = view.facts, view.shape
    read = Read([], [], [], {}, {}, [], {})
    beside = next(iter(shape.of("title")), None)
    parties_in_rows = beside is None or not is_heading(beside.heading, "step")
    if not parties_in_rows and beside is not None and (named := _parties(view)) is not None:
        return _with_duties(view, named, beside.place, alphabet)
    if parties_in_rows and beside is not None and (duties := _duties(view)) is not None:
        return _with_duties(view, beside.place, duties, alphabet)
    holders: list[Holder] = []
    notes: list[str] = []
    for y in range(shape.first, shape.last):
        row = found.rows[y]
        read.seen.update({(y, column.place): column.kind for column in shape.columns if row[column.place].text})
        name = one_line(row[beside.place]) if beside else ""
        roles, more = _marked(view, y, name, title, alphabet, read)
        notes += more
        if parties_in_rows and name:
            holders.append(Holder(name, row[beside.place if beside else 0].place, roles))
        elif name:
            held = (Holder(title, row[0].place, roles),) if roles else ()
            read.lines.append(Line(name, row[0].place, held, None, tuple(more)))
    if parties_in_rows:
        read.lines.append(Line(title, place, tuple(holders), None, tuple(notes)))
    heading = {(y, x): "heading" for y in shape.header for x in range(found.width) if found.rows[y][x].text}
    read.seen.update(heading)
    return read


def _parties(view: View) -> int | None:
    """The column, beside steps in rows, whose heading says that it names parties."""
    return next(
        (column.place for column in view.shape.of("notes", "phase") if "party" in headings(column.heading)), None
    )


def _duties(view: View) -> int | None:
    """The column, beside parties in rows, that says in each row what is done."""
    found, shape = view.facts, view.shape
    for column in shape.of("notes", "phase"):
        texts = [found.rows[y][column.place].text for y in range(shape.first, shape.last)]
        open_ = "step" in headings(column.heading) or not headings(column.heading)
        if open_ and all(texts) and len(set(texts)) == len(texts):
            return column.place
    return None


def _with_duties(view: View, beside: int, duties: int, alphabet: Alphabet) -> Read:
    """The steps of a table in which each row has a party, what it does, and ticks."""
    found, shape = view.facts, view.shape
    read = Read([], [], [], {}, {}, [], {})
    for y in range(shape.first, shape.last):
        row = found.rows[y]
        read.seen.update({(y, column.place): column.kind for column in shape.columns if row[column.place].text})
        name, step = one_line(row[beside]), one_line(row[duties])
        roles, notes = _marked(view, y, name, step, alphabet, read)
        held = (Holder(name, row[beside].place, roles),) if roles and name else ()
        read.lines.append(Line(step, row[duties].place, held, None, tuple(notes)))
    read.seen.update({(y, x): "heading" for y in shape.header for x in range(found.width) if found.rows[y][x].text})
    return read


def _marked(
    view: View, y: int, name: str, title: str, alphabet: Alphabet, read: Read
) -> tuple[tuple[str, ...], list[str]]:
    """The roles that are ticked in a row, and the notes beside the ticks."""
    told = named_roles(view.facts.rows[view.shape.header[-1]], alphabet)
    roles: list[str] = []
    notes: list[str] = []
    for column in view.shape.of("role"):
        cell = view.facts.rows[y][column.place]
        if is_nobody(cell.text):
            continue
        meant = told.get(column.place, ())
        if not meant:
            why = "another column is that of its role"
            read.unread.append(Reading(cell.place, cell.text, title, name, (), why, len(read.lines)))
            continue
        if not is_mark(cell.text) and cell.text.strip().upper() != column.heading.strip().upper():
            read.unread.append(Reading(cell.place, cell.text, title, name, (), "it is no mark", len(read.lines)))
            continue
        roles += meant
        _, bracket, note = cell.text.partition("(")
        notes += [f"{name}: {note.rstrip(' )')}"] if bracket else []
        read.helped.append(Reading(cell.place, cell.text, title, name, meant, "a mark under a role", len(read.lines)))
    return alphabet.sorted(roles), notes
