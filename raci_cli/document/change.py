"""Changes of values: set, remove, give a key another name."""

from collections.abc import Iterable
from dataclasses import dataclass

from raci_cli.document.scalars import Value
from raci_cli.errors import Bug
from raci_cli.findings import Path


@dataclass(frozen=True, slots=True)
class Put:
    """Set the value at a path, whose parent exists.

    A new key goes behind the key `after` or before the key `before`, else behind the nearest one before it in `order`.
    """

    path: Path
    value: Value
    order: tuple[str, ...] = ()
    after: str | None = None
    before: str | None = None


@dataclass(frozen=True, slots=True)
class Drop:
    """Remove the key at a path."""

    path: Path


@dataclass(frozen=True, slots=True)
class Rekey:
    """Give the key at a path another name."""

    path: Path
    key: str


Change = Put | Drop | Rekey


def bug(changes: Iterable[Change], why: str) -> Bug:
    """The error of changes that cannot be made."""
    places = ", ".join(".".join(map(str, change.path)) for change in changes)
    return Bug(f"the edit of {places} failed, nothing was written ({why})", help="please report this, with the file")
