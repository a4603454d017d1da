"""The action, as the runner runs it: the variables and the line of shell of action.yml, in a stranger's work tree."""

import json
import re
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml
from helpers import CLEAN, ROOT
from integration.consumers import BAD, PROGRAM, passes, run, tool

(STEP,) = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))["runs"]["steps"]
INPUTS: dict[str, Any] = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))["inputs"]
CHECK = (*PROGRAM, "check")
HOSTILE = [
    "two words.raci.yaml", "; touch PWNED", "$(touch PWNED)", "`touch PWNED`", "' touch PWNED '", '" touch PWNED "',
    "| touch PWNED", "&& touch PWNED", "> PWNED", "--help", "-", "*", "~", "${IFS}touch${IFS}PWNED", "\\",
]  # fmt: skip


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """The work tree that is checked."""
    (tmp_path / "tree").mkdir()
    (tmp_path / "temp").mkdir()
    return tmp_path / "tree"


def action(tree: Path, variables: dict[str, str] | None = None, /, **inputs: str) -> "subprocess.CompletedProcess[str]":
    """Run the step with these inputs, `_` standing for `-`, as a runner does; nothing of it may stay behind."""
    given = {name.replace("_", "-"): text for name, text in inputs.items()}
    assert set(given) <= set(INPUTS)
    values = {name: given.get(name, declared["default"]) for name, declared in INPUTS.items()}
    environment = {key: re.sub(r"\$\{\{ inputs\.([a-z-]+) \}\}", lambda found: values[found[1]], text)
                   for key, text in STEP["env"].items()}  # fmt: skip
    temporary = tree.parent / "temp"
    runner = {"GITHUB_ACTION_PATH": str(ROOT), "GITHUB_ACTIONS": "true", "RUNNER_TEMP": str(temporary)}
    script = tree.parent / "step.sh"
    script.write_text(STEP["run"], encoding="utf-8")
    command = (tool("bash"), "--noprofile", "--norc", "-e", "-o", "pipefail", str(script))
    ran = run(*command, cwd=tree, **runner, **environment, **(variables or {}))
    assert list(temporary.iterdir()) == []
    return ran


def test_the_verdict_is_that_of_raci(tree: Path) -> None:
    assert action(tree).returncode == 3
    (tree / "raci.yaml").write_text(BAD, encoding="utf-8")
    ran = action(tree)
    assert ran.returncode == 1, ran.stderr
    assert "error[RACI101]: nobody is accountable for step 1 'Kick-off'" in ran.stdout


def test_hostile_paths_are_paths(tree: Path) -> None:
    (tree / HOSTILE[0]).write_text(BAD, encoding="utf-8")
    ran = action(tree, paths="\n".join(["", *HOSTILE, ""]))
    assert ran.returncode == 3
    assert f"{HOSTILE[0]}:" in ran.stdout
    assert "error[RACI101]" in ran.stdout
    for path in HOSTILE[1:]:
        if path != "-":  # standard input, which is empty
            assert f"error: cannot read {path}" in ran.stderr
    assert [path.name for path in tree.iterdir()] == [HOSTILE[0]]


def test_hostile_options_are_values_of_theirs(tree: Path) -> None:
    (tree / "raci.yaml").write_text(CLEAN, encoding="utf-8")
    names = ("fail_level", "enforce", "through", "baseline", "sarif_file")
    ran = action(tree, **{name: f"$(touch {name}); touch {name} --help '" for name in names})
    assert ran.returncode in (2, 3)
    assert ran.stderr.startswith("error: ")
    assert [path.name for path in tree.iterdir()] == ["raci.yaml"]


def test_no_module_of_the_work_tree_is_imported(tree: Path) -> None:
    (tree / "raci.yaml").write_text(CLEAN, encoding="utf-8")
    trap = f"open({str(tree.parent / 'PWNED')!r}, 'w')\n"
    for name in ("pip", "venv", "ensurepip", "hatchling", "raci_cli", "typer", "yaml", "sitecustomize", "re", "os"):
        (tree / name).mkdir()
        (tree / name / "__init__.py").write_text(trap, encoding="utf-8")
        (tree / name / "__main__.py").write_text(trap, encoding="utf-8")
    ran = action(tree)
    assert (ran.returncode, ran.stdout) == (0, "1 file checked: 0 errors, 0 warnings, 0 notes\n"), ran.stderr
    assert not (tree.parent / "PWNED").exists()


def test_what_cannot_be_installed_is_no_verdict(tree: Path) -> None:
    (tree / "raci.yaml").write_text(CLEAN, encoding="utf-8")
    for python in ("no-such-python", "false"):
        ran = action(tree, python=python)
        assert (ran.returncode, ran.stdout) == (3, "")
        assert "error: Python made no virtual environment" in ran.stderr


def test_paths_may_be_several_folders_and_files(tree: Path) -> None:
    for name in ("a b", "c"):
        (tree / name).mkdir()
        (tree / name / "raci.yaml").write_text(CLEAN, encoding="utf-8")
    assert action(tree, paths="a b\nc/raci.yaml\n").stdout.startswith("2 files checked")


def test_the_pull_request_does_not_weigh_what_is_enforced(tree: Path) -> None:
    (tree / "raci.yaml").write_text(BAD + "check: {severity: {RACI101: off}}\n", encoding="utf-8")
    assert run(*CHECK, cwd=tree).returncode == 0
    ran = action(tree, enforce="RACI101")
    assert ran.returncode == 1
    assert "error[RACI101]" in ran.stdout


def test_warnings_fail_where_that_is_asked_for(tree: Path) -> None:
    (tree / "raci.yaml").write_text(CLEAN + "    due: 2026-11-30\n", encoding="utf-8")
    assert run(*CHECK, cwd=tree).returncode == 0
    assert action(tree, fail_level="warning").returncode == 1


def test_a_stage_is_checked_up_to_its_step(tree: Path) -> None:
    (tree / "raci.yaml").write_text(CLEAN.replace("    accountable: bob\n", ""), encoding="utf-8")
    assert run(*CHECK, cwd=tree).returncode == 1
    assert action(tree, through="kickoff").returncode == 0


def test_known_findings_do_not_fail(tree: Path) -> None:
    (tree / "raci.yaml").write_text(BAD, encoding="utf-8")
    (tree / "known.json").write_text(passes(*PROGRAM, "baseline", "-o", "-", cwd=tree), encoding="utf-8")
    assert action(tree, baseline="known.json").returncode == 0


def test_sarif_is_written_besides(tree: Path) -> None:
    (tree / "raci.yaml").write_text(BAD, encoding="utf-8")
    ran = action(tree, sarif_file="two words.sarif")
    assert ran.returncode == 1
    found = json.loads((tree / "two words.sarif").read_text(encoding="utf-8"))
    assert [result["ruleId"] for result in found["runs"][0]["results"]] == ["RACI101"]


def test_annotations_and_a_summary_are_made(tree: Path) -> None:
    (tree / "raci.yaml").write_text(BAD, encoding="utf-8")
    summary = tree.parent / "summary.md"
    ran = action(tree, {"GITHUB_STEP_SUMMARY": str(summary)})
    assert ran.returncode == 1
    assert "::error " in ran.stdout
    assert "file=raci.yaml" in ran.stdout
    assert "RACI101" in summary.read_text(encoding="utf-8")
