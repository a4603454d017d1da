"""A line a finding, for editors, grep and people in a hurry."""

from collections.abc import Sequence

from raci_cli.cells import wrapped
from raci_cli.emitters.parts import active, place
from raci_cli.findings import Checked, Finding
from raci_cli.text import Look, plain, visible

_HANGING = "    "


def emit(files: Sequence[Checked], look: Look) -> str:
    """`file:line:column: CODE message` for every finding, and nothing else."""
    return "".join(f"{line(finding, checked.file, look)}\n" for checked, finding in active(files))


def line(finding: Finding, file: str, look: Look) -> str:
    """One finding, without a line break at its end; on a terminal what does not fit stands below it."""
    span = place(finding)
    where = visible(f"{file}:{span.line}:{span.column}:")
    said = f"{where} {finding.code} {plain(finding.message, look)}"
    lines = wrapped(said, look.width, indent=len(_HANGING))
    start = f"{where} {finding.code}"
    if lines[0].startswith(start):
        painted = look.paint(finding.severity.value, finding.code)
        lines[0] = f"{where} {painted}{lines[0][len(start) :]}"
    return f"\n{_HANGING}".join(lines)
