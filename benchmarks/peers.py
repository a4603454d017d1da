"""What `raci check` is measured against: other checkers, of fixed versions, installed in a folder of their own."""

import shutil
import subprocess
import sys
from pathlib import Path

PYTHON = ("check-jsonschema==0.39.0", "yamllint==1.38.0", "agenraci==0.2.1")
NODE = ("ajv-cli@5.0.0", "ajv-formats@3.0.1")
COMPOSE = """
import os, sys, yaml
for entry in os.scandir(sys.argv[1]):
    with open(entry.path, "rb") as file:
        yaml.compose(file, Loader=yaml.CLoader)
"""


def install(folder: Path) -> None:
    """Install what is not there yet; without npm, no ajv-cli."""
    folder.mkdir(parents=True, exist_ok=True)
    if not (folder / "python" / "bin" / "agenraci").exists():
        run(sys.executable, "-m", "venv", str(folder / "python"))
        run(str(folder / "python" / "bin" / "python"), "-m", "pip", "install", "-qq", *PYTHON)
    if not _ajv(folder).exists() and shutil.which("npm"):
        run("npm", "install", "--silent", "--prefix", str(folder / "node"), *NODE)


def run(*command: str) -> None:
    """Run a command that must not fail."""
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)  # noqa: S603 - commands of these files


def commands(folder: Path, samples: Path, schema: Path) -> dict[str, list[str]]:
    """How each peer checks the samples."""
    programs = folder / "python" / "bin"
    projects, charters = (sorted(map(str, (samples / sort).iterdir())) for sort in ("project", "charter"))
    found = {
        "check-jsonschema": [str(programs / "check-jsonschema"), "--schemafile", str(schema), *projects],
        "yamllint": [str(programs / "yamllint"), "-d", "relaxed", str(samples / "project")],
        "agenraci": [str(programs / "agenraci"), "validate", *charters],
        "yaml.compose": [sys.executable, "-c", COMPOSE, str(samples / "project")],
    }
    if _ajv(folder).exists():
        data = str(samples / "quoted" / "*.yaml")
        options = ["-c", "ajv-formats", "--strict=false", "-s", str(schema), "-d", data]
        found["ajv-cli"] = [str(_ajv(folder)), "validate", *options]
    return found


def _ajv(folder: Path) -> Path:
    return folder / "node" / "node_modules" / ".bin" / "ajv"
