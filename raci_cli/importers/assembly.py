"""The parts of a document put together: parties once, steps in their order, every guess and doubt."""

from collections.abc import Sequence

from raci_cli.importers.parties import alike, key, together
from raci_cli.importers.parts import Part
from raci_cli.importers.records import Decision, Document, Heading, Matrix, Overrides, Work
from raci_cli.importers.schemes import Alphabet

_LONGEST_TITLE = 100


def assembled(
    document: Document, parts: Sequence[Part], alphabet: Alphabet, decisions: Sequence[Decision], overrides: Overrides
) -> Matrix:
    """The matrix of all parts."""
    parties, index = together(parts, overrides.as_)
    works: list[Work] = []
    for part in parts:
        for line in part.lines:
            roles: dict[int, tuple[str, ...]] = {}
            for holder in line.holders:
                place = index[key(holder.party)]
                roles[place] = alphabet.sorted([*roles.get(place, ()), *holder.roles])
            works.append(
                Work(
                    line.title,
                    line.place,
                    roles,
                    line.phase,
                    line.notes,
                    status=line.status,
                    due=line.due,
                    ref=line.ref,
                )
            )
    title = next((block.text for block in document.blocks if isinstance(block, Heading) and block.level == 1), None)
    if title is None and len(parts) == 1:
        title = next((text for text in parts[0].above if len(text) <= _LONGEST_TITLE), None)
    return Matrix(
        alphabet.scheme,
        tuple(parties),
        tuple(works),
        (*decisions, *(decision for part in parts for decision in part.decisions)),
        tuple(reading for part in parts for reading in part.helped),
        tuple(reading for part in parts for reading in part.unread),
        alike(parties),
        title,
    )
