"""One change to cuts of the text: where a key goes in, what a value is replaced by."""

from collections.abc import Mapping

import yaml

from raci_cli.document import parts
from raci_cli.document.change import Change, Put, Rekey, bug
from raci_cli.document.cuts import Cuts
from raci_cli.document.lines import is_below_blank
from raci_cli.document.lists import change_list
from raci_cli.document.literals import is_literal, replace_literal
from raci_cli.document.nodes import Tree, end_of, is_null
from raci_cli.document.scalars import Flow, Value, block, flow, scalar


def splice(tree: Tree, cuts: Cuts, change: Change) -> None:
    """Add the cuts of one change."""
    key, node, depth = tree.find(change.path)
    if (
        isinstance(change, Put)
        and depth == len(change.path) - 1
        and isinstance(node, yaml.MappingNode | yaml.ScalarNode)
    ):
        _insert(tree, cuts, change, key, node)
    elif depth < len(change.path) or node is None:
        raise bug([change], "there is no such place")
    elif isinstance(change, Put):
        _replace(cuts, key, node, change.value)
    elif key is None:
        raise bug([change], "a list has no keys")
    elif isinstance(change, Rekey):
        cuts.cut(key.start_mark.index, key.end_mark.index, scalar(change.key, key.style or ""))
    else:
        parent_key, parent, _ = tree.find(change.path[:-1])
        parts.drop_entry(cuts, parent_key, parent, str(change.path[-1]))


def _insert(tree: Tree, cuts: Cuts, change: Put, key: yaml.Node | None, parent: yaml.Node) -> None:
    """A key that is not there yet, in a mapping or under a key without a value."""
    name = str(change.path[-1])
    if isinstance(parent, yaml.MappingNode) and parent.value and not parent.flow_style:
        _insert_lines(tree, cuts, change, parent)
    elif isinstance(parent, yaml.MappingNode):
        style = _quote_style(parent)
        entry = f"{scalar(name, style)}: {flow(change.value, style)}"
        last = len(parent.value) - 1
        index, is_before = _neighbour(change, parent) if change.after or change.before else (last, False)
        if is_before or index < last:
            parts.put_flow_between(cuts, parent, entry, index if is_before else index + 1, is_before=is_before)
        else:
            parts.put_flow(cuts, parent, entry)
    elif key is not None and parent.start_mark.index == parent.end_mark.index:
        _insert_under(tree, cuts, change, key, parent)
    elif key is not None and is_null(parent):
        cuts.cut(parent.start_mark.index, parent.end_mark.index, "{" + _entry(change) + "}")
    else:
        raise bug([change], "a value stands where keys are wanted")


def _neighbour(change: Put, parent: yaml.MappingNode) -> tuple[int, bool]:
    """Index of the entry that a new key goes beside, and whether it goes before it."""
    keys = [key.value for key, _ in parent.value]
    if change.before in keys:
        return keys.index(change.before), True
    if change.after in keys:
        return keys.index(change.after), False
    return parts.place_for(keys, str(change.path[-1]), change.order), False


def _insert_lines(tree: Tree, cuts: Cuts, change: Put, parent: yaml.MappingNode) -> None:
    """An entry in the style of its siblings, with a blank line towards its neighbour where the others have one."""
    text = cuts.text
    index, is_before = _neighbour(change, parent)
    at = (parts.above if is_before else parts.below)(text, parent, index)
    lines = _lines(tree, text, change, parent, at)
    if isinstance(change.value, Mapping) and len(lines) > 1:
        if _is_roomy(text, change, parent, index, at):
            lines = [*lines, ""] if is_before else ["", *lines]
    elif is_before and index and not text[(end := parts.below(text, parent, index - 1)) : at].strip():
        at = end  # a line joins the lines before the blank one
    parts.put_lines(cuts, at, parent.start_mark.column, lines, behind=parent)


def _is_roomy(text: str, change: Put, parent: yaml.MappingNode, index: int, at: int) -> bool:
    """Whether the entry at `index`, and the new one at `at` beside it, are to have a blank line between them."""
    last = len(parent.value) - 1
    if change.before in [key.value for key, _ in parent.value]:
        other = index or 1  # the first shows by the one behind it what is usual
    elif is_below_blank(text, at):
        return False  # there is one, of a text that keeps it
    elif index == last and len(change.path) == 1 and text[at : at + 2].startswith(("\n", "\r\n")):
        return True
    else:
        other = min(index + 1, last)
    return 0 < other <= last and is_below_blank(text, parts.above(text, parent, other))


def _insert_under(tree: Tree, cuts: Cuts, change: Put, key: yaml.Node, empty: yaml.Node) -> None:
    _, enclosing, _ = tree.find(change.path[:-2])
    if not isinstance(enclosing, yaml.MappingNode) or enclosing.flow_style:
        cuts.cut(*parts.colon_behind(cuts.text, key), " {" + _entry(change) + "}")
        return
    indent = tree_indent(tree)
    lines = block(str(change.path[-1]), change.value, indent)
    parts.put_lines(cuts, parts.line_behind(cuts.text, key, empty), enclosing.start_mark.column + indent, lines)


def _entry(change: Put) -> str:
    return f"{scalar(str(change.path[-1]))}: {flow(change.value)}"


def _lines(tree: Tree, text: str, change: Put, parent: yaml.MappingNode, at: int) -> list[str]:
    """The lines of an entry in the style of its siblings."""
    name, value = str(change.path[-1]), change.value
    siblings = [node for _, node in parent.value if isinstance(node, yaml.MappingNode)]
    if isinstance(value, Mapping) and 2 * len(siblings) > len(parent.value) and len(change.path) > 1:
        value = Flow(value) if siblings[-1].flow_style else dict(value)
    if isinstance(value, str) and at == len(text) and not text.endswith("\n"):
        return [f"{scalar(name)}: {flow(value)}"]  # a literal would want the line break that the file does not end with
    return block(name, value, tree_indent(tree))


def _quote_style(mapping: yaml.MappingNode) -> str:
    """Double quotes where the keys of a flow mapping have them, as in JSON."""
    return '"' if mapping.value and all(key.style == '"' for key, _ in mapping.value) else ""


def tree_indent(tree: Tree) -> int:
    """Columns a level in this file."""
    if isinstance(tree.root, yaml.MappingNode):
        for _, value in tree.root.value:
            if isinstance(value, yaml.MappingNode) and not value.flow_style and value.start_mark.column:
                return int(value.start_mark.column - tree.root.start_mark.column)
    return 2


def _replace(cuts: Cuts, key: yaml.Node | None, node: yaml.Node, value: Value) -> None:
    if isinstance(node, yaml.SequenceNode) and node.value and _is_texts(value) and _are_scalars(node):
        change_list(cuts, node, [str(item) for item in value])
    elif node.start_mark.index == end_of(node):
        if key is None:
            cuts.cut(node.start_mark.index, node.start_mark.index, " " + flow(value))
        else:
            cuts.cut(*parts.colon_behind(cuts.text, key), " " + flow(value))
    elif isinstance(node, yaml.ScalarNode):
        _replace_scalar(cuts, node, value)
    else:
        _replace_collection(cuts, key, node, value)


def _is_texts(value: Value) -> bool:
    return not isinstance(value, str | Mapping) and bool(value) and all(isinstance(item, str) for item in value)


def _are_scalars(node: yaml.SequenceNode) -> bool:
    return all(isinstance(item, yaml.ScalarNode) and not is_null(item) for item in node.value)


def _replace_scalar(cuts: Cuts, node: yaml.ScalarNode, value: Value) -> None:
    if is_literal(node):
        replace_literal(cuts, node, value)
    else:
        new = flow(value, node.style or "") if isinstance(value, str) else flow(value)
        cuts.cut(node.start_mark.index, node.end_mark.index, new)


def _replace_collection(cuts: Cuts, key: yaml.Node | None, node: yaml.Node, value: Value) -> None:
    if getattr(node, "flow_style", False) or key is None:
        cuts.cut(node.start_mark.index, end_of(node), flow(value))
    else:
        parts.empty_block(cuts, key, node, flow(value))
