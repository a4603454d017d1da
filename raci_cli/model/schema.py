"""The format as one JSON Schema, draft-07, for editors, CI and other programs."""

from raci_cli.model.containers import Record
from raci_cli.model.fields import Schema
from raci_cli.model.format import VERSION, step_record, task_record, top_record
from raci_cli.model.scheme import RACI, Scheme
from raci_cli.model.schemes import SCHEMES


def json_schema() -> Schema:
    """The schema of a project file.

    The keys of a step follow the project's scheme: with one of its own, any further key may hold parties.
    """
    schema = top_record().schema()
    properties = schema["properties"]
    properties["raci"] = {"description": "The version of this format.", "type": "integer", "const": VERSION}
    properties["steps"] = {**properties["steps"], "minProperties": 1, "additionalProperties": True}
    definitions = {
        "step": _with_tasks(step_record(RACI).schema(), "task"),
        "task": task_record(RACI).schema(),
        "own-step": _with_tasks(_open(step_record(RACI)), "own-task"),
        "own-task": _open(task_record(RACI)),
    }
    chosen = _steps("step")
    for alike in reversed(_alike()):
        name = alike[0].name
        definitions[f"{name}-step"] = _with_tasks(_brief(step_record(alike[0]), definitions["task"]), f"{name}-task")
        definitions[f"{name}-task"] = _brief(task_record(alike[0]), definitions["task"])
        names = [scheme.name for scheme in alike]
        chosen = {"if": _scheme_is({"enum": names}), "then": _steps(f"{name}-step"), "else": chosen}
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "raci project",
        **schema,
        "if": _scheme_is({"type": "object"}),
        "then": _steps("own-step"),
        "else": chosen,
        "definitions": definitions,
    }


def _alike() -> list[list[Scheme]]:
    """The shipped schemes but RACI and those of its roles, those of the same roles together."""
    found: dict[frozenset[str], list[Scheme]] = {}
    for scheme in SCHEMES.values():
        found.setdefault(frozenset(scheme.names), []).append(scheme)
    found.pop(frozenset(RACI.names))
    return list(found.values())


def _scheme_is(what: Schema) -> Schema:
    return {"properties": {"scheme": what}, "required": ["scheme"]}


def _steps(definition: str) -> Schema:
    return {"properties": {"steps": {"additionalProperties": {"$ref": f"#/definitions/{definition}"}}}}


def _brief(record: Record, task: Schema) -> Schema:
    """The schema of a record, which points to what it shares with a task."""
    schema, shared = record.schema(), task["properties"]
    properties = {
        key: {"$ref": f"#/definitions/task/properties/{key}"} if shared.get(key) == value else value
        for key, value in schema["properties"].items()
    }
    return {**schema, "properties": properties}


def _open(record: Record) -> Schema:
    """The record without RACI's roles, and with roles of any name."""
    schema = record.schema()
    role = schema["properties"]["accountable"]
    own = {key: value for key, value in schema["properties"].items() if key not in RACI.names}
    return {**schema, "properties": own, "additionalProperties": {**role, "description": "Who has this role."}}


def _with_tasks(schema: Schema, definition: str) -> Schema:
    tasks = {**schema["properties"]["tasks"], "additionalProperties": {"$ref": f"#/definitions/{definition}"}}
    return {**schema, "properties": {**schema["properties"], "tasks": tasks}}
