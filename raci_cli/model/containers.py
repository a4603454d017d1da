"""Kinds that hold others: lists, mappings, records; each reads plain data and says the same as JSON Schema."""

import re
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any, NamedTuple

from raci_cli.findings import Path, path_text
from raci_cli.model.fields import ID_PATTERN, ID_RULE, MOST_KNOWN, Kind, Notes, Schema, describe
from raci_cli.text import listed, quoted


class ListOf(NamedTuple):
    """A list; where `single`, one item may stand without it."""

    doc: str
    item: Kind
    single: bool = False

    def take(self, data: Any) -> tuple[Any, ...] | None:
        if isinstance(data, list):
            items = [*map(self.item.take, data)]
        elif self.single and isinstance(data, str):
            items = [self.item.take(data)]
        else:
            return None
        return None if None in items else tuple(items)

    def read(self, data: Any, path: Path, notes: Notes) -> tuple[Any, ...] | None:
        if self.single and isinstance(data, str):
            data = [data]
        if not isinstance(data, list):
            notes.wrong(path, f"must be a list{' or one id' if self.single else ''}, not {describe(data)}")
            return None
        items = (self.item.read(item, (*path, index), notes) for index, item in enumerate(data))
        return tuple(item for item in items if item is not None)

    def schema(self) -> Schema:
        whole: Schema = {"description": self.doc, "type": "array"}
        items = {"items": self.item.schema()}
        # Where `items` stands at the top, editors complete the key with the start of a list, also where one is enough.
        return either(self.item.schema(), {**whole, "allOf": [items]}) if self.single else {**whole, **items}


class MapOf(NamedTuple):
    """A mapping from ids (or, where `key` says so, other words, but none of `taken`) to values of one kind."""

    doc: str
    value: Kind
    key: str = ID_PATTERN
    key_rule: str = ID_RULE
    taken: tuple[str, ...] = ()
    taken_rule: str = ""

    def take(self, _data: Any) -> None:
        return None

    def read(self, data: Any, path: Path, notes: Notes) -> dict[str, Any] | None:
        if not isinstance(data, dict):
            notes.wrong(path, f"must be a mapping, not {describe(data)}")
            return None
        values = {}
        is_key = _whole(self.key)
        for name, inner in data.items():
            if name in self.taken:
                notes.wrong((*path, name), self.taken_rule, key=True)
            if not is_key(name):
                where = path_text(path)
                notes.add(
                    "RACI004", (*path, name), f"{where} has an invalid key {quoted(name)}", self.key_rule, key=True
                )
            value = self.value.read(inner, (*path, name), notes)
            if value is not None:
                values[name] = value
        return values

    def schema(self) -> Schema:
        names: Schema = {"pattern": self.key, **({"not": {"enum": list(self.taken)}} if self.taken else {})}
        return {
            "description": self.doc,
            "type": "object",
            "propertyNames": names,
            "additionalProperties": self.value.schema(),
        }


@cache
def _whole(pattern: str) -> Callable[[str], object]:
    """Whether a text is just what a pattern with a $ at its end describes; a line break behind it does not count."""
    return re.compile(pattern[:-1] + r"\Z").match


def _as_read(values: dict[str, Any]) -> dict[str, Any]:
    return values


class Record(NamedTuple):
    """A mapping with known keys; what is not required may be left out or empty."""

    doc: str
    fields: Mapping[str, Kind]
    required: tuple[str, ...] = ()
    build: Callable[[dict[str, Any]], Any] = _as_read

    def take(self, _data: Any) -> None:
        return None

    def read(self, data: Any, path: Path, notes: Notes) -> Any:
        if not isinstance(data, dict):
            notes.wrong(path, f"must be a mapping, not {describe(data)}", self._keys())
            return None
        values = {}
        kinds, required = self.fields, self.required
        for name, inner in data.items():
            kind = kinds.get(name)
            if kind is None:
                self._unknown(name, path, notes)
            elif inner is not None or name in required:
                value = kind.take(inner)
                if value is None:
                    value = kind.read(inner, (*path, name), notes)
                if value is not None:
                    values[name] = value
        for name in required:
            if name not in data:
                notes.wrong(path, f"has no {name}", self._keys(), key=True)
        return self.build(values)

    def _keys(self) -> str:
        return f"it needs {listed(self.required)}" if self.required else ""

    def _unknown(self, name: str, path: Path, notes: Notes) -> None:
        where = path_text(path) or "the file"
        help_ = notes.suggest(name, self.fields) or f"known: {', '.join(list(self.fields)[:MOST_KNOWN])}"
        notes.add("RACI003", (*path, name), f"{where} has an unknown key {quoted(name)}", help_, key=True)

    def schema(self) -> Schema:
        properties = {
            name: kind.schema() if name in self.required else nullable(kind.schema())
            for name, kind in self.fields.items()
        }
        schema: Schema = {
            "description": self.doc,
            "type": "object",
            "properties": properties,
            "additionalProperties": False,
        }
        return {**schema, "required": list(self.required)} if self.required else schema


class TextOr(NamedTuple):
    """A text in place of a record that has only that text under `short`."""

    short: str
    record: Record

    def take(self, _data: Any) -> None:
        return None

    def read(self, data: Any, path: Path, notes: Notes) -> Any:
        if isinstance(data, dict):
            return self.record.read(data, path, notes)
        name = self.record.fields[self.short].read(data, path, notes)
        return None if name is None else self.record.build({self.short: name})

    def schema(self) -> Schema:
        return either(self.record.fields[self.short].schema(), self.record.schema())


def either(short: Schema, full: Schema) -> Schema:
    """A short form or the full one, of different types; described as the full one.

    Keywords of one type say nothing of values of the other, so that both fit into one schema; of `anyOf`, editors show
    the hints and the errors of whichever branch they happen to choose.
    """
    return {**short, **full, "type": [short["type"], full["type"]]}


def nullable(schema: Schema) -> Schema:
    """The same schema, or null."""
    if "anyOf" in schema:
        return {**schema, "anyOf": [*schema["anyOf"], {"type": "null"}]}
    if "enum" in schema:
        schema = {**schema, "enum": [*schema["enum"], None]}
    types = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
    return {**schema, "type": [*types, "null"]}
