"""What a piece of text is among the words of matrices: a role, a heading, nobody, everybody, a team."""

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from raci_cli.importers.words import LANGUAGES
from raci_cli.rules.lookalikes import plain, skeleton

LONGEST_WORDS = 80  # no role, heading or word for nobody is longer
_NOT_WORD = re.compile(r"[\W_]+")
# What stands in cells where nobody is meant, once letters and digits are ruled out.
# White letters in black circles and squares, which Unicode does not take apart.
_SQUARED = (0x1F150, 0x1F170)
# What stands in cells that say nothing; any other sign may mean something.
_EMPTY = frozenset(
    "-\u2010\u2011\u2012\u2013\u2014\u2015\u2212_.\u2026\u00b7/\\|()[]{}:;,\u2610\u25a1\u25a2\u2b1c\ufe0f\u2800"
)
_MARKS = frozenset("✓✔☑✅✗✘☒×●•⬤◉■▪★xX")
_YES = frozenset(("yes", "ja", "oui", "si", "sim", "да", "true", "wahr", "vrai", "vero", "verdadero", "verdadeiro"))
_CAMEL = re.compile(r"(?<=[a-zà-ÿа-я])(?=[A-ZÀ-ßА-Я])")


@lru_cache(maxsize=50_000)
def normal(text: str) -> str:
    """Text as it is compared: no case, accents, punctuation; single spaces; signs for numbers keep their meaning."""
    if len(text) > LONGEST_WORDS * 2:
        return ""
    return " ".join(_NOT_WORD.sub(" ", plain(text).casefold()).split())


def _table(entries: Iterable[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for meaning, words in entries:
        for word in words.split(","):
            key = normal(word)
            if key and meaning not in found.get(key, ()):
                found[key] = (*found.get(key, ()), meaning)
    return found


@cache
def _roles() -> dict[str, tuple[str, ...]]:
    return _table(pair for language in LANGUAGES for pair in language.roles.items())


@cache
def _headings() -> dict[str, tuple[str, ...]]:
    return _table(pair for language in LANGUAGES for pair in language.headings.items())


@cache
def _several(field: str) -> frozenset[str]:
    return frozenset(_table(("", getattr(language, field)) for language in LANGUAGES))


def meanings(words: str) -> tuple[str, ...]:
    """The roles that a word or a name of a role may stand for, most likely first: `Accountable` is accountable."""
    found = _roles().get(normal(words), ())
    return found or _without_filler(normal(words))


@lru_cache(maxsize=10_000)
def _without_filler(key: str) -> tuple[str, ...]:
    tokens = key.split()
    if not 1 < len(tokens) <= 6:  # noqa: PLR2004 - longer ones are prose
        return ()
    rest = [token for token in tokens if token not in _several("filler")]
    return _roles().get(" ".join(rest), ()) if rest and len(rest) < len(tokens) else ()


def headings(text: str) -> tuple[str, ...]:
    """The kinds of column that a heading may stand for: step, phase, number, id, notes, status, due, party, letter."""
    if text.strip() in ("#", "№", "Nº", "N°"):
        return ("number",)
    key = normal(text)
    found = _headings().get(key, ())
    if not found and "(" in text:
        found = _headings().get(normal(text.split("(", maxsplit=1)[0]), ())
    return found


def is_heading(text: str, kind: str) -> bool:
    """Whether a heading may stand for a column of that kind; of `Process / Task` each half is asked."""
    if kind in headings(text):
        return True
    parts = re.split(r"[/|\\&>→,-]", text) if len(text) <= LONGEST_WORDS else []
    return len(parts) > 1 and any(kind in headings(part) for part in parts)


def may_be_party(text: str) -> bool:
    """Whether a heading is none that is known, or one of parties: it may be the name of one."""
    found = headings(text)
    return bool(text) and (not found or "party" in found)


@lru_cache(maxsize=50_000)
def is_nobody(text: str) -> bool:
    """Whether a cell says that nobody is meant: it is empty, dashes and dots, `N/A`, `none`."""
    bare = text.strip()
    if not bare or len(bare) > LONGEST_WORDS:
        return not bare
    if any(character.isalnum() or character in _MARKS for character in bare):
        return normal(bare) in _several("nobody")
    return all(character in _EMPTY or character.isspace() or not character.isprintable() for character in bare)


def is_everybody(text: str) -> bool:
    """Whether a name stands for everyone: `All`, `the rest`."""
    return normal(text) in _several("everybody")


def is_mark(text: str) -> bool:
    """Whether a cell holds a tick or a cross."""
    bare = text.partition("(")[0].strip().replace("\ufe0f", "")
    return bare in _MARKS or normal(bare) in _YES


@cache
def joins() -> frozenset[str]:
    """The words for `and`."""
    return _several("joins")


def is_team(name: str) -> bool:
    """Whether a name has a word for a function, a team or an organisation in it, or is an abbreviation."""
    tokens = normal(name).split()
    return any(token in _several("parties") for token in tokens) or (name.isupper() and len(tokens) == 1)


def is_person(name: str) -> bool:
    """Whether a name looks like a person's: a handle, or two to four capitalised words, none of them a function's."""
    bare = name.split("(", maxsplit=1)[0].strip()
    if bare.startswith("@") and len(bare) > 1:
        return "/" not in bare and not is_team(bare)
    words = bare.replace(".", ". ").split()
    if is_team(bare) or not 1 < len(words) <= 4:  # noqa: PLR2004 - people have two to four names
        return False
    return all(word[0].isupper() and (word[1:].islower() or word.endswith(".") or "-" in word) for word in words)


def is_role_word(text: str) -> bool:
    """Whether a text is a word for some role of some scheme."""
    return bool(meanings(text))


@lru_cache(maxsize=5_000)
def letter(character: str) -> str:
    """A capital Latin letter for a character that is one or looks like one; empty if it is none."""
    for first in _SQUARED:
        if first <= ord(character) < first + 26:
            return chr(ord("A") + ord(character) - first)
    found = skeleton(plain(character).strip("()")).upper()
    return found if len(found) == 1 and "A" <= found <= "Z" else ""


def words_of(text: str) -> int:
    """How many words a text has, roughly."""
    return text.count(" ") + text.count("\n") + 1 if text else 0


def camel(text: str) -> str:
    """`roleResponsible` as words."""
    return _CAMEL.sub(" ", text) if len(text) <= LONGEST_WORDS else text
