"""`raci schemes`."""

from typing import Annotated, Any

import typer

from raci_cli.cli.options import AsJson
from raci_cli.cli.result import Result
from raci_cli.cli.terminal import look
from raci_cli.errors import UsageError
from raci_cli.model.scheme import Role, Scheme, option
from raci_cli.model.schemes import ALIASES, SCHEMES
from raci_cli.text import Look, did_you_mean, json_text, listed, quoted


def schemes(
    name: Annotated[str | None, typer.Argument(metavar="[NAME]", help="One of them, with its roles.")] = None,
    as_json: AsJson = False,
) -> Result:
    """List the role schemes, or show the roles of one.

    Example: raci schemes daci
    """
    if name is None:
        return Result(json_text([*map(_data, SCHEMES.values())]) if as_json else _list(look()))
    scheme = SCHEMES.get(name.lower())
    if scheme is None:
        help_ = did_you_mean(name, SCHEMES) or f"schemes: {', '.join(SCHEMES)}"
        raise UsageError(f"there is no scheme {quoted(name)}", help=help_)
    return Result(json_text(_data(scheme)) if as_json else _page(scheme, look()))


def _data(scheme: Scheme) -> dict[str, Any]:
    return {
        "name": scheme.name, "letters": _letters(scheme), "summary": scheme.summary, "source": scheme.source,
        "same_as": ALIASES.get(scheme.name),
        "roles": [{**role._asdict(), "excludes": list(role.excludes)} for role in scheme.roles],
    }  # fmt: skip


def _letters(scheme: Scheme) -> str:
    return " ".join(role.letter for role in scheme.roles)


def _list(look_: Look) -> str:
    from raci_cli.reports.lists import listing, paragraph

    rows = [(scheme.name, _letters(scheme), _summary(scheme)) for scheme in SCHEMES.values()]
    lines = listing(("NAME", "LETTERS", "FOR"), rows, look_)
    lines += ["", *paragraph("raci schemes NAME shows the roles of one. A project file names it: scheme: NAME", look_)]
    return "".join(f"{line}\n" for line in lines)


def _summary(scheme: Scheme) -> str:
    of = ALIASES.get(scheme.name)
    return f"{of} in another order" if of else scheme.summary


def _page(scheme: Scheme, look_: Look) -> str:
    from raci_cli.reports.lists import listing, paragraph

    rows = [(role.letter, role.name, _number(role), _what(role)) for role in scheme.roles]
    own = listed([" ".join(option(role, "WHO")) for role in scheme.owners])
    first, *rest = paragraph(f"{scheme.name.upper()}: {scheme.summary}", look_)
    lines = [look_.paint("strong", first), *(look_.paint("strong", line) for line in rest), ""]
    lines += [*listing(("", "ROLE", "HOW MANY", "WHAT"), rows, look_), ""]
    lines += paragraph(f"In the file: scheme: {scheme.name}", look_)
    lines += paragraph(f"To name who answers for a step: raci assign STEP {own}", look_)
    lines += paragraph(f"Source: {scheme.source}", look_)
    return "".join(f"{line}\n" for line in lines)


def _number(role: Role) -> str:
    """How many parties may have a role in a step."""
    bounds = {(0, None): "any", (1, None): "at least one", (1, 1): "one", (0, 1): "one at most"}
    return bounds[role.min, role.max] + (", a person" if role.person_only else "")


def _what(role: Role) -> str:
    """What a role means, what it counts as, and what it excludes."""
    said = [role.meaning]
    said += ["answers for the step"] if role.owns and "answers" not in role.meaning else []
    said += ["counts as doing the work"] if role.works and role.meaning != "does the work" else []
    said += [f"not {listed(role.excludes, 'or')} as well"] if role.excludes else []
    return "; ".join(said)
