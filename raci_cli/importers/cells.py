"""One cell of a matrix: the roles that it gives, or that nobody is meant, or why it cannot be read."""

import re
from typing import NamedTuple

from raci_cli.importers.lookups import is_mark, is_nobody, joins, letter, normal
from raci_cli.importers.schemes import Alphabet
from raci_cli.importers.shaping import STRUCK

LONGEST_CELL = 400  # what is longer is prose, whatever it begins with
_SEPARATORS = re.compile(r"\s*(?:[/,;&+|\\\n·•、，／∕⁄→⇒➔>-]|[–—]|->|=>|<br>)\s*|\s+")
_BRACKETS = str.maketrans("（）［］【】｛｝{}〔〕", "()[][]()()[]")
_FOOTNOTES = re.compile(r"[*†‡§#¹²³⁰⁴-⁹₀-₉^°\d.]+")
_GLUED = re.compile(r"([(\[])(\w)([)\]])(?=\w)")  # (R)esponsible
_LEAD = re.compile(r"([A-Za-z](?:\s*[/,&+|]\s*[A-Za-z]\b|[A-Za-z]){0,5})\b(?:\s*[:–—=→-]\s*|\s+)(\S)")
ENTITY = re.compile(r"&#?\w{1,30};")
_NOTE = re.compile(r"\(([^()]*)\)|\[([^\[\]]*)\]")
_SENTENCES = frozenset(("am", "think", "will", "have", "do", "would", "can", "was", "want", "need", "know", "believe"))
_DASHES = "-\u2013\u2014"
_LONGEST_DOUBT = 20
_OPEN = {
    "tbd",
    "tba",
    "tbc",
    "todo",
    "unknown",
    "unclear",
    "unbekannt",
    "offen",
    "a definir",
    "por definir",
    "da definire",
}


class Reading(NamedTuple):
    """What a cell says: `roles` by name; `notes` beside them; `help` says how it was read, `unread` why it was not.

    With neither roles nor `unread` the cell says that nobody is meant.
    """

    roles: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    help: str = ""
    unread: str = ""


NOBODY = Reading()


def read(text: str, alphabet: Alphabet) -> Reading:
    """Read a cell that stands where a matrix has letters."""
    if is_nobody(text) and not _is_letter(text, alphabet):
        return NOBODY
    if len(text) > LONGEST_CELL:
        return Reading(unread="it is too long for letters")
    if STRUCK in text:
        return Reading(unread="it is struck out")
    bare = text.strip().translate(_BRACKETS)
    simple = alphabet.letters.get(bare)
    if simple:
        return Reading((simple,))
    why = _open(bare)
    return Reading(unread=why) if why else _in_parts(bare, alphabet)


def _open(bare: str) -> str:
    """Why a cell cannot be read, whatever its letters are."""
    if "?" in bare:
        return "it is a question"
    if "&" in bare and ENTITY.search(bare):
        return "it has a sign by a name that nobody resolved"
    return "it is not decided yet" if normal(bare) in _OPEN else ""


def is_undecided(text: str) -> bool:
    """Whether a short text leaves open which letter it will be: `A?`, `?`, `TBD`."""
    bare = text.strip(" ?()")
    return bool(_open(text)) and len(text) <= _LONGEST_DOUBT and (len(bare) <= 1 or normal(bare) in _OPEN)


def parts(text: str) -> list[str]:
    """A text between its separators: slashes, commas, spaces, arrows."""
    return _SEPARATORS.split(text)


def _is_letter(text: str, alphabet: Alphabet) -> bool:
    return text.strip() in alphabet.letters


def _in_parts(text: str, alphabet: Alphabet) -> Reading:
    """A cell of several parts: letters, words, notes in brackets."""
    helps: list[str] = []
    text = _GLUED.sub(r"\2", text)
    helps += ["letters with an arrow between them"] if "\u2192" in text else []
    helps += ["nobody beside a letter"] if text[0] in _DASHES or text[-1] in _DASHES else []
    word = alphabet.word(text)
    if word:
        return Reading((word,), help="a word for the letter")
    rest, inner = _without_brackets(text)
    if rest and is_nobody(rest) and rest not in alphabet.letters:
        return Reading(unread="it says nobody, and something else in brackets")
    roles, unknown, helped = _tokens(rest, alphabet)
    helps += helped
    notes: list[str] = []
    for part in inner:
        more, odd, how = _tokens(part, alphabet)
        if more and not odd and (set(more) <= set(roles) or "a word for the letter" not in how):
            helps += ["a letter in brackets"] if any(role not in roles for role in more) else []
            roles += more
        elif not is_nobody(part) and _holds_letter(part, alphabet):
            return Reading(unread="the words beside its letters hold another one")
        elif part.strip():
            notes.append(part.strip())
            helps.append("a note beside the letter")
    if unknown or not roles:
        return _with_words(text, alphabet) if unknown else Reading(unread=_why_not(text, roles))
    if len(roles) > len(set(roles)):
        helps.append("the same letter twice")
    return Reading(alphabet.sorted(roles), tuple(notes), "; ".join(dict.fromkeys(helps)))


def _why_not(text: str, _roles: list[str]) -> str:
    return "it has no letter of the scheme" if text else "it is empty"


def _without_brackets(text: str) -> tuple[str, list[str]]:
    """A text without its brackets, and what stood in them."""
    inner = [first or second for first, second in _NOTE.findall(text)]
    return _NOTE.sub(" ", text).strip(), inner


def _tokens(text: str, alphabet: Alphabet) -> tuple[list[str], list[str], list[str]]:
    """The roles in a text of separated parts, the parts that are none, and with what help they were read."""
    roles: list[str] = []
    unknown: list[str] = []
    helps: list[str] = []
    for part in _SEPARATORS.split(text):
        if not part or (is_nobody(part) and part not in alphabet.letters):
            helps += ["nobody beside a letter"] if part else []
            unknown += [part] if any(sign.isalnum() for sign in part) else []  # `no A` is no A
            continue
        if normal(part) in joins() and (len(part) > 1 or letter(part) not in alphabet.letters):
            continue
        if is_mark(part) and part not in alphabet.letters and len(part) < len(text):
            helps.append("a mark beside a letter")
            continue
        found, how = _token(part, alphabet)
        roles += found
        helps += [how] if how and found else []
        if not found and len(part) < len(text) and not any(sign.isalnum() for sign in part):
            helps.append("a sign beside a letter")
        elif not found:
            unknown.append(part)
    return roles, unknown, helps


def _token(part: str, alphabet: Alphabet) -> tuple[list[str], str]:
    """The roles of one part, without separators, and with what help it was read."""
    plain = alphabet.letters.get(part)
    if plain:
        return [plain], ""
    mark = _FOOTNOTES.sub("", part)
    bare = mark or part
    if len(bare) > LONGEST_CELL // 4:
        return [], ""
    word = alphabet.word(bare) if len(bare) > 2 else None  # noqa: PLR2004 - a word is longer than letters
    if word:
        return [word], "a word for the letter"
    if len(bare) > 3 and bare[0] in alphabet.letters and alphabet.word(bare[1:]) == alphabet.letters[bare[0]]:  # noqa: PLR2004
        return [alphabet.letters[bare[0]]], "a letter with its word"
    letters = [letter(character) for character in bare]
    roles = [alphabet.letters.get(key, "") for key in letters]
    several = len(bare) > 1
    odd = several and (len(set(roles)) < len(roles) or not (bare.isupper() or bare.islower()))
    if not all(roles) or not roles or odd or (bare.islower() and len(bare) > 2):  # noqa: PLR2004 - `air` is a word
        return [], ""
    helps = []
    if mark and mark != part:
        helps.append("a mark of a footnote")
    if any(not character.isascii() for character in bare):
        helps.append("a letter that looks like a Latin one")
    elif bare.islower():
        helps.append("a small letter")
    return roles, "; ".join(helps)


def _with_words(text: str, alphabet: Alphabet) -> Reading:
    """Letters with words after them: `C/A where needed`, `R (drafts), A on release`."""
    roles: list[str] = []
    notes: list[str] = []
    for part in _split_outside(text):
        found = _lead(part, alphabet)
        if found is None and roles and not _holds_letter(part, alphabet):
            notes.append(part.strip())
            continue
        if found is None:
            return Reading(unread="it has words or letters that the scheme does not have")
        roles += found[0]
        notes += [found[1]] if found[1] else []
    if not roles:
        return Reading(unread="it has words or letters that the scheme does not have")
    return Reading(alphabet.sorted(roles), tuple(notes), "a note beside the letter")


def _holds_letter(part: str, alphabet: Alphabet) -> bool:
    """Whether a part has a capital letter of the scheme that stands alone, which a note would hide."""
    words = part.replace("(", " ").replace(")", " ").replace("/", " ").split()
    return any(word in alphabet.letters for word in words)


def _split_outside(text: str) -> list[str]:
    """Parts of a text between commas, semicolons and line breaks that are in no bracket."""
    parts, depth = [""], 0
    for character in text:
        depth += (character in "([") - (character in ")]" and depth > 0)
        if character in ",;\n" and depth == 0:
            parts.append("")
        else:
            parts[-1] += character
    return [part for part in parts if part.strip()]


def _lead(part: str, alphabet: Alphabet) -> tuple[list[str], str] | None:
    """The letters with which a part begins, and the words after them; None if it begins with none."""
    bare = part.strip()
    rest, inner = _without_brackets(bare)
    roles, unknown, _ = _tokens(rest, alphabet)
    if roles and not unknown:
        return roles, "; ".join(inner)
    match = _LEAD.match(bare)
    first, _, after = bare.partition(" ")
    if after and normal(first) in alphabet.order:  # `Responsible for the code`
        return [normal(first)], after.strip()
    if not match:
        return None
    lead, tail = match[1], bare[match.start(2) :]
    roles, unknown, _ = _tokens(lead, alphabet)
    first = normal(tail).split(" ", 1)[0]
    if any(word.strip("()/") in alphabet.letters for word in tail.split()) and tail[:1] != "(":
        return None  # another letter stands among the words
    if unknown or not roles or not lead.replace(" ", "")[:1].isupper() or (lead == "I" and first in _SENTENCES):
        return None
    return roles, tail
