"""The code quality report of GitLab."""

import json
from pathlib import Path
from typing import Any

from emitters.samples import PROJECT, finding, one, sample, with_quiet
from hypothesis import given
from hypothesis import strategies as st

from raci_cli.emitters.gitlab import emit
from raci_cli.findings import Checked
from raci_cli.text import Look, visible


def issues(*files: Checked) -> Any:
    return json.loads(emit(files, Look()))


def test_a_finding_is_an_issue() -> None:
    found = issues(sample())
    assert found[0] == {
        "description": "'anna' is neither a person nor a team; did you mean ana?",
        "check_name": "RACI201",
        "fingerprint": found[0]["fingerprint"],
        "severity": "major",
        "location": {"path": "raci.yaml", "lines": {"begin": 7}},
    }
    assert [issue["severity"] for issue in found] == ["major", "minor", "info", "major"]


def test_fingerprints_differ_in_the_whole_report_and_stay_when_lines_move() -> None:
    before = [issue["fingerprint"] for issue in issues(sample("a.yaml"), sample("b.yaml"))]
    moved = [sample(file, f"# moved\n\n{PROJECT}") for file in ("a.yaml", "b.yaml")]
    assert len(set(before)) == 8
    assert [issue["fingerprint"] for issue in issues(*moved)] == before


def test_a_fingerprint_does_not_depend_on_what_counts_or_how_the_file_was_named() -> None:
    before = [issue["fingerprint"] for issue in issues(sample())]
    assert [issue["fingerprint"] for issue in issues(with_quiet())] == [before[0], before[3]]
    here = sample(str(Path.cwd() / "raci.yaml"))
    assert [issue["fingerprint"] for issue in issues(here)] == before


def test_what_does_not_count_is_left_out() -> None:
    assert [issue["check_name"] for issue in issues(with_quiet())] == ["RACI201", "RACI002"]


def test_nothing_found_is_an_empty_list() -> None:
    assert emit([], Look()) == emit([Checked("raci.yaml", (), {})], Look()) == "[]\n"


def test_a_path_is_that_below_the_working_folder() -> None:
    (issue,) = issues(*one(finding(), str(Path.cwd() / "plans/raci.yaml")))
    assert issue["location"] == {"path": "plans/raci.yaml", "lines": {"begin": 1}}


@given(st.text(st.characters(), min_size=1, max_size=60))
def test_any_text_is_shown_and_harmless(text: str) -> None:
    output = emit(one(finding(message=text), f"x/{text}/y"), Look())
    (issue,) = json.loads(output)
    assert issue["description"] == visible(text)
    assert len(issue["fingerprint"]) == 32
    assert output.isascii()
