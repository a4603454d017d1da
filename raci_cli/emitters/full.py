"""For people: message, place, the line with a caret below it, help, and a closing count."""

from collections.abc import Iterator, Sequence

from raci_cli.checking.commands import help_text
from raci_cli.findings import Checked, Finding, Severity, Span, tally, tally_quiet
from raci_cli.text import Look, count, visible

_WIDTH = 160


def emit(files: Sequence[Checked], look: Look) -> str:
    """The whole text, with its last line break."""
    return f"{excerpts(files, look)}{_closing(files, look)}\n"


def excerpts(files: Sequence[Checked], look: Look) -> str:
    """The findings without the closing count."""
    lines = [line for checked in files for finding in checked.findings for line in _finding(finding, checked, look)]
    return "".join(f"{line}\n" for line in lines)


def _finding(finding: Finding, checked: Checked, look: Look) -> Iterator[str]:
    word = look.paint(finding.severity.value, f"{finding.severity.value}[{finding.code}]")
    yield f"{word}: {look.paint('strong', visible(finding.message))}"
    span = finding.span
    margin = " " * len(str(span.line)) if span else " "
    if span:
        yield f"{margin}{look.paint('dim', '-->')} {visible(checked.file)}:{span.line}:{span.column}"
        if span.line in checked.lines:
            yield from _excerpt(checked.lines[span.line], span, margin, look, finding.severity)
    for label, place in finding.related:
        yield f"{margin} {look.paint('dim', '=')} note: {label}: {visible(checked.file)}:{place.line}:{place.column}"
    if help_ := help_text(finding, checked.file):
        yield f"{margin} {look.paint('dim', '=')} help: {visible(help_)}"
    yield ""


def _excerpt(line: str, span: Span, margin: str, look: Look, severity: Severity) -> Iterator[str]:
    """The line and a caret under what is meant; a long line is cut around it."""
    from rich.cells import cell_len, set_cell_size

    room = max((look.width or _WIDTH) - len(margin) - 3, 8)
    first = span.column - 1
    start = _window(line, first, room) if cell_len(_shown(line[: span.end_column])) > room else 0
    lead = "…" if start else ""
    shown = lead + _shown(line[start : start + room])
    if cell_len(shown) > room or start + room < len(line):
        shown = set_cell_size(shown, min(room - 1, cell_len(shown))) + "…"
    before = cell_len(lead + _shown(line[start:first]))
    last = span.end_column - 1 if span.end_line == span.line else len(line)
    caret = "^" * max(1, min(cell_len(_shown(line[first:last])), room - before))
    bar = look.paint("dim", "|")
    yield f"{margin} {bar}"
    yield f"{look.paint('dim', str(span.line))} {bar} {shown}".rstrip()
    yield f"{margin} {bar} {' ' * before}{look.paint(severity.value, caret)}"


def _window(line: str, first: int, room: int) -> int:
    """Where an excerpt begins, so that what stands before the caret takes at most half of the room."""
    from rich.cells import cell_len

    start = first
    while start > max(0, first - room // 2) and cell_len(_shown(line[start - 1 : first])) < room // 2:
        start -= 1
    return start


def _shown(piece: str) -> str:
    return visible(piece.replace("\t", "    "))


def _closing(files: Sequence[Checked], look: Look) -> str:
    counts = tally(finding for checked in files for finding in checked.findings)
    words = [
        look.paint("error" if counts[Severity.ERROR] else "dim", count(counts[Severity.ERROR], "error")),
        look.paint("warning" if counts[Severity.WARNING] else "dim", count(counts[Severity.WARNING], "warning")),
        look.paint("dim", count(counts[Severity.INFO], "note")),
    ]
    quiet = ", ".join(f"{number} {word}" for word, number in tally_quiet(files).items() if number)
    return f"{count(len(files), 'file')} checked: {', '.join(words)}{f' ({quiet})' if quiet else ''}"
