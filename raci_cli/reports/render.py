"""A view to text by a Jinja template; what comes from the file is made harmless for the format by default."""

import base64
import hashlib
from collections.abc import Callable, Sequence
from functools import cache, partial
from importlib import import_module
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from raci_cli import resources
from raci_cli.reports import facts, gantt, layout, listing, page, persons, pointers, steps, words
from raci_cli.reports.table import wrap
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
        "say": persons.SAY | pointers.SAY | steps.SAY,
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
    held = {**view, **view.get("matrix", {})}

    def text(lines: Sequence[str]) -> Raw:
        return Raw("\n".join(lines))

    return {
        "title": lambda name="": text(layout.title(view, look, name)),
        "status_table": lambda: text(layout.status_table(view, look)),
        "matrix_table": lambda grouped=False: text(layout.matrix_table(held, look, grouped=grouped)),
        "letters_key": lambda: text(layout.letters_key(view, look)),
        "legend": lambda grouped=False: text(layout.legend(held, look, grouped=grouped)),
        "progress_line": lambda: text(layout.progress_lines(view, look)),
        "verdict_line": lambda: text(layout.verdict_lines(view["verdict"], look)),
        "heading": lambda words: Raw(look.paint("strong", visible(words))),
        "wrapped": lambda words: text(layout.paragraph(words, look)),
        "next_table": lambda: text(listing.next_table(view, look)),
        "who_table": lambda: text(listing.who_table(view, look)),
        "people_table": lambda: text(listing.people_table(view, look)),
        "typing": lambda commands: text(listing.typing_lines(commands, look)),
        "facts": {name: lambda make=make: text(make(view, look)) for name, make in facts.FACTS.items()},
        "pointers": lambda *words: text(wrap([pointers.typed(word, look) for word in words if word], look, "     ")),
    }


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
