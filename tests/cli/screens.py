"""A terminal of some width to run commands at, and projects that are hard to show on it."""

import io
import sys
from pathlib import Path

import pytest
from helpers import ROOT

from raci_cli.cli import main

# The day on which each example has something to say.
DAYS = {"crm-replacement": "2027-03-12", "newsletter-platform": "2027-03-08", "fresh": "2026-12-01"}

NAMES = [
    *("陳 大文", "山田 太郎左衛門", "김철수", "نور حداد", "דנה כהן בן דוד", "Zoe\u0301 Ní Bhriain", "สมชาย ใจดี"),
    *("नीरा शर्मा", "👩\u200d👩\u200d👧 family", "👍🏽 yes", "🇩🇪 Heike", "\uff21\uff2e\uff21", "[x]"),
    "Maximiliane Wolfeschlegelsteinhausenbergerdorff-Smith",
    *("Ana", "Bob", "Cy", "Dot", "Eve", "Flo", "Gus", "Hal", "Ida", "Jo"),
]
TITLES = [
    "選擇供應商並與所有人達成一致意見, 然後簽署合約",
    "اختيار المورد مع الجميع",
    "Choose 🚀 the vendor that everybody can live with",
    "Sign",
    "W" * 90,
]


def wide_project() -> str:
    """24 people in three teams, names and titles of many scripts, every status, long texts."""
    people = "".join(
        f"  p{index}: {{name: {name!r}, team: t{index % 3}}}\n".replace("'", '"') for index, name in enumerate(NAMES)
    )
    statuses = ["done", "in-progress", "blocked", "not-started", "skipped"]
    informed = ", ".join(f"p{index}" for index in range(10, 24))
    steps = "".join(
        f'  s{index}:\n    title: "{title}"\n    phase: {title!r}\n    responsible: [p{index}, p{index + 5}]\n'
        f"    {'candidates: [t0, p11]' if index == 3 else f'accountable: [p{index + 6}, p11]'}\n"
        f"    informed: [{informed}]\n    status: {statuses[index]}\n    due: 2026-11-{10 + index}\n"
        f"    notes: {'word 漢字 ' * 40}\n    guidance: |\n      {'字' * 90}\n      {'long ' * 40}\n"
        f"    needs: [{', '.join(f's{other}' for other in range(index))}]\n"
        f"    tasks: {{a: {{title: {title!r}, due: 2026-12-0{index + 1}, responsible: p{index}}}}}\n"
        for index, title in enumerate(TITLES)
    )
    return (
        f"raci: 1\nproject: {{name: {'Harbor ' * 20}, summary: {'平台 ' * 30}, due: 2026-12-31}}\n"
        f"teams: {{t0: Marketing, t1: 工程部門, t2: {{name: {'x' * 60}, lead: p2}}}}\npeople:\n{people}steps:\n{steps}"
    )


def files(folder: Path) -> dict[str, str]:
    """Project files by name, with the day to look at each."""
    wide = folder / "wide.raci.yaml"
    wide.write_text(wide_project(), encoding="utf-8")
    examples = {str(ROOT / f"examples/{name}.raci.yaml"): day for name, day in DAYS.items()}
    of_schemes = {str(path): "2027-02-01" for path in (ROOT / "tests/projects").glob("*.raci.yaml")}
    return {**examples, **of_schemes, str(wide): "2026-12-01"}


class Screen(io.StringIO):
    """A stream that says that somebody is watching."""

    encoding = "utf-8"

    def isatty(self) -> bool:
        return True


def on_screen(monkeypatch: pytest.MonkeyPatch, width: int, *argv: str, code: int = 0) -> list[str]:
    """The lines that a command prints on a terminal of that width."""
    screen = Screen()
    with monkeypatch.context() as patched:
        patched.setattr(sys, "stdout", screen)
        patched.setenv("COLUMNS", str(width))
        patched.setenv("NO_COLOR", "1")
        assert main(list(argv)) in (code, 1)
    return screen.getvalue().splitlines()
