"""Texts that say who has which role: `R: Alice, Bob; A: Carol`, `Alice (A/R), Bob (C)`, `Alice - R`."""

import re
from typing import NamedTuple

from raci_cli.importers import cells, names
from raci_cli.importers.legends import explains
from raci_cli.importers.lookups import is_nobody, meanings, normal, words_of
from raci_cli.importers.schemes import Alphabet

_LABEL = re.compile(r"\s*[(\[*]?([^\W\d_][^:=–—\n]{0,40}?)[)\]*]?\s*(?:->|=>|→|:|=|\s[–—-]\s|\s?[–—]\s)\s*")
_TAIL = re.compile(r"\s*(.{1,100}?)\s*(?::|=|\s[–—-]|[–—])\s*(\S{1,24}(?:\s?[/,&+]\s?\S{1,12}){0,3})\s*$")
_CLAUSES = re.compile(r"\s*[;\n|·]\s*")
_LONGEST = 2000
_PROSE = 7
_CLAUSE = 3  # words in small letters
_GLUED = 5  # `Tester (AI)` is no A and no I


class Assignment(NamedTuple):
    """A party and its roles."""

    party: str
    roles: tuple[str, ...]


class Said(NamedTuple):
    """What a text assigns; `odd` are its parts that assign nothing; `help` says how names were told apart."""

    assignments: tuple[Assignment, ...] = ()
    odd: tuple[str, ...] = ()
    help: str = ""


def label(text: str, alphabet: Alphabet) -> tuple[tuple[str, ...], str] | None:
    """The roles with which a text begins as a label, and what follows: `Responsible: Alice`."""
    match = _LABEL.match(text[:_LONGEST])
    if not match:
        return None
    roles = role_label(match[1], alphabet)
    return (roles, text[match.end() :].strip()) if roles else None


def role_label(text: str, alphabet: Alphabet) -> tuple[str, ...]:
    """The roles that a label names, if it names nothing else."""
    bare = text.strip(" *_()[]")
    if bare in alphabet.letters:
        return (alphabet.letters[bare],)
    if len(bare) > cells.LONGEST_CELL // 4 or is_nobody(bare):
        return ()
    if len(bare) > 1 and bare.isalpha() and bare.isupper() and not alphabet.word(bare):
        return ()  # `AI`, `CIA`
    reading = cells.read(bare, alphabet)
    return reading.roles if reading.roles and not reading.notes else ()


def in_text(text: str, alphabet: Alphabet, known: frozenset[str] = frozenset()) -> Said:
    """What a text assigns, clause by clause."""
    found: list[Assignment] = []
    odd: list[str] = []
    helps: list[str] = []
    for clause in _clauses(text[:_LONGEST], alphabet):
        if not clause.strip() or is_nobody(clause):
            continue
        labelled = label(clause, alphabet)
        if labelled and not _explains(clause, labelled):
            split = names.split(labelled[1], known)
            if is_prose(labelled[1]):
                odd.append(clause.strip())
                continue
            found += [Assignment(name, labelled[0]) for name in split.names]
            odd += split.odd
            helps += [split.help] if split.help else []
            continue
        pairs = None if labelled else _pairs(clause, alphabet)
        if pairs is None:
            odd.append(clause.strip())
            continue
        found += pairs
    return Said(tuple(found), tuple(odd), "; ".join(dict.fromkeys(helps)))


def is_prose(text: str) -> bool:
    """Whether what stands where names are expected are sentences."""
    bare = [part.partition("(")[0].strip() for part in names.hard(text)]
    if text.rstrip().endswith(".") and words_of(text) >= _CLAUSE:
        return True
    return any(words_of(part) >= _PROSE or (part[:1].islower() and words_of(part) > _CLAUSE) for part in bare)


def _explains(clause: str, labelled: tuple[tuple[str, ...], str]) -> bool:
    """Whether a label and what follows are a legend: `R: Responsible`, `Responsible: who does the work`."""
    key = clause.strip(" *([")[:1]
    first = labelled[1].split(" ", 1)[0].strip(".,;()")
    return explains(key, labelled[1]) or bool(first and meanings(first) and normal(first) not in names.TEAM_WORDS)


def _clauses(text: str, alphabet: Alphabet) -> list[str]:
    """A text between semicolons and line breaks, and between commas before a label."""
    clauses: list[str] = []
    for clause in _CLAUSES.split(text):
        current = ""
        for part in _at_commas(clause):
            if current and label(part, alphabet):
                clauses.append(current)
                current = part
            else:
                current = f"{current},{part}" if current else part
        clauses.append(current)
    return clauses


def _at_commas(text: str) -> list[str]:
    parts, depth = [""], 0
    for character in text:
        depth += (character in "([") - (character in ")]" and depth > 0)
        if character == "," and depth == 0:
            parts.append("")
        else:
            parts[-1] += character
    return parts


def _pairs(clause: str, alphabet: Alphabet) -> list[Assignment] | None:
    """Names with their letters after them, or None where a part has none."""
    found: list[Assignment] = []
    for part in names.hard(clause):
        pair = with_letters(part, alphabet)
        if pair is None:
            return None
        found.append(pair)
    return found or None


def with_letters(part: str, alphabet: Alphabet) -> Assignment | None:
    """A name with letters behind it in brackets, or behind a colon or a dash."""
    bare = part.strip()
    if bare.endswith((")", "]")):
        start = max(bare.rfind("("), bare.rfind("["))
        name, inside = bare[:start].strip(" -:"), bare[start + 1 : -1]
        glued = inside.isalpha() and 1 < len(inside) < _GLUED and set(inside) != {"R", "A"}
        roles = () if glued else _roles(inside, alphabet)
        return Assignment(name, roles) if start > 0 and roles and _is_name(name) else None
    match = _TAIL.fullmatch(bare) if len(bare) <= _LONGEST // 10 else None
    if not match or not _is_name(match[1]) or role_label(match[1], alphabet):
        return None
    roles = _roles(match[2], alphabet)
    return Assignment(match[1].strip(" *"), roles) if roles else None


def _roles(text: str, alphabet: Alphabet) -> tuple[str, ...]:
    """The roles in a text of letters or role words and nothing else."""
    if not text.strip() or is_nobody(text) or (text.strip().islower() and len(text.strip()) <= 2):  # noqa: PLR2004
        return ()
    reading = cells.read(text, alphabet)
    return reading.roles if not reading.notes else ()


def _is_name(text: str) -> bool:
    return 0 < len(text) <= names.LONGEST_NAME and words_of(text) < _PROSE and any(c.isalpha() for c in text)
