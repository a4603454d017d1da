"""Comments are what a parser passes over, and nothing else that begins with #."""

import re
import time

import pytest
from helpers import LIMITS, text_of

from raci_cli.document.comments import comments, without_comments
from raci_cli.document.nodes import compose
from raci_cli.document.source import Source

MARK = re.compile(r"(?<!\S)#mark(?P<name>\d)")


def found(text: str) -> list[str]:
    """The numbers of the marks that stand in comments."""
    tree = compose(Source("raci.yaml", text), LIMITS)
    return [match["name"] for match in comments(tree, MARK)]


@pytest.mark.parametrize(
    "text",
    [
        "#mark1",
        "#mark1\na: b\n",
        "a: b\n#mark1",
        "a: b #mark1\n",
        "a: b\n   \t#mark1\n",
        "a:  #mark1\n  b: c\n",
        "a: [b, #mark1\n  c]\n",
        "a: {b: c, #mark1\n  d: e}\n",
        "a:\n  - b #mark1\n  - c\n",
        "a: 'b' #mark1\r\nc: d\r\n",
        'a: "b" #mark1\n',
        "a: #mark1\n",
        "a: | #mark1\n  text\n",
        "a: >- #mark1\n  text\n",
        "a: |\n  text\n#mark1\nb: c\n",
        "a:\n  b: |\n    text\n  #mark1\n  c: d\n",
        "a:\n  b: |\n    text\n\n\n  #mark1\n  c: d\n",
        "a: |\n  text\n\n\n#mark1\n",
        "a: |+\n  text\n\n#mark1\nb: c\n",
        "a: |\n#mark1\nb: c\n",
        "a: plain\n  over lines\n#mark1\nb: c\n",
    ],
)
def test_a_comment_is_found(text: str) -> None:
    assert found(text) == ["1"]


@pytest.mark.parametrize(
    "text",
    [
        "a: '#mark1'\n",
        "a: ' #mark1'\n",
        'a: "b #mark1"\n',
        'a: "b\n  #mark1"\n',
        "a: 'b\n  #mark1\n  c'\n",
        "a: b#mark1\n",
        "a: |\n  #mark1\n",
        "a: |\n  text\n  #mark1\n  more\n",
        "a: >\n  text\n\n  #mark1\n",
        "a: |2\n  #mark1\n",
        "a: |-\n  text #mark1\n",
        "' #mark1': b\n",
        "a: b\u00a0#mark1\n",
        "a: [' #mark1', 'b\n #mark2']\n",
        "a: b\n",
        "",
    ],
)
def test_what_stands_in_a_text_is_no_comment(text: str) -> None:
    assert found(text) == []


def test_marks_come_in_order_and_with_their_place() -> None:
    text = text_of("""
        #mark1
        a: '#mark2'  #mark3
        b: |  #mark4
          #mark5
        # note #mark6 #mark7
        c: d
    """)
    assert found(text) == ["1", "3", "4", "6", "7"]
    tree = compose(Source("raci.yaml", text), LIMITS)
    assert [match.start() for match in comments(tree, MARK)][:2] == [0, text.index("#mark3")]


def test_a_byte_order_mark_does_not_shift_places() -> None:
    source = Source("raci.yaml", "a: '#mark1' #mark2\n", bom=True)
    assert [match["name"] for match in comments(compose(source, LIMITS), MARK)] == ["2"]


def test_tens_of_thousands_of_comments_and_texts_take_no_time() -> None:
    text = "".join(f"k{n}: '#mark1' #mark2\n" for n in range(40_000))
    before = time.process_time()
    assert len(found(text)) == 40_000
    assert time.process_time() - before < 5


@pytest.mark.parametrize(
    "text, left",
    [
        ("a: b\n", "a: b\n"),
        ("# one\n\n# two\na: b # three\n", "a: b\n"),
        ("a: b\n\n# one\n# two\n\nc: d\n# three\n", "a: b\n\nc: d\n"),
        ("a: b\n# one\n\nc: d\n", "a: b\n\nc: d\n"),
        ("a: b\n\n# one\nc: d", "a: b\n\nc: d"),
        ("a: b\n# one", "a: b"),
        ("a: [b, # one\n  c]\n", "a: [b,\n  c]\n"),
        ("a: '# b'  # one\r\n# two\r\nc: d\r\n", "a: '# b'\r\nc: d\r\n"),
        ("a: | # one\n  # text\n\n\n  b\n# two\n", "a: |\n  # text\n\n\n  b\n"),
        ("a: |+\n  text\n# one\n\nb: c # two\n", "a: |+\n  text\n#\n\nb: c #\n"),
        ("# yaml-language-server: $schema=x\n# one\na: b\n", "# yaml-language-server: $schema=x\na: b\n"),
    ],
)
def test_without_comments_the_values_and_the_lines_are_the_same(text: str, left: str) -> None:
    tree = compose(Source("raci.yaml", text), LIMITS)
    after = without_comments(tree, LIMITS)
    assert after.source.text == left
    assert after.data == tree.data
    assert without_comments(after, LIMITS).source.text == left
