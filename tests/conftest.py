"""Fixtures that keep tests from depending on the day, the terminal, the home folder or each other."""

import os
from pathlib import Path

import pytest
from hypothesis import settings

# How long an example takes says more about the machine than about the code.
settings.register_profile("raci", deadline=None)
settings.load_profile("raci")

LEFT_OUT = (
    "RACI_",
    "GITHUB_",
    "GIT_",
    "LC_",
    "LANG",
    "COLUMNS",
    "LINES",
    "TZ",
    "CI",
    "NO_COLOR",
    "FORCE_COLOR",
    "TERM",
)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update", action="store_true", help="rewrite goldens and derived files instead of comparing them"
    )


@pytest.fixture
def update(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--update"))


@pytest.fixture(autouse=True)
def _surroundings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for variable in os.environ:
        if variable.startswith(LEFT_OUT):
            monkeypatch.delenv(variable)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("RACI_TODAY", "2026-12-01")
    (tmp_path / "work").mkdir()
    monkeypatch.chdir(tmp_path / "work")
