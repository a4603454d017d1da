"""Pages in a real Chromium. On a machine without one these tests are skipped; in CI that is a failure."""

import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

PARTS = ("playwright", "axe_playwright_python", "pypdf")
PROGRAMS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--force-prefers-reduced-motion"]
IN_CI = "CI" in os.environ  # asked for before the fixtures of each test clear the surroundings


def program() -> str | None:
    return next((found for name in PROGRAMS if (found := shutil.which(name))), None)


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    missing = [part for part in PARTS if find_spec(part) is None] + ([] if program() else ["chromium"])
    if missing:
        say = pytest.fail if IN_CI else pytest.skip
        say(f"{', '.join(missing)} is not installed: make browser installs all")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=program(), args=ARGUMENTS)
        yield opened
        opened.close()


@dataclass
class Shown:
    """A page in the browser, and what it did besides being shown."""

    page: Any
    requests: list[str] = field(default_factory=list)
    said: list[str] = field(default_factory=list)

    def at(self, width: int, scheme: str = "light") -> "Shown":
        self.page.set_viewport_size({"width": width, "height": 900})
        self.page.emulate_media(color_scheme=scheme)
        return self


@pytest.fixture
def show(browser: Any) -> Iterator[Any]:
    """`show(path)` opens a file."""
    contexts = []

    def opened(path: Path) -> Shown:
        context = browser.new_context()
        contexts.append(context)
        shown = Shown(context.new_page())
        shown.page.on("request", lambda request: shown.requests.append(request.url))
        shown.page.on("console", lambda message: shown.said.append(message.text))
        shown.page.on("pageerror", lambda error: shown.said.append(str(error)))
        shown.page.goto(path.resolve().as_uri())
        return shown

    yield opened
    for context in contexts:
        context.close()
