"""Text to a located tree: guarded, composed by libyaml, typed by nobody yet."""

import gc
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import yaml

from raci_cli.document.source import Limits, Refused, Source
from raci_cli.errors import RaciError
from raci_cli.findings import Path, Span

if not yaml.__with_libyaml__:  # every wheel of PyYAML has it; a build without it reads other documents
    raise RaciError("this PyYAML lacks libyaml", help="install the wheel: pip install --force-reinstall pyyaml")
from yaml._yaml import CParser

_NULL = frozenset(("", "~", "null", "Null", "NULL"))
_TYPED = re.compile(r"true|false|[0-9]+")
# Where an anchor, an alias or a tag could begin; "R&D" and "Go!" are none.
_PROPERTY = re.compile(r"(?:^|[\s\[\]{},:?\"'-])[&*!]")


class Plain(str):
    """A scalar without quotes that the format may take for a number or a boolean; to be written as it is."""

    __slots__ = ()


@dataclass
class Tree:
    """The file as plain data (dict, list, text, None) and where each part of it stands.

    `data` keeps the first of two equal keys; `repeated` names the others: path, place, place of the first.
    """

    source: Source
    root: yaml.Node | None
    data: Any = None
    repeated: list[tuple[Path, Span, Span]] = field(default_factory=list)
    _places: dict[int, dict[str, tuple[yaml.ScalarNode, yaml.Node]]] = field(default_factory=dict)

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
    with _no_garbage_collection():
        _refuse_properties(source, limits)
        root = _compose(source, limits)
        tree = Tree(source, root)
        if root is not None:
            tree.data = _walk(root, (), tree)
    return tree


@contextmanager
def _no_garbage_collection() -> Iterator[None]:
    # A tree is a million small objects and no cycle: collecting while it grows takes four times as long.
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


class _Parser(CParser):
    """libyaml without implicit types, and with limits that hold before anything is built."""

    def __init__(self, source: Source, limits: Limits) -> None:
        super().__init__(source.text)
        self.source, self.limits = source, limits
        self.depth = self.nodes = 0

    def resolve(self, *_: object) -> None:
        """Leave every scalar text."""

    def descend_resolver(self, parent: yaml.Node | None, _index: object) -> None:
        self.depth += 1
        self.nodes += 1
        if self.depth > self.limits.depth or self.nodes > self.limits.nodes:
            self.refuse(parent.start_mark.index if parent else 0)

    def ascend_resolver(self) -> None:
        self.depth -= 1

    def refuse(self, index: int) -> None:
        if self.depth > self.limits.depth:
            message, help_ = f"more than {self.limits.depth} levels deep", ""
        else:
            message, help_ = f"more than {self.limits.nodes:,} nodes", "RACI_MAX_NODES raises the limit"
        raise Refused("RACI006", message, self.source.span(index), help_)


def _parsed(source: Source, work: Callable[[], Any]) -> Any:
    """Run a parser; only Refused leaves it."""
    try:
        return work()
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        index = min(mark.index if mark else 0, len(source.text))
        if error.context == "expected a single document in the stream":
            message = "more than one document"
            raise Refused("RACI006", message, source.span(index), "keep one project in a file") from None
        context = f" ({error.context})" if error.context else ""
        raise Refused("RACI001", f"not YAML: {error.problem}{context}", source.span(index)) from None
    except yaml.YAMLError as error:
        reason = getattr(error, "reason", "it cannot be read")
        raise Refused("RACI001", f"not YAML: {reason}", source.span(0)) from None


def _compose(source: Source, limits: Limits) -> yaml.Node | None:
    node: yaml.Node | None = _parsed(source, lambda: _Parser(source, limits).get_single_node())
    return node


def _refuse_properties(source: Source, limits: Limits) -> None:
    """Refuse anchors, aliases and tags at their place, which only the events know."""
    if _PROPERTY.search(source.text):
        _parsed(source, lambda: _scan_events(source, limits))


def _scan_events(source: Source, limits: Limits) -> None:
    parser = _Parser(source, limits)
    while (event := parser.get_event()) is not None:
        if isinstance(event, yaml.CollectionEndEvent):
            parser.ascend_resolver()
        elif isinstance(event, yaml.NodeEvent):
            _refuse_property(event, source)
            parser.descend_resolver(None, None)
            if isinstance(event, yaml.ScalarEvent):
                parser.ascend_resolver()


def _refuse_property(event: Any, source: Source) -> None:
    what = "an alias" if isinstance(event, yaml.AliasEvent) else "an anchor" if event.anchor else None
    if what is None and getattr(event, "tag", None) is not None:
        what = "a tag"
    if what:
        span = source.span(event.start_mark.index)
        raise Refused("RACI006", f"{what} is not supported in a project file", span, "write the value out, or quote it")


def _walk(node: Any, path: Path, tree: Tree) -> Any:
    """Plain data of a node; notes repeated keys."""
    if isinstance(node, yaml.ScalarNode):
        if node.style:
            return node.value
        if node.value in _NULL:
            return None
        return Plain(node.value) if _TYPED.fullmatch(node.value) else node.value
    if isinstance(node, yaml.SequenceNode):
        return [_walk(child, (*path, index), tree) for index, child in enumerate(node.value)]
    mapping: dict[str, Any] = {}
    for key, child in node.value:
        name = _key(key, tree.source)
        if name in mapping:
            first = tree.entries(node)[name][0]
            tree.repeated.append(((*path, name), _span(tree.source, key), _span(tree.source, first)))
        else:
            mapping[name] = _walk(child, (*path, name), tree)
    return mapping


def _span(source: Source, node: yaml.Node) -> Span:
    return source.span(node.start_mark.index, end_of(node))


def _key(key: yaml.Node, source: Source) -> str:
    span = _span(source, key)
    if not isinstance(key, yaml.ScalarNode):
        raise Refused("RACI006", "a key must be plain text", span)
    if key.value == "<<" and not key.style:
        raise Refused("RACI006", "merge keys are not supported", span, "write the keys out")
    return str(key.value)
