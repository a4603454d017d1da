"""A change of values to a change of text: only what is set is rewritten, then everything is read again.

Pure: a tree and changes in, the new text out. Every cut is made against the same tree and applied from the right, so
that the places of the others stay true.
"""

import copy
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import yaml

from raci_cli.document.change import Change, Drop, Put, Rekey, bug
from raci_cli.document.cuts import Cuts
from raci_cli.document.nodes import Tree, compose
from raci_cli.document.scalars import Value
from raci_cli.document.source import Limits, Refused, Source, refuse_characters
from raci_cli.document.splice import splice
from raci_cli.errors import Bug
from raci_cli.findings import Path

__all__ = ["Change", "Drop", "Put", "Rekey", "edit", "expected", "plain"]


def edit(tree: Tree, changes: Sequence[Change], limits: Limits) -> Tree:
    """The tree of the text with these changes; raises Bug where that would not be the old model with just them."""
    try:
        return _edit(tree, changes, limits)
    except Bug:
        single = [one for change in changes for one in _singly(tree, change)]
        if len(single) < 2:  # noqa: PLR2004
            raise
    for change in single:  # what cannot be cut at once, such as two last entries of a flow mapping, goes one by one
        tree = _edit(tree, [change], limits)
    return tree


def _singly(tree: Tree, change: Change) -> Iterator[Change]:
    """A change as a series of smaller ones: a list loses one item at a time."""
    _, node, depth = tree.find(change.path)
    if isinstance(change, Put) and depth == len(change.path) and isinstance(node, yaml.SequenceNode):
        left = [item.value for item in node.value if isinstance(item, yaml.ScalarNode)]
        while sum(text not in change.value for text in left) > 1 and any(text in change.value for text in left):
            del left[next(index for index, text in enumerate(left) if text not in change.value)]
            yield Put(change.path, list(left))
    yield change


def _edit(tree: Tree, changes: Sequence[Change], limits: Limits) -> Tree:
    cuts = Cuts(tree.source.text)
    for change in changes:
        splice(tree, cuts, change)
    source = Source(tree.source.name, cuts.apply(), tree.source.bom)
    try:
        refuse_characters(source)
        after = compose(source, limits)
    except Refused as refused:
        raise bug(changes, f"line {refused.span.line}: {refused.message}") from None
    if after.data != expected(tree.data, changes) or len(after.repeated) > len(tree.repeated):
        raise bug(changes, "another value would change")
    return after


def expected(data: Any, changes: Iterable[Change]) -> Any:
    """The plain data that the changed text must have; keys change their names last, all at once."""
    data = copy.deepcopy(data)
    names: dict[Path, dict[str | int, str]] = {}
    for change in changes:
        *parents, last = change.path
        if isinstance(change, Rekey):
            names.setdefault(tuple(parents), {})[last] = change.key
        elif isinstance(change, Put):
            _inside(data, parents)[last] = plain(change.value)
        else:
            del _inside(data, parents)[last]
    for path, renamed in names.items():
        mapping = _inside(data, path)
        entries = [(renamed.get(key, key), value) for key, value in mapping.items()]
        mapping.clear()
        mapping.update(entries)
    return data


def _inside(data: Any, path: Iterable[str | int]) -> Any:
    """What a path leads to; a key without a value becomes a mapping, because keys can be put under it."""
    for part in path:
        if isinstance(data, dict) and data[part] is None:
            data[part] = {}
        data = data[part]
    return data


def plain(value: Value) -> Any:
    """A value as it reads back."""
    if isinstance(value, str):
        return value
    if isinstance(value, Mapping):
        return {key: plain(inner) for key, inner in value.items()}
    return [plain(inner) for inner in value]
