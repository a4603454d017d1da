"""Matrices written as lists: bullets under each task, lines under each heading."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from raci_cli.importers import assignments
from raci_cli.importers.assignments import Assignment
from raci_cli.importers.lookups import is_nobody, normal, words_of
from raci_cli.importers.parts import Holder, Line, Part
from raci_cli.importers.records import Block, Decision, Heading, Item, Listing, Paragraph, Reading
from raci_cli.importers.schemes import Alphabet

_FEWEST = 3
_LONGEST_TITLE = 200
_PROSE = 12
_LEGENDS = frozenset((
    "legend", "legenda", "legende", "leyenda", "key", "definitions", "definition", "definiciones", "definicoes",
    "meaning", "bedeutung", "signification", "legends", "purpose", "roles",
))  # fmt: skip


class Entry(NamedTuple):
    """A line of prose or an item: `above` is what stands over it, outermost first; `title` names the step itself."""

    text: str
    place: str
    step: str
    step_place: str
    phase: str | None


class Found(NamedTuple):
    """What the lists of a document assign: a step for each key, and the lines that could not be read."""

    lines: list[Line]
    helped: list[Reading]
    unread: list[Reading]


def part(blocks: Sequence[Block], alphabet: Alphabet) -> Part | None:
    """The steps that lists and lines of prose give, or None if these are no matrix."""
    found = _read(blocks, alphabet)
    kept = [line for line in found.lines if _is_step(line)]
    roles = sum(len(holder.roles) for line in kept for holder in line.holders)
    if roles < _FEWEST:
        return None
    labels = {role for line in kept for holder in line.holders for role in holder.roles}
    phases = {line.phase for line in kept}
    first = found.lines.index(kept[0])
    places = [
        number for number, line in enumerate(found.lines)
        if _is_step(line) or (number > first and len(kept) > 1 and _is_like(line, labels, phases))
    ]  # fmt: skip
    lines = [found.lines[number] for number in places]
    decided = [
        Decision("orientation of the lists", "list", "roles stand in lists under each step", 0.8, "--orientation")
    ]
    others = [line.title for number, line in enumerate(found.lines) if number not in places]
    if others:
        why = "what stands there explains roles rather, or gives one role alone"
        decided.append(Decision("left out", "; ".join(dict.fromkeys(others)), why, 0.6))
    moved = {place: number for number, place in enumerate(places)}
    return Part(
        "lists", kept[0].place, (), tuple(lines), tuple(decided), _kept(found.helped, moved), _kept(found.unread, moved)
    )


def _kept(readings: Sequence[Reading], moved: Mapping[int, int]) -> tuple[Reading, ...]:
    """The readings of those lines that are kept, with their new index."""
    return tuple(one._replace(work=moved[one.work]) for one in readings if one.work is not None and one.work in moved)


def _is_step(line: Line) -> bool:
    """Whether a step has two roles at the least, and is not the legend."""
    roles = {role for holder in line.holders for role in holder.roles}
    return len(roles) > 1 and not _LEGENDS & set(normal(line.title).split()) and not _explains(line)


def _is_like(line: Line, labels: set[str], phases: set[str | None]) -> bool:
    """Whether a step with one role belongs to those with several."""
    roles = {role for holder in line.holders for role in holder.roles}
    return roles <= labels and line.phase in phases and not _LEGENDS & set(normal(line.title).split())


def _explains(line: Line) -> bool:
    """Whether every word stands for its letter, as in `C: Create`, `R: Read`."""
    return len(line.holders) >= _FEWEST and all(
        " " not in holder.party and holder.party[:1].upper() in {role[0].upper() for role in holder.roles}
        for holder in line.holders
    )


def _read(blocks: Sequence[Block], alphabet: Alphabet) -> Found:
    steps: dict[tuple[str, str], Line] = {}
    helped: list[tuple[tuple[str, str], Reading]] = []
    unread: list[tuple[tuple[str, str], Reading]] = []
    for entry in _entries(blocks, alphabet):
        own = _own_step(entry.text, alphabet)
        if own:
            title, rest, place = own[0], own[1], entry.place
            phase = entry.step or None
        else:
            title, rest, place, phase = entry.step, entry.text, entry.step_place, entry.phase
        key = (title, place)
        said = assignments.in_text(rest, alphabet)
        if not said.assignments:
            labelled = assignments.label(rest, alphabet)
            if labelled and title and not is_nobody(labelled[1]):
                steps.setdefault(key, Line(title, place, (), phase))
                unread.append((key, Reading(entry.place, entry.text, title, "", (), "it names no party")))
            elif title and key in steps and _is_like_a_role(rest, alphabet):
                unread.append((key, Reading(entry.place, entry.text, title, "", (), "it is no role with its party")))
            continue
        if not title:
            continue
        line = steps.get(key) or Line(title, place, (), phase)
        more = tuple(Holder(party, entry.place, roles) for party, roles in said.assignments)
        steps[key] = line._replace(holders=(*line.holders, *more))
        unread += [(key, Reading(entry.place, odd, title, "", (), "it is no name")) for odd in said.odd]
        if said.help:
            helped.append((key, _helped(entry, title, said.assignments, said.help)))
    order = {key: number for number, key in enumerate(steps)}
    of_steps = ([one._replace(work=order.get(key)) for key, one in readings] for readings in (helped, unread))
    return Found(list(steps.values()), *of_steps)


def _is_like_a_role(text: str, alphabet: Alphabet) -> bool:
    """Whether a line below a step begins with a word for a role, or with any word and a colon."""
    first = (text.split(maxsplit=1) or [""])[0].strip(" *:(")
    lead, colon, rest = text.partition(":")
    short = bool(colon and rest.strip()) and words_of(lead.strip()) == 1 and words_of(text) < _PROSE
    return (len(first) > 1 and bool(assignments.role_label(first, alphabet))) or short


def _helped(entry: Entry, title: str, said: Sequence[Assignment], how: str) -> Reading:
    shown = ", ".join(assignment.party for assignment in said)
    return Reading(entry.place, entry.text, title, shown, said[0].roles, how)


def _own_step(text: str, alphabet: Alphabet) -> tuple[str, str] | None:
    """A line that begins with its step: `Set priorities: Alice (R/A), Bob (C)`."""
    if assignments.label(text, alphabet):
        return None
    for sign in (": ", " – ", " — ", " - ", "\n"):
        title, _, rest = text.partition(sign)
        if rest and 0 < len(title) <= _LONGEST_TITLE:
            said = assignments.in_text(rest, alphabet)
            if said.assignments and not said.odd:
                return " ".join(title.split()), rest
    return None


def _entries(blocks: Sequence[Block], alphabet: Alphabet) -> Iterator[Entry]:
    headings: list[Heading] = []
    lead: tuple[str, str] | None = None  # a line of prose right above, which may name the step
    for block in blocks:
        if isinstance(block, Heading):
            headings = [heading for heading in headings if heading.level < block.level]
            headings.append(block)
            lead = None
        elif isinstance(block, Paragraph):
            over = _over(headings, None)
            rows = block.text.split("\n")
            for number, row in enumerate(rows):
                if row.strip():
                    yield Entry(row.strip(), block.place, *_over(headings, lead if number else None))
                    if not assignments.in_text(row, alphabet).assignments and _may_name_a_step(row):
                        lead = (row.strip(" :*"), block.place)
            del over
        elif isinstance(block, Listing):
            titled = not lead and len(headings) == 1 and headings[0].level == 1  # of the document, and no phase
            for item in block.items:
                yield from _items(item, _over(headings, lead), alphabet, titled=titled)
            lead = None


def _may_name_a_step(row: str) -> bool:
    """Whether a line of prose is short and no sentence."""
    return words_of(row) < _PROSE and not row.rstrip(" *_").endswith((".", "!"))


def _over(headings: Sequence[Heading], lead: tuple[str, str] | None) -> tuple[str, str, str | None]:
    """The step that headings and the line above name, its place, and the phase above that."""
    texts = [(heading.text, heading.place) for heading in headings]
    if lead:
        texts.append(lead)
    if not texts:
        return "", "", None
    phase = texts[-2][0] if len(texts) > 2 else None  # noqa: PLR2004 - the first is the document's title
    return texts[-1][0], texts[-1][1], phase


def _begins_with_step(rows: Sequence[str], alphabet: Alphabet) -> bool:
    """Whether an item is a step in its first line, with labels in the lines below."""
    if len(rows) < 2 or not any(assignments.label(row, alphabet) for row in rows[1:]):  # noqa: PLR2004
        return False
    first = assignments.label(rows[0], alphabet)  # `Execution: collect the food` begins like a label
    said = {role for row in rows[1:] for one in assignments.in_text(row, alphabet).assignments for role in one.roles}
    again = first is not None and set(first[0]) <= said and len(said) > 1 and len(rows[0].partition(" ")[0]) > 1
    return again or not assignments.in_text(rows[0], alphabet).assignments


def _items(item: Item, over: tuple[str, str, str | None], alphabet: Alphabet, *, titled: bool) -> Iterator[Entry]:
    """An item and those beneath it, each with the step above it; names may stand beneath a label."""
    pending: list[tuple[Item, tuple[str, str, str | None]]] = [(item, over)]
    while pending:
        current, above = pending.pop()
        text = current.text.strip()
        if current.items and assignments.role_label(text.rstrip(" :"), alphabet):
            joined = "; ".join(child.text for child in current.items)
            yield Entry(f"{text.rstrip(' :')}: {joined.replace(';', ',')}", current.place, *above)
            continue
        rows = [row for row in text.split("\n") if row.strip()]
        if _begins_with_step(rows, alphabet):
            step = (rows[0].strip(" :*"), current.place, above[0] or None)
            yield from (Entry(row.strip(" *"), current.place, *step) for row in rows[1:])
            continue
        yield from (Entry(row.strip(" *"), current.place, *above) for row in rows if row.strip())
        title = rows[0].strip(" :*") if rows else ""
        below = (title, current.place, None if titled and above == over else above[0] or None)
        pending += [(child, below) for child in reversed(current.items)]
