"""SARIF, as Microsoft's validator, the schema of the standard and another reader see it."""

import csv
import json
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest
from helpers import ROOT
from integration.conftest import Run
from integration.outputs import RESULTS, written

VALIDATOR = "@microsoft/sarif-multitool-linux"


@pytest.fixture(scope="module")
def logs(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    return written("sarif", tmp_path_factory.mktemp("logs"), "sarif")


@pytest.fixture
def validator(node_modules: Path) -> Path:
    program = node_modules / VALIDATOR / "Sarif.Multitool"
    program.chmod(0o755)
    return program


def told(validator: Path, run: Run, folder: Path, *logs: Path) -> list[str]:
    """Errors and warnings of the validator, by the rules of SARIF and those of GitHub's code scanning."""
    output = folder / "told.sarif"
    run(validator, "validate", *logs, "--rule-kind", "Sarif;Ghas", "--log", "ForceOverwrite", "-o", output, check=False)
    (validation,) = json.loads(output.read_text(encoding="utf-8-sig"))["runs"]
    assert validation["invocations"][0]["executionSuccessful"] is True
    return [
        f"{result.get('level', 'warning')} {result['ruleId']} {result['message'].get('arguments')}"
        for result in validation["results"]
    ]


def test_the_validator_has_nothing_to_say(logs: dict[str, Path], validator: Path, run: Run, tmp_path: Path) -> None:
    assert told(validator, run, tmp_path, *logs.values()) == []


def test_the_validator_would_say_what_is_wrong(
    logs: dict[str, Path], validator: Path, run: Run, tmp_path: Path
) -> None:
    data = json.loads(logs["findings"].read_text())
    results = data["runs"][0]["results"]
    results[0]["ruleIndex"] = 99
    results[1]["locations"] = []
    del data["runs"][0]["tool"]["driver"]["informationUri"]
    broken = tmp_path / "broken.sarif"
    broken.write_text(json.dumps(data))
    rules = {" ".join(line.split()[:2]) for line in told(validator, run, tmp_path, broken)}
    assert {"error SARIF1009", "error GH1015", "warning SARIF2005"} <= rules


@pytest.mark.parametrize("name", RESULTS)
def test_a_log_keeps_to_the_schema_of_the_standard(name: str, logs: dict[str, Path], node_modules: Path) -> None:
    schema = json.loads((node_modules / VALIDATOR / "sarif-2.1.0.json").read_text(encoding="utf-8-sig"))
    data = json.loads(logs[name].read_text())
    jsonschema_rs.validate(schema, data)
    assert not jsonschema_rs.is_valid(schema, {**data, "version": "2.0.0"})


@pytest.mark.parametrize("name", ["nothing", "clean", "findings", "quiet", "rules"])
def test_another_reader_sees_the_same_findings(name: str, logs: dict[str, Path], run: Run, tmp_path: Path) -> None:
    table = tmp_path / "table.csv"
    run("sarif", "csv", "--output", table, logs[name])
    rows: list[dict[str, Any]] = list(csv.DictReader(table.read_text(encoding="utf-8").splitlines()))
    levels = {"error": "error", "warning": "warning", "info": "note"}
    expected = {
        (checked.file, str(finding.span.line if finding.span else 1), levels[finding.severity.value], finding.code)
        for checked in RESULTS[name]
        for finding in checked.everything
    }
    assert {(row["Location"], row["Line"], row["Severity"], row["Code"][:7]) for row in rows} == expected


def test_what_the_command_writes_passes_too(validator: Path, run: Run, tmp_path: Path) -> None:
    log = tmp_path / "raci.sarif"
    examples = sorted((ROOT / "examples").glob("*.raci.yaml"))
    assert len(examples) == 3
    run("raci", "check", *examples, "--as-of", "2027-04-01", "--output-format", f"sarif={log}", check=False)
    assert len(json.loads(log.read_text())["runs"][0]["results"]) > 10
    assert told(validator, run, tmp_path, log) == []
