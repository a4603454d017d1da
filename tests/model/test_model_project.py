"""The project, asked for its parts."""

import pytest
from helpers import project
from model.example import EXAMPLE

from raci_cli.model.project import SPONSORS, Project, Step, Task, parties_in
from raci_cli.model.scheme import RACI

GIVEN = project(EXAMPLE)


@pytest.mark.parametrize(
    "id_, name", [("dana", "Dana Ortiz"), ("it", "IT"), ("nobody", "nobody"), (SPONSORS, "Sponsors")]
)
def test_a_party_is_called_by_its_name(id_: str, name: str) -> None:
    assert GIVEN.name_of(id_) == name


def test_a_step_is_found_by_its_id_alone() -> None:
    step = GIVEN.step("vendor")
    assert step is not None
    assert (step.number, step.path) == (2, ("steps", "vendor"))
    assert GIVEN.step("2") is None


def test_the_work_of_a_step_is_the_step_and_its_tasks() -> None:
    step = GIVEN.steps[2]
    assert [path for _, path in step.work()] == [
        ("steps", "testing"),
        ("steps", "testing", "tasks", "system-test"),
        ("steps", "testing", "tasks", "acceptance"),
    ]
    assert [work.title for work, _ in step.work()] == ["Testing", "System test", "Acceptance"]


def test_a_party_is_declared_in_its_section() -> None:
    assert GIVEN.parties["it"].path == ("teams", "it")
    assert GIVEN.parties["scout"].path == ("people", "scout")


def test_parties_of_roles_are_named_once_in_the_order_of_the_roles() -> None:
    roles = {"informed": ("x", "y"), "responsible": ("y", "z", "y")}
    assert parties_in(roles, RACI.roles) == ["y", "z", "x"]
    assert parties_in(roles, RACI.owners) == []


def test_an_empty_project_has_nothing() -> None:
    assert (Project().steps, Project().parties, Project().scheme) == ((), {}, RACI)
    assert (Task("a", "A").closed, Step("a", "A", status="skipped").closed) == (False, True)
