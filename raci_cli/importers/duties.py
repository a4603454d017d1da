"""Tables in which parties stand in rows, and beneath the letters of roles what they do: steps in cells."""

from collections import Counter

from raci_cli.importers import names
from raci_cli.importers.lookups import headings, is_nobody, normal
from raci_cli.importers.orientation import share_of_parties
from raci_cli.importers.parts import Holder, Line, one_line
from raci_cli.importers.records import Reading
from raci_cli.importers.rows import Read
from raci_cli.importers.schemes import Alphabet
from raci_cli.importers.shape import named_roles
from raci_cli.importers.tables import Facts
from raci_cli.importers.views import View


def holds_steps(found: Facts, y: int, roles: dict[int, tuple[str, ...]]) -> bool:
    """Whether steps stand beneath the roles in row `y`: the rows are parties, and most texts stand in several cells."""
    corner = next((x for x in range(found.width) if x not in roles and found.rows[y][x].text), None)
    kinds = headings(found.rows[y][corner].text) if corner is not None else ()
    if corner is None or "party" not in kinds or {"step", "phase"} & set(kinds):
        return False
    body = range(y + 1, len(found.rows))
    texts = [piece for row in body for x in roles for piece in names.hard(found.rows[row][x].text)]
    counted = Counter(map(normal, texts))
    again = sum(number > 1 for number in counted.values())
    parties = [found.rows[row][corner].text for row in body]
    if again * 2 <= len(counted) or {normal(text) for text in parties} & set(counted):
        return False
    return share_of_parties(parties) >= share_of_parties(texts)


def read_duties(view: View, phase: str | None, alphabet: Alphabet) -> Read:
    """The steps that stand in cells, each with the parties of the rows in which it does."""
    found, shape = view.facts, view.shape
    read = Read([], [], [], {}, {}, [], {})
    told = named_roles(found.rows[shape.header[-1]], alphabet)
    beside = next(iter(shape.of("title", "notes", "phase")))
    order: dict[str, int] = {}
    read.seen.update({(y, x): "heading" for y in shape.header for x in range(found.width) if found.rows[y][x].text})
    for y in range(shape.first, shape.last):
        row = found.rows[y]
        read.seen.update({(y, column.place): column.kind for column in shape.columns if row[column.place].text})
        name = one_line(row[beside.place])
        for column in shape.of("role"):
            cell, roles = row[column.place], told.get(column.place, ())
            for step in [] if is_nobody(cell.text) else names.hard(cell.text):
                work = order.setdefault(normal(step), len(order))
                if work == len(read.lines):
                    read.lines.append(Line(step, cell.place, (), phase))
                line = read.lines[work]
                if name and roles:
                    read.lines[work] = line._replace(holders=(*line.holders, Holder(name, cell.place, roles)))
                else:
                    read.unread.append(Reading(cell.place, step, step, name, (), "its row has no name", work))
        if shape.of("notes", "id", "status", "due"):
            texts = [one_line(row[column.place]) for column in shape.of("notes", "id", "status", "due")]
            read.asides.extend(f"{name}: {text}" for text in texts if text and text != name)
    return read
