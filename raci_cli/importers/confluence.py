"""Elements that show a text which they do not hold, or hold one which they do not show; most are Confluence's."""

import re

from raci_cli.importers.tags import Part, attributes

_ASIDE = frozenset(("ac:task-id", "ac:task-status", "ac:task-uuid", "ac:placeholder", "ac:image"))
_TICKS = {"tick": "✓", "(tick)": "✓", "cross": "✗", "(error)": "✗", "(cross)": "✗"}
# Classes of what is there for screen readers, which repeat in words what a letter or a picture says.
_READ_OUT = re.compile(r"(?<![\w-])(?:vh|sr-only|visually-hidden|visuallyhidden|screen-reader-text|assistive)(?![\w-])")
# What a page hides, in elements that stand within a cell: a hidden cell still has its column.
_HIDEABLE = frozenset(
    ("span", "div", "p", "b", "i", "em", "strong", "small", "sup", "sub", "font", "a", "del", "s", "u")
)
_HIDDEN = re.compile(r"(?i)display\s*:\s*none|visibility\s*:\s*hidden")
_HIDDEN_BY_NAME = re.compile(r"(?i)(?:\s|\A)hidden(?:[\s=/]|\Z)")
_VALUES = re.compile(r"\"[^\"]*\"|'[^']*'")
_CHECKED = re.compile(r"(?i)(?:\s|\A)checked(?:[\s=/]|\Z)")
# The first of these that an element has is what people see in its place.
_SHOWN = {
    "img": ("data-emoji-fallback", "alt"),
    "ac:emoticon": ("ac:emoji-fallback", "ac:name"),
    "ri:user": ("ri:username", "ri:account-id", "ri:userkey"),
    "ri:page": ("ri:content-title",),
    "ri:attachment": ("ri:filename",),
    "time": ("datetime",),
}


def stands_for(part: Part) -> str:
    """What people see in the place of an element that is a text by itself."""
    if part.tag == "input":
        return "✓" if "checkbox" in part.inside and _CHECKED.search(part.inside) else ""
    if part.tag not in _SHOWN or (part.tag == "time" and not part.inside.endswith("/")):
        return ""
    found = attributes(part.inside)
    text = next((found[name] for name in _SHOWN[part.tag] if found.get(name)), "")
    return _TICKS.get(text, text)


def aside(part: Part, macro: str) -> bool:
    """Whether an element holds what people do not see: what is read out only, settings but for a status' title."""
    if part.inside.endswith("/"):
        return False
    if part.tag == "ac:parameter":
        return macro != "status" or attributes(part.inside).get("ac:name") != "title"
    if part.tag in _HIDEABLE and (_HIDDEN.search(part.inside) or _HIDDEN_BY_NAME.search(_VALUES.sub("", part.inside))):
        return True
    return part.tag in _ASIDE or (part.tag == "span" and bool(_READ_OUT.search(part.inside)))
