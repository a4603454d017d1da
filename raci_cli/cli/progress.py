"""A bar on stderr for checks that take a while, for people who watch."""

import os
import shutil
import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from typing import TypeVar

Item = TypeVar("Item")

FROM = 200
_WIDTH = 30


def shown(items: Iterable[Item], total: int) -> Iterable[Item]:
    """The items as they come, with a bar where there are many and somebody looks."""
    if total < FROM or os.environ.get("TERM") == "dumb" or os.environ.get("ACCESSIBLE") or not _is_watched():
        return items
    return _drawn(items, total)


def _is_watched() -> bool:
    try:
        return sys.stderr is not None and sys.stderr.isatty()
    except ValueError:  # it is closed
        return False


def _drawn(items: Iterable[Item], total: int) -> Iterator[Item]:
    every = max(1, total // 100)
    room = max(1, shutil.get_terminal_size().columns - 1)  # a line that wraps could not be drawn over
    try:
        for number, item in enumerate(items, 1):
            if number % every == 0 or number == total:
                done = number * _WIDTH // total
                bar = f"{'#' * done}{'.' * (_WIDTH - done)} {number} of {total} files"
                _draw(f"\r{bar[:room]}")
            yield item
    finally:
        _draw("\r\x1b[K")


def _draw(text: str) -> None:
    """Write at once; a terminal that went away has no say in the verdict."""
    with suppress(OSError, ValueError):
        sys.stderr.write(text)
        sys.stderr.flush()
