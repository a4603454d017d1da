"""The pipelines of docs/ci.md, run here: what they install is this checkout, what they check is a bad project."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
import yaml
from helpers import CLEAN, ROOT
from integration.consumers import (
    BAD,
    CI_PAGE,
    PROGRAM,
    git_repository,
    passes,
    run,
    snippet,
    snippets,
    tool,
    with_our_place,
)  # fmt: skip

PLACE = ROOT.as_uri()
AZURE, GITLAB, JENKINS = "azure-pipelines.yml", ".gitlab-ci.yml", "Jenkinsfile"
COMMANDS = re.findall(r"\braci\"? (check[^|'`\n]*|baseline)(?: \||'|\n)", CI_PAGE.read_text(encoding="utf-8"))


@pytest.fixture(scope="session")
def machine(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The programs of a machine on which raci is not installed yet."""
    folder = tmp_path_factory.mktemp("machine") / "venv"
    subprocess.run([sys.executable, "-m", "venv", folder], check=True, capture_output=True)
    return folder / "bin"


@pytest.fixture
def theirs(tmp_path: Path) -> Path:
    """A repository with a step that nobody owns."""
    return git_repository(tmp_path / "theirs", raci_yaml=BAD)


def on(machine: Path) -> dict[str, str]:
    """The variables of a shell on that machine."""
    return {"PATH": f"{machine}{os.pathsep}{os.environ['PATH']}", "VIRTUAL_ENV": ""}


def failures(path: Path) -> int:
    return sum(1 for _ in ET.parse(path).getroot().iter("failure"))  # noqa: S314 - raci wrote it just now


def fails(line: str, folder: Path, variables: dict[str, str]) -> str:
    """What a line of shell prints, which must end with 1."""
    ran = run(tool("bash"), "-c", line, cwd=folder, **variables)
    assert ran.returncode == 1, ran.stdout + ran.stderr
    return ran.stdout


def test_gitlab_fails_with_both_reports(theirs: Path, machine: Path) -> None:
    job = yaml.safe_load(with_our_place(snippet(GITLAB), PLACE))["raci"]
    script = "\n".join(["set -eo pipefail", *job["before_script"], *job["script"]])
    assert "RACI101" in fails(script, theirs, on(machine))
    reports = job["artifacts"]["reports"]
    report = json.loads((theirs / reports["codequality"]).read_text(encoding="utf-8"))
    assert [(one["check_name"], one["location"]["path"]) for one in report] == [("RACI101", "raci.yaml")]
    assert failures(theirs / reports["junit"]) == 1


def test_azure_fails_with_issues_and_tests(theirs: Path, machine: Path) -> None:
    steps: list[dict[str, Any]] = yaml.safe_load(with_our_place(snippet(AZURE), PLACE))["steps"]
    install, check = (step["script"] for step in steps if "script" in step)
    passes(tool("bash"), "-c", install, cwd=theirs, **on(machine))
    assert "##vso[task.logissue type=error;sourcepath=raci.yaml;" in fails(check, theirs, on(machine))
    results = next(step["inputs"]["testResultsFiles"] for step in steps if "inputs" in step and "task" in step
                   and step["task"].startswith("PublishTestResults"))  # fmt: skip
    assert failures(theirs / results) == 1


def test_jenkins_fails_with_tests(theirs: Path, tmp_path: Path) -> None:
    text = with_our_place(snippet(JENKINS), PLACE)
    install, check = re.findall(r"sh '(.*)'", text)
    variables = {"WORKSPACE_TMP": str(tmp_path), "RACI": re.findall(r"RACI = '(.*)'", text)[0]}
    passes(tool("bash"), "-c", install, cwd=theirs, **variables)
    fails(check, theirs, variables)
    (results,) = re.findall(r"junit '(.*)'", text)
    assert failures(theirs / results) == 1


def test_a_reviewer_gets_data_and_the_pipeline_its_verdict(theirs: Path, tmp_path: Path) -> None:
    (line,) = [found.text for found in snippets() if "reviewdog" in found.text]
    programs = tmp_path / "programs"
    programs.mkdir()
    for name, body in (("raci", f'exec {" ".join(PROGRAM)} "$@"'), ("reviewdog", "exec cat")):
        (programs / name).write_text(f"#!/bin/sh\n{body}\n", encoding="utf-8")
        (programs / name).chmod(0o755)
    data = json.loads(fails(line, theirs, {"PATH": f"{programs}{os.pathsep}{os.environ['PATH']}"}))
    assert [one["code"]["value"] for one in data["diagnostics"]] == ["RACI101"]


def test_every_command_of_the_page_is_found() -> None:
    assert len(COMMANDS) == CI_PAGE.read_text(encoding="utf-8").count("raci check --") + 2
    assert len(COMMANDS) > 7


@pytest.mark.parametrize("words", sorted(set(COMMANDS)))
def test_every_command_of_the_page_can_be_typed(words: str, theirs: Path) -> None:
    passes(*PROGRAM, "baseline", cwd=theirs)
    (theirs / "raci.yaml").write_text(CLEAN.replace("second:", "vendor:"), encoding="utf-8")
    passes(*PROGRAM, *words.split(), cwd=theirs)


(GATE,) = [words for words in COMMANDS if "--enforce" in words]
DISARMED = {
    "severity": (BAD + "check: {severity: {no-accountable: off}}\n", ""),
    "comment": (BAD.replace("  kickoff:\n", "  # raci: ignore[RACI101] -- later\n  kickoff:\n"), ""),
    "severities in a folder": (BAD, "[severity]\nRACI101 = 'info'\n"),
    "rules of a folder": (BAD, "ignore = ['RACI101']\nselect = ['RACI305']\n"),
    "level of a folder": (BAD, "fail-level = 'off'\n"),
}


@pytest.mark.parametrize("how", DISARMED)
def test_a_pull_request_does_not_disarm_its_gate(how: str, theirs: Path) -> None:
    text, config = DISARMED[how]
    (theirs / "raci.yaml").write_text(text, encoding="utf-8")
    if config:
        (theirs / ".raci.toml").write_text(config, encoding="utf-8")
    assert run(*PROGRAM, "check", cwd=theirs).returncode == 0
    ran = run(*PROGRAM, *GATE.split(), cwd=theirs)
    assert ran.returncode == 1
    assert "error[RACI101]" in ran.stdout


def test_an_old_project_fails_by_what_is_new(theirs: Path) -> None:
    (line,) = [words for words in COMMANDS if "--baseline" in words]
    passes(*PROGRAM, "baseline", cwd=theirs)
    passes(*PROGRAM, *line.split(), cwd=theirs)
    (theirs / "raci.yaml").write_text(BAD.replace("    accountable: bob\n", ""), encoding="utf-8")
    ran = run(*PROGRAM, *line.split(), cwd=theirs)
    assert ran.returncode == 1
    assert "'Second'" in ran.stdout
    assert "'Kick-off'" not in ran.stdout


def test_a_stage_asks_for_what_must_be_settled_by_then(theirs: Path) -> None:
    (line,) = [words for words in COMMANDS if "--through" in words]
    text = CLEAN.replace("kickoff:", "vendor:")
    (theirs / "raci.yaml").write_text(text.replace("    accountable: bob\n", ""), encoding="utf-8")
    assert run(*PROGRAM, "check", cwd=theirs).returncode == 1
    passes(*PROGRAM, *line.split(), cwd=theirs)
    (theirs / "raci.yaml").write_text(text.replace("    accountable: ana\n", ""), encoding="utf-8")
    assert run(*PROGRAM, *line.split(), cwd=theirs).returncode == 1
