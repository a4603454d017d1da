"""Whatever stands in a table, each of its cells is accounted for; letters come back as they were written."""

import string

from hypothesis import example, given, settings
from hypothesis import strategies as st
from matrices import letters, read, sheet

from raci_cli.errors import RaciError
from raci_cli.importers.lookups import is_nobody, normal
from raci_cli.importers.records import Document, Heading, Item, Listing, Matrix, Paragraph

WORDS = (
    " ; ;R;A;C;I;A/R;R (x);-;N/A;x;✓;TBD;Task;Role;Ana;Ben, Cleo;RACI;Responsible;Accountable (A);Phase 1;1;1.2 Plan;"
    "R = Responsible;**;(;[R;→;\n;А;＠;All;2-14;Ana (R);I think;S;D;Ana / Ben;\u202e;'=1;Legend"
)
ODD = st.sampled_from([word.strip(" ") for word in WORDS.split(";")])
CELLS = st.one_of(ODD, ODD, st.text(max_size=12))


def told(matrix: Matrix) -> str:
    """All text that a matrix tells, in comparable form."""
    texts = [matrix.title or "", *(f"{party.name} {party.title}" for party in matrix.parties)]
    for work in matrix.works:
        texts += [work.title, work.phase or "", *work.notes, work.status or "", work.due or ""]
    for reading in (*matrix.helped, *matrix.unread):
        texts.append(reading.text)
    texts += [f"{decision.what} {decision.value} {decision.why}" for decision in matrix.decisions]
    return " ".join(" ".join(texts).split())


@settings(max_examples=150, deadline=None)
@given(st.lists(st.lists(CELLS, min_size=1, max_size=6), min_size=1, max_size=8), st.integers(0, 2))
def test_any_table_is_read_or_refused(rows: list[list[str]], headed: int) -> None:
    grid = sheet(rows, min(headed, len(rows)))
    try:
        matrix = read(Document("csv", (grid,)))
    except RaciError:
        return
    assert all(0 <= place < len(matrix.parties) for work in matrix.works for place in work.roles)
    assert all(0 <= decision.confidence <= 1 for decision in matrix.decisions)
    assert all(reading.why for reading in (*matrix.helped, *matrix.unread))


@settings(max_examples=100, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(["T", "Step", "STAGE:"]), CELLS, CELLS, CELLS), min_size=1, max_size=6))
def test_no_cell_of_a_matrix_is_lost(drawn: list[tuple[str, ...]]) -> None:
    extra = [[f"{cells[0]} n{number}", *cells[1:]] for number, cells in enumerate(drawn)]
    rows = [["Task", "Ana", "Ben", "Remarks"], ["Plan", "A", "R", "soon"], ["Build", "R", "A", ""], *extra]
    try:
        matrix = read(Document("csv", (sheet(rows, headed=1),)))
    except RaciError:
        return
    text = told(matrix)
    for row in extra:
        for cell in row:
            bare = " ".join(cell.split())
            plain = all(part in "RACISDPVQOMH" for part in bare.replace("/", ""))  # these became roles
            known = is_nobody(cell) or plain or bare in ("Task", "Ana", "Ben", "Remarks", "Legend", "R = Responsible")
            assert known or bare in text or normal(bare) in normal(text[-150:]), (cell, text)


NAMES = st.lists(
    st.text(string.ascii_lowercase, min_size=3, max_size=8).map(lambda name: f"{name.capitalize()} Q{name}"),
    min_size=2, max_size=6, unique=True,
)  # fmt: skip
TITLES = st.lists(
    st.text(string.ascii_lowercase, min_size=4, max_size=12).map(lambda title: f"Prepare the {title}x for all"),
    min_size=3, max_size=8, unique=True,
)  # fmt: skip
SEPARATORS = st.sampled_from(["/", ", ", " / ", " & ", "\n", "", "+", " "])
NOBODY = st.sampled_from(["", "-", "—", "N/A"])


@settings(max_examples=60, deadline=None)
@given(NAMES, TITLES, SEPARATORS, NOBODY, st.booleans(), st.booleans(), st.data())
def test_letters_come_back(
    names: list[str], titles: list[str], separator: str, nobody: str, turned: bool, sections: bool, data: st.DataObject
) -> None:
    expected: dict[str, dict[str, str]] = {}
    rows = [["Task", *names]]
    for number, title in enumerate(titles):
        owner = data.draw(st.integers(0, len(names) - 1))
        held = {name: data.draw(st.sampled_from(["", "R", "C", "I", "RC"])) for name in names}
        held[names[owner]] = data.draw(st.sampled_from(["A", "RA"]))
        held[names[owner - 1]] = held[names[owner - 1]] or "R"
        expected[title] = {name: held[name] for name in names if held[name]}
        if sections and not turned and number in (0, 2):
            rows.append([f"STAGE {number}:", *[""] * len(names)])
        rows.append([title, *(separator.join(held[name]) or nobody for name in names)])
    if turned:
        rows = [list(row) for row in zip(*rows, strict=True)]
        rows[0][0] = "Role"
    matrix = read(rows)
    assert letters(matrix) == expected
    assert not matrix.unread
    if sections and not turned:
        assert [work.phase for work in matrix.works[:2]] == ["STAGE 0:", "STAGE 0:"]


TEXT = st.one_of(
    ODD, st.text(max_size=20), st.sampled_from(["R: Ana", "Ana (A/R), Ben (C)", "Plan: Ana (R)", "A - Ben"])
)
ITEMS = st.recursive(
    TEXT.map(lambda text: Item(text, "line 1")),
    lambda below: st.builds(
        lambda text, items: Item(text, "line 2", items=tuple(items)), TEXT, st.lists(below, max_size=3)
    ),
    max_leaves=6,
)
BLOCKS = st.one_of(
    st.builds(lambda text, level: Heading(text, "line 3", level), TEXT, st.integers(1, 6)),
    TEXT.map(lambda text: Paragraph(text, "line 4")),
    st.builds(lambda items: Listing("line 5", tuple(items)), st.lists(ITEMS, max_size=4)),
)


@settings(max_examples=100, deadline=None)
@given(st.lists(BLOCKS, max_size=6))
@example([Paragraph("R: Ana", "line 4"), Listing("line 5", (Item("**", "line 1"),))])
def test_any_list_is_read_or_refused(blocks: list[Heading | Paragraph | Listing]) -> None:
    try:
        matrix = read(Document("md", (Heading("RACI", "line 1", 1), *blocks)))
    except RaciError:
        return
    assert sum(len(roles) for work in matrix.works for roles in work.roles.values()) > 1
