"""Text to a located tree: guarded, composed by libyaml, typed by nobody yet."""

from typing import Any

import yaml

from raci_cli.document.parsing import parse, too_deep
from raci_cli.document.source import Limits, Refused, Source
from raci_cli.findings import Path, Span
from raci_cli.garbage import uncollected


class Plain(str):
    """A scalar without quotes that the format may take for a number or a boolean; to be written as it is."""

    __slots__ = ()


_NULL = frozenset(("", "~", "null", "Null", "NULL"))
# What a scalar without quotes stands for, where that is not its text.
_WORDS = {**dict.fromkeys(_NULL), "true": Plain("true"), "false": Plain("false")}


class Tree:
    """The file as plain data (dict, list, text, None) and where each part of it stands.

    `data` keeps the first of two equal keys; `repeated` names the others: path, place, place of the first.
    """

    def __init__(self, source: Source, root: yaml.Node | None, data: Any = None) -> None:
        self.source, self.root, self.data = source, root, data
        self.repeated: list[tuple[Path, Span, Span]] = []
        self._places: dict[int, dict[str, tuple[yaml.ScalarNode, yaml.Node]]] = {}

    def entries(self, node: yaml.MappingNode) -> dict[str, tuple[yaml.ScalarNode, yaml.Node]]:
        """Key to (key node, value node), the first of two equal keys."""
        if id(node) not in self._places:
            self._places[id(node)] = {key.value: (key, value) for key, value in reversed(node.value)}
        return self._places[id(node)]

    def find(self, path: Path) -> tuple[yaml.ScalarNode | None, yaml.Node | None, int]:
        """Key node and value node of the longest part of `path` that exists, and the length of that part."""
        key: yaml.ScalarNode | None = None
        node: yaml.Node | None = self.root
        depth = 0
        for part in path:
            if isinstance(node, yaml.MappingNode) and part in self.entries(node):
                key, node = self.entries(node)[str(part)]
            elif isinstance(node, yaml.SequenceNode) and isinstance(part, int) and part < len(node.value):
                key, node = None, node.value[part]
            elif part != 0 or not isinstance(node, yaml.ScalarNode):  # one text is a list of one
                break
            depth += 1
        return key, node, depth

    def exact(self, path: Path) -> Path:
        """The path without an index where the file has one text in place of a list."""
        return path[:-1] if path and path[-1] == 0 and isinstance(self.find(path[:-1])[1], yaml.ScalarNode) else path

    def span(self, path: Path, at: str = "value") -> Span:
        """The place of a path; of what encloses it where it does not exist."""
        key, node, depth = self.find(path)
        if node is None or not depth:
            return self.source.span(node.start_mark.index if node else 0)
        if key is not None and (at == "key" or depth < len(path) or node.start_mark.index == end_of(node)):
            return self.source.span(key.start_mark.index, key.end_mark.index)
        return self.source.span(node.start_mark.index, end_of(node))


def tail(node: yaml.Node) -> yaml.Node:
    """The last leaf: a block collection's own end mark runs on to the next token, over comments and blank lines."""
    while isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
        last = node.value[-1]
        node = last[1] if isinstance(node, yaml.MappingNode) else last
    return node


def is_null(node: yaml.Node) -> bool:
    """Whether a node stands for nothing: left out, or null in words."""
    return isinstance(node, yaml.ScalarNode) and not node.style and node.value in _NULL


def end_of(node: yaml.Node) -> int:
    """Offset behind the last character of a node."""
    return int(tail(node).end_mark.index)


def compose(source: Source, limits: Limits) -> Tree:
    """The tree of a text; raises Refused where it is no YAML, or YAML that the format does not take."""
    with uncollected():
        root = parse(source, limits)
        tree = Tree(source, root)
        if root is not None:
            tree.data = _data(root, (), tree, limits)
    return tree


def _data(node: Any, path: Path, tree: Tree, limits: Limits) -> Any:
    """Plain data of a node; notes repeated keys."""
    if node.__class__ is yaml.ScalarNode:
        return _scalar(node)
    if node.value and len(path) + 2 > limits.depth:  # the level of what is in it
        raise too_deep(tree.source, node.start_mark.index, limits)
    if node.__class__ is yaml.SequenceNode:
        return [
            _scalar(child) if child.__class__ is yaml.ScalarNode else _data(child, (*path, index), tree, limits)
            for index, child in enumerate(node.value)
        ]
    mapping: dict[str, Any] = {}
    for key, child in node.value:
        name = key.value
        if key.__class__ is not yaml.ScalarNode or (name == "<<" and not key.style):
            raise _refused_key(key, tree.source)
        if name in mapping:
            first = tree.entries(node)[name][0]
            tree.repeated.append(((*path, name), _span(tree.source, key), _span(tree.source, first)))
        else:
            leaf = child.__class__ is yaml.ScalarNode
            mapping[name] = _scalar(child) if leaf else _data(child, (*path, name), tree, limits)
    return mapping


def _scalar(node: Any) -> str | None:
    text: str = node.value
    if node.style:
        return text
    if text in _WORDS:
        return _WORDS[text]
    return Plain(text) if text.isdecimal() and text.isascii() else text


def _span(source: Source, node: yaml.Node) -> Span:
    return source.span(node.start_mark.index, end_of(node))


def _refused_key(key: yaml.Node, source: Source) -> Refused:
    if isinstance(key, yaml.ScalarNode):
        return Refused("RACI006", "merge keys are not supported", _span(source, key), "write the keys out")
    return Refused("RACI006", "a key must be plain text", _span(source, key))
