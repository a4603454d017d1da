"""What a table could be: a matrix of letters, a table of names under roles, or neither and why."""

import math
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from raci_cli.importers import names
from raci_cli.importers.columns import other_columns
from raci_cli.importers.lookups import headings, is_person, is_team, meanings, words_of
from raci_cli.importers.orientation import share_of_parties, steps_in_rows
from raci_cli.importers.schemes import Alphabet, alphabet
from raci_cli.importers.shape import (
    Column,
    Shape,
    first_letters,
    header_rows,
    heading_text,
    letter_columns,
    named_header,
)
from raci_cli.importers.tables import Facts, Rows, facts, transposed
from raci_cli.model.schemes import SCHEMES

_FRACTION = 0.6
_FEWEST_ROLES = 3
_HALF = 0.5
_PROSE = 7
_SHORT = 4  # words in the name of a role
_SURE = 0.99


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
        turned = _letters(facts(transposed(rows), 0))
        return turned._replace(turned=True) if isinstance(turned, View) and orientation != "steps-in-rows" else view
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
    if not shape.of("title"):
        return "it has no column of titles"
    return View("letters", found, shape, score, doubts=tuple(doubts))


def _one_column(found: Facts, shape: Shape, x: int, score: float) -> View | str:
    """A table with one column of letters: who has them stands in another column, or is what the table is about."""
    heading = heading_text(found, shape.header, x)
    rest = [column for column in shape.columns if column.place != x]
    body = range(shape.first, shape.last)

    def likeness(column: Column) -> float:
        texts = [found.rows[y][column.place].text for y in body if found.rows[y][column.place].text]
        share = 0.1 * (column == rest[0]) + sum(
            (is_team(text) and words_of(text) <= _SHORT) or is_person(text) for text in texts
        ) / max(1, len(texts))
        kinds = headings(column.heading)
        return share + ("party" in kinds) - ("step" in kinds) - 0.5 * ("phase" in kinds or "notes" in kinds)

    texts = [column for column in rest if column.kind in ("title", "phase", "notes", "party")]
    filled = [column for column in texts if any(found.rows[y][column.place].text for y in body)]
    if not filled:
        return "nothing stands beside its letters"
    is_letter = "letter" in headings(heading) or not heading
    party = max(filled, key=likeness)
    if likeness(party) < 0.5 or (len(filled) == 1 and likeness(party) <= 0):  # noqa: PLR2004 - half of the names
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


@cache
def alphabets() -> tuple[Alphabet, ...]:
    """The alphabet of each scheme."""
    return tuple(alphabet(scheme) for scheme in SCHEMES.values())


def names_view(rows: Rows, headed: int, orientation: str | None) -> View | str:
    """The table as names under the words or letters of roles, or why it is none."""
    upright = _names(facts(rows, headed))
    if isinstance(upright, View) or orientation == "steps-in-rows":
        return upright
    turned = _names(facts(transposed(rows), 0))
    if isinstance(turned, View) and _explains(turned):
        return "it explains roles"
    return turned._replace(turned=True) if isinstance(turned, View) else upright


def _explains(view: View) -> bool:
    """Whether names that stand beside roles are their meanings rather: the heading says so, or they say the role."""
    found, shape = view.facts, view.shape
    labels = {kind for column in shape.of("title", "notes") for y in range(shape.first, shape.last)
              for kind in headings(found.rows[y][column.place].text)}  # fmt: skip
    roles = shape.of("role")
    if len({column.roles for column in roles}) < _FEWEST_ROLES or {"meaning"} & labels - {"party"}:
        return True
    if shape.last - shape.first == 1 and "party" not in labels:
        return True
    said = sum(
        bool(meanings(found.rows[y][column.place].text.split(" ")[0]))
        for column in roles
        for y in range(shape.first, shape.last)
    )
    return said * 2 >= len(roles)


def _names(found: Facts) -> View | str:
    header = named_header(found, alphabets())
    if header is None:
        return "its headings name no roles"
    y, roles, _ = header
    body = range(y + 1, len(found.rows))
    letters = sum(found.kinds[row][x] in "LG" for row in body for x in roles)
    marks = sum(found.kinds[row][x] == "M" for row in body for x in roles)
    texts = [found.rows[row][x].text for row in body for x in roles if found.kinds[row][x] in "TVWDF"]
    keys = sum(found.kinds[row][x] == "K" for row in body for x in roles)
    if keys >= len(texts) > 0 or (keys and not texts):
        return "it is a legend"
    if marks > len(texts) + letters:
        return _marks(found, y, roles, marks)
    if letters >= len(texts):
        return "letters stand under its roles" if letters else "nothing stands under its roles"
    if _holds_duties(found, y, roles):
        return "its rows are roles, and under its headings stand their duties"
    if _is_prose(texts):
        return "prose stands under its roles"
    others = other_columns(found, (y,), y + 1, len(found.rows), list(roles), lambda _: None)
    others = [column._replace(kind="notes" if column.kind == "party" else column.kind) for column in others]
    named = [Column(x, "role", heading_text(found, (y,), x), found_roles) for x, found_roles in roles.items()]
    shape = Shape((y,), y + 1, len(found.rows), tuple(sorted([*named, *others])))
    return View("names", found, shape, len(texts) / (len(texts) + letters))


def _holds_duties(found: Facts, y: int, roles: dict[int, tuple[str, ...]]) -> bool:
    """Whether roles stand at the beginning of rows, and what they do under the headings, which is no matrix."""
    corner = next((x for x in range(found.width) if x not in roles and found.rows[y][x].text), None)
    kinds = headings(found.rows[y][corner].text) if corner is not None else ()
    if corner is None or "party" not in kinds or "step" in kinds:
        return False
    body = range(y + 1, len(found.rows))
    below = [piece for row in body for x in list(roles)[:2] for piece in names.hard(found.rows[row][x].text)]
    return share_of_parties([found.rows[row][corner].text for row in body]) > _HALF > share_of_parties(below)


def _is_prose(texts: Sequence[str]) -> bool:
    long = sum(any(words_of(piece.partition("(")[0]) >= _PROSE for piece in names.hard(text)) for text in texts[:500])
    return long * 5 > len(texts[:500]) * 2


def _marks(found: Facts, y: int, roles: dict[int, tuple[str, ...]], marks: int) -> View | str:
    others = other_columns(found, (y,), y + 1, len(found.rows), list(roles), lambda _: None)
    named = [Column(x, "role", heading_text(found, (y,), x), found_roles) for x, found_roles in roles.items()]
    header = (y - 1, y) if y and sum(kind == "T" for kind in found.kinds[y - 1]) > 1 else (y,)
    shape = Shape(header, y + 1, len(found.rows), tuple(sorted([*named, *others])))
    return View("marks", found, shape, 1.0 if marks else 0.0)
