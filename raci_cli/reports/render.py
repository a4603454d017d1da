"""A view to text by a Jinja template; what comes from the file is made harmless for the format by default."""

import base64
import hashlib
from collections.abc import Callable
from functools import cache, partial
from importlib import import_module
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from raci_cli import resources
from raci_cli.reports import gantt, layout, page, persons, words
from raci_cli.text import Look, count, json_text, listed, markdown, visible


class Raw(str):
    """Text of our own, which a template may print as it is."""

    __slots__ = ()


# Formats that no template makes, and the module of raci_cli.reports whose `write` does.
_WRITERS = {"csv": "sheets", "tsv": "sheets", "xlsx": "workbook", "ics": "calendar", "pdf": "printing"}


def made(
    name: str, format_: str, view: dict[str, Any], look: Look | None = None, template: Path | None = None
) -> str | bytes:
    """A report, a key of FORMATS, in any of its formats, or by a template of the user's; bytes where it is no text."""
    if template is not None:
        from raci_cli.reports.jail import rendered

        return rendered(template, format_, view)
    if format_ in _WRITERS:
        written: str | bytes = import_module(f"raci_cli.reports.{_WRITERS[format_]}").write(name, format_, view)
        return written
    return render(name, format_, view, look)


def render(name: str, format_: str, view: dict[str, Any], look: Look | None = None) -> str:
    """A report in a format that a template makes, or as its view."""
    if format_ == "json":
        return json_text(view)
    look = look or Look()
    environment = _environment(format_)
    template = environment.get_template(f"{name}.{format_}.j2")
    return template.render(**view, **helpers(format_, view, look))


def shipped(name: str, format_: str) -> str | None:
    """The text of the template that makes a report in a format, where one does."""
    path = resources.templates() / "reports" / f"{name}.{format_}.j2"
    return path.read_text(encoding="utf-8") if path.is_file() else None


@cache
def _environment(format_: str) -> Environment:
    loader = FileSystemLoader(resources.templates() / "reports")
    return equipped(Environment(**settings(format_), loader=loader))  # noqa: S701 - `settings` says when to escape


def settings(format_: str) -> dict[str, Any]:
    """What every environment for a format is made with."""
    finalize: dict[str, Callable[[Any], Any]] = {"html": _html, "md": _markdown, "mermaid": _mermaid}
    return {
        "undefined": StrictUndefined,
        "autoescape": format_ == "html",  # the others are escaped by `finalize`
        "finalize": finalize.get(format_, _text),
        "trim_blocks": True,
        "lstrip_blocks": True,
        "keep_trailing_newline": True,
    }


def equipped(environment: Environment) -> Environment:
    """The environment with the filters that templates use."""
    environment.filters |= {"day_long": words.day_long, "count": count}
    return environment


def helpers(format_: str, view: dict[str, Any], look: Look) -> dict[str, Any]:
    """What a template may call beside its view."""
    owner_word = next((role["name"] for role in view["scheme"]["roles"] if role["owns"]), "owner")
    shared = {
        "status_words": words.STATUS_WORDS,
        "day": partial(words.day, as_of=view["as_of"]),
        "names": lambda parties, last="and": listed([party["name"] for party in parties], last),
        "owner_word": owner_word,
        "begun": words.begun,
        "say": persons.SAY,
        "view": view,
    }
    if format_ == "html":
        css = (resources.templates() / "reports" / "report.css").read_text(encoding="utf-8")
        own = {"css": Markup(css), "css_hash": _csp_hash(css)}  # noqa: S704 - a file of ours
        return {**shared, **own, **page.html_globals(view)}
    if format_ == "text":
        return {**shared, **_text_globals(view, look)}
    if format_ == "mermaid":
        return {**shared, "raw": Raw, "gantt": partial(gantt.gantt, view)}
    return shared


def _text_globals(view: dict[str, Any], look: Look) -> dict[str, Any]:
    table = {**view, **view.get("matrix", {})}

    def lines(make: Callable[[dict[str, Any], Look], list[str]]) -> Raw:
        return Raw("\n".join(make(view, look)))

    return {
        "title": lambda name="": Raw(_title(view, look, name)),
        "status_table": lambda: lines(layout.status_table),
        "matrix_table": lambda: Raw("\n".join(layout.matrix_table(table, look))),
        "legend": lambda: Raw("\n".join(_legend(table, look))),
        "progress_line": lambda: lines(layout.progress_lines),
        "verdict_line": lambda: Raw(_verdict(view["verdict"], look)),
        "heading": lambda text: Raw(look.paint("strong", visible(text))),
        "wrapped": lambda text: Raw(_wrapped(text, look)),
    }


def _title(view: dict[str, Any], look: Look, name: str = "") -> str:
    """Name, of the project if no other is given, and day."""
    name, on = visible(name or view["project"]["name"] or "No name"), words.day_long(view["as_of"])
    return layout.justified(name, on, look, lambda text: look.paint("strong", text))


def _verdict(verdict: dict[str, Any], look: Look) -> str:
    """Word and colour, then why."""
    said = f"{verdict['word']} ({verdict['colour']}{', set by hand' if verdict['set'] else ''})"
    why = f"{visible(verdict['why'])}"
    if verdict["set"]:
        why += f" By rule: {verdict['computed']}. {visible(verdict['computed_why'])}"
    first, *rest = layout.wrap(f"{said}. {why}".split(" "), look, " ")
    return "\n".join([first.replace(said, look.paint(verdict["colour"], said), 1), *rest])


def _wrapped(text: str, look: Look) -> str:
    """Lines of at most the width, the following ones indented as the first."""
    indent = " " * (len(text) - len(text.lstrip(" ")))
    narrower = look._replace(width=max(1, look.width - len(indent))) if look.width else look
    return "\n".join(indent + line for line in layout.wrap(visible(text.strip(" ")).split(" "), narrower, " "))


def _legend(view: dict[str, Any], look: Look) -> list[str]:
    roles = [visible(f"{role['letter']} {role['name']}") for role in view["scheme"]["roles"]]
    parties = [visible(f"{party['short']} {party['name']}") for party in view["parties"]]
    return [*layout.wrap(roles, look, "  "), *layout.wrap(parties, look)]


def _csp_hash(css: str) -> str:
    return base64.b64encode(hashlib.sha256(css.encode()).digest()).decode()


def _text(value: Any) -> Any:
    return visible(value) if isinstance(value, str) and not isinstance(value, Raw) else value


def _html(value: Any) -> Any:
    """Invisible and runner characters made visible, then escaped, also where a template switches escaping off."""
    return escape(visible(value)) if isinstance(value, str) and not isinstance(value, Markup) else value


def _mermaid(value: Any) -> Any:
    return gantt.escaped(value) if isinstance(value, str) and not isinstance(value, Raw) else value


def _markdown(value: Any) -> Any:
    return markdown(value) if isinstance(value, str) and not isinstance(value, Raw) else value
