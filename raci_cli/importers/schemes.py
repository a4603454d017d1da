"""Which scheme a matrix is written in, and what each of its letters and words means."""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from raci_cli.importers.lookups import letter, meanings, normal
from raci_cli.importers.records import Decision
from raci_cli.model.scheme import Scheme
from raci_cli.model.schemes import SCHEMES

# Role names of a scheme that are other words for the same thing.
_DEFAULT = "raci"
BORROWED = 0.5  # how much less a word is like a role of a scheme, where it is the very name of another scheme's role


class Alphabet(NamedTuple):
    """How letters and words are read: `letters` from capitals to names of roles, `order` of the roles in the scheme."""

    scheme: str
    letters: Mapping[str, str]
    order: tuple[str, ...]
    meanings: Mapping[str, str]

    def word(self, text: str) -> str | None:
        """The role that a word stands for in this scheme."""
        return next(iter(self.words(text)), None)

    def words(self, text: str) -> list[str]:
        """The roles that a word may stand for in this scheme, the likeliest first."""
        known = (normal(text).replace(" ", "-"), *meanings(text))
        return list(dict.fromkeys(self.meanings[meaning] for meaning in known if meaning in self.meanings))

    def sorted(self, roles: Iterable[str]) -> tuple[str, ...]:
        """Roles once each, in the order of the scheme."""
        return tuple(sorted(set(roles), key=self.order.index))


def alphabet(scheme: Scheme, legend: Mapping[str, str] | None = None) -> Alphabet:
    """The alphabet of a scheme, changed by what a legend of the document says: letter to word."""
    named = {role.name: role.name for role in scheme.roles}
    for role in scheme.roles:
        for meaning in meanings(role.name.replace("-", " ")):
            named.setdefault(meaning, role.name)
    found = Alphabet(scheme.name, {role.letter.upper(): role.name for role in scheme.roles}, scheme.names, named)
    return found._replace(letters=_told(found, legend or {}))


def _told(found: Alphabet, legend: Mapping[str, str]) -> dict[str, str]:
    """What letters mean once a legend is heard: no two the same, and none of the scheme's own without need."""
    told: dict[str, str] = {}
    others = [key for key in legend if key not in found.letters]
    for key in sorted(others, key=lambda capital: len(found.words(legend[capital]))):
        free = [role for role in found.words(legend[key]) if role not in told.values()]
        if likeness(legend[key], found) < BORROWED:
            free = []  # the legend speaks of another scheme
        told.update({key: free[0]} if free else {})
    for key, role in found.letters.items():
        words = found.words(legend[key]) if key in legend else [role]
        free = [word for word in words if word not in told.values()]
        if role not in told.values() or not free:
            told.setdefault(key, role)
        else:
            told[key] = free[0]  # another letter of the legend has what this one usually means
    return told


def wide() -> Alphabet:
    """All letters and words of all schemes at once, to tell what is a letter before the scheme is known."""
    letters: dict[str, str] = {}
    named: dict[str, str] = {}
    for scheme in SCHEMES.values():
        part = alphabet(scheme)
        letters = {**part.letters, **letters}
        named = {**part.meanings, **named}
    order = tuple(dict.fromkeys([*letters.values(), *named.values()]))
    return Alphabet("", letters, order, named)


def recognised(
    letters: Counter[str], words: Counter[str], legend: Mapping[str, str], prose: str
) -> tuple[Alphabet, Decision]:
    """The scheme that reads most of the letters and role words found, and why; `prose` is headings and titles."""
    tokens = {word for line in prose[:20_000].split("\n") for word in normal(line).split()}
    best: tuple[float, Alphabet, Scheme] | None = None
    for rank, scheme in enumerate(SCHEMES.values()):
        part = alphabet(scheme, legend)
        named = bool(tokens & _names(scheme))
        told = sum(1 for key, word in legend.items() if part.word(word) and part.letters.get(key))
        used = sum(1 for key in part.letters if key in letters)
        if scheme.name != _DEFAULT and not named and not told and letters and used * 2 < len(part.letters):
            continue
        read: float = sum(number for key, number in letters.items() if key in part.letters)
        read += sum(number * likeness(word, part) for word, number in words.items())
        unused = sum(1 for key in part.letters if key not in letters) / len(part.letters)
        score = read + 0.6 * told + (0.4 if named else 0) - 0.5 * unused - 0.01 * rank
        if scheme.name == _DEFAULT:
            score += 0.2
        if best is None or score > best[0]:
            best = (score, part, scheme)
    assert best is not None, "there are schemes"  # noqa: S101 - SCHEMES is not empty
    return best[1], _decision(best[1], best[2], letters, legend, tokens)


def likeness(word: str, alphabet: Alphabet) -> float:
    """How surely a word is a role of a scheme: it is its very name, or only means it here."""
    role = alphabet.word(word)
    own = normal(word).replace(" ", "-")
    if role is None:
        return 0.0
    return 1.0 if role == own else 0.3 if any(scheme.role(own) for scheme in SCHEMES.values()) else 0.9


def _names(scheme: Scheme) -> set[str]:
    return {scheme.name, scheme.name.replace("-", "")} - {"dri", "rapid"} | (
        {"dri"} if scheme.name == "dri" else {"rapid"} if scheme.name == "rapid" else set()
    )


def _decision(
    found: Alphabet, scheme: Scheme, letters: Counter[str], legend: Mapping[str, str], tokens: set[str]
) -> Decision:
    total = sum(letters.values())
    read = sum(number for key, number in letters.items() if key in found.letters)
    share = read / total if total else 1.0
    legends = {key for key in letters if key in legend}
    why = "its letters are used"
    sure = 0.9
    if tokens & _names(scheme):
        why, sure = "the document names it", 0.97
    elif legends:
        why, sure = "the legend explains its letters", 0.97
    elif not letters:
        why, sure = "its words are used", 0.95
    if share < 1:
        missing = ", ".join(sorted(key for key in letters if key not in found.letters))
        why += f"; it has no {missing}"
    return Decision("scheme", scheme.name, why, round(sure * share, 2))


def key_of(text: str) -> str:
    """The capital letter that a text of one letter stands for, or nothing."""
    bare = text.strip()
    return letter(bare) if len(bare) == 1 else ""
