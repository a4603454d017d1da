"""Who answers for a step, who does its work, and what its tasks inherit."""

import textwrap

import pytest
from helpers import findings_of

from raci_cli.findings import Finding, path_text

FAMILY = ("RACI101", "RACI102", "RACI103", "RACI106", "RACI201")
HEAD = """\
raci: 1
project: {name: Demo}
teams: {it: IT, marketing: Marketing}
people: {ana: Ana, bob: Bob Ray, cleo: Cleo}
"""


def in_step(step: str, rest: str = "") -> list[Finding]:
    """The findings about one step, written as a flow mapping without its braces and title."""
    return findings_of(FAMILY, f"{HEAD}{textwrap.dedent(rest)}steps:\n  choose: {{title: Choose, {step}}}\n")


def with_task(step: str, task: str) -> list[Finding]:
    return in_step(f"{step}, tasks: {{talk: {{title: Talk, {task}}}}}")


def of(code: str, found: list[Finding]) -> list[Finding]:
    return [finding for finding in found if finding.code == code]


def codes_of(found: list[Finding]) -> list[str]:
    return [finding.code for finding in found]


def places(found: list[Finding]) -> list[tuple[str, str]]:
    return [(finding.code, path_text(finding.path)) for finding in found]


def test_a_step_without_an_owner_names_its_candidates_and_the_command() -> None:
    (found,) = of("RACI101", in_step("candidates: [marketing, bob], hint: Who pays?"))
    assert found.message == "nobody is accountable for step 1 'Choose'; candidates: Marketing and Bob Ray"
    assert found.help == "decide (Who pays?)"
    assert found.command == ("assign", "choose", "-A", "WHO"), "copying the command must not be the decision"


@pytest.mark.parametrize(
    "step, help_",
    [
        ("responsible: ana", "name one"),
        ("responsible: ana, candidates: bob", "decide"),
        ("responsible: ana, hint: Who pays?", "decide (Who pays?)"),
    ],
)
def test_without_a_hint_or_candidates_it_says_less(step: str, help_: str) -> None:
    (found,) = in_step(step)
    assert (found.code, found.help, found.command) == ("RACI101", help_, ("assign", "choose", "-A", "WHO"))


def test_an_empty_list_is_found_where_it_stands() -> None:
    (found,) = in_step("responsible: ana, accountable: []")
    assert path_text(found.path) == "steps.choose.accountable"
    assert found.span
    assert (found.span.line, found.span.end_column - found.span.column) == (6, len("[]"))


def test_a_task_inherits_role_by_role() -> None:
    assert with_task("accountable: ana", "responsible: bob") == []
    assert with_task("accountable: ana, responsible: bob", "accountable: bob") == []
    assert with_task("accountable: it, responsible: bob", "accountable: marketing") == []


def test_an_explicit_empty_list_in_a_task_overrides_and_is_found() -> None:
    (found,) = with_task("accountable: ana, responsible: bob", "accountable: []")
    assert places([found]) == [("RACI101", "steps.choose.tasks.talk.accountable")]
    assert found.message == "nobody is accountable for task choose.talk 'Talk'"
    assert found.command == ("assign", "choose.talk", "-A", "WHO")


def test_nobody_does_the_work_of_a_task_that_says_so() -> None:
    (found,) = with_task("accountable: it, responsible: bob", "responsible: []")
    assert places([found]) == [("RACI103", "steps.choose.tasks.talk.responsible")]
    assert found.command == ("assign", "choose.talk", "-R", "it")


@pytest.mark.parametrize("task", ["status: in-progress", "status: done", "accountable: []", "consulted: bob"])
def test_what_a_task_shares_with_its_step_is_found_once(task: str) -> None:
    assert places(with_task("responsible: ana", task)) == [("RACI101", "steps.choose.accountable")]


@pytest.mark.parametrize("task", ["accountable: [ana, bob]", "status: in-progress"])
def test_the_same_owners_in_a_task_are_not_found_again(task: str) -> None:
    found = with_task("accountable: [ana, bob]", task)
    assert places(found) == [("RACI102", "steps.choose.accountable")]


def test_other_owners_in_a_task_are_found_there() -> None:
    (found,) = with_task("accountable: ana", "accountable: [bob, cleo]")
    assert places([found]) == [("RACI102", "steps.choose.tasks.talk.accountable")]
    assert found.message.startswith("2 parties are accountable for task choose.talk 'Talk': Bob Ray and Cleo;")


@pytest.mark.parametrize("roles", ["candidates: [ana]", "accountable: [ana, bob]", "accountable: it"])
def test_a_skipped_step_needs_nobody_and_neither_do_its_tasks(roles: str) -> None:
    assert in_step(roles)
    assert in_step(f"{roles}, status: skipped") == []
    assert with_task(f"{roles}, status: skipped", "accountable: [], responsible: []") == []


def test_a_skipped_task_needs_nobody() -> None:
    assert with_task("accountable: ana", "accountable: [], responsible: [], status: skipped") == []


def test_of_too_many_owners_the_command_keeps_the_first() -> None:
    (found,) = in_step("accountable: [cleo, ana, bob]")
    assert found.message == "3 parties are accountable for step 1 'Choose': Cleo, Ana and Bob Ray; raci allows 1"
    assert (found.help, found.command) == ("keep 1", ("assign", "choose", "-A", "cleo"))


def test_the_same_party_twice_counts_once() -> None:
    assert in_step("accountable: [ana, ana]") == []


def test_an_owner_who_is_a_person_does_the_work_unless_strict() -> None:
    assert in_step("accountable: ana") == []
    (found,) = in_step("accountable: ana", "check: {strict: true}\n")
    assert found.message == "nobody is responsible for step 1 'Choose'"
    assert (found.code, found.command) == ("RACI103", ("assign", "choose", "-R", "ana"))
    assert in_step("accountable: ana, responsible: ana", "check: {strict: true}\n") == []


def test_a_team_that_owns_does_not_do_the_work() -> None:
    (found,) = in_step("accountable: it")
    assert (found.code, found.command) == ("RACI103", ("assign", "choose", "-R", "it"))
    assert in_step("accountable: it, responsible: it") == []
    assert codes_of(in_step("accountable: [it, ana]")) == ["RACI102"]


def test_an_owner_whom_nobody_declared_is_taken_for_a_person() -> None:
    assert codes_of(in_step("accountable: zoe")) == ["RACI201"]


def test_nobody_at_all_is_two_findings() -> None:
    found = in_step("consulted: bob")
    assert codes_of(found) == ["RACI101", "RACI103"]
    assert found[1].command == ("assign", "choose", "-R", "WHO")


@pytest.mark.parametrize(
    "scheme",
    [
        "{roles: {helper: {letter: H}}}",
        "{roles: {helper: {letter: H}, driver: {letter: D, min: 1}}}",
    ],
)
def test_a_scheme_in_which_nobody_owns_or_works_asks_for_nobody(scheme: str) -> None:
    assert in_step("helper: []", f"scheme: {scheme}\n") == []


OWN = "scheme: {name: our-way, roles: {driver: {letter: D, works: true}, approver: {letter: A, max: 2, owns: true}}}\n"


def test_findings_speak_of_the_roles_of_the_scheme() -> None:
    found = in_step("candidates: [ana]", OWN)
    assert [finding.message for finding in found] == [
        "nobody is approver for step 1 'Choose'; candidates: Ana",
        "nobody is driver for step 1 'Choose'",
    ]
    assert [finding.command for finding in found] == [
        ("assign", "choose", "--role", "approver=WHO"),
        ("assign", "choose", "--role", "driver=WHO"),
    ]


def test_a_scheme_says_how_many_may_own() -> None:
    assert in_step("approver: [ana, bob], driver: ana", OWN) == []
    (found,) = in_step("approver: [ana, bob, cleo], driver: ana", OWN)
    assert found.message == "3 parties are approver for step 1 'Choose': Ana, Bob Ray and Cleo; our-way allows 2"
    assert (found.help, found.command) == ("keep 2", ("unassign", "choose", "--role", "approver=cleo"))


def test_a_scheme_without_a_bound_allows_any_number() -> None:
    scheme = "scheme: {roles: {approver: {letter: A, owns: true}}}\n"
    assert in_step("approver: [ana, bob, cleo]", scheme) == []


def test_several_owning_roles_are_named_together() -> None:
    scheme = "scheme: {roles: {approver: {letter: A, owns: true}, decider: {letter: D, owns: true}}}\n"
    assert in_step("decider: ana", scheme) == []
    (found,) = in_step("candidates: []", scheme)
    assert found.message == "nobody is approver or decider for step 1 'Choose'"


@pytest.mark.parametrize(
    "sponsors, roles, codes",
    [
        ("[ana]", "accountable: sponsors", []),
        ("[ana, bob]", "accountable: sponsors, responsible: it", ["RACI102"]),
        ("[ana]", "accountable: [ana, sponsors]", []),
        ("[ana]", "accountable: [bob, sponsors]", ["RACI102"]),
        ("[it]", "accountable: sponsors", ["RACI103"]),
        ("[it, ana]", "accountable: sponsors", ["RACI102"]),
    ],
)
def test_the_sponsors_own_a_step_as_those_who_are_named(sponsors: str, roles: str, codes: list[str]) -> None:
    assert codes_of(in_step(roles, f"sponsors: {sponsors}\n")) == codes


@pytest.mark.parametrize(
    "roles, codes",
    [
        ("accountable: sponsors", ["RACI103", "RACI101"]),
        ("accountable: sponsors, responsible: ana", ["RACI101"]),
        ("accountable: it, responsible: sponsors", ["RACI103"]),
        ("accountable: sponsors, status: done", ["RACI106"]),
        ("accountable: ana, tasks: {talk: {title: Talk, accountable: sponsors, responsible: ana}}", ["RACI101"]),
    ],
)
@pytest.mark.parametrize("rest", ["", "sponsors: []\n"])
def test_sponsors_that_nobody_is_neither_own_nor_work(rest: str, roles: str, codes: list[str]) -> None:
    assert codes_of(in_step(roles, rest)) == codes


def test_of_too_many_owners_sponsors_are_named() -> None:
    (found,) = in_step("accountable: [sponsors, cleo]", "sponsors: [bob, ana]\n")
    assert found.message.startswith("3 parties are accountable for step 1 'Choose': Bob Ray, Ana and Cleo;")
    assert found.command == ("assign", "choose", "-A", "bob")


def test_of_a_hundred_owners_the_first_are_named() -> None:
    names = [f"p{number}" for number in range(100)]
    people = "".join(f"  {name}: Pat {name}\n" for name in names)
    steps = f"steps: {{s: {{title: S, accountable: [{', '.join(names)}]}}}}\n"
    (found,) = findings_of(("RACI102",), f"raci: 1\nproject: {{name: Demo}}\npeople:\n{people}{steps}")
    assert found.message.endswith("Pat p8, Pat p9 and 90 more; raci allows 1")


def test_surplus_owners_whom_nobody_declared_cannot_be_taken_out_by_a_command() -> None:
    found = in_step("approver: [ana, bob, zoe], driver: ana", OWN)
    assert [(finding.code, finding.command[:1]) for finding in found] == [("RACI102", ()), ("RACI201", ("add",))]
