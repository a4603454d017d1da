"""For machines that read line by line: a finding a line, with the keys that it has in JSON."""

from collections.abc import Sequence

from raci_cli.emitters.json import findings
from raci_cli.findings import Checked
from raci_cli.text import Look, json_text


def emit(files: Sequence[Checked], _look: Look) -> str:
    """The lines; none where nothing was found."""
    return "".join(json_text(finding, indent=None) for finding in findings(files))
