"""The commands of `raci`: a file each, and a line here."""

from importlib import import_module
from keyword import iskeyword
from typing import Annotated, Any

import typer

from raci_cli import __version__
from raci_cli.cli.result import Result
from raci_cli.errors import ExitCode

# A command is the function of that name in raci_cli.cli.NAME (with a _ where Python has the name, in both of them if
# it is a word of the language), or the `app` there.
# Its summary, which its docstring begins with, stands here as well: the list of commands then loads none of them.
COMMANDS = {
    "init": "Start a project file from a lifecycle.",
    "import": "Make a project of a matrix that you have already.",
    "check": "Find steps without an owner, and much else.",
    "add": "Add people, teams, steps and tasks.",
    "assign": "Give people and teams their roles in steps.",
    "unassign": "Take people and teams out of their roles.",
    "mark": "Say how far steps are.",
    "set": "Set any key of steps or tasks.",
    "agree": "Write down who signed a step off, and when.",
    "rename": "Change an id, and every reference to it.",
    "remove": "Take a person, team, step, task or goal out.",
    "status": "Show progress, trouble, and what is next.",
    "matrix": "Show who has which letter in each step.",
    "next": "Show what to do now, soon, and what to decide.",
    "show": "Show everything about a step or task.",
    "who": "Show everything that somebody owns, does, is asked and told.",
    "people": "Show everybody with how much they have to do.",
    "report": "Render a report.",
    "rule": "Explain what a rule finds, why it matters, and how to mend it.",
    "baseline": "Write down what is found today, to be told only what is new.",
    "lifecycles": "List the lifecycles, or show the steps of one.",
    "schemes": "List the role schemes, or show the roles of one.",
    "schema": "Print a JSON Schema: of project files, or of findings.",
    "completion": "Print the script by which a shell completes the words of raci.",
    "help": "Explain a command or a topic.",
}


def app_for(argv: list[str]) -> typer.Typer:
    """The program for these arguments: with the one command that they begin with, else with all, for help and hints.

    Of those that the arguments do not name at all, only the name and the summary are there.
    """
    # Rich's help page would load rich.console, which doubles the start-up.
    settings = {"help_option_names": ["-h", "--help"]}
    app = typer.Typer(
        name="raci", rich_markup_mode=None, add_completion=False, suggest_commands=False, context_settings=settings
    )
    app.callback(invoke_without_command=True)(root)
    first = argv[0] if argv else ""
    if first in COMMANDS:
        _add(app, first)
    elif first not in ("--version", "-V"):
        for name, summary in COMMANDS.items():
            if name in argv:
                _add(app, name)
            else:
                app.command(name, help=summary)(_listed)
    return app


def named(argv: list[str]) -> str:
    """The command that the arguments begin with: `raci`, `raci init`, `raci add person`."""
    words = ["raci", *(name for name in argv[:1] if name in COMMANDS)]
    if len(words) > 1 and hasattr(module := _module(words[1]), "app"):
        inner = {one.name for one in module.app.registered_commands}
        words += [name for name in argv[1:2] if name in inner]
    return " ".join(words)


def _module(name: str) -> Any:
    return import_module(f"raci_cli.cli.{name}_" if iskeyword(name) else f"raci_cli.cli.{name}")


def _add(app: typer.Typer, name: str) -> None:
    module = _module(name)
    if hasattr(module, "app"):
        app.add_typer(module.app, name=name)
    else:
        app.command(name)(getattr(module, name, None) or getattr(module, f"{name}_"))


def _listed() -> None:
    """Stand for a command that nobody called."""


def root(
    context: typer.Context,
    version: Annotated[bool, typer.Option("--version", "-V", help="Print the version and exit.")] = False,
) -> Result | None:
    """Who is accountable for each step: kept in git, checked in CI, shown in reports."""
    if version:
        return Result(f"raci {__version__}\n")
    if context.invoked_subcommand is None:
        from raci_cli.cli.overview import overview
        from raci_cli.cli.terminal import look

        # A gate whose command is an empty variable must not pass.
        return Result(overview(COMMANDS, look().width), code=ExitCode.USAGE)
    return None
