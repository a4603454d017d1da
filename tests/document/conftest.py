"""How files are locked."""

import tempfile
from pathlib import Path

import pytest

from raci_cli.document import locks


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of temporary files, of this process and of those that it starts."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setenv("TMPDIR", str(folder))
    monkeypatch.setattr(tempfile, "tempdir", None)
    return folder


@pytest.fixture
def locked_in_stead(temporary: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Lock as on Windows."""
    monkeypatch.setattr(locks, "LOCKS_ITSELF", False)
