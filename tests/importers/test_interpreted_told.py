"""No letter and no name is lost without a word: what is not read is told, cell by cell."""

import pytest
from matrices import letters, read, sheet

from raci_cli.importers.records import Document, Matrix, Paragraph


def rows(text: str) -> list[list[str]]:
    """A table of lines with bars."""
    return [[cell.strip() for cell in line.split("|")] for line in text.strip().split("\n")]


def unread(matrix: Matrix) -> list[tuple[str, str]]:
    """The step and the text of each cell that was not read."""
    return [(one.step, one.text) for one in matrix.unread]


def test_letters_beside_undecided_cells_are_a_matrix() -> None:
    matrix = read(
        rows(
            "Task|Ana|Ben|Remarks\nPlan|A|R|soon\nBuild|R|A|\nT 0|||\nT 1|||\nT 2|||\nT 3||TBD|\n"
            "T 4||Ben, Cleo|\nT 5|RACI|TBD|"
        )
    )
    assert [party.name for party in matrix.parties] == ["Ana", "Ben"]
    assert letters(matrix)["Plan"] == {"Ana": "A", "Ben": "R"}
    assert unread(matrix) == [("T 3", "TBD"), ("T 4", "Ben, Cleo"), ("T 5", "TBD")]


@pytest.mark.parametrize(
    "cells, lost",
    [
        (("as needed", "C", "on request"), [("Build", "C")]),
        (("A?", "tbd", "?"), [("Plan", "A?"), ("Build", "tbd"), ("Ship", "?")]),
        (("X", "X", ""), [("Plan", "X"), ("Build", "X")]),
        (("Z", "Z", "Z"), [("Plan", "Z"), ("Build", "Z"), ("Ship", "Z")]),
        (("", "A (in writing)", "see the law"), [("Build", "A (in writing)")]),
    ],
)
def test_letters_in_a_column_of_notes_are_told(cells: tuple[str, ...], lost: list[tuple[str, str]]) -> None:
    body = [["Plan", "A", "R"], ["Build", "R", "A"], ["Ship", "R", "A"]]
    matrix = read([["Task", "Ana", "Ben", "Legal"], *([*row, cell] for row, cell in zip(body, cells, strict=True))])
    assert unread(matrix) == lost


def test_a_legend_says_which_columns_hold_letters() -> None:
    legend = Paragraph("RACI: A = Aprobador, E = Ejecutor, C = Consultado, I = Informado", "line 1")
    table = sheet(rows("Tarea|Jefe|Equipo|Ventas|Cliente\nPlan|A|E|C|I\nObra|A|E|C|I"))
    matrix = read(Document("md", (legend, table)))
    assert letters(matrix)["Plan"] == {"Jefe": "A", "Equipo": "R", "Ventas": "C", "Cliente": "I"}
    assert not matrix.unread


@pytest.mark.parametrize("extra", ["Owner", "Approver", "Driver"])
def test_a_heading_that_means_a_role_again_is_told(extra: str) -> None:
    heads = f"Task|Responsible|Accountable|Consulted|Informed|{extra}"
    matrix = read(rows(f"{heads}\nPlan|Ann|Ben|Cy|Dee|Eve\nBuild|Ben|Ann|Dee|Cy|Fay"))
    assert letters(matrix)["Plan"] == {"Ann": "R", "Ben": "A", "Cy": "C", "Dee": "I"}
    assert unread(matrix) == [("Plan", "Eve"), ("Build", "Fay")]


@pytest.mark.parametrize("extra", ["Responsible", "Responsible (backup)"])
def test_two_headings_of_one_role_both_give_it(extra: str) -> None:
    heads = f"Task|Responsible|Accountable|Consulted|Informed|{extra}"
    matrix = read(rows(f"{heads}\nPlan|Ann|Ben|Cy|Dee|Eve\nBuild|Ben|Ann|Dee|Cy|Fay"))
    assert letters(matrix)["Plan"] == {"Ann": "R", "Ben": "A", "Cy": "C", "Dee": "I", "Eve": "R"}
    said = [one.value for one in matrix.decisions if one.what == "roles"]
    assert said == [f"Responsible, {extra} as responsible"]


def test_ticks_under_a_role_that_has_a_column_are_told() -> None:
    heads = "Name|Responsible|Accountable|Consulted|Informed|Owner"
    matrix = read(rows(f"{heads}\nAnn|x||||x\nBen||x|||\nCy|||x|x|"))
    assert [one.text for one in matrix.unread] == ["x"]


@pytest.mark.parametrize(
    "heads", ["Tâche|Responsable|Acteur|Consulté|Informé", "Attività|Responsabile|Esecutore|Consultato|Informato"]
)
def test_two_words_for_one_role_lose_no_name(heads: str) -> None:
    matrix = read(rows(f"{heads}\nPlan|Ann|Ben|Cy|Dee\nBuild|Ben|Ann|Dee|Cy"))
    told = [text for _, text in unread(matrix)]
    assert sorted([*letters(matrix)["Plan"], told[0]]) == ["Ann", "Ben", "Cy", "Dee"]


def test_what_refers_to_other_cells_is_no_name() -> None:
    heads = "Task|Responsible|Accountable|Consulted|Informed"
    matrix = read(
        rows(
            f"{heads}\nPlan|Ann|Ann?|same as above|ditto\nBuild|Ben|Ann|see Build|\n"
            "Ship|Иванов И.И.|Ann|to be decided|Ben\nClose|Ann|Ben|Cy|Dee"
        )
    )
    assert [text for _, text in unread(matrix)] == ["Ann?", "same as above", "ditto", "see Build", "to be decided"]
    assert letters(matrix)["Ship"] == {"Иванов И.И.": "R", "Ann": "A", "Ben": "I"}


def test_a_row_of_totals_is_no_step() -> None:
    matrix = read(rows("Task|Ana|Ben|Legal\nPlan|A|R|C\nBuild|R|A|C\nShip|R|A|I\nTotal|3|3|3"))
    assert list(letters(matrix)) == ["Plan", "Build", "Ship"]
    assert not matrix.unread
    assert any("Total 3 3 3" in one.value for one in matrix.decisions)


def test_lines_below_a_step_are_read_or_told() -> None:
    matrix = read(
        "# RACI\n\n## Ship\n\n- Responsible: Ann\n- Accountable -> Ben\n- Consulted Dee\n- Informed (weekly): Cy\n"
        "- Lead: Fay\n\n## Test\n\n- Responsible: Ann\n- Accountable: Ben\n\n## Close\n\n- Responsible: ?\n"
    )
    assert letters(matrix) == {"Ship": {"Ann": "R", "Ben": "A"}, "Test": {"Ann": "R", "Ben": "A"}, "Close": {}}
    lost = [("Ship", "Consulted Dee"), ("Ship", "Informed (weekly): Cy"), ("Ship", "Lead: Fay")]
    assert unread(matrix) == [*lost, ("Close", "Responsible: ?")]


def test_what_is_taken_for_one_party_is_told() -> None:
    matrix = read(
        [["Task", "Zoë", "ZOË", "Team A", "Team A"], ["Write", "A", "", "R", ""], ["Build", "R", "C", "A", "I"]]
    )
    told = [(one.value, one.why) for one in matrix.decisions if one.what == "party"]
    assert ("'Zoë' and 'ZOË'", "names that differ in case alone are one party") in told
    assert any(value == "Team A" for value, _ in told)
    assert [party.name for party in matrix.parties] == ["Zoë", "Team A"]


def test_a_note_beside_a_cell_that_cannot_be_read_stays() -> None:
    rows = [["Task", "Who", "RACI", "Comment"], ["Build", "Ana López", "A", ""], ["Build", "Ben Roy", "2-14", "ask Cy"],
            ["Test", "Ben Roy", "R", "soon"], ["Test", "Ana López", "A", ""], ["Ship", "Ben Roy", "A", ""]]  # fmt: skip
    matrix = read(rows)
    assert [one.text for one in matrix.unread] == ["2-14"]
    assert [work.notes for work in matrix.works] == [("Comment: ask Cy",), ("Comment: soon",), ()]
