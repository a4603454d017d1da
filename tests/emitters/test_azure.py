"""Issues, as the agent of Azure Pipelines reads them."""

import itertools
from pathlib import Path

import pytest
from emitters.samples import finding, one, sample, span, with_quiet
from hypothesis import given
from hypothesis import strategies as st
from runners import Command, azure_commands

from raci_cli.emitters.azure import emit
from raci_cli.findings import Checked
from raci_cli.text import Look, visible


def issues(*files: Checked) -> list[Command]:
    return azure_commands(emit(files, Look()))


def test_an_error_and_a_warning_are_issues_at_their_place() -> None:
    error, warning, _ = issues(sample())
    place = {"sourcepath": "raci.yaml", "linenumber": "7", "columnnumber": "37", "code": "RACI201"}
    text = "'anna' is neither a person nor a team; did you mean ana?"
    assert error == Command("task.logissue", {"type": "error", **place}, text)
    assert (warning.properties["type"], warning.properties["code"]) == ("warning", "RACI103")
    assert warning.text.endswith("; name who does the work: raci assign two -R it")


def test_a_note_is_a_line_of_text() -> None:
    lines = emit([sample()], Look()).splitlines()
    assert len(lines) == 4
    assert lines[2] == "note: raci.yaml:11:10: RACI305 step 2 'Two' is 30 days overdue"
    assert all(line.startswith("##vso[task.logissue type=") for line in lines[:2] + lines[3:])


def test_what_does_not_count_is_left_out() -> None:
    assert [issue.properties["code"] for issue in issues(with_quiet())] == ["RACI201", "RACI002"]


def test_nothing_found_is_nothing_said() -> None:
    assert emit([], Look()) == ""
    assert emit([Checked("raci.yaml", (), {})], Look()) == ""


def test_a_path_is_that_below_the_working_folder() -> None:
    (issue,) = issues(*one(finding(place=span(2, 3, 4)), str(Path.cwd() / "plans/raci.yaml")))
    assert issue.properties["sourcepath"] == "plans/raci.yaml"


def test_a_finding_without_a_place_stands_at_the_start() -> None:
    (issue,) = issues(*one(finding()))
    assert (issue.properties["linenumber"], issue.properties["columnnumber"]) == ("1", "1")


@pytest.mark.parametrize("signs", list(itertools.product(["%", "\n", ";", "]", "3B", "AZP25", "="], repeat=3)))
def test_signs_of_a_command_are_read_back_by_the_agent(signs: tuple[str, ...]) -> None:
    text = f"a{''.join(signs)}b"
    (issue,) = issues(*one(finding(message=text), text))
    assert issue.text == issue.properties["sourcepath"] == visible(text)


@given(st.text(max_size=60))
def test_any_text_is_read_back_by_the_agent(text: str) -> None:
    (issue,) = issues(*one(finding(message=f"m{text}"), f"x/{text}/y"))
    assert issue.text == visible(f"m{text}")
    assert set(issue.properties) == {"type", "sourcepath", "linenumber", "columnnumber", "code"}
