"""Whole-file edits, byte by byte."""

from typing import Any

import pytest
from document.edit_cases import CASES, Case
from helpers import LIMITS

from raci_cli.document.edits import Change, Put, edit
from raci_cli.document.nodes import Plain, compose
from raci_cli.document.source import decode

KEYS = {"owner": "accountable", "added": "responsible", "removed": "responsible", "status": "status", "due": "due"}


def change(what: str, steps: Any, step: str, value: str) -> Change:
    index = next(index for index, given in enumerate(steps) if given["id"] == step)
    path = ("steps", index, KEYS[what])
    if what == "added":
        return Put(path, [*steps[index]["responsible"], value])
    if what == "removed":
        return Put(path, [one for one in steps[index]["responsible"] if one != value])
    return Put(path, Plain(value) if what == "due" else value)


@pytest.mark.parametrize("what", KEYS)
@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_nothing_but_the_value_changes(case: Case, what: str) -> None:
    step, value, old, new = case.operations[what]
    assert case.text.count(old) == 1
    tree = compose(decode("raci.yaml", case.text.encode(), LIMITS), LIMITS)
    after = edit(tree, [change(what, tree.data["steps"], step, value)], LIMITS)
    assert after.source.encode().decode() == case.text.replace(old, new)


def test_every_case_has_every_operation() -> None:
    assert len(CASES) == 11
    assert all(list(case.operations) == list(KEYS) for case in CASES)
