"""From a document to a matrix: which tables hold it, how they are read, and how sure that is."""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from raci_cli.errors import RaciError, UsageError
from raci_cli.importers import asked, candidates, legends, lists, reading, role_files
from raci_cli.importers.assembly import assembled
from raci_cli.importers.candidates import Candidate
from raci_cli.importers.lookups import is_nobody
from raci_cli.importers.named import alphabets
from raci_cli.importers.native import in_latin
from raci_cli.importers.ours import own
from raci_cli.importers.parts import Part
from raci_cli.importers.plausible import fits, is_named, letters_of, prose, words_of
from raci_cli.importers.records import ORIENTATIONS, Decision, Document, Grid, Heading, Matrix, Overrides, Reading
from raci_cli.importers.schemes import Alphabet, recognised
from raci_cli.importers.schemes import alphabet as alphabet_of
from raci_cli.importers.views import View
from raci_cli.model.scheme import Scheme
from raci_cli.model.schemes import SCHEMES
from raci_cli.text import quoted

_MOST = 3  # tables whose reasons are told


class Chosen(NamedTuple):
    """A table that is read."""

    number: int
    grid: Grid
    above: tuple[Heading, ...]
    view: View


def interpreted(document: Document, overrides: Overrides, known: Scheme | None = None) -> Matrix:
    """The matrix that a document holds; `known` is the scheme of the project that it goes into.

    Raises RaciError where none is found, saying what was looked at, and UsageError where what the user says instead of
    a guess cannot be.
    """
    _refuse_impossible(document, overrides)
    if (ours := own(document, overrides, known)) is not None:
        return ours
    document, native = in_latin(document)
    looked_at = candidates.of_document(document, overrides)
    chosen = [] if overrides.orientation == "list" else _chosen(looked_at)
    if not chosen:
        return _listed(document, looked_at, overrides)
    decisions = [*_tables(looked_at, chosen, overrides), *native]
    said = legends.of_document(document)
    alphabet, scheme = _scheme(document, chosen, said, known)
    fitting = [table for table in chosen if fits(table.view, alphabet)]
    if 0 < len(fitting) < len(chosen):
        alphabet, scheme = _scheme(document, fitting, said, known)
        decisions += [_left_out(table, alphabet) for table in chosen if table not in fitting]
        chosen = fitting
    several = len(chosen) > 1
    parts = [reading.part(table.view, table.grid, table.above, alphabet, several=several) for table in chosen]
    aside = _beside(looked_at, chosen)
    decisions += _letters(chosen, alphabet)
    return assembled(document, [*parts, *aside], alphabet, [*decisions, scheme], overrides)


def _beside(looked_at: Sequence[Candidate], chosen: Sequence[Chosen]) -> list[Part]:
    """What stands in a table that is read, below the matrix and apart from it: told, cell by cell."""
    found: list[Part] = []
    for number in dict.fromkeys(table.number for table in chosen):
        same = [table for table in looked_at if table.number == number]
        start = next(place for place, table in enumerate(same) if isinstance(table.view, View))
        for table in same[start:]:
            if isinstance(table.view, str):
                cells = [cell for row in table.grid.rows for cell in row if not is_nobody(cell.text)]
                unread = [
                    Reading(cell.place, cell.text, "", "", (), "it stands apart from the matrix") for cell in cells
                ]
                found.append(Part(table.grid.name, table.grid.place, (), (), (), (), tuple(unread)))
    return found


def _chosen(looked_at: Sequence[Candidate]) -> list[Chosen]:
    """The tables that can be read; those of one column only where there is no other."""
    found = [Chosen(*table[:3], table.view) for table in looked_at if isinstance(table.view, View)]
    return [table for table in found if table.view.layout != "single"] or found


def _tables(looked_at: Sequence[Candidate], chosen: Sequence[Chosen], overrides: Overrides) -> list[Decision]:
    """The decision about the tables: which are read, and why the others are not."""
    asked = overrides.table is not None or overrides.sheet is not None
    numbers = list(dict.fromkeys(table.number for table in chosen))
    others = [table for table in looked_at if table.number not in numbers and isinstance(table.view, str)]
    total = len({table.number for table in looked_at})
    why = "as you say" if asked else "the only table" if total == 1 else "all read as a matrix"
    if others:
        reasons = [f"{table.grid.name}: {table.view}" for table in others[:_MOST]]
        more = [f"{len(others) - _MOST} more"] if len(others) > _MOST else []
        why = f"only these read as a matrix ({'; '.join([*reasons, *more])})"
    elif len(numbers) < total:
        why = "only these read as a matrix"
    sure = 1.0 if asked else round(min(0.97, 0.5 + 0.5 * min(table.view.score for table in chosen)), 2)
    shown = [f"{number} ({place})" for number, place in {one.number: one.grid.place for one in chosen}.items()]
    return [Decision("tables", ", ".join(shown), why, sure, "--table")]


def _scheme(
    document: Document, chosen: Sequence[Chosen], said: dict[str, str], known: Scheme | None
) -> tuple[Alphabet, Decision]:
    """The project's scheme where it has all that is used, else the one that reads most of it."""
    letters: Counter[str] = Counter()
    words: Counter[str] = Counter()
    for table in chosen:
        letters += letters_of(table.view)
        words += words_of(table.view)
    if known is not None:
        part = alphabet_of(known, said)
        if all(key in part.letters for key in letters) and all(map(part.word, words)):
            return part, Decision("scheme", known.name, "the project's, which has all that is used", 0.95)
    return recognised(letters, words, said, prose(document))


def _letters(chosen: Sequence[Chosen], alphabet: Alphabet) -> list[Decision]:
    """The letters that mean something else than in the scheme, as a legend says."""
    own = {
        role.letter.upper(): role.name
        for role in (SCHEMES[alphabet.scheme].roles if alphabet.scheme in SCHEMES else ())
    }
    used = {key for table in chosen for key in letters_of(table.view)}
    told = [f"{key} as {role}" for key, role in alphabet.letters.items() if key in used and own.get(key, role) != role]
    told += [f"{key} as {role}" for key, role in alphabet.letters.items() if key in used and key not in own and own]
    return [Decision("letters", ", ".join(told), "the legend says so", 0.85)] if told else []


def _left_out(table: Chosen, alphabet: Alphabet) -> Decision:
    where = f"{table.grid.name} ({table.grid.place})"
    return Decision("left out", where, f"its roles are not those of {alphabet.scheme}", 0.7, "--table")


def _listed(document: Document, looked_at: Sequence[Candidate], overrides: Overrides) -> Matrix:
    """The matrix that the document's lists hold, where its tables hold none."""
    elsewhere = overrides.table is not None or overrides.sheet is not None
    if elsewhere or overrides.orientation not in (None, "list") or not (is_named(document) or overrides.orientation):
        raise _nothing(looked_at)
    best: tuple[int, Part, Alphabet] | None = None
    for alphabet in alphabets():
        found = lists.part(document.blocks, alphabet) or role_files.part(document.blocks, alphabet)
        size = sum(len(holder.roles) for line in found.lines for holder in line.holders) if found else 0
        if found and (best is None or size > best[0]):
            best = (size, found, alphabet)
    if best is None:
        raise _nothing(looked_at)
    scheme = Decision("scheme", best[2].scheme, "its roles are named in lists", 0.85)
    return assembled(document, [best[1]], best[2], [scheme], overrides)


def _refuse_impossible(document: Document, overrides: Overrides) -> None:
    grids = [block for block in document.blocks if isinstance(block, Grid)]
    if overrides.orientation is not None and overrides.orientation not in ORIENTATIONS:
        choices = ", ".join(ORIENTATIONS)
        raise UsageError(f"there is no orientation {quoted(overrides.orientation)}", help=f"choose {choices}")
    if overrides.as_ not in (None, "people", "teams"):
        raise UsageError(f"parties cannot be read as {quoted(overrides.as_ or '')}", help="choose people or teams")
    if overrides.table is not None and not 1 <= overrides.table <= len(grids):
        there = f"choose 1 to {len(grids)}" if grids else "there is no table"
        raise UsageError(f"there is no table {overrides.table}", help=there)
    if overrides.sheet is not None and candidates.sheet_number(document, overrides.sheet) is None:
        names = ", ".join(dict.fromkeys(grid.name for grid in grids))
        there = f"there is: {names}" if names else "there is no table"
        raise UsageError(f"there is no sheet {quoted(overrides.sheet)}", help=there)
    asked.refuse_impossible(grids, overrides)


def _nothing(looked_at: Sequence[Candidate]) -> RaciError:
    """Why no matrix was found, table by table."""
    if not looked_at:
        help_ = "give a file with a table of steps and who has which letter"
        return RaciError("no matrix was found: there is no table and no list of roles", help=help_)
    reasons = [
        f"{table.grid.name} ({table.grid.place}): {table.view}" for table in looked_at if isinstance(table.view, str)
    ]
    more = [f"and {len(reasons) - _MOST} more tables"] if len(reasons) > _MOST else []
    help_ = (
        "name its columns Responsible, Accountable, Consulted, Informed, or type --table N to read one of them all the"
        " same, or --orientation " + " | ".join(ORIENTATIONS)
    )
    return RaciError(f"no matrix was found: {'; '.join([*reasons[:_MOST], *more])}", help=help_)
