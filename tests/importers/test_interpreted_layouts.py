"""The layouts in which people write matrices."""

import pytest
from matrices import assigned, letters, phases, read, sheet, unread

from raci_cli.errors import RaciError, UsageError
from raci_cli.importers.records import Cell, Document, Grid, Heading

PLAIN = """
| Task | Ana | Ben | Cleo |
|------|-----|-----|------|
| Plan | A/R | C   | -    |
| Build | A  | R   | I    |
| Ship | I   | R   | A    |
"""
EXPECTED = {
    "Plan": {"Ana": "RA", "Ben": "C"},
    "Build": {"Ana": "A", "Ben": "R", "Cleo": "I"},
    "Ship": {"Ana": "I", "Ben": "R", "Cleo": "A"},
}


def test_steps_in_rows() -> None:
    matrix = read(PLAIN)
    assert letters(matrix) == EXPECTED
    assert matrix.scheme == "raci"
    assert matrix.unread == ()
    assert [decision.what for decision in matrix.decisions] == [
        "tables", "scheme", "parties", "orientation of table 1", "columns of table 1",
    ]  # fmt: skip


def test_steps_in_columns() -> None:
    turned = """
| Role | Write the plan | Build the thing | Ship it |
|------|------|-------|------|
| Product Owner | A/R | A | I |
| Developer | C | R | R |
| Release Manager | | I | A |
"""
    matrix = read(turned)
    assert letters(matrix) == {
        "Write the plan": {"Product Owner": "RA", "Developer": "C"},
        "Build the thing": {"Product Owner": "A", "Developer": "R", "Release Manager": "I"},
        "Ship it": {"Product Owner": "I", "Developer": "R", "Release Manager": "A"},
    }
    assert [d.value for d in matrix.decisions if d.option == "--orientation"] == ["steps-in-columns"]


def test_the_user_knows_the_orientation_better() -> None:
    assert assigned(PLAIN, orientation="steps-in-columns")["Ana"] == {"Plan": "RA", "Build": "A", "Ship": "I"}


@pytest.mark.parametrize(
    "header",
    [
        "R | A | C | I",
        "Responsible | Accountable | Consulted | Informed",
        "Responsible (R) | Accountable (A) | Consulted (C) | Informed (I)",
        "(R)esponsible | (A)ccountable | (C)onsulted | (I)nformed",
        "role_responsible | role_accountable | role_consulted | role_informed",
        "R - Responsible | A - Accountable | C - Consulted | I - Informed",
        "Responsible Party | Accountable Person | Consulted | Informed",
        "Verantwortlich (R) | Rechenschaft (A) | Konsultiert (C) | Informiert (I)",
        "Réalisateur | Approbateur | Consulté | Informé",
        "Responsable | Aprobador | Consultado | Informado",
        "Responsável | Aprovador | Consultado | Informado",
        "Responsabile | Approvatore | Consultato | Informato",
        "Исполнитель | Утверждает | Консультант | Информируется",
    ],
)
def test_names_in_cells(header: str) -> None:
    text = f"""
| Task | {header} |
|---|---|---|---|---|
| Plan | Ana | Ben | Cleo, Dan | - |
| Build | Ben; Dan | Ana | | All |
"""
    assert assigned(text) == {
        "Plan": {"Ana": "R", "Ben": "A", "Cleo": "C", "Dan": "C"},
        "Build": {"Ana": "A", "Ben": "R", "Dan": "R", "All": "I"},
    }


def test_names_with_roles_in_rows() -> None:
    text = """
| RACI | Plan | Build |
|---|---|---|
| Responsible | Ana | Ben |
| Accountable | Ben | Ana |
| Consulted | Cleo | |
| Informed | | Cleo |
"""
    assert assigned(text) == {
        "Plan": {"Ana": "R", "Ben": "A", "Cleo": "C"},
        "Build": {"Ana": "A", "Ben": "R", "Cleo": "I"},
    }


def test_names_with_their_letters() -> None:
    text = """
| Requirement | Owner | Helpers |
|---|---|---|
| Log in | Ana (A) | Ben (R), Cleo (I) |
| Log out | Ben (A, R) | Ana(C), Cleo (I) |
"""
    assert assigned(text) == {
        "Log in": {"Ana": "A", "Ben": "R", "Cleo": "I"},
        "Log out": {"Ana": "C", "Ben": "RA", "Cleo": "I"},
    }


def test_marks_under_letters() -> None:
    text = """
# RACI of a release

| Who | R | A | C | I |
|---|---|---|---|---|
| Ana | x | | | |
| Ben | | x (signs) | | |
| Cleo | | | | x |
"""
    assert assigned(text) == {"RACI of a release": {"Ana": "R", "Ben": "A", "Cleo": "I"}}


def test_a_step_a_party_and_letters_in_each_row() -> None:
    text = """
| Task | Person | RACI |
|---|---|---|
| Plan | Ana | A/R |
| Plan | Ben | C |
| Build | Ben | R |
| Build | Ana | A |
"""
    assert assigned(text) == {"Plan": {"Ana": "RA", "Ben": "C"}, "Build": {"Ana": "A", "Ben": "R"}}


def test_a_list_of_roles_and_letters() -> None:
    text = """
# Incident response

| Role | RACI | Notes |
|---|---|---|
| On-call engineer | A/R | leads |
| Developer | Responsible | fixes |
| Security team | C | |
"""
    assert assigned(text) == {"Incident response": {"On-call engineer": "RA", "Developer": "R", "Security team": "C"}}


def test_one_file_a_role() -> None:
    text = """
# RACI: Architect

| Activity | RACI |
|---|---|
| Choose the database | A |
| Review the code | C |
| Write the tests | R |
"""
    assert assigned(text) == {
        "Choose the database": {"Architect": "A"},
        "Review the code": {"Architect": "C"},
        "Write the tests": {"Architect": "R"},
    }


BULLETS = """
# RACI

## Planning

- **Write the plan**
  - R: Ana
  - A: Ben
  - C: Cleo, Dan
- **Agree on it**
  - R: Ben
  - A: Ben
"""
HEADINGS = """
# RACI

## Write the plan

- Responsible: Ana
- Accountable: Ben
- Consulted: Cleo, Dan

## Agree on it

Responsible: Ben
Accountable: Ben
"""
LINES = """
# RACI matrix

- Write the plan: Ana (R), Ben (A), Cleo (C), Dan (C)
- Agree on it: Ben (A/R)
"""
AFTER = """
# RACI matrix

## Write the plan

Ana - R
Ben - A
Cleo - C
Dan - C

## Agree on it

Ben – A/R
"""


@pytest.mark.parametrize("text", [BULLETS, HEADINGS, LINES, AFTER])
def test_lists(text: str) -> None:
    matrix = read(text)
    assert letters(matrix) == {
        "Write the plan": {"Ana": "R", "Ben": "A", "Cleo": "C", "Dan": "C"},
        "Agree on it": {"Ben": "RA"},
    }
    assert [d.value for d in matrix.decisions if d.option == "--orientation"] == ["list"]


def test_several_tables_are_one_matrix() -> None:
    text = """
# Launch

## Prepare

| Task | Ana | Ben |
|---|---|---|
| Plan | A | R |
| Review | A | C |

## Release

| Task | Ben | Cleo |
|---|---|---|
| Ship | A/R | I |
| Review | R | A |
"""
    matrix = read(text)
    assert [party.name for party in matrix.parties] == ["Ana", "Ben", "Cleo"]
    assert [(work.title, work.phase) for work in matrix.works] == [
        ("Plan", "Prepare"), ("Review", "Prepare"), ("Ship", "Release"), ("Review", "Release"),
    ]  # fmt: skip
    assert matrix.title == "Launch"


def test_a_person_over_a_role() -> None:
    rows = [
        ["", "Ana Ortiz", "Ben Wong", "Cleo Kim"],
        ["Task", "Sponsor", "Developer", "Tester"],
        ["Plan", "A", "R", "C"],
        ["Build", "A", "R", "I"],
    ]
    matrix = read(rows)
    assert [(party.name, party.title) for party in matrix.parties] == [
        ("Ana Ortiz", "Sponsor"), ("Ben Wong", "Developer"), ("Cleo Kim", "Tester"),
    ]  # fmt: skip
    assert all(party.person for party in matrix.parties)


def test_names_under_groups() -> None:
    top = [Cell(), Cell("Sales", columns=2), Cell(covered=True), Cell("IT", columns=2), Cell(covered=True)]
    rows = sheet(
        [["Task", "Lead", "Desk", "Lead", "Tester"], ["Plan", "A", "R", "C", "I"], ["Build", "I", "C", "A", "R"]]
    ).rows
    matrix = read(Document("xlsx", (Grid("Sheet1", "A1", (tuple(top), *rows)),)))
    assert [party.name for party in matrix.parties] == ["Lead (Sales)", "Desk", "Lead (IT)", "Tester"]


def test_a_sheet_that_starts_late_under_a_title_with_a_legend_beside() -> None:
    rows = [
        ["RACI of the move"],
        [],
        ["", "", "Task", "Ana", "Ben", "", "Legend"],
        ["", "", "Plan", "A", "R", "", "R", "Responsible"],
        ["", "", "Move", "R", "A", "", "A", "Accountable"],
        ["", "", "Party", "I", "A/R", "", "C", "Consulted"],
        ["", "", "", "", "", "", "I", "Informed"],
    ]
    matrix = read(rows)
    assert letters(matrix) == {
        "Plan": {"Ana": "A", "Ben": "R"}, "Move": {"Ana": "R", "Ben": "A"}, "Party": {"Ana": "I", "Ben": "RA"},
    }  # fmt: skip
    assert unread(matrix) == []


def test_tables_above_each_other_in_one_sheet() -> None:
    rows = [
        ["Task", "Ana", "Ben"],
        ["Plan", "A", "R"],
        ["Build", "I", "A"],
        [],
        ["Task", "Cleo", "Dan"],
        ["Ship", "R", "A"],
        ["Learn", "A", "C"],
    ]
    assert assigned(rows) == {
        "Plan": {"Ana": "A", "Ben": "R"}, "Build": {"Ana": "I", "Ben": "A"},
        "Ship": {"Cleo": "R", "Dan": "A"}, "Learn": {"Cleo": "A", "Dan": "C"},
    }  # fmt: skip


def test_a_heading_that_the_source_put_apart() -> None:
    body = sheet([["Plan", "A", "R"], ["Build", "R", "A"]])
    document = Document("md", (Heading("Task | Ana | Ben", "line 1", 2), body))
    assert assigned(document) == {"Plan": {"Ana": "A", "Ben": "R"}, "Build": {"Ana": "R", "Ben": "A"}}


def test_a_table_may_be_chosen() -> None:
    two = PLAIN + "\n\n| Task | Zoe | Yan |\n|---|---|---|\n| Rest | A | R |\n| Play | R | A |\n"
    assert assigned(two, table=2) == {"Rest": {"Zoe": "A", "Yan": "R"}, "Play": {"Zoe": "R", "Yan": "A"}}
    with pytest.raises(UsageError, match="there is no table 3"):
        read(two, table=3)


def test_a_sheet_may_be_chosen() -> None:
    grids = tuple(sheet([["Task", name, "Ben"], ["Plan", "A", "R"]], name=name) for name in ("One", "Two"))
    matrix = read(Document("xlsx", grids), sheet="two")
    assert [party.name for party in matrix.parties] == ["Two", "Ben"]
    with pytest.raises(UsageError, match="there is no sheet 'Three'"):
        read(Document("xlsx", grids), sheet="Three")


def test_what_cannot_be_meant_is_refused() -> None:
    with pytest.raises(UsageError, match="there is no orientation 'sideways'"):
        read(PLAIN, orientation="sideways")
    with pytest.raises(UsageError, match="parties cannot be read as 'cats'"):
        read(PLAIN, as_="cats")


@pytest.mark.parametrize("as_, person", [("people", True), ("teams", False)])
def test_what_parties_are_may_be_said(as_: str, person: bool) -> None:
    assert {party.person for party in read(PLAIN, as_=as_).parties} == {person}


@pytest.mark.parametrize(
    "header, scheme",
    [
        ("A R S C I", "rasci"), ("R A C I V S", "raci-vs"), ("R A C I Q", "raciq"), ("D A C I", "daci"),
        ("R A C I O", "cairo"), ("R A P I D", "rapid"), ("M O C H A", "mocha"),
    ],
)  # fmt: skip
def test_the_scheme_is_known_by_its_letters(header: str, scheme: str) -> None:
    names = ["Ana", "Ben", "Cleo", "Dan", "Eve", "Fay"]
    row = header.split()
    rows = [["Task", *names[: len(row)]], ["Plan", *row], ["Build", *row[::-1]], ["Ship", *row]]
    assert read(rows).scheme == scheme


def test_the_scheme_may_be_named() -> None:
    assert read("# ARCI matrix\n" + PLAIN).scheme == "arci"
    assert read("# RASCI matrix\n" + PLAIN).scheme == "rasci"


def test_letters_of_another_language_are_known_from_the_legend() -> None:
    text = """
# Verantwortlichkeiten (RACI)

Legende: D = Durchführung, V = Gesamtverantwortung, I = Information

| Aufgabe | Ana | Ben | Cleo |
|---|---|---|---|
| Planen | D | V | I |
| Bauen | V | D | I |
"""
    assert assigned(text) == {
        "Planen": {"Ana": "R", "Ben": "A", "Cleo": "I"}, "Bauen": {"Ana": "A", "Ben": "R", "Cleo": "I"},
    }  # fmt: skip


def test_where_nothing_is_found_it_is_said_what_was_looked_at() -> None:
    with pytest.raises(RaciError) as error:
        read("| Name | Mail |\n|---|---|\n| Ana | a@b.c |\n\n| A | B |\n|---|---|\n| 1 | 2 |\n")
    assert str(error.value).startswith("no matrix was found: table 1 (line 1): no cell reads as a letter")
    assert "table 2" in str(error.value)
    assert "--table N" in error.value.help
    with pytest.raises(RaciError, match="there is no table and no list"):
        read("Nothing but prose.")


def test_phases_are_none_where_nothing_says_them() -> None:
    assert set(phases(read(PLAIN)).values()) == {None}


def test_a_table_that_a_page_break_parts_is_one() -> None:
    first = "| Task | Ana | Ben |\n|---|---|---|\n| Plan | A | R |\n"
    text = f"{first}\n\n| Build | R | A |\n|---|---|---|\n| Test | A | C |\n"
    assert assigned(text) == {
        "Plan": {"Ana": "A", "Ben": "R"}, "Build": {"Ana": "R", "Ben": "A"}, "Test": {"Ana": "A", "Ben": "C"},
    }  # fmt: skip
    said = next(one.why for one in read(text).decisions if one.what == "tables")
    assert "table 2: it goes on from table 1" in said
    other = text.replace("| Build | R | A |", "| Task | A | R |")
    assert {party.name for party in read(other).parties} >= {"A", "R"}


def test_columns_that_may_be_names_under_headings_that_nobody_knows_are_told() -> None:
    head = "| Task | Foobar | Accountable | Informed |\n|---|---|---|---|\n"
    text = f"{head}| Plan | Ana | Ben | Cleo |\n| Do | Cleo | Ana | |\n"
    told = next(one for one in read(text).decisions if one.what == "columns of table 1")
    assert told.confidence == 0.5
    assert "'Foobar'" in told.why


def test_letters_of_another_meaning_are_told() -> None:
    text = "Legende: V = Verantwortlich, A = Entscheider, B = Beratend, I = Informiert\n\n" + PLAIN.replace("R", "V")
    told = next(one for one in read(text).decisions if one.what == "letters")
    assert told.value == "V as responsible"


def test_headings_of_another_scheme_are_told() -> None:
    two = PLAIN + "\n| Decision | Driver | Approver | Informed |\n|---|---|---|---|\n| Name | Ana | Ben | Cleo |\n"
    assert any(one.what == "roles" and "Driver as responsible" in one.value for one in read(two).decisions)


def test_letters_of_another_alphabet_mean_what_the_legend_says() -> None:
    head = "| Задача | Анна | Борис |\n|---|---|---|\n"
    legend = "О — ответственный исполнитель, У — утверждает, К — консультирует"
    text = f"{head}| План | О/У | К |\n| Дом | У | О |\n\n{legend}\n"
    matrix = read(text)
    assert letters(matrix) == {"План": {"Анна": "RA", "Борис": "C"}, "Дом": {"Анна": "A", "Борис": "R"}}
    assert next(one.value for one in matrix.decisions if one.what == "letters") == "О as R, У as A, К as C"


def test_steps_in_cells_below_letters_have_the_parties_before_them() -> None:
    head = "# RACI\n\n| Person | R | A | Notes |\n|---|---|---|---|\n"
    text = f"{head}| Guard | Open, Close | | nights |\n| Owner | Sweep | Open, Close, Sweep | |\n| | Open | | |\n"
    matrix = read(text)
    assert letters(matrix) == {
        "Open": {"Guard": "R", "Owner": "A"},
        "Close": {"Guard": "R", "Owner": "A"},
        "Sweep": {"Owner": "RA"},
    }
    assert [(one.text, one.work) for one in matrix.unread] == [("Open", 0)]
    assert any("Guard: nights" in one.value for one in matrix.decisions)


def test_a_row_of_ticks_with_what_is_done_is_a_step() -> None:
    head = "# RACI\n\n| Role | Duty | R | A | C |\n|---|---|---|---|---|\n"
    text = f"{head}| Guard | Open the gate | ✓ | | |\n| Owner | Pay the rent | ✓ | ✓ | |\n| Clerk | Ask | | | ✓ |\n"
    assert assigned(text) == {"Open the gate": {"Guard": "R"}, "Pay the rent": {"Owner": "RA"}, "Ask": {"Clerk": "C"}}
