"""`raci completion`, and `raci __complete`, which its scripts ask at each press of the key.

Typer's own machinery, which is that of its copy of click, offers what each parameter's callback finds: it builds every
command, and whatever goes wrong in a callback is a traceback in the middle of a line. Here the one command that was
typed is loaded, the metavars say what is wanted, and nothing that goes wrong is ever shown.
"""

from typing import Annotated

import typer

from raci_cli import resources
from raci_cli.cli.result import Result
from raci_cli.errors import UsageError
from raci_cli.text import did_you_mean

SHELLS = ("bash", "zsh", "fish")


def completion(
    shell: Annotated[str, typer.Argument(metavar="SHELL", help="bash, zsh or fish.")],
) -> Result:
    """Print the script by which a shell completes the words of raci.

    bash, in ~/.bashrc: eval "$(raci completion bash)"

    zsh, in ~/.zshrc: eval "$(raci completion zsh)"

    fish: raci completion fish > ~/.config/fish/completions/raci.fish

    Example: raci completion bash
    """
    if shell not in SHELLS:
        help_ = did_you_mean(shell, SHELLS) or f"shells: {', '.join(SHELLS)}"
        raise UsageError(f"there is no completion for {shell!r}", help=help_)
    return Result(resources.completion(shell))


def offered(argv: list[str]) -> Result:
    """What a shell asked for: a line of flags, then a candidate a line, behind a tab its description; or nothing."""
    try:
        from raci_cli.cli.completing import answer

        return Result(answer(argv))
    except Exception:  # noqa: BLE001 - somebody is typing: whatever went wrong, it is not the moment to say so
        return Result()
