"""How many people and things, and how long: "at least 12 villages", "dozens", "1.2 million", "30-day", "three weeks".

The rules read the text, not the tokens. A number counts something unless what stands around it makes it a date, a sum,
a measure, an age, a score or the number of a thing ("Flight 370").
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from decimal import Decimal

from kg.annotate.windows import windows
from kg.model import Quantity, Span
from kg.numbers import (
    AFTER,
    DOZEN,
    HEDGE,
    NUMBER,
    SCALES,
    UNITS,
    VAGUE,
    any_of,
    approximation,
    canonical,
    least,
    number,
)

# What a number of is no count: "11 dollars", "12 kilometers", "500 tonnes", "11 percent", "10 a.m.", "4 times".
MEASURES = (
    "percent per pct cent percentage dollar euro pound ruble rouble yuan yen franc rupee crown lira peso krona "
    "kilometer kilometre mile meter metre centimeter centimetre millimeter millimetre inch inche foot feet yard "
    "acre hectare square cubic sq km km2 km² cm mm kg lb ton tonne kilogram kilo gram ounce barrel liter litre "
    "gallon bushel megawatt kilowatt gigawatt volt hertz degree knot mph kph a.m p.m am pm o’clock o'clock gmt utc "
    "time fold point magnitude star storey story year minute hour day week fortnight month decade century "
    "centurie second"
).split()
# "one-sided", "30-year-old", "second-hand": what is joined to a number and not counted by it.
JOINED = "sided off time fold on up man woman star digit figure level term hand way out in old".split()
DURATIONS = "minute hour day week fortnight month year decade".split()
# What has a number for a name: "Article 5", "page 12", "aged 34", "a magnitude of 6", "No. 3".
NUMBERED = (
    "article page chapter verse line column phase stage level grade class category group room gate platform bus "
    "route road highway flight channel section clause paragraph number nos no version size episode season type "
    "building block floor pier lane aged age turned turns magnitude scale resolution protocol amendment exit box "
    "ranked ranking seed feet foot minus"
).split()
# Before a number a capital is a name's, "Boeing 737", unless it opens the sentence: "Only 12 came".
OPENERS = (
    "A An The These Those All Another Only Of In On At By With From For To As And But Or Nor Yet So Still Just Now "
    "Then After Before Since Until While When Where Among Its His Her Their Our My Every First Last Over Under Than "
    "That Which Who If Though Although Because Police Officials Rebels Troops Monday Tuesday Wednesday Thursday Friday "
    "Saturday Sunday"
).split()
# "one of the brothers", "one another", "one day", "no one has", "the one that": nothing is counted.
ONE = (
    "of another by day thing way time side hand more and or is was has had could can may might must would will who "
    "that which to in at on as"
).split()
# No thing that is counted: needed where a range may be a score, "2-1 at home".
FUNCTION = (
    "at in on to by from for with and or but as of over against after before when while who that which is was the a an"
).split()

# "3.4m passengers", but "3.4m high"
_MILLIONS = r"(?:(?<=\d)(?:m|mn|bn|k)\b(?=\s+[a-z])(?!\s+(?:high|wide|deep|tall|long|of|above)\b))?"
_ONE = rf"(?:{VAGUE}|{DOZEN}|{NUMBER}{_MILLIONS})"
_NEAR = rf"(?:(?:\s+(?!plus|odd)|-(?=plus|odd))(?P<after>{AFTER})\b)?"
_HEDGED = rf"(?<![\w.,:/$€£¥#−-])(?:(?P<between>between)\s+)?(?:(?P<hedge>{HEDGE})\s+)?"
_QUANTITY = re.compile(
    rf"{_HEDGED}"
    rf"(?:(?P<low>{_ONE})"
    rf"(?(between)\s+and\s+|(?:\s+(?:to|or)\s+|(?<=\d)\s?[–—-]\s?(?=\d)))(?P<high>{_ONE})|(?P<value>{_ONE}))"
    rf"(?![\w/]|[.,:]\d){_NEAR}",
    re.IGNORECASE,
)
_UNIT = rf"(?P<unit>{any_of(DURATIONS)})"
_PERCENT = re.compile(r"(?:\s?%|[\s-](?:per[\s-]?cent|pct)\b)(?!\s+points?)", re.IGNORECASE)
_NOT_OLD = r"(?![\s-]+(?:olds?|of\s+age)\b)"
_LASTS = re.compile(rf"[\s-]{_UNIT}s?\b(?P<half>\s+and\s+a\s+half\b)?(?:-?long\b)?{_NOT_OLD}{_NEAR}", re.IGNORECASE)
# "for a week", "nearly a decade", "an hour and a half", "half an hour", "a quarter of an hour"; "a week-long strike"
_AN_HOUR = re.compile(
    rf"{_HEDGED}(?:(?P<part>half|an?\s+quarter\s+of|three\s+quarters\s+of)\s+)?an?\s+{_UNIT}"
    rf"(?P<half>\s+and\s+a\s+half\b)?(?![\w-])",
    re.IGNORECASE,
)
_HOUR_LONG = re.compile(rf"(?<![\w-])(?:(?P<part>half)-{_UNIT}(?:-long)?|(?P<whole>{any_of(DURATIONS)})-?long)\b", re.I)
_PARTS = {"half": Decimal("0.5"), "a": Decimal("0.25"), "three": Decimal("0.75")}
_LASTING = re.compile(
    r"\b(?:for|last(?:s|ed|ing)?|takes?|took|taken|taking|spends?|spent|served?|serving|jailed|than|another)\s+$", re.I
)
_SIGN = re.compile(
    rf"\d|\b(?:{any_of([*UNITS, 'dozen', 'dozens', 'scores', *SCALES])}|{any_of(f'{scale}s' for scale in SCALES)})\b"
    rf"|\ban?\s(?:{any_of(DURATIONS)})\b|\bhalf-|long\b",
    re.IGNORECASE,
)
_UNCOUNTED = re.compile(
    r"\s(?-i:(?:[A-Z]\w+\s){1,3})(?:street|road|avenue|lane|drive|square|boulevard)\b|"  # "at 14 Mill Street"
    rf"\s?[%°]|[\s-]?(?:of\s+)?(?:{any_of(MEASURES)})s?\b(?!’s|'s)|-(?:{any_of(JOINED)})\b"
    r"|[\s-](?:\w*(?:ir|r|f|x|n|h)ths?|hal(?:f|ves)|firsts?|seconds?|thirds?|quarters?)\b",
    re.IGNORECASE,
)
_LABEL = re.compile(rf"\b(?:{any_of(NUMBERED)})\.?\s+(?:of\s+)?$", re.IGNORECASE)
_NAME = re.compile(r"\b([A-Z][\w’'-]*)\.?\s+$")
_OPENS = re.compile(r"(?:^|[.!?:;“”\"‘(–—]|\n|\s-)\s*$")
# "Ana Vell, 34," "she is 34."; "people under 30"
_AGED = re.compile(r"(?:,\s+|\(|\b(?:who|he|she|i)\s?(?:is|was|’s|'s|’m|'m)\s+(?:now\s+)?)$", re.IGNORECASE)
_ENDS = re.compile(r"\s?[,;).―—–]|\s+(?:and|when|but)\b")
_WHOSE_AGE = re.compile(
    r"\b(?:people|those|anyone|everyone|everybody|children|adults|men|women|boys|girls|kids|voters|citizens|residents)\s+$"
)
_YEAR = re.compile(r"1[5-9]\d\d|20\d\d")
_THINGS = re.compile(r"\s+(?:[a-z-]+\s+){0,2}?[a-z-]{2,}s\b")
_NOUN = re.compile(rf"(?:\s+|-)(?!(?:{any_of(FUNCTION)})\b)[a-zA-Z]")
_OF_OR_MORE = re.compile(r"\s+(?:of|more)\b")
_ONE_OF = re.compile(
    rf"\s+(?:{any_of(ONE)})\b|\s+\w+\s+(?:and|or|to|after|from)\s+(?:another|the\s+other)\b|\s*(?:[^\w\s]|$)",
    re.IGNORECASE,
)
_HEDGE_AFTER = re.compile(rf"\s+[a-z-]+\s+(?!plus|odd)(?P<after>{AFTER})\b", re.IGNORECASE)  # "14 witnesses or more"


def counts(text: str, taken: Iterable[Span] = ()) -> tuple[Quantity, ...]:
    """A text in, the counts and durations in it out, in order; none in a stretch that is something else already.

    What is taken are shares and areas ("two thirds", "300 hectares") and times ("two days ago"). A range whose ends are
    given with "from" ("from 30 to 40") is two counts.
    """
    closed = sorted(taken)
    starts = [span.start for span in closed]
    found: list[Quantity] = []
    for one in _readings(text):
        near = closed[max(0, bisect_left(starts, one.span.start) - 1) : bisect_left(starts, one.span.end)]
        if not any(one.span.meets(other) for other in [*near, *(last.span for last in found[-1:])]):
            found.append(one)
    return tuple(found)


def _readings(text: str) -> Iterator[Quantity]:
    """Every reading in the order of the text, the longer first."""
    for start, end in windows(text, _SIGN, before=40, after=60):
        near = [one for match in _QUANTITY.finditer(text, start, end) for one in _number(match)]
        near += [one for match in _AN_HOUR.finditer(text, start, end) for one in _an_hour(match)]
        near += [_hour_long(match) for match in _HOUR_LONG.finditer(text, start, end)]
        yield from sorted(near, key=lambda one: (one.span.start, -one.span.end))


def _number(match: re.Match[str]) -> Iterator[Quantity]:
    """ "at least 40", "10 to 15", "dozens", "three weeks", "30-day"."""
    text, last = match.string, match.end()
    values = _values(match)
    if not values:
        return
    before, after = text[max(0, match.start() - 60) : match.start()], text[last : last + 60]
    lasts, percent = _LASTS.match(text, last), _PERCENT.match(text, last)
    if lasts:
        if match["hedge"] and match["hedge"].lower() == "over" and not _LASTING.search(before):
            match = _QUANTITY.match(text, match.start("value") if match["value"] else match.start("low")) or match
        if not (match[0].lower() == "one" and lasts["unit"] == "day" and not _LASTING.search(before)):
            yield _quantity(match, values, lasts["unit"].lower(), lasts)
    elif percent:
        yield _quantity(match, values, "percent", percent)
    elif any(value % 1 for value in values) or _UNCOUNTED.match(after) or not _is_count(match, before, after):
        return
    elif len(values) == 2 and re.search(r"\bfrom\s+$", before, re.IGNORECASE):
        for group, value in zip(("low", "high"), values, strict=True):
            yield Quantity(Span(*match.span(group)), match[group], number=value)
    else:
        yield _quantity(match, values, "count", None if match["after"] else _HEDGE_AFTER.match(text, last))


def _quantity(match: re.Match[str], values: list[Decimal], unit: str, rest: re.Match[str] | None) -> Quantity:
    """The quantity of a match; ``rest`` is what stands behind the number: its unit, or a noun with a hedge after it."""
    groups = rest.groupdict() if rest else {}
    start = match.start() if len(values) == 2 else match.start("hedge" if match["hedge"] else "value")
    span = Span(start, rest.end() if rest else match.end())
    words = span.of(match.string)
    if len(values) == 2:
        low, high = values
        return Quantity(span, words, unit, number_min=low, number_max=high, approximation="between")
    value = values[0] + (Decimal("0.5") if groups.get("half") else 0)
    meant = approximation(match["hedge"], match["after"] or groups.get("after"))
    if meant == "exactly" and re.fullmatch(VAGUE, match["value"], re.IGNORECASE):
        meant = "at-least"
    return Quantity(span, words, unit, canonical(value, places=4), approximation=meant)


def _values(match: re.Match[str]) -> list[Decimal]:
    """The number, or both ends of a range; none where they are no numbers or no range ("won 2-1")."""
    if match["value"]:
        value = _value(match["value"])
        return [] if value is None else [value]
    low, high = _value(match["low"]), _value(match["high"])
    if low is None or high is None:
        return []
    scale = re.search(rf"\b({any_of(SCALES)})$", match["high"], re.IGNORECASE)
    if scale and low < 1000 and not re.search(rf"\b(?:{any_of(SCALES)})$", match["low"], re.IGNORECASE):
        low *= SCALES[scale[1].lower()]  # "two to three million"
    return [low, high] if low < high else []


def _value(words: str) -> Decimal | None:
    value = least(words) if re.fullmatch(VAGUE, words, re.IGNORECASE) else number(words)
    return None if value is None else canonical(value, places=4)


def _is_count(match: re.Match[str], before: str, after: str) -> bool:
    """True for "12 villages", "Two were killed"; false for "Flight 370", "in 1921", "the woman, 34,", "one another"."""
    words = (match["value"] or match["low"]).lower()
    if words == "one" and not match["hedge"]:
        return not match["high"] and not _ONE_OF.match(after) and not before.lower().endswith(("no ", "the ", "-"))
    if words == "scores" or words.startswith("scores of"):
        return bool(_OF_OR_MORE.match(after)) or words != "scores"
    if match["high"]:
        joined = match.string[match.end("low") : match.start("high")]
        return bool(match["hedge"] or joined.strip().isalpha() or _NOUN.match(after))
    if match["hedge"]:
        limits = match["hedge"].lower() in ("under", "over", "below", "above")
        return not (limits and (_WHOSE_AGE.search(before) or _YEAR.fullmatch(words)))
    name = _NAME.search(before)
    if name and name[1] not in OPENERS:
        opens = _OPENS.search(before[: name.start()])  # "Had three husbands"; not "Boeing 737 jets"
        if not opens or (words[0].isdigit() and not _THINGS.match(after)):
            return False
    if _LABEL.search(before) or (_AGED.search(before) and _ENDS.match(after)):
        return False
    if not words[0].isdigit():
        return match["value"][0].islower() or bool(_OPENS.search(before))  # "the Group of Seven"
    return not _YEAR.fullmatch(words) or bool(_THINGS.match(after))


def _an_hour(match: re.Match[str]) -> Iterator[Quantity]:
    """ "for a week", "nearly a decade", "an hour and a half", "a quarter of an hour"; not "twice a day"."""
    before = match.string[max(0, match.start() - 30) : match.start()]
    if match["part"] or match["half"] or match["hedge"] or _LASTING.search(before):
        value = _PARTS[match["part"].split()[0].lower()] if match["part"] else Decimal(1)
        value += Decimal("0.5") if match["half"] else 0
        start, hedge = match.start(), match["hedge"]
        if hedge and hedge.lower() == "over" and not _LASTING.search(before):
            start, hedge = match.end("hedge") + 1, None  # "over a decade": in the course of it
        span = Span(start, match.end())
        yield Quantity(span, span.of(match.string), match["unit"].lower(), value, approximation=approximation(hedge))


def _hour_long(match: re.Match[str]) -> Quantity:
    """ "a week-long strike", "a half-hour talk"."""
    unit, value = (match["whole"], Decimal(1)) if match["whole"] else (match["unit"], Decimal("0.5"))
    return Quantity(Span(*match.span()), match[0], unit.lower(), value)
