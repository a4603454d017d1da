"""`raci help`; of a command, the program shows the page that its --help shows."""

import re
from typing import Annotated

import typer

from raci_cli import resources
from raci_cli.cells import hanging
from raci_cli.cli.app import COMMANDS
from raci_cli.cli.result import Result
from raci_cli.cli.terminal import look
from raci_cli.errors import UsageError
from raci_cli.text import did_you_mean, quoted

# The word that a row of a list begins with, and the gap behind it.
_FIRST = r"(?: *\S+  +)?"
TOPICS = {
    "format": "The project file on one screen.",
    "exit-codes": "What each exit code means.",
}
_MORE = {
    "format": "\nAll keys: raci schema. Start one: raci init. Is it right? raci check\n",
    "exit-codes": "\nWhere several hold, the first of 70, 2, 3, 1, 0 wins.\n",
}


def help_(
    words: Annotated[list[str] | None, typer.Argument(metavar="[TOPIC]...", help="A topic, or a command.")] = None,
) -> Result:
    """Explain a command or a topic.

    Example: raci help format
    """
    if not words:
        return Result(_fitted(_listed()))
    topic = words[0]
    if topic not in TOPICS or len(words) > 1:
        help_ = did_you_mean(topic, (*TOPICS, *COMMANDS)) or "raci help lists all"
        raise UsageError(f"there is no command and no topic {quoted(' '.join(words))}", help=help_)
    page = resources.help_topic(topic) + _MORE[topic]
    return Result(page if topic == "format" else _fitted(page))


def _fitted(page: str) -> str:
    """The page as wide as the terminal, what does not fit below its first column."""
    room = look().width
    return "".join(
        f"{line}\n"
        for whole in page.splitlines()
        for line in hanging(whole, room, len(re.match(_FIRST, whole)[0]))  # type: ignore[index]  # it matches anything
    )


def _listed() -> str:
    width = max(map(len, (*TOPICS, *COMMANDS)))
    sections = {"Topics, raci help TOPIC:": TOPICS, "Commands, raci help COMMAND or raci COMMAND --help:": COMMANDS}
    return "\n".join(
        "".join((f"{title}\n", *(f"  {name:<{width}}  {what}\n" for name, what in among.items())))
        for title, among in sections.items()
    )
