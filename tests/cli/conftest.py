"""`raci(...)` runs the program and gives back its exit code and what it printed."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from helpers import CLEAN

from raci_cli.cli import main


@dataclass(frozen=True)
class Ran:
    code: int
    out: str
    err: str


Raci = Callable[..., Ran]


@pytest.fixture
def raci(capsys: pytest.CaptureFixture[str]) -> Raci:
    def run(*argv: str) -> Ran:
        capsys.readouterr()
        code = main(list(argv))
        captured = capsys.readouterr()
        return Ran(int(code), captured.out, captured.err)

    return run


@pytest.fixture
def clean() -> Path:
    """A raci.yaml in the working folder in which nothing is wrong."""
    path = Path("raci.yaml")
    path.write_text(CLEAN, encoding="utf-8")
    return path
