"""Keys that are set and removed, by what they hold."""

from typing import Any

import pytest
from changes.planning import TEAMWORK, Planned, outcome, plan_of, usage

from raci_cli.changes.plan import Plan
from raci_cli.changes.setting import set_keys
from raci_cli.model.format import task_record
from raci_cli.model.project import Project
from raci_cli.model.scheme import RACI

WORK = TEAMWORK + "goals:\n  fast: {measure: Speed}\n  quiet: {measure: Noise}\n"
Expected = tuple[list[str], list[str], list[str]]


def given(*words: str) -> Planned:
    """Steps before the first pair, as they are typed."""

    def planned(project: Project, data: Any) -> Plan:
        pairs = [word for word in words if "=" in word]
        return set_keys(project, data, [word for word in words if "=" not in word], pairs)

    return planned


# Of every key: what is typed, and what stands in the file.
VALUES = {
    "title": ("Start it", "title: Start it"),
    "phase": ("Go live", "phase: Go live"),
    "responsible": ("ana,bob", "responsible: [ana, bob]"),
    "accountable": ("Sales", "accountable: sales"),
    "consulted": ("Ana Ortiz, cem", "consulted: [ana, cem]"),
    "informed": ("sponsors,IT", "informed: [sponsors, it]"),
    "candidates": ("it, Sales", "candidates: [it, sales]"),
    "hint": ("Who pays?", "hint: 'Who pays?'"),
    "joint": ("it,sales", "joint: [it, sales]"),
    "goals": ("fast, quiet", "goals: [fast, quiet]"),
    "independent": ("true", "independent: true"),
    "status": ("in-progress", "status: in-progress"),
    "blocked": ("no: not yet", "blocked: 'no: not yet'"),
    "start": ("2026-12-01", "start: 2026-12-01"),
    "due": ("2027-03-31", "due: 2027-03-31"),
    "done": ("2027-01-02", "done: 2027-01-02"),
    "ongoing": ("false", "ongoing: false"),
    "until": ("4", "until: upkeep"),
    "needs": ("1,vendor-", "needs: [vendor, vendor-check]"),
    "notes": ("One page", "notes: One page"),
    "guidance": ("Ask twice", "guidance: Ask twice"),
}


def test_every_key_of_a_task_is_tried() -> None:
    assert set(VALUES) == set(task_record(RACI).fields) - {"agreed"}


@pytest.mark.parametrize("key, typed, line", [(key, *value) for key, value in VALUES.items()], ids=VALUES)
def test_a_key_of_a_step_is_set(key: str, typed: str, line: str) -> None:
    text = WORK.replace("    status: blocked\n    blocked: the licence\n", "")
    gone, come, said = outcome(given("launch", f"{key}={typed}"), text)
    assert gone == (["title: Launch"] if key == "title" else [])
    assert come == [line]
    assert len(said) == 1
    before = "Launch" if key == "title" else "nobody" if key in RACI.names else "nothing"
    assert said[0].startswith(f"Launch: {key} {before} -> ")


@pytest.mark.parametrize("key, typed, line", [(key, *value) for key, value in VALUES.items()], ids=VALUES)
def test_a_key_of_a_task_is_set(key: str, typed: str, line: str) -> None:
    gone, come, _ = outcome(given("vendor-check.first", f"{key}={typed}"), WORK)
    assert gone == ["first: {title: First}"]
    # Ana is asked in the step, and has another role in the task: she does not inherit it.
    line += ", consulted: []" if key == "responsible" else ""
    assert come == [f"first: {{{line if key == 'title' else f'title: First, {line}'}}}"]


SET: dict[str, tuple[Planned, Expected]] = {
    "a list in the place of another": (
        given("vendor", "responsible=cem"),
        (["responsible: [it, sales]"], ["responsible: [cem]"], ["Choose: responsible IT and Sales -> Cem"]),
    ),
    "one id that stands without a list stays so": (
        given("vendor-check", "consulted=cem"),
        (["consulted: bob"], ["consulted: cem"], ["Check: consulted Bob -> Cem"]),
    ),
    "two ids make a list of it": (
        given("vendor-check", "consulted=bob,cem"),
        (["consulted: bob"], ["consulted: [bob, cem]"], ["Check: consulted Bob -> Bob and Cem"]),
    ),
    "one id in a list stays in it": (
        given("vendor", "needs=launch"),
        (["needs: [vendor-check]"], ["needs: [launch]"], ["Choose: needs vendor-check -> launch"]),
    ),
    "commas alone are an empty list": (
        given("vendor", "informed=,"),
        (["informed: [bob]"], ["informed: []"], ["Choose: informed Bob -> nobody"]),
    ),
    "commas alone are an empty list of steps": (
        given("vendor", "needs=,"),
        (["needs: [vendor-check]"], ["needs: []"], ["Choose: needs vendor-check -> nothing"]),
    ),
    "commas alone are an empty list of candidates": (
        given("vendor", "candidates=,"),
        (["candidates: [it, sales]"], ["candidates: []"], ["Choose: candidates it and sales -> nobody"]),
    ),
    "a step that is needed twice is needed once": (
        given("launch", "needs=1,1,vendor"),
        ([], ["needs: [vendor]"], ["Launch: needs nothing -> vendor"]),
    ),
    "a party that is named twice stands there once": (
        given("launch", "responsible=ana,Ana Ortiz", "joint=it,sales,IT"),
        (
            [],
            ["responsible: [ana]", "joint: [it, sales]"],
            ["Launch: responsible nobody -> Ana Ortiz", "Launch: joint nothing -> it and sales"],
        ),
    ),
    "an owner who is named twice is one": (
        given("launch", "accountable=ana,ana"),
        ([], ["accountable: ana"], ["Launch: accountable nobody -> Ana Ortiz"]),
    ),
    "nothing behind the sign removes the key": (
        given("vendor", "hint="),
        (["hint: Who pays?"], [], ["Choose: hint Who pays? -> nothing"]),
    ),
    "a flag goes": (
        given("upkeep", "ongoing="),
        (
            ["upkeep: {title: Keep it up, ongoing: true}"],
            ["upkeep: {title: Keep it up}"],
            ["Keep it up: ongoing true -> nothing"],
        ),
    ),
    "a second sign belongs to the value": (
        given("vendor", "hint=a=b"),
        (["hint: Who pays?"], ["hint: 'a=b'"], ["Choose: hint Who pays? -> a=b"]),
    ),
    "what reads as something else is quoted": (
        given("vendor", "hint=no", "phase=1.10"),
        (
            ["hint: Who pays?"],
            ["phase: '1.10'", "hint: 'no'"],
            ["Choose: hint Who pays? -> no", "Choose: phase nothing -> 1.10"],
        ),
    ),
    "several steps and several keys": (
        given("vendor", "launch", "phase=Buy", "due=2027-01-01"),
        (
            [],
            ["phase: Buy", "phase: Buy", "due: 2027-01-01", "due: 2027-01-01"],
            [
                "Choose: phase nothing -> Buy",
                "Choose: due nothing -> 2027-01-01",
                "Launch: phase nothing -> Buy",
                "Launch: due nothing -> 2027-01-01",
            ],
        ),
    ),
    "one of two is there already": (
        given("launch", "status=blocked", "phase=Buy"),
        ([], ["phase: Buy"], ["Launch: status blocked already, nothing changed", "Launch: phase nothing -> Buy"]),
    ),
    "a step that is named twice is set once": (
        given("3", "launch", "phase=Buy"),
        ([], ["phase: Buy"], ["Launch: phase nothing -> Buy"]),
    ),
    "lines of notes are a literal": (
        given("launch", "notes=one\n\ntwo\n"),
        ([], ["notes: |", "one", "", "two"], ["Launch: notes nothing -> one\n\ntwo\n"]),
    ),
    "lines of guidance without an end are a literal": (
        given("vendor", "guidance=one\ntwo"),
        ([], ["guidance: |-", "one", "two"], ["Choose: guidance nothing -> one\ntwo"]),
    ),
    "lines in a mapping of one line are quoted": (
        given("vendor-check.first", "notes=one\ntwo"),
        (
            ["first: {title: First}"],
            ['first: {title: First, notes: "one\\ntwo"}'],
            ["First: notes nothing -> one\ntwo"],
        ),
    ),
}


@pytest.mark.parametrize("planned, expected", SET.values(), ids=SET)
def test_keys_are_set(planned: Planned, expected: Expected) -> None:
    assert outcome(planned, WORK) == expected


ALREADY = {
    "a text": (given("launch", "title=Launch"), "Launch: title Launch"),
    "a choice": (given("launch", "status=blocked"), "Launch: status blocked"),
    "a flag": (given("upkeep", "ongoing=true"), "Keep it up: ongoing true"),
    "a date": (given("vendor-check.second", "done=2026-01-02"), "Second: done 2026-01-02"),
    "a list, by a name": (given("vendor", "responsible=IT,Sales"), "Choose: responsible IT and Sales"),
    "one id without a list": (given("vendor-check", "consulted=bob"), "Check: consulted Bob"),
    "a key that is not there": (given("launch", "due="), "Launch: due nothing"),
    "an empty list that is not there": (given("launch", "goals=,"), "Launch: goals nothing"),
    "nobody where nobody is": (given("launch", "joint=,"), "Launch: joint nobody"),
    "an id and itself": (given("vendor", "needs=2,2"), "Choose: needs vendor-check"),
}


@pytest.mark.parametrize("planned, said", ALREADY.values(), ids=ALREADY)
def test_the_same_value_again_changes_nothing_and_says_so(planned: Planned, said: str) -> None:
    assert plan_of(planned, WORK).changes == ()
    assert outcome(planned, WORK) == ([], [], [f"{said} already, nothing changed"])


def test_a_key_without_a_value_can_be_set_and_removed() -> None:
    text = WORK.replace("    hint: Who pays?\n", "    hint:   # ask\n")
    assert outcome(given("vendor", "hint=Who?"), text)[:2] == (["hint:   # ask"], ["hint: 'Who?'   # ask"])
    assert outcome(given("vendor", "hint="), text)[:2] == (["hint:   # ask"], [])


def test_a_long_value_is_told_shortly() -> None:
    (said,) = plan_of(given("launch", "notes=" + "x" * 500), WORK).said
    assert len(said.text) < 100
    assert said.new == "x" * 500


def test_a_change_is_told_to_programs() -> None:
    (said,) = plan_of(given("vendor", "responsible=Ana Ortiz"), WORK).said
    assert said.as_data() == {
        "path": "steps.vendor.responsible",
        "old": ["it", "sales"],
        "new": ["ana"],
        "text": "Choose: responsible IT and Sales -> Ana Ortiz",
    }


DATES = "dates are YYYY-MM-DD, such as 2026-12-31"
REFUSED: dict[str, tuple[Planned, tuple[str, str]]] = {
    "no pair": (given("vendor"), ("nothing to set", "say KEY=VALUE, such as due=2027-03-31")),
    "no such key": (given("vendor", "dew=x"), ("there is no key 'dew' to set", "did you mean due?")),
    "no key": (
        given("vendor", "=x"),
        ("there is no key '' to set", f"keys: {', '.join(task_record(RACI).fields)}"),
    ),
    "agreements": (given("vendor", "agreed=x"), ("there is no key 'agreed' to set", "raci agree does it")),
    "a step without a title": (given("vendor", "title="), ("title cannot be removed: a step needs it", "")),
    "a blank text": (given("vendor", "phase= "), ("phase must not be empty", "")),
    "no such day": (given("vendor", "due=2026-02-30"), ("due must be a date, not '2026-02-30'", DATES)),
    "a day in words": (given("vendor", "due=today"), ("due must be a date, not 'today'", DATES)),
    "no flag": (given("vendor", "ongoing=yes"), ("ongoing must be true or false, not 'yes'", "")),
    "no such status": (
        given("vendor", "status=doen"),
        ("status must be not-started, in-progress, blocked, done or skipped, not 'doen'", "did you mean done?"),
    ),
    "no such step to need": (given("vendor", "needs=lunch"), ("there is no step 'lunch'", "did you mean launch?")),
    "no such step to end with": (given("vendor", "until=9"), ("there is no step 9", "the steps are 1 to 4")),
    "no such goal": (given("vendor", "goals=fsat"), ("there is no goal 'fsat'", "did you mean fast?")),
    "no such party": (given("vendor", "joint=it,anna"), ("there is no person or team 'anna'", "did you mean ana?")),
    "two of one name": (given("vendor", "joint=Bob"), ("'Bob' is the name of bob and dan", "name one by its id")),
    "a line break": (given("vendor", "hint=a\nb"), ("hint must not contain the control character \\n", "")),
    "a control character": (
        given("vendor", "title=\x1b[2J"),
        ("title must not contain the control character \\x1b", ""),
    ),
    "a control character in notes": (
        given("vendor", "notes=a\x00"),
        ("notes must not contain the control character \\x00", ""),
    ),
}


@pytest.mark.parametrize("planned, refusal", REFUSED.values(), ids=REFUSED)
def test_what_the_format_does_not_allow_is_refused(planned: Planned, refusal: tuple[str, str]) -> None:
    assert usage(planned, WORK) == refusal


def test_who_wants_to_set_tasks_is_told_how() -> None:
    message, help_ = usage(given("vendor", "tasks=x"), WORK)
    assert message == "there is no key 'tasks' to set"
    assert "raci add task" in help_
