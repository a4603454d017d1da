"""`raci rule`."""

from typing import Annotated, Any

import typer

from raci_cli.checking.selection import rules_named
from raci_cli.cli.options import AsJson, Color
from raci_cli.cli.result import Result
from raci_cli.cli.terminal import look
from raci_cli.errors import UsageError
from raci_cli.rules.registry import RULES, Rule
from raci_cli.text import Look, json_text


def rule(
    names: Annotated[
        list[str] | None, typer.Argument(metavar="[RULE]...", help="A code, the start of codes, or a name.")
    ] = None,
    every: Annotated[bool, typer.Option("--all", help="All rules, a line each.")] = False,
    as_json: AsJson = False,
    color: Color = "auto",
) -> Result:
    """Explain what a rule finds, why it matters, and how to mend it.

    With an example that fails and one that passes.

    Example: raci rule RACI101
    """
    if not names and not every:
        raise UsageError("no rule is named", help="such as raci rule RACI101, or raci rule --all")
    shown = look(color)
    codes = set(RULES) if every else {code for name in names or [] for code in rules_named(name)}
    chosen = [RULES[code] for code in sorted(codes)]
    if as_json:
        return Result(json_text([_data(one) for one in chosen]))
    if every:
        return Result(
            "".join(f"{one.code}  {one.severity.value:<7}  {one.name:<26}  {one.summary}\n" for one in chosen)
        )
    return Result("\n".join(_page(one, shown) for one in chosen))


def _data(one: Rule) -> dict[str, Any]:
    manual = one.manual
    return {
        "code": one.code, "name": one.name, "severity": one.severity.value, "summary": manual.summary,
        "what": manual.what, "why": manual.why, "fix": manual.fix,
        "failing": manual.failing, "passing": manual.passing,
    }  # fmt: skip


def _page(one: Rule, look_: Look) -> str:
    """The manual page as text."""
    manual = one.manual
    lines = [look_.paint("strong", f"{one.code} {one.name}") + f" ({one.severity.value})", "", manual.summary]
    for title, text in (("What", manual.what), ("Why", manual.why), ("Fix", manual.fix)):
        if text:
            lines += ["", *_wrapped(f"{title}: {text}", look_.width)]
    for title, text in (("Failing", manual.failing), ("Passing", manual.passing)):
        if text:
            lines += ["", look_.paint("strong", f"{title}:"), *(f"  {line}".rstrip() for line in text.splitlines())]
    return "".join(f"{line}\n" for line in lines)


def _wrapped(text: str, width: int | None) -> list[str]:
    if width is None:
        return [text]
    import textwrap

    return textwrap.wrap(text, min(width, 100))
