"""Headings for narrow columns."""

import itertools
from collections.abc import Sequence

from raci_cli.model.project import Party
from raci_cli.text import visible


def short_names(parties: Sequence[Party]) -> list[str]:
    """A heading of two or three letters for each party, no two alike: initials, else the start of the name."""
    taken: set[str] = set()
    return [_short_name(party.name, taken) for party in parties]


def _shows(character: str) -> bool:
    """Whether a character can be seen as a letter; some that count as one are blank."""
    return character.isalnum() and visible(character) == character


def _short_name(name: str, taken: set[str]) -> str:
    letters_ = [character for character in name if _shows(character)] or ["?"]
    words = [word for word in ("".join(filter(_shows, part)) for part in name.split()) if word]
    initials = (words[0][0] + words[-1][0]) if len(words) > 1 else "".join(letters_[:2])
    choices = itertools.chain(
        [initials], (letters_[0] + second for second in letters_[1:]), (f"{letters_[0]}{n}" for n in itertools.count(2))
    )
    chosen = next(choice.upper() for choice in choices if choice.upper() not in taken)
    taken.add(chosen)
    return chosen
