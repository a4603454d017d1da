"""Matrices made by hand, for tests of what becomes of them."""

from collections.abc import Mapping, Sequence

from raci_cli.importers.records import Matrix, Overrides, Party, Work

GUESS = Overrides()
ROLES = {"R": "responsible", "A": "accountable", "C": "consulted", "I": "informed"}


def party(name: str, *, person: bool = False, id: str | None = None, title: str | None = None) -> Party:  # noqa: A002
    return Party(name, "row 1", person, id, title)


def matrix(
    parties: Sequence[str | Party], works: Mapping[str, str] | Sequence[tuple[str, str]], scheme: str = "raci"
) -> Matrix:
    """Works by title, each with a word for every party: `AR` or `.` for nobody."""
    pairs = list(works.items()) if isinstance(works, Mapping) else list(works)
    return Matrix(
        scheme,
        tuple(one if isinstance(one, Party) else party(one) for one in parties),
        tuple(work(title, letters) for title, letters in pairs),
    )


def work(title: str, letters: str, **facts: object) -> Work:
    words = letters.split()
    roles = {index: tuple(ROLES[letter] for letter in word) for index, word in enumerate(words) if word != "."}
    return Work(title, "row 2", roles)._replace(**facts)  # type: ignore[arg-type] # the keys of a work
