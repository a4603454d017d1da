"""The verbs of the tests of files."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from raci_cli.document import store
from raci_cli.errors import ExitCode, RaciError

LIMIT = 1 << 20


def write(path: Path, data: bytes = b"new\n") -> None:
    with store.locked(path, LIMIT, seconds=0.1) as held:
        store.replace(held, data)


def refusal(act: Callable[[], Any], match: str) -> RaciError:
    with pytest.raises(RaciError, match=match) as caught:
        act()
    assert caught.value.code == ExitCode.CANNOT
    assert "\n" not in str(caught.value)
    return caught.value


def names() -> list[str]:
    return sorted(path.name for path in Path().iterdir())


def failing(code: int) -> Callable[..., Any]:
    def fail(*_arguments: object, **_options: object) -> None:
        raise OSError(code, os.strerror(code))

    return fail
