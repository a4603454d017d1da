"""Everything about one step or task."""

import json
from typing import Any

from helpers import text_of
from reports.demo import DEMO, shown_by

from raci_cli.reports.render import render
from raci_cli.text import Look

RICH = text_of("""
    raci: 1
    project: {name: Demo}
    teams: {it: IT, sales: Sales}
    people: {ana: {name: Ana, team: sales}, bob: {name: Bob, team: it}}
    goals: {calls: {measure: Calls, target: "9"}}
    steps:
      first: {title: First, accountable: ana, status: done, done: 2026-11-20, due: 2026-11-19, start: 2026-11-01}
      second:
        title: Second
        phase: Build
        accountable: ana
        responsible: [bob, it]
        informed: sales
        joint: [it, sales]
        agreed: {ana: 2026-11-30}
        goals: [calls]
        needs: [first]
        due: 2026-12-04
        start: 2026-11-25
        status: in-progress
        notes: |
          One line,
          and its rest.

          - an item
          - another
        guidance: Take care.
        tasks:
          talk: {title: Talk, responsible: ana, due: 2026-11-28}
          walk: {title: Walk, status: done}
      third: {title: Third, candidates: [ana, it], hint: Who pays?, needs: [second], start: 2026-12-20}
      watch: {title: Watch, accountable: bob, ongoing: true, until: third}
""")


def show_of(step: str, task: str | None = None, text: str = RICH, **asked: Any) -> dict[str, Any]:
    return shown_by("show", text, step=step, task=task, **asked)


def lines(step: str, task: str | None = None, width: int | None = None, text: str = RICH) -> list[str]:
    return render("show", "text", show_of(step, task, text), Look(width=width)).splitlines()


def test_the_view_has_the_keys_that_are_documented() -> None:
    view = show_of("second")
    assert list(view)[4:] == [
        *("work", "needs", "needed_by", "candidates", "agreed", "asked", "tasks", "goals", "findings", "commands"),
        *("next", "progress"),
    ]
    assert list(view["work"])[-8:] == [
        *("of", "guidance", "hint", "until", "joint", "independent", "undecided", "inherited"),
    ]
    assert json.loads(json.dumps(view)) == view


def test_a_step_as_text() -> None:
    assert lines("second") == [
        "2  Second   ▸ in progress, 3 days late",
        "",
        "Phase          Build",
        "Due            4 Dec, in 3 days; started 25 Nov",
        "Waits for      ✓ 1 First",
        "Needed by      ◦ 3 Third",
        "",
        "R responsible  Bob and IT",
        "A accountable  Ana",
        "C consulted    nobody",
        "I informed     Sales",
        "",
        "Joint          IT and Sales",
        "Agreed         Ana on 30 Nov; nobody yet for IT",
        "Goals          Calls",
        "Notes          One line,",
        "               and its rest.",
        "",
        "               - an item",
        "               - another",
        "Guidance       Take care.",
        "",
        "Tasks          ◦ Talk (talk): not started, due 28 Nov, 3 days late",
        "               ✓ Walk (walk): done",
        "",
        "Findings       RACI305 task second.talk 'Talk' is 3 days overdue",
        "",
        "  Finish:    raci mark second done",
        "  New date:  raci set second due=DATE",
        "  Change:    raci set second KEY=VALUE",
    ]


def test_on_a_terminal_notes_flow_and_items_keep_their_lines() -> None:
    shown = lines("second", width=60)
    start = shown.index("Notes          One line, and its rest.")
    assert shown[start + 1 : start + 4] == ["", "               - an item", "               - another"]


def test_an_undecided_step_says_between_whom() -> None:
    shown = lines("third")
    assert "A accountable  nobody yet" in shown
    assert "Candidates     Ana or IT. Who pays?" in shown
    assert "Due            starts 20 Dec" in shown
    assert "  Decide:  raci assign third -A WHO" in shown


def test_a_finished_step_is_answered_with_progress_and_what_is_next() -> None:
    shown = lines("first")
    assert "Done           20 Nov; was due 19 Nov; started 1 Nov" in shown
    assert shown[-2:] == ["1 of 3 done; next: 2 Second", "  Change:  raci set first KEY=VALUE"]
    assert show_of("second")["next"] is None


def test_a_task_has_its_own_roles_and_those_of_its_step() -> None:
    view = show_of("second", "talk")
    assert view["work"]["inherited"] == ["accountable", "consulted", "informed"]
    assert lines("second", "talk") == [
        "2.talk  Talk   ◦ not started, 3 days late",
        "",
        "Task of        2 Second",
        "Phase          Build",
        "Due            28 Nov, 3 days ago",
        "",
        "R responsible  Ana",
        "A accountable  Ana (as the step)",
        "C consulted    nobody (as the step)",
        "I informed     Sales (as the step)",
        "",
        "Findings       RACI305 task second.talk 'Talk' is 3 days overdue",
        "",
        "  Start:     raci mark second.talk in-progress",
        "  New date:  raci set second.talk due=DATE",
        "  Change:    raci set second.talk KEY=VALUE",
    ]
    assert lines("second", "walk")[-2:] == ["1 of 3 done; next: 2 Second", "  Change:  raci set second.walk KEY=VALUE"]


def test_an_ongoing_step_says_until_when() -> None:
    shown = lines("watch")
    assert shown[0] == "4  Watch   ◦ not started, ongoing"
    assert "Until          ◦ 3 Third" in shown


def test_a_blocked_step_says_by_what() -> None:
    assert "Blocked by     no licence" in lines("third", text=DEMO)
    assert "Blocked by     no reason given" in lines("third", text=DEMO.replace(", blocked: no licence", ""))


def test_a_title_that_is_too_long_goes_on_below_itself() -> None:
    shown = lines("second", width=30)
    assert shown[:2] == ["2  Second", "    ▸ in progress, 3 days late"]


def test_commands_that_do_not_fit_stand_below_what_they_do() -> None:
    view = show_of("second", typed="a/folder/of/some/long/name.yaml")
    shown = render("show", "text", view, Look(width=65)).splitlines()
    assert shown[shown.index("  Finish:") + 1 :][:3] == [
        "    raci mark second done -f a/folder/of/some/long/name.yaml",
        "  New date:",
        "    raci set second due=DATE -f a/folder/of/some/long/name.yaml",
    ]
