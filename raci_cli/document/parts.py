"""Entries of mappings and items of brackets: where they begin and end, how one is put in or taken out."""

import re
from collections.abc import Sequence

import yaml

from raci_cli.document.cuts import Cuts
from raci_cli.document.lines import above_comments, below_comments, indent_at, line_start, next_line
from raci_cli.document.literals import behind_literal, end_literal, is_literal
from raci_cli.document.nodes import end_of, tail
from raci_cli.errors import Bug

# What may stand between an item and its comma: white space and comments.
_COMMA = re.compile(r"(?:\s|#[^\n]*\n)*,")


def colon_behind(text: str, key: yaml.Node) -> tuple[int, int]:
    """The empty place right behind the colon of a key."""
    found = text.index(":", key.end_mark.index) + 1
    return found, found


def line_behind(text: str, key: yaml.Node, value: yaml.Node) -> int:
    """Where a new line can be put behind an entry: after its line's comment, before the blank lines that follow."""
    last = tail(value)
    if is_literal(last):
        return behind_literal(text, last)
    return next_line(text, max(key.end_mark.index, last.end_mark.index))


def above(text: str, mapping: yaml.MappingNode, index: int) -> int:
    """Where a line can be put before an entry of a block mapping: above the comments that are about it."""
    start = mapping.value[index][0].start_mark.index
    if index:
        return above_comments(text, start, line_behind(text, *mapping.value[index - 1]), mapping.start_mark.column)
    if text[line_start(text, start) : mapping.start_mark.index].strip():
        raise Bug("the first key shares its line, nothing was written")
    return above_comments(text, start, 0, len(text))  # no entry is before it that a deeper one could be about


def below(text: str, mapping: yaml.MappingNode, index: int) -> int:
    """Where a line can be put behind an entry of a block mapping: below the comments that are about it."""
    return below_comments(text, line_behind(text, *mapping.value[index]), mapping.start_mark.column)


def _last_character(text: str, node: yaml.Node) -> int:
    """Offset behind the last character of a node, without the line break that ends a literal."""
    last = tail(node)
    if is_literal(last):
        return len(text[: behind_literal(text, last)].removesuffix("\n").removesuffix("\r"))
    return end_of(node)


def place_for(keys: Sequence[str], name: str, order: Sequence[str]) -> int:
    """Index of the key behind which `name` belongs: the nearest one before it in `order`, else the last."""
    before = order[: order.index(name)] if name in order else ()
    return next((keys.index(key) for key in reversed(before) if key in keys), len(keys) - 1)


def put_lines(cuts: Cuts, at: int, column: int, lines: Sequence[str], behind: yaml.Node | None = None) -> None:
    """Insert whole lines at the start of a line, or at an end of the text that lacks its line break.

    `behind` is what stands before that end: a literal there gets to say that it ends without a line break.
    """
    newline = cuts.newline_at(at)
    body = newline.join(" " * column + line if line else "" for line in lines)
    if not at or cuts.text[at - 1] == "\n":
        cuts.cut(at, at, body + newline)
        return
    if behind is not None and is_literal(last := tail(behind)) and last.end_mark.index == at:
        end_literal(cuts, last)
    cuts.cut(at, at, newline + body)


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


def put_flow_between(cuts: Cuts, node: yaml.MappingNode, entry: str, index: int, *, is_before: bool) -> None:
    """Put an entry into a flow mapping in front of the one at `index`; if `is_before`, below the comments between."""
    text, following = cuts.text, _ends(node.value[index])[0]
    line = line_start(text, following)
    if not text[line:following].strip():
        at = _line_between(text, node, index, is_before=is_before)
        put_lines(cuts, at, following - line, [f"{entry},"])
    elif not index:
        cuts.cut(following, following, f"{entry}, ")
    else:
        end = _ends(node.value[index - 1])[1]
        cuts.cut(end, end, f", {entry}")


def _line_between(text: str, node: yaml.MappingNode, index: int, *, is_before: bool) -> int:
    """Where a line can be put in front of an entry of a flow mapping that begins a line."""
    following = _ends(node.value[index])[0]
    if not index:
        return above_comments(text, following, next_line(text, node.start_mark.index), len(text))
    column = following - line_start(text, following)
    behind = next_line(text, _comma_behind(text, _ends(node.value[index - 1])[1]))
    return above_comments(text, following, behind, column) if is_before else below_comments(text, behind, column)


def _put_flow_line(cuts: Cuts, first: int, last: int, item: str, comma: re.Match[str] | None) -> None:
    """A line of its own, where the others have theirs."""
    text = cuts.text
    line = line_start(text, first)
    if not comma:
        cuts.cut(last, last, ",")
    at, column = next_line(text, comma.end() if comma else last), indent_at(text, line)
    put_lines(cuts, below_comments(text, at, column), column, [item + ("," if comma else "")])


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
        drop_flow(cuts, mapping, index)
    elif len(mapping.value) == 1:
        empty_block(cuts, parent_key, mapping, "{}")
    else:
        key, value = mapping.value[index]
        drop_lines(cuts, key.start_mark.index, line_behind(cuts.text, key, value))


def empty_block(cuts: Cuts, key: yaml.Node | None, node: yaml.Node, new: str) -> None:
    """Put a value of one line in the place of a whole block collection, whose lines go."""
    text = cuts.text
    first = line_start(text, node.start_mark.index)
    if key is None or text[first : node.start_mark.index].strip():
        cuts.cut(node.start_mark.index, _last_character(text, node), new)
        return
    cuts.cut(*colon_behind(text, key), " " + new)
    drop_lines(cuts, node.start_mark.index, line_behind(text, key, node))


def drop_lines(cuts: Cuts, start: int, end: int) -> None:
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


def drop_flow(cuts: Cuts, node: yaml.MappingNode | yaml.SequenceNode, index: int) -> None:
    """Take an item out of a flow list or an entry out of a flow mapping."""
    text, entries = cuts.text, [_ends(entry) for entry in node.value]
    start, end = entries[index]
    comma = _COMMA.match(text, end)
    alone = not text[line_start(text, start) : start].strip()
    if len(entries) == 1:
        cuts.cut(start, comma.end() if comma else end)
    elif index + 1 < len(entries) and "\n" not in text[start : entries[index + 1][0]]:
        cuts.cut(start, entries[index + 1][0])
    elif comma and alone and "\n" in text[comma.end() : next_line(text, comma.end())]:
        drop_lines(cuts, start, next_line(text, comma.end()))
    elif comma:
        cuts.cut(_comma_behind(text, entries[index - 1][1]) if index and not alone else start, comma.end())
    elif alone:
        before = _comma_behind(text, entries[index - 1][1])
        cuts.cut(before - 1, before)
        if text[end : next_line(text, end)].lstrip().startswith(("]", "}")):
            cuts.cut(start, end)  # the bracket stays on its line
        else:
            drop_lines(cuts, start, next_line(text, end))
    elif "#" in text[entries[index - 1][1] : start]:
        cuts.cut(_comma_behind(text, entries[index - 1][1]) - 1, end)  # a comment before the comma stays
    else:
        cuts.cut(entries[index - 1][1], end)
