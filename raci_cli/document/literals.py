"""Texts of several lines below a mark, literal (`|`) or folded (`>`)."""

from typing import TypeGuard

import yaml

from raci_cli.document.cuts import Cuts
from raci_cli.document.lines import indent_at, next_line
from raci_cli.document.scalars import Value, fits_literal, flow


def is_literal(node: yaml.Node) -> TypeGuard[yaml.ScalarNode]:
    """Whether a node is such a text."""
    return isinstance(node, yaml.ScalarNode) and node.style in ("|", ">")


def behind_literal(text: str, node: yaml.Node) -> int:
    """Offset behind the last line of the text, before blank lines that do not belong to it."""
    start, end = next_line(text, node.start_mark.index), node.end_mark.index
    if "+" in text[node.start_mark.index : start].split("#", 1)[0]:
        return int(end)
    lines = text[start:end].splitlines(keepends=True)
    first = next((line for line in lines if line.strip()), "")
    indent = len(first) - len(first.lstrip(" "))
    while lines and len(lines[-1].rstrip("\r\n")) <= indent and not lines[-1].strip():
        end -= len(lines.pop())
    return max(start, int(end))


def _behind_mark(text: str, node: yaml.Node) -> int:
    line = text[node.start_mark.index : next_line(text, node.start_mark.index)]
    return int(node.start_mark.index + len(line) - len(line.lstrip("|>+-0123456789")))


def end_literal(cuts: Cuts, node: yaml.ScalarNode) -> None:
    """Have the mark say that the text ends without a line break, before lines follow it that give it one."""
    start, end = node.start_mark.index, _behind_mark(cuts.text, node)
    mark = cuts.text[start:end]
    if "-" not in mark:
        cuts.cut(start, end, mark.replace("+", "") + "-")


def replace_literal(cuts: Cuts, node: yaml.ScalarNode, value: Value) -> None:
    """Put another value in its place: lines below its mark where that can be."""
    start, after = node.start_mark.index, _behind_mark(cuts.text, node)
    newline, behind = cuts.newline_at(start), behind_literal(cuts.text, node)
    end = newline if cuts.text[:behind].endswith("\n") else ""  # the last line of a file may lack it
    body = next_line(cuts.text, start)
    mark, comment = cuts.text[start:after], cuts.text[after:body].rstrip("\r\n")
    lines = _literal_lines(value, mark, comment, can_end=bool(end)) if isinstance(value, str) else []
    if lines:
        indent = " " * indent_at(cuts.text, body)
        cuts.cut(start, behind, newline.join([lines[0], *(indent + line if line else "" for line in lines[1:])]) + end)
    else:
        cuts.cut(start, behind, flow(value) + comment + end)


def _literal_lines(text: str, mark: str, comment: str, *, can_end: bool) -> list[str]:
    """The lines of a text as the mark of another has them, or a mark of its own; none where it is better quoted."""
    fits = _fits_mark(text, mark)
    if not fits_literal(text) or not ("\n" in text or fits) or (text.endswith("\n") and not can_end):
        return []
    mark = mark if fits else "|" if text.endswith("\n") else "|-"
    return [mark + comment, *text.removesuffix("\n").split("\n")]


def _fits_mark(text: str, mark: str) -> bool:
    """Whether a text can stand below a mark as it is: ended by a line break or not, and not folded over lines."""
    ends = text.endswith("\n") != ("-" in mark)
    return ends and "+" not in mark and (mark[0] == "|" or "\n" not in text.removesuffix("\n"))
