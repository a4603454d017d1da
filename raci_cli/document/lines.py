"""Lines of a text: where they begin and end, and which comments belong to the entry above or below them."""


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


def above_comments(text: str, index: int, floor: int, column: int) -> int:
    """Start of the comments right above the line of `index`, those at the top left out that are deeper than `column`.

    Without such comments the start of the line itself; what is before `floor` is not looked at.
    """
    first = line = line_start(text, index)
    while line > floor:
        line = line_start(text, line - 1)
        indent = _comment_indent(text[line : next_line(text, line)])
        if indent is None:
            break
        if indent <= column:
            first = line
    return first


def below_comments(text: str, line: int, column: int) -> int:
    """The line, from the one that begins at `line` on, behind the comments there that are deeper than `column`."""
    last = line
    while line < len(text):
        end = next_line(text, line)
        indent = _comment_indent(text[line:end])
        if indent is not None and indent > column:
            last = end
        elif text[line:end].strip():
            break
        line = end
    return last


def _comment_indent(line: str) -> int | None:
    """The column of a comment that has the line to itself; None where there is none."""
    if not line.lstrip().startswith("#"):
        return None
    return line.expandtabs().index("#")


def is_below_blank(text: str, line: int) -> bool:
    """Whether the line before the one that begins at `line` is blank."""
    return line > 0 and not text[line_start(text, line - 1) : line].strip()
