"""Config files: `.raci.toml`, or `[tool.raci]` in pyproject.toml, at or above a project file; the closest counts."""

import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TypeAlias

from raci_cli.checking.config import NOTHING, Wanted, wanted
from raci_cli.checking.discovery import refuse_outside
from raci_cli.checking.selection import level_named
from raci_cli.document import store
from raci_cli.errors import RaciError, UsageError
from raci_cli.findings import Severity
from raci_cli.model.codes import LIMITS
from raci_cli.text import did_you_mean, quoted

NAMES = (".raci.toml", "pyproject.toml")
_MOST = 1 << 19
# A key of many parts takes the parser a time that grows with their square.
_MOST_DOTS = 200

Config: TypeAlias = tuple[Wanted, str]
# What the folders hold that were looked at already; None: no config file.
Known: TypeAlias = dict[str, Config | RaciError | None]


def config_for(file: Path, known: Known) -> Config:
    """What the closest config file says about a project file, and its name; UsageError where it makes no sense."""
    for folder in _upward(os.path.dirname(os.path.abspath(file))):  # noqa: PTH100, PTH120 - a link is where it stands
        if folder not in known:
            known[folder] = _config_in(folder)
        found = known[folder]
        if isinstance(found, RaciError):
            raise found.with_traceback(None)
        if found is not None:
            return found
    return NOTHING, ""


def _upward(folder: str) -> Iterator[str]:
    """A folder and those above it, up to the git root."""
    while True:
        yield folder
        parent = os.path.dirname(folder)  # noqa: PTH120
        if parent == folder or os.path.lexists(os.path.join(folder, ".git")):  # noqa: PTH118
            return
        folder = parent


def _config_in(folder: str) -> Config | RaciError | None:
    try:
        for name in NAMES:
            path = Path(folder, name)
            if os.path.isfile(path) and (given := _table(path)) is not None:  # noqa: PTH113 - False for any bad name
                return _wanted(given, str(path)), str(path)
    except RaciError as error:
        return error
    return None


def _table(path: Path) -> dict[str, Any] | None:
    """The settings in a file; None in a pyproject.toml that has none."""
    refuse_outside(path)
    data = store.read(path, _MOST)
    if len(data) > _MOST:
        raise UsageError(f"{path}: larger than {_MOST:,} bytes")
    if path.name != NAMES[0] and b"raci" not in data:
        return None
    tables = _parsed(path, data)
    if path.name == NAMES[0]:
        return tables
    found = tables.get("tool", {})
    found = found.get("raci") if isinstance(found, dict) else None
    if found is not None and not isinstance(found, dict):
        raise UsageError(f"{path}: tool.raci must be a table")
    return found


def _parsed(path: Path, data: bytes) -> dict[str, Any]:
    if sys.version_info >= (3, 11):
        import tomllib
    else:
        import tomli as tomllib
    try:
        if max(line.count(b".") for line in data.split(b"\n")) <= _MOST_DOTS:
            return tomllib.loads(data.decode("utf-8-sig"))
        what = f"a line with more than {_MOST_DOTS} dots"
    except UnicodeDecodeError:
        what = "not UTF-8"
    except tomllib.TOMLDecodeError as error:
        what = f"not TOML: {error}"
    except ValueError:
        what = "a number is too long"
    except RecursionError:
        what = "nested too deeply"
    raise UsageError(f"{path}: {what}")


def _wanted(given: dict[str, Any], file: str) -> Wanted:
    values: dict[str, Any] = {}
    for key, value in given.items():
        if key not in _KINDS:
            help_ = did_you_mean(key, _KINDS) or f"keys: {', '.join(_KINDS)}"
            raise UsageError(f"{file}: there is no setting {quoted(key)}", help=help_)
        try:
            values[key.replace("-", "_")] = _KINDS[key](value)
        except RaciError as error:
            raise UsageError(f"{file}: {key}: {error}", help=error.help) from None
    try:
        return wanted(**values)
    except RaciError as error:
        raise UsageError(f"{file}: {error}", help=error.help) from None


def _words(value: Any) -> list[str]:
    if isinstance(value, list) and all(isinstance(word, str) for word in value):
        return list(value)
    raise UsageError("must be a list of rules", help='such as ["RACI101"]')


def _levels(value: Any) -> dict[str, str]:
    if isinstance(value, dict) and all(isinstance(word, str) for word in value.values()):
        return dict(value)
    raise UsageError("must be a table of rules and severities", help='such as {RACI305 = "error"}')


def _limits(value: Any) -> dict[str, int]:
    if not isinstance(value, dict) or not all(type(limit) is int and limit >= 0 for limit in value.values()):
        raise UsageError("must be a table of rules and numbers", help="such as {many-responsible = 3}")
    for name in value:
        if name not in LIMITS:
            raise UsageError(
                f"no rule {quoted(name)} has a limit", help=did_you_mean(name, LIMITS) or f"one of {', '.join(LIMITS)}"
            )
    return dict(value)


def _flag(value: Any) -> bool:
    if isinstance(value, bool):
        return value
    raise UsageError("must be true or false")


def _level(value: Any) -> Severity:
    if not isinstance(value, str):
        raise UsageError("must be a severity", help="error, warning or info")
    return level_named(value, "it")


_KINDS: dict[str, Callable[[Any], Any]] = {
    "select": _words,
    "ignore": _words,
    "enforce": _words,
    "severity": _levels,
    "limits": _limits,
    "strict": _flag,
    "fail-level": _level,
}
