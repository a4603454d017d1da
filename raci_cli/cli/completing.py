"""Where in a command line somebody stands: which command, which of its parameters, what of it is typed already."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

import typer

from raci_cli.cli.app import app_for
from raci_cli.text import short, visible

# What stands in a shell's line as it is, without quotes: nothing else is ever completed.
_WORD = re.compile(r"[A-Za-z0-9_.,=@%+-][A-Za-z0-9_.,:=@%+-]*\Z")
_LONGEST = 80
_HELP = (("-h", "--help"), "Show the help and exit.")


class Typed(NamedTuple):
    """What the words before say: the command, its arguments, its options by name."""

    command: str
    arguments: tuple[str, ...]
    options: Mapping[str, str]


class Offer(NamedTuple):
    """Candidates, each with what it means; `files`: the name of a file will do as well."""

    words: list[tuple[str, str]] = []  # noqa: RUF012 - never changed
    files: bool = False


def answer(argv: Sequence[str]) -> str:
    """The candidates for `SHELL WORDS...`, of which the last is to be completed; bash gives word breaks and a line."""
    shell, *words = argv
    breaks = ""
    if shell == "bash":
        breaks, line = words
        words = split(line)[1:]
    *before, word = words or [""]
    found = _offered(before, word)
    kept = [(value, text) for value, text in found.words if value.startswith(word) and _WORD.match(value)]
    cut = max((word.rfind(sign) + 1 for sign in "=:" if sign in breaks), default=0)  # bash completes what is behind it
    flags = ["words", *(["files"] if found.files and not kept else [])]
    if kept and all(value[-1] in "=." for value, _ in kept):
        flags.append("nospace")
    lines = (f"{value[cut:]}\t{visible(short(text, _LONGEST))}" if text else value[cut:] for value, text in kept)
    return "".join(f"{line}\n" for line in (" ".join(flags), *lines))


def split(line: str) -> list[str]:
    """The words of a line as a shell parts them, the last perhaps unfinished; nothing in them is carried out."""
    words, word, quote, fresh = [], "", "", True
    signs = iter(line)
    for sign in signs:
        if sign == "\\" and quote != "'":
            word, fresh = word + next(signs, ""), False
        elif sign in "'\"" and quote in ("", sign):
            quote, fresh = "" if quote else sign, False
        elif sign.isspace() and not quote:
            if not fresh:
                words.append(word)
            word, fresh = "", True
        else:
            word, fresh = word + sign, False
    return [*words, word]


def _offered(before: Sequence[str], word: str) -> Offer:
    command: Any = typer.main.get_command(app_for([*before]))
    names: list[str] = []
    words = list(before)
    while words and hasattr(command, "commands") and words[0] in command.commands:
        names.append(words[0])
        command = command.commands[words.pop(0)]
    typed, pending, ended = parsed(command, words)
    typed = typed._replace(command=" ".join(names))
    if pending:
        return _valued(pending, typed, word)
    if word.startswith("--") and "=" in word and not ended:
        name, _, value = word.partition("=")
        option = _option(command, name)
        found = _valued(option, typed, value) if option else Offer()
        return found._replace(words=[(f"{name}={one}", text) for one, text in found.words])
    if word.startswith("-") and not ended:
        return Offer(list(_options(command)))
    if hasattr(command, "commands"):
        return Offer([(name, str(one.help or "").partition("\n")[0]) for name, one in command.commands.items()])
    arguments = [one for one in command.params if one.param_type_name == "argument"]
    if not arguments or (len(typed.arguments) >= len(arguments) and arguments[-1].nargs != -1):
        return Offer()
    return _valued(arguments[min(len(typed.arguments), len(arguments) - 1)], typed, word)


def parsed(command: Any, words: Sequence[str]) -> tuple[Typed, Any, bool]:
    """What the words say to a command, the option that still waits for its value, and whether options are over."""
    arguments: list[str] = []
    options: dict[str, str] = {}
    pending, ended = None, False
    for word in words:
        if pending is not None:
            options[pending.name], pending = word, None
        elif ended or not word.startswith("-") or word == "-":
            arguments.append(word)
        elif word == "--":
            ended = True
        else:
            name, equals, value = word.partition("=") if word.startswith("--") else (word[:2], word[2:], word[2:])
            option = _option(command, name)
            if option is not None and not option.is_flag:
                if equals:
                    options[option.name] = value
                else:
                    pending = option
    return Typed("", tuple(arguments), options), pending, ended


def _valued(parameter: Any, typed: Typed, value: str) -> Offer:
    from raci_cli.cli.candidates import offer  # commands and options are completed without a file

    return offer(parameter.metavar or parameter.name, typed, value)


def _option(command: Any, name: str) -> Any:
    return next((one for one in command.params if name in one.opts), None)


def _options(command: Any) -> Iterator[tuple[str, str]]:
    for one in command.params:
        if one.param_type_name == "option":
            yield from ((name, str(one.help or "")) for name in one.opts)
    yield from ((name, _HELP[1]) for name in _HELP[0])
