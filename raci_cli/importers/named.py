"""Tables that name roles in their headings, with names or marks beneath, and names with their letters in brackets."""

from collections import Counter
from functools import cache

from raci_cli.importers import assignments, names
from raci_cli.importers.columns import other_columns
from raci_cli.importers.duties import holds_steps
from raci_cli.importers.lookups import headings, is_everybody, is_person, is_team, meanings, words_of
from raci_cli.importers.orientation import share_of_parties
from raci_cli.importers.schemes import Alphabet, alphabet
from raci_cli.importers.shape import Column, Shape, heading_text, is_strong, named_header
from raci_cli.importers.tables import Facts, Rows, facts, transposed
from raci_cli.importers.views import View, is_prose
from raci_cli.model.schemes import SCHEMES

_HALF = 0.5
_MOST_ROLES = 40  # rows of a table in which each row is a role
_FEWEST_PAIRS = 2
_FEWEST_ROLES = 3
_RACI = alphabet(SCHEMES["rasci"])


@cache
def alphabets() -> tuple[Alphabet, ...]:
    """The alphabet of each scheme."""
    return tuple(alphabet(scheme) for scheme in SCHEMES.values())


def pairs_view(rows: Rows, headed: int) -> View | str:
    """The table as names with their letters in brackets: `Alice (A/R), Bob (C)`."""
    found = facts(rows, headed)
    first = max(headed, 1)
    body = range(first, len(rows))
    columns: list[int] = []
    for x in range(found.width):
        texts = [found.rows[y][x].text for y in body if found.kinds[y][x] not in " N"]
        if len(texts) >= _FEWEST_PAIRS and sum(map(_is_pairs, texts[:500])) * 5 >= len(texts[:500]) * 3:
            columns.append(x)
    if not columns:
        return "no names have letters in brackets"
    others = other_columns(found, range(first), first, len(rows), columns, lambda _: None)
    others = [column._replace(kind="notes" if column.kind == "party" else column.kind) for column in others]
    named = [Column(x, "role", heading_text(found, range(first), x)) for x in columns]
    shape = Shape(tuple(range(first)), first, len(rows), tuple(sorted([*named, *others])))
    return View("pairs", found, shape, 0.9)


def _is_pairs(text: str) -> bool:
    parts = names.hard(text)
    return bool(parts) and all(assignments.with_letters(part, _RACI) for part in parts) and "(" in text


def names_view(rows: Rows, headed: int, orientation: str | None) -> View | str:
    """The table as names under the words or letters of roles, or why it is none."""
    upright = _names(facts(rows, headed))
    if isinstance(upright, View) or orientation == "steps-in-rows" or len(rows) > _MOST_ROLES:
        return upright
    turned = _names(facts(transposed(rows), 0))
    if isinstance(turned, View) and turned.facts.kinds[0].strip(" DN") and turned.shape.header != (0,):
        return upright  # roles stand in another column than the first
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
        texts = [found.rows[shape.first][column.place].text for column in roles]
        below = [piece for text in texts for part in names.hard(text) for piece in names.soft(part)]
        return sum(is_person(piece) or is_team(piece) or is_everybody(piece) for piece in below) * 2 <= len(below)
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
    cells = [(found.kinds[row][x], found.rows[row][x].text) for row in range(y + 1, len(found.rows)) for x in roles]
    number = Counter(kind for kind, _ in cells)
    texts = [text for kind, text in cells if kind in "TVWDF"]
    letters = number["L"] + number["G"]
    if number["M"] > len(texts) + letters:
        return _marks(found, y, roles)
    if holds_steps(found, y, roles):
        view = _view("duties", found, y, roles, len(texts) / max(1, len(texts) + letters))
        return view._replace(why="steps stand in several cells, and parties before them", sure=0.8)
    wrong = (
        (bool(number["K"]) and number["K"] >= len(texts), "it is a legend"),
        (letters >= len(texts), "letters stand under its roles" if letters else "nothing stands under its roles"),
        (_holds_duties(found, y, roles), "its rows are roles, and under its headings stand their duties"),
        (is_prose(texts), "prose stands under its roles"),
    )
    why = next((why for holds, why in wrong if holds), "")
    return why or _view("names", found, y, roles, len(texts) / (len(texts) + letters))


def _view(layout: str, found: Facts, y: int, roles: dict[int, tuple[str, ...]], score: float) -> View:
    """A view of a table whose row `y` names roles."""
    others = other_columns(found, (y,), y + 1, len(found.rows), list(roles), lambda _: None)
    others = [column._replace(kind="notes" if column.kind == "party" else column.kind) for column in others]
    named = [Column(x, "role", heading_text(found, (y,), x), found_roles) for x, found_roles in roles.items()]
    return View(layout, found, Shape((y,), y + 1, len(found.rows), tuple(sorted([*named, *others]))), score)


def _holds_duties(found: Facts, y: int, roles: dict[int, tuple[str, ...]]) -> bool:
    """Whether roles stand at the beginning of rows, and what they do under the headings, which is no matrix."""
    corner = next((x for x in range(found.width) if x not in roles and found.rows[y][x].text), None)
    kinds = headings(found.rows[y][corner].text) if corner is not None else ()
    if corner is None or "party" not in kinds or {"step", "phase"} & set(kinds):
        return False
    body = range(y + 1, len(found.rows))
    below = [piece for row in body for x in list(roles)[:2] for piece in names.hard(found.rows[row][x].text)]
    duties = sum(words_of(piece) > 1 for piece in below) * 2 > len(below) and share_of_parties(below) < _HALF
    return duties and share_of_parties([found.rows[row][corner].text for row in body]) > _HALF


def _marks(found: Facts, y: int, roles: dict[int, tuple[str, ...]]) -> View | str:
    if sum(is_strong(found.rows[y][x].text) for x in roles) < _FEWEST_ROLES:
        return "marks stand under headings that are hardly roles"
    return _view("marks", found, y, roles, 1.0)
