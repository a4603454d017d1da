"""Short matrices for tests, and how they are read."""

from raci_cli.importers import markdown
from raci_cli.importers.guess import interpreted
from raci_cli.importers.records import Cell, Document, Grid, Matrix, Overrides

Letters = dict[str, dict[str, str]]


def cells(rows: list[list[str]]) -> tuple[tuple[Cell, ...], ...]:
    width = max(map(len, rows), default=0)
    return tuple(
        tuple(Cell(text, f"{chr(65 + x % 26)}{y + 1}") for x, text in enumerate([*row, *[""] * (width - len(row))]))
        for y, row in enumerate(rows)
    )


def sheet(rows: list[list[str]], headed: int = 0, name: str = "table 1") -> Grid:
    """A table whose places are as in a workbook."""
    return Grid(name, "A1", cells(rows), headed)


def read(source: str | list[list[str]] | Document, **overrides: object) -> Matrix:
    """The matrix in a text of Markdown, in rows of cells, or in a document."""
    if isinstance(source, list):
        source = Document("csv", (sheet(source),))
    document = markdown.read(source) if isinstance(source, str) else source
    return interpreted(document, Overrides(**overrides))  # type: ignore[arg-type]


def letters(matrix: Matrix) -> Letters:
    """Step by step who has which roles, by the first letters of the roles' names."""
    return {
        work.title: {
            matrix.parties[place].name: "".join(role[0].upper() for role in roles)
            for place, roles in sorted(work.roles.items())
        }
        for work in matrix.works
    }


def assigned(source: str | list[list[str]] | Document, **overrides: object) -> Letters:
    return letters(read(source, **overrides))


def phases(matrix: Matrix) -> dict[str, str | None]:
    return {work.title: work.phase for work in matrix.works}


def unread(matrix: Matrix) -> list[tuple[str, str]]:
    return [(reading.place, reading.text) for reading in matrix.unread]
