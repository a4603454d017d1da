"""The parts of a document put together: parties once, steps in their order, every guess and doubt."""

from collections.abc import Sequence

from raci_cli.importers.parties import alike, key, kinds, merged, together
from raci_cli.importers.parts import Part
from raci_cli.importers.records import Decision, Document, Heading, Matrix, Overrides, Reading, Work
from raci_cli.importers.schemes import Alphabet

_LONGEST_TITLE = 100


def assembled(
    document: Document, parts: Sequence[Part], alphabet: Alphabet, decisions: Sequence[Decision], overrides: Overrides
) -> Matrix:
    """The matrix of all parts."""
    parties, index = together(parts, overrides.as_)
    works: list[Work] = []
    helped: list[Reading] = []
    unread: list[Reading] = []
    for part in parts:
        helped += _moved(part.helped, len(works))
        unread += _moved(part.unread, len(works))
        for line in part.lines:
            roles: dict[int, tuple[str, ...]] = {}
            for holder in line.holders:
                place = index[key(holder.party)]
                roles[place] = alphabet.sorted([*roles.get(place, ()), *holder.roles])
            work = Work(line.title, line.place, roles, line.phase, line.notes)
            works.append(work._replace(status=line.status, due=line.due, ref=line.ref))
    decisions = [*decisions, *kinds(parties, overrides.as_), *merged(parts)]
    title = next((block.text for block in document.blocks if isinstance(block, Heading) and block.level == 1), None)
    if title is None and len(parts) == 1:
        title = next((text for text in parts[0].above if len(text) <= _LONGEST_TITLE), None)
    return Matrix(
        alphabet.scheme,
        tuple(parties),
        tuple(works),
        (*decisions, *(decision for part in parts for decision in part.decisions)),
        tuple(helped),
        tuple(unread),
        alike(parties),
        title,
    )


def _moved(readings: Sequence[Reading], before: int) -> list[Reading]:
    """Readings of a part, whose first work is that of the matrix with so many before it."""
    return [one if one.work is None else one._replace(work=one.work + before) for one in readings]
