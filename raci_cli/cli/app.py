"""The commands of `raci`: a file each, and a line here."""

from importlib import import_module
from typing import Annotated

import typer

from raci_cli import __version__
from raci_cli.cli.result import Result
from raci_cli.errors import ExitCode

# A command is the function of that name in raci_cli.cli.NAME (with a _ where Python has the name), or the `app` there.
COMMANDS = (
    "init", "check", "add", "assign", "unassign", "mark", "set", "agree", "rename", "remove",
    "status", "matrix", "report", "rule", "baseline", "schema",
)  # fmt: skip


def build(names: tuple[str, ...] = COMMANDS) -> typer.Typer:
    """The program with these commands."""
    # Rich's help page would load rich.console, which doubles the start-up.
    settings = {"help_option_names": ["-h", "--help"]}
    app = typer.Typer(name="raci", rich_markup_mode=None, add_completion=False, context_settings=settings)
    app.callback(invoke_without_command=True)(root)
    for name in names:
        module = import_module(f"raci_cli.cli.{name}")
        if hasattr(module, "app"):
            app.add_typer(module.app, name=name)
        else:
            app.command(name)(getattr(module, name, None) or getattr(module, f"{name}_"))
    return app


def app_for(argv: list[str]) -> typer.Typer:
    """The program for these arguments: with the one command that they name, else with all, for help and suggestions."""
    named = argv[0] if argv else ""
    if named in ("--version", "-V"):
        return build(())
    return build((named,) if named in COMMANDS else COMMANDS)


def root(
    context: typer.Context,
    version: Annotated[bool, typer.Option("--version", "-V", help="Print the version and exit.")] = False,
) -> Result | None:
    """Who is accountable for each step: kept in git, checked in CI, shown in reports."""
    if version:
        return Result(f"raci {__version__}\n")
    if context.invoked_subcommand is None:
        return Result(context.get_help() + "\n", code=ExitCode.USAGE)
    return None
