"""libyaml, guarded: what it makes of a text, or why the format does not take it."""

import re
from collections.abc import Callable
from typing import Any

import yaml

from raci_cli.document.source import Limits, Refused, Source
from raci_cli.errors import RaciError

if not yaml.__with_libyaml__:  # every wheel of PyYAML has it; a build without it reads other documents
    raise RaciError("this PyYAML lacks libyaml", help="install the wheel: pip install --force-reinstall pyyaml")
from yaml._yaml import CParser

# Where an anchor, an alias or a tag could begin; "R&D" and "Go!" are none.
_PROPERTY = r"(?:^|[\s\[\]{},:?\"'-])[&*!]"
# In so many characters nothing nests so deep that libyaml would take long, or fail.
_SHORT = 8_000


class _Parser(CParser):
    """libyaml without implicit types. It calls these once or twice a node, so that it counts whether they are Python.

    The place and the depth of a node are nobody's business here: any function of C that takes as much will do.
    """

    descend_resolver: Any = {}.get
    ascend_resolver: Any = dict

    def __init__(self, source: Source, _limits: Limits) -> None:
        super().__init__(source.text)

    def resolve(self, _kind: object, _value: object, _implicit: object) -> None:
        """Leave every scalar text."""


class _Counting(_Parser):
    """With limits that hold before anything is built."""

    def __init__(self, source: Source, limits: Limits) -> None:
        super().__init__(source, limits)
        self.source, self.limits = source, limits
        self.depth = self.nodes = 0

    def descend_resolver(self, parent: yaml.Node | None, _index: object) -> None:
        self.depth += 1
        self.nodes += 1
        if self.depth > self.limits.depth or self.nodes > self.limits.nodes:
            self.refuse(parent.start_mark.index if parent else 0)

    def ascend_resolver(self) -> None:
        self.depth -= 1

    def refuse(self, index: int) -> None:
        if self.depth > self.limits.depth:
            raise too_deep(self.source, index, self.limits)
        message = f"more than {self.limits.nodes:,} nodes"
        raise Refused("RACI006", message, self.source.span(index), "RACI_MAX_NODES raises the limit")


def too_deep(source: Source, index: int, limits: Limits) -> Refused:
    """What to raise where nodes nest deeper than the limit."""
    return Refused("RACI006", f"more than {limits.depth} levels deep", source.span(index))


def parse(source: Source, limits: Limits) -> yaml.Node | None:
    """The root of a text; raises Refused where it is no YAML, or YAML that the format does not take.

    The depth of a short text is left to whoever walks the nodes.
    """
    _refuse_properties(source, limits)
    # No character stands for more than two nodes.
    short = len(source.text) <= min(_SHORT, limits.nodes // 2)
    parser = (_Parser if short else _Counting)(source, limits)
    root: yaml.Node | None = _parsed(source, parser.get_single_node)
    return root


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


def _refuse_properties(source: Source, limits: Limits) -> None:
    """Refuse anchors, aliases and tags at their place, which only the events know."""
    text = source.text
    if ("&" in text or "*" in text or "!" in text) and re.search(_PROPERTY, text):
        _parsed(source, lambda: _scan_events(source, limits))


def _scan_events(source: Source, limits: Limits) -> None:
    parser = _Counting(source, limits)
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
