"""Legends: what a document says that its letters mean, and where it says so."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from raci_cli.importers.lookups import letter, meanings, normal
from raci_cli.importers.records import Cell, Document, Grid, Heading, Item, Listing, Paragraph

# `R = Responsible`, `R: Responsible`, `(R) Responsible`, `R - Responsible`; the word ends at a sign or at three words.
_PAIR = re.compile(
    r"(?:^|(?<=[\s(\[|,;·•/]))[(\[]?(\w)[)\]]?\s?(?:[=:–—→-]{1,2}\s?|(?<=[)\]])\s)([^\W\d_]{3,40}(?:\s[^\W\d_]{2,40}){0,2})"
)
_REVERSE = re.compile(r"([^\W\d_]{3,40})\s?[(\[](\w)[)\]]")
_LONGEST = 3000
_FEWEST = 2


class Legend(NamedTuple):
    """Letters with the words that a document gives for them, and the cells of a table in which it does."""

    words: dict[str, str]
    cells: frozenset[tuple[int, int]] = frozenset()


def in_text(text: str) -> dict[str, str]:
    """The letters that a text explains, with the word for each."""
    if len(text) > _LONGEST:
        text = text[:_LONGEST]
    found: dict[str, str] = {}
    pairs = [(key, words) for key, words in _PAIR.findall(text)]
    pairs += [(key, word) for word, key in _REVERSE.findall(text)]
    for key, words in pairs:
        capital = letter(key) or (key.upper() if key.isalpha() else "")
        word = _word(words)
        if capital and word and capital not in found and (key.isupper() or len(pairs) > _FEWEST):
            found[capital] = word
    return found


def _word(words: str) -> str:
    """The first words of an explanation that are a role's, or the first word."""
    parts = words.split()
    for size in range(len(parts), 0, -1):
        if meanings(" ".join(parts[:size])):
            return " ".join(parts[:size])
    return parts[0] if parts else ""


def is_legend(text: str) -> bool:
    """Whether a text explains two letters or more."""
    found = in_text(text)
    return len(found) >= _FEWEST and any(meanings(word) for word in found.values())


def explains(key: str, text: str) -> bool:
    """Whether a text is the word for a letter, or begins with it: `R` and `Responsible, does the work`."""
    capital = letter(key.strip()) if len(key.strip()) == 1 else ""
    first = normal(_first(text))
    return bool(capital) and len(first) > _FEWEST and bool(_known(first)) and _fits(capital, first)


def _first(text: str) -> str:
    return re.split(r"[^\w\s]", text.strip()[:80], maxsplit=1)[0]


def _known(first: str) -> bool:
    return bool(meanings(first) or meanings(first.split(" ", maxsplit=1)[0]))


def _fits(capital: str, first: str) -> bool:
    names = (first, *meanings(first), *meanings(first.split(" ", maxsplit=1)[0]))
    return any(letter(name[0]) == capital for name in names if name)


def in_cells(rows: Sequence[Sequence[Cell]]) -> Legend:
    """The legend inside or beside a table: cells such as `R = Responsible`, or `R` with its word to the right."""
    words: dict[str, str] = {}
    cells: set[tuple[int, int]] = set()
    for y, row in enumerate(rows):
        for x, cell in enumerate(row):
            if not cell.text or len(cell.text) > _LONGEST:
                continue
            right = row[x + 1].text if x + 1 < len(row) else ""
            if len(cell.text) <= _FEWEST and right and explains(cell.text, right):
                words[letter(cell.text.strip())] = _word(_first(right))
                cells |= {(y, x), (y, x + 1)}
                rest = x + 2  # a legend of three columns: letter, word, what it means
                while rest < len(row) and len(row[rest].text) > _FEWEST and len(row) <= rest + 2:
                    cells.add((y, rest))
                    rest += 1
            elif len(cell.text) > _FEWEST + 1 and _explained(cell.text):
                words = {**in_text(cell.text), **words}
                cells.add((y, x))
    return Legend(words, frozenset(cells))


def _explained(text: str) -> bool:
    """Whether a cell explains letters, at least one of them, and says nothing else at its start."""
    found = in_text(text)
    if not found or not any(meanings(word) for word in found.values()):
        return False
    return len(found) >= _FEWEST or bool(re.match(r"\s*[(\[]?\w[)\]]?\s*[=:–—-]", text))


def of_document(document: Document) -> dict[str, str]:
    """What the text around the tables says that letters mean; tables that are legends count as well."""
    found: dict[str, str] = {}
    for text in texts_of(document):
        pairs = in_text(text)
        if pairs and (len(pairs) >= _FEWEST or any(meanings(word) for word in pairs.values())):
            found = {**pairs, **found}
    for block in document.blocks:
        if isinstance(block, Grid):
            found = {**in_cells(block.rows).words, **found}
    return {key: word for key, word in found.items() if meanings(word)}


def texts_of(document: Document) -> Iterator[str]:
    """Prose, items and headings."""
    for block in document.blocks:
        if isinstance(block, Paragraph):
            yield block.text
        elif isinstance(block, Listing):
            for item in block.items:
                yield from _items(item)
        elif isinstance(block, Heading):
            yield block.text


def _items(item: Item) -> Iterator[str]:
    pending = [item]
    while pending:
        current = pending.pop()
        yield current.text
        pending += current.items
