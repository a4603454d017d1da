"""Where the shipped templates lie: beside the modules of an installed wheel, beside the package in a checkout."""

from functools import cache
from pathlib import Path

from raci_cli.errors import Bug

_PACKAGE = Path(__file__).resolve().parent


@cache
def templates() -> Path:
    """The folder that holds `reports/`, `lifecycles/` and `schemas/`."""
    for folder in (_PACKAGE / "templates", _PACKAGE.parent / "templates"):
        if (folder / "lifecycles").is_dir():
            return folder
    raise Bug("the templates of raci are missing", help="install it again: pip install --force-reinstall raci-cli")


def lifecycle_names() -> list[str]:
    """The shipped lifecycles, the default first."""
    names = sorted(path.stem for path in (templates() / "lifecycles").glob("*.yaml"))
    return sorted(names, key=lambda name: name != "ten-step")


def lifecycle_path(name: str) -> Path:
    """The file of a shipped lifecycle, which need not exist."""
    return templates() / "lifecycles" / f"{name}.yaml"


def check_schema() -> str:
    """The JSON Schema of what `raci check` writes as JSON."""
    return (templates() / "schemas" / "check.json").read_text(encoding="utf-8")


def completion(shell: str) -> str:
    """The script by which a shell completes the words of raci."""
    return (templates() / "completion" / f"raci.{shell}").read_text(encoding="utf-8")


def help_topic(name: str) -> str:
    """The page of `raci help` on a topic."""
    return (templates() / "help" / f"{name}.txt").read_text(encoding="utf-8")
