"""What names look like: the form in which two that a reader would take for one are the same."""

import re
import unicodedata

# Latin letters with a stroke or without a dot, which Unicode does not take apart.
_LATIN = str.maketrans({"\u0131": "i", "\u0142": "l", "\u00f8": "o", "\u0111": "d", "\u0127": "h", "\u0167": "t"})
# Small letters of the Cyrillic and Greek alphabets which, themselves or as capitals, look like a Latin one.
_CYRILLIC = str.maketrans(
    "\u0430\u0432\u0435\u043a\u043c\u043d\u043e\u0440\u0441\u0442\u0443\u0445\u0455\u0456\u0458\u04bb\u04cf\u0501\u051b\u051d",
    "abekmhopctyxsijhldqw",
)
_GREEK = str.maketrans(
    "\u03b1\u03b2\u03b5\u03b6\u03b7\u03b9\u03ba\u03bc\u03bd\u03bf\u03c1\u03c4\u03c5\u03c7", "abezhikmnoptyx"
)
_CONFUSABLE: dict[int, int | str] = {**_LATIN, **_CYRILLIC, **_GREEK}
# Accents, and characters that nobody sees.
_UNSEEN = dict.fromkeys(
    (
        *range(0x0300, 0x0370), 0x00AD, 0x061C, 0x180E, *range(0x200B, 0x2010), *range(0x202A, 0x202F),
        *range(0x2060, 0x2070), *range(0xFE00, 0xFE10), 0xFEFF,
    )
)  # fmt: skip
_WORD = r"[^\W\d_]+"
_ALPHABETS = {
    "Latin": "[a-zA-Z\u00c0-\u024f\u1e00-\u1eff]",
    "Greek": "[\u0370-\u03ff\u1f00-\u1fff]",
    "Cyrillic": "[\u0400-\u052f\u1c80-\u1c8f\ua640-\ua69f]",
}
_FIRST_GREEK = "\u0370"


def plain(name: str) -> str:
    """A name without widths, accents and what cannot be seen, with single spaces."""
    return " ".join(unicodedata.normalize("NFKD", name).translate(_UNSEEN).split())


def skeleton(letters: str) -> str:
    """The form that plain names share which look alike."""
    return letters.casefold().translate(_CONFUSABLE)


def mixed_alphabets(letters: str) -> list[str]:
    """The alphabets that a word of a plain name mixes, or nothing."""
    if not letters or max(letters) < _FIRST_GREEK:  # all that is below is Latin
        return []
    for word in re.findall(_WORD, letters):
        found = [name for name, letter in _ALPHABETS.items() if re.search(letter, word)]
        if len(found) > 1:
            return found
    return []
