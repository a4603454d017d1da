"""A bar on stderr for checks that take a while, for people who watch."""

import os
import sys
from collections.abc import Iterable, Iterator
from typing import TypeVar

Item = TypeVar("Item")

FROM = 200
_WIDTH = 30


def shown(items: Iterable[Item], total: int) -> Iterable[Item]:
    """The items as they come, with a bar where there are many and somebody looks."""
    stream = sys.stderr
    watched = total >= FROM and stream is not None and stream.isatty()
    if not watched or os.environ.get("TERM") == "dumb" or os.environ.get("ACCESSIBLE"):
        return items
    return _drawn(items, total)


def _drawn(items: Iterable[Item], total: int) -> Iterator[Item]:
    every = max(1, total // 100)
    try:
        for number, item in enumerate(items, 1):
            if number % every == 0 or number == total:
                done = number * _WIDTH // total
                sys.stderr.write(f"\r{'#' * done}{'.' * (_WIDTH - done)} {number} of {total} files")
                sys.stderr.flush()
            yield item
    finally:
        sys.stderr.write("\r\x1b[K")
        sys.stderr.flush()
