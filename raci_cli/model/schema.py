"""The format as one JSON Schema, draft-07, for editors, CI and other programs."""

from raci_cli.model.containers import Record
from raci_cli.model.fields import Schema
from raci_cli.model.format import VERSION, step_record, task_record, top_record
from raci_cli.model.scheme import RACI


def json_schema() -> Schema:
    """The schema of a project file.

    The keys of a step follow the project's scheme: with one of its own, any further key may hold parties.
    """
    schema = top_record().schema()
    properties = schema["properties"]
    properties["raci"] = {"description": "The version of this format.", "type": "integer", "const": VERSION}
    properties["steps"] = {**properties["steps"], "minProperties": 1, "additionalProperties": True}
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "raci project",
        **schema,
        "if": {"properties": {"scheme": {"type": "object"}}, "required": ["scheme"]},
        "then": _steps("own-step"),
        "else": _steps("step"),
        "definitions": {
            "step": _with_tasks(step_record(RACI).schema(), "task"),
            "task": task_record(RACI).schema(),
            "own-step": _with_tasks(_open(step_record(RACI)), "own-task"),
            "own-task": _open(task_record(RACI)),
        },
    }


def _steps(definition: str) -> Schema:
    return {"properties": {"steps": {"additionalProperties": {"$ref": f"#/definitions/{definition}"}}}}


def _open(record: Record) -> Schema:
    """The record without RACI's roles, and with roles of any name."""
    schema = record.schema()
    role = schema["properties"]["accountable"]
    own = {key: value for key, value in schema["properties"].items() if key not in RACI.names}
    return {**schema, "properties": own, "additionalProperties": {**role, "description": "Who has this role."}}


def _with_tasks(schema: Schema, definition: str) -> Schema:
    tasks = {**schema["properties"]["tasks"], "additionalProperties": {"$ref": f"#/definitions/{definition}"}}
    return {**schema, "properties": {**schema["properties"], "tasks": tasks}}
