"""Too many hands, too many askers, nobody told."""

import pytest
from helpers import findings_of

from raci_cli.findings import Finding, Severity, path_text

PEOPLE = "".join(f"  p{number}: Pat {number}\n" for number in range(12))
HEAD = f"raci: 1\nproject: {{name: Demo}}\npeople:\n  ana: Ana\n{PEOPLE}"


def pats(number: int) -> str:
    return f"[{', '.join(f'p{one}' for one in range(number))}]"


def in_step(code: str, step: str, rest: str = "") -> list[Finding]:
    return findings_of((code,), f"{HEAD}{rest}steps:\n  choose: {{title: Choose, {step}}}\n")


@pytest.mark.parametrize(
    "code, role, limit, name",
    [("RACI111", "responsible", 3, "many-responsible"), ("RACI112", "consulted", 4, "many-consulted")],
)
def test_more_than_the_limit_is_found(code: str, role: str, limit: int, name: str) -> None:
    assert in_step(code, f"accountable: ana, {role}: {pats(limit)}") == []
    (found,) = in_step(code, f"accountable: ana, {role}: {pats(limit + 1)}")
    assert found.message == f"{limit + 1} parties are {role} for step 1 'Choose', more than {limit}"
    assert (path_text(found.path), found.severity) == (f"steps.choose.{role}", Severity.INFO)
    raised = f"check: {{limits: {{{name}: {limit + 1}}}}}\n"
    assert in_step(code, f"accountable: ana, {role}: {pats(limit + 1)}", raised) == []
    lowered = f"check: {{limits: {{{name}: 0}}}}\n"
    assert len(in_step(code, f"accountable: ana, {role}: p1", lowered)) == 1


@pytest.mark.parametrize("code, role", [("RACI111", "responsible"), ("RACI112", "consulted")])
def test_only_what_is_open_is_crowded_and_each_list_counts_once(code: str, role: str) -> None:
    many = f"accountable: ana, {role}: {pats(6)}"
    for status in ("done", "skipped"):
        assert in_step(code, f"{many}, status: {status}") == []
    assert len(in_step(code, f"{many}, tasks: {{talk: {{title: Talk, informed: ana}}}}")) == 1
    (found,) = in_step(code, f"accountable: ana, tasks: {{talk: {{title: Talk, {role}: {pats(6)}}}}}")
    assert path_text(found.path) == f"steps.choose.tasks.talk.{role}"
    assert in_step(code, f"accountable: ana, {role}: [p1, p1, p1, p1, p1, p1]") == []


def test_sponsors_count_as_those_who_are_named() -> None:
    (found,) = in_step("RACI112", "accountable: ana, consulted: [sponsors, p1, p11]", f"sponsors: {pats(4)}\n")
    assert found.message.startswith("5 parties are consulted")


def test_whoever_is_asked_may_want_to_be_told() -> None:
    (found,) = in_step("RACI112", f"accountable: ana, consulted: {pats(5)}")
    assert found.help == "some of them may only want to be informed"
    scheme = "scheme: {roles: {boss: {letter: B, owns: true}, voice: {letter: V, colour: ask}}}\n"
    (found,) = in_step("RACI112", f"boss: ana, voice: {pats(5)}", scheme)
    assert found.help == "ask fewer"


TEAMS = "raci: 1\nproject: {name: Demo}\nteams: {it: IT, law: Legal}\npeople:\n  ana: {name: Ana, team: it}\n"


def told(steps: str, people: str = "  bob: {name: Bob, team: law}\n", head: str = TEAMS) -> list[Finding]:
    return findings_of(("RACI113",), f"{head}{people}steps:\n{steps}")


ONE = "  one: {title: One, accountable: ana, ROLES}\n"
HEARD = "  two: {title: Two, accountable: ana, informed: [bob]}\n"


def test_nobody_is_told_of_a_step() -> None:
    (found,) = told(ONE.replace("ROLES", "due: 2027-01-01") + HEARD)
    assert found.message == "nobody is consulted or informed for step 1 'One'"
    assert path_text(found.path) == "steps.one.informed"
    assert found.command == ("assign", "one", "-I", "WHO")


@pytest.mark.parametrize(
    "roles",
    [
        "consulted: [bob]",
        "informed: [bob]",
        "tasks: {talk: {title: Talk, informed: bob}}",
        "responsible: [bob]",
        "responsible: [law]",
        "tasks: {talk: {title: Talk, responsible: bob}}",
        "responsible: [zoe]",
        "status: done",
        "status: skipped",
    ],
)
def test_somebody_is_told_or_nobody_is_left_to_tell(roles: str) -> None:
    assert told(ONE.replace("ROLES", roles) + HEARD) == []


@pytest.mark.parametrize("kind", ["active: false", "kind: agent", "kind: external"])
def test_who_has_left_and_who_is_no_colleague_need_not_be_told(kind: str) -> None:
    steps = ONE.replace("ROLES", "due: 2027-01-01") + HEARD
    teams = TEAMS.replace("teams: {it: IT, law: Legal}", "teams: {it: IT}")
    assert told(steps, f"  bob: {{name: Bob, {kind}}}\n", teams) == []
    assert len(told(steps, "  bob: {name: Bob}\n", teams)) == 1


def test_who_has_no_role_anywhere_is_found_as_such() -> None:
    steps = ONE.replace("ROLES", "due: 2027-01-01")
    assert told(steps, "  bob: {name: Bob}\n", TEAMS.replace("teams: {it: IT, law: Legal}", "teams: {it: IT}")) == []


def test_a_member_does_not_stand_for_a_whole_team() -> None:
    people = "  bob: {name: Bob, team: it}\n"
    assert len(told(ONE.replace("ROLES", "due: 2027-01-01") + HEARD, people)) == 1
    assert told(ONE.replace("ROLES", "responsible: it") + HEARD, people, TEAMS.replace("law: Legal", "")) == []


def test_a_project_that_tells_nobody_is_told_once() -> None:
    steps = "".join(
        f"  s{number}: {{title: Step {number}, accountable: {who}}}\n" for number, who in enumerate(("ana", "bob"))
    )
    (found,) = told(steps)
    assert (found.message, found.path, found.at) == ("nobody is consulted or informed in any step", ("steps",), "key")


def test_a_scheme_in_which_nobody_is_asked_or_told_asks_for_nothing() -> None:
    scheme = "scheme: {roles: {boss: {letter: B, owns: true}, hand: {letter: H, works: true}}}\n"
    assert told(ONE.replace("accountable: ana, ROLES", "boss: ana"), head=scheme + TEAMS) == []


def test_a_crowded_step_counts_every_party_once() -> None:
    assert in_step("RACI114", f"accountable: ana, responsible: [ana, p1], informed: {pats(9)}") == []
    (found,) = in_step("RACI114", f"accountable: ana, informed: {pats(10)}")
    assert found.message == "11 parties have a role in step 1 'Choose', more than 10"
    assert (path_text(found.path), found.at) == ("steps.choose", "key")
    assert in_step("RACI114", f"accountable: ana, informed: {pats(10)}, status: done") == []
    (found,) = in_step("RACI114", "accountable: ana, informed: sponsors", f"sponsors: {pats(11)}\n")
    assert found.message.startswith("12 parties have a role")


def test_what_another_rule_says_of_the_same_silence_is_not_said_again() -> None:
    over = "  one: {title: One, accountable: ana}\n  two: {title: Two, accountable: bob, consulted: ana}\n"
    people = "  bob: {name: Bob, team: law}\n  cy: {name: Cy, team: it}\n"
    assert told(over, people) == [], "RACI309 asks to tell Legal"
    joint = (
        "  one: {title: One, accountable: ana, joint: [law]}\n  two: {title: Two, accountable: ana, consulted: bob}\n"
    )
    assert told(joint, people) == [], "RACI404 asks to consult Legal"
    assert len(told(joint.replace(", joint: [law]", ""), people)) == 1


@pytest.mark.parametrize(
    "rule, steps",
    [
        ("RACI309", "  a: {title: A, accountable: ana}\n  b: {title: B, accountable: bob, consulted: ana}\n"),
        (
            "RACI404",
            "  a: {title: A, accountable: ana, joint: [law]}\n  b: {title: B, accountable: ana, consulted: bob}\n",
        ),
    ],
)
def test_where_the_other_rule_is_off_this_one_speaks(rule: str, steps: str) -> None:
    people = "  bob: {name: Bob, team: law}\n  cy: {name: Cy, team: it}\n"
    assert len(told(steps, people, f"check: {{severity: {{{rule}: off}}}}\n{TEAMS}")) == 1
