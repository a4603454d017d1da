"""Comments of a file, which a parser of YAML passes over."""

import re
from bisect import bisect_right
from collections.abc import Iterator

import yaml

from raci_cli.document.nodes import Tree


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
