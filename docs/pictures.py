"""The pictures of the README: the first screen of a status report, as a browser shows it.

`make pictures` runs it. They differ a little with the fonts of a machine, so that no test compares them.
"""

import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests"))

from browser.conftest import ARGUMENTS, program  # the browser of the tests
from playwright.sync_api import sync_playwright

HERE = Path(__file__).resolve().parent
EXAMPLE = HERE.parent / "examples" / "crm-replacement.raci.yaml"
DAY = "2027-01-25"
PICTURES = {"light": HERE / "status.png", "dark": HERE / "status-dark.png"}
WIDTH = 1280


def main() -> None:
    """Make the page, and take a picture of it in each scheme, down to the first phase of the matrix."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        page = Path(folder, "status.html")
        report = ("report", "status", "-f", EXAMPLE, "--as-of", DAY, "-o", page)
        subprocess.run([sys.executable, "-m", "raci_cli", *report], check=True)
        browser = playwright.chromium.launch(executable_path=program(), args=ARGUMENTS)
        for scheme, picture in PICTURES.items():
            shown = browser.new_page(viewport={"width": WIDTH, "height": WIDTH}, color_scheme=scheme)
            shown.goto(page.as_uri())
            phase = shown.locator("#matrix tbody").first.bounding_box()
            height = round(phase["y"] + phase["height"])
            shown.screenshot(path=picture, clip={"x": 0, "y": 0, "width": WIDTH, "height": height})
        browser.close()


if __name__ == "__main__":
    main()
