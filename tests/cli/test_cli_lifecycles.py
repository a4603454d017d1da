"""`raci lifecycles`."""

import io
import json
import re
import shlex
import sys
from pathlib import Path
from typing import Any

import pytest
from helpers import ROOT
from hostile import HOSTILE, acts

from raci_cli import resources

NAMES = resources.lifecycle_names()
OWN = """\
raci: 1
project: {name: Old, summary: Move the office.}
teams: {it: IT}
people: {ana: {name: Ana, team: it}, bob: Bob}
steps:
  one: {title: Pack, accountable: ana}
  two: {title: Move, accountable: bob}
"""


def test_the_lifecycles_are_listed_a_line_each_the_default_first(raci: Any) -> None:
    ran = raci("lifecycles")
    assert (ran.code, ran.err) == (0, "")
    heading, *lines = ran.out.partition("\n\n")[0].splitlines()
    assert heading.split() == ["NAME", "STEPS", "OPEN", "FOR"]
    assert [line.split()[0] for line in lines] == NAMES
    assert lines[0].split(maxsplit=3) == [
        "ten-step", "10", "2",
        "Bring in a new technology, together with the people who will use it. Parties: marketing, it.",
    ]  # fmt: skip
    assert ran.out.endswith("raci init --lifecycle NAME starts a project of it.\n")


def test_a_lifecycle_is_shown_with_who_owns_what_and_what_is_open(raci: Any) -> None:
    ran = raci("lifecycles", "ten-step")
    assert (ran.code, ran.err) == (0, "")
    lines = ran.out.splitlines()
    assert lines[:4] == [
        "ten-step: Bring in a new technology, together with the people who will use it.",
        "10 steps, 2 of them open. Parties: marketing, it.",
        "",
        "#   STEP                    WHO ANSWERS FOR IT",
    ]
    assert "5   Choose the solution     open: Marketing or IT. Who owns the budget?" in lines
    assert "6   Build and integrate     IT" in lines
    assert lines[-1] == "Start: raci init --lifecycle ten-step --name NAME --rename marketing=YOURS"


@pytest.mark.parametrize("name", NAMES)
def test_what_is_said_to_be_typed_starts_a_project(raci: Any, name: str) -> None:
    start = raci("lifecycles", name).out.splitlines()[-1].removeprefix("Start: ")
    data = json.loads(raci("lifecycles", name, "--json").out)
    assert data["start"] == start
    assert raci(*shlex.split(start)[1:]).code == 0
    made = json.loads(raci("matrix", "--json").out)
    assert [row["id"] for row in made["rows"] if not row["task"]] == [step["id"] for step in data["steps"]]


def test_the_blank_one_is_open_and_names_nobody(raci: Any) -> None:
    out = raci("lifecycles", "blank").out
    assert "\n1 step, 1 of them open.\n" in out
    assert "\n1  Decide what the steps are  open\n" in out


def test_one_without_an_open_step_says_so(raci: Any) -> None:
    assert "5 steps, none of them open. Parties: team." in raci("lifecycles", "first-win").out


def test_a_project_file_is_shown_as_the_lifecycle_that_it_is(raci: Any) -> None:
    Path("old file.yaml").write_text(OWN, encoding="utf-8")
    assert raci("lifecycles", "old file.yaml").out == (
        "old file.yaml: Move the office.\n"
        "2 steps, 1 of them open. Parties: it.\n"
        "\n"
        "#  STEP  WHO ANSWERS FOR IT\n"
        "1  Pack  IT\n"
        "2  Move  open\n"
        "\n"
        "Start: raci init --lifecycle 'old file.yaml' --name NAME --rename it=YOURS\n"
    )


def test_the_lifecycles_as_data(raci: Any) -> None:
    every = json.loads(raci("lifecycles", "--json").out)
    assert [one["name"] for one in every] == NAMES
    one = json.loads(raci("lifecycles", "vendor-selection", "--json").out)
    assert one in every
    assert one["open"] == ["choice"]
    assert one["parties"][0] == {"id": "department", "name": "Department"}
    (choice,) = [step for step in one["steps"] if step["id"] == "choice"]
    assert (choice["owners"], choice["candidates"]) == ([], ["department", "it"])
    assert choice["hint"] == "Who pays, and who must run it for years?"


@pytest.mark.parametrize(
    "name, code, message",
    [
        ("onboard", 2, "error: there is no lifecycle 'onboard'\n  did you mean onboarding?\n"),
        ("zzz", 2, "error: there is no lifecycle 'zzz'\n  shipped: ten-step, "),
        ("gone.yaml", 3, "error: cannot read gone.yaml: "),
    ],
)
def test_what_is_no_lifecycle_is_told(raci: Any, name: str, code: int, message: str) -> None:
    ran = raci("lifecycles", name)
    assert (ran.code, ran.out) == (code, "")
    assert ran.err.startswith(message)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_does_nothing(raci: Any, text: str) -> None:
    if "\n" not in text and "\0" not in text:
        steps = {"a": {"title": f"x {text}", "candidates": ["t"], "hint": text}}
        data = {"raci": 1, "project": {"name": "X", "summary": text}, "teams": {"t": text}, "steps": steps}
        Path("own.yaml").write_bytes(json.dumps(data).encode("utf-8", "surrogatepass"))
        ran = raci("lifecycles", "own.yaml")
        assert not acts(ran.out + ran.err)
    assert not acts(raci("lifecycles", text).err)


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize("columns", [60, 80, 120])
@pytest.mark.parametrize("words", [["lifecycles"], *(["lifecycles", name] for name in NAMES)], ids=" ".join)
def test_on_a_terminal_lines_fit(raci: Any, monkeypatch: pytest.MonkeyPatch, words: list[str], columns: int) -> None:
    plain = raci(*words).out
    screen = _Terminal()
    monkeypatch.setattr(sys, "stdout", screen)
    monkeypatch.setenv("COLUMNS", str(columns))
    monkeypatch.setenv("NO_COLOR", "1")
    assert raci(*words).code == 0
    lines = screen.getvalue().splitlines()
    assert max(map(len, lines)) <= columns
    said = [re.sub(r"WHO ANSWERS FOR IT\n|FOR\n|\s", "", text) for text in (screen.getvalue(), plain)]
    assert said[0] == said[1]


def test_the_table_of_the_documentation_is_that_of_the_lifecycles(raci: Any, update: bool) -> None:
    path = ROOT / "docs/lifecycles.md"
    text = path.read_text(encoding="utf-8")
    head = "| lifecycle | for | steps | parties | open |\n| --- | --- | --- | --- | --- |\n"
    before, _, rest = text.partition(head)
    after = rest[rest.index("\n\n") + 1 :]
    made = before + head + "".join(map(_row, json.loads(raci("lifecycles", "--json").out))) + after
    if update:
        path.write_text(made, encoding="utf-8")
    assert made == text or update


def _row(one: dict[str, Any]) -> str:
    parties = ", ".join(party["id"] for party in one["parties"])
    titles = {step["id"]: step["title"] for step in one["steps"]}
    undecided = "; ".join(titles[id_] for id_ in one["open"])
    return f"| `{one['name']}` | {one['summary']} | {len(one['steps'])} | {parties} | {undecided} |\n"
