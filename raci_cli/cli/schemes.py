"""`raci schemes`."""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Any

import typer

from raci_cli.checking.discovery import nearest
from raci_cli.cli.options import Ascii, AsJson, Color, File
from raci_cli.cli.result import Result
from raci_cli.cli.terminal import look
from raci_cli.errors import RaciError, UsageError
from raci_cli.model.scheme import Role, Scheme, option
from raci_cli.model.schemes import ALIASES, SCHEMES
from raci_cli.text import Look, did_you_mean, json_text, listed, quoted

_NUMBERS: dict[int | None, str] = {1: "one", 2: "two", 3: "three"}


def schemes(
    name: Annotated[str | None, typer.Argument(metavar="[NAME]", help="One of them, with its roles.")] = None,
    file: File = None,
    as_json: AsJson = False,
    color: Color = "auto",
    ascii_: Ascii = False,
) -> Result:
    """List the role schemes, or show the roles of one.

    That of the project in reach is among them where it has one of its own.

    Example: raci schemes daci
    """
    shown, own = look(color, ascii_only=ascii_), _own(file)
    known = [*([own] if own else []), *SCHEMES.values()]
    if name is None:
        return Result(json_text([_data(one, own) for one in known]) if as_json else _list(known, own, shown))
    scheme = next((one for one in known if one.name.casefold() == name.casefold()), None)
    if scheme is None:
        names = [one.name for one in known]
        help_ = did_you_mean(name, names) or f"schemes: {', '.join(names)}"
        raise UsageError(f"there is no scheme {quoted(name)}", help=help_)
    return Result(json_text(_data(scheme, own)) if as_json else _page(scheme, own, shown))


def _own(file: Path | None) -> Scheme | None:
    """The scheme of a project's own, which is the one that a command means; None where there is no such."""
    try:
        path = nearest(file)
    except RaciError:  # nobody asked for a project
        return None
    from raci_cli.cli.project import open_project

    try:
        scheme = open_project(path).project.scheme
    except RaciError:
        if file is not None:
            raise
        return None  # that it cannot be read is for raci check to tell
    return None if scheme in SCHEMES.values() else scheme


def _data(scheme: Scheme, own: Scheme | None) -> dict[str, Any]:
    return {
        "name": scheme.name, "letters": _letters(scheme), "summary": scheme.summary, "source": scheme.source,
        "same_as": None if scheme is own else ALIASES.get(scheme.name), "of_the_project": scheme is own,
        "roles": [{**role._asdict(), "excludes": list(role.excludes)} for role in scheme.roles],
    }  # fmt: skip


def _letters(scheme: Scheme) -> str:
    return " ".join(role.letter for role in scheme.roles)


def _list(known: Sequence[Scheme], own: Scheme | None, look_: Look) -> str:
    from raci_cli.reports.lists import listing, paragraph

    rows = [(scheme.name, _letters(scheme), _summary(scheme, own)) for scheme in known]
    lines = listing(("NAME", "LETTERS", "FOR"), rows, look_)
    lines += ["", *paragraph("raci schemes NAME shows the roles of one. A project file names it: scheme: NAME", look_)]
    return "".join(f"{line}\n" for line in lines)


def _summary(scheme: Scheme, own: Scheme | None) -> str:
    if scheme is own:
        return "this project"
    of = ALIASES.get(scheme.name)
    return f"{of} in another order" if of else scheme.summary


def _page(scheme: Scheme, own: Scheme | None, look_: Look) -> str:
    from raci_cli.reports.lists import listing, paragraph

    rows = [(role.letter, role.name, _number(role), _what(role)) for role in scheme.roles]
    ways = listed([" ".join(option(role, "WHO")) for role in scheme.owners])
    first, *rest = paragraph(
        f"{scheme.name.upper()}: {_summary(scheme, own) if scheme is own else scheme.summary}", look_
    )
    lines = [look_.paint("strong", first), *(look_.paint("strong", line) for line in rest), ""]
    lines += [*listing(("", "ROLE", "HOW MANY", "WHAT"), rows, look_), ""]
    lines += paragraph(f"In the file: scheme: {scheme.name}", look_) if scheme is not own else []
    lines += paragraph(f"To name who answers for a step: raci assign STEP {ways}", look_) if ways else []
    lines += paragraph(f"Source: {scheme.source}", look_) if scheme.source else []
    return "".join(f"{line}\n" for line in lines)


def _number(role: Role) -> str:
    """How many parties may have a role in a step."""
    least, most = _NUMBERS.get(role.min, role.min), _NUMBERS.get(role.max, role.max)
    if role.max is None:
        said = f"at least {least}" if role.min else "any"
    elif role.min:
        said = f"{least}" if role.min == role.max else f"{least} to {most}"
    else:
        said = f"{most} at most"
    return said + (", a person" if role.person_only else "")


def _what(role: Role) -> str:
    """What a role means, what it counts as, and what it excludes."""
    said = [role.meaning] if role.meaning else []
    said += ["answers for the step"] if role.owns and "answers" not in role.meaning else []
    said += ["counts as doing the work"] if role.works and role.meaning != "does the work" else []
    said += [f"not {listed(role.excludes, 'or')} as well"] if role.excludes else []
    return "; ".join(said)
