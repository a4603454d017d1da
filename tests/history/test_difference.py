"""What has changed between two states of a project."""

import pytest
from helpers import CLEAN, project

from raci_cli.history.difference import changes


def told(old: str, new: str) -> list[str]:
    return [one.text for one in changes(project(old), project(new))]


def test_nothing_has_changed() -> None:
    assert told(CLEAN, CLEAN + "# a comment\n") == []


@pytest.mark.parametrize(
    "old, new, text",
    [
        ("accountable: bob", "accountable: ana", "Second: accountable Bob -> Ana"),
        ("accountable: bob", "responsible: [ana, bob]", "Second: responsible nobody -> Ana and Bob"),
        ("title: Second", "title: Two", "Two: title Second -> Two"),
        ("title: Second", "title: Second\n    due: 2026-12-24", "Second: due nothing -> 2026-12-24"),
        ("title: Second", "title: Second\n    status: in-progress", "Second: status not-started -> in-progress"),
        ("title: Second", "title: Second\n    ongoing: true", "Second: ongoing no -> yes"),
        ("title: Second", "title: Second\n    needs: [kickoff]", "Second: needs nothing -> kickoff"),
        ("title: Second", "title: Second\n    agreed: {bob: 2026-11-30}", "Second: Bob agreed on 2026-11-30"),
        ("title: Second", "title: Second\n    candidates: [ana]", "Second: candidates nobody -> Ana"),
        ("title: Second", "title: Second\n    tasks: {a: {title: One}}", "Second, One: new"),
        ("name: Demo", "name: Demo\n  due: 2027-01-01", "Project: due nothing -> 2027-01-01"),
        ("name: Demo", "name: Demo\n  lead: bob", "Project: lead nobody -> Bob"),
        ("name: Demo", "name: Demo\n  verdict: {set: red}", "Project: verdict as computed -> red"),
        ("ana: Ana", "ana: Anna", "Anna: name Ana -> Anna"),
        ("ana: Ana", "ana: Ana\n  cleo: Cleo", "Cleo: new"),
        ("people:", "goals: {speed: {measure: Hours}}\npeople:", "Goal Hours: new"),
    ],
)
def test_a_change_is_told_in_words_both_ways(old: str, new: str, text: str) -> None:
    changed = CLEAN.replace(old, new, 1)
    assert text in told(CLEAN, changed)
    assert (told(changed, CLEAN) != []) is ("agreed" not in text), "an agreement taken back is no news"


def test_what_is_gone_is_told() -> None:
    assert told(CLEAN + "  third: {title: Third, accountable: bob}\n", CLEAN) == ["Third: removed"]
    assert told(CLEAN.replace("bob: Bob", "bob: Bob\n  cleo: Cleo"), CLEAN) == ["Cleo: removed"]
    task = CLEAN + "    tasks: {a: {title: One}}\n"
    assert told(task, CLEAN) == ["Second, One: removed"]


def test_a_decision_is_told_once() -> None:
    open_ = CLEAN.replace("    accountable: bob\n", "    candidates: [ana, bob]\n")
    assert told(open_, CLEAN) == ["Second: accountable nobody -> Bob"]


def test_another_order_is_told() -> None:
    first, second = CLEAN.index("  kickoff:"), CLEAN.index("  second:")
    assert told(CLEAN, CLEAN[:first] + CLEAN[second:] + CLEAN[first:second]) == ["Steps: in another order"]


def test_names_are_those_of_their_time() -> None:
    new = CLEAN.replace("ana: Ana", "ana: Anna").replace("accountable: ana", "accountable: bob")
    assert told(CLEAN, new) == ["Anna: name Ana -> Anna", "Kick-off: accountable Ana -> Bob"]
