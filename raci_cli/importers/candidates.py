"""The tables of a document, each with the best way to read it or why there is none."""

from typing import NamedTuple

from raci_cli.importers import legends
from raci_cli.importers.asked import parties_view
from raci_cli.importers.lookups import headings
from raci_cli.importers.named import names_view, pairs_view
from raci_cli.importers.plausible import doubt, is_named
from raci_cli.importers.records import Block, Cell, Document, Grid, Heading, Overrides, Paragraph
from raci_cli.importers.split import pieces
from raci_cli.importers.tables import facts, trimmed
from raci_cli.importers.views import View, letters_view

_LEAST = 0.6
_FEWEST = 2  # letters in the first row of a table without a heading
_LONGEST_NUMBER = 9


class Candidate(NamedTuple):
    """A table: its number among the tables, the headings above it, the view or why it has none."""

    number: int
    grid: Grid
    above: tuple[Heading, ...]
    view: View | str


def of_document(document: Document, overrides: Overrides) -> list[Candidate]:
    """Every table of the document that may be read, or what the user asks for, with what it could be."""
    found: list[Candidate] = []
    above: list[Heading] = []
    number = 0
    sheet = sheet_number(document, overrides.sheet)
    named = is_named(document)
    told = frozenset(legends.of_document(document))
    before: Block | None = None
    for block in document.blocks:
        if isinstance(block, Heading):
            above = [*(heading for heading in above if heading.level < block.level), block]
        if isinstance(block, Grid):
            number += 1
            asked = number in (overrides.table, sheet)
            if asked or (overrides.table is None and overrides.sheet is None):
                grid = headed_by(before, block)
                if found and isinstance(before, Grid) and (whole := _goes_on(found[-1], block)) is not None:
                    found[-1] = found[-1]._replace(grid=whole, view=_view(whole, overrides, told, named=named))
                    found.append(Candidate(number, block, tuple(above), f"it goes on from {whole.name}"))
                    before = block
                    continue
                for piece in pieces(grid):
                    view = _view(piece, overrides, told, named=named)
                    hidden = block.hidden and not asked
                    found.append(Candidate(number, piece, tuple(above), "it is hidden" if hidden else view))
        if not isinstance(block, Paragraph) or not isinstance(before, Grid) or len(before.rows) > 1:
            before = block
    return found


def sheet_number(document: Document, wanted: str | None) -> int | None:
    """The number of the table that a name or a number from 1 means; a name goes before a number."""
    grids = [block for block in document.blocks if isinstance(block, Grid)]
    if wanted is None:
        return None
    named = next((number for number, grid in enumerate(grids, 1) if key(grid.name) == key(wanted)), None)
    number = int(wanted) if wanted.strip().isdecimal() and len(wanted) <= _LONGEST_NUMBER else 0
    return named or (number if 1 <= number <= len(grids) else None)


def key(name: str) -> str:
    """A name of a sheet as it is compared."""
    return " ".join(name.split()).casefold()


def _goes_on(last: Candidate, grid: Grid) -> Grid | None:
    """The table before together with one that begins with letters, as pages break tables: as wide, and no heading."""
    view = last.view
    if isinstance(view, str) or view.layout != "letters" or view.turned or not grid.rows:
        return None
    if len(grid.rows[0]) != view.facts.width:
        return None
    kinds = facts(grid.rows[:1]).kinds[0]
    parties = [column.place for column in view.shape.of("party")]
    if any(headings(cell.text) for x, cell in enumerate(grid.rows[0]) if x not in parties):
        return None  # `Task | A | B`
    lettered = sum(kinds[x] in "LG" for x in parties)
    texts = sum(kinds[x] not in "LG N" for x in parties)
    if lettered < _FEWEST or texts:
        return None
    rows = tuple(tuple(cell._replace(head=False, bold=False) for cell in row) for row in grid.rows[:1])
    return last.grid._replace(rows=(*last.grid.rows, *rows, *grid.rows[1:]))


def headed_by(before: Block | None, grid: Grid) -> Grid:
    """A table without a heading, with the one that the block before it holds: a lone row, or a line with bars."""
    if grid.headed or not grid.rows:
        return grid
    width = len(grid.rows[0])
    row: tuple[Cell, ...] = ()
    if isinstance(before, Grid) and len(before.rows) == 1:
        row = before.rows[0]
    elif isinstance(before, Heading | Paragraph) and before.text.count("|") + 1 >= width > 1:
        texts = before.text.split("\n")[-1].strip().strip("|").split("|")
        row = tuple(Cell(text.strip(), before.place) for text in texts)
    if len(row) != width:
        return grid
    return grid._replace(rows=(row, *grid.rows), headed=1)


def _view(grid: Grid, overrides: Overrides, told: frozenset[str], *, named: bool) -> View | str:
    if overrides.parties is not None:
        return parties_view(grid, *trimmed(grid), overrides.parties)
    view = _best(grid, overrides.orientation)
    if isinstance(view, str) or overrides.table is not None or overrides.sheet is not None:
        return view
    if view.score < _LEAST:
        return "too few of its cells read as letters"
    return doubt(view, told, named=named) or view


def _best(grid: Grid, orientation: str | None) -> View | str:
    """The best way to read a table, or why there is none."""
    rows, headed = trimmed(grid)
    if not rows:
        return "it is empty"
    if orientation == "names-in-cells":
        names = names_view(rows, headed, None)
        return names if isinstance(names, View) else pairs_view(rows, headed)
    letters = letters_view(rows, headed, orientation)
    if orientation in ("steps-in-rows", "steps-in-columns"):
        return letters
    names = names_view(rows, headed, None)
    if isinstance(letters, View):
        weak = letters.layout != "letters" or (isinstance(names, View) and names.score >= letters.score)
        turned = isinstance(names, View) and names.turned and letters.layout != "single"
        return names if isinstance(names, View) and weak and not turned else letters
    if isinstance(names, View):
        return names
    pairs = pairs_view(rows, headed)
    return pairs if isinstance(pairs, View) else f"{letters}; {names}"
