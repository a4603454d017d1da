"""Texts that would act on a terminal, a build runner, a page, a spreadsheet or a template; and what judges an output.

Every output must show them and obey none of them.
"""

import re

TERMINAL = [
    "\x1b[31mred\x1b[0m",
    "\x1b]0;title\x07",
    "\x1b]8;;https://evil.example\x1b\\click\x1b]8;;\x1b\\",
    "\x1b[2J\x1b[H",
    "\x1bP$q\x1b\\",
    "\x9b31mC1 CSI",
    "\x9d0;C1 OSC\x9c",
    "\x85next line",
    "over\rwritten",
    "back\x08\x08space",
    "null\x00byte",
    "bell\x07",
    "delete\x7f",
    "tab\tand\x0bvertical\x0cform feed",
    "two\nlines",
    "windows\r\nlines",
]
INVISIBLE = [
    "user\u202etxt.exe",
    "\u202aembedded\u202c",
    "\u2066isolated\u2069",
    "mark\u200e\u200f\u061c",
    "zero\u200bwidth",
    "word\u2060joiner",
    "\ufeffmark of byte order",
    "soft\u00adhyphen",
    "line\u2028separator",
    "paragraph\u2029separator",
    "tag\U000e0041\U000e007f",
    "lone \ud800 surrogate",
    "\udcff",
    "hangul\u3164filler",
    "\u3164",
    "\u200b",
    "not a character \uffff",
]
RUNNERS = [
    "::error::you are fired",
    "::set-output name=x::1",
    "  ::add-mask::x",
    "::",
    "two\n::error file=a::b",
    "##[error]broken",
    "##[group]",
    "said ##[warning]x",
    "##vso[task.setvariable variable=x]1",
    "##VSO[task.complete]",
    "##teamcity[buildStatus text='x']",
    "###[error]###vso[a]####teamcity[b]",
    "#\u200b#[error]x",
]
MARKDOWN = [
    "[click](javascript:alert(1))",
    "[click](https://evil.example)",
    "![pixel](https://evil.example/p.png)",
    "a|b|c",
    "\\|a\\|b",
    "`code` ``code``",
    "``` \ncode\n```",
    "~~~",
    "<b>bold</b>",
    "<!-- comment -->",
    "<https://evil.example>",
    "https://evil.example",
    "www.evil.example",
    "mailto:a@evil.example",
    "@octocat",
    "(@octocat)",
    "#1",
    "octo/repo#12",
    "# heading",
    "---",
    "- item",
    "1. item",
    "> quote",
    "*bold* _em_ __strong__ ~~gone~~",
    "$x$ $$y$$",
    "[^1] [x]: y",
    "&lt;script&gt; &#x3c;",
    "trailing \\",
]
HTML = [
    "<script>alert(1)</script>",
    "</title><script>alert(1)</script>",
    "</style><img src=x onerror=alert(1)>",
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    '" onfocus="alert(1)" autofocus x="',
    "javascript:alert(1)",
    "<svg/onload=alert(1)>",
    "]]><script>x</script>",
]
CODE = [
    "=1+1",
    "+cmd|' /C calc'!A0",
    "{{7*7}}",
    "{% raw %}",
    "{# note #}",
    "${7*7}",
    "%s %(name)s {0} {x}",
    "[red]x[/red]",
    ":skull:",
    "[link=https://evil.example]x[/link]",
    "x[/]",
    "$(reboot) `reboot`; reboot",
    "../../etc/passwd",
]
SHAPES = [
    "x" * 5_000,
    "word " * 500,
    "漢" * 1_000,
    "e" + "\u0301" * 200,
    "👩\u200d👩\u200d👧",
    "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645",
    "   ",
    "-",
    "null",
    "'",
    '"',
]
HOSTILE = [*TERMINAL, *INVISIBLE, *RUNNERS, *MARKDOWN, *HTML, *CODE, *SHAPES]

# All but the line break, which ends the lines of an output.
ACTING = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffff"
    "\U000e0000-\U000e007f\ud800-\udfff]"
)
COMMAND = re.compile(r"(?i)##(\[|vso\[|teamcity\[)")


def acts(output: str) -> list[str]:
    """What in an output of several lines a terminal or a build runner would act on."""
    found = [ascii(hit) for hit in ACTING.findall(output)] + [hit[0] for hit in COMMAND.finditer(output)]
    return found + [line for line in output.split("\n") if line.strip().startswith("::")]
