"""The picture in the README is what the program prints."""

import io
import re
from pathlib import Path

import pytest
from helpers import ROOT, compare
from rich.console import Console
from rich.terminal_theme import MONOKAI
from rich.text import Text

from raci_cli.cli import main

PICTURE = ROOT / "docs/terminal.svg"
COMMANDS = (["init", "--name", "CRM replacement"], ["check", "--quiet"], ["assign", "5", "-A", "it"], ["status"])


def _typed(words: list[str]) -> str:
    return " ".join(f'"{word}"' if " " in word else word for word in ["raci", *words])


def test_the_picture_is_of_this_program(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, update: bool
) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    console = Console(record=True, width=120, file=io.StringIO(), force_terminal=True, color_system="truecolor")
    for words in COMMANDS:
        main(list(words))
        console.print(Text.assemble(("$ ", "bold green"), (_typed(words), "bold")), soft_wrap=True)
        console.print(Text.from_ansi(capsys.readouterr().out), soft_wrap=True)
    svg = console.export_svg(title="raci", theme=MONOKAI, unique_id="raci")
    fonts = re.compile(r"\s*@font-face \{.*?\}", re.DOTALL)  # a picture asks nobody for a font
    svg = "".join(line.rstrip() + "\n" for line in fonts.sub("", svg).splitlines())
    compare(PICTURE, svg, update=update)
    assert "http" not in svg.replace("http://www.w3.org/2000/svg", "").replace("https://www.textualize.io", "")
    assert Path("raci.yaml").exists()
