"""Any edits of any project, one after the other: each is refused, or changes what was asked for and nothing else."""

from random import Random
from typing import Any

import pytest
from document.test_edit_properties import check
from helpers import LIMITS
from hypothesis import event, given, settings
from hypothesis import strategies as st
from safety.operations import Operation, operations
from safety.projects import ProjectWriter, plain, projects
from safety.running import EXAMPLES

from raci_cli.changes.identity import rename
from raci_cli.changes.plan import Planner
from raci_cli.changes.setting import set_keys
from raci_cli.document.edits import edit
from raci_cli.document.nodes import Tree
from raci_cli.document.source import BOM
from raci_cli.errors import Bug, UsageError
from raci_cli.model.project import Project
from raci_cli.model.reader import read

# A seed, since drawing each of its hundreds of choices would take ten times as long.
RANDOM = st.integers(0, 1 << 32).map(Random)
# Ids that need no quotes: those that one of these brings stay when it goes.
UNQUOTED = ["new-1", "Z", "another_id"]


def examples(share: float) -> settings:
    return settings(max_examples=int(EXAMPLES * share), deadline=None, derandomize=True)


def opened(data: bytes) -> tuple[Tree, Project]:
    found = read("raci.yaml", data, LIMITS)
    assert found.tree is not None
    assert found.project is not None
    assert not found.findings, found.findings
    return found.tree, found.project


def written(given_data: Any, choose: Random) -> bytes:
    return BOM * choose.choice((0, 0, 0, 1)) + ProjectWriter(choose).text(given_data).encode()


def changed(data: bytes, planner: Planner) -> bytes:
    """The file after an edit that is not refused."""
    tree, project = opened(data)
    return edit(tree, planner(project, tree.data).changes, LIMITS).source.encode()


def carried_out(data: bytes, operation: Operation) -> bytes:
    """The file after an edit, with all that must hold."""
    tree, project = opened(data)
    try:
        plan = operation.planner(project, tree.data)
    except Bug:
        raise
    except UsageError:
        assert not operation.is_sure
        event(f"{operation.name}: refused")
        return data
    wanted = operation.then(plain(project))
    event(f"{operation.name}: {'changed' if plan.changes else 'nothing to change'}")
    if not plan.changes:
        assert wanted == plain(project)
        return data
    after = edit(tree, plan.changes, LIMITS)
    check(tree, after, list(plan.changes))
    result = after.source.encode()
    assert result.startswith(BOM) == data.startswith(BOM)
    assert plain(opened(result)[1]) == wanted
    return result


@examples(0.4)
@given(st.data(), projects(), RANDOM)
def test_each_edit_is_refused_or_does_just_what_was_asked_for(
    data: st.DataObject, given_data: Any, choose: Random
) -> None:
    file = written(given_data, choose)
    for _ in range(data.draw(st.integers(1, 5))):
        _, project = opened(file)
        file = carried_out(file, data.draw(operations(project)))


@examples(0.3)
@given(st.data(), projects(), RANDOM)
def test_a_name_given_and_taken_back_gives_the_first_bytes(
    data: st.DataObject, given_data: Any, choose: Random
) -> None:
    file = written(given_data, choose)
    _, project = opened(file)
    tasks = [f"{step.id}.{task.id}" for step in project.steps for task in step.tasks]
    old = data.draw(st.sampled_from([*project.parties, *project.goals, *(step.id for step in project.steps), *tasks]))
    new = data.draw(st.sampled_from(UNQUOTED))
    there = old.partition(".")[0] + "." + new if "." in old else new
    other = changed(file, lambda p, d: rename(p, d, old, new))
    assert other != file
    assert changed(other, lambda p, d: rename(p, d, there, old)) == file


@examples(0.3)
@given(st.data(), projects(), RANDOM)
def test_a_value_set_and_set_back_gives_the_first_bytes(data: st.DataObject, given_data: Any, choose: Random) -> None:
    file = written(given_data, choose)
    _, project = opened(file)
    works = {".".join(str(part) for part in path[1:] if part != "tasks"): work
             for step in project.steps for work, path in step.work()}  # fmt: skip
    word = data.draw(st.sampled_from(list(works)))
    work = works[word]
    keys = [key for key in ("title", "phase", "hint", "due", "status") if getattr(work, key) is not None]
    key = data.draw(st.sampled_from([key for key in keys if key != "status" or work.status != "not-started"]))
    old = str(getattr(work, key))
    new = data.draw(st.sampled_from({"due": ["2026-05-06"], "status": ["blocked"]}.get(key, ["word", "two words"])))
    other = changed(file, lambda p, d: set_keys(p, d, [word], [f"{key}={new}"]))
    assert other != file
    assert changed(other, lambda p, d: set_keys(p, d, [word], [f"{key}={old}"])) == file


LITERAL = """\
raci: 1
project: {name: Demo}
people: {ana: Ana}
steps:
  kickoff:
    title: |-%s
      x
    accountable: ana
"""


def test_a_literal_block_of_one_line_stays_one() -> None:
    file = (LITERAL % "").encode()
    assert changed(file, lambda p, d: set_keys(p, d, ["kickoff"], ["title=y"])) == file.replace(b"  x", b"  y")


@pytest.mark.parametrize("key", ["title=y", "notes=p\nq"])
def test_the_comment_behind_the_mark_of_a_block_survives(key: str) -> None:
    file = (LITERAL % " # why").replace("    accountable", "    notes: |- # why not\n      a\n      b\n    accountable")
    after = changed(file.encode(), lambda p, d: set_keys(p, d, ["kickoff"], [key]))
    assert b"# why\n" in after
    assert b"# why not\n" in after
