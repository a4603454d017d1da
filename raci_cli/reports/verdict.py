"""Red, amber or green by rule, and one sentence why; a verdict set by hand is shown beside it."""

import datetime
from typing import Any

from raci_cli.model.project import BLOCKED, NOT_STARTED, Project, Step
from raci_cli.model.state import counted, is_closed, is_unowned, step_late
from raci_cli.text import count, listed, quoted

SOON = 14
WORDS = {"green": "On track", "amber": "At risk", "red": "Off track"}


def verdict(project: Project, as_of: datetime.date) -> dict[str, Any]:
    """Keys: colour, word, why (of what holds), computed (colour), computed_why, set (whether by hand)."""
    colour, why = computed(project, as_of)
    said = project.verdict
    if said is None:
        return {
            "colour": colour,
            "word": WORDS[colour],
            "why": why,
            "computed": colour,
            "computed_why": why,
            "set": False,
        }
    because = said.because or "Set by hand, without a reason."
    shown = {"colour": said.colour, "word": WORDS[said.colour], "why": because}
    return {**shown, "computed": colour, "computed_why": why, "set": True}


def computed(project: Project, as_of: datetime.date) -> tuple[str, str]:
    """The colour by rule and why."""
    open_steps = [step for step in counted(project) if not is_closed(project, step)]
    waiting = [step for step in project.steps if not is_closed(project, step)]  # with the ongoing ones, which can block
    stuck = [step for step in waiting if step.status == BLOCKED or step_late(step, as_of)]
    if red := _red(project, open_steps, stuck, as_of):
        return "red", red
    if stuck:
        return "amber", _sentence(_stuck(stuck[0], as_of))
    if ownerless := [step for step in open_steps if step.status != NOT_STARTED and is_unowned(project, step.roles)]:
        return "amber", _sentence(f"{_name(ownerless[0])} has started, and nobody answers for it")
    if not open_steps:
        return "green", "Every step is done."
    owned = ", and whatever has started has somebody who answers for it" if project.scheme.owners else ""
    return "green", f"Nothing is late or blocked{owned}."


def _red(project: Project, open_steps: list[Step], stuck: list[Step], as_of: datetime.date) -> str:
    if project.due and project.due < as_of and open_steps:
        days, steps = count((as_of - project.due).days, "day"), count(len(open_steps), "step")
        return f"The project was due {days} ago, and {steps} {'is' if len(open_steps) == 1 else 'are'} still open."
    if len(stuck) > 1:
        return _sentence(f"{listed([_stuck(step, as_of) for step in stuck[:3]])}{_more(len(stuck) - 3)}")
    for step in open_steps:
        if project.due and step.due and step.due > project.due:
            days = count((step.due - project.due).days, "day")
            return _sentence(f"{_name(step)} is due {days} after the project")
    for step in open_steps:
        if is_unowned(project, step.roles) and step.due and (step.due - as_of).days <= SOON:
            left = (step.due - as_of).days
            when = (
                f"due in {count(left, 'day')}" if left > 0 else f"{count(-left, 'day')} late" if left else "due today"
            )
            return _sentence(f"{_name(step)} is {when}, and nobody answers for it")
    return ""


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}."


def _more(number: int) -> str:
    return f"; {number} more" if number > 0 else ""


def _name(step: Step) -> str:
    return f"step {step.number} {quoted(step.title)}"


def _stuck(step: Step, as_of: datetime.date) -> str:
    late = step_late(step, as_of)
    parts = [f"{count(late, 'day')} late"] if late else []
    if step.status == BLOCKED:
        parts.insert(0, "blocked")
    return f"{_name(step)} is {' and '.join(parts)}"
