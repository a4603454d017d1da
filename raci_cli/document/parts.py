"""Entries of mappings and items of lists: where their lines begin and end, how one is put in or taken out."""

import re
from collections.abc import Sequence

import yaml

from raci_cli.document.cuts import Cuts
from raci_cli.document.nodes import end_of, tail
from raci_cli.document.scalars import flow, scalar
from raci_cli.errors import Bug

# What may stand between an item and its comma: white space and comments.
_COMMA = re.compile(r"(?:\s|#[^\n]*\n)*,")
_BLOCK_SCALAR = ("|", ">")


def line_start(text: str, index: int) -> int:
    """Offset of the first character of the line of `index`."""
    return text.rfind("\n", 0, index) + 1


def next_line(text: str, index: int) -> int:
    """Offset behind the line break that ends the line of `index`, or the end of the text."""
    found = text.find("\n", index)
    return len(text) if found < 0 else found + 1


def indent_at(text: str, index: int) -> int:
    """Spaces at the start of the line that begins at `index`."""
    return len(text) - index - len(text[index:].lstrip(" "))


def colon_behind(text: str, key: yaml.Node) -> tuple[int, int]:
    """The empty place right behind the colon of a key."""
    found = text.index(":", key.end_mark.index) + 1
    return found, found


def line_behind(text: str, key: yaml.Node, value: yaml.Node) -> int:
    """Where a new line can be put behind an entry: after its line's comment, before the blank lines that follow."""
    last = tail(value)
    if isinstance(last, yaml.ScalarNode) and last.style in _BLOCK_SCALAR:
        return _behind_block_scalar(text, last)
    return next_line(text, max(key.end_mark.index, last.end_mark.index))


def _last_character(text: str, node: yaml.Node) -> int:
    """Offset behind the last character of a node, without the line break that ends a literal."""
    last = tail(node)
    if isinstance(last, yaml.ScalarNode) and last.style in _BLOCK_SCALAR:
        return len(text[: _behind_block_scalar(text, last)].removesuffix("\n").removesuffix("\r"))
    return end_of(node)


def _behind_block_scalar(text: str, node: yaml.ScalarNode) -> int:
    start, end = next_line(text, node.start_mark.index), node.end_mark.index
    if "+" in text[node.start_mark.index : start].split("#", 1)[0]:
        return int(end)
    lines = text[start:end].splitlines(keepends=True)
    first = next((line for line in lines if line.strip()), "")
    indent = len(first) - len(first.lstrip(" "))
    while lines and len(lines[-1].rstrip("\r\n")) <= indent and not lines[-1].strip():
        end -= len(lines.pop())
    return max(start, int(end))


def place_for(keys: Sequence[str], name: str, order: Sequence[str]) -> int:
    """Index of the key behind which `name` belongs: the nearest one before it in `order`, else the last."""
    before = order[: order.index(name)] if name in order else ()
    return next((keys.index(key) for key in reversed(before) if key in keys), len(keys) - 1)


def put_lines(cuts: Cuts, at: int, column: int, lines: Sequence[str]) -> None:
    """Insert whole lines at the start of a line, or at an end of the text that lacks its line break."""
    newline = cuts.newline_at(at)
    body = newline.join(" " * column + line if line else "" for line in lines)
    inside = not at or cuts.text[at - 1] == "\n"
    cuts.cut(at, at, body + newline if inside else newline + body)


def put_flow(cuts: Cuts, node: yaml.MappingNode | yaml.SequenceNode, item: str) -> None:
    """Append an item to a flow list or an entry to a flow mapping."""
    text, start, close = cuts.text, node.start_mark.index, node.end_mark.index - 1
    if not node.value:
        end = close if text[start + 1 : close].strip() else start + 1
        cuts.cut(end, close, item)
        return
    first, last = _ends(node.value[-1])
    comma = _COMMA.match(text, last)
    if first == last or text[last - 1] == ":":
        at = len(text[:close].rstrip())
        cuts.cut(at, at, ", " + item)
    elif "\n" in text[last:close] and "\n" in text[start:first]:
        _put_flow_line(cuts, first, last, item, comma)
    elif comma:
        cuts.cut(comma.end(), comma.end(), f" {item}," if not text[comma.end() : close].strip() else " " + item)
    else:
        cuts.cut(last, last, ", " + item)


def put_flow_between(cuts: Cuts, node: yaml.MappingNode, entry: str, index: int) -> None:
    """Put an entry into a flow mapping behind the one at `index`, which is not the last; -1 is the first place."""
    following = _ends(node.value[index + 1])[0]
    line = line_start(cuts.text, following)
    if not cuts.text[line:following].strip():
        put_lines(cuts, line, following - line, [f"{entry},"])
    elif index < 0:
        cuts.cut(following, following, f"{entry}, ")
    else:
        end = _ends(node.value[index])[1]
        cuts.cut(end, end, f", {entry}")


def _put_flow_line(cuts: Cuts, first: int, last: int, item: str, comma: re.Match[str] | None) -> None:
    """A line of its own, where the others have theirs."""
    text = cuts.text
    line = line_start(text, first)
    if not comma:
        cuts.cut(last, last, ",")
    at = next_line(text, comma.end() if comma else last)
    put_lines(cuts, at, indent_at(text, line), [item + ("," if comma else "")])


def _ends(entry: yaml.Node | tuple[yaml.Node, yaml.Node]) -> tuple[int, int]:
    """Offsets of an item, or of an entry from its key to its value."""
    if isinstance(entry, tuple):
        return entry[0].start_mark.index, max(entry[0].end_mark.index, end_of(entry[1]))
    return entry.start_mark.index, end_of(entry)


def drop_entry(cuts: Cuts, parent_key: yaml.Node | None, mapping: yaml.Node | None, name: str) -> None:
    """Take an entry out of a mapping."""
    if not isinstance(mapping, yaml.MappingNode):
        raise Bug("no mapping to remove from, nothing was written")
    index = next(i for i, (key, _) in enumerate(mapping.value) if key.value == name)
    if mapping.flow_style:
        _drop_flow(cuts, mapping, index)
    elif len(mapping.value) == 1:
        empty_block(cuts, parent_key, mapping, "{}")
    else:
        key, value = mapping.value[index]
        _drop_lines(cuts, key.start_mark.index, line_behind(cuts.text, key, value))


def empty_block(cuts: Cuts, key: yaml.Node | None, node: yaml.Node, new: str) -> None:
    """Put a value of one line in the place of a whole block collection, whose lines go."""
    text = cuts.text
    first = line_start(text, node.start_mark.index)
    if key is None or text[first : node.start_mark.index].strip():
        cuts.cut(node.start_mark.index, _last_character(text, node), new)
        return
    cuts.cut(*colon_behind(text, key), " " + new)
    _drop_lines(cuts, node.start_mark.index, line_behind(text, key, node))


def _drop_lines(cuts: Cuts, start: int, end: int) -> None:
    """Remove the lines from that of `start` up to the line that begins at `end`."""
    text = cuts.text
    first = line_start(text, start)
    if end == len(text) and not text.endswith("\n"):  # the last line has no line break, nor has the one that becomes it
        first = len(text[:first].rstrip("\r\n"))
    cuts.cut(first, end)


def _comma_behind(text: str, index: int) -> int:
    """Offset behind the comma that follows an item, which is there."""
    found = _COMMA.match(text, index)
    if found is None:
        raise Bug("an item without its comma, nothing was written")
    return found.end()


def _drop_flow(cuts: Cuts, node: yaml.MappingNode | yaml.SequenceNode, index: int) -> None:
    text, entries = cuts.text, [_ends(entry) for entry in node.value]
    start, end = entries[index]
    comma = _COMMA.match(text, end)
    alone = not text[line_start(text, start) : start].strip()
    if len(entries) == 1:
        cuts.cut(start, comma.end() if comma else end)
    elif index + 1 < len(entries) and "\n" not in text[start : entries[index + 1][0]]:
        cuts.cut(start, entries[index + 1][0])
    elif comma and alone and "\n" in text[comma.end() : next_line(text, comma.end())]:
        _drop_lines(cuts, start, next_line(text, comma.end()))
    elif comma:
        cuts.cut(_comma_behind(text, entries[index - 1][1]) if index and not alone else start, comma.end())
    elif alone:
        before = _comma_behind(text, entries[index - 1][1])
        cuts.cut(before - 1, before)
        if text[end : next_line(text, end)].lstrip().startswith(("]", "}")):
            cuts.cut(start, end)  # the bracket stays on its line
        else:
            _drop_lines(cuts, start, next_line(text, end))
    elif "#" in text[entries[index - 1][1] : start]:
        cuts.cut(_comma_behind(text, entries[index - 1][1]) - 1, end)  # a comment before the comma stays
    else:
        cuts.cut(entries[index - 1][1], end)


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
        _drop_flow(cuts, node, index)
        return
    item = node.value[index]
    dash = cuts.text.rindex("-", 0, item.start_mark.index)
    if cuts.text[line_start(cuts.text, dash) : dash].strip():
        raise Bug("an item shares its line with its list, nothing was written")
    _drop_lines(cuts, dash, line_behind(cuts.text, item, item))


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
    put_lines(cuts, line_behind(cuts.text, last, last), node.start_mark.column, [line])
