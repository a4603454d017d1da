"""Findings as text for people and as data for machines: a format a file, registered here by its name."""

from collections.abc import Callable, Sequence
from importlib import import_module
from typing import TypeAlias

from raci_cli.findings import Checked
from raci_cli.text import Look

Emitter: TypeAlias = Callable[[Sequence[Checked], Look], str]

# The name of a format is that of its module; `text` is another word for `full`.
FORMATS = {
    "text": "full",
    **{
        name: name
        for name in (
            *("full", "concise", "markdown", "json", "jsonl"),
            *("github", "gitlab", "azure", "junit", "sarif", "rdjson"),
        )
    },
}


def emitter(name: str) -> Emitter:
    """The function that writes a format, which is a key of FORMATS."""
    emit: Emitter = import_module(f"raci_cli.emitters.{FORMATS[name]}").emit
    return emit
