"""`raci schema`."""

from typing import Annotated

import typer

from raci_cli import resources
from raci_cli.cli.result import Result
from raci_cli.errors import UsageError
from raci_cli.model.schema import json_schema
from raci_cli.text import did_you_mean, json_text

_KINDS = ("project", "check")


def schema(
    kind: Annotated[
        str, typer.Argument(metavar="[KIND]", help="project: the project file; check: what raci check --json prints.")
    ] = "project",
) -> Result:
    """Print a JSON Schema: of project files, or of findings.

    It is draft-07, for editors and other programs.

    Example: raci schema > raci.schema.json
    """
    if kind not in _KINDS:
        raise UsageError(
            f"there is no schema {kind!r}", help=did_you_mean(kind, _KINDS) or f"schemas: {', '.join(_KINDS)}"
        )
    return Result(resources.check_schema() if kind == "check" else json_text(json_schema()))
