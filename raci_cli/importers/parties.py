"""The parties of all tables of a document as one list, and names among them that look the same."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from raci_cli.importers.lookups import is_person, is_team
from raci_cli.importers.parts import Part
from raci_cli.importers.records import Decision, Party
from raci_cli.rules.lookalikes import plain, skeleton
from raci_cli.text import count, listed, quoted


def key(name: str) -> str:
    """What two spellings of one party share: all but case and the number of spaces."""
    return " ".join(name.split()).casefold()


def together(parts: Sequence[Part], as_: str | None) -> tuple[list[Party], dict[str, int]]:
    """Each party once, in the order of the document, with the index of each name's key."""
    parties: list[Party] = []
    index: dict[str, int] = {}
    for part in parts:
        for name, place, title in part.parties:
            if key(name) not in index:
                index[key(name)] = len(parties)
                person = as_ == "people" if as_ else is_person(name)
                parties.append(Party(" ".join(name.split()), place, person, title=title))
        for line in part.lines:
            for holder in line.holders:
                if key(holder.party) not in index:
                    index[key(holder.party)] = len(parties)
                    person = as_ == "people" if as_ else is_person(holder.party)
                    parties.append(Party(" ".join(holder.party.split()), holder.place, person))
    return parties, index


def kinds(parties: Sequence[Party], as_: str | None) -> list[Decision]:
    """The guess who is a person and who a team; names without a word that tells it count as teams."""
    if not parties:
        return []
    people = sum(party.person for party in parties)
    shown = [count(len(parties) - people, "team")] if people < len(parties) else []
    shown += [count(people, "person", "people")] if people else []
    if as_:
        return [Decision("parties", ", ".join(shown), "as you say", 1.0, "--as")]
    told = sum(party.person or is_team(party.name) for party in parties) / len(parties)
    why = "by their names" if told == 1 else "by their names; what is no person's name is a team"
    return [Decision("parties", ", ".join(shown), why, round(0.6 + 0.35 * told, 2), "--as")]


def alike(parties: Sequence[Party]) -> tuple[tuple[str, ...], ...]:
    """Names that a reader may take for one: without accents, widths, signs at their end and notes in brackets."""
    groups: dict[str, list[str]] = defaultdict(list)
    for party in parties:
        groups[look(party.name)].append(party.name)
    return tuple(tuple(names) for look, names in groups.items() if look and len(names) > 1)


def look(name: str) -> str:
    """What names share that a reader may take for one."""
    bare = name.split("(", maxsplit=1)[0] or name
    found = skeleton(plain(bare)).strip(" .*†‡§:@")
    letters = "".join(character for character in found if character.isalnum())
    return letters.removesuffix("s") if len(letters) > 3 else letters  # noqa: PLR2004 - `Devs` is `Dev`, `DS` is not `D`


def merged(parts: Sequence[Part]) -> list[Decision]:
    """What was taken for one party though it is spelt in two ways."""
    spelt: dict[str, dict[str, None]] = defaultdict(dict)
    for part in parts:
        for name in (*(column.name for column in part.parties), *_holders(part)):
            spelt[key(name)][" ".join(name.split())] = None
    return [
        Decision(
            "party", listed([quoted(name) for name in names]), "names that differ in case alone are one party", 0.9
        )
        for names in spelt.values()
        if len(names) > 1
    ]


def _holders(part: Part) -> Iterator[str]:
    return (holder.party for line in part.lines for holder in line.holders)
