"""`raci set`."""

from typing import Annotated

import typer

from raci_cli.changes.setting import set_keys
from raci_cli.cli import project
from raci_cli.cli.guidance import decided
from raci_cli.cli.options import AsJson, DryRun, File, LockTimeout
from raci_cli.cli.result import Result
from raci_cli.errors import UsageError


def set_(
    words: Annotated[
        list[str],
        typer.Argument(metavar="STEP... KEY=VALUE...", help="A list takes commas; KEY= removes the key."),
    ],
    dry_run: DryRun = False,
    as_json: AsJson = False,
    lock_timeout: LockTimeout = None,
    file: File = None,
) -> Result:
    """Set any key of steps or tasks.

    Example: raci set launch due=2027-03-31 needs=testing "notes=The date moved once."
    """
    first = next((index for index, word in enumerate(words) if "=" in word), len(words))
    steps, pairs = words[:first], words[first:]
    if not steps:
        raise UsageError("set wants a step before KEY=VALUE", help="such as raci set launch due=2027-03-31")
    return project.change(
        file, lambda model, data: set_keys(model, data, steps, pairs),
        dry_run=dry_run, as_json=as_json, lock_timeout=lock_timeout, word=decided,
    )  # fmt: skip
