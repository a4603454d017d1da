"""Names from outside made fit for the file, and the ids that stand for them."""

import re
from collections.abc import Iterable

from raci_cli.lifecycles import slug
from raci_cli.model.fields import is_id
from raci_cli.model.project import SPONSORS
from raci_cli.text import escape

_LONGEST = 40
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff]")


def fit(text: str) -> str:
    """The text on one line of the file: spaces of any kind and length are one, what cannot be shown is spelt out."""
    return _CONTROL.sub(lambda found: escape(found[0]), " ".join(text.split()))


def folded(text: str) -> str:
    """The text as names are compared: without regard to case and spaces."""
    return fit(text).casefold()


class Ids:
    """The ids of one namespace: new ones differ from all that are there."""

    def __init__(self, taken: Iterable[str]) -> None:
        self.taken = set(taken)
        self._last: dict[str, int] = {}

    def made(self, name: str, kind: str, number: int, given: str | None = None) -> str:
        """The id `given` where it can be one and is free, else one made from a name, or `step-3` by kind and number."""
        if given is None or not is_id(given) or given in self.taken:
            given = self._free(short_id(name) or f"{kind}-{number}")
        self.taken.add(given)
        return given

    def _free(self, id_: str) -> str:
        free = id_
        while free in self.taken:
            self._last[id_] = self._last.get(id_, 1) + 1
            free = f"{id_}-{self._last[id_]}"
        return free


def short_id(name: str) -> str | None:
    """An id of the first words of a name, or None where it has no letters for one."""
    long = slug(name[: _LONGEST * 4])
    if len(long) > _LONGEST:
        long = long[: _LONGEST + 1].rpartition("-")[0] or long[:_LONGEST]
    return long if is_id(long) and long != SPONSORS else None
