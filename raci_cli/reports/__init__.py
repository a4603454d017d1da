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
    "matrix": Report(
        "Who has which letter on which step?", ("html", "md", "text", "csv", "tsv", "xlsx", "json"), ("all",)
    ),
    "person": Report(
        "What of mine is late, what is due this week, what waits for my answer?",
        ("html", "md", "text", "ics", "json"),
        ("for",),
        ("for",),
    ),
    "executive": Report(
        "One page: is it on track, why, what threatens it, what is to be decided?", ("html", "md", "pdf", "json")
    ),
    "handover": Report(
        "From whom to whom does a step go, what is open, who must know?", ("html", "md", "json"), ("step",), ("step",)
    ),
    "timeline": Report("What starts, is due and was done when?", ("html", "mermaid", "ics", "json")),
    "ci-summary": Report("For a pipeline's page: the verdict, errors, open steps.", ("md", "json")),
}
FORMATS = {name: report.formats for name, report in REPORTS.items()}
# What the commands of these names show, as text and as the view itself.
COMMANDS = ("next", "show", "who", "people")
# What is not text has to go to a file.
BINARY = frozenset(("xlsx", "pdf"))
# What a template of a user's can make; each has its own way to make text harmless.
TEMPLATED = ("html", "md", "text")
