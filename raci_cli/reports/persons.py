"""What the reports for a person or team say in words."""

from typing import Any

from raci_cli.reports.words import day
from raci_cli.text import count, listed

View = dict[str, Any]


def lists(view: View) -> list[tuple[str, str]]:
    """The lists of a part that are shown, each with its heading."""
    this, following = (day(view["days"][key], view["as_of"]) for key in ("this_week", "next_week"))
    return [
        ("late", "Late"),
        ("this_week", f"Next 7 days, to {this}"),
        ("next_week", f"The 7 days after, to {following}"),
        ("under_way", "Under way"),
    ]


def of_team(view: View) -> bool:
    """Whether the report is for several people."""
    return view["person"]["kind"] == "team" or any(part["relation"] == "members" for part in view["parts"])


def heading(view: View, part: View) -> str:
    """Whose letters a part is about."""
    name = part["party"]["name"]
    if part["relation"] == "members":
        return f"People of {name}"
    return "Own work" if part["relation"] == "own" and not of_team(view) else f"{name}, as a team"


def when(item: View, as_of: str) -> str:
    """`24 days late, due 12 Feb`."""
    said = [f"{count(item['late'], 'day')} late"] if item["late"] else []
    said += [f"starts {day(item['on'], as_of)}"] if item["what"] == "start" else []
    if item["ongoing"]:
        said.append("ongoing")
    elif item["due"]:
        said.append(f"due {day(item['due'], as_of)}")
    return ", ".join(said) or "no date"


def place(work: View) -> str:
    """`6 Build`; `Connect the forms (step 6 Build)`."""
    of = work["of"]
    return f"{work['title']} (step {of['number']} {of['title']})" if of else f"{work['number']} {work['title']}"


def item(part: View, work: View, as_of: str) -> str:
    """What has to be done, by when, who has which letter."""
    named = part["relation"] == "members"
    held = [" ".join([*([one["party"]["name"]] * named), "/".join(one["letters"])]) for one in work["held"]]
    blocked = f". Blocked: {work['because'] or 'no reason given'}" if work["status"] == "blocked" else ""
    return f"{place(work)}: {'; '.join([when(work, as_of), *held])}{blocked}"


def answer(part: View, work: View, as_of: str) -> str:
    """What is waited for, and from whom."""
    return f"{place(work)}: {question(part, work, as_of)}"


def question(part: View, work: View, as_of: str) -> str:
    """What is waited for, and from whom, without the name of the work."""
    who = f"{listed([party['name'] for party in work['who']])}, " if part["relation"] == "members" else ""
    if work["kind"] == "decide":
        by = f" By {day(work['due'], as_of)}." if work["due"] else ""
        hint = f" {work['hint']}" if work["hint"] else ""
        return f"who is {work['role']}? {listed(work['candidates'], 'or')}.{by}{hint}"
    if work["kind"] == "agree":
        return f"{who}agreed to what was done{' on ' * bool(work['done'])}{day(work['done'], as_of)}? No word yet."
    due = f", due {day(work['due'], as_of)}" if work["due"] else ""
    asker = f"; {listed(work['owners'])} {'asks' if len(work['owners']) == 1 else 'ask'}" if work["owners"] else ""
    return f"{who}{work['role']}{due}{asker}"


def nothing(view: View, part: View) -> str:
    """What stands where no list has anything."""
    text = f"Nothing is late, under way or due until {day(view['days']['next_week'], view['as_of'])}."
    for work in part["later"][:1]:
        begins = "from" if work["what"] == "start" else "due"
        text += f" Next: {work['title']}" + (f", {begins} {day(work['on'], view['as_of'])}" if work["on"] else "") + "."
    return text


def summary(view: View) -> str:
    """How much there is of everything."""
    counts = view["counts"]
    said = [
        f"{counts['late']} late",
        f"{counts['this_week']} in the next 7 days",
        f"{counts['next_week']} in the 7 days after",
        f"{count(counts['answers'], 'answer')} waited for",
        f"{count(counts['open'], 'open step or task', 'open steps and tasks')}",
    ]
    return ", ".join(said) + "." + (" Has left." if not view["person"]["active"] else "")


# What templates may call, by its name.
SAY = {one.__name__: one for one in (lists, of_team, heading, item, answer, question, nothing, summary, when, place)}
