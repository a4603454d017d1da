"""What begins before its time, and who takes over unawares."""

import pytest
from helpers import findings_of

from raci_cli.findings import Finding, path_text

HEAD = """\
raci: 1
project: {name: Demo}
teams: {it: IT, law: Legal}
people:
  ana: {name: Ana, team: it}
  ben: {name: Ben, team: it}
  lea: {name: Lea, team: law}
  zoe: Zoe
sponsors: [lea]
"""


def of_steps(code: str, **steps: str) -> list[Finding]:
    """Findings of a rule about steps, each a flow mapping without its braces and title."""
    lines = [f"  {id_}: {{title: {id_.title()}, {rest}}}\n" for id_, rest in steps.items()]
    return findings_of((code,), f"{HEAD}steps:\n{''.join(lines)}")


def early(**steps: str) -> list[str]:
    return [found.message for found in of_steps("RACI304", **steps)]


@pytest.mark.parametrize("status, word", [("in-progress", "in progress"), ("done", "done")])
@pytest.mark.parametrize("first", ["not-started", "in-progress", "blocked"])
def test_what_has_begun_while_the_step_it_needs_is_open(status: str, word: str, first: str) -> None:
    (found,) = of_steps("RACI304", one=f"status: {first}", two=f"status: {status}, needs: [one]")
    assert found.message == f"step 2 'Two' is {word} while step 1 'One', which it needs, is open"
    assert path_text(found.path) == "steps.two.status"
    assert found.command == ("mark", "one", "done")


@pytest.mark.parametrize("first", ["done", "skipped"])
def test_what_is_closed_holds_nobody_up(first: str) -> None:
    assert early(one=f"status: {first}", two="status: done, needs: [one]") == []


@pytest.mark.parametrize("status", ["not-started", "blocked", "skipped"])
def test_what_has_not_begun_may_wait(status: str) -> None:
    assert early(one="status: in-progress", two=f"status: {status}, needs: [one]") == []


@pytest.mark.parametrize("middle", ["done", "skipped"])
def test_a_step_is_needed_through_others(middle: str) -> None:
    found = of_steps(
        "RACI304",
        one="status: in-progress",
        two=f"status: {middle}, needs: [one]",
        three="status: skipped, needs: [two]",
        four="status: in-progress, needs: [three]",
    )
    assert found[-1].message == "step 4 'Four' is in progress while step 1 'One', which it needs, is open"
    assert len(found) == (2 if middle == "done" else 1)


def test_the_nearest_open_step_is_the_one_to_name() -> None:
    assert early(one="due: 2027-01-01", two="needs: [one]", three="needs: [two], status: done") == [
        "step 3 'Three' is done while step 2 'Two', which it needs, is open"
    ]


def test_order_in_the_file_does_not_matter() -> None:
    assert (
        len(early(three="status: done, needs: [two]", two="status: skipped, needs: [one]", one="due: 2027-01-01")) == 1
    )


def test_of_many_a_few_are_named() -> None:
    steps = {f"s{number}": "due: 2027-01-01" for number in range(9)}
    (message,) = early(**steps, last=f"status: done, needs: [{', '.join(steps)}, s0]")
    assert message == "step 10 'Last' is done while step 1 'S0', step 2 'S1' and step 3 'S2', which it needs, are open"


@pytest.mark.parametrize("needs", ["[two]", "[one]", "[gone]"])
def test_circles_and_unknown_steps_do_no_harm(needs: str) -> None:
    assert early(one="status: done, needs: [two]", two=f"status: done, needs: {needs}") == []


def test_an_ongoing_step_is_never_closed_but_with_its_end() -> None:
    late = "status: in-progress, needs: [run]"
    assert len(early(run="ongoing: true", two=late)) == 1
    assert len(early(run="ongoing: true, until: end", end="due: 2027-01-01", two=late)) == 1
    assert early(run="ongoing: true, until: end", end="status: done", two=late) == []


def test_a_task_waits_for_what_it_needs_and_for_what_its_step_needs() -> None:
    task = "tasks: {talk: {title: Talk, status: done}}"
    (found,) = of_steps("RACI304", one="due: 2027-01-01", two=f"needs: [one], {task}")
    assert found.message == "task two.talk 'Talk' is done while step 1 'One', which it needs, is open"
    assert path_text(found.path) == "steps.two.tasks.talk.status"
    own = "tasks: {talk: {title: Talk, status: done, needs: [one]}}"
    (found,) = of_steps("RACI304", one="due: 2027-01-01", two=own)
    assert path_text(found.path) == "steps.two.tasks.talk.status"
    assert early(one="due: 2027-01-01", two=f"needs: [one], {task}, status: skipped") == []


def test_what_holds_for_the_step_is_not_said_of_its_tasks_again() -> None:
    task = "tasks: {talk: {title: Talk, status: done}}"
    assert len(early(one="due: 2027-01-01", two=f"needs: [one], status: in-progress, {task}")) == 1


def silent(**steps: str) -> list[Finding]:
    return of_steps("RACI309", **steps)


def test_a_team_takes_over_what_it_had_no_part_in() -> None:
    (found,) = silent(one="accountable: ana", two="accountable: lea, needs: [one]")
    assert found.message == "Legal takes step 2 'Two' over from IT, and has no role in step 1 'One'"
    assert (path_text(found.path), found.at) == ("steps.one", "key")
    assert (found.help, found.command) == ("give Legal a role there", ("assign", "one", "-I", "law"))


@pytest.mark.parametrize(
    "one, two",
    [
        ("accountable: ana", "accountable: ben"),
        ("accountable: ana", "accountable: it"),
        ("accountable: ana", "accountable: zoe"),
        ("accountable: zoe", "accountable: ana"),
        ("accountable: ana", "candidates: law"),
        ("candidates: law", "accountable: ana"),
        ("accountable: ana, informed: law", "accountable: lea"),
        ("accountable: ana, responsible: lea", "accountable: law"),
        ("accountable: ana, informed: sponsors", "accountable: lea"),
        ("accountable: ana, tasks: {t: {title: T, consulted: lea}}", "accountable: lea"),
        ("accountable: ana, status: skipped", "accountable: lea"),
        ("accountable: ana, ongoing: true", "accountable: lea"),
        ("accountable: ana", "accountable: lea, status: done"),
        ("accountable: ana", "accountable: lea, status: skipped"),
        ("accountable: ana", "accountable: sponsors"),
        ("accountable: sponsors", "accountable: ana"),
        ("accountable: [ana, lea]", "accountable: lea"),
        ("accountable: ana", "accountable: nobody-known"),
    ],
)
def test_no_team_takes_over_or_it_had_a_part(one: str, two: str) -> None:
    assert silent(one=one, two=f"{two}, needs: [one]") == []
    assert silent(one=one, two=two) == []


def test_without_needs_the_order_of_the_file_counts() -> None:
    assert len(silent(one="accountable: ana", two="accountable: lea")) == 1
    assert len(silent(one="accountable: ana", run="accountable: lea, ongoing: true", two="accountable: lea")) == 1
    between = {"run": "accountable: zoe, ongoing: true", "no": "accountable: zoe, status: skipped"}
    assert len(silent(one="accountable: ana", **between, two="accountable: lea")) == 1


def test_with_needs_only_these_count() -> None:
    two = "accountable: ana, informed: zoe"
    assert silent(one="accountable: lea, informed: it", two=two, three="accountable: law, needs: [one]") == []
    assert len(silent(one="accountable: lea, informed: it", two=two, three="accountable: law")) == 1


def test_what_is_done_may_still_tell_the_next_team() -> None:
    assert len(silent(one="accountable: ana, status: done", two="accountable: lea, needs: [one]")) == 1


def test_an_ongoing_step_takes_over_too() -> None:
    assert len(silent(one="accountable: ana", two="accountable: lea, needs: [one], ongoing: true")) == 1


def test_a_team_that_takes_two_steps_over_is_named_once() -> None:
    two = "accountable: lea, needs: [one]"
    assert len(silent(one="accountable: ana", two=two, three=two)) == 1


def test_unknown_steps_are_no_steps_before() -> None:
    assert silent(one="accountable: ana", two="accountable: lea, needs: [gone]") == []


def test_a_scheme_without_a_role_for_hearing_has_no_command() -> None:
    text = HEAD.replace("raci: 1\n", "raci: 1\nscheme: {roles: {boss: {letter: B, owns: true}}}\n")
    steps = "steps:\n  one: {title: One, boss: ana}\n  two: {title: Two, boss: lea}\n"
    (found,) = findings_of(("RACI309",), text + steps)
    assert found.command == ()
