"""The format of reviewdog."""

import json
from pathlib import Path
from typing import Any

from emitters.samples import finding, one, sample, span, with_quiet
from hypothesis import given
from hypothesis import strategies as st

from raci_cli.emitters.rdjson import emit
from raci_cli.findings import Checked
from raci_cli.text import Look, visible


def result(*files: Checked) -> Any:
    return json.loads(emit(files, Look()))


def ranges(*files: Checked) -> list[Any]:
    return [diagnostic["location"]["range"] for diagnostic in result(*files)["diagnostics"]]


def test_a_finding_is_a_diagnostic() -> None:
    data = result(sample())
    assert data["source"] == {"name": "raci"}
    assert data["diagnostics"][1] == {
        "message": "nobody is responsible for step 2 'Two'; name who does the work: raci assign two -R it",
        "location": {
            "path": "raci.yaml",
            "range": {"start": {"line": 8, "column": 3}, "end": {"line": 8, "column": 6}},
        },
        "severity": "WARNING",
        "code": {"value": "RACI103"},
    }
    assert [diagnostic["severity"] for diagnostic in data["diagnostics"]] == ["ERROR", "WARNING", "INFO", "ERROR"]


def test_columns_count_bytes() -> None:
    checked = sample()
    place = ranges(checked)[0]
    line = checked.lines[7].encode()
    assert line[place["start"]["column"] - 1 : place["end"]["column"] - 1] == b"anna"
    assert place["start"]["column"] == 37 + 2 * 2 + 3


def test_a_column_is_left_out_where_the_line_is_not_known() -> None:
    assert ranges(*one(finding(place=span(3, 5, 9)))) == [{"start": {"line": 3}, "end": {"line": 3}}]
    known = one(finding(place=span(3, 5, 4, end_line=6)), lines={3: "    x"})
    assert ranges(*known) == [{"start": {"line": 3}, "end": {"line": 6}}]
    assert ranges(*one(finding())) == [{"start": {"line": 1, "column": 1}, "end": {"line": 1, "column": 1}}]


def test_other_places_are_named() -> None:
    found = result(sample())["diagnostics"]
    location = {"path": "raci.yaml", "range": {"start": {"line": 9}, "end": {"line": 9}}}
    assert found[3]["related_locations"] == [{"message": "first here", "location": location}]
    assert "related_locations" not in found[0]


def test_what_does_not_count_is_left_out() -> None:
    assert [found["code"]["value"] for found in result(with_quiet())["diagnostics"]] == ["RACI201", "RACI002"]


def test_nothing_found_is_an_empty_list() -> None:
    assert result() == result(Checked("raci.yaml", (), {})) == {"source": {"name": "raci"}, "diagnostics": []}


def test_a_path_is_that_below_the_working_folder() -> None:
    (found,) = result(*one(finding(), str(Path.cwd() / "plans/raci.yaml")))["diagnostics"]
    assert found["location"]["path"] == "plans/raci.yaml"


@given(st.text(st.characters(), min_size=1, max_size=60))
def test_any_text_is_shown_and_harmless(text: str) -> None:
    place = span(1, 1, len(text) + 1)
    output = emit(one(finding(place=place, message=text), f"x/{text}/y", {1: text}), Look())
    (found,) = json.loads(output)["diagnostics"]
    assert found["message"] == visible(text)
    assert found["location"]["range"]["end"]["column"] == len(text.encode("utf-8", "replace")) + 1
    assert output.isascii()
