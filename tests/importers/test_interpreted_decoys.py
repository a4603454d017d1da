"""What looks like a matrix and is none."""

import pytest
from matrices import assigned, read

from raci_cli.errors import RaciError

DECOYS = {
    "a legend of letters": """
| Letter | Meaning |
|---|---|
| R | Responsible |
| A | Accountable |
| C | Consulted |
| I | Informed |
""",
    "a legend with prose": """
# RACI

| Role | Definition |
|---|---|
| Responsible | Does the work |
| Accountable | Owns it |
| Consulted | Is asked before |
| Informed | Is told |
""",
    "a table of persons": """
| Role | Name | Contact |
|---|---|---|
| Product Owner | Ana | a@b.c |
| Tester | Ben | b@b.c |
""",
    "numbers": """
| Task | Ana | Ben |
|---|---|---|
| Plan | 1 | 2 |
| Build | 3 | 4 |
""",
    "rights": """
| Page | Admin | User |
|---|---|---|
| Home | CRUD | R |
| Files | CRU | R |
| Logs | R | A |
""",
    "rights with slashes": """
| Menu | SA | SO | A |
|---|---|---|---|
| audit | R/W/A | R | R |
| logs | R | R | R/A |
""",
    "ticks under jobs": """
| Feature | Owner | Manager | Cashier |
|---|---|---|---|
| Sales | ✓ | ✓ | ✓ |
| Users | ✓ | - | - |
""",
    "a plan with owners": """
| Action | Owner | Due |
|---|---|---|
| Plan | Ana | May |
| Build | Ben | June |
""",
    "priorities": """
| Risk | Impact | Chance |
|---|---|---|
| Fire | H | L |
| Flood | M | L |
| Theft | L | H |
""",
    "placeholders": """
# RACI

| Task | Ana | Ben |
|---|---|---|
| [Task 1] | R | A |
| [Task 2] | A | R |
""",
    "duties of roles": """
# RACI

| Role | Responsible | Accountable |
|---|---|---|
| Architect | system design, views | the blueprint |
| Test Manager | test plans, test reports | quality of tests |
""",
    "prose": """
# RACI

I think that A is better.
C is a language.
Responsible: the person who does the work and reports.
""",
    "a legend as a list": """
# RACI

## Legend

- R: Responsible
- A: Accountable
- C: Consulted
- I: Informed
""",
    "verbs": """
| State | Driver | Proctor | AI |
|---|---|---|---|
| Draft | View | - | Observe |
| Ready | Wait | Decide | Watch |
""",
}


@pytest.mark.parametrize("text", DECOYS.values(), ids=DECOYS)
def test_decoys_are_refused(text: str) -> None:
    with pytest.raises(RaciError, match="no matrix was found"):
        read(text)


MATRIX = "\n\n| Task | Ana | Ben |\n|---|---|---|\n| Plan | A | R |\n| Build | R | A |\n"


@pytest.mark.parametrize("text", DECOYS.values(), ids=DECOYS)
def test_a_matrix_beside_a_decoy_is_read_alone(text: str) -> None:
    assert assigned(f"# RACI matrix\n\n{text}\n\n## Who does what{MATRIX}") == {
        "Plan": {"Ana": "A", "Ben": "R"}, "Build": {"Ana": "R", "Ben": "A"},
    }  # fmt: skip


def test_roles_called_by_letters_are_parties() -> None:
    rows = [["Task", "A", "B", "C"], ["Plan", "R", "A", "I"], ["Build", "A", "R", "C"]]
    assert assigned(rows) == {"Plan": {"A": "R", "B": "A", "C": "I"}, "Build": {"A": "A", "B": "R", "C": "C"}}


def test_ids_and_priorities_are_no_letters() -> None:
    text = """
| ID | Task | Priority | Ana | Ben |
|---|---|---|---|---|
| R1 | Plan | H | A | R |
| R2 | Build | M | R | A |
"""
    matrix = read(text)
    assert [party.name for party in matrix.parties] == ["Ana", "Ben"]
    assert matrix.works[0].notes == ("ID: R1", "Priority: H")
