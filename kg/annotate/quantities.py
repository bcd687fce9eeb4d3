"""Shares and areas as news prints them: "nearly a fifth", "between 40 and 45 percent", "about 4,500 sq km", "swathes".

The rules read the text, not the tokens, so that they hold under any tokenisation and need no parser.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import zip_longest

from spacy.tokens import Doc

from kg.annotate.windows import windows
from kg.model import Amount, Span
from kg.numbers import AFTER, HEDGE, NUMBER, SCALES, UNITS, any_of, approximation, canonical, number

PARTS = {
    "half": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
    "ninth": 9, "tenth": 10, "twentieth": 20,
}  # fmt: skip
COUNTS = {"a": 1, **{word: count for count, word in enumerate(UNITS[:10])}}
# What an area's unit looks like, and the square kilometres in one.
AREAS = (
    (r"km2|km²|sq\.?[\s-]?km2?|square[\s-](?:kilomet(?:er|re)s?|km)", Decimal(1)),
    (r"sq\.?[\s-]mi(?:les?)?|square[\s-]miles?|mi2|mi²", Decimal("2.589988")),
    (r"hectares?|ha", Decimal("0.01")),
    (r"acres?", Decimal("0.00404686")),
)
# Of these a third is no share of anything held: "a third of an hour", "half the season", "half of 2024".
TIMES = (
    "time hour minute second day night week weekend month year decade century season quarter term life career match "
    "game race way distance size mile metre meter inch percent percentage point million billion cup pound dollar "
    "January February March April May June July August September October November December"
).split()
# A vague amount is taken where one of these, or a name, stands after it: "parts of the northern coast".
LANDS = (
    "territory territories land lands soil ground region regions province provinces city town towns village villages "
    "country state states district districts island islands coast coastline peninsula border area areas zone valley "
    "suburb suburbs capital continent north south east west northern southern eastern western delta desert highlands "
    "hills forest farmland front archipelago"
).split()


_ORDINAL = any_of(part for part in PARTS if part != "half")
_HEDGE = rf"(?:(?P<hedge>{HEDGE})\s+)?"
_HEDGE_TWO = _HEDGE.replace("hedge", "hedge_two")
_AFTER = rf"(?:\s+(?!plus|odd)(?P<after>{AFTER})\b)?"
# "11%", "11 percent", "eleven per cent", "11-percent"; not "11 percentage points"
_PERCENT = rf"{NUMBER}(?:\s?%|[\s-](?:per[\s-]?cent|pct)\b)(?!\s+points?)"
# "half", "a fifth", "one-third", "three quarters"
_SIDE = r"(?:(?:north|south|east|west)\w*\s)?"  # "the western half"
_FRACTION = (
    rf"\b(?:(?:a|one|the)[\s-]{_SIDE}(?:half|{_ORDINAL})|(?:{any_of(UNITS[2:10])})[\s-](?:{_ORDINAL})s|half)\b(?!-)"
)
# "one in five", "nine out of ten", "3 of every 4"
_RATIO = (
    rf"\b(?:{any_of(UNITS[1:10])}|\d)(?:\s+out\s+of|\s+in|\s+of(?=\s+(?:every|ten|10|100)\b))(?:\s+every)?\s+"
    rf"(?:{any_of(UNITS[2:13])}|a\s+hundred|\d{{1,3}})\b(?![.,]\d|%|-\w|\s+(?:per|{any_of(SCALES)}))"
)
_SHARE = rf"(?:{_PERCENT}|{_FRACTION})"
_UNIT = rf"(?:{'|'.join(unit for unit, _ in AREAS)})\b"
# "97 square miles", "97 of the enclave's 101 square miles"
_AREA = rf"{NUMBER}(?:\sof\s(?:the|its|their|[\w\s’'-]{{1,30}}[’']s)\s{NUMBER})?[\s-]?{_UNIT}"
_SIZE = r"(?:large|vast|big|huge|small|tiny|wide|broad|great|significant|substantial|sizeable|major|key|some|other)"
_PIECE = "part swathe swath chunk portion pocket stretch strip tract sliver section patch expanse slice".split()
# "parts", "vast swathes", "a narrow strip", "most", "almost all", "the bulk": always before "of"
_VAGUE = (
    rf"(?:(?:almost|nearly|virtually)\s+all|all|most|much|part|the\s+(?:vast\s+)?(?:majority|bulk|whole|rest|remainder)"
    rf"|a\s+(?:(?:{_SIZE}|narrow|thin)\s+)*(?:{any_of(_PIECE)})"
    rf"|(?:{_SIZE}\s+)*(?:{any_of(p + 's' for p in _PIECE)}|areas))"
)


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(r"(?<![\w.,/$€£−-])" + pattern, re.IGNORECASE)


_BETWEEN = _compiled(rf"between\s+{_HEDGE}(?P<low>{_SHARE}|{NUMBER})\s+and\s+{_HEDGE_TWO}(?P<high>{_SHARE})")
_TO = _compiled(rf"{_HEDGE}(?P<low>{_SHARE}|{NUMBER})(?:\s+to\s+|\s?[–—-]\s?){_HEDGE_TWO}(?P<high>{_SHARE})")
_ONE_PERCENT = _compiled(rf"{_HEDGE}(?P<value>{_PERCENT}){_AFTER}")
_ONE_FRACTION = _compiled(rf"{_HEDGE}(?P<value>{_FRACTION}){_AFTER}")
_ONE_RATIO = _compiled(rf"{_HEDGE}(?P<value>{_RATIO}){_AFTER}")
_AREAS_BETWEEN = _compiled(rf"(?:between\s+{_HEDGE}{NUMBER}\s+and|{NUMBER}(?:\s+to|\s?[–—-]))\s?{_AREA}")
_ONE_AREA = _compiled(rf"{_HEDGE}(?P<value>{_AREA}){_AFTER}")
# "from 61,000 square kilometres in 2031 to fewer than 9,000 today": the unit is said once
_SAME_UNIT = re.compile(
    rf"(?P<change>\b(?:to|from|with|against|and)\s+)(?:just\s+|only\s+)?{_HEDGE}(?P<value>{NUMBER})"
    r"(?=\s*(?:[.;,)](?!\d)|$)|\s+(?:in|at|by|on|today|now|last|the|a|this|earlier|and)\b)",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_SOME_LAND = re.compile(rf"\b(?P<value>{_VAGUE})(?=\s+of\b)", re.IGNORECASE)
# Where a share or an area may stand: at its unit, or at the part of a fraction.
_SIGN = re.compile(
    r"%|km|[Pp]er[\s-]?cent|pct|[Ss]quare|\bsq\b|mi[2²]|hectare|\bha\b|acre|[Hh]al(?:f|ves)\b"
    r"|\b(?:in|of)\s(?:every\s)?(?:[2-9]\b|\d\d\b|1\d{1,2}\b|t(?:wo|hree|en|welve)\b|f(?:our|ive)\b|s(?:ix|even)\b|eight\b"
    r"|nine\b|eleven\b|a\shundred\b)"
    r"|thirds?\b|quarters?\b|f(?:our|if)ths?\b|(?:six|seven|eigh|nin|ten|twentie)ths?\b"
)


def amounts(doc: Doc) -> tuple[Amount, ...]:
    """A Doc in, the shares, areas and vague amounts of land in its text out, in the order of the text.

    Percent stay percent and fractions become them, to two decimals at most (a third: 33.33); areas are in square
    kilometres, converted ones to whole ones from 10 up. Shares above 100 percent and changes ("-3%", "11 percentage
    points") are none; of a range of areas only the words are kept.
    """
    text = doc.text
    found: list[Amount] = []  # in order; no two of them meet
    for amount in _readings(text):
        at = bisect_left(found, amount.span, key=lambda earlier: earlier.span)
        if not any(amount.span.meets(beside.span) for beside in found[max(0, at - 1) : at + 1]):
            found.insert(at, amount)
    return tuple(found)


def _readings(text: str) -> Iterator[Amount]:
    """Every reading of the text, the one that says most first where two share words."""
    for start, end in windows(text, _SIGN, before=100, after=80):
        for pattern in (_BETWEEN, _TO):
            for match in pattern.finditer(text, start, end):
                yield from _share_range(match)
        for match in _AREAS_BETWEEN.finditer(text, start, end):
            yield _amount(text, *match.span(), "between")
        yield from _areas(_ONE_AREA.finditer(text, start, end))
        for match in _ONE_PERCENT.finditer(text, start, end):
            yield from _share(match)
        for match in _ONE_RATIO.finditer(text, start, end):
            if not _OF_TIME.match(text, match.end("value")):
                yield from _share(match)
        for match in _ONE_FRACTION.finditer(text, start, end):
            if _is_share(match):
                yield from _share(match)
    for match in _SOME_LAND.finditer(text):
        if _is_land(_around(text, *match.span())[1]):
            yield _amount(text, *match.span())


def _amount(text: str, start: int, end: int, meant: str = "exactly", **values: Decimal) -> Amount:
    return Amount(Span(start, end), text[start:end], approximation=meant, **values)


def _share_range(match: re.Match[str]) -> Iterator[Amount]:
    """ "between 40 and 45 percent", "a fifth to a quarter"; but "from 18 to 20 percent" is two shares."""
    text, low, high = match.string, _percent(match["low"]), _percent(match["high"])
    before = _around(text, *match.span())[0]
    changes = bool(re.search(r"(?<!anywhere )(?<!somewhere )(?<!ranging )\bfrom\s+$", before, re.IGNORECASE))
    if low is None or high is None or max(low, high) > 100 or not (low < high or changes):
        return
    if changes:
        yield _amount(text, match.start(), match.end("low"), approximation(match["hedge"]), percent=low)
        start = match.start("hedge_two") if match["hedge_two"] else match.start("high")
        yield _amount(text, start, match.end(), approximation(match["hedge_two"]), percent=high)
    elif low < high:
        yield _amount(text, *match.span(), "between", percent_min=low, percent_max=high)


def _share(match: re.Match[str]) -> Iterator[Amount]:
    """ "nearly a fifth", "about 11%", "40 percent or more"."""
    percent = _percent(match["value"])
    if percent is not None and percent <= 100:
        yield _hedged(match, percent=percent)


def _areas(matches: Iterable[re.Match[str]]) -> Iterator[Amount]:
    """ "about 4,500 square kilometers"; the same again in other units, "(1,700 square miles)", is passed over."""
    end, matches = 0, list(matches)
    for match, following in zip_longest(matches, matches[1:]):
        again = end and re.fullmatch(r"\s*(?:\(|,?\s*\bor\b)(?:\s*or\b)?\s*", match.string[end : match.start()])
        area = _square_kilometres(match["value"])
        if area is not None and not again:
            yield _hedged(match, area_km2=area)
            yield from _same_unit(match, following.start() if following is not None else match.endpos)
        end = match.end()


def _same_unit(area: re.Match[str], end: int) -> Iterator[Amount]:
    """ "to 90 square miles from 150 in July", "267 hectares, compared with 441 in May": the figures without a unit."""
    text, unit = area.string, re.sub(rf"^.*{NUMBER}[\s-]?", "", area["value"], flags=re.IGNORECASE)
    stop = re.compile(r"[.;!?](?!\d)").search(text, area.end(), end)
    compared = False
    for match in _SAME_UNIT.finditer(text, area.end(), stop.end() if stop else end):
        value = None if _YEAR.fullmatch(match["value"]) else _square_kilometres(f"{match['value']} {unit}")
        if value is not None and (compared or not match["change"].lower().startswith("and")):
            compared = True
            start = match.end("change") if match["hedge"] is None else match.start("hedge")
            yield _amount(text, start, match.end(), approximation(match["hedge"]), area_km2=value)


def _hedged(match: re.Match[str], **value: Decimal) -> Amount:
    """One value with the words before and after it that say how it is meant."""
    text, start, hedge = match.string, match.start(), match["hedge"]
    # "control over 20 percent": a preposition there, no hedge
    if hedge and hedge.lower() == "over" and _GOVERNED.search(_around(text, start, start)[0]):
        start, hedge = match.start("value"), None
    return _amount(text, start, match.end(), approximation(hedge, match["after"]), **value)


_GOVERNED = re.compile(
    r"\b(?:control|power|authority|sovereignty|rule|hold|grip|claims?|disputes?|jurisdiction)\s+$", re.IGNORECASE
)


def _around(text: str, start: int, end: int) -> tuple[str, str]:
    """What stands close before and after a stretch of the text; whole texts would make long ones slow."""
    return text[max(0, start - 60) : start], text[end : end + 60]


def _percent(words: str) -> Decimal | None:
    """ "11 percent", "eleven", "two-thirds", "one in five" in, percent out; None where it is no number."""
    parts = re.split(r"[\s-]+", words.lower())
    if "in" in parts or "of" in parts:
        least, most = number(parts[0]), number("a hundred" if parts[-1] == "hundred" else parts[-1])
        return canonical(100 * least / most, places=2) if least and most and least < most else None
    part = PARTS.get(parts[-1].removesuffix("s"))
    if part:
        return canonical(Decimal(100 * COUNTS.get(parts[0], 1)) / part, places=2)
    value = number(re.sub(r"(?:\s?%|[\s-](?:per[\s-]?cent|pct))$", "", words, flags=re.IGNORECASE))
    return None if value is None else canonical(value, places=4)


def _square_kilometres(words: str) -> Decimal | None:
    """ "4,500 square miles" in, square kilometres out."""
    for unit, factor in AREAS:
        match = re.fullmatch(rf"({NUMBER})(?:\sof\s.*)?[\s-]?(?:{unit})", words, re.IGNORECASE)
        value = number(match[1]) if match else None
        if value is not None:
            area = value * factor
            return canonical(area, places=2 if factor == 1 or area < 10 else 0)
    return None


# Words that go on after a share of something: "half of", "half its land", "two thirds were", "almost half in 2022".
_GOES_ON = re.compile(
    r"\s*(?:$|[.,;:!?)\]”\"’—–])|\s+(?:of|the|its|their|his|her|our|all|this|that|which|who|were|was|are|is|have|has|had|"
    r"in|by|to|from|since|while|when|as|after|before|and|or|but|according|with|at|on|for|remains?|belongs?)\b|\s+[A-Z]"
)
_STOPS = re.compile(r"\s*(?:$|[.;!?)])|\s+of\b")
_OF_TIME = re.compile(
    rf"\s+(?:of\s+)?(?:(?:an?|the|this|that|last|next|past|his|her|its|their|each|every|fiscal|current)\s+)*"
    rf"(?:(?:{any_of(TIMES)})s?\b|\d{{4}}\b)",
    re.IGNORECASE,
)
_OTHER_HALF = re.compile(
    r"\b(?:first|second|third|fourth|final|last|latter|next|past|previous|coming|in)\s+(?:the\s+)?$"
    rf"|\b(?:{any_of(UNITS[1:])}|{any_of(SCALES)})\s+and\s+$",
    re.IGNORECASE,
)


_OF_LAND = re.compile(
    r"\s+of\s+(?:(?:the|its|this|that)\s+(?:country|region|province|territory|city|island|land|capital|town)\b|it\b|[A-Z])"
)


def _is_share(match: re.Match[str]) -> bool:
    """True for "a third of the land", "almost half."; false for "a third time", "half an hour", "the second half"."""
    before, after = _around(match.string, match.start(), match.end("value"))
    parts = re.split(r"[\s-]+", match["value"].lower())
    if parts == ["a", "half"] and re.search(r"\w\s+and\s+$", before):  # "a year and a half"
        return False
    if _OF_TIME.match(after) or (not match["hedge"] and _OTHER_HALF.search(before)):
        return False
    if match["after"]:
        return True
    if parts[0] == "the":  # "the third of Osk that it holds", not "the third of three"
        return (parts[-1] != "half" or len(parts) > len(("the", "half"))) and bool(_OF_LAND.match(after))
    # "a third was wounded" counts people: alone, such a word is a share only before "of" or a full stop, or after "by"
    counts_one = parts[0] in ("a", "one") and parts[-1] != "half"
    if counts_one and not match["hedge"] and not re.search(r"\bby\s+$", before):
        return bool(_STOPS.match(after))
    return bool(_GOES_ON.match(after))


_LAND = re.compile(rf"\b(?:{any_of(LANDS)})\b")
_NAME = re.compile(r"\b(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)[A-Z][\w’'-]+")


def _is_land(after: str) -> bool:
    """True where what follows, " of the northern coast", " of Ostrava", is a place, as far as its words tell."""
    near = re.split(r"[.,;:!?()\n“”\"]", after, maxsplit=1)[0]
    words = " ".join(near.split()[1:7])
    names = (name for name in _NAME.findall(words) if not re.search(r"[’']s?$", name))
    return bool(_LAND.search(words) or next(names, None))
