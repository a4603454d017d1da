"""How much room text takes on a terminal, in cells, and text made to fit.

Terminals do not agree on every character. Where they differ the wider of their answers counts, so that no line is wider
than the terminal: an emoji of several characters is one emoji, and a joiner between letters joins nothing.
"""

import unicodedata
from functools import lru_cache

from raci_cli.text import Look, visible

_JOINER, _EMOJI_STYLE = "\u200d", "\ufe0f"
_FLAGS = range(0x1F1E6, 0x1F200)
_SKINS = range(0x1F3FB, 0x1F400)
_IDEOGRAPHS = range(0x16000, 0x20000)
_WIDE = 2
_CACHED = 512


def cell_len(text: str) -> int:
    """The cells that a text takes; it is one line, and made visible already."""
    if text.isascii():
        return len(text)
    return _cached(text) if len(text) < _CACHED else sum(_cells(text))


@lru_cache(4096)
def _cached(text: str) -> int:
    return sum(_cells(text))


def _cells(text: str) -> list[int]:
    """What each character adds to the cells of those before it."""
    found: list[int] = []
    before, last, flag = "", 0, False  # the character before, what the last that shows takes, half of a flag
    for character in text:
        code, flag_before = ord(character), flag
        flag = code in _FLAGS and not flag_before
        if code in _FLAGS:
            added = _WIDE * flag
        elif character == _EMOJI_STYLE:
            added = int(last == 1)
        elif last == _WIDE and _joins(character, before):
            added = 0
        else:
            added = _own(character)
        last = _WIDE if character == _EMOJI_STYLE else added or last
        before = character
        found.append(added)
    return found


@lru_cache(4096)
def _own(character: str) -> int:
    """The cells of a character by itself."""
    from rich.cells import get_character_cell_size  # names beyond ASCII alone need it

    if ord(character) in _SKINS:
        return _WIDE
    cells = get_character_cell_size(character)
    category = unicodedata.category(character)
    if category == "Cn" and cells == 1 and ord(character) in _IDEOGRAPHS:
        return _WIDE  # a later Unicode may define it, as wide as those beside it
    return max(cells, 1) if category == "Mc" else cells  # such a mark takes room of its own on most terminals


def _joins(character: str, before: str) -> bool:
    """Whether an emoji becomes part of the one before it."""
    if ord(character) in _SKINS:
        return unicodedata.category(before) == "So"
    return before == _JOINER and _is_emoji(character)


def _is_emoji(character: str) -> bool:
    return _own(character) == _WIDE or unicodedata.category(character) == "So"


def cut(text: str, room: int) -> str:
    """As much of the start of a text as there is room for; nothing that belongs together is torn apart."""
    if text.isascii():
        return text[: max(0, room)]
    taken = end = 0
    for index, added in enumerate(_cells(text)):
        taken += added
        if taken > room:
            return text[:end].rstrip(_JOINER)
        end = index + 1
    return text


def clip(text: str, room: int, look: Look) -> str:
    """The start of a text that is too wide, and a sign of it."""
    if cell_len(text) <= room:
        return text
    sign = "..." if look.ascii_only else "…"
    return cut(text, max(0, room - len(sign))).rstrip() + sign


def wrapped(text: str, room: int | None, *, before: int = 0, indent: int = 0) -> list[str]:
    """Lines of at most `room` cells, if the first stands behind `before` cells and the others behind `indent`.

    What is wider than a line by itself is broken where the line ends; no line begins with what a build runner obeys.
    """
    if room is None:
        return [text]
    lines = [""]
    for word in text.split(" "):
        left = _left(room, indent if len(lines) > 1 else before)
        if lines[-1] and cell_len(f"{lines[-1]} {word}") <= left:
            lines[-1] += f" {word}"
            continue
        if lines[-1]:
            lines.append("")
            left = _left(room, indent)
        rest = _begins(word)
        while cell_len(rest) > left:
            piece = cut(rest, left) or rest[:1]
            lines[-1], rest, left = piece, _begins(rest[len(piece) :]), _left(room, indent)
            lines.append("")
        lines[-1] = rest
    return lines


def hanging(text: str, room: int | None, indent: int) -> list[str]:
    """Such lines, the others below what follows the first `indent` characters of the text."""
    start = text[:indent]
    first, *rest = wrapped(text[indent:], room, before=cell_len(start), indent=indent)
    return [start + first, *(" " * indent + line for line in rest)]


def _left(room: int, taken: int) -> int:
    return max(_WIDE, room - taken)


def _begins(word: str) -> str:
    return visible(word) if word.startswith("::") else word
