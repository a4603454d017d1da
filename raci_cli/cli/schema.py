"""`raci schema`."""

from raci_cli.cli.result import Result
from raci_cli.model.schema import json_schema
from raci_cli.text import json_text


def schema() -> Result:
    """Print the JSON Schema of project files.

    It is draft-07, for editors and other programs.

    Example: raci schema > raci.schema.json
    """
    return Result(json_text(json_schema()))
