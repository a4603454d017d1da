"""`raci rule`."""

from typing import Annotated, Any

import typer

from raci_cli.cells import wrapped
from raci_cli.checking.selection import rules_named
from raci_cli.cli.options import AsJson, Color
from raci_cli.cli.result import Result
from raci_cli.cli.terminal import look
from raci_cli.errors import UsageError
from raci_cli.rules.registry import RULES, Rule
from raci_cli.text import Look, json_text

_INDENT = "    "
# As wide as text reads well, and as a terminal has to be for summaries to stand below each other.
_WIDEST, _ROOMY = 100, 80


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
        return Result("".join(f"{line}\n" for one in chosen for line in _in_short(one, shown.width)))
    return Result("\n".join(_page(one, shown) for one in chosen))


def _data(one: Rule) -> dict[str, Any]:
    manual = one.manual
    return {
        "code": one.code, "name": one.name, "severity": one.severity.value, "summary": manual.summary,
        "what": manual.what, "why": manual.why, "fix": manual.fix,
        "failing": manual.failing, "passing": manual.passing,
    }  # fmt: skip


def _in_short(one: Rule, width: int | None) -> list[str]:
    """A rule in a line, on a terminal in as many as it takes."""
    start = f"{one.code}  {one.severity.value:<7}  {one.name:<26}  "
    if width is None or width >= _ROOMY:
        first, *rest = wrapped(one.summary, width, before=len(start), indent=len(start))
        return [f"{start}{first}", *(f"{' ' * len(start)}{line}" for line in rest)]
    lines = wrapped(one.summary, width, before=len(_INDENT), indent=len(_INDENT))
    return [start.rstrip(), *(f"{_INDENT}{line}" for line in lines)]


def _page(one: Rule, look_: Look) -> str:
    """The manual page as text."""
    manual, width = one.manual, min(look_.width, _WIDEST) if look_.width else None
    title = f"{one.code} {one.name}"
    lines = [look_.paint("strong", title) + f" ({one.severity.value})", "", *wrapped(manual.summary, width)]
    for title, text in (("What", manual.what), ("Why", manual.why), ("Fix", manual.fix)):
        if text:
            lines += ["", *wrapped(f"{title}: {text}", width)]
    for title, text in (("Failing", manual.failing), ("Passing", manual.passing)):
        if text:
            lines += ["", look_.paint("strong", f"{title}:")]
            lines += [shown for line in text.splitlines() for shown in _example(f"  {line}".rstrip(), look_.width)]
    return "".join(f"{line}\n" for line in lines)


def _example(line: str, width: int | None) -> list[str]:
    """A line of an example; what there is no room for stands below it, further in."""
    text = line.lstrip()
    begin = len(line) - len(text)
    first, *rest = wrapped(text, width, before=begin, indent=begin + len(_INDENT))
    return [f"{' ' * begin}{first}", *(f"{' ' * begin}{_INDENT}{more}" for more in rest)]
