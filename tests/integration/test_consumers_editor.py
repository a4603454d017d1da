"""The JSON Schema in editors: yaml-language-server completes, explains and refuses what the format says."""

import json
import re
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from helpers import ROOT
from integration.consumers import PROGRAM, node_program, passes, snippet, snippets
from integration.language_server import Editor, Message, editor

from raci_cli.model.codes import RULE_NAMES
from raci_cli.model.project import STATUSES
from raci_cli.model.scheme import RACI

HEAD = "raci: 1\nproject: {name: Demo}\npeople: {ana: Ana}\n"
OWN = HEAD + "scheme: {roles: {driver: {letter: D}}}\n"
STEP = "steps:\n  one:\n    title: One\n"
# No list of schemas is to be fetched from anywhere.
OFFLINE: Message = {"schemaStore": {"enable": False}, "validate": True, "completion": True, "hover": True}
SETTINGS = ".vscode/settings.json"
_NUMBERS = count(1)


def schema_in(folder: Path) -> None:
    """What docs/ci.md types: raci schema > raci.schema.json."""
    assert any(found.text == "raci schema > raci.schema.json\n" for found in snippets())
    (folder / "raci.schema.json").write_text(passes(*PROGRAM, "schema"), encoding="utf-8")


def documented_settings() -> Any:
    return json.loads(re.sub(r"^//.*\n", "", snippet(SETTINGS)))["yaml.schemas"]


@pytest.fixture(scope="module")
def window(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Editor]:
    """An editor whose settings are those of docs/ci.md."""
    folder = tmp_path_factory.mktemp("editor")
    schema_in(folder)
    settings = {"yaml": {**OFFLINE, "schemas": documented_settings()}}
    with editor([*node_program("yaml-language-server"), "--stdio"], folder, settings) as opened:
        yield opened


@pytest.fixture(scope="module")
def bare(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Editor]:
    """An editor that knows of no schema."""
    folder = tmp_path_factory.mktemp("bare")
    schema_in(folder)
    with editor([*node_program("yaml-language-server"), "--stdio"], folder, {"yaml": OFFLINE}) as opened:
        yield opened


def fresh() -> str:
    """A name of a project file that was not open before."""
    return f"project-{next(_NUMBERS)}.raci.yaml"


def ask(opened: Editor, method: str, text: str) -> Any:
    """The answer at the place of a text that | marks."""
    before, _, after = text.partition("|")
    uri = opened.open(fresh(), before + after)
    return opened.at(method, uri, before.count("\n"), len(before.rpartition("\n")[2]))


def completed(opened: Editor, text: str) -> dict[str, Message]:
    """What is offered at the place that | marks, by its label."""
    found = ask(opened, "completion", text)
    items = found["items"] if isinstance(found, dict) else found
    return {item["label"]: item for item in items}


def hovered(opened: Editor, text: str) -> str:
    return str(ask(opened, "hover", text)["contents"]["value"])


def wrong(opened: Editor, name: str, text: str) -> list[tuple[int, int, str]]:
    """Line and column, from 1, and message of every finding of the editor."""
    found = opened.diagnostics(opened.open(name, text))
    starts = [(one["range"]["start"], one["message"]) for one in found]
    return [(start["line"] + 1, start["character"] + 1, message) for start, message in starts]


BROKEN = STEP + "    accountible: ana\n    status: don\n"


def is_told(found: list[tuple[int, int, str]], first: int) -> bool:
    """Whether the two mistakes of BROKEN are told at their places, and nothing else is."""
    (line, column, unknown), (second, after, value) = found
    assert (line, column, second, after) == (first, 5, first + 1, 13)
    assert unknown == "Property accountible is not allowed."
    assert all(f'"{word}"' in value for word in STATUSES)
    return True


@pytest.mark.parametrize("name", ["raci.yaml", "launch.raci.yaml"])
def test_mistakes_are_told_where_the_settings_name_the_schema(window: Editor, name: str) -> None:
    assert is_told(wrong(window, name, HEAD + BROKEN), 7)


def test_mistakes_are_told_where_the_first_line_names_the_schema(bare: Editor) -> None:
    (example,) = [found.text for found in snippets() if found.text.startswith("# yaml-language-server")]
    assert wrong(bare, "notes.yaml", example) == []
    line = example.partition("\n")[0]
    assert is_told(wrong(bare, "other.yaml", f"{line}\n{HEAD}{BROKEN}"), 8)


def test_without_a_schema_nothing_is_told(bare: Editor) -> None:
    assert wrong(bare, "raci.yaml", HEAD + BROKEN) == []


def test_mistakes_in_a_scheme_of_ones_own_are_told(window: Editor) -> None:
    ((line, _, message),) = wrong(window, fresh(), f"{OWN}{STEP}    driver: ana\n    status: don\n")
    assert line == 9
    assert '"done"' in message


def test_a_team_without_a_name_is_told_as_that(window: Editor) -> None:
    found = wrong(window, fresh(), f"{HEAD}{STEP}teams:\n  it: {{lead: ana}}\n")
    assert found == [(8, 3, 'Missing property "name".')]


@pytest.mark.parametrize("path", sorted((ROOT / "examples").glob("*.raci.yaml")), ids=lambda path: path.name)
def test_the_examples_are_shown_without_mistakes(window: Editor, path: Path) -> None:
    assert wrong(window, path.name, path.read_text(encoding="utf-8")) == []


def test_the_keys_of_a_step_are_completed(window: Editor) -> None:
    found = completed(window, HEAD + STEP + "    |\n")
    assert {*RACI.names, "status", "due", "needs", "tasks"} <= set(found)
    assert "title" not in found
    assert found["accountable"]["insertText"] == "accountable: "
    assert found["accountable"]["documentation"] == "Who is accountable: answers for it."


def test_the_keys_of_a_task_are_completed(window: Editor) -> None:
    found = completed(window, HEAD + STEP + "    tasks:\n      first:\n        title: First\n        |\n")
    assert {*RACI.names, "status"} <= set(found)
    assert "tasks" not in found


def test_the_keys_of_a_step_follow_the_scheme(window: Editor) -> None:
    found = set(completed(window, OWN + STEP + "    driver: ana\n    |\n"))
    assert {"status", "tasks"} <= found
    assert not set(RACI.names) & found


def test_the_words_of_a_status_are_completed(window: Editor) -> None:
    found = completed(window, HEAD + STEP + "    status: |\n")
    assert set(found) - {"null"} == set(STATUSES)
    assert found["skipped"]["documentation"].startswith("It is left out")


def test_the_rules_and_their_severities_are_completed(window: Editor) -> None:
    found = completed(window, HEAD + STEP + "check:\n  severity:\n    |\n")
    assert set(found) == {*RULE_NAMES, *RULE_NAMES.values()}
    assert "RACI305 overdue" in found["RACI305"]["documentation"]
    words = completed(window, HEAD + STEP + "check:\n  severity:\n    overdue: |\n")
    assert {label.strip('"') for label in words} - {"null"} == {"error", "warning", "info", "off"}


@pytest.mark.parametrize(
    "text, said",
    [
        (STEP + "    account|able: ana\n", "Who is accountable: answers for it."),
        (STEP + "    account|able: [ana]\n", "Who is accountable: answers for it."),
        (STEP + "    nee|ds: [one]\n", "Steps that must be done first."),
        (STEP + "    sta|tus: done\n", "`blocked`: It cannot go on"),
        (STEP + "check: {severity: {RACI|305: error}}\n", "RACI305 overdue"),
        (STEP + "teams: {i|t: IT}\n", "A team."),
    ],
)
def test_a_key_is_explained(window: Editor, text: str, said: str) -> None:
    assert said in hovered(window, HEAD + text)
