"""What each command loads: start-up time is what people and pipelines notice first."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from helpers import CLEAN

from raci_cli.emitters import FORMATS

NEVER = {"rich.console", "pydantic", "jsonschema_rs", "xlsxwriter", "openpyxl", "icalendar", "click", "requests"}
NEVER |= {"filelock"} if sys.platform != "win32" else set()
# A format is imported where it is asked for, and text is what is printed otherwise.
FORMAT_MODULES = {f"raci_cli.emitters.{name}" for name in FORMATS.values()} - {"raci_cli.emitters.full"}
HEAVY = (
    {"jinja2", "markupsafe", "pathspec", "tomllib", "tomli", "xml", "urllib.request", "html"} | FORMAT_MODULES | NEVER
)
# Each is a large part of the start-up of those commands that need it.
PARTS = {"yaml", "raci_cli.model.format", "raci_cli.rules.run", "raci_cli.document.edits"}
JINJA = {"jinja2", "markupsafe"}
BAD = CLEAN.replace("accountable: ana", "accountable: anna")

PROGRAM = """
import json, sys
from raci_cli.cli import main
code = main(json.loads(sys.argv[1]))
print(json.dumps([int(code), sorted(set(json.loads(sys.argv[2])) & set(sys.modules))]), file=sys.stderr)
"""


def formats(*names: str) -> set[str]:
    return {f"raci_cli.emitters.{name}" for name in names}


# These take nothing from another format.
INDEPENDENT = ("concise", "markdown", "github", "gitlab", "rdjson", "sarif")
# The words of a command, the exit code, and what it may load of what is heavy.
COMMANDS: list[tuple[str, int, set[str]]] = [
    ("--version", 0, set()),
    ("--help", 0, set()),
    ("check --help", 0, set()),
    ("check raci.yaml", 0, set()),
    ("check", 0, set()),
    ("check .", 0, set()),
    ("check bad.yaml", 1, set()),
    ("check bad.yaml --json", 1, formats("json")),
    *((f"check bad.yaml --output-format {name}", 1, formats(name)) for name in INDEPENDENT),
    ("check bad.yaml --output-format jsonl", 1, formats("jsonl", "json")),
    ("check bad.yaml --output-format azure", 1, formats("azure", "concise")),
    ("check bad.yaml --output-format junit", 1, formats("junit") | {"html"}),
    ("check gone.yaml", 3, set()),
    ("check --no-such-option", 2, set()),
    ("check raci.yaml --enforce RACI101 --select RACI1", 0, set()),
    ("rule RACI101", 0, set()),
    ("baseline raci.yaml", 0, set()),
    ("schema", 0, set()),
    ("schemes", 0, set()),
    ("schemes daci", 0, set()),
    ("lifecycles", 0, set()),
    ("lifecycles ten-step", 0, set()),
    ("schema check", 0, set()),
    ("init new.yaml --name Demo", 0, set()),
    ("add person cleo Cleo", 0, set()),
    ("assign kickoff -A bob", 0, set()),
    ("mark kickoff done", 0, set()),
    ("__complete zsh assign k", 0, set()),
    ("__complete zsh check --select no-", 0, set()),
    ("__complete zsh report matrix --format ", 0, set()),
    ("completion bash", 0, set()),
    ("status", 0, JINJA),
    ("matrix", 0, JINJA),
    ("next", 0, JINJA),
    ("show kickoff", 0, JINJA),
    ("who ana", 0, JINJA),
    ("people", 0, JINJA),
    ("report status --format md", 0, JINJA),
    ("report status --format html", 0, JINJA),
    ("report matrix --format html", 0, JINJA),
    ("report matrix --format csv", 0, JINJA),
    ("report matrix -o matrix.tsv", 0, JINJA),
    ("report matrix -o matrix.xlsx", 0, JINJA | {"xlsxwriter"}),
    ("report person --for ana --format md", 0, JINJA),
    ("report ci-summary --format md", 0, JINJA),
    ("report timeline --format mermaid", 0, JINJA),
]


def loaded(words: str, among: set[str] = HEAVY) -> tuple[int, set[str]]:
    """The exit code of a command in a process of its own, and which of these modules it has loaded."""
    argv = [sys.executable, "-c", PROGRAM, json.dumps(words.split()), json.dumps(sorted(among))]
    # Where coverage is measured, it would load modules of its own into the process.
    environment = {name: value for name, value in os.environ.items() if not name.startswith("COVERAGE")}
    done = subprocess.run(argv, capture_output=True, text=True, check=True, env=environment)
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


@pytest.mark.parametrize(
    "words, needed",
    [
        ("--version", set()),
        ("--help", set()),
        ("__complete zsh c", set()),
        ("check raci.yaml", {"yaml", "raci_cli.model.format", "raci_cli.rules.run"}),
        ("check raci.yaml --fix", PARTS),
    ],
)
def test_a_command_loads_none_of_the_parts_that_it_does_without(words: str, needed: set[str]) -> None:
    assert loaded(words, PARTS) == (0, needed)


def test_a_gitignore_is_what_pathspec_is_loaded_for() -> None:
    Path(".gitignore").write_text("build/\n", encoding="utf-8")
    assert loaded("check raci.yaml") == (0, set())
    assert loaded("check .") == (0, {"pathspec"})


def test_a_config_file_is_what_toml_is_loaded_for() -> None:
    Path(".raci.toml").write_text("strict = false\n", encoding="utf-8")
    code, modules = loaded("check raci.yaml")
    assert code == 0
    assert modules in ({"tomllib"}, {"tomli"})


def test_the_guard_sees_what_is_loaded() -> None:
    assert loaded("status")[1] >= JINJA
