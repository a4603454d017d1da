"""Letters of other alphabets in Latin ones, so that a name can become an id.

Cyrillic after BGN/PCGN 1947 (Russian) and Ukraine's system of 2010 (what Russian lacks), Greek after ELOT 743, without
apostrophes and rules for pairs of letters: an id has to be typed, not to be read back.
"""

# ruff: noqa: RUF001
import unicodedata

_LATIN = "ß ss ø o æ ae œ oe ł l đ d ð d þ th ı i ħ h ŧ t ŋ ng"
_CYRILLIC = (
    "а a б b в v г g д d е e ё e ж zh з z и i й y к k л l м m н n о o п p р r с s т t у u ф f х kh ц ts ч ch ш sh "
    "щ shch ъ - ы y ь - э e ю yu я ya і i ї i є ie ґ g ў u ј j љ lj њ nj ћ c ђ dj џ dz"
)
_GREEK = "α a β v γ g δ d ε e ζ z η i θ th ι i κ k λ l μ m ν n ξ x ο o π p ρ r σ s ς s τ t υ y φ f χ ch ψ ps ω o"
_WORDS = f"{_LATIN} {_CYRILLIC} {_GREEK}".split()
_TABLE = {ord(letter): "" if latin == "-" else latin for letter, latin in zip(_WORDS[::2], _WORDS[1::2], strict=True)}


def ascii_of(text: str) -> str:
    """The text in small ASCII letters, as far as they are known; what is not is left out."""
    small = unicodedata.normalize("NFKC", text.casefold()).translate(_TABLE)
    return unicodedata.normalize("NFKD", small).translate(_TABLE).encode("ascii", "ignore").decode()
