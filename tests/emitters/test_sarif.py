"""SARIF, field by field; the validators of others judge it in tests/integration."""

import json
from pathlib import Path
from typing import Any

import pytest
from emitters.samples import PROJECT, finding, one, sample, span, with_quiet
from helpers import TODAY, checked
from hypothesis import given
from hypothesis import strategies as st

from raci_cli import __version__
from raci_cli.emitters.sarif import emit
from raci_cli.findings import Checked, Finding, fingerprint
from raci_cli.text import Look, visible


def run_of(*files: Checked) -> Any:
    data = json.loads(emit(files, Look()))
    assert list(data) == ["$schema", "version", "runs"]
    assert data["version"] == "2.1.0"
    (run,) = data["runs"]
    return run


def physical(*files: Checked) -> list[Any]:
    return [result["locations"][0]["physicalLocation"] for result in run_of(*files)["results"]]


def test_a_finding_is_a_result() -> None:
    result = run_of(sample())["results"][0]
    location = {
        "artifactLocation": {"uri": "raci.yaml", "uriBaseId": "%SRCROOT%"},
        "region": {"startLine": 7, "startColumn": 37, "endLine": 7, "endColumn": 41, "snippet": {"text": "anna"}},
    }
    assert result == {
        "ruleId": "RACI201",
        "ruleIndex": 2,
        "level": "error",
        "message": {"text": "'anna' is neither a person nor a team; did you mean ana?"},
        "locations": [{"physicalLocation": location}],
        "partialFingerprints": {"raciFinding/v1": fingerprint(sample().findings[0])},
        "suppressions": [],
    }


def test_levels_are_those_of_sarif() -> None:
    assert [result["level"] for result in run_of(sample())["results"]] == ["error", "warning", "note", "error"]


def test_the_run_names_the_tool_what_it_read_and_how_it_counts() -> None:
    run = run_of(sample("a.raci.yaml"), Checked("b.raci.yaml", (), {}))
    driver = run["tool"]["driver"]
    assert (driver["name"], driver["version"]) == ("raci", __version__)
    assert driver["informationUri"] == f"pkg:generic/raci-cli@{__version__}"
    assert run["columnKind"] == "unicodeCodePoints"
    assert run["invocations"] == [{"executionSuccessful": True}]
    assert run["automationDetails"] == {"id": "raci/"}
    assert [artifact["location"]["uri"] for artifact in run["artifacts"]] == ["a.raci.yaml", "b.raci.yaml"]
    assert list(run["originalUriBaseIds"]) == ["%SRCROOT%"]
    assert "uri" not in run["originalUriBaseIds"]["%SRCROOT%"], "a path of the machine"


def test_a_file_that_was_named_twice_is_one_artifact() -> None:
    run = run_of(sample(), sample(str(Path.cwd() / "raci.yaml")))
    assert [artifact["location"]["uri"] for artifact in run["artifacts"]] == ["raci.yaml"]


def test_rules_are_those_that_found_something_and_results_point_at_them() -> None:
    run = run_of(sample("a"), sample("b"))
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == ["RACI002", "RACI103", "RACI201", "RACI305"]
    assert all(rules[result["ruleIndex"]]["id"] == result["ruleId"] for result in run["results"])


def test_what_does_not_count_is_there_with_its_reason() -> None:
    results = run_of(with_quiet())["results"]
    assert [result["suppressions"] for result in results] == [
        [],
        [{"kind": "inSource", "status": "accepted", "justification": "the board decides in January"}],
        [{"kind": "external", "status": "accepted", "justification": "It is in the baseline."}],
        [],
    ]
    assert [result["baselineState"] for result in results] == ["new", "new", "unchanged", "new"]


def test_without_a_baseline_nothing_is_compared() -> None:
    suppressed = Checked("raci.yaml", (), {}, with_quiet().quiet[:1])
    assert all("baselineState" not in result for result in run_of(suppressed, sample())["results"])


def test_other_places_are_related_locations() -> None:
    *others, result = run_of(sample())["results"]
    (related,) = result["relatedLocations"]
    assert (related["id"], related["message"]) == (1, {"text": "first here"})
    assert related["physicalLocation"]["region"]["startLine"] == 9
    assert all("relatedLocations" not in other for other in others)


def test_nothing_found_is_a_run_without_results() -> None:
    for files in ([], [Checked("raci.yaml", (), {})]):
        run = run_of(*files)
        assert (run["results"], run["tool"]["driver"]["rules"]) == ([], [])
        assert len(run["artifacts"]) == len(files)


def test_a_fingerprint_stays_when_lines_move() -> None:
    before, after = (
        [(result["ruleId"], result["partialFingerprints"]) for result in run_of(checked(text, TODAY))["results"]]
        for text in (PROJECT, f"# moved\n\n{PROJECT}")
    )
    assert before == after


@pytest.mark.parametrize(
    "file, uri",
    [
        ("plans/my plan.raci.yaml", "plans/my%20plan.raci.yaml"),
        ("漢字.raci.yaml", "%E6%BC%A2%E5%AD%97.raci.yaml"),
        ("a:b?c#d%41[e]\\.yaml", "a%3Ab%3Fc%23d%2541%5Be%5D%5C.yaml"),
        ("javascript:alert(1)", "javascript%3Aalert%281%29"),
        ("\udcff.yaml", "%5Cudcff.yaml"),
        ("../raci.yaml", "../raci.yaml"),
    ],
)
def test_a_path_is_a_relative_uri(file: str, uri: str) -> None:
    assert physical(*one(finding(), file))[0]["artifactLocation"]["uri"] == uri


def test_a_path_is_that_below_the_working_folder() -> None:
    place = physical(*one(finding(), str(Path.cwd() / "plans/raci.yaml")))[0]
    assert place["artifactLocation"]["uri"] == "plans/raci.yaml"


def test_a_finding_without_a_place_stands_at_the_start() -> None:
    assert physical(*one(finding()))[0]["region"] == {"startLine": 1, "startColumn": 1, "endLine": 1, "endColumn": 1}


def test_the_source_is_quoted_only_where_it_may_be_shown() -> None:
    def snippet(place: tuple[int, int, int, int], lines: dict[int, str]) -> Any:
        line, column, end_column, end_line = place
        found = finding(place=span(line, column, end_column, end_line))
        return physical(*one(found, lines=lines))[0]["region"].get("snippet")

    assert snippet((3, 4, 7, 3), {3: "a: bcd e"}) == {"text": "bcd"}
    assert snippet((3, 4, 7, 3), {4: "a: bcd e"}) is None
    assert snippet((3, 4, 4, 3), {3: "a: bcd e"}) is None
    assert snippet((3, 4, 7, 5), {3: "a: bcd e"}) is None
    assert snippet((3, 1, 501, 3), {3: "x" * 1_000}) == {"text": "x" * 500}
    assert snippet((3, 1, 502, 3), {3: "x" * 1_000}) is None
    assert snippet((3, 1, 3, 3), {3: "\u202ex"}) == {"text": "\\u202ex"}


def test_a_link_in_a_message_is_none() -> None:
    place = span(1, 1, 2)
    found = Finding("RACI201", (), "[x](javascript:alert(1))", related=(("[y](https://evil.example)", place),))
    (result,) = run_of(*one(found))["results"]
    assert result["message"]["text"] == "[x]\\x28javascript:alert(1))"
    assert result["relatedLocations"][0]["message"]["text"] == "[y]\\x28https://evil.example)"


@given(st.text(st.characters(), min_size=1, max_size=60))
def test_any_text_is_shown_and_harmless(text: str) -> None:
    output = emit(one(finding(message=text), f"x/{text}/y"), Look())
    (result,) = json.loads(output)["runs"][0]["results"]
    assert result["message"]["text"] == visible(text).replace("](", "]\\x28")
    assert output.isascii()
