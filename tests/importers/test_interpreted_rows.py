"""Rows: phases, numbers, notes, names in cells, parties that look the same."""

import pytest
from matrices import assigned, letters, phases, read, sheet, unread

from raci_cli.importers.records import Cell, Document, Grid

TOP = "| Task | Ana | Ben |\n|---|---|---|\n"


@pytest.mark.parametrize(
    "section", ["| **Prepare** | | |", "| PREPARE | | |", "| Prepare: | | |", "| Prepare |", "| Prepare | | |"]
)
def test_rows_that_head_others_are_phases(section: str) -> None:
    other = section.replace("repare", "rove").replace("REPARE", "ROVE")
    text = f"{TOP}{section}\n| Plan | A | R |\n| Draft | R | A |\n{other}\n| Test | A | C |"
    matrix = read(text)
    assert [work.title for work in matrix.works] == ["Plan", "Draft", "Test"]
    assert [(phase or "").casefold().rstrip(":") for phase in phases(matrix).values()] == [
        "prepare",
        "prepare",
        "prove",
    ]
    assert any(decision.what.startswith("phases") for decision in matrix.decisions)


@pytest.mark.parametrize("bare", ["| Rest | - | - |", "| Rest | | |", "| Rest | N/A | N/A |"])
def test_a_step_that_nobody_has_stays_a_step(bare: str) -> None:
    matrix = read(f"{TOP}| Plan | A | R |\n{bare}\n| Test | A | C |")
    assert letters(matrix) == {"Plan": {"Ana": "A", "Ben": "R"}, "Rest": {}, "Test": {"Ana": "A", "Ben": "C"}}


def test_the_last_row_heads_nothing() -> None:
    assert "**" not in str(phases(read(f"{TOP}| Plan | A | R |\n| Test | A | C |\n| **Rest** | | |")))
    assert assigned(f"{TOP}| Plan | A | R |\n| Test | A | C |\n| **Rest** | | |")["Rest"] == {}


def test_bold_titles_are_no_phases() -> None:
    matrix = read(f"{TOP}| **Plan** | A | R |\n| **Rest** | - | |\n| **Test** | A | C |")
    assert list(phases(matrix)) == ["Plan", "Rest", "Test"]


def test_a_phase_column_is_filled_down() -> None:
    text = """
| Phase | Task | Ana | Ben |
|---|---|---|---|
| Prepare | Plan | A | R |
| | Draft | R | A |
| Prove | Plan | A | C |
| | Test | A | R |
"""
    matrix = read(text)
    assert [(work.title, work.phase) for work in matrix.works] == [
        ("Plan", "Prepare"), ("Draft", "Prepare"), ("Plan", "Prove"), ("Test", "Prove"),
    ]  # fmt: skip


def test_a_merged_phase_and_a_merged_letter() -> None:
    rows = (
        (Cell("Phase"), Cell("Task"), Cell("Ana"), Cell("Ben")),
        (Cell("Prepare", "A2", rows=2), Cell("Plan", "B2"), Cell("A", "C2"), Cell("R", "D2")),
        (Cell("", "A3", covered=True), Cell("Draft", "B3"), Cell("R", "C3", columns=2), Cell("", "D3", covered=True)),
        (Cell("Prove", "A4"), Cell("Test", "B4"), Cell("R", "C4"), Cell("A", "D4")),
    )
    matrix = read(Document("xlsx", (Grid("Sheet1", "A1", rows),)))
    assert list(phases(matrix).values()) == ["Prepare", "Prepare", "Prove"]
    assert letters(matrix)["Draft"] == {"Ana": "R", "Ben": "R"}
    assert [(reading.place, reading.why) for reading in matrix.helped] == [("D3", "a merged cell")]


def test_other_columns_are_notes() -> None:
    text = """
| ID | Task | Ana | Ben | SLA | Evidence | Status | Due |
|---|---|---|---|---|---|---|---|
| T-1 | Plan | A | R | 2 days | - | Done | 2027-01-31 |
| T-2 | Test | R | A | | minutes | late | soon |
"""
    plan, test = read(text).works
    assert (plan.notes, plan.status, plan.due) == (("ID: T-1", "SLA: 2 days"), "done", "2027-01-31")
    assert test.notes == ("ID: T-2", "Evidence: minutes", "Status: late", "Due: soon")
    assert (plan.id, test.status, test.due) == (None, None, None)


def test_notes_of_cells_are_notes_of_the_step() -> None:
    matrix = read(f"{TOP}| Plan | A (signs) | R |\n| Test | R | A |")
    assert matrix.works[0].notes == ("Ana: signs",)
    assert matrix.helped[0].why == "a note beside the letter"


def test_parties_without_a_letter_are_parties() -> None:
    matrix = read("| Task | Ana | Ben | Cleo |\n|---|---|---|---|\n| Plan | A | | R |\n| Test | A | | R |")
    assert [party.name for party in matrix.parties] == ["Ana", "Ben", "Cleo"]


def test_what_cannot_be_read_is_listed_with_its_place() -> None:
    matrix = read(f"{TOP}| Plan | A | R? |\n| Test | see mail | R |\n| Ship | A | Z |\n| Rest | R | A |")
    assert unread(matrix) == [("line 3, column 3", "R?"), ("line 4, column 2", "see mail"), ("line 5, column 3", "Z")]
    assert [(reading.step, reading.party) for reading in matrix.unread] == [
        ("Plan", "Ben"),
        ("Test", "Ana"),
        ("Ship", "Ben"),
    ]
    assert letters(matrix)["Plan"] == {"Ana": "A"}


def test_what_stands_apart_is_told() -> None:
    rows = [["Task", "Ana", "Ben"], ["Plan", "A", "R"], ["Test", "R", "A"], [], ["", "", "", "R"]]
    assert ("D5", "R") in unread(read(rows))


NAMES = "| Task | Responsible | Accountable |\n|---|---|---|\n"


@pytest.mark.parametrize(
    "cell, expected",
    [
        ("Ana, Ben", ["Ana", "Ben"]),
        ("Ana; Ben", ["Ana", "Ben"]),
        ("Ana<br>Ben", ["Ana", "Ben"]),
        ("Ana + Ben", ["Ana", "Ben"]),
        ("Ana Kim & Ben Wong", ["Ana Kim", "Ben Wong"]),
        ("Ana Kim and Ben Wong", ["Ana Kim", "Ben Wong"]),
        ("Ana Kim und Ben Wong", ["Ana Kim", "Ben Wong"]),
        ("@ana/@ben", ["@ana", "@ben"]),
        ("Web/App", ["Web", "App"]),
        ("DPO/Security", ["DPO/Security"]),
        ("Research and Development", ["Research and Development"]),
        ("Ana (design, tests)", ["Ana (design, tests)"]),
        ("[Ana, Ben]", ["Ana", "Ben"]),
        ("Ana*", ["Ana"]),
        ("Ana (only where the law asks for it)", ["Ana"]),
    ],
)
def test_names_in_a_cell(cell: str, expected: list[str]) -> None:
    matrix = read(f"{NAMES}| Plan | {cell} | Zoe |\n| Web | Web | App |")
    held = [matrix.parties[place].name for place, roles in matrix.works[0].roles.items() if "responsible" in roles]
    assert held == expected


@pytest.mark.parametrize("cell", ["TBD", "?", "x", "whoever is on call that day", "a b c d e f g h i j k l"])
def test_what_is_no_name_is_no_party(cell: str) -> None:
    matrix = read(f"{NAMES}| Plan | {cell} | Zoe |\n| Test | Ana | Ben |\n| Ship | Ben | Ana |")
    assert [party.name for party in matrix.parties] == ["Zoe", "Ana", "Ben"]
    assert [text for _, text in unread(matrix)] == [cell]


def test_everybody_is_told() -> None:
    matrix = read(f"{NAMES}| Plan | All | Zoe |\n| Test | Ana | Ben |")
    assert [(reading.text, reading.why) for reading in matrix.helped] == [
        ("All", "everybody, kept as a party of that name")
    ]


def test_names_that_look_the_same_are_proposed_and_not_merged() -> None:
    text = "| Task | Ana | Аna | ANA | Dev | Devs | Ana (lead) |\n|---|---|---|---|---|---|---|\n"
    text += "| Plan | A | R | C | I | I | I |\n"
    matrix = read(text)
    assert [party.name for party in matrix.parties] == ["Ana", "Аna", "Dev", "Devs", "Ana (lead)"]
    assert matrix.alike == (("Ana", "Аna", "Ana (lead)"), ("Dev", "Devs"))


def test_titles_keep_their_text() -> None:
    text = f"{TOP}| 1.2 [Plan](https://example.com) | A | R |\n| `make` it | R | A |\n| Test<br>it | R | A |"
    assert [work.title for work in read(text).works] == ["1.2 Plan", "make it", "Test it"]


def test_a_row_without_a_title_goes_on_with_the_one_above() -> None:
    rows = [["Task", "Ana", "Ben"], ["Plan", "A", ""], ["", "", "R"], ["Test", "R", "A"]]
    assert [work.title for work in read(rows).works] == ["Plan", "Plan", "Test"]


def test_a_heading_that_comes_again_is_no_step() -> None:
    rows = [["Task", "Ana", "Ben"], ["Plan", "A", "R"], ["Task", "Ana", "Ben"], ["Test", "R", "A"]]
    assert list(assigned(rows)) == ["Plan", "Test"]


def test_hidden_sheets_are_left_alone() -> None:
    seen = sheet([["Task", "Ana", "Ben"], ["Plan", "A", "R"]], name="Seen")
    hidden = sheet([["Task", "Ana", "Ben"], ["Old", "A", "R"]], name="Old")._replace(hidden=True)
    assert list(assigned(Document("xlsx", (hidden, seen)))) == ["Plan"]
    assert list(assigned(Document("xlsx", (hidden, seen)), sheet="Old")) == ["Old"]


def test_what_is_told_of_a_cell_belongs_to_its_work_where_titles_repeat() -> None:
    text = """
# RACI

| Task | Ana | Ben |
|---|---|---|
| **One** | | |
| Plan | A | R (draft) |
| Build | A | 2-14 |
| **Two** | | |
| Plan | A | ask |
| Build | R | A (last) |

## More

| Task | Ana | Ben |
|---|---|---|
| Plan | A | 7 of 9 |
| Test | R | A |
"""
    matrix = read(text)
    assert [(one.text, one.work, matrix.works[one.work or 0].title) for one in (*matrix.helped, *matrix.unread)] == [
        ("R (draft)", 0, "Plan"),
        ("A (last)", 3, "Build"),
        ("2-14", 1, "Build"),
        ("ask", 2, "Plan"),
        ("7 of 9", 4, "Plan"),
    ]


def test_in_lists_too() -> None:
    text = """
# RACI

## Spring

- Plan
  - R: Ana
  - A: Ben, x
- Only told
  - R: Cleo

## Autumn

- Plan
  - R: Ana
  - A: x, Ben
"""
    matrix = read(text)
    assert [(one.text, one.work) for one in matrix.unread] == [("x", 0), ("x", len(matrix.works) - 1)]
