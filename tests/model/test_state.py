"""What follows from a project and a day."""

import datetime

import pytest
from helpers import project, text_of

from raci_cli.model.project import Project
from raci_cli.model.state import (
    columns,
    counted,
    days_late,
    held_roles,
    is_closed,
    letters,
    next_steps,
    owners,
    step_late,
    waiting_for,
)

DAY = datetime.date(2026, 12, 11)


def given(steps: str, head: str = "") -> Project:
    indented = "".join(f"  {line}\n" for line in text_of(steps).splitlines())
    return project(f"raci: 1\nproject: {{name: D}}\n{text_of(head)}steps:\n{indented}")


@pytest.mark.parametrize(
    "step, closed",
    [
        ("{title: A}", False),
        ("{title: A, status: in-progress}", False),
        ("{title: A, status: blocked}", False),
        ("{title: A, status: done}", True),
        ("{title: A, status: skipped}", True),
        ("{title: A, ongoing: true}", False),
        ("{title: A, ongoing: true, status: done}", False),
        ("{title: A, ongoing: true, until: finished}", True),
        ("{title: A, ongoing: true, until: open}", False),
        ("{title: A, ongoing: true, until: forever}", False),
        ("{title: A, ongoing: true, until: a}", False),
        ("{title: A, ongoing: true, until: nowhere}", False),
        ("{title: A, until: finished}", False),
    ],
)
def test_a_step_is_closed_when_nobody_waits_for_it(step: str, closed: bool) -> None:
    plan = given(f"""
        a: {step}
        finished: {{title: F, status: done}}
        open: {{title: O}}
        forever: {{title: E, ongoing: true, status: done}}
    """)
    assert is_closed(plan, plan.steps[0]) is closed


@pytest.mark.parametrize(
    "step, days",
    [
        ("{title: A}", 0),
        ("{title: A, due: 2026-12-10}", 1),
        ("{title: A, due: 2026-12-01, status: blocked}", 10),
        ("{title: A, due: 2026-12-11}", 0),
        ("{title: A, due: 2027-01-01}", 0),
        ("{title: A, due: 2026-12-01, status: done}", 0),
        ("{title: A, due: 2026-12-01, status: skipped}", 0),
        ("{title: A, due: 2026-12-01, ongoing: true}", 0),
    ],
)
def test_work_is_late_from_the_day_after_it_was_due(step: str, days: int) -> None:
    (only,) = given(f"a: {step}").steps
    assert days_late(only, DAY) == days
    assert step_late(only, DAY) == days


@pytest.mark.parametrize(
    "step, days",
    [
        ("{title: A, tasks: {b: {title: B, due: 2026-12-09}}}", 2),
        ("{title: A, due: 2026-12-01, tasks: {b: {title: B, due: 2026-12-09}}}", 10),
        ("{title: A, tasks: {b: {title: B, due: 2026-12-09, status: done}}}", 0),
        ("{title: A, status: done, tasks: {b: {title: B, due: 2026-12-09}}}", 0),
        ("{title: A, ongoing: true, tasks: {b: {title: B, due: 2026-12-09}}}", 0),
    ],
)
def test_the_lateness_of_a_task_counts_for_its_step(step: str, days: int) -> None:
    assert step_late(given(f"a: {step}").steps[0], DAY) == days


PLAN = """
    a: {title: A, status: done}
    b: {title: B, needs: a}
    c: {title: C, needs: [a, b, nowhere]}
    d: {title: D, status: in-progress}
    e: {title: E, ongoing: true}
    f: {title: F, status: skipped}
    g: {title: G, needs: [f, e]}
    h: {title: H, ongoing: true, until: a}
    i: {title: I, needs: h}
"""


def test_progress_counts_what_can_be_done() -> None:
    assert [step.id for step in counted(given(PLAN))] == ["a", "b", "c", "d", "g", "i"]


def test_a_step_waits_for_what_is_not_closed() -> None:
    plan = given(PLAN)
    waits = {step.id: [other.id for other in waiting_for(plan, step)] for step in plan.steps}
    assert {id_: others for id_, others in waits.items() if others} == {"c": ["b"], "g": ["e"]}


def test_what_is_next_waits_for_nothing_and_what_was_begun_comes_first() -> None:
    assert [step.id for step in next_steps(given(PLAN))] == ["d", "b", "i"]


PARTIES = """
    teams: {it: IT, ops: Ops}
    people: {ana: Ana, bob: Bob, cem: Cem}
"""


def test_letters_have_the_order_of_the_scheme() -> None:
    plan = given("a: {title: A, accountable: ana, responsible: [bob, ana, bob], informed: [x]}", PARTIES)
    assert letters(plan, plan.steps[0].roles) == {"bob": ["R"], "ana": ["R", "A"], "x": ["I"]}
    assert owners(plan, plan.steps[0].roles) == ["ana"]


def test_the_sponsors_are_those_who_are_named() -> None:
    step = "a: {title: A, accountable: ana, informed: [sponsors]}"
    plan = given(step, PARTIES + "    sponsors: [ana, cem]\n")
    assert letters(plan, plan.steps[0].roles) == {"ana": ["A"], "cem": ["I"]}
    plan = given(step, PARTIES)
    assert letters(plan, plan.steps[0].roles) == {"ana": ["A"], "sponsors": ["I"]}


def test_a_matrix_has_the_parties_with_a_role_as_they_are_declared() -> None:
    plan = given(
        """
        a: {title: A, accountable: cem, consulted: [zoe], informed: [sponsors]}
        b: {title: B, tasks: {t: {title: T, responsible: [it, yan]}}}
        """,
        PARTIES,
    )
    assert [party.id for party in columns(plan)] == ["it", "cem", "zoe", "sponsors", "yan"]
    assert [(party.name, party.kind) for party in columns(plan)[2:]] == [
        ("zoe", "unknown"),
        ("Sponsors", "unknown"),
        ("yan", "unknown"),
    ]
    assert [party.id for party in columns(plan, everybody=True)] == [
        *("it", "ops", "ana", "bob", "cem"),
        *("zoe", "sponsors", "yan"),
    ]


def test_a_task_inherits_what_it_does_not_set() -> None:
    plan = given(
        "a: {title: A, accountable: ana, consulted: [it], tasks: {t: {title: T, consulted: [], informed: [bob]}}}"
    )
    (step,) = plan.steps
    assert step.roles_of(step.tasks[0]) == {"accountable": ("ana",), "consulted": (), "informed": ("bob",)}
    assert letters(plan, step.roles_of(step.tasks[0])) == {"ana": ["A"], "bob": ["I"]}


def test_a_role_of_the_tasks_own_takes_the_place_of_an_inherited_one_that_it_excludes() -> None:
    plan = given(
        "a: {title: A, accountable: ana, responsible: [bob, cem], consulted: it, tasks: {t: {title: T, informed: bob}}}"
    )
    (step,) = plan.steps
    assert held_roles(plan.scheme, step, step) == step.roles
    assert held_roles(plan.scheme, step, step.tasks[0]) == {
        "accountable": ("ana",),
        "responsible": ("cem",),
        "consulted": ("it",),
        "informed": ("bob",),
    }
