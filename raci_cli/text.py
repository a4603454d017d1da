"""Text from outside made fit to be shown, and small helpers for messages."""

import re
from collections.abc import Callable, Iterable, Sequence
from typing import Any, NamedTuple

LONGEST_NAME = 60
MOST_SUGGESTIONS = 20

# Control characters, bidirectional marks, zero-width and other invisible ones, tag characters, lone surrogates.
# The joiners U+200C and U+200D stay: Persian names and emoji families need them.
_UNSAFE = (
    "[\x00-\x1f\x7f-\x9f\u00ad\u061c\u115f\u1160\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0"
    "\ufff9-\ufffb\ufffe\uffff\U000e0000-\U000e007f\ud800-\udfff]"
)
# Build runners obey `##[command]`, `##vso[...]` and `##teamcity[...]` anywhere in a line, `::command::` at its start.
_RUNNER = r"(?i)#(?=#(?:\[|vso\[|teamcity\[))"
_LINE_START = r"\A(\s*):(?=:)"
# Signs that Markdown acts on, wherever they have a meaning; a mention and an issue's number are broken by a comment,
# because GitHub looks for them after it has undone the escapes.
# They are compiled when they are first used.
_MARKDOWN = (
    r"[\\`*\[\]<>|~$]|&(?=#?\w+;)|(?<![^\W_])_|_(?![^\W_])|!(?=\[)|:(?=//|[\w+-]+:)|(?<=[wW]{3})\.|\A[-+=#](?=\W|\Z)"
    r"|(?<=\A\d)[.)](?=\s|\Z)|(?<=\A\d\d)[.)](?=\s|\Z)"
)
_MENTION = r"([@#])(?=[^\W_])"
_INDENT = r"\A (?= {3})"  # of a block of code


def escape(character: str) -> str:
    r"""The visible spelling of one character: `\n`, `\x1b`, `\u202e`."""
    return character.encode("unicode_escape").decode("ascii")


def visible(text: str) -> str:
    """One line that shows `text` and cannot act on a terminal or a build runner."""
    if text.isascii() and text.isprintable() and "##" not in text and "::" not in text:
        return text
    text = re.sub(_UNSAFE, lambda found: escape(found[0]), text)
    return re.sub(_LINE_START, r"\1\\x3a", re.sub(_RUNNER, r"\\x23", text))


def breaking_runners(text: str) -> str:
    """Lines that no build runner obeys, wherever they come from."""
    lines = re.sub(_RUNNER, r"\\x23", text).split("\n")
    return "\n".join(re.sub(_LINE_START, r"\1\\x3a", line) for line in lines)


def markdown(text: str) -> str:
    """Text as it stands in a line or a cell of Markdown, where it is shown and does nothing."""
    escaped = re.sub(_MENTION, r"\1<!-- -->", re.sub(_MARKDOWN, r"\\\g<0>", visible(text)))
    return re.sub(_INDENT, "&#32;", escaped)


def json_text(data: Any, indent: int | None = 2) -> str:
    """JSON that no terminal and no build runner acts on, whatever is in it: what could is escaped.

    Without an indent it is one line.
    """
    import json

    text = json.dumps(data, indent=indent).replace("\x7f", "\\u007f")
    return re.sub(_RUNNER, r"\\u0023", text) + "\n"


def short(text: str, limit: int = LONGEST_NAME) -> str:
    """The start of a long text, for messages."""
    return text if len(text) <= limit else text[: limit - 1] + "…"


def quoted(text: str) -> str:
    """A name from the file, as it stands in a message."""
    return f"'{short(text)}'"


def nearest(word: str, known: Iterable[str], cutoff: float = 0.6) -> str | None:
    """The known word that was most likely meant, or None; of two as near, the one that begins and is as long alike."""
    from difflib import SequenceMatcher  # only a mistake needs it

    if len(word) > LONGEST_NAME * 2:
        return None
    typed, found = word.casefold(), None
    best: tuple[float, int, int] = (cutoff, -1, 0)
    matcher = SequenceMatcher(None, "", typed)
    for choice in known:
        folded = choice.casefold()
        matcher.set_seq1(folded)
        if matcher.real_quick_ratio() < best[0] or matcher.quick_ratio() < best[0]:
            continue
        rank = (matcher.ratio(), _same_start(folded, typed), -abs(len(folded) - len(typed)))
        if rank > best:
            found, best = choice, rank
    return found


def _same_start(one: str, other: str) -> int:
    """How many characters two words begin alike with."""
    pairs = zip(one, other, strict=False)
    return next((index for index, (left, right) in enumerate(pairs) if left != right), min(len(one), len(other)))


def did_you_mean(word: str, known: Iterable[str], cutoff: float = 0.6) -> str:
    """`did you mean x?`, or nothing."""
    found = nearest(word, known, cutoff)
    return f"did you mean {found}?" if found else ""


def listed(words: Sequence[str], last: str = "and") -> str:
    """`a, b and c`."""
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} {last} {words[-1]}" if words else ""


def count(number: int, noun: str, plural: str = "") -> str:
    """`1 step`, `2 steps`."""
    return f"{number} {noun if number == 1 else plural or noun + 's'}"


def unpainted(_style: str, text: str) -> str:
    """Text without colour."""
    return text


class Look(NamedTuple):
    """How text for people may look.

    `paint(style, text)` colours it, `width` bounds its lines in cells (None: nothing does), `ascii_only` keeps what is
    drawn to ASCII; `file` is what a command that it tells has to name, if anything.
    """

    paint: Callable[[str, str], str] = unpainted
    width: int | None = None
    ascii_only: bool = False
    file: str = ""


def plain(text: str, look: Look) -> str:
    """Text in which nothing acts, and nothing of ours is beyond ASCII where that is asked for."""
    return visible(text).replace("…", "...") if look.ascii_only else visible(text)
