"""Findings for machines, exactly as the contract says."""

import json
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest
from emitters.samples import PROJECT, sample, with_quiet
from helpers import CLEAN, TODAY, checked, text_of
from hypothesis import given
from hypothesis import strategies as st

import raci_cli.emitters
from raci_cli import __version__, resources
from raci_cli.emitters import FORMATS, emitter
from raci_cli.emitters.json import emit
from raci_cli.findings import Checked, Finding, Severity, Span, fingerprint
from raci_cli.text import Look

KEYS = [
    *("code", "name", "severity", "file", "line", "column", "endLine", "endColumn"),
    *("path", "message", "help", "fingerprint", "suppressed", "baseline"),
]


# Modules beside the formats.
SHARED = {"__init__", "parts"}
SCHEMA = json.loads(resources.check_schema())


def data_of_files(*files: Checked) -> Any:
    data = json.loads(emit(files, Look()))
    jsonschema_rs.validate(SCHEMA, data)
    return data


def test_the_document_is_that_of_the_contract() -> None:
    data = data_of_files(checked(CLEAN.replace("accountable: ana", "accountable: anna")))
    (found,) = data.pop("findings")
    assert list(found) == KEYS
    assert found == {
        "code": "RACI201",
        "name": "unknown-party",
        "severity": "error",
        "file": "raci.yaml",
        "line": 11,
        "column": 18,
        "endLine": 11,
        "endColumn": 22,
        "path": "steps.kickoff.accountable",
        "message": "'anna' is neither a person nor a team",
        "help": "did you mean ana?",
        "fingerprint": found["fingerprint"],
        "suppressed": False,
        "baseline": False,
    }
    assert len(found["fingerprint"]) == 16
    assert data == {
        "version": 1,
        "tool": {"name": "raci", "version": __version__},
        "files": 1,
        "summary": {"error": 1, "warning": 0, "info": 0, "suppressed": 0, "baselined": 0},
    }


def test_keys_come_in_the_order_of_the_contract() -> None:
    data = data_of_files(checked(CLEAN))
    assert list(data) == ["version", "tool", "files", "findings", "summary"]
    assert list(data["tool"]) == ["name", "version"]
    assert list(data["summary"]) == ["error", "warning", "info", "suppressed", "baselined"]


def test_a_clean_file_has_an_empty_list() -> None:
    assert data_of_files(checked(CLEAN))["findings"] == []
    assert data_of_files()["files"] == 0


def test_findings_of_all_files_are_in_one_list_and_counted_together() -> None:
    text = text_of("""
        raci: 1
        project: {name: Demo}
        teams: {it: {name: IT, lead: ana}}
        people: {ana: {name: Ana, team: it}}
        goals: {sign-in: {measure: failed sign-ins}}
        check: {severity: {RACI305: info}}
        steps:
          one: {title: One, accountable: it, due: 2026-11-01}
          two: {title: Two, responsible: ana}
    """)
    data = data_of_files(checked(text, TODAY, "a/raci.yaml"), checked(CLEAN), checked(text, TODAY, "b/raci.yaml"))
    assert data["files"] == 3
    assert [found["file"] for found in data["findings"]] == ["a/raci.yaml"] * 3 + ["b/raci.yaml"] * 3
    assert [found["severity"] for found in data["findings"][:3]] == ["warning", "info", "error"]
    assert data["summary"] == {"error": 2, "warning": 2, "info": 2, "suppressed": 0, "baselined": 0}


def test_the_help_is_that_of_the_text_with_its_command() -> None:
    text = CLEAN.replace("    accountable: ana\n", "    responsible: ana\n")
    (here,) = data_of_files(checked(text))["findings"]
    (elsewhere,) = data_of_files(checked(text, file="plans/raci.yaml"))["findings"]
    assert here["help"] == "name one: raci assign kickoff -A WHO"
    assert elsewhere["help"] == "name one: raci assign kickoff -A WHO -f plans/raci.yaml"


def test_columns_count_characters() -> None:
    text = text_of("""
        raci: 1
        project: {name: Demo}
        people: {ana: Ana}
        goals: {sign-in: {measure: failed sign-ins}}
        steps:
          one: {title: "漢字🚀", accountable: anna}
    """)
    (found,) = data_of_files(checked(text))["findings"]
    line = text.splitlines()[found["line"] - 1]
    assert line[found["column"] - 1 : found["endColumn"] - 1] == "anna"


def test_a_finding_without_a_place_stands_at_the_start() -> None:
    (found,) = data_of_files(Checked("raci.yaml", (Finding("RACI301", (), "nothing"),), {}))["findings"]
    assert [found[key] for key in ("line", "column", "endLine", "endColumn", "path")] == [1, 1, 1, 1, ""]


@given(st.text(max_size=60))
def test_any_text_comes_back_as_it_was(text: str) -> None:
    place = Span(0, 1, 2, 3, 4, 5)
    finding = Finding("RACI003", ("steps", text, 1), text, text, severity=Severity.INFO, span=place)
    output = emit([Checked(text, (finding,), {})], Look())
    (found,) = json.loads(output)["findings"]
    assert (found["message"], found["help"], found["file"]) == (text, text, text)
    assert found["path"] == f"steps.{text}[1]"
    assert found["fingerprint"] == fingerprint(finding)
    assert [found[key] for key in ("line", "column", "endLine", "endColumn")] == [2, 3, 4, 5]
    assert output.isascii()
    assert output.endswith("}\n")


def test_what_does_not_count_is_there_with_its_flags_and_counted_apart() -> None:
    data = data_of_files(with_quiet("a.raci.yaml"), sample("b.raci.yaml"))
    flags = [(found["code"], found["suppressed"], found["baseline"]) for found in data["findings"][:4]]
    assert flags == [
        ("RACI201", False, False),
        ("RACI103", True, False),
        ("RACI305", False, True),
        ("RACI002", False, False),
    ]
    assert data["summary"] == {"error": 4, "warning": 1, "info": 1, "suppressed": 1, "baselined": 1}


def test_what_is_suppressed_and_known_is_counted_once() -> None:
    quiet = with_quiet().quiet[0]._replace(baselined=True)
    data = data_of_files(Checked("raci.yaml", (), {}, (quiet,)))
    assert (data["findings"][0]["suppressed"], data["findings"][0]["baseline"]) == (True, True)
    assert data["summary"] == {"error": 0, "warning": 0, "info": 0, "suppressed": 1, "baselined": 0}


def test_a_fingerprint_stays_when_lines_move_and_when_others_no_longer_count() -> None:
    moved = sample(text="# a\n\n" + PROJECT.replace("steps:", "\nsteps:"))
    before, after = data_of_files(sample())["findings"], data_of_files(moved)["findings"]
    assert [found["fingerprint"] for found in before] == [found["fingerprint"] for found in after]
    assert [found["line"] + 3 for found in before] == [found["line"] for found in after]
    twins = (Finding("RACI002", ("a",), "first"), Finding("RACI002", ("a",), "second"))
    both = data_of_files(Checked("raci.yaml", twins, {}))["findings"]
    first, second = data_of_files(Checked("raci.yaml", twins[1:], {}, (twins[0]._replace(baselined=True),)))["findings"]
    assert [first["fingerprint"], second["fingerprint"]] == [found["fingerprint"] for found in both]


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_has_its_emitter(name: str) -> None:
    output = emitter(name)([sample()], Look())
    assert output.endswith("\n")
    assert not output.endswith("\n\n")
    assert "RACI201" in output


def test_every_emitter_is_a_format_and_text_is_full() -> None:
    modules = {path.stem for path in Path(raci_cli.emitters.__file__).parent.glob("*.py")} - SHARED
    assert modules == set(FORMATS.values())
    assert emitter("text") is emitter("full")
