"""Any edit of any file: just what was meant changes."""

import itertools
from random import Random
from typing import Any

from document.editing import tree_of
from document.styles import Writer
from helpers import LIMITS
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from raci_cli.document.edits import Change, Drop, Put, edit, expected
from raci_cli.document.nodes import Tree, compose
from raci_cli.document.scalars import Value
from raci_cli.document.source import Source
from raci_cli.findings import Path

WORDS = [
    "x",
    "ana",
    "in-progress",
    "Ana Ortiz",
    "no",
    "010",
    "a: b",
    "x #y",
    "it's",
    '"q"',
    "",
    "廣瀬 👩‍💻",
    "- x",
    "a, b",
    "2026-01-01",
]
TEXTS = st.sampled_from([*WORDS, "p\nq\n", "p\n\nq", "one line\n"])
KEYS = st.sampled_from(["title", "it", "no", "a b", "team-1", "é", "status", "needs", "due", "x"])
LISTS = st.lists(st.sampled_from(WORDS), max_size=4)
LEAVES = st.one_of(st.none(), TEXTS, LISTS)
DATA = st.dictionaries(
    KEYS,
    st.recursive(LEAVES, lambda inner: st.dictionaries(KEYS, inner, max_size=4), max_leaves=12),
    min_size=1,
    max_size=5,
)
NEW: list[Value] = ["v", {"title": "x"}]
VALUES = st.one_of(TEXTS, LISTS, st.dictionaries(KEYS, TEXTS, min_size=1, max_size=2))


def mappings(data: Any, path: Path = ()) -> list[tuple[Path, Any]]:
    """Where keys can be put, and what is there."""
    if data is None and path:
        return [(path, {})]
    if not isinstance(data, dict):
        return []
    return [(path, data), *(found for key, value in data.items() for found in mappings(value, (*path, key)))]


@st.composite
def changes(draw: st.DrawFn, tree: Tree) -> Change:
    data, ends = tree.data, tree.source.text.endswith("\n")
    parent, entries = draw(st.sampled_from(mappings(data)))
    key = draw(st.sampled_from(sorted(entries)) if entries and draw(st.booleans()) else KEYS)
    alone = not parent and len(entries) == 1  # a file is never emptied
    if key in entries and not alone and draw(st.integers(0, 2)) == 0:
        return Drop((*parent, key))
    order = tuple(draw(st.permutations(["title", "it", "status", "due"])))
    return Put((*parent, key), draw(VALUES if ends else VALUES.filter(lambda value: "\\n" not in repr(value))), order)


def concerned(tree: Tree, path: Path) -> range:
    """The lines, from 1, that an edit of this path may touch: its own, or those of the brackets around it."""
    lines = range(0)
    for length in range(1, len(path) + 1):
        key, node, depth = tree.find(path[:length])
        if depth < length or key is None or node is None:
            break
        lines = range(tree.span(path[:length], "key").line, tree.source.place(tree_end(tree, path[:length]))[0] + 1)
        if getattr(node, "flow_style", False):
            break
    return lines


def tree_end(tree: Tree, path: Path) -> int:
    return max(tree.span(path, "key").end, tree.span(path).end)


def is_within(few: list[str], many: list[str]) -> bool:
    """Whether all of the few are among the many, in their order."""
    rest = iter(many)
    return all(line in rest for line in few)


def check(old: Tree, new: Tree, changed: list[Change]) -> None:
    assert new.data == expected(old.data, changed)
    assert compose(Source("raci.yaml", new.source.text), LIMITS).data == new.data
    touched = {line for change in changed for line in touched_by(old, change)}
    lines = old.source.text.split("\n")
    kept = [line.removesuffix("\r") for number, line in enumerate(lines, 1) if number not in touched and line.strip()]
    assert is_within(kept, [line.removesuffix("\r") for line in new.source.text.split("\n")])
    if "\r\n" in old.source.text:
        assert new.source.text.count("\n") == new.source.text.count("\r\n")
    assert new.source.text.endswith("\n") or not old.source.text.endswith("\n")


def touched_by(old: Tree, change: Change) -> range:
    """The lines of the path itself; the line of its parent too, where that is empty before or after."""
    if old.root is not None and getattr(old.root, "flow_style", False):
        return range(1, old.source.text.count("\n") + 2)
    exists = old.find(change.path)[2] == len(change.path)
    if exists and not (isinstance(change, Drop) and len(change.path) > 1):
        return concerned(old, change.path)
    parent = old.data
    for part in change.path[:-1]:
        parent = parent[part]
    if exists and len(parent) > 1:
        return concerned(old, change.path)
    if exists or not parent or getattr(old.find(change.path[:-1])[1], "flow_style", False):
        return concerned(old, change.path[:-1])
    flows = [
        length
        for length in range(1, len(change.path))
        if getattr(old.find(change.path[:length])[1], "flow_style", False)
    ]
    return concerned(old, change.path[: flows[0]]) if flows else range(0)


@settings(max_examples=300, deadline=None, derandomize=True)
@given(st.data(), DATA, st.randoms(use_true_random=False))
def test_an_edit_changes_what_was_meant_and_no_other_line(data: st.DataObject, given_data: Any, choose: Random) -> None:
    tree = tree_of(Writer(choose).text(given_data))
    assert tree.data == given_data
    for _ in range(data.draw(st.integers(1, 4))):
        change = data.draw(changes(tree))
        after = edit(tree, [change], LIMITS)
        check(tree, after, [change])
        tree = after


@settings(max_examples=300, deadline=None, derandomize=True)
@given(st.data(), DATA, st.randoms(use_true_random=False))
def test_edits_made_at_once_are_those_made_one_by_one(data: st.DataObject, given_data: Any, choose: Random) -> None:
    tree = tree_of(Writer(choose).text(given_data))
    wanted: dict[Path, Change] = {}
    for _ in range(data.draw(st.integers(2, 4))):
        change = data.draw(changes(tree))
        if not any(change.path[: len(other)] == other or other[: len(change.path)] == change.path for other in wanted):
            wanted[change.path] = change
    after = edit(tree, list(wanted.values()), LIMITS)
    assert after.data == expected(tree.data, wanted.values())


def indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def attached(text: str) -> set[tuple[str, str]]:
    """Each comment with a line of its own, and the key right below it, unless that is less indented."""
    lines = text.replace("\r\n", "\n").split("\n")
    pairs = ((one, other) for one, other in itertools.pairwise(lines) if one.lstrip().startswith("#"))
    return {(one, other.split(":")[0]) for one, other in pairs if other.strip(" }.") and indent(one) <= indent(other)}


@settings(max_examples=300, deadline=None, derandomize=True)
@given(st.data(), DATA, st.randoms(use_true_random=False))
def test_a_new_entry_parts_no_comment_from_what_is_below_it(
    data: st.DataObject, given_data: Any, choose: Random
) -> None:
    tree = tree_of(Writer(choose).text(given_data))
    assume(not getattr(tree.root, "flow_style", False))
    parent, entries = data.draw(st.sampled_from([found for found in mappings(tree.data) if found[1]]))
    near = data.draw(st.sampled_from(sorted(entries)))
    value = data.draw(st.sampled_from(NEW))
    before = data.draw(st.booleans())
    change = Put((*parent, "new"), value, before=near if before else None, after=None if before else near)
    after = edit(tree, [change], LIMITS)
    place = list(entries).index(near) + (not before)
    assert list(dict(mappings(after.data))[parent]).index("new") == place
    assert attached(tree.source.text) <= attached(after.source.text)
