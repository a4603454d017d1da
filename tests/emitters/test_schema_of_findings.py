"""The JSON Schema of findings, which is shipped: what it describes, and what it refuses."""

import json
from typing import Any

import jsonschema_rs
from emitters.samples import sample

from raci_cli import resources
from raci_cli.emitters.json import emit
from raci_cli.text import Look

SCHEMA = json.loads(resources.check_schema())


def keys_of(schema: Any) -> list[Any]:
    """All sets of keys that are required, each with those that are described."""
    inner = schema.values() if isinstance(schema, dict) else schema if isinstance(schema, list) else []
    own = (
        [(schema["required"], list(schema["properties"]))] if isinstance(schema, dict) and "required" in schema else []
    )
    return own + [keys for one in inner for keys in keys_of(one)]


def test_the_schema_describes_and_requires_every_key() -> None:
    assert len(keys_of(SCHEMA)) == 4
    assert all(required == described for required, described in keys_of(SCHEMA))
    assert SCHEMA["definitions"]["finding"]["required"] == list(document()["findings"][0])
    jsonschema_rs.meta.validate(SCHEMA)


def document() -> Any:
    return json.loads(emit([sample()], Look()))


def broken(data: Any) -> list[Any]:
    """Documents that are each wrong in one way."""
    found = data["findings"][0]
    wrong: dict[str, Any] = {
        "code": "E1",
        "name": "A b",
        "severity": "note",
        "file": None,
        "line": 0,
        "column": "1",
        "endLine": 1.5,
        "endColumn": 0,
        "path": [],
        "message": "",
        "help": None,
        "fingerprint": "",
        "suppressed": "",
        "baseline": 0,
    }
    assert set(wrong) == set(found)
    findings = [{**found, key: value} for key, value in wrong.items()]
    findings += [{key: value for key, value in found.items() if key != left_out} for left_out in found]
    documents = [{key: value for key, value in data.items() if key != left_out} for left_out in data]
    return [*({**data, "findings": [one]} for one in findings), *documents, {**data, "version": 2}, [], None]


def test_the_schema_refuses_what_is_wrong() -> None:
    schema = jsonschema_rs.validator_for(SCHEMA)
    documents = broken(document())
    assert len(documents) == 2 * 14 + 5 + 3
    assert [document for document in documents if schema.is_valid(document)] == []
