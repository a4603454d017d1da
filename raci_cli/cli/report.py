"""`raci report`."""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Any

import typer

from raci_cli.cells import wrapped
from raci_cli.checking.discovery import nearest
from raci_cli.cli.options import Ascii, AsJson, AsOf, Color, File
from raci_cli.cli.reporting import make
from raci_cli.cli.result import Result, refuse_overwriting
from raci_cli.cli.terminal import look
from raci_cli.errors import UsageError
from raci_cli.reports import BINARY, FORMATS, REPORTS, TEMPLATED
from raci_cli.text import Look, did_you_mean, listed, visible

_SUFFIXES = {"htm": "html", "markdown": "md", "txt": "text", "mmd": "mermaid"}
_READABLE = ("md", "mermaid", "html")
# The word of an option, by its name among those of a view.
_OPTIONS = {"everybody": "all", "who": "for", "step": "step", "since": "since"}


def report(
    name: Annotated[str, typer.Argument(metavar="[NAME]", help=f"{listed(list(REPORTS), 'or')}.")] = "status",
    format_: Annotated[
        str | None,
        typer.Option(
            "--format",
            metavar="FMT",
            help="Else by the name of -o, else text on a terminal, md off it; timeline: mermaid.",
        ),
    ] = None,
    output: Annotated[
        Path | None, typer.Option("-o", "--output", metavar="FILE", help="Write to a file; - is stdout.")
    ] = None,
    everybody: Annotated[bool, typer.Option("--all", help="matrix: also parties without any role.")] = False,
    who: Annotated[
        str | None, typer.Option("--for", metavar="WHO", help="person: whom it is for, a person or a team.")
    ] = None,
    step: Annotated[
        str | None, typer.Option("--step", metavar="STEP", help="handover: the step that is handed over.")
    ] = None,
    since: Annotated[
        str | None,
        typer.Option(
            "--since", metavar="DATE|REV", help="status: also what has changed since a day or a git revision."
        ),
    ] = None,
    template: Annotated[
        Path | None, typer.Option("--template", metavar="FILE", help="A Jinja template of your own for this report.")
    ] = None,
    list_: Annotated[
        bool, typer.Option("--list", help="Which reports there are, what they answer, in what format.")
    ] = False,
    explain: Annotated[
        bool, typer.Option("--explain", help="The keys that a template for this report can use.")
    ] = False,
    eject: Annotated[
        bool, typer.Option("--eject", help="Print the shipped template of this report, to start from.")
    ] = False,
    open_: Annotated[bool, typer.Option("--open", help="Show the file that was written, in a browser.")] = False,
    as_json: AsJson = False,
    as_of: AsOf = None,
    color: Color = "auto",
    ascii_: Ascii = False,
    file: File = None,
) -> Result:
    """Render a report.

    Example: raci report status --format html -o status.html
    """
    shown = look(color, ascii_only=ascii_)
    if list_:
        return _listed(shown)
    if name not in FORMATS:
        raise UsageError(
            f"there is no report {name!r}", help=did_you_mean(name, FORMATS) or f"reports: {', '.join(FORMATS)}"
        )
    to_file = output is not None and str(output) != "-"
    if template is not None:
        chosen = _template_format(template, format_, output if to_file else None)
    else:
        chosen = _format(name, "json" if as_json else format_, output if to_file else None, eject=eject)
    if explain or eject:
        return _keys(name) if explain else _template(name, chosen)
    options = _options(name, everybody=everybody or None, who=who, step=step, since=since)
    if chosen in BINARY and not to_file:
        raise UsageError(f"{chosen} is no text", help=f"write it to a file: -o {name}.{chosen}")
    if open_ and not to_file:
        raise UsageError("--open shows a file", help="name it with -o FILE")
    made, note = make(name, chosen, file, as_of, Look(ascii_only=ascii_) if to_file else shown, template, **options)
    if output is None or not to_file:
        # The mark at the start is for programs that open files; a pipe wants none.
        return Result(made if isinstance(made, str) else made.decode("utf-8-sig"), note)
    refuse_overwriting(output, [nearest(file)])
    size = max(1, round(len(made if isinstance(made, bytes) else made.encode("utf-8", "replace")) / 1024))
    said = f"{visible(str(output))}: {name} report, {chosen}, {size} KiB\n"
    return Result(said, note, files=((output, made),), opened=output if open_ else None)


def _options(name: str, **given: Any) -> dict[str, Any]:
    """What was given of the options that some reports take; UsageError where this one does not, or lacks one."""
    takes = REPORTS[name].takes
    for option, value in given.items():
        if value is not None and _OPTIONS[option] not in takes:
            others = listed([other for other, report_ in REPORTS.items() if _OPTIONS[option] in report_.takes], "or")
            raise UsageError(f"the report {name} takes no --{_OPTIONS[option]}", help=f"it is for {others}")
    for option, word in _OPTIONS.items():
        if word in REPORTS[name].needs and given[option] is None:
            raise UsageError(f"the report {name} needs --{word}", help=f"such as --{word} {_SUCH_AS[word]}")
    return {option: value for option, value in given.items() if value is not None}


_SUCH_AS = {"for": "dana", "step": "vendor"}


def _format(name: str, given: str | None, output: Path | None, *, eject: bool) -> str:
    formats = FORMATS[name]
    if given is None and output is not None:
        suffix = output.suffix.lower().removeprefix(".")
        given = _SUFFIXES.get(suffix, suffix)
        if given not in formats:
            raise UsageError(
                f"the report {name} has no format by the name {output.name!r}",
                help=did_you_mean(suffix, formats) or f"say --format {listed(formats, 'or')}",
            )
    if given is None:
        given = _printed(TEMPLATED if eject else formats, formats)
    if given not in formats:
        help_ = did_you_mean(given, formats) or f"formats of {name}: {', '.join(formats)}"
        raise UsageError(f"the report {name} has no format {given!r}", help=help_)
    return given


def _printed(wanted: Sequence[str], formats: Sequence[str]) -> str:
    """The format of what is printed where none is named: one that people can read as it is."""
    if look().width and "text" in formats:
        return "text"
    return next(one for one in _READABLE if one in formats and one in wanted)


def _template_format(template: Path, given: str | None, output: Path | None) -> str:
    """What a user's template makes: as it is said, else by its name (x.html.j2), else by that of the output."""
    suffixes = [suffix.lower().removeprefix(".") for suffix in template.suffixes]
    names = [given, *reversed(suffixes), output.suffix.lower().removeprefix(".") if output else None]
    found = next((_SUFFIXES.get(word, word) for word in names if word and _SUFFIXES.get(word, word) in TEMPLATED), None)
    if found is None or (given is not None and found != _SUFFIXES.get(given, given)):
        raise UsageError("what the template makes is not known", help=f"say --format {listed(TEMPLATED, 'or')}")
    return found


def _listed(shown: Look) -> Result:
    """Every report, what it answers, its formats."""
    room = max(map(len, REPORTS)) + 2
    lines = []
    for name, one in REPORTS.items():
        formats = ", ".join(one.formats) + "".join(f"; --{option}" for option in one.takes)
        below = [
            line for text in (one.answers, formats) for line in wrapped(text, shown.width, before=room, indent=room)
        ]
        lines += [f"{'' if index else name:<{room}}{line}" for index, line in enumerate(below)]
    return Result("".join(f"{line}\n" for line in lines))


def _keys(name: str) -> Result:
    from raci_cli.reports.views import keys_of

    return Result(keys_of(name))


def _template(name: str, format_: str) -> Result:
    from raci_cli.reports.render import shipped

    text = shipped(name, format_)
    if text is None:
        raise UsageError(f"no template makes {format_}", help=f"choose another format: {', '.join(FORMATS[name])}")
    return Result(text)
