"""Comments of a file, which a parser of YAML passes over."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping

import yaml

from raci_cli.document.nodes import Tree, compose
from raci_cli.document.source import Limits, Source

_ANY = re.compile(r"(?<!\S)#[^\n\r]*")
# What editors obey is no comment in the end.
_FOR_EDITORS = "# yaml-language-server:"


def without_comments(tree: Tree, limits: Limits) -> Tree:
    """The tree of the same text with no comments in it, but for those that editors obey."""
    text = tree.source.text
    found = [one.span() for one in comments(tree, _ANY) if not one[0].startswith(_FOR_EDITORS)]
    cut = _cut(text, {text.rfind("\n", 0, start) + 1: start for start, _ in found})
    after = compose(Source(tree.source.name, cut, tree.source.bom), limits)
    if after.data == tree.data:
        return after
    # A text that keeps its blank lines ended at the comment: its sign has to stay.
    pieces = zip([0, *(end for _, end in found)], [*(start + 1 for start, _ in found), len(text)], strict=True)
    signs = "".join(text[start:end] for start, end in pieces)
    return compose(Source(tree.source.name, signs, tree.source.bom), limits)


def _cut(text: str, places: Mapping[int, int]) -> str:
    """The text without the comments of its lines, by the starts of the lines; of blank lines around one, one stays."""
    kept: list[str] = []
    start, dropped = 0, False
    for line in text.split("\n"):
        left = line
        if start in places:
            left = line[: places[start] - start].rstrip(" \t")
            dropped = dropped or not left
            left += "\r" if left and line.endswith("\r") else ""
        elif line.strip():
            dropped = False
        start += len(line) + 1
        if left.strip() or not (dropped and (left != line or not kept or not kept[-1].strip())):
            kept.append(left)
    return "\n".join(kept)


def comments(tree: Tree, marker: re.Pattern[str]) -> Iterator[re.Match[str]]:
    """The matches of a pattern that begins with `#`, but for those inside of texts."""
    found = list(marker.finditer(tree.source.text))
    if not found:
        return
    texts = sorted(_texts(tree))
    starts = [start for start, _ in texts]
    for match in found:
        before = bisect_right(starts, match.start()) - 1
        if before < 0 or match.start() >= texts[before][1]:
            yield match


def _texts(tree: Tree) -> Iterator[tuple[int, int]]:
    """Start and end of every scalar; the line that a block of text begins on may have a comment."""
    todo = [tree.root] if tree.root is not None else []
    while todo:
        node = todo.pop()
        if isinstance(node, yaml.ScalarNode):
            start, end = node.start_mark.index, node.end_mark.index
            if node.style in ("|", ">"):
                start = tree.source.text.find("\n", start, end) % (end + 1)
            yield start, end
        elif isinstance(node, yaml.MappingNode):
            todo += [part for pair in node.value for part in pair]
        else:
            todo += node.value
