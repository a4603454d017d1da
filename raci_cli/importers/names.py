"""Names in one cell: where one ends and the next begins."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from raci_cli.importers.lookups import is_everybody, is_nobody, is_person, is_team, joins, normal
from raci_cli.importers.shaping import STRUCK

LONGEST_NAME = 100
_CLAUSE = 2
_MOST_WORDS = 9
TEAM_WORDS = frozenset(("support", "owner", "manager", "helper", "approver"))  # roles that are parties as well
_EVERYBODY = "everybody, kept as a party of that name"
_REFERS = frozenset(("ditto", "idem", "see above", "as above", "same", "siehe oben", "dito"))
_INITIAL = re.compile(r"(?:^|[\s.])[^\W\d_]\.$")
_HARD = frozenset(",;\n•|+；，、")
# `R&D` and `M&A` are words of their own.
_SOFT = re.compile(r"[/／]|(?<=\s)&(?=\s)|(?<=\w{3})&(?=\w{3})|(?<=\s)([^\W\d_]{1,5})(?=\s)")
_SURNAME_FIRST = re.compile(r"\s*[^\W\d_][\w'’-]*(?: [^\W\d_][\w'’-]*)?, [^\W\d_][\w'’.-]*(?: [^\W\d_][\w.'’-]*)?\s*")
_KEPT = "a comma kept within a name, the surname first"
_FOOT = re.compile(r"[*†‡§]+$|^[*•·-]+\s+")


class Names(NamedTuple):
    """The names in a cell; `help` says how they were told apart where that was a choice, `unread` why they were not."""

    names: tuple[str, ...] = ()
    help: str = ""
    unread: str = ""
    odd: tuple[str, ...] = ()  # parts that are no name
    notes: tuple[str, ...] = ()


def hard(text: str) -> list[str]:
    """The parts of a cell between commas, semicolons, line breaks and plus signs that stand in no bracket."""
    parts, depth = [""], 0
    bare = text.strip()
    if bare[:1] == "[" and bare[-1:] == "]" and bare.count("[") == 1:
        text = bare[1:-1]
    for character in text.replace("→", ";").replace("⇒", ";"):
        depth += (character in "([（") - (character in ")]）" and depth > 0)
        if character in _HARD and depth == 0:
            parts.append("")
        else:
            parts[-1] += character
    return [part for part in (_tidy(part) for part in parts) if part]


def _tidy(part: str) -> str:
    bare = _FOOT.sub("", " ".join(part.split()))
    if bare[:1] == "[" and bare[-1:] == "]" and bare.count("[") == 1:
        bare = bare[1:-1].strip()
    words = bare.split(" ", 1)
    if len(words) > 1 and normal(words[0]) in joins() and words[0].islower():
        bare = words[1]  # `Alice, Bob, and Carol`
    if _INITIAL.search(bare):
        return bare  # `Иванов И.И.`
    return bare.rstrip(".").strip() if not bare.endswith(("Inc.", "Ltd.", "Co.", "Jr.", "etc.")) else bare


def soft(part: str) -> list[str]:
    """The parts between slashes, ampersands and words for `and`, which may also belong to a name."""
    found, start, depth = [], 0, 0
    if len(part) > LONGEST_NAME * 2:
        return [part]
    opened = [0] * (len(part) + 1)
    for place, character in enumerate(part):
        depth += (character == "(") - (character == ")" and depth > 0)
        opened[place + 1] = depth
    for match in _SOFT.finditer(part):
        if opened[match.start()] or (match[1] and normal(match[1]) not in joins()):
            continue
        found.append(part[start : match.start()].strip())
        start = match.end()
    return [piece for piece in [*found, part[start:].strip()] if piece]


def alone(texts: Iterable[str]) -> frozenset[str]:
    """The names that stand in some cell without any doubt, in comparable form."""
    return frozenset(normal(part) for text in texts for part in hard(text) if len(soft(part)) == 1)


def again(texts: Iterable[str]) -> frozenset[str]:
    """The parts with a slash or an `and` that several cells have, in comparable form."""
    counted = Counter(normal(part) for text in texts for part in hard(text) if len(soft(part)) > 1)
    return frozenset(part for part, number in counted.items() if number > 1)


def surnames_first(texts: Iterable[str]) -> bool:
    """Whether commas belong to names, as semicolons part them: `Ruhl, Eva; Pech, Jan`."""
    several = [text.split(";") for text in texts if ";" in text]
    with_comma = [part for parts in several for part in parts if "," in part]
    return bool(with_comma) and all(map(_SURNAME_FIRST.fullmatch, with_comma))


def _whole(text: str) -> list[str]:
    """The parts of a cell in which names have their surnames first."""
    return [part for piece in re.split(r"[;\n]", text)
            for part in ([_tidy(piece)] if _SURNAME_FIRST.fullmatch(piece) else hard(piece)) if part]  # fmt: skip


def split(text: str, known: frozenset[str], often: frozenset[str] = frozenset(), *, surnames: bool = False) -> Names:
    """The names of a cell; `known` are those that stand alone elsewhere, `often` those with a slash said again.

    `surnames`: a comma may stand between a surname and a first name.
    """
    names: list[str] = []
    odd: list[str] = []
    helps: list[str] = []
    notes: list[str] = []
    for part in _whole(text) if surnames else hard(text):
        helps += [_KEPT] if surnames and "," in part else []
        for name, how in _softly(part, known, often):
            if is_nobody(name):
                continue
            if _is_no_name(name) or STRUCK in name:
                odd.append(name)
                continue
            bare = _without_note(name)
            names.append(bare)
            notes += [name[len(bare) :].strip(" ()")] if bare != name else []
            helps += [how] if how else [_EVERYBODY] if is_everybody(name) else []
            helps += ["a note behind a name"] if bare != name else []
    why = (
        ("it is not decided yet" if "?" in text or normal(text) in ("tbd", "tba", "tbc") else "it is no name")
        if odd
        else ""
    )
    return Names(tuple(dict.fromkeys(names)), "; ".join(dict.fromkeys(helps)), why, tuple(odd), tuple(notes))


def _without_note(name: str) -> str:
    """A name without a note in brackets: one of several words, or behind a handle."""
    start = name.find("(")
    if start < 1 or not name.endswith(")"):
        return name
    note = name[start + 1 : -1]
    return name[:start].strip() if name.startswith("@") or note.count(" ") > 1 else name


def _is_no_name(name: str) -> bool:
    bare = name.split("(", maxsplit=1)[0]
    if bare[:1].islower() and bare.strip().count(" ") > _CLAUSE:
        return True
    if (
        "?" in bare.partition("[")[0]
        or normal(bare) in _REFERS
        or normal(bare).startswith(("see ", "same as ", "to be d", "to be c"))
    ):
        return True
    if len(name) > LONGEST_NAME or bare.count(" ") >= _MOST_WORDS or not any(c.isalpha() for c in name):
        return True
    return normal(name) in ("tbd", "tba", "tbc", "todo", "unknown") or name.strip() in ("x", "X")


def _softly(part: str, known: frozenset[str], often: frozenset[str]) -> Iterator[tuple[str, str]]:
    """A part as one name or several, with why, where it has a slash or an `and`."""
    pieces = soft(part)
    if len(pieces) == 1:
        yield part, ""
        return
    alone_ = [normal(piece) in known for piece in pieces]
    if all(alone_) or (any(alone_) and normal(part) not in known and all(_is_like_name(piece) for piece in pieces)):
        why = "names told apart at a slash or an `and`, as they stand alone elsewhere"
    elif (
        normal(part) not in often
        and " / " in part
        and any(" " in piece for piece in pieces)
        and "/" not in part.replace(" / ", "")
        and "&" not in part
        and all(map(_is_like_name, pieces))
    ):
        why = "names told apart at a slash with spaces"
    elif all(is_person(piece) for piece in pieces) or all(piece.startswith("@") for piece in pieces):
        why = "persons told apart at a slash or an `and`"
    else:
        yield part, "kept as one name, although it has a slash or an `and`"
        return
    for piece in pieces:
        yield piece, why


def _is_like_name(piece: str) -> bool:
    return is_team(piece) or is_person(piece) or piece[:1].isupper()
