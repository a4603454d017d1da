"""What the commands about steps say in words."""

from typing import Any

from raci_cli.reports.persons import place, question
from raci_cli.reports.words import day
from raci_cli.text import count, listed

View = dict[str, Any]
_MOST = 3
_KINDS = {
    "team": "team",
    "group": "group",
    "agent": "software agent",
    "external": "outside the organisation",
    "unknown": "not declared",
}


def names(parties: list[View], most: int = _MOST) -> str:
    """`Ana, Bob and Cy`; of many the first, and how many more."""
    shown = [party["name"] for party in parties]
    return listed(shown) if len(shown) <= most else f"{', '.join(shown[:most])} and {len(shown) - most} more"


def why(now: View, view: View) -> str:
    """Why a step comes first: what is wrong with it, what waits for it, who moves it."""
    role = next((role["name"] for role in view["scheme"]["roles"] if role["owns"]), "owner")
    said = [f"{count(now['late'], 'day')} late"] if now["late"] else []
    if now["status"] == "blocked":
        said.append(f"blocked ({now['because'] or 'no reason given'})")
    said += [f"nobody is {role}"] if now["undecided"] else []
    said += [f"{now['contested']} are {role}"] if now["contested"] else []
    if not said:
        said = ["under way"] if now["status"] != "not-started" else ["nothing stands in its way"]
    if now["due"] and not now["ongoing"] and not now["late"]:
        said.append(f"due {day(now['due'], view['as_of'])}")
    if now["waiting"]:
        number = len(now["waiting"])
        said.append(f"{count(number, 'step')} {'waits' if number == 1 else 'wait'} for it")
    first = "; ".join(said)
    alone = view["person"] and [party["id"] for party in now["movers"]] == [view["person"]["id"]]
    moved = f" {_moves(now)}." if now["movers"] and not alone else ""
    return f"{first[:1].upper()}{first[1:]}.{moved}"


def _moves(now: View) -> str:
    return f"{names(now['movers'])} {'moves' if len(now['movers']) == 1 else 'move'} it"


def choices(now: View) -> str:
    """Between whom a step is to be decided, and by what."""
    if not now["undecided"] or not now["candidates"]:
        return ""
    return f"{listed(now['candidates'], 'or')}?" + (f" {now['hint']}" if now["hint"] else "")


def moment(work: View, as_of: str) -> str:
    """`14 days late`, `due 12 Jun`, `starts 22 Jun`, `blocked`, `under way`, `free to start`."""
    if work["late"]:
        return f"{count(work['late'], 'day')} late"
    if work["kind"] == "dated" and work["what"] == "start":
        return f"{'starts' if work['start'] >= as_of else 'start was'} {day(work['on'], as_of)}"
    words = {"dated": "", "blocked": "blocked", "under-way": "under way", "free": "free to start"}[work["kind"]]
    due = f"due {day(work['on'], as_of)}" if work["what"] == "due" else ""
    return ", ".join(filter(None, [words, due]))


def decision(one: View, as_of: str) -> str:
    """What is to be decided, by when, between whom."""
    by = f"by {day(one['due'], as_of)}  " if one["due"] else ""
    between = f" {names(one['candidates']).replace(' and ', ' or ')}." if one["candidates"] else ""
    hint = f" {one['hint']}" if one["hint"] else ""
    return f"{by}{one['number']} {one['title']}: who is {one['role']}?{between}{hint}"


def reply(one: View, view: View) -> str:
    """What waits for a word of whom is asked for; whose it is, where it is not theirs alone."""
    others = [party["name"] for party in one["who"] if party["id"] != view["person"]["id"]]
    whose = f" (for {listed(others)})" if others else ""
    return f"{place(one)}: {question({'relation': 'own'}, one, view['as_of'])}{whose}"


def calm(view: View) -> str:
    """What stands where nothing is pressing."""
    progress = view["progress"]
    if progress["done"] == progress["total"] and not view["person"]:
        return f"Every step is done: {progress['done']} of {progress['total']}."
    whose = f" of {view['person']['name']}" if view["person"] else ""
    return f"Nothing{whose} is pressing; {progress['done']} of {count(progress['total'], 'step')} done."


def only(view: View) -> str:
    """How to see the work of one person alone, such as the one who moves what comes first."""
    if view["person"]:
        return f"All of it: raci who {view['person']['id']}"
    return f"Only yours: raci next --for {view['such_as']}" if view["such_as"] else ""


def more_of(now: View | None) -> str:
    """How to see all of a step."""
    return f"The step: raci show {now['id']}" if now else ""


def introduced(view: View) -> str:
    """Who somebody is: title, team, lead, deputy, members."""
    person = view["person"]
    team = person["team"]["name"] if person["team"] else ""
    led = f" (led by {person['lead']['name']})" if person["lead"] and person["lead"]["id"] != person["id"] else ""
    said = [", ".join(filter(None, [person["title"], team or _KINDS.get(person["kind"], "")])) + led]
    said += [_KINDS[person["kind"]]] if team and person["kind"] in _KINDS else []
    said += ["sponsor"] if person["sponsor"] else []
    said += [f"leads {listed([team['name'] for team in person['leads']])}"] if person["leads"] else []
    said += [f"deputy {person['deputy']['name']}"] if person["deputy"] else []
    said += [f"deputy of {listed([one['name'] for one in person['deputy_of']])}"] if person["deputy_of"] else []
    said += [f"people: {listed([one['name'] for one in person['members']])}"] if person["members"] else []
    said += [person["email"] or "", "" if person["active"] else "has left"]
    line = "; ".join(filter(None, said)) or "person"
    return f"{line[:1].upper()}{line[1:]}."


def loaded(view: View) -> str:
    """How many open steps somebody owns and works on, and how many are thought to be enough."""
    load = view["load"]
    late = f"; {view['late']} late" if view["late"] else ""
    return (
        f"Owns {count(load['owned'], 'open step')} (at most {load['owned_limit']}), "
        f"works on {load['worked']} (at most {load['worked_limit']}){late}."
    )


def totals(view: View) -> str:
    """How many there are of each kind."""
    all_ = view["totals"]
    words = [
        count(all_["people"], "person", "people"),
        count(all_["teams"], "team"),
        *([count(all_["agents"], "software agent")] if all_["agents"] else []),
        *([f"{all_['external']} outside"] if all_["external"] else []),
        *([f"{all_['unknown']} not declared"] if all_["unknown"] else []),
        *([f"{all_['left']} left"] if all_["left"] else []),
        *([f"{all_['idle']} without a role"] if all_["idle"] else []),
    ]
    return f"{', '.join(words)}."


# What templates may call, by its name.
SAY = {
    one.__name__: one
    for one in (names, why, choices, moment, decision, reply, calm, only, more_of, introduced, loaded, totals)
}
