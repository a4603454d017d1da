"""One change to cuts of the text: where a key goes in, what a value is replaced by."""

from collections.abc import Mapping

import yaml

from raci_cli.document import parts
from raci_cli.document.change import Change, Put, Rekey, bug
from raci_cli.document.cuts import Cuts
from raci_cli.document.nodes import Tree, end_of, is_null
from raci_cli.document.scalars import Flow, Value, block, fits_literal, flow, scalar
from raci_cli.errors import Bug


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
        index = _neighbour(change, parent)
        key_node, value_node = parent.value[max(index, 0)]
        at = parts.line_behind(cuts.text, key_node, value_node) if index >= 0 else _first_line(cuts, parent)
        lines = _lines(tree, cuts, change, parent, at)
        parts.put_lines(
            cuts, at, parent.start_mark.column, lines if index >= 0 else [*lines[1:], ""] if not lines[0] else lines
        )
    elif isinstance(parent, yaml.MappingNode):
        style = _quote_style(parent)
        entry = f"{scalar(name, style)}: {flow(change.value, style)}"
        index = _neighbour(change, parent) if change.after or change.before else len(parent.value) - 1
        if index < len(parent.value) - 1:
            parts.put_flow_between(cuts, parent, entry, index)
        else:
            parts.put_flow(cuts, parent, entry)
    elif key is not None and parent.start_mark.index == parent.end_mark.index:
        _insert_under(tree, cuts, change, key, parent)
    elif key is not None and is_null(parent):
        cuts.cut(parent.start_mark.index, parent.end_mark.index, "{" + _entry(change) + "}")
    else:
        raise bug([change], "a value stands where keys are wanted")


def _neighbour(change: Put, parent: yaml.MappingNode) -> int:
    """Index of the entry behind which a new key goes; -1 for the first place."""
    keys = [key.value for key, _ in parent.value]
    if change.before in keys:
        return keys.index(change.before) - 1
    if change.after in keys:
        return keys.index(change.after)
    return parts.place_for(keys, str(change.path[-1]), change.order)


def _first_line(cuts: Cuts, mapping: yaml.Node) -> int:
    start = parts.line_start(cuts.text, mapping.start_mark.index)
    if cuts.text[start : mapping.start_mark.index].strip():
        raise Bug("the first key shares its line, nothing was written")
    return start


def _stands_apart(text: str, key: yaml.Node) -> bool:
    """Whether a blank line is before an entry and the comments above it."""
    for line in reversed(text[: parts.line_start(text, key.start_mark.index)].splitlines()):
        if not line.lstrip().startswith("#"):
            return not line.strip()
    return False


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


def _lines(tree: Tree, cuts: Cuts, change: Put, parent: yaml.MappingNode, at: int) -> list[str]:
    """An entry in the style of its siblings, and a blank line before it where they have one."""
    name, value = str(change.path[-1]), change.value
    siblings = [node for _, node in parent.value if isinstance(node, yaml.MappingNode)]
    if isinstance(value, Mapping) and 2 * len(siblings) > len(parent.value) and len(change.path) > 1:
        value = Flow(value) if siblings[-1].flow_style else dict(value)
    if isinstance(value, str) and at == len(cuts.text) and not cuts.text.endswith("\n"):
        return [f"{scalar(name)}: {flow(value)}"]  # a literal would want the line break that the file does not end with
    lines = block(name, value, tree_indent(tree))
    apart = len(parent.value) > 1 and _stands_apart(cuts.text, parent.value[-1][0])
    roomy = apart or (len(change.path) == 1 and cuts.text[at : at + 2].startswith(("\n", "\r\n")))
    return ["", *lines] if roomy and len(lines) > 1 and isinstance(value, Mapping) else lines


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
        parts.change_list(cuts, node, [str(item) for item in value])
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
    start, end = node.start_mark.index, node.end_mark.index
    if node.style not in ("|", ">"):
        cuts.cut(start, end, flow(value, node.style or "") if isinstance(value, str) else flow(value))
        return
    newline, behind = cuts.newline_at(start), parts.line_behind(cuts.text, node, node)
    body = parts.next_line(cuts.text, start)
    mark, comment = _header(cuts.text[start:body].rstrip("\r\n"))
    if isinstance(value, str) and fits_literal(value) and ("\n" in value or _fits_mark(value, mark)):
        if not _fits_mark(value, mark):
            mark = "|" if value.endswith("\n") else "|-"
        indent = " " * parts.indent_at(cuts.text, body)
        lines = [indent + line if line else "" for line in value.removesuffix("\n").split("\n")]
        cuts.cut(start, behind, newline.join([mark + comment, *lines, ""]))
    else:
        cuts.cut(start, behind, flow(value) + comment + newline)


def _header(line: str) -> tuple[str, str]:
    """The mark of a literal or folded text, and what follows it on its line."""
    end = len(line) - len(line.lstrip("|>+-0123456789"))
    return line[:end], line[end:]


def _fits_mark(text: str, mark: str) -> bool:
    """Whether a text can stand below a mark as it is: ended by a line break or not, and not folded over lines."""
    ends = text.endswith("\n") != ("-" in mark)
    return ends and "+" not in mark and (mark[0] == "|" or "\n" not in text.removesuffix("\n"))


def _replace_collection(cuts: Cuts, key: yaml.Node | None, node: yaml.Node, value: Value) -> None:
    if getattr(node, "flow_style", False) or key is None:
        cuts.cut(node.start_mark.index, end_of(node), flow(value))
    else:
        parts.empty_block(cuts, key, node, flow(value))
