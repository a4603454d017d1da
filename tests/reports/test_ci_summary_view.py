"""What a pipeline shows of a project, and never too much of it."""

from typing import Any

import pytest
from helpers import CLEAN, TODAY, text_of
from reports.demo import DEMO, OTHER_SCHEMES, OWNER, shown_by

from raci_cli.findings import Checked, Finding, Severity, Span
from raci_cli.model.project import Party, Project, Step, Verdict
from raci_cli.model.scheme import Role, Scheme
from raci_cli.reports.render import render
from raci_cli.reports.views import Asked, view_of

MOST_BYTES = 900 * 1024
# Each takes as many bytes as a character can, in Markdown or in JSON.
COSTLY = ["\U000e0041", "\u202e", "@a", "#1", "@a\U000e0041", "😀", "漢", "\x00", "x"]


def huge(character: str) -> dict[str, Any]:
    """A project with too much of everything."""
    text = character * 10_000
    parties = {f"p{number}": Party(f"p{number}", text) for number in range(500)}
    steps = tuple(
        Step(
            f"{number}{text}", text, {"owner": tuple(parties)}, status="blocked", blocked=text, due=TODAY, number=number
        )
        for number in range(1, 300)
    )
    roles = tuple(Role("owner" if not number else f"{number}{text}", text, owns=True) for number in range(50))
    project = Project(
        name=text,
        summary=text,
        lead="p1",
        verdict=Verdict("red", text),
        scheme=Scheme(text, roles),
        parties=parties,
        steps=steps,
    )
    found = Finding("RACI201", ("steps",), text, text, ("assign", text), span=Span(0, 1, 1, 1, 1, 2))
    return view_of("ci-summary", Asked(project, TODAY, Checked(text, (found,) * 5000, {}), text))


@pytest.mark.parametrize("format_", ["md", "json"])
@pytest.mark.parametrize("character", COSTLY, ids=ascii)
def test_it_is_never_larger_than_a_page_takes(character: str, format_: str) -> None:
    size = len(render("ci-summary", format_, huge(character)).encode("utf-8", "replace"))
    assert 40_000 < size < MOST_BYTES


def test_what_is_left_out_is_counted() -> None:
    view = huge("x")
    assert (len(view["findings"]), view["findings_more"]) == (100, 4900)
    assert (len(view["open"]), view["open_more"]) == (100, 199)
    assert (len(view["open"][0]["owners"]), view["open"][0]["owners_more"]) == (3, 497)
    output = render("ci-summary", "md", view)
    for said in ("4900 more: raci check.", "199 more: raci status.", "and 497 more", "### 299 open steps"):
        assert said in output


def test_errors_come_first() -> None:
    levels = [Severity.INFO, Severity.ERROR, Severity.WARNING, Severity.ERROR]
    found = tuple(Finding("RACI201", (), str(number), severity=level) for number, level in enumerate(levels))
    project = Project(name="Demo", steps=(Step("a", "A", number=1),))
    view = view_of("ci-summary", Asked(project, TODAY, Checked("raci.yaml", found, {}), ""))
    assert [one["message"] for one in view["findings"]] == ["1", "3", "2", "0"]
    output = render("ci-summary", "md", view)
    assert output.index("**error** RACI201, line 1: 1") < output.index("warning RACI201") < output.index("info RACI201")


def test_it_says_the_verdict_and_each_open_step() -> None:
    output = render("ci-summary", "md", shown_by("ci-summary", DEMO))
    assert output.startswith("## Demo: Off track (red)\n")
    assert "| 3 | Third | Blocked: no licence | 20 Nov **11 days late** | IT |" in output
    assert "| First |" not in output
    assert "| 2 | Second | Not started | 10 Dec **3 days late** | **nobody** |" in output
    assert "**error** RACI101, line 15: nobody is accountable for step 2 'Second'; candidates: IT and zoe." in output


def test_empty_states_speak() -> None:
    text = CLEAN.replace("accountable: ana", "accountable: ana\n    status: done").replace(
        "accountable: bob", "accountable: bob\n    status: skipped"
    )
    output = render("ci-summary", "md", shown_by("ci-summary", text))
    assert "### 0 errors, 0 warnings, 0 notes\n\nNothing found." in output
    assert "### 0 open steps\n\nEvery step is closed." in output


@pytest.mark.parametrize("scheme", OTHER_SCHEMES)
def test_the_owner_is_called_as_in_the_scheme(scheme: str) -> None:
    output = render("ci-summary", "md", shown_by("ci-summary", OTHER_SCHEMES[scheme]))
    assert f"| Due | {OWNER[scheme].capitalize()} |" in output


def test_a_set_verdict_stands_beside_the_one_by_rule() -> None:
    text = text_of("""
        raci: 1
        project: {name: Demo, verdict: {set: green, because: We agreed.}}
        people: {ana: Ana}
        steps: {one: {title: One, accountable: ana, status: blocked, blocked: x}}
        """)
    output = render("ci-summary", "md", shown_by("ci-summary", text))
    assert "On track (green, set by hand)" in output
    assert "We agreed. By rule: amber." in output
