"""The bytes of a file at an earlier revision, from git; nothing in the repository is run or changed."""

import os
import subprocess
from dataclasses import dataclass
from pathlib import Path

from raci_cli.clock import parse_date
from raci_cli.errors import RaciError, UsageError
from raci_cli.text import quoted

_SECONDS = 20
# Nothing that a repository's own configuration could start; no lock is taken, no bare repository is stumbled into.
_GIT = ("git", "--no-optional-locks", "-c", "safe.bareRepository=explicit", "-c", "core.fsmonitor=false")


@dataclass(frozen=True)
class Earlier:
    """A file as it was: what the moment is called, the commit, the bytes."""

    name: str
    commit: str
    data: bytes


def earlier(file: Path, since: str, limit: int) -> Earlier:
    """The file as it was before a day (YYYY-MM-DD) began, in UTC, or at a revision; UsageError where there is none."""
    real = Path(os.path.realpath(file))
    day = parse_date(since)
    commit = _before(real, since) if day else _commit(real, since)
    size = _git(real, "cat-file", "-s", f"{commit}:./{real.name}")
    if size is None:
        raise UsageError(f"{file} did not exist at {quoted(since)} ({commit[:12]})")
    if int(size) > limit:
        raise RaciError(f"{file} was larger than {limit:,} bytes at {quoted(since)}")
    data = _git(real, "cat-file", "blob", f"{commit}:./{real.name}")
    return Earlier(since, commit[:12], data or b"")


def _before(real: Path, day: str) -> str:
    words = ("rev-list", "-1", f"--before={day}T00:00:00Z", "HEAD", "--", f"./{real.name}")
    found = (_git(real, *words) or b"").decode().strip()
    if not found:
        raise UsageError(f"no commit changed {real.name} before {day}", help="name a later day, or a revision")
    return found


def _commit(real: Path, revision: str) -> str:
    words = ("rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    found = _git(real, *words) if revision and not revision.startswith("-") else None
    if found is None:
        help_ = "a day is YYYY-MM-DD; a revision is what git knows, such as HEAD~1 or a tag"
        raise UsageError(f"there is no day and no revision {quoted(revision)}", help=help_)
    return found.decode().strip()


def _git(real: Path, *words: str) -> bytes | None:
    """What git prints, or None where it fails; RaciError where it cannot be asked."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    try:
        done = subprocess.run(  # noqa: S603 - words of ours, a checked revision, no shell
            [*_GIT, "-C", str(real.parent), *words],
            capture_output=True, timeout=_SECONDS, env={**environment, "LC_ALL": "C"}, check=False,
        )  # fmt: skip
    except FileNotFoundError:
        raise RaciError("git is not installed, so nothing is known of earlier") from None
    except subprocess.TimeoutExpired:
        raise RaciError(f"git took longer than {_SECONDS} s") from None
    if b"not a git repository" in done.stderr:
        raise UsageError(f"{real.parent} is in no git repository, so nothing is known of earlier")
    if b"dubious ownership" in done.stderr:
        raise RaciError(f"git does not trust the owner of {real.parent}", help="see git help config, safe.directory")
    return done.stdout if done.returncode == 0 else None
