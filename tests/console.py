"""Console blocks of Markdown as sessions: `$ command` lines and what they print."""

import contextlib
import io
import os
import re
import shlex
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from raci_cli.cli import main

_BLOCK = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True)
class Typed:
    """One command and what stands below it."""

    command: str
    output: str


def sessions(markdown: str) -> list[list[Typed]]:
    """The console blocks of a text."""
    return [list(_commands(block)) for block in _BLOCK.findall(markdown)]


def _commands(block: str) -> Iterator[Typed]:
    for piece in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
        command, _, output = piece.partition("\n")
        yield Typed(command, output)


class Shell:
    """As much of a shell as the documentation uses: raci, export, cat, mkdir, cd, echo $?, comments, > FILE."""

    def __init__(self) -> None:
        self.code = 0

    def run(self, command: str) -> str:
        """What a command prints, stdout and stderr as they come."""
        words = shlex.split(command, comments=True)
        target = words[words.index(">") + 1] if ">" in words else None
        words = words[: words.index(">")] if target else words
        text = self._run(words)
        if target:
            Path(target).write_bytes(text.encode())
            return ""
        return text

    def _run(self, words: list[str]) -> str:
        if words[0] == "export":
            name, _, value = words[1].partition("=")
            os.environ[name] = value
            return ""
        if words[0] == "cat":
            return Path(words[1]).read_text(encoding="utf-8")
        if words[0] == "mkdir":
            Path(words[1]).mkdir()
            return ""
        if words[0] == "cd":
            os.chdir(words[1])
            return ""
        if words == ["echo", "$?"]:
            return f"{self.code}\n"
        assert words[0] == "raci", f"the documentation types a command that is not tested: {words}"
        stream = io.StringIO()
        with contextlib.redirect_stdout(stream), contextlib.redirect_stderr(stream):
            self.code = main(words[1:])
        return stream.getvalue()


def replay(session: list[Typed]) -> str:
    """The block as it is when its commands are run here, one after the other."""
    shell = Shell()
    return "".join(f"$ {typed.command}\n{shell.run(typed.command)}" for typed in session)


def replayed(markdown: str) -> str:
    """The text with every console block as it is today."""
    for block, session in zip(_BLOCK.findall(markdown), sessions(markdown), strict=True):
        markdown = markdown.replace(f"```console\n{block}```", f"```console\n{replay(session)}```")
    return markdown
