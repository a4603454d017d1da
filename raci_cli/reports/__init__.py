"""A project as plain data for a reader's question, and that data in the formats that people read it in."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Report:
    """What a report answers, its formats (the richest first; `json` is the view itself), its options."""

    answers: str
    formats: tuple[str, ...]
    takes: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()


REPORTS = {
    "status": Report(
        "Is it on track? What is wrong? Who must decide what, by when?", ("html", "md", "text", "json"), ("since",)
    ),
    "matrix": Report("Who has which letter on which step?", ("html", "md", "text", "json"), ("all",)),
}
FORMATS = {name: report.formats for name, report in REPORTS.items()}
# What is not text has to go to a file.
BINARY = frozenset(("xlsx", "pdf"))
# What a template of a user's can make; each has its own way to make text harmless.
TEMPLATED = ("html", "md", "text")
