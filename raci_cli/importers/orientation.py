"""Whether the steps of a matrix stand in its rows or in its columns."""

import math
from collections.abc import Sequence

from raci_cli.importers.lookups import headings, is_heading, is_person, is_team, words_of
from raci_cli.importers.tables import Facts

_SAMPLE = 200
_FEWEST = 3
_LONGEST_PARTY = 5  # words; what is longer says what somebody does


def steps_in_rows(
    found: Facts, heads: Sequence[str], titles: Sequence[str], corner: str, body: Sequence[tuple[int, Sequence[int]]]
) -> tuple[float, str]:
    """How much speaks for steps in rows (above 0) or in columns (below), and the weightiest reason.

    `heads` are the texts above the letters, `titles` those beside them, `body` the rows with their letter columns.
    """
    reasons = [
        (_corner(corner), "by the heading '" + corner.strip()[:40] + "'"),
        (4 * (share_of_parties(heads) - share_of_parties(titles)), "by what roles and persons are called"),
        (0.8 * max(-3.0, min(3.0, _length(titles) - _length(heads))), "as the titles of steps are longer"),
        (2 * _one_owner(found, body), "as each step has one A"),
        (0.6 * math.log((len(titles) + 1) / (len(heads) + 1)), "as there are more steps than parties"),
    ]
    total = sum(score for score, _ in reasons) + 0.4  # steps stand in rows more often than not
    same = [entry for entry in reasons if entry[0] * total > 0]
    return total, max(same, key=lambda entry: abs(entry[0]))[1] if same else "as most matrices have it"


def _corner(text: str) -> float:
    kinds = headings(text)
    if kinds:
        step = "step" in kinds or "phase" in kinds
        party = "party" in kinds
        return 0.0 if step and party and "step" not in kinds else 3.0 if step else -3.0 if party else 0.0
    first, *rest = text.replace("\\", "/").replace("|", "/").split("/")
    if rest and is_heading(first, "step") and not any(is_heading(part, "party") for part in rest):
        return 3.0
    if first != text and len(first) < len(text):
        return 1.5 if is_heading(first, "step") else -1.5 if is_heading(first, "party") else 0.0
    words = text.split()
    last = words[-1] if words else ""
    if is_heading(last, "step") or (words and is_heading(words[0], "step")):
        return 2.0
    return -2.0 if is_heading(last, "party") else 0.0


def share_of_parties(texts: Sequence[str]) -> float:
    """The share of texts that look like roles, teams or persons."""
    sample = [text for text in texts if text][:_SAMPLE]
    return sum(_is_party(text) for text in sample) / len(sample) if sample else 0.0


def _is_party(text: str) -> bool:
    head, _, note = text.partition("(")
    bare = head.strip() or text
    if note and words_of(bare) <= 2 and is_team(note.rstrip(" )")):  # noqa: PLR2004 - `Zoe (team lead)`
        return True
    return len(bare) > 1 and ((is_team(bare) and words_of(bare) <= _LONGEST_PARTY) or is_person(bare))


def _length(texts: Sequence[str]) -> float:
    sample = [text for text in texts if text][:_SAMPLE]
    return sum(words_of(text) for text in sample) / len(sample) if sample else 0.0


def _one_owner(found: Facts, body: Sequence[tuple[int, Sequence[int]]]) -> float:
    """The share of rows with exactly one A, less that of columns."""
    rows: list[int] = []
    columns: dict[int, int] = {}
    for y, places in body:
        owners = [x for x in places if found.kinds[y][x] in "LGW" and "A" in found.rows[y][x].text.upper()]
        rows.append(len(owners))
        for x in places:
            columns[x] = columns.get(x, 0) + (x in owners)
    if len(rows) < _FEWEST or len(columns) < _FEWEST:
        return 0.0
    return sum(number == 1 for number in rows) / len(rows) - sum(n == 1 for n in columns.values()) / len(columns)
