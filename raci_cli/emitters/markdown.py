"""Markdown for the summary of a CI job or a comment: a heading with the counts, and a table."""

from collections.abc import Iterator, Sequence

from raci_cli.checking.commands import help_text
from raci_cli.emitters.parts import WORDS, active, place
from raci_cli.findings import Checked, Finding, tally, tally_quiet
from raci_cli.rules.registry import RULES
from raci_cli.text import Look, count, listed, markdown

# GitHub takes a summary of at most 1 MiB.
_LARGEST = 900_000


def emit(files: Sequence[Checked], _look: Look) -> str:
    """Blocks with a blank line between them."""
    found = active(files)
    blocks = [f"## raci check: {_heading(files, found)}"]
    if found:
        blocks.append("\n".join(_table(found)))
    quiet = listed([f"{number} {word}" for word, number in tally_quiet(files).items() if number])
    blocks.append(f"{count(len(files), 'file')} checked{f', {quiet}' if quiet else ''}.")
    return "\n\n".join(blocks) + "\n"


def _heading(files: Sequence[Checked], found: Sequence[tuple[Checked, Finding]]) -> str:
    counts = tally(finding for _, finding in found)
    words = [count(number, WORDS[severity]) for severity, number in counts.items() if number]
    return listed(words) or ("all clear" if files else "nothing to check")


def _table(found: Sequence[tuple[Checked, Finding]]) -> Iterator[str]:
    yield "| Severity | Place | Rule | Finding | What to do |"
    yield "| --- | --- | --- | --- | --- |"
    size = 0
    for number, (checked, finding) in enumerate(found):
        row = _row(finding, checked.file)
        size += len(row.encode())
        if size > _LARGEST:
            yield f"\n{len(found) - number} more are left out here."
            break
        yield row


def _row(finding: Finding, file: str) -> str:
    span = place(finding)
    cells = [
        WORDS[finding.severity],
        f"{file}:{span.line}:{span.column}",
        f"{finding.code} {RULES[finding.code].name}",
        finding.message,
        help_text(finding, file),
    ]
    return f"| {' | '.join(map(markdown, cells))} |"
