"""One matrix, laid out in many ways and saved in many formats, is read as the same letters."""

import csv
import html
import io
import itertools
from collections.abc import Callable
from pathlib import Path

import pytest
from helpers import data_of
from importers.test_samples import names_of, steps_of
from xlsxwriter import Workbook

from raci_cli.cli import main

Rows = list[list[str]]
Letters = dict[str, dict[str, str]]

MATRICES: dict[str, Letters] = {
    "orchestra": {
        "Choose the programme": {"Conductor": "A", "Players": "C", "Box office": "I"},
        "Rehearse": {"Conductor": "AR", "Players": "R"},
        "Sell the seats": {"Conductor": "I", "Box office": "AR", "Hall": "C"},
        "Open the doors": {"Box office": "I", "Hall": "AR"},
        "Play": {"Conductor": "A", "Players": "R", "Hall": "I"},
    },
    "vineyard": {
        "Prune the rows": {"Ada Winter": "A", "Bo Lindt": "R"},
        "Spray": {"Ada Winter": "C", "Bo Lindt": "I", "Cleo Marsh": "AR"},
        "Pick": {"Ada Winter": "A", "Bo Lindt": "R", "Cleo Marsh": "R"},
        "Bottle": {"Ada Winter": "I", "Cleo Marsh": "A", "Dov Stein": "R"},
    },
}
WORDS = {"R": "Responsible", "A": "Accountable", "C": "Consulted", "I": "Informed"}


def parties(letters: Letters) -> list[str]:
    return list(dict.fromkeys(party for held in letters.values() for party in held))


def steps_down(letters: Letters) -> Rows:
    columns = parties(letters)
    return [["Task", *columns]] + [
        [step, *("/".join(held.get(party, "")) for party in columns)] for step, held in letters.items()
    ]


def parties_down(letters: Letters) -> Rows:
    rows = [list(column) for column in zip(*steps_down(letters), strict=True)]
    return [["Role", *rows[0][1:]], *rows[1:]]


def with_columns_beside(letters: Letters) -> Rows:
    head, *body = steps_down(letters)
    return [["No", *head, "Comment"]] + [[str(number), *row, "as ever"] for number, row in enumerate(body, 1)]


def with_a_phase(letters: Letters) -> Rows:
    head, *body = steps_down(letters)
    return [["Phase", *head]] + [["First" if number < 2 else "Then", *row] for number, row in enumerate(body)]


def names_in_cells(letters: Letters) -> Rows:
    return [["Activity", *WORDS.values()]] + [
        [step, *(", ".join(party for party in held if letter in held[party]) for letter in WORDS)]
        for step, held in letters.items()
    ]


def a_letter_a_row(letters: Letters) -> Rows:
    return [["Task", "Role", "RACI"]] + [
        [step, party, "/".join(held[party])] for step, held in letters.items() for party in held
    ]


def words_in_cells(letters: Letters) -> Rows:
    head, *body = steps_down(letters)
    return [head] + [[row[0], *(", ".join(WORDS[one] for one in cell.split("/") if one) for cell in row[1:])]
                     for row in body]  # fmt: skip


def written(change: Callable[[str], str]) -> Callable[[Letters], Rows]:
    """Steps down, each cell as it is written elsewhere."""

    def rows(letters: Letters) -> Rows:
        head, *body = steps_down(letters)
        return [head, *([row[0], *map(change, row[1:])] for row in body)]

    return rows


def with_sections(letters: Letters) -> Rows:
    head, *body = steps_down(letters)
    nothing = [""] * (len(head) - 1)
    return [head, ["First", *nothing], *body[:2], ["Then", *nothing], *body[2:]]


def separated(rows: Rows, separator: str) -> bytes:
    made = io.StringIO()
    csv.writer(made, delimiter=separator).writerows(rows)
    return made.getvalue().encode()


def markdown(rows: Rows) -> bytes:
    head, *body = [f"| {' | '.join(row)} |" for row in rows]
    return "\n".join(["# RACI", "", head, "|---" * len(rows[0]) + "|", *body, ""]).encode()


def page(rows: Rows) -> bytes:
    lines = ["".join(f"<td>{html.escape(cell)}</td>" for cell in row) for row in rows]
    return f"<html><body><table>{''.join(f'<tr>{line}</tr>' for line in lines)}</table></body></html>".encode()


def workbook(rows: Rows) -> bytes:
    made = io.BytesIO()
    with Workbook(made, {"in_memory": True}) as book:
        sheet = book.add_worksheet("RACI")
        for y, row in enumerate(rows, 2):
            for x, cell in enumerate(row, 1):
                sheet.write_string(y, x, cell)
    return made.getvalue()


LAYOUTS: dict[str, Callable[[Letters], Rows]] = {
    "steps down": steps_down,
    "parties down": parties_down,
    "columns beside": with_columns_beside,
    "a phase": with_a_phase,
    "sections": with_sections,
    "names in cells": names_in_cells,
    "a letter a row": a_letter_a_row,
    "words in cells": words_in_cells,
    "glued": written(lambda cell: cell.replace("/", "")),
    "commas": written(lambda cell: cell.replace("/", ", ")),
    "small": written(str.lower),
    "brackets": written(lambda cell: f"({cell})" if cell else ""),
    "dashes": written(lambda cell: cell or "-"),
    "not applicable": written(lambda cell: cell or "N/A"),
    "blanks": written(lambda cell: f" {cell}  "),
    "full width": written(lambda cell: "".join(chr(ord(one) + 0xFEE0) if one.isalpha() else one for one in cell)),
    "noted": written(lambda cell: f"{cell} (mostly)" if cell else ""),
}
FORMATS: dict[str, Callable[[Rows], bytes]] = {
    "comma.csv": lambda rows: separated(rows, ","),
    "semicolon.csv": lambda rows: separated(rows, ";"),
    "tab.tsv": lambda rows: separated(rows, "\t"),
    "table.md": markdown,
    "page.html": page,
    "book.xlsx": workbook,
}
CASES = list(itertools.product(MATRICES, LAYOUTS, FORMATS))


@pytest.mark.parametrize("name, layout, file", CASES)
def test_the_letters_are_the_same(name: str, layout: str, file: str, capsys: pytest.CaptureFixture[str]) -> None:
    letters = MATRICES[name]
    Path(file).write_bytes(FORMATS[file](LAYOUTS[layout](letters)))
    assert main(["import", file]) == 0
    data = data_of(capsys.readouterr().out)
    found = {step.title: {party: set(held) for party, held in step.letters.items()} for step in steps_of(data)}
    assert found == {step: {party: set(held) for party, held in row.items()} for step, row in letters.items()}
    assert sorted(names_of(data).values()) == sorted(parties(letters))


def test_a_column_without_a_letter_is_a_party_all_the_same(capsys: pytest.CaptureFixture[str]) -> None:
    rows = [[*row, ""] for row in steps_down(MATRICES["orchestra"])]
    rows[0][-1] = "Sponsor"
    Path("matrix.csv").write_bytes(separated(rows, ","))
    assert main(["import", "matrix.csv"]) == 0
    assert "Sponsor" in names_of(data_of(capsys.readouterr().out)).values()
