"""The tags and texts of HTML, in time that grows with its length however broken it is.

The standard library's parser is not that: an open comment or tag makes it look to the end of the text, each anew.
"""

import re
from collections.abc import Iterator
from html import unescape
from typing import NamedTuple

_NAME = re.compile(r"</?([A-Za-z][^\s/<>\"'=]{0,60})")
_PLAIN = re.compile(r"[^<>\"']*")
_VALUE_NEXT = re.compile(r"=\s*\Z")
_ATTRIBUTE = re.compile(r"(?<![^\s\"'/])([^\s=>/\"']+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))")
_LONG_NUMBER = re.compile(r"&#(?:[0-9]{8,}|[xX][0-9a-fA-F]{7,});?")
# What a page holds that nobody reads on it.
_UNREAD = frozenset(("script", "style", "template", "noscript", "svg", "title", "object", "iframe"))


# What is no tag, up to which text it goes, and whether people see what is between.
_WHOLE = (("<!--", "-->", False), ("<![CDATA[", "]]>", True), ("<!", ">", False), ("<?", ">", False))


class Part(NamedTuple):
    """A text (`tag` empty), or a tag: its name, `closing`, its attributes as they stand; and where it begins."""

    start: int
    text: str = ""
    tag: str = ""
    closing: bool = False
    inside: str = ""


def parts(source: str) -> Iterator[Part]:
    """The texts and tags of a source, in order; what is no tag is text."""
    missing: set[str] = set()
    position = 0
    while (at := source.find("<", position)) >= 0:
        if at > position:
            yield Part(position, decoded(source[position:at]))
        part, position = _part(source, at, missing)
        if part:
            yield part
            if part.tag in _UNREAD and not part.closing and not part.inside.endswith("/"):
                position = _after_unread(source, part.tag, position, missing)
    if position < len(source):
        yield Part(position, decoded(source[position:]))


def attributes(inside: str) -> dict[str, str]:
    """The attributes of a tag by their names in lower case."""
    return {found[1].lower(): decoded(found[2] or found[3] or found[4] or "") for found in _ATTRIBUTE.finditer(inside)}


def decoded(text: str) -> str:
    """Text with its entities undone."""
    return unescape(_LONG_NUMBER.sub("\ufffd", text)) if "&" in text else text


def _part(source: str, at: int, missing: set[str]) -> tuple[Part | None, int]:
    """What begins at a `<`, and where it ends."""
    for opening, ending, shown in _WHOLE:
        if source.startswith(opening, at):
            end = _find(source, ending, at + len(opening), missing)
            if end < 0:
                return Part(at, opening), at + len(opening)
            return Part(at, source[at + len(opening) : end]) if shown else None, end + len(ending)
    name = _NAME.match(source, at)
    if not name:
        return Part(at, "<"), at + 1
    end = _end_of_tag(source, name.end(), missing)
    if end < 0:
        return Part(at, decoded(source[at:-end])), -end
    closing = source.startswith("</", at)
    return Part(at, "", name[1].lower(), closing, source[name.end() : end]), end + 1


def _end_of_tag(source: str, position: int, missing: set[str]) -> int:
    """The index of the `>` that ends a tag; where there is none, the index before which it breaks off, negative."""
    while True:
        before, position = position, _PLAIN.match(source, position).end()  # type: ignore[union-attr]
        sign = source[position : position + 1]
        if sign == ">":
            return position
        if sign in ("", "<"):
            return -position
        if _VALUE_NEXT.search(source, max(before, position - 20), position):
            closed = _find(source, sign, position + 1, missing)
            if closed < 0:
                return -position - 1
            position = closed
        position += 1


def _find(source: str, wanted: str, start: int, missing: set[str]) -> int:
    """The index of a text from `start` on, or -1; what was missing once is not looked for again."""
    found = -1 if wanted in missing else source.find(wanted, start)
    if found < 0:
        missing.add(wanted)
    return found


def _after_unread(source: str, tag: str, position: int, missing: set[str]) -> int:
    """Where an element ends that holds nothing to be read."""
    ending = f"</{tag}"
    found = None if ending in missing else re.compile(re.escape(ending), re.IGNORECASE).search(source, position)
    if not found:
        missing.add(ending)
        return position
    return found.start()
