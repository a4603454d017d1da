"""The process in which a user's template is compiled and rendered; started by `jail`, in isolated mode."""

import json
import sys
import traceback
from collections.abc import Callable
from typing import Any, BinaryIO

from jinja2 import FunctionLoader, TemplateError, TemplateNotFound, TemplateSyntaxError, UndefinedError
from jinja2.exceptions import SecurityError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from raci_cli.reports import render
from raci_cli.text import Look, short, visible

CPU_SECONDS = 3
MEMORY = 320 << 20
_FILES = 16
# What the names of templates begin with in a traceback.
_FILE = "template "
# What shipped templates do without and hostile ones like: functions that make much of nothing, or lead out of here.
_NO_GLOBALS = ("lipsum", "cycler", "joiner")
_NO_FILTERS = ("safe", "xmlattr", "urlize")


def main() -> None:
    """Read the question, render, say what came of it: one line of JSON each."""
    _limit()
    given = json.loads(sys.stdin.buffer.readline())
    try:
        said = {"text": _render(given, sys.stdin.buffer, sys.stdout.buffer)}
    except MemoryError:
        return  # as if killed: the other side says so
    except RecursionError:
        said = {"error": "it includes, extends or calls itself without an end"}
    except Exception as error:  # noqa: BLE001 - whatever a template does is told as its error
        said = _told(error)
    _say(said, sys.stdout.buffer)


def _say(data: dict[str, Any], out: BinaryIO) -> None:
    out.write(json.dumps(data).encode() + b"\n")
    out.flush()


def _render(given: dict[str, Any], ask: BinaryIO, answer: BinaryIO) -> str:
    def load(name: str) -> tuple[str, str, None]:
        if name == given["name"]:
            return str(given["source"]), _FILE + name, None
        _say({"want": name}, answer)
        said = json.loads(ask.readline())
        if "refused" in said:
            raise TemplateNotFound(name, said["refused"])
        return str(said["source"]), _FILE + name, None

    format_, view = given["format"], given["view"]
    settings = render.settings(format_)
    settings["finalize"] = _whole(settings["finalize"])
    environment = ImmutableSandboxedEnvironment(**settings, loader=FunctionLoader(load))
    render.equipped(environment)
    for name in _NO_GLOBALS:
        environment.globals.pop(name, None)
    for name in _NO_FILTERS:
        environment.filters.pop(name, None)
    template = environment.get_template(given["name"])
    return template.render(**view, **render.helpers(format_, view, Look()))


def _told(error: Exception) -> dict[str, Any]:
    """What is wrong and where; the line is that of the innermost template."""
    said: dict[str, Any] = {"error": _words(error), "undefined": isinstance(error, UndefinedError)}
    if isinstance(error, TemplateSyntaxError):
        return {**said, "line": error.lineno, "name": error.name}
    for frame in traceback.extract_tb(error.__traceback__):
        if frame.filename.startswith(_FILE):
            said |= {"line": frame.lineno, "name": frame.filename.removeprefix(_FILE)}
    return said


def _whole(finalize: Callable[[Any], Any]) -> Callable[[Any], Any]:
    """Refuse halves of characters, which only a template can make, before they are made visible."""

    def checked(value: Any) -> Any:
        if isinstance(value, str) and not value.isascii() and any("\ud800" <= sign <= "\udfff" for sign in value):
            raise ValueError("it prints half of a character")
        return finalize(value)

    return checked


def _words(error: Exception) -> str:
    if isinstance(error, SecurityError):
        return "it reaches for what a template may not use"
    words = str(error.message if isinstance(error, TemplateError) else error)
    return visible(short(words or type(error).__name__, 300))


def _limit() -> None:
    """Bound memory, time and files, where the system can."""
    try:
        import resource
    except ImportError:  # elsewhere than POSIX the other side bounds time and output alone
        return
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_NOFILE, (_FILES, _FILES))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
