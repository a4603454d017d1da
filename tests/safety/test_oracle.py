"""Another lossless editor of YAML as a judge: where both edit, both files say the same."""

from collections.abc import Callable
from random import Random
from typing import Any

import pytest
import yaml_edit as oracle
from document.editing import tree_of
from helpers import LIMITS
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from safety.projects import TEXTS, ProjectWriter, projects
from safety.running import EXAMPLES

from raci_cli.document.edits import Put, edit
from raci_cli.document.nodes import Plain, Tree
from raci_cli.findings import Path

# They never disagreed in 10,000 edits by hand, so that no exception has to be named here.
SHARE = 10
SEED = st.integers(0, 1 << 32).map(Random)


def mappings(tree: Tree) -> list[Path]:
    """The paths of all mappings that hold something."""

    def inside(value: Any, path: Path) -> list[Path]:
        if not isinstance(value, dict) or not value:
            return []
        return [path, *(found for key, inner in value.items() for found in inside(inner, (*path, key)))]

    return inside(tree.data, ())


def at(document: Any, path: Path) -> Any:
    """The mapping of the other editor at a path."""
    found = document.as_mapping()
    for key in path:
        found = found.get_mapping(key)
    return found


def by_oracle(text: str, act: Callable[[Any], object]) -> str:
    document = oracle.Document.parse(text)
    act(document)
    return str(document)


def get(data: Any, path: Path) -> Any:
    for key in path:
        data = data[key]
    return data


def disagreement(text: str, change: Put, act: Callable[[Any], object]) -> str:
    """How the files of the two editors differ in what they say, to raci and to the other reader; or nothing."""
    ours, theirs = edit(tree_of(text), [change], LIMITS).source.text, by_oracle(text, act)
    if tree_of(ours).data != tree_of(theirs).data:
        return f"raci reads them differently:\n{ours}\n{theirs}"
    if oracle.Document.parse(ours).to_python() != oracle.Document.parse(theirs).to_python():
        return f"they are of other types:\n{ours}\n{theirs}"
    return ""


def places(tree: Tree, kind: type) -> list[tuple[Path, str]]:
    """The mappings and their keys that hold a text, or a list that is not empty."""
    found = [(path, key) for path in mappings(tree) for key in get(tree.data, path)]
    return [(path, key) for path, key in found if isinstance(get(tree.data, (*path, key)), kind) and key != "raci"
            and get(tree.data, (*path, key))]  # fmt: skip


@settings(max_examples=EXAMPLES // SHARE, deadline=None, derandomize=True)
@given(st.data(), projects(), SEED, TEXTS)
def test_a_text_that_is_set_reads_the_same(data: st.DataObject, given_data: Any, choose: Random, new: str) -> None:
    text = ProjectWriter(choose).text(given_data)
    path, key = data.draw(st.sampled_from(places(tree_of(text), str)))
    assert not disagreement(text, Put((*path, key), new), lambda document: at(document, path).__setitem__(key, new))


@settings(max_examples=EXAMPLES // SHARE, deadline=None, derandomize=True)
@given(st.data(), projects(), SEED, TEXTS)
def test_a_key_that_is_added_reads_the_same(data: st.DataObject, given_data: Any, choose: Random, new: str) -> None:
    text = ProjectWriter(choose).text(given_data)
    path = data.draw(st.sampled_from(mappings(tree_of(text))))
    change = Put((*path, "new-key"), new)
    assert not disagreement(text, change, lambda document: at(document, path).__setitem__("new-key", new))


@settings(max_examples=EXAMPLES // SHARE, deadline=None, derandomize=True)
@given(st.data(), projects(), SEED, TEXTS)
def test_a_list_that_grows_reads_the_same(data: st.DataObject, given_data: Any, choose: Random, new: str) -> None:
    text = ProjectWriter(choose).text(given_data)
    tree = tree_of(text)
    lists = places(tree, list)
    assume(lists)
    path, key = data.draw(st.sampled_from(lists))
    change = Put((*path, key), [*get(tree.data, (*path, key)), new])
    assert not disagreement(text, change, lambda document: at(document, path).get_sequence(key).append(new))


@pytest.mark.parametrize("other", ["b: 1\n", "a: x\n", "a: 'true'\nb: 1\n"])
def test_what_differs_would_be_seen(other: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A judge who never objects is none: another value, a key that is missing, a text that became a boolean."""
    monkeypatch.setitem(globals(), "by_oracle", lambda _text, _act: other)
    assert disagreement("a: x\nb: 1\n", Put(("a",), Plain("true")), lambda _: None)
