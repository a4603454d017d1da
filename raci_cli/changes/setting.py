"""`raci set` and `raci agree`: any key of a step or task, and who signed it off."""

import datetime
from collections.abc import Sequence
from typing import Any

from raci_cli.changes.assign import assign
from raci_cli.changes.plan import Plan, Said, get
from raci_cli.document.edits import Change, Drop, Put
from raci_cli.document.nodes import Plain
from raci_cli.document.scalars import Flow, Value
from raci_cli.errors import UsageError
from raci_cli.findings import Path
from raci_cli.model.containers import ListOf, MapOf
from raci_cli.model.fields import Date, Flag, Kind, Notes
from raci_cli.model.format import step_order, task_record
from raci_cli.model.lookup import find_party, find_step, find_works
from raci_cli.model.project import SPONSORS, Project, Task
from raci_cli.text import did_you_mean, listed, quoted, short

_ELSEWHERE = {"agreed": "raci agree does it", "tasks": "raci add task does it"}
_PLACES = {"needs": "step", "until": "step", "goals": "goal"}


def set_keys(project: Project, data: Any, works: Sequence[str], pairs: Sequence[str]) -> Plan:
    """Set keys of steps or tasks from `KEY=VALUE` words; a list takes commas, an empty value removes the key."""
    wanted = dict(_wish(project, pair) for pair in pairs)
    if len(wanted) < len(pairs):
        raise UsageError("a key is set twice", help="say it once")
    if not wanted:
        raise UsageError("nothing to set", help="say KEY=VALUE, such as due=2027-03-31")
    roles = {key: wanted.pop(key) for key in project.scheme.names if wanted.get(key) is not None}
    plan = Plan()
    if roles:  # a role has its rules: who moves, what is settled
        plan += assign(project, data, works, {key: _list(value) for key, value in roles.items()}, only=True)
    for _, work, path in find_works(project, works):
        for key, value in wanted.items():
            plan += _set(project, data, work, path, key, value)
    return plan


def _list(value: Any) -> list[str]:
    return list(value) if isinstance(value, list) else [value]


def _wish(project: Project, pair: str) -> "tuple[str, Value | None]":
    key, equals, text = pair.partition("=")
    if not equals:
        raise UsageError(f"set wants KEY=VALUE, not {quoted(pair)}", help="such as due=2027-03-31; KEY= removes it")
    record = task_record(project.scheme)
    kind = record.fields.get(key)
    if kind is None or isinstance(kind, MapOf):
        help_ = _ELSEWHERE.get(key) or did_you_mean(key, record.fields)
        raise UsageError(f"there is no key {quoted(key)} to set", help=help_ or f"keys: {', '.join(record.fields)}")
    if not text:
        if key in record.required:
            raise UsageError(f"{key} cannot be removed: a step needs it")
        return key, None
    return key, _value(project, key, kind, text)


def _value(project: Project, key: str, kind: Kind, text: str) -> Value:
    """The value as it is to stand in the file; UsageError where the format does not allow it."""
    value: Value = Plain(text) if isinstance(kind, Date | Flag) else text
    if isinstance(kind, ListOf):
        words = (word.strip() for word in text.split(","))
        value = list(dict.fromkeys(_reference(project, key, word) for word in words if word))
    elif key in _PLACES:
        value = _reference(project, key, text)
    notes = Notes()
    kind.read(value, (key,), notes)
    if notes.findings:
        raise UsageError(notes.findings[0].message, help=notes.findings[0].help)
    return value


def _reference(project: Project, key: str, word: str) -> str:
    """The id that a word stands for in this key."""
    place = _PLACES.get(key, "party")
    if place == "step":
        return find_step(project, word).id
    if place == "goal":
        if word not in project.goals:
            raise UsageError(f"there is no goal {quoted(word)}", help=did_you_mean(word, project.goals))
        return word
    return find_party(project, word)


def _set(project: Project, data: Any, work: Task, path: Path, key: str, value: "Value | None") -> Plan:
    place = (*path, key)
    there, now = key in get(data, path), get(data, place)
    if value is None:
        changes: tuple[Change, ...] = (Drop(place),) if there else ()
    else:
        value = _as_it_stands(value, now)
        changes = (Put(place, value, step_order(project.scheme)),) if _differs(now, value) else ()
    if not changes:
        return Plan((), (Said(place, f"{work.title}: {key} {_shown(key, value)} already, nothing changed"),))
    return Plan(changes, (Said(place, f"{work.title}: {key} {_shown(key, now)} -> {_shown(key, value)}", now, value),))


def _differs(now: Any, value: Value) -> bool:
    """Whether the file says something else; a quoted 'true' is a text, and not the flag."""
    if not value and now is None:
        return False
    flag = isinstance(value, Plain) and value in ("true", "false")
    return bool(now != value) or (flag and not isinstance(now, Plain))


def _as_it_stands(value: Value, now: Any) -> Value:
    """One id stays without a list where it stood without one, as raci writes it for an owner."""
    if isinstance(value, list) and len(value) == 1 and not isinstance(now, list) and isinstance(now, str):
        return str(value[0])
    return value


def _shown(key: str, value: Any) -> str:
    if isinstance(value, list):
        nothing = "nothing" if key in _PLACES else "nobody"
        return short(listed([str(one) for one in value]) or nothing)
    return "nothing" if value is None else short(str(value))


def agree(project: Project, data: Any, works: Sequence[str], who: Sequence[str], day: datetime.date) -> Plan:
    """Write down that people or teams (as typed) agreed to steps on a day."""
    parties = list(dict.fromkeys(find_party(project, word) for word in who))
    if SPONSORS in parties:
        whom = ", ".join(project.sponsors) or "by id or name"
        raise UsageError("an agreement is by a person or team, not by all sponsors at once", f"name who agreed: {whom}")
    plan = Plan()
    for _, work, path in find_works(project, works):
        plan += _agree(project, data, work, path, parties, day.isoformat())
    return plan


def _agree(project: Project, data: Any, work: Task, path: Path, parties: Sequence[str], day: str) -> Plan:
    place = (*path, "agreed")
    now = get(data, place)
    if now is not None and not isinstance(now, dict):
        raise UsageError(f"agreed of {quoted(work.title)} is no mapping", help="mend it first: raci check")
    new = [party for party in parties if not isinstance(now, dict) or now.get(party) != day]
    names = {party: project.name_of(party) for party in parties}
    if not new:
        said = f"{work.title}: {listed(list(names.values()))} agreed on {day} already, nothing changed"
        return Plan((), (Said(place, said),))
    said_all = tuple(Said((*place, party), f"{work.title}: {names[party]} agreed on {day}", None, day) for party in new)
    if "agreed" not in get(data, path):
        return Plan((Put(place, Flow({party: Plain(day) for party in new}), step_order(project.scheme)),), said_all)
    return Plan(tuple(Put((*place, party), Plain(day)) for party in new), said_all)
