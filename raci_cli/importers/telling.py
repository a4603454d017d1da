"""The guess report: what was decided and how surely, what was read with help, what was not; as lines and as data."""

from collections.abc import Iterable, Sequence
from typing import Any

from raci_cli.importers.records import Document, Matrix, Reading
from raci_cli.text import count, listed, quoted, short, visible

_MOST = 50


def guesses(document: Document, matrix: Matrix, ids: Sequence[str]) -> dict[str, Any]:
    """The report as data; `ids` are those of the parties in the project."""
    return {
        "format": document.format,
        "said": list(document.said),
        "scheme": matrix.scheme,
        "steps": len(matrix.works),
        "roles": _roles(matrix),
        "parties": [
            {"id": id_, "name": party.name, "place": party.place, "person": party.person, "title": party.title}
            for id_, party in zip(ids, matrix.parties, strict=True)
        ],
        "decisions": [decision._asdict() for decision in matrix.decisions],
        "helped": [_reading(one) for one in matrix.helped],
        "unread": [_reading(one) for one in matrix.unread],
        "alike": [list(names) for names in matrix.alike],
    }


def _roles(matrix: Matrix) -> int:
    return sum(len(roles) for work in matrix.works for roles in work.roles.values())


def _reading(one: Reading) -> dict[str, Any]:
    return {
        "place": one.place, "text": one.text, "step": one.step, "party": one.party, "roles": list(one.roles),
        "why": one.why,
    }  # fmt: skip


def guess_lines(file: str, document: Document, matrix: Matrix) -> list[str]:
    """The report for people, each line fit to be shown."""
    steps, parties = count(len(matrix.works), "step"), count(len(matrix.parties), "party", "parties")
    lines = [f"{file}: {steps}, {parties}, {count(_roles(matrix), 'role')} ({matrix.scheme})", *document.said]
    lines += _decided(matrix)
    lines += _helped(matrix.helped)
    lines += _unread(matrix.unread)
    lines += [
        f"{listed([quoted(name) for name in names])} look alike: one party? If so, write them alike in the source"
        for names in matrix.alike
    ]
    return [visible(line) for line in lines]


def _decided(matrix: Matrix) -> Iterable[str]:
    """A line a guess: how sure, what, why, and the option that overrules it."""
    if not matrix.decisions:
        return
    yield "Guessed"
    what = max(len(decision.what) for decision in matrix.decisions)
    for decision in matrix.decisions:
        overrule = f"; else {decision.option}" if decision.option else ""
        sure = f"{round(decision.confidence * 100):3} %"
        yield f"  {sure}  {decision.what:<{what}}  {short(decision.value, 200)}: {short(decision.why, 300)}{overrule}"


def _helped(helped: Sequence[Reading]) -> Iterable[str]:
    """Cells read with help, those of one text together."""
    if helped:
        yield f"Read with help: {count(len(helped), 'cell')}"
    groups: dict[tuple[str, tuple[str, ...], str], list[Reading]] = {}
    for one in helped:
        groups.setdefault((one.text, one.roles, one.why), []).append(one)
    for (text, roles, why), found in list(groups.items())[:_MOST]:
        first = found[0]
        more = f" and {count(len(found) - 1, 'more cell')}" if len(found) > 1 else ""
        read_as = listed(roles) or "nobody"
        yield f"  {first.place}{more}: {quoted(text)} as {read_as}; {why} ({_whose(first)})"
    if len(groups) > _MOST:
        yield f"  {len(groups) - _MOST} more: --json has them all"


def _unread(unread: Sequence[Reading]) -> Iterable[str]:
    if unread:
        yield f"Not read: {count(len(unread), 'cell')}"
    for one in unread[:_MOST]:
        yield f"  {one.place}: {quoted(one.text)}; {one.why} ({_whose(one)})"
    if len(unread) > _MOST:
        yield f"  {len(unread) - _MOST} more: --json has them all"


def _whose(one: Reading) -> str:
    return ", ".join(short(word) for word in (one.step, one.party) if word)
