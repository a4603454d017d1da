"""HTML: spans, nested tables, Confluence and Google exports, and pages that are broken."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from raci_cli.errors import RaciError
from raci_cli.importers.html import read
from raci_cli.importers.records import Cell, Grid, Heading, Item, Listing, Paragraph


def grids(text: str) -> list[Grid]:
    return [block for block in read(text).blocks if isinstance(block, Grid)]


def only(text: str) -> list[list[str]]:
    (grid,) = grids(text)
    return [[cell.text for cell in row] for row in grid.rows]


def cell(markup: str) -> Cell:
    """What is read of a cell."""
    return grids(f"<table><tr><td>{markup}</td><td>x</td></tr></table>")[0].rows[0][0]


def test_a_table_has_headings_and_places() -> None:
    (grid,) = grids(
        "<h1>Plan</h1>\n<table>\n<thead>\n<tr><th>Task</th><th>Ana</th></tr>\n</thead>\n"
        "<tbody>\n<tr>\n<th>Kick-off</th>\n<td>A</td>\n</tr>\n</tbody>\n</table>"
    )
    assert (grid.name, grid.place, grid.headed) == ("table 1", "line 2", 1)
    assert grid.rows[0][0] == Cell("Task", "line 4, column 1", head=True)
    assert grid.rows[1] == (Cell("Kick-off", "line 7, column 1", head=True), Cell("A", "line 7, column 2"))


def test_rows_in_one_line_have_their_number_in_their_places() -> None:
    (grid,) = grids("\n<table><tr><td>a</td><td>A</td></tr><tr><td>b</td></tr></table>")
    assert [cell.place for cell in grid.rows[1]] == ["line 2, row 2, column 1", "line 2, row 2, column 2"]


def test_merged_cells_say_what_they_span() -> None:
    (grid,) = grids(
        "<table><thead><tr><th rowspan=2>Task<th colspan='2'>Team<tr><th>Ana<th>Bob</thead>"
        '<tr><td rowspan="0">a<td>A<td>R<tr><td>R<td>A</table>'
    )
    spans = [[(cell.text, cell.rows, cell.columns, cell.covered) for cell in row] for row in grid.rows]
    assert spans == [
        [("Task", 2, 1, False), ("Team", 1, 2, False), ("", 1, 1, True)],
        [("", 1, 1, True), ("Ana", 1, 1, False), ("Bob", 1, 1, False)],
        [("a", 2, 1, False), ("A", 1, 1, False), ("R", 1, 1, False)],
        [("", 1, 1, True), ("R", 1, 1, False), ("A", 1, 1, False)],
    ]
    assert grid.headed == 2


def test_what_spans_beyond_the_last_row_ends_there() -> None:
    (grid,) = grids("<table><tr><td>a<td rowspan=9>A<tr><td>b</table>")
    assert grid.rows[0][1].rows == 2
    assert [[cell.text for cell in row] for row in grid.rows] == [["a", "A"], ["b", ""]]


def test_an_inner_table_stands_apart() -> None:
    outer, inner = grids("<table><tr><td>a<td>b<table><tr><td>c<td>d</table>e<tr><td>f<td>g</table>")
    assert [[cell.text for cell in row] for row in outer.rows] == [["a", "be"], ["f", "g"]]
    assert [[cell.text for cell in row] for row in inner.rows] == [["c", "d"]]


def test_a_table_of_one_cell_is_a_frame() -> None:
    frame, inner = read("<table><tr><td><h1>Plan</h1><table><tr><td>a<td>A</table></table>").blocks
    assert frame == Paragraph("Plan", "line 1")
    assert isinstance(inner, Grid)


@pytest.mark.parametrize(
    "markup, text",
    [
        ("a<br>b<br/>c", "a\nb\nc"),
        ("<p>a</p><p>b</p>", "a\nb"),
        ("<ul><li>a</li><li>b</li></ul>", "a\nb"),
        ("a&nbsp;&amp;&nbsp;b", "a & b"),
        ("  a\n   b ", "a b"),
        ('<span>R</span><span class="vh">responsible</span><span>A</span>', "R A"),
        ("R<sup>1</sup>", "R"),
        ("R<sup>[2]</sup>, A<sup>*</sup>", "R, A"),
        ("m<sup>th</sup>", "mth"),
        ("<a href='x'>Kick-off</a>", "Kick-off"),
        ("<img src=x alt='a tick'>", "a tick"),
        ("<input type=checkbox checked>", "✓"),
        ("<input type=checkbox>", ""),
        ("<script>var a = '<td>'</script>A<style>td { }</style>", "A"),
        ("<!-- no -->A", "A"),
        ("a < b > c", "a < b > c"),
        ("&#99999999999999999999; &#x41;", "\ufffd A"),
        ('<span title="a > b">A</span>', "A"),
        ("<span title=it's>A</span> and it's B", "A and it's B"),
    ],
)
def test_a_cell_holds_what_people_see(markup: str, text: str) -> None:
    assert cell(markup).text == text


@pytest.mark.parametrize(
    "markup, text",
    [
        ('<ac:link><ri:user ri:username="ana"/></ac:link>', "ana"),
        ('<ac:link><ri:user ri:account-id="5f:1"></ri:user></ac:link>', "5f:1"),
        ('<ac:link><ri:page ri:content-title="Plan"/></ac:link>', "Plan"),
        (
            (
                '<ac:link><ri:page ri:content-title="Plan"/><ac:plain-text-link-body><![CDATA[our <plan>]]>'
                "</ac:plain-text-link-body></ac:link>"
            ),
            "our <plan>",
        ),
        (
            (
                '<ac:structured-macro ac:name="status" ac:schema-version="1"><ac:parameter ac:name="colour">Green'
                '</ac:parameter><ac:parameter ac:name="title">DONE</ac:parameter></ac:structured-macro>'
            ),
            "DONE",
        ),
        (
            (
                '<ac:structured-macro ac:name="info"><ac:parameter ac:name="title">no</ac:parameter>'
                "<ac:rich-text-body><p>yes</p></ac:rich-text-body></ac:structured-macro>"
            ),
            "yes",
        ),
        ('<ac:emoticon ac:name="tick"/>', "✓"),
        ('<ac:emoticon ac:name="blue-star" ac:emoji-fallback="✅"/>', "✅"),
        ('<img class="emoticon" alt="(tick)">', "✓"),
        ('<time datetime="2026-05-01"/>', "2026-05-01"),
        (
            (
                "<ac:task-list><ac:task><ac:task-id>3</ac:task-id><ac:task-status>incomplete</ac:task-status>"
                "<ac:task-body>do it</ac:task-body></ac:task></ac:task-list>"
            ),
            "do it",
        ),
        ("<ac:placeholder>type here</ac:placeholder>A", "A"),
    ],
)
def test_what_confluence_stores_is_read_as_it_is_shown(markup: str, text: str) -> None:
    assert cell(markup).text == text


@pytest.mark.parametrize(
    "markup, bold",
    [
        ("<b>A</b>", True),
        ("<p><strong>A</strong></p>", True),
        ('<span style="color:red; font-weight: 700">A</span>', True),
        ('<span style="font-weight:400">A</span>', False),
        ("<b>A</b> R", False),
        ("<b></b>", False),
    ],
)
def test_a_cell_is_bold_where_all_of_its_text_is(markup: str, bold: bool) -> None:
    assert cell(markup).bold is bold


def test_an_open_tag_in_a_cell_ends_with_the_cell() -> None:
    (grid,) = grids("<table><tr><td><b>a<td>A<tr><td>b<td>R")
    assert [[cell.bold for cell in row] for row in grid.rows] == [[True, False], [False, False]]


def test_headings_paragraphs_and_lists_are_read() -> None:
    page = "<title>no</title><h2>Our\n plan</h2><p>R = Responsible<br>A = Accountable\n"
    page += "<ul><li><b>a</b><ol><li>R: Ana</ol><li>b</ul>end"
    assert read(page).blocks == (
        Heading("Our plan", "line 1", 2),
        Paragraph("R = Responsible\nA = Accountable", "line 2"),
        Listing("line 3", (Item("a", "line 3", True, (Item("R: Ana", "line 3"),)), Item("b", "line 3"))),
        Paragraph("end", "line 3"),
    )


def test_text_between_rows_and_captions_are_not_lost() -> None:
    found = read("<table><caption>Who does what</caption><tr><td>a<td>A</table>").blocks
    assert Paragraph("Who does what", "line 1") in found


def test_rows_that_are_all_headings_are_no_headings() -> None:
    assert grids("<table><tr><th>a<th>b<tr><th>c<th>d</table>")[0].headed == 0


@pytest.mark.parametrize(
    "page, said",
    [
        ("<table>" * 40 + "<td>a", "line 1: tables stand in tables more than 30 deep"),
        ("<table><tr><td>a<td colspan=99999>b</table>", "line 1 has more than 2,000 columns"),
        ("<table>" + "<tr><td>a<td rowspan=9999 colspan=900>b" * 300, "more than 2,000 columns"),
        ("<table>" + "<tr><td>a<td>b" * 16_000, "line 1 has more than 30,000 cells"),
    ],
)
def test_a_page_that_is_no_matrix_is_refused(page: str, said: str) -> None:
    with pytest.raises(RaciError, match=said) as refused:
        read(page)
    assert refused.value.help


TAGS = [
    *("<table>", "</table>", "<tr>", "<td rowspan=2>", "<th colspan=3>", "</td>", "<ul>", "<li>", "</ul>", "<sup>"),
    *("</sup>", "1", "<h1>", "</h1>", "<b>", "</b>", "<ac:task>", "<ri:page ri:content-title='x'/>", "<ac:link>"),
    *("</ac:link>", "<!--", "<p", "<![CDATA[", "]]>", '"', "'", "=", ">", "<", "&#", "&amp;", "A", " ", "\n", "<br>"),
    *("<script>", "</script>", "<ac:structured-macro ac:name='status'>", "<ac:parameter ac:name='title'>"),
]


@given(st.lists(st.sampled_from(TAGS), max_size=60).map("".join))
def test_any_page_is_read_or_refused(page: str) -> None:
    with suppress(RaciError):
        assert read(page).format == "html"


@pytest.mark.parametrize(
    "cell, text",
    [
        ('R <span style="display: none">A <span>or</span> C</span>', "R"),
        ("R <em hidden>A</em>", "R"),
        ('R <span style="overflow: hidden ">A</span>', "R A"),
        ("R <span hidden/>A", "R A"),
        ("<s>A</s> R", "~~A~~ R"),
    ],
)
def test_what_a_page_hides_is_not_read(cell: str, text: str) -> None:
    source = f"<table><tr><th>Task</th><th>Ana</th></tr><tr><td>Build</td><td>{cell}</td></tr></table>"
    (grid,) = [block for block in read(source).blocks if isinstance(block, Grid)]
    assert grid.rows[1][1].text == text
