"""What parties are called at the head of their columns: one row of names, or a person over a role."""

from collections import Counter
from collections.abc import Sequence

from raci_cli.importers.lookups import is_person, is_team
from raci_cli.importers.parts import Column, one_line
from raci_cli.importers.records import Decision
from raci_cli.importers.shape import Shape
from raci_cli.importers.tables import Facts


def parties(found: Facts, shape: Shape) -> tuple[dict[int, Column], list[Decision], set[tuple[int, int]]]:
    """The party of each column with letters, what was decided about them, and the cells that were used."""
    columns = [column.place for column in shape.of("party")]
    rows = [[_filled(found, y, x) for x in columns] for y in shape.header]
    seen = {(y, x) for y in shape.header for x in range(found.width) if found.rows[y][x].text}
    named, titles, decisions = _chosen(rows)
    heads: dict[int, Column] = {}
    texts = [found.rows[shape.header[-1]][x].text for x in columns] if shape.header else []
    persons = sum(_is_person_over_role(text) for text in texts)
    lines = persons > 0 and persons * 5 >= sum(bool(text) for text in texts) * 3
    for place, x in enumerate(columns):
        name = named[place] or titles[place]
        if not name:
            continue
        cell = next(
            (found.rows[y][x] for y in reversed(shape.header) if found.rows[y][x].text), found.rows[shape.header[-1]][x]
        )
        first, _, rest = cell.text.partition("\n")
        if lines and rest.strip() and not titles[place]:
            heads[x] = Column(" ".join(first.split()), cell.place, " ".join(rest.split()).strip("()"))
            continue
        heads[x] = Column(name, cell.place, titles[place] if named[place] and titles[place] != name else None)
    twice = [name for name, number in Counter(head.name for head in heads.values()).items() if number > 1]
    decisions += [Decision("party", name, "columns with the same heading are one party", 0.6) for name in twice]
    return heads, decisions, seen


def _is_person_over_role(text: str) -> bool:
    """Whether a heading of two lines has a person in the first and what they are in the second."""
    first, _, rest = text.partition("\n")
    return is_person(first.strip()) and is_team(rest) and rest.strip().casefold() not in ("team", "teams")


def _filled(found: Facts, y: int, x: int) -> str:
    """The text of a heading's cell, that of the merged cell to its left or above where that covers it."""
    if found.rows[y][x].text or not found.rows[y][x].covered:
        return one_line(found.rows[y][x])
    for left in range(x - 1, -1, -1):
        cell = found.rows[y][left]
        if cell.text:
            return one_line(cell) if left + cell.columns > x else ""
    return ""


def _chosen(rows: list[list[str]]) -> tuple[list[str], list[str], list[Decision]]:
    """Of one or several rows of headings the names, and what stands with them."""
    names = rows[-1]
    blank = ["" for _ in names]
    others = [row for row in rows[:-1] if any(row)]
    if not others:
        return names, blank, []
    contacts = [row for row in rows if sum(any(sign in text for sign in ("@", "://")) for text in row) * 2 > len(row)]
    if contacts and len(contacts) < len([row for row in rows if any(row)]):
        said = "; ".join(text for row in contacts for text in row if text)
        chosen, titles, decisions = _chosen([row for row in rows if row not in contacts])
        return chosen, titles, [*decisions, Decision("left out", said, "a row of the heading that names nobody", 0.8)]
    upper = others[-1]
    if len(set(upper)) < len(upper) and any(upper.count(text) > 1 for text in upper if text):
        return _grouped(names, upper)
    above, below = _persons(upper), _persons(names)
    if above >= below and above > 0:
        chosen, titles, sure = upper, names, 0.9 if above > below else 0.6
    else:
        chosen, titles, sure = names, upper, 0.8 if below > above else 0.6
    why = "one of the two rows of headings has persons" if sure > 0.7 else "of two rows of headings the lower"  # noqa: PLR2004
    shown = "the upper row" if chosen is upper else "the lower row"
    return chosen, titles, [Decision("names of parties", shown, why, sure)]


def _grouped(names: list[str], groups: list[str]) -> tuple[list[str], list[str], list[Decision]]:
    """Names under groups: a group is told where the same name stands in several."""
    found = [
        f"{name} ({group})" if name and group and names.count(name) > 1 else name or group
        for name, group in zip(names, groups, strict=True)
    ]
    said = ", ".join(dict.fromkeys(group for group in groups if group))
    return (
        found,
        ["" for _ in names],
        [Decision("groups of parties", said, "merged headings stand above the names", 0.8)],
    )


def _persons(texts: Sequence[str]) -> float:
    filled = [text for text in texts if text]
    return sum(is_person(text) - is_team(text) * 0.5 for text in filled) / len(filled) if filled else 0.0
