"""The rules in each of the shipped schemes."""

import re

import pytest
from helpers import findings, findings_of
from model.in_schemes import PEOPLE, WORDS, full, text_in

from raci_cli.findings import Finding
from raci_cli.model.scheme import Scheme
from raci_cli.model.schemes import SCHEMES

ALL = pytest.mark.parametrize("scheme", SCHEMES.values(), ids=SCHEMES)
CARDINALITY = {"RACI101", "RACI102", "RACI108"}
TEAMS = "teams: {it: IT, hr: HR}\n"


def said(text: str, *codes: str) -> list[tuple[str, str]]:
    return [(finding.code, finding.message) for finding in findings_of(codes, text)]


@ALL
def test_a_person_for_each_role_is_neither_too_few_nor_too_many_nor_in_conflict(scheme: Scheme) -> None:
    assert said(text_in(scheme.name, full(scheme)), *CARDINALITY, "RACI109") == []


def limits(scheme: Scheme) -> list[tuple[dict[str, str], tuple[str, str]]]:
    """Steps in which a role has too few parties or too many, and the finding."""
    found = []
    for role in scheme.roles:
        held = full(scheme)
        if role.min:
            few = {name: who for name, who in held.items() if name != role.name}
            code = "RACI101" if role.owns else "RACI108"
            found.append((few, (code, f"nobody is {role.name} for step 1 'Step 1'")))
        if role.max is not None:
            many = {**held, role.name: f"[{PEOPLE[-1]}, {held[role.name]}]"}
            names = f"{PEOPLE[-1].title()} and {held[role.name].title()}"
            message = f"2 parties are {role.name} for step 1 'Step 1': {names}; {scheme.name} allows {role.max}"
            found.append((many, ("RACI102" if role.owns else "RACI108", message)))
    return found


@ALL
def test_a_role_with_too_few_or_too_many_is_found(scheme: Scheme) -> None:
    cases = limits(scheme)
    assert len(cases) >= 2
    for held, expected in cases:
        assert said(text_in(scheme.name, held), *CARDINALITY) == [expected]


@ALL
def test_roles_that_exclude_each_other_are_found_and_no_others(scheme: Scheme) -> None:
    owners = {role.name for role in scheme.owners}
    heard = {role.name for role in scheme.roles if role.colour in ("ask", "tell")}
    pairs = [(one.name, other.name) for one in scheme.roles for other in scheme.roles if one.name < other.name]
    for one, other in pairs:
        excluded = other in (scheme.role(one) or scheme.roles[0]).excludes
        apart = excluded or bool({one, other} & owners and {one, other} & heard)
        found = said(text_in(scheme.name, {**full(scheme), one: "fay", other: "fay"}), "RACI109")
        assert bool(found) == apart, (one, other)
        assert all("Fay is " in message and one in message and other in message for _, message in found)


@pytest.mark.parametrize("name", ["daci", "rapid", "dri"])
def test_a_team_cannot_have_a_role_that_is_for_one_person(name: str) -> None:
    (owner,) = SCHEMES[name].owners
    held = {**full(SCHEMES[name]), owner.name: "it"}
    expected = ("RACI105", f"IT is a team and cannot be {owner.name} for step 1 'Step 1'")
    assert said(text_in(name, held, more=TEAMS), "RACI105") == [expected]


def test_who_supports_is_not_responsible() -> None:
    text = text_in("rasci", {"accountable": "it", "support": "ann"}, more=TEAMS)
    assert said(text, "RACI103") == [("RACI103", "nobody is responsible for step 1 'Step 1'")]


def test_whoever_is_left_out_of_a_joint_step_has_no_say_in_it() -> None:
    held = {"accountable": "ann", "responsible": "it", "omitted": "hr", "joint": "[it, hr]"}
    message = "step 1 'Step 1' is joint, and HR is not consulted, accountable or responsible"
    assert said(text_in("cairo", held, more=TEAMS), "RACI404") == [("RACI404", message)]


def test_whoever_is_left_out_has_no_part_in_what_it_takes_over() -> None:
    first, second = {"accountable": "it", "omitted": "hr"}, {"accountable": "hr"}
    assert len(said(text_in("cairo", first, second, more=TEAMS), "RACI309")) == 1
    assert said(text_in("cairo", {**first, "omitted": "ann", "informed": "hr"}, second, more=TEAMS), "RACI309") == []


def test_whoever_is_left_out_does_not_crowd_a_step() -> None:
    held = {"accountable": "ann", "responsible": "bob", "omitted": "[cy, dot, eve, fay]"}
    limit = "check: {limits: {crowded-step: 2}}\n"
    assert said(text_in("cairo", held, more=limit), "RACI114") == []
    assert len(said(text_in("cairo", {**held, "consulted": "cy"}, more=limit), "RACI114")) == 1


TROUBLE = """\
teams: {it: IT, hr: HR}
check:
  strict: true
  severity: {RACI110: warning, RACI207: warning}
  limits: {many-responsible: 1, many-consulted: 1, crowded-step: 2, overloaded-owner: 0, overloaded-worker: 0}
"""


def troubled(scheme: Scheme) -> list[Finding]:
    """What is found where everything goes wrong that has to do with roles."""
    (owner,) = scheme.owners
    everybody = dict.fromkeys(scheme.names, "[ann, bob, cy, dot]")
    alone = dict.fromkeys(scheme.names, "ann")
    steps: tuple[dict[str, str], ...] = (
        {},
        {"status": "in-progress"},
        {owner.name: "it", "joint": "[it, hr]"},
        {owner.name: "hr"},
        everybody,
        alone,
        {name: "bob" for name in scheme.names if name != owner.name},
        {owner.name: "ann", "status": "done", "joint": "[it, hr]"},
    )
    return findings(text_in(scheme.name, *steps, more=TROUBLE))


@ALL
def test_what_is_found_speaks_the_words_of_the_scheme_alone(scheme: Scheme) -> None:
    found = troubled(scheme)
    others = WORDS - set(scheme.names)
    assert {"RACI101", "RACI102", "RACI106", "RACI109", "RACI114", "RACI404"} <= {finding.code for finding in found}
    for finding in found:
        words = set(re.findall(r"[a-z-]+", " ".join([finding.message, finding.help or "", *finding.command])))
        assert words & others <= {"owner"}, finding


@ALL
def test_the_commands_that_mend_name_roles_that_there_are(scheme: Scheme) -> None:
    short = {"-R": "responsible", "-A": "accountable", "-C": "consulted", "-I": "informed"}
    commands = [finding.command for finding in troubled(scheme) if finding.command]
    assert commands
    for command in commands:
        assert {short[word] for word in command if word in short} <= set(scheme.names)
        assert {word.partition("=")[0] for word in command if "=" in word} <= set(scheme.names)


@ALL
def test_nobody_told_is_said_in_the_words_of_the_scheme(scheme: Scheme) -> None:
    quiet = {name: who for name, who in full(scheme).items() if name in {role.name for role in scheme.owners}}
    heard = [role.name for role in scheme.roles if role.colour in ("ask", "tell")]
    text = text_in(scheme.name, quiet, quiet, {**quiet, heard[0]: "fay"})
    names = " or ".join(heard)
    assert said(text, "RACI113") == [("RACI113", f"nobody is {names} for step {n} 'Step {n}'") for n in (1, 2)]
