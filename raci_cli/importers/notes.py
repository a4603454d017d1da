"""Cells that could not be read, kept as notes of their steps where the user accepts that."""

from raci_cli.importers.naming import fit
from raci_cli.importers.records import Matrix, Reading


def with_unread(matrix: Matrix) -> Matrix:
    """The matrix with every unread cell in the notes of its work, and none left unread."""
    works = list(matrix.works)
    for one in matrix.unread:
        index = _index(matrix, one)
        if index is not None:
            works[index] = works[index]._replace(notes=(*works[index].notes, _note(one)))
    return matrix._replace(works=tuple(works), unread=())


def _index(matrix: Matrix, one: Reading) -> int | None:
    """The work that a reading is of; its number where the reading says it, else the first of that title."""
    if one.work is not None:
        return one.work
    return next((index for index, work in enumerate(matrix.works) if work.title == one.step), None)


def _note(one: Reading) -> str:
    who = f"{fit(one.party)}: " if one.party else ""
    return fit(f"{who}{one.text} (not read)")
