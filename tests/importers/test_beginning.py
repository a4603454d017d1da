"""A matrix as the text of a new project."""

import pytest
from helpers import LIMITS, text_of
from importers.by_hand import GUESS, matrix, party, work

from raci_cli.document.source import Limits
from raci_cli.errors import RaciError
from raci_cli.importers.beginning import new_project
from raci_cli.importers.records import Matrix, Overrides


def made(this: Matrix, overrides: Overrides = GUESS, name: str = "Launch") -> str:
    source = new_project(this, name, overrides, LIMITS).source
    assert source is not None
    return source.text


def test_a_matrix_becomes_a_file_as_raci_writes_it() -> None:
    this = matrix(
        [party("Marketing"), party("Ana López", person=True), party("Lee", person=True, title="CIO")],
        {"State the problem": "A R C", "Build it": ". CI RA"},
    )
    assert made(this) == text_of("""
        raci: 1

        project:
          name: Launch

        teams:
          marketing: Marketing

        people:
          ana-lopez: Ana López
          lee: {name: Lee, title: CIO}

        steps:
          state-the-problem:
            title: State the problem
            accountable: marketing
            responsible: [ana-lopez]
            consulted: [lee]

          build-it:
            title: Build it
            accountable: lee
            responsible: [lee]
            consulted: [ana-lopez]
            informed: [ana-lopez]
        """)


def test_facts_beside_the_letters_are_kept() -> None:
    done = work("Launch", "A", phase="Go", status="done", due="2027-01-31", notes=("SLA: 2 h", "Evidence: ISO\n27001"))
    this = Matrix("raci", (party("Ana"),), (done, work("Later", ".", status="soon", due="May", phase=" ")))
    assert made(this, name="2024").endswith(
        text_of("""
        steps:
          launch:
            title: Launch
            phase: Go
            accountable: ana
            status: done
            due: 2027-01-31
            notes: |-
              SLA: 2 h
              Evidence: ISO 27001

          later:
            title: Later
        """)
    )


def test_two_owners_stay_two_for_the_check_to_tell() -> None:
    assert "accountable: [ana, lee]" in made(matrix(["Ana", "Lee"], {"Build": "A A"}))


def test_the_user_says_what_parties_become() -> None:
    this = matrix([party("Ana", person=True), party("QA")], {"Build": "A R"})
    assert "people:\n  ana: Ana\n  qa: QA\n" in made(this, Overrides(as_="people"))
    assert "teams:\n  ana: Ana\n  qa: QA\n" in made(this, Overrides(as_="teams"))


def test_the_column_of_the_sponsors_is_the_reserved_word() -> None:
    text = made(matrix(["Sponsors", "Ana"], {"Build": "I A"}))
    assert "informed: [sponsors]" in text
    assert "sponsors:" not in text


def test_tasks_say_only_what_differs_from_their_step() -> None:
    works = (
        work("Test", "A R C", id="test"),
        work("System test", "A R C", id="test.system", task=True),
        work("Acceptance", "C A .", id="test.acceptance", task=True),
        work("Alone", "A . .", id="other.alone", task=True),
    )
    assert made(Matrix("raci", (party("IT"), party("QA"), party("Ops")), works)).endswith(
        text_of("""
        steps:
          test:
            title: Test
            accountable: it
            responsible: [qa]
            consulted: [ops]
            tasks:
              system:
                title: System test
              acceptance:
                title: Acceptance
                accountable: qa
                responsible: []
                consulted: [it]

          alone:
            title: Alone
            accountable: it
        """)
    )


@pytest.mark.parametrize(
    "name", ["no", "2024", "a: b", "- x", "#", "\x1b[31m", "'", '"', "{{ x }}", "陳 大文", "\u202e x"]
)
def test_any_name_reads_back(name: str) -> None:
    this = matrix([party(name, person=True, title=name)], {name: "A", name + " 2": "R"})
    project = new_project(this, name, GUESS, LIMITS).project
    assert project is not None
    assert len(project.steps) == 2
    assert project.name == next(iter(project.parties.values())).name == project.steps[0].title


def test_more_than_a_project_may_hold_is_refused() -> None:
    with pytest.raises(RaciError, match="cannot be read"):
        new_project(matrix(["Ana"], {"Build": "A"}), "Launch", GUESS, Limits(nodes=5))
