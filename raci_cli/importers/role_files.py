"""One file a role: a heading names the party, headings below it the roles, and lists under these the steps."""

from collections.abc import Sequence

from raci_cli.importers.lookups import is_nobody, normal
from raci_cli.importers.parts import Holder, Line, Part
from raci_cli.importers.records import Block, Decision, Heading, Listing, Reading
from raci_cli.importers.schemes import Alphabet


def part(blocks: Sequence[Block], alphabet: Alphabet) -> Part | None:
    """The steps of the party that a document is about, or None if it is not about one."""
    headings = [block for block in blocks if isinstance(block, Heading)]
    roles = [heading for heading in headings if alphabet.word(heading.text)]
    party = headings[0] if headings else None
    if party is None or not roles or headings[1:] != roles or any(role.level <= party.level for role in roles):
        return None
    lines: dict[str, Line] = {}
    unread: list[Reading] = []
    role: str | None = None
    for block in blocks:
        if isinstance(block, Heading):
            role = alphabet.word(block.text) if block in roles else None
        elif isinstance(block, Listing) and role is None:
            return None
        elif isinstance(block, Listing) and role is not None:
            for item in block.items:
                if is_nobody(item.text):
                    continue
                key = normal(item.text)
                line = lines.setdefault(key, Line(item.text, item.place))
                held = line.holders[0].roles if line.holders else ()
                holder = Holder(party.text, party.place, alphabet.sorted([*held, role]))
                lines[key] = line._replace(holders=(holder,))
                unread += [
                    Reading(
                        below.place, below.text, item.text, party.text, (), "it stands below a step", len(lines) - 1
                    )
                    for below in item.items
                ]
    if not lines:
        return None
    how = Decision(
        "orientation of the lists", "list", "steps stand under the roles of the one party", 0.75, "--orientation"
    )
    return Part("lists", party.place, (), tuple(lines.values()), (how,), (), tuple(unread))
