"""Letters of other alphabets that a legend explains, as the letters of RACI."""

import re
from collections.abc import Iterator, Mapping

from raci_cli.importers.legends import texts_of
from raci_cli.importers.lookups import meanings
from raci_cli.importers.records import Block, Cell, Decision, Document, Grid

_PAIR = re.compile(r"(?:^|(?<=[\s(\[|,;·•/]))[(\[]?([^\W\d_])[)\]]?\s?[=:–—-]{1,2}\s?((?:[^\W\d_]{2,40}[ -]?){1,3})")
_BETWEEN = re.compile(r"[\s/,;+&]+")
_LETTERS = {"responsible": "R", "accountable": "A", "consulted": "C", "informed": "I", "support": "S"}
_NEEDED = {"R", "A"}
_LONGEST_CELL = 12
_LONGEST_TEXT = 3000


def in_latin(document: Document) -> tuple[Document, list[Decision]]:
    """The document with the letters of its legend as those of RACI, and what was decided; else as it is."""
    told = _legend(document)
    if not told:
        return document, []
    blocks = tuple(_translated(block, told) for block in document.blocks)
    shown = ", ".join(f"{key} as {letter}" for key, letter in told.items())
    return document._replace(blocks=blocks), [Decision("letters", shown, "the legend says so", 0.9)]


def _legend(document: Document) -> dict[str, str]:
    """The letters that the text explains, where some are not Latin and those who do and own the work are among them."""
    found: dict[str, str] = {}
    for text in texts_of(document):
        for key, words in _PAIR.findall(text[:_LONGEST_TEXT]):
            letter = _letter(words)
            if key.isupper() and letter and key not in found and letter not in found.values():
                found[key] = letter
    foreign = any(not key.isascii() for key in found)
    return found if foreign and set(found.values()) >= _NEEDED else {}


def _letter(words: str) -> str:
    """The letter of the role that words stand for, the first of them at the least."""
    parts = words.split()
    for size in range(len(parts), 0, -1):
        for meaning in meanings(" ".join(parts[:size])):
            if meaning in _LETTERS:
                return _LETTERS[meaning]
    return ""


def _translated(block: Block, told: Mapping[str, str]) -> Block:
    if not isinstance(block, Grid):
        return block
    return block._replace(rows=tuple(tuple(_cells(row, told)) for row in block.rows))


def _cells(row: tuple[Cell, ...], told: Mapping[str, str]) -> Iterator[Cell]:
    for cell in row:
        parts = [part for part in _BETWEEN.split(cell.text) if part] if len(cell.text) <= _LONGEST_CELL else []
        if parts and all(part in told for part in parts):
            yield cell._replace(text="/".join(told[part] for part in parts))
        else:
            yield cell
