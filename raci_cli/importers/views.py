"""What a table could be: a matrix of letters, a table of names under roles, or neither and why."""

import math
import re
from collections.abc import Sequence
from typing import NamedTuple

from raci_cli.importers import names
from raci_cli.importers.columns import other_columns
from raci_cli.importers.lookups import headings, is_person, is_team, words_of
from raci_cli.importers.orientation import steps_in_rows
from raci_cli.importers.schemes import alphabet
from raci_cli.importers.shape import (
    Column,
    Shape,
    first_letters,
    header_rows,
    heading_text,
    letter_columns,
)
from raci_cli.importers.tables import Facts, Rows, facts, kind, transposed
from raci_cli.model.schemes import SCHEMES

_FRACTION = 0.6
_FEWEST_PAIRS = 2
_FEWEST_ROLES = 3
_RACI = alphabet(SCHEMES["rasci"])
_LABELS = re.compile(r"(?:\A|[;,\n])\s*[A-Za-z]\s*:\s*\w")  # `R: Ana; A: Ben`
_HALF = 0.5
PROSE = 7  # words of a name that is none
_PARTIES = 0.5  # of the texts of a column, where it is one of parties
_SHORT = 4  # words in the name of a role
_SURE = 0.99


def is_prose(texts: Sequence[str], most: int = PROSE) -> bool:
    long = sum(any(words_of(piece.partition("(")[0]) >= most for piece in names.hard(text)) for text in texts[:500])
    return long * 5 > len(texts[:500]) * 2


class View(NamedTuple):
    """A way to read a table: `layout` is letters, names, long, single or marks; `turned`: steps stood in columns."""

    layout: str
    facts: Facts
    shape: Shape
    score: float
    turned: bool = False
    why: str = ""
    sure: float = 1.0
    doubts: tuple[str, ...] = ()


def letters_view(rows: Rows, headed: int, orientation: str | None) -> View | str:
    """The table as a matrix of letters, or why it is none; `orientation` overrules the guess."""
    found = facts(rows, headed)
    view = _letters(found)
    if isinstance(view, str):
        turned = (
            _letters(facts(transposed(rows), 0))
            if orientation == "steps-in-columns" or not (orientation or headed)
            else view
        )
        fits = isinstance(turned, View) and (turned.layout == "letters" or orientation == "steps-in-columns")
        return turned._replace(turned=True) if isinstance(turned, View) and fits else view
    if view.layout != "letters" and orientation is None:
        return view
    columns = [column.place for column in view.shape.of("party")]
    heads = [heading_text(found, view.shape.header, x) for x in columns]
    title = next((column.place for column in view.shape.of("title")), 0)
    lettered = [
        y for y in range(view.shape.first, view.shape.last) if any(found.kinds[y][x] in "LGVW" for x in columns)
    ]
    titles = [found.rows[y][title].text for y in lettered]
    corner = heading_text(found, view.shape.header, title)
    score, why = steps_in_rows(found, heads, titles, corner, [(y, columns) for y in lettered])
    sure = round(min(_SURE, 1 / (1 + math.exp(-abs(score)))), 2)
    if orientation:
        score, why, sure = (-1.0 if orientation == "steps-in-columns" else 1.0), "as you say", 1.0
    if score >= 0:
        return view._replace(why=why, sure=sure)
    turned = _letters(facts(transposed(rows), 0))
    return (
        turned._replace(turned=True, why=why, sure=sure)
        if isinstance(turned, View)
        else view._replace(why=why, sure=0.5)
    )


def _letters(found: Facts) -> View | str:
    first = first_letters(found)
    columns = letter_columns(found, first, len(found.rows)) if first is not None else []
    header = header_rows(found, first, columns) if first is not None and columns else ()
    if not header:
        return (
            "no cell reads as a letter" if first is None
            else "nothing stands above its letters" if columns
            else "its letters stand among other text"
        )  # fmt: skip
    start = header[-1] + 1
    columns = letter_columns(found, start, len(found.rows)) or columns
    letters = texts = 0
    for y in range(start, len(found.rows)):
        for x in columns:
            letters += found.kinds[y][x] in "LGVW"
            texts += found.kinds[y][x] in "TDMF"
    if letters < (letters + texts) * _FRACTION:
        return f"{letters} of {letters + texts} cells read as letters"
    doubts: list[str] = []
    others = other_columns(found, header, start, len(found.rows), columns, doubts.append)
    parties = [Column(x, "party", heading_text(found, header, x)) for x in columns]
    shape = Shape(header, start, len(found.rows), tuple(sorted([*parties, *others])))
    score = letters / (letters + texts)
    if len(columns) == 1 and not any(column.kind == "party" for column in others):
        return _one_column(found, shape, columns[0], score)
    unknown = [column for column in shape.of("notes") if not headings(column.heading)]
    if not shape.of("title") or len(unknown) > len(columns):
        return "most of its columns hold no letters" if unknown else "it has no column of titles"
    return View("letters", found, shape, score, doubts=tuple(doubts))


def _one_column(found: Facts, shape: Shape, x: int, score: float) -> View | str:
    """A table with one column of letters: who has them stands in another column, or is what the table is about."""
    heading = heading_text(found, shape.header, x)
    rest = [column for column in shape.columns if column.place != x]
    body = range(shape.first, shape.last)
    if sum(len(_LABELS.findall(found.rows[y][x].text)) > 1 for y in body) * 2 > len(body):
        return "words stand behind each of several letters in a cell, which may be names"

    def likeness(column: Column) -> float:
        texts = [found.rows[y][column.place].text for y in body if found.rows[y][column.place].text]
        share = 0.1 * (column == rest[0]) + sum(
            (is_team(text) and words_of(text) <= _SHORT and kind(text) not in "LG") or is_person(text) for text in texts
        ) / max(1, len(texts))
        kinds = headings(column.heading)
        return share + ("party" in kinds) - ("step" in kinds) - 0.5 * ("phase" in kinds or "notes" in kinds)

    texts = [column for column in rest if column.kind in ("title", "phase", "notes", "party")]
    filled = [column for column in texts if any(found.rows[y][column.place].text for y in body)]
    said = [found.rows[y][x].text for y in body if found.rows[y][x].text]
    words = sum(found.kinds[y][x] == "V" for y in body)
    if not filled or (words and len(set(said)) == len(said) and likeness(max(filled, key=likeness)) < _PARTIES):
        return "it explains roles" if filled else "nothing stands beside its letters"
    is_letter = "letter" in headings(heading) or not heading
    party = max(filled, key=likeness)
    if likeness(party) < _PARTIES or (len(filled) == 1 and likeness(party) <= 0):
        return View("single", found, shape, score * (0.9 if is_letter else 0.6))
    names_ = [found.rows[y][party.place].text for y in body if found.rows[y][party.place].text]
    once = len(set(names_)) == len(names_)
    others = [column for column in filled if column != party and (not once or "step" in headings(column.heading))]
    title = max(others, key=lambda c: (c.kind == "title", -likeness(c)), default=None)
    columns = tuple(
        column._replace(kind="letter") if column.place == x
        else column._replace(kind="holder") if column == party
        else column._replace(kind="title") if title is not None and column == title and likeness(title) < 0.8  # noqa: PLR2004
        else column._replace(kind="notes") if column.kind in ("title", "phase") and once
        else column._replace(kind="notes") if column.kind == "title"
        else column
        for column in shape.columns
    )  # fmt: skip
    return View("long", found, shape._replace(columns=columns), score * (1 if is_letter else 0.7))
