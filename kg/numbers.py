"""Numbers as English prints them: "4,500", "1.2 million", "twenty-five", "two and a half", "dozens", and their hedges.

The one place that reads them; what they count (percent, people, days) is told by those who ask.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal

from text_to_num import text2num

# The words before a number that say how it is meant, by their key in the approximation scheme.
HEDGES = {
    "about": (
        "about", "around", "roughly", "some", "approximately", "circa", "an estimated", "estimated", "close to",
        "in the region of", "something like",
    ),
    "less-than": (
        "nearly", "almost", "just under", "just below", "just short of", "just shy of", "a little under",
        "slightly under", "slightly less than", "a little less than", "well under", "less than", "fewer than", "under",
        "below", "not quite",
    ),
    "more-than": (
        "more than", "just over", "a little over", "slightly over", "well over", "over", "upwards of", "upward of",
        "slightly more than", "a little more than", "just above", "above", "in excess of", "exceeding", "greater than",
    ),
    "at-least": ("at least", "no less than", "not less than", "no fewer than", "not fewer than", "a minimum of"),
    "at-most": (
        "at most", "up to", "no more than", "not more than", "as much as", "as many as", "as long as", "a maximum of",
    ),
    "exactly": ("exactly", "precisely"),
}  # fmt: skip
# The words after it that do: "40 percent or more", "40-odd people".
AFTERS = {
    "or more": "at-least", "plus": "at-least", "or so": "about", "odd": "about", "or less": "at-most",
    "or fewer": "at-most", "at most": "at-most",
}  # fmt: skip

SCALES = {"hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}
UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety"
).split()
ROUND = {"dozen": 12, "score": 20, **SCALES}
_ABBREVIATIONS = {"k": 1_000, "m": 1_000_000, "mn": 1_000_000, "bn": 1_000_000_000}


LIMIT = Decimal(10) ** 15
"""Below this a figure in news counts something; what is longer is the number of an account, or a slip."""


def any_of(words: Iterable[str]) -> str:
    """Words in, a pattern for one of them out; the longest is tried first."""
    return "|".join(r"\s+".join(map(re.escape, word.split())) for word in sorted(words, key=len, reverse=True))


_SCALE, _UNIT = any_of(SCALES), any_of(UNITS)
HEDGE = any_of(word for words in HEDGES.values() for word in words)
AFTER = any_of(AFTERS)
# "11", "4,500", "1.2 million", "half a million", "twenty-five", "a hundred and ten", "two and a half"
NUMBER = (
    rf"(?:(?:\d{{1,3}}(?:,\d{{3}})+|\d+)(?:\.\d+)?(?:[\s-](?:{_SCALE})\b)?|half\sa\s(?:{_SCALE})\b"
    rf"|\b(?:a\s(?:{_SCALE})|{_UNIT})(?:(?:[\s-]|\sand\s)(?:{_UNIT}|{_SCALE}))*\b)"
    rf"(?:\sand\sa\shalf(?:\s(?:{_SCALE})\b)?)?"
)
# "two dozen", "half a dozen", "a dozen"
DOZEN = rf"\b(?:half[\s-]dozen\b|(?:half\sa|an?|{_UNIT}|\d+)\sdozen\b)"
# "dozens", "several hundred", "tens of thousands": no number, yet at least one of what they count in
VAGUE = (
    r"\b(?:(?:tens|hundreds|dozens|scores)\sof\s(?:thousands|millions|billions)|(?:many|several|a\sfew)\s"
    rf"(?:dozen|{_SCALE})|(?:many\s)?(?:dozens|scores|hundreds|thousands|millions|billions))\b"
)


def number(words: str) -> Decimal | None:
    """ "4,500", "1.2 million", "3.4m", "half a dozen", "twenty-five", "two and a half" in, the number out.

    None for what is no number and for what is none that news tells (``LIMIT``).

    >>> number("one and a half million")
    Decimal('1500000.0')
    >>> number("thirty eleven") is None
    True
    """
    found = _read(words)
    return found if found is not None and found < LIMIT else None


def _read(words: str) -> Decimal | None:
    plain = re.sub(r"(?<=\d)-(?=[a-z])", " ", " ".join(words.lower().split()).replace(",", ""))
    if plain in ("half-dozen", "half dozen"):
        return Decimal(6)
    if plain.startswith("half a "):
        return Decimal(ROUND[plain.removeprefix("half a ")]) / 2
    if plain.endswith(" dozen"):
        count = _read(plain.removesuffix(" dozen"))
        return None if count is None else 12 * count
    whole, _, half_of = plain.partition(" and a half")
    half = Decimal("0.5") if whole != plain else Decimal(0)
    scale_after = SCALES.get(half_of.strip(), 1)
    digits = re.fullmatch(r"(\d+(?:\.\d+)?)\s?([a-z]*)", whole)
    if digits:
        scale = SCALES.get(digits[2]) or _ABBREVIATIONS.get(digits[2]) or 1
        return (Decimal(digits[1]) + half) * scale * scale_after
    if whole in ("a", "an"):
        return 1 + half
    try:
        return (Decimal(text2num(whole.removeprefix("a "), "en")) + half) * scale_after
    except ValueError:  # "thirty eleven" is no number
        return None


def least(words: str) -> Decimal:
    """ "dozens", "several hundred", "tens of thousands" in, what there are at least out.

    No more is made of the plural: "dozens" are at least 12, "hundreds" at least 100.

    >>> least("tens of thousands"), least("Dozens")
    (Decimal('10000'), Decimal('12'))
    """
    parts = [word.removesuffix("s") for word in words.lower().split()]
    known = {"ten": 10, **ROUND}
    found = Decimal(1)
    for part in parts:
        found *= known.get(part, 1)
    return found


def approximation(hedge: str | None, after: str | None = None) -> str:
    """The words before and after a number in, the key of the approximation scheme out.

    >>> approximation("more  than"), approximation(None, "or so"), approximation(None)
    ('more-than', 'about', 'exactly')
    """
    before = " ".join((hedge or "").lower().split())
    own = AFTERS.get(" ".join((after or "").lower().split()))
    return own or next((key for key, words in HEDGES.items() if before in words), "exactly")


def canonical(value: Decimal, places: int) -> Decimal:
    """Rounded, without trailing zeros or an exponent: 20, 66.67, 11.5."""
    return Decimal(format(round(value, places).normalize(), "f"))
