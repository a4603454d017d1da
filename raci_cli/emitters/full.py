"""For people: message, place, the line with a caret below it, help, and a closing count."""

from collections.abc import Iterator, Sequence

from raci_cli.cells import cell_len, cut, wrapped
from raci_cli.checking.commands import command_line
from raci_cli.emitters.parts import WORDS
from raci_cli.findings import Checked, Finding, Severity, Span, tally, tally_quiet
from raci_cli.text import Look, count, plain, visible

_WIDTH = 160
_HANGING = "    "
_BELOW = f"\n{_HANGING}"


def emit(files: Sequence[Checked], look: Look) -> str:
    """The whole text, with its last line break."""
    return f"{excerpts(files, look)}{_closing(files, look)}\n"


def excerpts(files: Sequence[Checked], look: Look) -> str:
    """The findings without the closing count."""
    lines = [line for checked in files for finding in checked.findings for line in _finding(finding, checked, look)]
    return "".join(f"{line}\n" for line in lines)


def _finding(finding: Finding, checked: Checked, look: Look) -> Iterator[str]:
    yield from _message(finding, look)
    span = finding.span
    margin = " " * len(str(span.line)) if span else " "
    if span:
        arrow, place = look.paint("dim", "-->"), visible(f"{checked.file}:{span.line}:{span.column}")
        yield from _hung(f"{margin}{arrow} ", place, len(margin) + 4, look)
        if span.line in checked.lines:
            yield from _excerpt(checked.lines[span.line], span, margin, look, finding.severity)
    equals = f"{margin} {look.paint('dim', '=')}"
    for label, other in finding.related:
        note = visible(f"{label}: {checked.file}:{other.line}:{other.column}")
        yield from _hung(f"{equals} note: ", note, len(margin) + 9, look)
    for index, line in enumerate(_help(finding, checked.file, len(margin) + 9, look)):
        yield f"{' ' * (len(margin) + 9)}{line}" if index else f"{equals} help: {line}"
    yield ""


def _message(finding: Finding, look: Look) -> Iterator[str]:
    """Severity, code and what is wrong, where it is too long in several lines."""
    word = f"{finding.severity.value}[{finding.code}]"
    message = plain(finding.message, look)
    first, *rest = wrapped(message, look.width, before=len(word) + 2, indent=len(_HANGING))
    yield f"{look.paint(finding.severity.value, word)}: {look.paint('strong', first)}"
    yield from (f"{_HANGING}{look.paint('strong', line)}" for line in rest)


def _hung(start: str, text: str, room: int, look: Look) -> Iterator[str]:
    """A text behind its start, which takes so much room, and the rest of it below itself."""
    first, *rest = wrapped(text, look.width, before=room, indent=room)
    yield f"{start}{first}"
    yield from (f"{' ' * room}{line}" for line in rest)


def _help(finding: Finding, file: str, room: int, look: Look) -> list[str]:
    """What to do; a command that the rest of the line has no room for begins a line, to be copied whole."""
    what, command = plain(finding.help, look), visible(command_line(finding, file))
    whole = ": ".join(filter(None, [what, command]))
    if look.width is None or not whole or room + cell_len(whole) <= look.width:
        return [whole] if whole else []
    parts = [f"{what}:", command] if what and command else [whole]
    return [line for part in parts for line in wrapped(part, look.width, before=room, indent=room)]


def _excerpt(line: str, span: Span, margin: str, look: Look, severity: Severity) -> Iterator[str]:
    """The line and a caret under what is meant; a long line is cut around it."""
    sign = "..." if look.ascii_only else "…"
    room = max((look.width or _WIDTH) - len(margin) - 3, 8)
    first = span.column - 1
    start = _window(line, first, room) if cell_len(_shown(line[: span.end_column])) > room else 0
    lead = sign if start else ""
    shown = lead + _shown(line[start : start + room])
    if cell_len(shown) > room or start + room < len(line):
        shown = cut(shown, room - len(sign)) + sign
    before = cell_len(lead + _shown(line[start:first]))
    last = span.end_column - 1 if span.end_line == span.line else len(line)
    caret = "^" * max(1, min(cell_len(_shown(line[first:last])), room - before))
    bar = look.paint("dim", "|")
    yield f"{margin} {bar}"
    yield f"{look.paint('dim', str(span.line))} {bar} {shown}".rstrip()
    yield f"{margin} {bar} {' ' * before}{look.paint(severity.value, caret)}"


def _window(line: str, first: int, room: int) -> int:
    """Where an excerpt begins, so that what stands before the caret takes at most half of the room."""
    start = first
    while start > max(0, first - room // 2) and cell_len(_shown(line[start - 1 : first])) < room // 2:
        start -= 1
    return start


def _shown(piece: str) -> str:
    return visible(piece.replace("\t", "    "))


def _closing(files: Sequence[Checked], look: Look) -> str:
    counts = tally(finding for checked in files for finding in checked.findings)
    words = [(severity, count(counts[severity], word)) for severity, word in WORDS.items()]
    quiet = ", ".join(f"{number} {word}" for word, number in tally_quiet(files).items() if number)
    start, painted = f"{count(len(files), 'file')} checked: ", ", ".join(_painted(*one, look) for one in words)
    plain_words = start + ", ".join(word for _, word in words)
    if look.width and len(plain_words) > look.width:
        return _BELOW.join(wrapped(f"{plain_words}{f' ({quiet})' if quiet else ''}", look.width, indent=len(_HANGING)))
    if not quiet:
        return f"{start}{painted}"
    long = look.width and len(plain_words) + len(quiet) + 3 > look.width
    return f"{start}{painted}{_BELOW if long else ' '}({quiet})"


def _painted(severity: Severity, text: str, look: Look) -> str:
    quiet = severity is Severity.INFO or text.startswith("0 ")
    return look.paint("dim" if quiet else severity.value, text)
