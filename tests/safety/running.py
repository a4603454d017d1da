"""raci as a process of its own, and what its folder holds afterwards."""

import os
import subprocess
import sys
from pathlib import Path

# Read before the tests are shielded from their surroundings: there, what a machine lacks fails instead of skipping.
IN_CI = bool(os.environ.get("CI"))
RACI = (sys.executable, "-m", "raci_cli")
PATIENCE = 60
# Of all properties of edits together; 50,000 by hand.
EXAMPLES = int(os.environ.get("RACI_EXAMPLES", "2000" if IN_CI else "200"))

START = b"""\
raci: 1
project: {name: Faults}
people: {ana: {name: Ana}, bob: {name: Bob}}
steps:
  kickoff:
    title: Kick-off  # keep
    accountable: ana
"""
CHANGED = START.replace(b"Kick-off", b"Changed")
SET = ("kickoff", "title=Changed")


def environment() -> dict[str, str]:
    """The variables of a child: those of the test, but for what measures coverage, which writes files of its own."""
    return {name: value for name, value in os.environ.items() if not name.startswith("COV")}


def run(*command: str, timeout: float = PATIENCE) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        command, capture_output=True, text=True, timeout=timeout, env=environment(), stdin=subprocess.DEVNULL,
        check=False, encoding="utf-8", errors="replace",
    )  # fmt: skip


def start(*command: str) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, env=environment(),
        stdin=subprocess.DEVNULL,
    )  # fmt: skip


def set_command(file: Path, *options: str) -> list[str]:
    return [*RACI, "set", "-f", str(file), *SET, *options]


def listing(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def project_in(folder: Path, data: bytes = START) -> Path:
    """A new folder that holds a project file and nothing else."""
    folder.mkdir()
    file = folder / "raci.yaml"
    file.write_bytes(data)
    return file
