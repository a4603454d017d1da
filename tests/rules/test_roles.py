"""How many parties a role takes, and which roles one party may not have together."""

import pytest
from helpers import TODAY, findings_of, reading

from raci_cli.findings import Finding, Severity, path_text
from raci_cli.rules.registry import Settings
from raci_cli.rules.run import find

HEAD = """\
raci: 1
project: {name: Demo}
people: {ana: Ana, bob: Bob Ray, cleo: Cleo, sponsored: Sue}
"""
OURS = """\
scheme:
  name: ours
  roles:
    owner: {letter: O, min: 1, max: 1, owns: true}
    doer: {letter: D, min: 2, max: 3, works: true}
    reader: {letter: R, min: 1, max: 2}
    friend: {letter: F}
"""


def in_step(step: str, rest: str = OURS, code: str = "RACI108") -> list[Finding]:
    return findings_of((code,), f"{HEAD}{rest}steps:\n  choose: {{title: Choose, {step}}}\n")


def conflicts(step: str, rest: str = "") -> list[Finding]:
    return in_step(step, rest, "RACI109")


def said(found: list[Finding]) -> list[str]:
    return [finding.message.replace("step 1 'Choose'", "it") for finding in found]


@pytest.mark.parametrize(
    "roles, messages",
    [
        ("doer: [ana, bob], reader: [cleo]", []),
        ("doer: [ana, bob, cleo], reader: [ana, bob], friend: [ana, bob, cleo]", []),
        ("doer: [ana, bob]", ["nobody is reader for it"]),
        ("doer: [ana], reader: [cleo]", ["it has too few parties: 1 of 2 as doer"]),
        ("doer: [ana, ana], reader: [cleo]", ["it has too few parties: 1 of 2 as doer"]),
        (
            "doer: [ana, bob], reader: [ana, bob, cleo]",
            ["3 parties are reader for it: Ana, Bob Ray and Cleo; ours allows 2"],
        ),
        ("doer: [ana], status: skipped", []),
    ],
)
def test_a_role_has_as_many_parties_as_the_scheme_says(roles: str, messages: list[str]) -> None:
    found = in_step(f"owner: ana, {roles}")
    assert said(found) == messages
    assert all(finding.severity is Severity.ERROR for finding in found)


def test_the_commands_name_the_role() -> None:
    few, many = in_step("owner: ana, doer: [ana], reader: [ana, bob, cleo]")
    assert (few.help, few.command) == ("name more", ("assign", "choose", "--role", "doer=WHO"))
    assert (many.help, many.command) == ("keep 2", ("unassign", "choose", "--role", "reader=WHO"))
    assert path_text(many.path) == "steps.choose.reader"


def test_several_roles_that_want_more_are_one_finding() -> None:
    (found,) = in_step("owner: ana, doer: [ana]")
    assert said([found]) == ["it has too few parties: 1 of 2 as doer and 0 of 1 as reader"]
    assert path_text(found.path) == "steps.choose.doer"
    assert found.command == ("assign", "choose", "--role", "doer=WHO", "--role", "reader=WHO")


def test_of_one_alone_the_command_keeps_the_first() -> None:
    scheme = OURS.replace("max: 2", "max: 1")
    (many,) = in_step("owner: ana, doer: [ana, bob], reader: [bob, cleo]", scheme)
    assert (many.help, many.command) == ("keep 1", ("assign", "choose", "--role", "reader=bob"))


@pytest.mark.parametrize(
    "roles, codes",
    [
        ("doer: [ana, bob], reader: ana", ["RACI101"]),
        ("owner: [ana, bob], doer: [ana, bob], reader: ana", ["RACI102"]),
        ("owner: team, reader: ana", ["RACI108"]),
        ("owner: ana, reader: ana", ["RACI108"]),
        ("status: done, reader: ana", ["RACI106"]),
    ],
)
def test_what_another_rule_finds_is_found_once(roles: str, codes: list[str]) -> None:
    text = f"{HEAD}teams: {{team: {{name: Team, lead: ana}}}}\n{OURS}steps:\n  choose: {{title: Choose, {roles}}}\n"
    rules = ("RACI101", "RACI102", "RACI103", "RACI106", "RACI108")
    assert [finding.code for finding in findings_of(rules, text)] == codes


def test_a_task_is_looked_at_where_it_differs() -> None:
    roles = "owner: ana, doer: [ana, bob], reader: cleo"
    assert in_step(f"{roles}, tasks: {{talk: {{title: Talk, owner: bob}}}}") == []
    (found,) = in_step(f"{roles}, tasks: {{talk: {{title: Talk, reader: []}}}}")
    assert path_text(found.path) == "steps.choose.tasks.talk.reader"


def test_of_several_roles_that_own_each_has_its_number() -> None:
    scheme = "scheme: {roles: {payer: {letter: P, min: 1, owns: true}, judge: {letter: J, min: 1, owns: true}}}\n"
    (found,) = in_step("payer: ana", scheme)
    assert found.message == "nobody is judge for step 1 'Choose'"
    assert in_step("candidates: ana", scheme) == [], "RACI101 finds it"


def test_sponsors_are_counted_as_those_who_are_named() -> None:
    roles = "owner: ana, doer: [ana, bob]"
    assert in_step(f"{roles}, reader: sponsors", f"{OURS}sponsors: [ana, bob]\n") == []
    (found,) = in_step(f"{roles}, reader: sponsors", f"{OURS}sponsors: [ana, bob, cleo]\n")
    assert found.message.startswith("3 parties are reader for step 1 'Choose': Ana, Bob Ray and Cleo;")


@pytest.mark.parametrize(
    "roles, message, place, options",
    [
        ("consulted: [bob, ana]", "Ana is accountable and consulted for it", "consulted[1]", "-C ana"),
        ("informed: ana", "Ana is accountable and informed for it", "informed", "-I ana"),
        ("responsible: bob, consulted: bob", "Bob Ray is responsible and consulted for it", "consulted", "-C bob"),
        ("consulted: bob, informed: bob", "Bob Ray is consulted and informed for it", "informed", "-I bob"),
        (
            "responsible: [ana], consulted: [ana], informed: [ana]",
            "Ana is accountable, responsible, consulted and informed for it",
            "consulted[0]",
            "-C ana -I ana",
        ),
    ],
)
def test_the_weaker_of_two_roles_goes(roles: str, message: str, place: str, options: str) -> None:
    (found,) = conflicts(f"accountable: ana, {roles}")
    assert said([found]) == [message]
    assert path_text(found.path) == f"steps.choose.{place}"
    assert found.command == ("unassign", "choose", *options.split())


def test_the_help_says_what_is_enough() -> None:
    (found,) = conflicts("accountable: ana, informed: ana")
    assert found.help == "accountable is enough"
    (found,) = conflicts("accountable: ana, responsible: ana, informed: ana")
    assert found.help == "accountable and responsible are enough"


@pytest.mark.parametrize(
    "roles",
    [
        "accountable: ana, responsible: ana",
        "accountable: ana, responsible: bob, consulted: cleo",
        "accountable: [ana, ana, bob], status: skipped",
        "accountable: ana, consulted: bob, tasks: {talk: {title: Talk, responsible: bob}}",
    ],
)
def test_who_owns_may_work_and_a_task_goes_its_own_way(roles: str) -> None:
    assert conflicts(roles) == []


def test_the_same_party_twice_in_one_role() -> None:
    (found,) = conflicts("accountable: ana, responsible: [bob, cleo, bob, bob]")
    assert said([found]) == ["Bob Ray stands twice in responsible of it"]
    assert (path_text(found.path), found.help) == ("steps.choose.responsible[2]", "once is enough")
    assert found.command == ()


def test_somebody_unknown_is_in_no_command() -> None:
    (found,) = conflicts("accountable: zoe, consulted: zoe")
    assert found.command == ()


def test_a_task_has_conflicts_of_its_own() -> None:
    (found,) = conflicts("accountable: ana, tasks: {talk: {title: Talk, consulted: bob, informed: bob}}")
    assert path_text(found.path) == "steps.choose.tasks.talk.informed"


def test_a_scheme_of_its_own_says_what_excludes_what() -> None:
    scheme = """\
scheme:
  roles:
    boss: {letter: B, owns: true}
    hand: {letter: H, works: true, excludes: [boss]}
    eye: {letter: E, excludes: [hand]}
    ear: {letter: I, colour: tell}
    foot: {letter: F}
"""
    assert conflicts("boss: ana, hand: bob, foot: [ana, bob], ear: bob", scheme) == []
    assert said(conflicts("boss: ana, hand: ana", scheme)) == ["Ana is boss and hand for it"]
    assert said(conflicts("boss: ana, hand: bob, eye: bob", scheme)) == ["Bob Ray is hand and eye for it"]
    assert said(conflicts("boss: ana, ear: ana", scheme)) == ["Ana is boss and ear for it"]


def test_where_the_other_rule_is_off_this_one_speaks() -> None:
    teams = "teams: {team: {name: Team, lead: ana}}\n"
    text = f"{HEAD}{teams}{OURS}steps: {{s: {{title: S, owner: team, reader: ana}}}}\n"
    rules = ("RACI103", "RACI108")
    assert [finding.code for finding in findings_of(rules, text)] == ["RACI108"]
    off = text + "check: {severity: {RACI108: off}}\n"
    assert [finding.code for finding in findings_of(rules, off)] == ["RACI103"]
    scheme = "scheme: {roles: {payer: {letter: P, min: 1, owns: true}, judge: {letter: J, min: 1, owns: true}}}\n"
    (found,) = in_step("candidates: ana", f"{scheme}check: {{severity: {{RACI101: off}}}}\n")
    assert said([found]) == ["nobody is payer or judge for it"]


DRIVEN = "  roles:\n    driver: {letter: D, works: true%s}\n    approver: {letter: A, owns: true, min: 1, max: 1}\n"


@pytest.mark.parametrize(
    "min_, roles, more, codes",
    [
        (", min: 1", "approver: team", "", ["RACI108"]),
        (", min: 1", "approver: team", "severity: {RACI103: off}", ["RACI108"]),
        (", min: 1", "approver: team", "severity: {RACI108: off}", ["RACI103"]),
        (", min: 1", "approver: team", "severity: {RACI106: off}", ["RACI108"]),
        (", min: 1", "approver: team, status: done", "", ["RACI106"]),
        (", min: 1", "approver: team, status: done", "severity: {RACI106: off}", ["RACI108"]),
        (", min: 1", "approver: ana", "strict: true", ["RACI108"]),
        (", min: 1", "approver: ana", "", ["RACI108"]),
        ("", "approver: team", "", ["RACI103"]),
        ("", "approver: ana", "", []),
    ],
)
def test_a_role_that_works_is_wanted_as_the_scheme_says(min_: str, roles: str, more: str, codes: list[str]) -> None:
    text = f"{HEAD}teams: {{team: {{name: Team, lead: ana}}}}\nscheme:\n{DRIVEN % min_}check: {{{more}}}\n"
    text += f"steps:\n  choose: {{title: Choose, {roles}}}\n"
    assert [finding.code for finding in findings_of(("RACI103", "RACI106", "RACI108"), text)] == codes


def test_a_rule_that_is_enforced_is_not_silenced_by_one_that_is_not() -> None:
    text = f"{HEAD}teams: {{team: {{name: Team, lead: ana}}}}\nscheme:\n{DRIVEN % ', min: 1'}"
    text += "steps:\n  choose: {title: Choose, approver: team}\n"
    both = {"RACI103": {"RACI103"}, "RACI108": {"RACI108"}, "RACI108 ": {"RACI103", "RACI108"}}
    for code, enforced in both.items():
        settings = Settings(TODAY, enforced=frozenset(enforced))
        found = [one.code for one in find(reading(text), settings) if one.code in ("RACI103", "RACI108")]
        assert found == [code.strip()]
