"""From a document to a matrix: which tables hold it, how they are read, and how sure that is."""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from raci_cli.errors import RaciError, UsageError
from raci_cli.importers import legends, lists, reading
from raci_cli.importers.assembly import assembled
from raci_cli.importers.lookups import normal
from raci_cli.importers.parts import Part
from raci_cli.importers.records import (
    ORIENTATIONS,
    Decision,
    Document,
    Grid,
    Heading,
    Matrix,
    Overrides,
    Paragraph,
)
from raci_cli.importers.schemes import Alphabet, recognised
from raci_cli.importers.shape import heading_roles
from raci_cli.importers.split import pieces
from raci_cli.importers.tables import Facts, letters_in, trimmed
from raci_cli.importers.views import View, alphabets, letters_view, names_view
from raci_cli.text import quoted

_LEAST = 0.6
_RIGHTS = 6
_MOST = 10  # tables that are told


class Candidate(NamedTuple):
    """A table that may be a matrix: its number among the tables, the headings above it, the view or why it has none."""

    number: int
    grid: Grid
    above: tuple[Heading, ...]
    view: View | str


def interpreted(document: Document, overrides: Overrides) -> Matrix:
    """The matrix that a document holds.

    Raises RaciError where none is found, saying what was looked at, and UsageError where what the user says instead of
    a guess cannot be.
    """
    _refuse_impossible(document, overrides)
    candidates = _candidates(document, overrides)
    chosen, decisions = _chosen(document, candidates, overrides)
    said = legends.of_document(document)
    if not chosen or overrides.orientation == "list":
        return _listed(document, candidates, overrides)
    alphabet, scheme = recognised(_letters(chosen), _words(chosen), said, _prose(document))
    fitting = [candidate for candidate in chosen if _fits(candidate.view, alphabet)]
    if fitting and len(fitting) < len(chosen):
        alphabet, scheme = recognised(_letters(fitting), _words(fitting), said, _prose(document))
        decisions += [_left_out(candidate, alphabet) for candidate in chosen if candidate not in fitting]
        chosen = fitting
    parts: list[Part] = []
    for candidate in chosen:
        assert isinstance(candidate.view, View)  # noqa: S101 - only views are chosen
        parts.append(reading.part(candidate.view, candidate.grid, candidate.above, alphabet, several=len(chosen) > 1))
    return assembled(document, parts, alphabet, [*decisions, scheme], overrides)


def _listed(document: Document, candidates: Sequence[Candidate], overrides: Overrides) -> Matrix:
    """The matrix that the document's lists hold, where its tables hold none."""
    asked = overrides.table is not None or overrides.sheet is not None or overrides.orientation not in (None, "list")
    best: tuple[int, Part, Alphabet] | None = None
    for alphabet in () if asked else alphabets():
        found = lists.part(document.blocks, alphabet)
        size = sum(len(holder.roles) for line in found.lines for holder in line.holders) if found else 0
        if found and (best is None or size > best[0]):
            best = (size, found, alphabet)
    if best is None:
        raise _nothing(candidates)
    scheme = Decision("scheme", best[2].scheme, "its roles are named in lists", 0.85)
    return assembled(document, [best[1]], best[2], [scheme], overrides)


def _refuse_impossible(document: Document, overrides: Overrides) -> None:
    grids = [block for block in document.blocks if isinstance(block, Grid)]
    if overrides.orientation is not None and overrides.orientation not in ORIENTATIONS:
        raise UsageError(
            f"there is no orientation {quoted(overrides.orientation)}", help=f"choose {', '.join(ORIENTATIONS)}"
        )
    if overrides.as_ not in (None, "people", "teams"):
        raise UsageError(f"parties cannot be read as {quoted(overrides.as_ or '')}", help="choose people or teams")
    if overrides.table is not None and not 1 <= overrides.table <= len(grids):
        there = f"choose 1 to {len(grids)}" if grids else "there is no table"
        raise UsageError(f"there is no table {overrides.table}", help=there)
    if overrides.sheet is not None and all(key(grid.name) != key(overrides.sheet) for grid in grids):
        names = ", ".join(dict.fromkeys(grid.name for grid in grids))
        raise UsageError(
            f"there is no sheet {quoted(overrides.sheet)}", help=f"there is: {names}" if names else "there is no table"
        )


def key(name: str) -> str:
    """A name of a sheet as it is compared."""
    return " ".join(name.split()).casefold()


def _candidates(document: Document, overrides: Overrides) -> list[Candidate]:
    """Every table of the document with what it could be."""
    found: list[Candidate] = []
    above: list[Heading] = []
    number = 0
    for block in document.blocks:
        if isinstance(block, Heading):
            above = [heading for heading in above if heading.level < block.level]
            above.append(block)
        if not isinstance(block, Grid):
            continue
        number += 1
        if overrides.table not in (None, number) or (overrides.sheet and key(block.name) != key(overrides.sheet)):
            continue
        if block.hidden and overrides.table is None and overrides.sheet is None:
            found.append(Candidate(number, block, tuple(above), "it is hidden"))
            continue
        found += [Candidate(number, piece, tuple(above), _view(piece, overrides)) for piece in pieces(block)]
    return found


def _view(grid: Grid, overrides: Overrides) -> View | str:
    """The best way to read a table, or why there is none."""
    rows, headed = trimmed(grid)
    if not rows:
        return "it is empty"
    orientation = overrides.orientation
    if orientation == "names-in-cells":
        return names_view(rows, headed, None)
    letters = letters_view(rows, headed, orientation)
    if orientation is not None and orientation != "list":
        return letters
    names = names_view(rows, headed, None)
    if isinstance(names, View) and names.turned and isinstance(letters, View):
        return letters
    if isinstance(names, View) and (
        isinstance(letters, str) or names.score >= letters.score or letters.layout != "letters"
    ):
        return names
    return letters if isinstance(letters, View) or isinstance(names, View) else f"{letters}; {names}"


def _chosen(
    document: Document, candidates: Sequence[Candidate], overrides: Overrides
) -> tuple[list[Candidate], list[Decision]]:
    """The tables that are read, and the decision about them."""
    asked = overrides.table is not None or overrides.sheet is not None
    named = _is_named(document)
    chosen = [
        candidate for candidate in candidates
        if isinstance(candidate.view, View)
        and (asked or (candidate.view.score >= _LEAST and _plausible(candidate.view, named)))
    ]  # fmt: skip
    whole = [
        candidate for candidate in chosen if isinstance(candidate.view, View) and candidate.view.layout != "single"
    ]
    chosen = whole or chosen
    numbers = list(dict.fromkeys(candidate.number for candidate in chosen))
    total = len({candidate.number for candidate in candidates})
    if not chosen or total == 1:
        return chosen, []
    shown = ", ".join(str(number) for number in numbers)
    sure = min(candidate.view.score for candidate in chosen if isinstance(candidate.view, View))
    why = "as you say" if asked else "only these read as a matrix" if len(numbers) < total else "all read as a matrix"
    sure = 1.0 if asked else round(min(0.97, 0.5 + 0.5 * sure), 2)
    return chosen, [Decision("tables", shown, why, sure, "--table")]


def _plausible(view: View, named: bool) -> bool:
    """Whether letters are those of a scheme rather than of grades, rights or priorities."""
    if view.layout in ("names", "marks"):
        return True
    columns = [column.place for column in view.shape.of("party", "letter")]
    letters = letters_in(view.facts, columns, view.shape.first)
    words = sum(view.facts.kinds[y][x] in "VW" for y in range(view.shape.first, view.shape.last) for x in columns)
    if words > sum(letters.values()):
        return True
    if _are_rights(view.facts, view.shape.first) or not letters["R"] + letters["A"] + letters["D"] + letters["O"]:
        return False
    total = sum(letters.values())
    core = sum(letters[letter] for letter in "RACI")
    if view.layout in ("long", "single"):
        return named and core * 2 > total
    owners = letters["A"] + letters["D"] + letters["O"]
    return (named or (owners > 0 and core * 5 >= total * 3)) and core * 2 > total


def _are_rights(found: Facts, first: int) -> bool:
    """Whether letters say who may read, write, create, update and delete."""
    for y in range(first, len(found.rows)):
        for x in range(found.width):
            text = found.rows[y][x].text
            letters = {character for character in text if character.isalpha()}
            if (
                found.kinds[y][x] in "TL"
                and 1 < len(letters) < _RIGHTS
                and letters & set("WU")
                and letters <= set("CRUDWXEAL")
            ):
                return True
    return False


def _fits(view: View | str, alphabet: Alphabet) -> bool:
    """Whether a table's roles or most of its letters are of the scheme."""
    if isinstance(view, str):
        return False
    if view.layout in ("names", "marks"):
        return all(heading_roles(column.heading, alphabet) for column in view.shape.of("role"))
    letters = letters_in(view.facts, [c.place for c in view.shape.of("party", "letter")], view.shape.first)
    return sum(n for key_, n in letters.items() if key_ in alphabet.letters) * 2 >= sum(letters.values())


def _left_out(candidate: Candidate, alphabet: Alphabet) -> Decision:
    where = f"{candidate.grid.name} ({candidate.grid.place})"
    return Decision("left out", where, f"its roles are not those of {alphabet.scheme}", 0.7, "--table")


def _is_named(document: Document) -> bool:
    """Whether a document speaks of a scheme or of its roles."""
    return any(word in _NAMES for word in normal_words(_prose(document)))


_NAMES = frozenset((
    "raci", "rasci", "rasic", "arci", "daci", "rapid", "mocha", "dri", "pacsi", "paris", "cairo", "racio", "raciq",
    "responsible", "accountable", "responsabilites", "responsibility", "responsibilities", "raci-vs", "verantwortlich",
    "verantwortlichkeiten", "zustandigkeiten", "ответственности", "responsabilidades", "responsabilita",
))  # fmt: skip


def normal_words(text: str) -> set[str]:
    """The words of a text as they are compared."""
    return {word for line in text.split("\n") for word in normal(line[:150]).split()}


def _letters(chosen: Sequence[Candidate]) -> Counter[str]:
    found: Counter[str] = Counter()
    for candidate in chosen:
        if isinstance(candidate.view, View) and candidate.view.layout in ("letters", "long", "single"):
            columns = [column.place for column in candidate.view.shape.of("party", "letter")]
            found += letters_in(candidate.view.facts, columns, candidate.view.shape.first)
    return found


def _words(chosen: Sequence[Candidate]) -> Counter[str]:
    found: Counter[str] = Counter()
    for candidate in chosen:
        if isinstance(candidate.view, View) and candidate.view.layout in ("names", "marks"):
            found.update(column.heading for column in candidate.view.shape.of("role"))
    return found


def _prose(document: Document) -> str:
    """Headings, prose and the tops of tables, where a scheme may be named."""
    texts = [document.format]
    for block in document.blocks:
        if isinstance(block, Heading | Paragraph):
            texts.append(block.text[:500])
        elif isinstance(block, Grid):
            texts.append(block.name)
            texts += [cell.text[:100] for row in block.rows[:3] for cell in row[:30]]
    return "\n".join(texts)


def _why_not(candidate: Candidate) -> str:
    return candidate.view if isinstance(candidate.view, str) else "its letters are hardly those of a scheme"


def _nothing(candidates: Sequence[Candidate]) -> RaciError:
    """Why no matrix was found, table by table."""
    if not candidates:
        return RaciError(
            "no matrix was found: there is no table and no list of roles",
            help="give a file with a table of steps and who has which letter",
        )
    reasons = [
        f"{candidate.grid.name} ({candidate.grid.place}): {_why_not(candidate)}" for candidate in candidates[:_MOST]
    ]
    more = f"\nand {len(candidates) - _MOST} more tables" if len(candidates) > _MOST else ""
    help_ = "type --table N to read one of them all the same, or --orientation " + " | ".join(ORIENTATIONS)
    return RaciError("no matrix was found\n" + "\n".join(reasons) + more, help=help_)
