"""Programs of others that `make integration` installs beside the environment; without them these tests fail."""

import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

NODE = Path(sys.prefix) / "node" / "node_modules"
Run = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture(scope="session")
def node_modules() -> Path:
    """What npm has installed."""
    if not NODE.is_dir():
        pytest.fail(f"{NODE} is missing: run make integration")
    return NODE


@pytest.fixture
def run() -> Run:
    """Run a program, or a console script of this environment; its output as text."""

    def run_program(*command: str | Path, check: bool = True) -> "subprocess.CompletedProcess[str]":
        first, *rest = map(str, command)
        program = shutil.which(first, path=str(Path(sys.executable).parent)) or first
        ran = subprocess.run([program, *rest], capture_output=True, text=True, check=False)
        assert not check or ran.returncode == 0, f"{first} ended with {ran.returncode}:\n{ran.stdout}\n{ran.stderr}"
        return ran

    return run_program
