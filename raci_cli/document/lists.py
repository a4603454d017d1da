"""Lists of texts: only the items that differ are touched."""

from collections.abc import Sequence

import yaml

from raci_cli.document.cuts import Cuts
from raci_cli.document.lines import below_comments, line_start
from raci_cli.document.nodes import end_of
from raci_cli.document.parts import drop_flow, drop_lines, line_behind, put_flow, put_lines
from raci_cli.document.scalars import flow, scalar
from raci_cli.errors import Bug


def change_list(cuts: Cuts, node: yaml.SequenceNode, new: Sequence[str]) -> None:
    """Make the texts of a list that is not empty into `new`, touching only the items that differ."""
    old = [item.value for item in node.value]
    replaced, dropped, added = _list_change(old, new)
    if node.flow_style and len(dropped) > 1:
        if any(text in new for text in old):
            raise Bug("several items of a flow list go one by one, nothing was written")
        cuts.cut(node.start_mark.index, end_of(node), flow(new))
        return
    for index in replaced:
        item = node.value[index]
        cuts.cut(item.start_mark.index, item.end_mark.index, scalar(new[index], item.style or ""))
    for index in dropped:
        _drop_item(cuts, node, index)
    for text in added:
        _add_item(cuts, node, text)


def _list_change(old: Sequence[str], new: Sequence[str]) -> tuple[list[int], list[int], Sequence[str]]:
    """Indices to be replaced, indices to be dropped, and texts to be added: who stays keeps their line."""
    kept = [index for index, text in enumerate(old) if text in new]
    pairs = list(zip(old, new, strict=False))
    swapped = len(old) == len(new) and all(a == b or (a not in new and b not in old) for a, b in pairs)
    if kept and not swapped and [old[index] for index in kept] == list(new[: len(kept)]):
        return [], [index for index in range(len(old)) if index not in kept], new[len(kept) :]
    replaced = [index for index, (before, after) in enumerate(pairs) if before != after]
    return replaced, list(range(len(new), len(old))), new[len(old) :]


def _drop_item(cuts: Cuts, node: yaml.SequenceNode, index: int) -> None:
    if node.flow_style:
        drop_flow(cuts, node, index)
        return
    item = node.value[index]
    dash = cuts.text.rindex("-", 0, item.start_mark.index)
    if cuts.text[line_start(cuts.text, dash) : dash].strip():
        raise Bug("an item shares its line with its list, nothing was written")
    drop_lines(cuts, dash, line_behind(cuts.text, item, item))


def _add_item(cuts: Cuts, node: yaml.SequenceNode, text: str) -> None:
    last = node.value[-1]
    style = last.style if last.style in ("'", '"') else ""
    if node.flow_style:
        put_flow(cuts, node, scalar(text, style if style == '"' else ""))
        return
    start = last.start_mark.index
    dash = cuts.text.rindex("-", 0, start)
    gap = start - dash if "\n" not in cuts.text[dash:start] else 2
    line = "-" + " " * (gap - 1) + scalar(text, style)
    column = node.start_mark.column
    put_lines(cuts, below_comments(cuts.text, line_behind(cuts.text, last, last), column), column, [line], behind=last)
