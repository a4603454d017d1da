"""A baseline: what was found on a day, so that a check tells only what is new; by places in the model, not lines."""

import os
import shlex
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from raci_cli.document import store
from raci_cli.errors import UsageError
from raci_cli.findings import Checked, Finding, fingerprints, path_text
from raci_cli.rules.comments import can_suppress
from raci_cli.rules.registry import Settings, is_off
from raci_cli.text import json_text, short

VERSION = 1
DEFAULT = ".raci-baseline.json"
# Text of this size may become twenty times as many bytes of objects.
_MOST = 10 << 20


class Baseline(NamedTuple):
    """Fingerprint to code and place, by file; files are named from the folder that the baseline lies in."""

    folder: str
    known: Mapping[str, Mapping[str, tuple[str, str]]]

    def marked(self, file: str, findings: Sequence[Finding], settings: Settings) -> list[Finding]:
        """The findings, with those marked that were there before; what is enforced or unreadable is always new."""
        known = self.known.get(name_in(self.folder, file), {})
        return [
            finding._replace(baselined=identity in known and _may_wait(finding, settings))
            for finding, identity in zip(findings, fingerprints(findings), strict=True)
        ]

    def stale(self, file: str, findings: Iterable[Finding], settings: Settings) -> list[str]:
        """Code and place of what the baseline knows of a file and what is looked for and not found any more."""
        there = set(fingerprints(findings))
        known = self.known.get(name_in(self.folder, file), {})
        gone = (entry for identity, entry in known.items() if identity not in there)
        return [f"{code} {place}" for code, place in gone if not is_off(code, settings)]


def _may_wait(finding: Finding, settings: Settings) -> bool:
    return can_suppress(finding.code) and finding.code not in settings.enforced


def name_in(folder: str, file: str) -> str:
    """How a baseline in that folder calls a file."""
    return os.path.relpath(os.path.abspath(file), folder).replace(os.sep, "/")  # noqa: PTH100 - links stay


def load(path: Path) -> Baseline:
    """A baseline from its file; UsageError where it is none."""
    import json

    data = store.read(path, _MOST)
    if len(data) > _MOST:
        raise UsageError(f"{path}: larger than {_MOST:,} bytes", help="mend some of what it holds, and make it anew")
    try:
        found = json.loads(data)
        if found["version"] != VERSION:
            version = short(str(found["version"]))
            raise UsageError(f"{path}: version {version} of the baseline is unknown", help=_remake(path))
        known = {file: dict(map(_entry, entries)) for file, entries in found["files"].items()}
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise UsageError(f"{path} is no baseline", help=_remake(path)) from None
    return Baseline(os.path.dirname(os.path.abspath(path)), known)  # noqa: PTH100, PTH120


def _entry(entry: Mapping[str, Any]) -> tuple[str, tuple[str, str]]:
    return str(entry["fingerprint"]), (str(entry["code"]), str(entry["path"]))


def _remake(path: Path) -> str:
    return f"make it anew: {shlex.join(['raci', 'baseline', '-o', str(path)])}"


def dump(files: Iterable[Checked], path: Path) -> tuple[str, int]:
    """The text of a baseline of these files that is to lie at `path`, and how many findings it holds."""
    folder = os.path.dirname(os.path.abspath(path))  # noqa: PTH100, PTH120
    entries = {name_in(folder, checked.file): _entries(checked) for checked in files}
    known = {name: entries[name] for name in sorted(entries) if entries[name]}
    return json_text({"version": VERSION, "files": known}), sum(map(len, known.values()))


def _entries(checked: Checked) -> list[dict[str, str]]:
    """What may wait, in an order that does not change when lines move."""
    found = checked.everything
    entries = [
        {"fingerprint": identity, "code": finding.code, "path": path_text(finding.path)}
        for finding, identity in zip(found, fingerprints(found), strict=True)
        if not finding.suppressed and can_suppress(finding.code)
    ]
    return sorted(entries, key=lambda entry: (entry["path"], entry["code"], entry["fingerprint"]))
