"""Steps and tasks that are added, at the end or beside another."""

import fcntl
import json
from pathlib import Path
from typing import Any

import pytest
from changes.planning import TEAMWORK, Planned, outcome, plan_of, usage
from helpers import LIMITS, reading

from raci_cli.changes.add import add_step, add_task
from raci_cli.changes.plan import Plan
from raci_cli.cli import main
from raci_cli.document.edits import edit
from raci_cli.model.fields import ID_RULE
from raci_cli.model.project import Project


def step(id_: str, title: str, after: str | None = None, before: str | None = None) -> Planned:
    def planned(project: Project, data: Any) -> Plan:
        return add_step(project, data, id_, title, after, before)

    return planned


def task(word: str, title: str, after: str | None = None, before: str | None = None) -> Planned:
    def planned(project: Project, data: Any) -> Plan:
        return add_task(project, data, word, title, after, before)

    return planned


def added(planned: Planned, text: str) -> str:
    """The steps of the text after it."""
    tree = reading(text).tree
    assert tree is not None
    new = edit(tree, plan_of(planned, text).changes, LIMITS).source.encode().decode()
    assert new.startswith(HEAD)
    return new.removeprefix(HEAD)


HEAD = "raci: 1\nproject: {name: Demo}\n"
BLOCK = "steps:\n  # one\n  a:\n    title: A  # x\n  # two\n  b:\n    title: B\n    notes: |\n      Long.\n\n# end\n"
FLOW = "steps: {a: {title: A}, b: {title: B}}  # all\n"
LINES = "steps:\n  a: {title: A}  # x\n  b: {title: B}\n"
TASKS = "steps:\n  a:\n    title: A\n    tasks:  # t\n      p: {title: P}  # x\n      # between\n      q: {title: Q}\n"
NEW = "  new:\n    title: New\n"

PLACED: dict[str, tuple[Planned, str, str]] = {
    "at the end": (step("new", "New"), BLOCK, BLOCK.replace("Long.\n", f"Long.\n{NEW}")),
    "behind the last": (step("new", "New", after="b"), BLOCK, BLOCK.replace("Long.\n", f"Long.\n{NEW}")),
    "behind another, before the comment of the next": (
        step("new", "New", after="a"),
        BLOCK,
        BLOCK.replace("# x\n", f"# x\n{NEW}"),
    ),
    "before another, before its comment": (
        step("new", "New", before="2"),
        BLOCK,
        BLOCK.replace("# x\n", f"# x\n{NEW}"),
    ),
    "before the first, before its comment": (
        step("new", "New", before="1"),
        BLOCK,
        BLOCK.replace("  # one\n", f"{NEW}  # one\n"),
    ),
    "at the end, behind a comment about the last": (
        step("new", "New"),
        BLOCK.replace("Long.\n", "Long.\n    # about b\n  # later\n"),
        BLOCK.replace("Long.\n", f"Long.\n    # about b\n{NEW}  # later\n"),
    ),
    "in one line": (step("new", "New"), FLOW, FLOW.replace("}}", "}, new: {title: New}}")),
    "in one line, behind another": (
        step("new", "New", after="1"),
        FLOW,
        FLOW.replace("A},", "A}, new: {title: New},"),
    ),
    "in one line, before another": (
        step("new", "New", before="b"),
        FLOW,
        FLOW.replace("A},", "A}, new: {title: New},"),
    ),
    "in one line, first": (step("new", "New", before="a"), FLOW, FLOW.replace("{a:", "{new: {title: New}, a:")),
    "as lines of their own": (step("new", "New"), LINES, f"{LINES}  new: {{title: New}}\n"),
    "as a first line": (
        step("new", "New", before="a"),
        LINES,
        LINES.replace("  a:", "  new: {title: New}\n  a:"),
    ),
    "what reads as something else is quoted": (
        step("no", "1.10", after="a"),
        LINES,
        LINES.replace("# x\n", "# x\n  'no': {title: '1.10'}\n"),
    ),
    "a task at the end": (task("a.new", "New"), TASKS, f"{TASKS}      new: {{title: New}}\n"),
    "a task behind another": (
        task("a.new", "New", after="p"),
        TASKS,
        TASKS.replace("# x\n", "# x\n      new: {title: New}\n"),
    ),
    "a task before another": (
        task("1.new", "New", before="a.q"),
        TASKS,
        TASKS.replace("# x\n", "# x\n      new: {title: New}\n"),
    ),
    "a task before the first": (
        task("a.new", "New", before="p"),
        TASKS,
        TASKS.replace("      p:", "      new: {title: New}\n      p:"),
    ),
    "a task before the first and its comment": (
        task("a.new", "New", before="p"),
        TASKS.replace("      p:", "      # about p\n      p:"),
        TASKS.replace("      p:", "      new: {title: New}\n      # about p\n      p:"),
    ),
    "the first task of a step": (
        task("b.new", "New"),
        BLOCK,
        BLOCK.replace("Long.\n", "Long.\n    tasks:\n      new: {title: New}\n"),
    ),
    "the first task of a step in one line": (
        task("a.new", "New"),
        LINES,
        LINES.replace("{title: A}", "{title: A, tasks: {new: {title: New}}}"),
    ),
    "a task in one line": (
        task("a.new", "New", before="a.q"),
        "steps: {a: {title: A, tasks: {p: {title: P}, q: {title: Q}}}}\n",
        "steps: {a: {title: A, tasks: {p: {title: P}, new: {title: New}, q: {title: Q}}}}\n",
    ),
    "a task among tasks of several lines": (
        task("a.new", "New"),
        "steps:\n  a:\n    title: A\n    tasks:\n      p:\n        title: P\n",
        "steps:\n  a:\n    title: A\n    tasks:\n      p:\n        title: P\n      new:\n        title: New\n",
    ),
}


@pytest.mark.parametrize("planned, before, after", PLACED.values(), ids=PLACED)
def test_it_stands_where_it_belongs_and_nothing_else_moves(planned: Planned, before: str, after: str) -> None:
    assert added(planned, HEAD + before) == after


@pytest.mark.parametrize("planned, before, after", PLACED.values(), ids=PLACED)
def test_line_ends_are_those_of_the_file(planned: Planned, before: str, after: str) -> None:
    text = (HEAD + before).replace("\n", "\r\n")
    tree = reading(text).tree
    assert tree is not None
    new = edit(tree, plan_of(planned, text).changes, LIMITS).source.encode().decode()
    assert new == (HEAD + after).replace("\n", "\r\n")


@pytest.mark.parametrize(
    "tasks, wanted",
    [
        ("tasks:", "tasks:\n      new: {title: New}"),
        ("tasks:  # none yet", "tasks:  # none yet\n      new: {title: New}"),
        ("tasks: {}  # c", "tasks: {new: {title: New}}  # c"),
        ("tasks: ~", "tasks: {new: {title: New}}"),
        ("tasks: null", "tasks: {new: {title: New}}"),
    ],
)
def test_empty_tasks_are_filled(tasks: str, wanted: str) -> None:
    text = f"{HEAD}steps:\n  a:\n    title: A\n    {tasks}\n  b: {{title: B}}\n"
    assert HEAD + added(task("a.new", "New"), text) == text.replace(tasks, wanted)


def test_a_missing_last_line_end_stays_missing() -> None:
    assert added(step("new", "New"), HEAD + LINES.removesuffix("\n")) == f"{LINES}  new: {{title: New}}"


def test_the_blank_line_between_steps_is_kept() -> None:
    steps = "steps:\n  a:\n    title: A\n\n  b:\n    title: B\n\n  c:\n    title: C\n"
    assert added(step("new", "New"), HEAD + steps) == f"{steps}\n{NEW}"
    assert added(step("new", "New", before="c"), HEAD + steps) == steps.replace("B\n\n", f"B\n\n{NEW}\n")


@pytest.mark.parametrize("planned", [step("new", "New", after="a"), step("new", "New", before="a")])
def test_beside_the_first_step_the_blank_line_is_kept_too(planned: Planned) -> None:
    steps = "steps:\n  a:\n    title: A\n\n  b:\n    title: B\n"
    assert f"{NEW}\n" in added(planned, HEAD + steps)
    assert "A\n  new" not in added(planned, HEAD + steps)


def test_the_blank_line_between_steps_with_comments_is_kept() -> None:
    steps = BLOCK.replace("  # two", "\n  # two")
    assert added(step("new", "New"), HEAD + steps) == steps.replace("Long.\n", f"Long.\n\n{NEW}")


def test_what_is_new_is_said() -> None:
    assert outcome(step("new", "New"))[2] == ["New step new: New"]
    (said,) = plan_of(task("2.new", "New", after="first")).said
    new = {"title": "New"}
    text = "New task vendor-check.new: New"
    assert said.as_data() == {"path": "steps.vendor-check.tasks.new", "old": None, "new": new, "text": text}


REFUSED: dict[str, tuple[Planned, tuple[str, str]]] = {
    "a step's id": (step("launch", "New"), ("there is a step launch already", "")),
    "an id with a blank": (step("a b", "New"), ("'a b' cannot be an id", ID_RULE)),
    "no id": (step("", "New"), ("'' cannot be an id", ID_RULE)),
    "a blank title": (step("new", " "), ("the title must not be empty", "")),
    "a title of two lines": (
        step("new", "a\nb"),
        ("the title must not contain the control character \\n", ""),
    ),
    "no such neighbour": (step("new", "New", after="lunch"), ("there is no step 'lunch'", "did you mean launch?")),
    "no such number": (step("new", "New", before="5"), ("there is no step 5", "the steps are 1 to 4")),
    "a task's id": (task("2.first", "New"), ("there is a task vendor-check.first already", "")),
    "a task without its step": (task("new", "New"), ("'new' names no step for the task", "such as testing.acceptance")),
    "a task without its id": (task("2.", "New"), ("'' cannot be an id", ID_RULE)),
    "a task of a task": (task("2.first.new", "New"), ("'first.new' cannot be an id", ID_RULE)),
    "a task of no step": (task("lunch.new", "New"), ("there is no step 'lunch'", "did you mean launch?")),
    "a task beside none": (
        task("2.new", "New", before="frist"),
        ("there is no task of vendor-check 'frist'", "did you mean first?"),
    ),
    "a task beside one of no tasks": (
        task("launch.new", "New", after="first"),
        ("there is no task of launch 'first'", ""),
    ),
}


@pytest.mark.parametrize("planned, refusal", REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_added_is_refused(planned: Planned, refusal: tuple[str, str]) -> None:
    assert usage(planned) == refusal


def test_a_task_is_not_put_beside_one_of_another_step() -> None:
    assert usage(task("2.new", "New", after="launch.first"))[0]


def test_an_empty_neighbour_is_refused() -> None:
    assert usage(step("new", "New", after=""))[0] == "there is no step ''"


COMMANDS = [["step", "new", "New", "--before", "launch"], ["task", "2.new", "New", "--after", "first"]]


@pytest.mark.parametrize("words", COMMANDS, ids=["step", "task"])
def test_the_commands_show_and_write(capsys: pytest.CaptureFixture[str], words: list[str]) -> None:
    file = Path("raci.yaml")
    file.write_text(TEAMWORK)
    assert main(["add", *words, "--after", "second", "--before", "second"]) == 2
    assert "--after and --before cannot both be" in capsys.readouterr().err
    with file.open() as other:
        fcntl.flock(other, fcntl.LOCK_EX)
        assert main(["add", *words, "--lock-timeout", "0"]) == 3
    assert "is being changed by another process" in capsys.readouterr().err
    assert main(["add", *words, "--dry-run", "--json"]) == 0
    data = json.loads(capsys.readouterr().out)
    assert data["diff"].startswith("--- raci.yaml\n+++ raci.yaml\n@@ ")
    assert file.read_text() == TEAMWORK
    assert main(["add", *words]) == 0
    assert capsys.readouterr().out == data["changes"][0]["text"] + "\n"
    assert file.read_text().replace("      new: {title: New}\n", "").replace("  new: {title: New}\n", "") == TEAMWORK
