"""What a plan is made of."""

from typing import Any

import pytest

from raci_cli.changes.plan import Plan, Said, get
from raci_cli.document.edits import Drop, Put
from raci_cli.findings import Path


def test_plans_are_joined_in_order() -> None:
    one = Plan((Put(("a",), "x"),), (Said(("a",), "one"),))
    two = Plan((Drop(("b",)),), (Said(("b",), "two"),))
    assert (one + two).changes == (Put(("a",), "x"), Drop(("b",)))
    assert [said.text for said in (one + two + Plan()).said] == ["one", "two"]


def test_what_is_said_names_its_place() -> None:
    said = Said(("steps", "a", "needs", 0), "text", ["x"], None)
    assert said.as_data() == {"path": "steps.a.needs[0]", "old": ["x"], "new": None, "text": "text"}


@pytest.mark.parametrize(
    "path, value",
    [
        (("a", "b"), "x"),
        (("a",), {"b": "x", "c": None}),
        (("a", "c", "d"), None),
        (("a", "b", "c"), None),
        (("z",), None),
        ((), None),
    ],
)
def test_a_value_is_found_or_is_nothing(path: Path, value: Any) -> None:
    data = {"a": {"b": "x", "c": None}}
    assert get(data, path) == (value if path else data)
