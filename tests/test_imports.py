"""What each command loads: start-up time is what people and pipelines notice first."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from helpers import CLEAN

NEVER = {"rich.console", "pydantic", "jsonschema_rs", "xlsxwriter", "openpyxl", "icalendar", "click", "requests"}
HEAVY = {"jinja2", "markupsafe", "pathspec"} | NEVER
JINJA = {"jinja2", "markupsafe"}
BAD = CLEAN.replace("accountable: ana", "accountable: anna")

PROGRAM = """
import json, sys
from raci_cli.cli import main
code = main(json.loads(sys.argv[1]))
print(json.dumps([int(code), sorted(set(json.loads(sys.argv[2])) & set(sys.modules))]), file=sys.stderr)
"""
# The words of a command, the exit code, and what it may load of what is heavy.
COMMANDS: list[tuple[str, int, set[str]]] = [
    ("--version", 0, set()),
    ("--help", 0, set()),
    ("check --help", 0, set()),
    ("check raci.yaml", 0, set()),
    ("check", 0, set()),
    ("check .", 0, set()),
    ("check raci.yaml --output-format json", 0, set()),
    ("check bad.yaml", 1, set()),
    ("check bad.yaml --json", 1, set()),
    ("check gone.yaml", 3, set()),
    ("check --no-such-option", 2, set()),
    ("schema", 0, set()),
    ("init new.yaml --name Demo", 0, set()),
    ("add person cleo Cleo", 0, set()),
    ("assign kickoff -A bob", 0, set()),
    ("mark kickoff done", 0, set()),
    ("status", 0, JINJA),
    ("matrix", 0, JINJA),
    ("report status --format md", 0, JINJA),
    ("report status --format html", 0, JINJA),
    ("report matrix --format html", 0, JINJA),
    ("report person --for ana --format md", 0, JINJA),
    ("report ci-summary --format md", 0, JINJA),
    ("report timeline --format mermaid", 0, JINJA),
]


def loaded(words: str) -> tuple[int, set[str]]:
    """The exit code of a command in a process of its own, and which heavy modules it has loaded."""
    argv = [sys.executable, "-c", PROGRAM, json.dumps(words.split()), json.dumps(sorted(HEAVY))]
    done = subprocess.run(argv, capture_output=True, text=True, check=True)
    code, modules = json.loads(done.stderr.splitlines()[-1])
    return code, set(modules)


@pytest.fixture(autouse=True)
def _files() -> None:
    Path("raci.yaml").write_text(CLEAN, encoding="utf-8")
    Path("bad.yaml").write_text(BAD, encoding="utf-8")
    Path(".git").mkdir()


@pytest.mark.parametrize("words, code, allowed", COMMANDS, ids=[words for words, _, _ in COMMANDS])
def test_a_command_loads_only_what_it_needs(words: str, code: int, allowed: set[str]) -> None:
    ended, modules = loaded(words)
    assert ended == code
    assert modules - allowed == set()


def test_a_gitignore_is_what_pathspec_is_loaded_for() -> None:
    Path(".gitignore").write_text("build/\n", encoding="utf-8")
    assert loaded("check raci.yaml") == (0, set())
    assert loaded("check .") == (0, {"pathspec"})


def test_the_guard_sees_what_is_loaded() -> None:
    assert loaded("status")[1] >= JINJA
