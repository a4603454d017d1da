"""The HTML of a report as PDF, printed by a Chromium that is found."""

import contextlib
import os
import shutil
import signal
import subprocess
import tempfile
from pathlib import Path
from typing import Any

from raci_cli.errors import RaciError
from raci_cli.reports.render import render

# Names of browsers that print alike, in the order in which they are looked for; the variable names another.
VARIABLE = "RACI_CHROMIUM"
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome", "msedge")
SECONDS = 60
_INSTALL = f"install Chromium or Chrome, or name one in {VARIABLE}; or write html and print that"


def write(name: str, _format: str, view: dict[str, Any]) -> bytes:
    """A report as PDF; RaciError where no browser is found, or the one found cannot print."""
    browser = found()
    with tempfile.TemporaryDirectory(prefix="raci-", ignore_cleanup_errors=True) as folder:
        page, target = Path(folder, "report.html"), Path(folder, "report.pdf")
        page.write_bytes(render(name, "html", view).encode("utf-8", "replace"))
        said = _print(browser, page, target)
        pdf = target.read_bytes() if target.is_file() else b""
    if not pdf.startswith(b"%PDF-"):
        raise RaciError(f"{browser} printed no PDF{said}", help=_INSTALL)
    return pdf


def found() -> str:
    """The browser that prints: the one that the variable names, else the first on the PATH."""
    named = os.environ.get(VARIABLE)
    for name in [named] if named else BROWSERS:
        if path := shutil.which(name):
            return path
    what = f"{VARIABLE} names no program: {named}" if named else "a PDF is printed by a browser, and none was found"
    raise RaciError(what, help=_INSTALL)


def _print(browser: str, page: Path, target: Path) -> str:
    """Let the browser print, with nothing of the person's own profile; its last words where it failed."""
    command = [
        *(browser, "--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking"),
        *("--disable-dev-shm-usage", "--no-first-run", "--no-pdf-header-footer"),
        f"--user-data-dir={page.parent / 'profile'}",
        f"--print-to-pdf={target}",
        page.as_uri(),
    ]
    log = page.parent / "log"
    with log.open("wb") as errors:
        # A group of its own, because a browser is many processes.
        process = subprocess.Popen(  # noqa: S603 - found by name, with arguments of ours
            command, stdin=subprocess.DEVNULL, stdout=errors, stderr=errors, start_new_session=True
        )
        try:
            code = process.wait(SECONDS)
        except subprocess.TimeoutExpired:
            raise RaciError(f"{browser} took more than {SECONDS} s to print", help=_INSTALL) from None
        finally:
            _end(process)
    return f" (exit {code})" if code else ""


def _end(process: subprocess.Popen[bytes]) -> None:
    """End the browser and whatever it has started."""
    with contextlib.suppress(OSError):
        if hasattr(os, "killpg"):
            os.killpg(process.pid, signal.SIGKILL)
        else:
            process.kill()
    process.wait()
