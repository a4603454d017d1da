"""Carrying out what can be mended without a decision, for `raci check --fix` and `--diff`."""

import datetime
from collections.abc import Sequence
from pathlib import Path

from raci_cli.checking.discovery import refuse_outside
from raci_cli.cli.result import Result
from raci_cli.document import store
from raci_cli.errors import ExitCode, RaciError, UsageError, worst
from raci_cli.text import visible


def fix_files(files: Sequence[Path], as_of: datetime.date, *, dry_run: bool) -> Result:
    """Mend each file that can be; on stdout what was done, or the diff. What cannot be used is left to the check."""
    # All that edits need is a quarter of what a check loads.
    from raci_cli.changes.fixes import fixes
    from raci_cli.cli.project import UnusableError, carry_out, diff_of

    out, err, saved, code = "", "", "", ExitCode.OK
    if Path("-") in files:
        raise UsageError("standard input cannot be mended", help="name the file, or check without --fix and --diff")
    for path in files:
        try:
            refuse_outside(path)
            changed = carry_out(
                path, lambda project, data: fixes(project, data, as_of), store.LOCK_SECONDS, dry_run=dry_run
            )
        except UnusableError:
            continue
        except RaciError as error:
            failed = Result.failed(str(error), error.help, error.code)
            err, code = err + failed.err, worst((code, failed.code))
            continue
        if dry_run:
            out += diff_of(changed)
        else:
            said = [one for one in changed.plan.said if changed.written]
            out += "".join(f"fixed {visible(str(path))}: {visible(one.text)}\n" for one in said)
            saved = str(path) if changed.written else saved
    return Result(out, err, code, saved=saved)
