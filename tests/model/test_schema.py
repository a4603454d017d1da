"""The JSON Schema and the reader: one accepts what the other accepts."""

import copy
import json
from collections.abc import Iterator
from typing import Any

import jsonschema_rs
import pytest
from helpers import data_of
from model.example import EXAMPLE, OWN_SCHEME

from raci_cli import resources
from raci_cli.document.nodes import Plain, Tree
from raci_cli.document.source import Source
from raci_cli.findings import Finding, Path
from raci_cli.model.reader import read_tree
from raci_cli.model.schema import json_schema
from raci_cli.model.scheme import RACI
from raci_cli.text import json_text

SCHEMA = json_schema()
VALIDATOR = jsonschema_rs.validator_for(SCHEMA)

VALUES: dict[str, Any] = {
    "null": None,
    "an empty text": "",
    "a blank": " ",
    "a text": "x",
    "no": "no",
    "a control character": "x\x07y",
    "two lines": "x\ny\n",
    "a day that does not exist": "2026-02-30",
    "a day": "2026-02-28",
    "a month that does not exist": "2026-13-01",
    "a quoted true": "true",
    "true": Plain("true"),
    "five": Plain("5"),
    "a thousand times ten": Plain("10000"),
    "a quoted five": "5",
    "an empty list": [],
    "a list of a text": ["x"],
    "a list of an empty text": [""],
    "a list of null": [None],
    "a list of a flag": [Plain("true")],
    "an empty mapping": {},
    "a mapping": {"x": Plain("1")},
    "a mapping with a title": {"title": "x"},
    "a mapping with a name": {"name": "x"},
}
BAD_IDS = ("", " ", "-x", "_x", "x y", "é", "x.y", "x" * 65, "x\n")
GOOD_IDS = ("X", "title", "status", "0", "x-_y", "x" * 64)


def as_json(data: Any, *, typed: bool = True) -> Any:
    """Plain data as a JSON document; where not `typed`, numbers and flags are the texts that they are written as."""
    if isinstance(data, dict):
        return {key: as_json(value, typed=typed) for key, value in data.items()}
    if isinstance(data, list):
        return [as_json(value, typed=typed) for value in data]
    if isinstance(data, Plain) and typed:
        return data == "true" if data in ("true", "false") else int(data)
    return None if data is None else str(data)


def paths(data: Any, path: Path = ()) -> Iterator[Path]:
    yield path
    if isinstance(data, dict):
        for key, value in data.items():
            yield from paths(value, (*path, key))
    elif isinstance(data, list):
        for index, value in enumerate(data):
            yield from paths(value, (*path, index))


def at(data: Any, path: Path) -> Any:
    for part in path:
        data = data[part]
    return data


def changed(data: Any, path: Path, value: Any) -> Any:
    data = copy.deepcopy(data)
    at(data, path[:-1])[path[-1]] = copy.deepcopy(value)
    return data


def without(data: Any, path: Path) -> Any:
    data = copy.deepcopy(data)
    del at(data, path[:-1])[path[-1]]
    return data


def rekeyed(data: Any, path: Path, key: str) -> Any:
    data = copy.deepcopy(data)
    parent = at(data, path[:-1])
    entries = [(key if old == path[-1] else old, value) for old, value in parent.items()]
    parent.clear()
    parent.update(entries)
    return data


def readings(data: Any, path: Path) -> list[Any]:
    """How JSON may say it, since the place tells what a number is: the text of a title, the value of a limit."""
    return [changed(as_json(data), path, as_json(at(data, path), typed=typed)) for typed in (True, False)]


def mutations(data: Any) -> Iterator[tuple[str, Any, list[Any]]]:
    """All that is one step away from a project, and how JSON says it."""
    for path in paths(data):
        for name, value in VALUES.items():
            if path:
                new = changed(data, path, value)
                yield f"{path} is {name}", new, readings(new, path)
        if isinstance(at(data, path), dict):
            for key in ("unknown", "Title", "x-note"):
                new = changed(data, (*path, key), "x")
                yield f"{path} has {key}", new, [as_json(new)]
        if path and isinstance(path[-1], str):
            new = without(data, path)
            yield f"{path} is missing", new, [as_json(new)]
            for key in (*BAD_IDS, *GOOD_IDS):
                new = rekeyed(data, path, key)
                yield f"{path} is called {key!r}", new, readings(new, (*path[:-1], key))


def findings(data: Any) -> tuple[Finding, ...]:
    source = Source("raci.yaml", "")
    return read_tree(source, Tree(source, None, data)).findings


def beyond_schema(finding: Finding, data: Any) -> bool:
    """What JSON Schema cannot say, since it measures one value by another."""
    path, message = finding.path, finding.message
    if path[:1] in (("teams",), ("people",)) and ("is a team and a person" in message or "is reserved" in message):
        return True
    if path[:2] == ("scheme", "roles"):
        return any(words in message for words in ("is the letter of", "must not be below min", "names no role"))
    own_scheme = isinstance(data.get("scheme"), dict)
    return own_scheme and finding.code == "RACI003" and path[:1] == ("steps",)  # no role of that scheme


def disagreement(name: str, data: Any, documents: list[Any]) -> str:
    """What differs between the two, if anything does."""
    found = findings(data)
    certain = [finding for finding in found if not beyond_schema(finding, data)]
    valid = any(VALIDATOR.is_valid(document) for document in documents)
    if valid and certain:
        return f"{name}: only the reader refuses: {certain[0].message}"
    if valid or found:
        return ""
    error = next(iter(VALIDATOR.iter_errors(documents[0])))
    return f"{name}: only the schema refuses: {'.'.join(map(str, error.instance_path))}: {error.message[:100]}"


PROJECTS = {
    "the example": EXAMPLE,
    "a scheme of its own": OWN_SCHEME,
    **{name: resources.lifecycle_path(name).read_text("utf-8") for name in resources.lifecycle_names()},
}


@pytest.mark.parametrize("text", PROJECTS.values(), ids=PROJECTS)
def test_what_reads_without_findings_is_valid(text: str) -> None:
    data = data_of(text)
    assert findings(data) == ()
    assert VALIDATOR.is_valid(as_json(data))


@pytest.mark.parametrize("name", ["the example", "a scheme of its own"])
def test_the_schema_refuses_what_the_reader_refuses(name: str) -> None:
    data = data_of(PROJECTS[name])
    cases = list(mutations(data))
    assert len(cases) > 500
    found = [text for text in (disagreement(*case) for case in cases) if text]
    assert found == []


DRIVER = ("scheme", "roles", "driver")


@pytest.mark.parametrize(
    "data",
    [
        changed(data_of(OWN_SCHEME), (*DRIVER, "letter"), "abcd"),
        rekeyed(data_of(OWN_SCHEME), DRIVER, "title"),
        rekeyed(data_of(OWN_SCHEME), DRIVER, "needs"),
        rekeyed(data_of(OWN_SCHEME), DRIVER, "tasks"),
    ],
)
def test_a_role_fits_into_a_matrix_and_a_step(data: Any) -> None:
    assert findings(data)
    assert not VALIDATOR.is_valid(as_json(data))


def test_the_mutations_are_of_both_kinds() -> None:
    verdicts = [VALIDATOR.is_valid(documents[0]) for _, _, documents in mutations(data_of(EXAMPLE))]
    assert 0.1 < sum(verdicts) / len(verdicts) < 0.9


def test_the_schema_is_a_schema() -> None:
    assert SCHEMA["$schema"] == "http://json-schema.org/draft-07/schema#"
    jsonschema_rs.meta.validate(SCHEMA)
    assert jsonschema_rs.Draft7Validator(SCHEMA).is_valid(as_json(data_of(EXAMPLE)))


def test_the_text_of_the_schema_is_the_schema() -> None:
    assert json.loads(json_text(SCHEMA)) == SCHEMA


def objects(schema: Any) -> Iterator[dict[str, Any]]:
    if isinstance(schema, dict):
        yield schema
        for value in schema.values():
            yield from objects(value)
    elif isinstance(schema, list):
        for value in schema:
            yield from objects(value)


def test_every_value_is_described() -> None:
    schema = {key: value for key, value in SCHEMA.items() if key != "if"}
    values = [value for found in objects(schema) for value in found.get("properties", {}).values() if "type" in value]
    assert len(values) > 50
    assert [value for value in values if not value.get("description")] == []


def test_the_keys_of_a_step_are_those_of_the_scheme() -> None:
    step = SCHEMA["definitions"]["step"]["properties"]
    own = SCHEMA["definitions"]["own-step"]["properties"]
    assert set(step) - set(own) == set(RACI.names)
    assert "tasks" in step
    assert "tasks" not in SCHEMA["definitions"]["task"]["properties"]
