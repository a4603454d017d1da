"""Role schemes of the project's own, and the order in which keys are written."""

import pytest
from helpers import project, reading
from model.example import OWN_SCHEME

from raci_cli.model.format import TOP_ORDER, step_order, step_record, task_record
from raci_cli.model.project import Step, Task
from raci_cli.model.scheme import RACI, Role, Scheme
from raci_cli.model.schemes import SCHEMES

HEAD = "raci: 1\nproject: {name: D}\nsteps: {a: {title: A}}\nscheme:"


def messages(scheme: str) -> list[str]:
    return [finding.message for finding in reading(f"{HEAD} {scheme}\n").findings]


def test_a_scheme_of_the_projects_own_is_read() -> None:
    assert reading(OWN_SCHEME).findings == ()
    assert project(OWN_SCHEME).scheme == Scheme(
        "our-way",
        (
            Role("driver", "D", 1, 1, works=True, excludes=("helper",)),
            Role("approver", "A", 1, 1, owns=True, person_only=True, colour="own"),
            Role("helper", "H", excludes=("driver",)),
        ),
    )


def test_the_steps_of_a_scheme_have_its_roles() -> None:
    roles = {"driver": ("dana",), "approver": ("lee",)}
    assert project(OWN_SCHEME).steps == (
        Step("one", "One", roles, number=1, tasks=(Task("first", "First", {"helper": ("dana", "lee")}),)),
    )


def test_the_roles_of_another_scheme_are_unknown_keys() -> None:
    (finding,) = reading(OWN_SCHEME.replace("approver: [lee]", "accountable: lee")).findings
    assert (finding.code, finding.path) == ("RACI003", ("steps", "one", "accountable"))


@pytest.mark.parametrize("scheme", ["raci", "", "~", "null", '"raci"'])
def test_raci_is_the_scheme_where_nothing_else_is_said(scheme: str) -> None:
    assert messages(scheme) == []
    assert project(f"{HEAD} {scheme}\n").scheme is RACI


def test_a_scheme_without_a_name_has_one() -> None:
    assert project(HEAD + " {roles: {boss: {letter: B}}}\n").scheme == Scheme("own", (Role("boss", "B"),))


BAD = {
    "arci-nova": ["scheme must be a known scheme or one of your own, not 'arci-nova'"],
    "[raci]": ["scheme must be a known scheme or one of your own, not a list"],
    "''": ["scheme must be a known scheme or one of your own, not an empty text"],
    "{}": ["scheme has no roles"],
    "{name: x}": ["scheme has no roles"],
    "{name: x, roles: }": ["scheme.roles must be a mapping, not empty"],
    "{roles: {}}": ["scheme.roles must name at least one role"],
    "{roles: [boss]}": ["scheme.roles must be a mapping, not a list"],
    "{roles: {boss: B}}": ["scheme.roles.boss must be a mapping, not 'B'", "scheme.roles must name at least one role"],
    "{roles: {boss: }}": ["scheme.roles.boss must be a mapping, not empty", "scheme.roles must name at least one role"],
    "{roles: {boss: {}}}": ["scheme.roles.boss has no letter"],
    "{roles: {boss: {letter: ''}}}": ["scheme.roles.boss.letter must not be empty"],
    "{roles: {boss: {letter: BOSS}}}": ["scheme.roles.boss.letter must be at most 3 characters"],
    "{roles: {boss: {letter: B}, bee: {letter: B}}}": ["scheme.roles.bee.letter is the letter of boss too"],
    "{roles: {boss: {letter: B, min: -1}}}": ["scheme.roles.boss.min must be a whole number from 0 to 9999, not '-1'"],
    "{roles: {boss: {letter: B, min: 2, max: 1}}}": ["scheme.roles.boss.max must not be below min"],
    "{roles: {boss: {letter: B, owns: yes}}}": ["scheme.roles.boss.owns must be true or false, not 'yes'"],
    "{roles: {boss: {letter: B, excludes: [bos]}}}": ["scheme.roles.boss.excludes[0] names no role: 'bos'"],
    "{roles: {boss: {letter: B, color: x}}}": ["scheme.roles.boss has an unknown key 'color'"],
    "{roles: {title: {letter: T}}}": ["scheme.roles.title is a key of every step and cannot be a role"],
    "{roles: {needs: {letter: N}}}": ["scheme.roles.needs is a key of every step and cannot be a role"],
    "{roles: {tasks: {letter: T}}}": ["scheme.roles.tasks is a key of every step and cannot be a role"],
    "{roles: {the boss: {letter: B}}}": ["scheme.roles has an invalid key 'the boss'"],
    "{nmae: x, roles: {boss: {letter: B}}}": ["scheme has an unknown key 'nmae'"],
    "{name: [x], roles: {boss: {letter: B}}}": ["scheme.name must be text, not a list"],
}


@pytest.mark.parametrize("scheme, expected", BAD.items())
def test_a_scheme_that_cannot_be_is_refused(scheme: str, expected: list[str]) -> None:
    assert messages(scheme) == expected


@pytest.mark.parametrize("scheme", BAD)
def test_a_bad_scheme_never_hides_the_steps(scheme: str) -> None:
    given = project(f"{HEAD} {scheme}\n")
    assert [step.id for step in given.steps] == ["a"]
    assert given.scheme.roles


def test_a_scheme_has_not_more_roles_than_anybody_can_tell_apart() -> None:
    roles = [f"r{number}: {{letter: {number}}}" for number in range(33)]
    assert messages(f"{{roles: {{{', '.join(roles[:32])}}}}}") == []
    assert messages(f"{{roles: {{{', '.join(roles)}}}}}") == ["scheme.roles must name at most 32 roles"]
    assert len(project(f"{HEAD} {{roles: {{{', '.join(roles)}}}}}\n").scheme.roles) == 32


def test_a_role_excludes_each_other_role_once_and_no_unknown_one() -> None:
    given = project(f"{HEAD} {{roles: {{boss: {{letter: B, excludes: [hand, bos, hand]}}, hand: {{letter: H}}}}}}\n")
    assert given.scheme.roles[0].excludes == ("hand",)


def test_a_shipped_scheme_that_was_nearly_named_is_suggested() -> None:
    (finding,) = reading(HEAD + " rac\n").findings
    assert finding.help == "did you mean raci?"


def test_a_role_that_was_nearly_named_is_suggested() -> None:
    (finding,) = reading(HEAD + " {roles: {boss: {letter: B, excludes: [bos]}}}\n").findings
    assert finding.help == "did you mean boss?"


def test_keys_have_one_order() -> None:
    assert TOP_ORDER[:5] == ("raci", "project", "scheme", "teams", "people")
    order = step_order(RACI)
    assert order[:6] == ("title", "phase", "accountable", "responsible", "consulted", "informed")
    assert order[-1] == "tasks"
    assert set(order) == set(step_record(RACI).fields)


@pytest.mark.parametrize("scheme", SCHEMES.values(), ids=SCHEMES)
def test_a_task_has_the_keys_of_a_step_but_for_tasks(scheme: Scheme) -> None:
    assert set(step_record(scheme).fields) - set(task_record(scheme).fields) == {"tasks"}
    assert set(scheme.names) < set(task_record(scheme).fields)
