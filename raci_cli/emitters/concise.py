"""A line a finding, for editors, grep and people in a hurry."""

from collections.abc import Sequence

from raci_cli.emitters.parts import active, place
from raci_cli.findings import Checked, Finding
from raci_cli.text import Look, visible


def emit(files: Sequence[Checked], look: Look) -> str:
    """`file:line:column: CODE message` for every finding, and nothing else."""
    return "".join(f"{line(finding, checked.file, look)}\n" for checked, finding in active(files))


def line(finding: Finding, file: str, look: Look) -> str:
    """One finding, without a line break."""
    span = place(finding)
    where = visible(f"{file}:{span.line}:{span.column}:")
    return f"{where} {look.paint(finding.severity.value, finding.code)} {visible(finding.message)}"
