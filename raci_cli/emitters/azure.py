"""Issues of Azure Pipelines, by the logging commands that its agent reads from the output."""

from collections.abc import Sequence

from raci_cli.emitters.concise import line
from raci_cli.emitters.parts import active, place, relative, said
from raci_cli.findings import Checked, Finding, Severity
from raci_cli.text import Look, visible

_ESCAPES = str.maketrans({"%": "%AZP25", ";": "%3B", "\r": "%0D", "\n": "%0A", "]": "%5D"})


def emit(files: Sequence[Checked], _look: Look) -> str:
    """A command for each error and warning; a note, for which Azure has no kind of issue, is a line of text."""
    return "".join(f"{_line(finding, checked.file)}\n" for checked, finding in active(files))


def _line(finding: Finding, file: str) -> str:
    if finding.severity is Severity.INFO:
        return f"note: {line(finding, file, Look())}"
    span = place(finding)
    properties = {
        "type": finding.severity.value,
        "sourcepath": visible(relative(file)),
        "linenumber": str(span.line),
        "columnnumber": str(span.column),
        "code": finding.code,
    }
    given = ";".join(f"{key}={value.translate(_ESCAPES)}" for key, value in properties.items())
    return f"##vso[task.logissue {given}]{said(finding, file).translate(_ESCAPES)}"
