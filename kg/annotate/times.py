"""Time expressions as news prints them: "Sunday", "late last year", "since the 2022 invasion", "within weeks".

The words are found in the text; the tense comes from the verb that governs them (``tense.py``). What days they stand
for is the business of grounding.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Doc

from kg.annotate.tense import AUXILIARIES, tense
from kg.annotate.windows import windows
from kg.model import Span, Time
from kg.numbers import NUMBER

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
_MONTH = rf"(?:{'|'.join(MONTHS)}" + (r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)")
_DAY = r"(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)"
_SHORT_DAY = r"(?:Mon|Tues?|Wed|Thur?s?|Fri|Sat|Sun)\b\.?"
_YEAR = r"(?:1[5-9]|20)\d\d\b"
_OF_YEAR = rf"(?:,?\s+(?:of\s+)?{_YEAR}|\s+(?:of\s+)?(?i:last|this|next)\s+year\b(?![’']))"
_DATE = r"\d{1,2}(?:st|nd|rd|th)?\b(?![.,]\d)"
_FULL_DATE = rf"(?:{_MONTH}\s+{_DATE}|{_DATE}\s+{_MONTH}\b){_OF_YEAR}?"
_PART = r"(?:\s+(?i:morning|afternoon|evening|night))?"
_UNIT = r"(?:minute|hour|day|week|fortnight|month|quarter|year|decade|centur(?:y|ie))"
_SEASON = r"(?i:spring|summer|autumn|winter)"
_COUNT = rf"(?:{NUMBER}|an?|several|many|a\s+few|few|a\s+couple\s+of)"
_COUNTED_UNIT = rf"{_COUNT}\s+{_UNIT}s?(?:\s+and\s+a\s+half)?(?:\s+or\s+(?:so|more))?"
_ORDINAL = r"(?i:the\s+(?:first|second|third|fourth|fifth|opening|last|final))"
_EDGE = r"(?:(?i:early|late|earlier|later|mid)[\s-])?"
_WHICH = r"(?i:this\s+past|this\s+coming|the\s+(?:past|previous|coming|following|next)|last|this|next|past)"
_THE_YEAR = r"(?i:the|this|last|next)\s+(?i:year)\b"
_FEAST = r"(?:Christmas(?:\s+(?:Day|Eve))?|New\s+Year[’']s\s+(?:Day|Eve)|Boxing\s+Day)\b"
_FUNCTION = (
    "when|that|which|and|or|but|as|after|before|with|to|in|by|for|from|on|at|because|if|while|than|the|a|an|his|her|its"
    "|their"
)
_THEN = rf"(?:{_UNIT}|weekend|morning|afternoon|evening|night|{_SEASON})(?![\w-])"

_OVER = re.compile(r"\b(?:from|after|since|following|during|over|in)\s+$", re.IGNORECASE)

# Tried in this order at every place of the text.
_KINDS = (
    rf"\b(?i:the\s+week\s+(?:of|beginning|starting)\s+){_FULL_DATE}",  # the week of January 13
    rf"\b{_MONTH}\s+\d{{1,2}}(?:\s?[–—-]\s?|\s+to\s+)\d{{1,2}}\b(?![.,:]\d){_OF_YEAR}?",  # May 14-16
    rf"\b{_MONTH}\s+\d{{1,2}}\s+and\s+\d{{1,2}}\b(?=[.,;:)](?!\d)|\s+(?:in|at|to|for|and|but)\b|\s*$)",  # May 3 and 4
    rf"\b\d{{1,2}}(?:\s?[–—-]\s?|\s+to\s+|\s+and\s+)\d{{1,2}}\s+{_MONTH}\b{_OF_YEAR}?",  # 14 to 16 May 2031
    rf"\b(?:(?:{_DAY}|{_SHORT_DAY}),?\s+)?{_MONTH}\s+{_DATE}{_OF_YEAR}?",  # Monday, March 17, 2025
    rf"\b(?:(?:{_DAY}|{_SHORT_DAY}),?\s+)?(?:(?i:the)\s+)?{_DATE}\s+(?:of\s+)?{_MONTH}\b{_OF_YEAR}?",  # 17 March
    r"(?<![\w-])\d{4}-\d\d-\d\d\b",  # 2025-03-17
    r"(?<![\w.,/$€£#-])(?:1[5-9]|20)\d\d[–-](?:(?:1[5-9]|20)\d\d|\d\d)\b(?![-–.,]?\d)",  # 2014-2018, 2014–18
    rf"\b(?:{_WHICH}\s+)?{_FEAST}{_OF_YEAR}?",  # New Year's Eve, last Christmas
    rf"\b{_ORDINAL}\s+{_DAY}\s+(?:of|in)\s+{_MONTH}{_OF_YEAR}?",  # the last Sunday of November
    # the first week of May, the first nine months of last year
    rf"\b{_ORDINAL}\s+(?i:(?:{_COUNT}\s+)?(?:day|week|month)s?\s+(?:of|in)\s+)"
    rf"(?:{_MONTH}\b{_OF_YEAR}?|{_YEAR}|{_THE_YEAR}|(?i:the|this|last|next)\s+(?i:month|quarter)\b)",
    rf"\b(?i:the\s+(?:first|second|latter)\s+half\s+of)\s+(?:{_YEAR}|{_THE_YEAR})",  # the first half of 2023
    rf"\b(?i:(?:the\s+)?(?:end|start|beginning|middle)\s+of)\s+(?:(?i:the|this|last|next|that|the\s+same)\s+(?i:week|month|year|decade)"
    rf"|{_MONTH}(?:\s+{_YEAR})?|{_YEAR})",  # the end of the month, the start of March
    rf"\b(?i:the\s+(?:first|second|third|fourth)\s+quarter)(?:\s+of\s+(?:{_YEAR}|{_THE_YEAR}))?",
    r"\b(?i:(?:first|second|third|fourth)-quarter)\b",  # first-quarter profit
    rf"\bQ[1-4](?:\s+(?:of\s+)?{_YEAR})?",
    rf"\b(?i:the\s+)?{_EDGE}(?:{_SEASON}|fall)\s+(?:of\s+)?(?:{_YEAR}|of\s+{_THE_YEAR})",  # the summer of 2023
    rf"\b(?:{_WHICH})\s+(?:{_SEASON}|(?i:fall)\b)",  # last winter
    rf"\b(?i:the)\s+{_SEASON}\b(?!\s+of\b)(?=\s+(?:months|{_FUNCTION})\b|\s*(?:[^\w\s-]|$))",  # in the spring
    rf"\b{_EDGE}{_MONTH}{_OF_YEAR}",  # late March 2025, March of next year
    r"\b(?i:(?:early|earlier|late|later)\s+(?:in|on)\s+(?:the|this)\s+(?:day|week|month|year|quarter|decade))\b",
    rf"\b{_DAY}{_PART}\s+(?:of\s+)?(?i:(?:last|this|next)\s+week)\b",  # Thursday last week
    rf"\b(?i:the\s+(?:past|last|next|coming)\s+{_UNIT}\s+and\s+a\s+half)\b",  # the past year and a half
    rf"\b{_EDGE}(?:{_WHICH})\s+"
    rf"(?:(?i:week|weekend|fortnight|month|year|quarter|decade|century|day|night)\b|{_MONTH}\b|{_DAY}\b{_PART})",
    rf"\b(?i:(?:within\s+)?(?:the\s+)?(?:past|last|next|coming|previous|following)\s+(?:{_COUNT}\s+)?{_UNIT}s)\b",
    rf"\b(?i:recent\s+{_UNIT}s)\b",  # in recent weeks
    rf"\b(?i:{_COUNTED_UNIT}\s+(?:ago|earlier|later|from\s+now))\b(?!\s+than\b)",  # two days ago
    rf"\b(?i:{_UNIT}s\s+(?:earlier|later))\b(?!\s+than\b)",  # hours later
    # the day before, a week after: another time that was named, where nothing follows to count from
    rf"\b(?i:(?:{_COUNT}|the)\s+{_UNIT}s?\s+(?:before|after))(?=\s*(?:[.,;:!?)”\"–—]|$))",
    # the same month a year earlier, the same quarter of 2030
    rf"\b(?i:the\s+same\s+(?:day|week|month|quarter)\s+(?:(?:a|one)\s+year\s+(?:earlier|ago|before)|last\s+year"
    rf"|(?:of|in)\s+{_YEAR}))",
    rf"\b(?i:(?:(?:earlier|later)\s+)?(?:that|the\s+same)\s+(?:same\s+)?){_THEN}",  # later that day, the same week
    rf"\b(?i:the\s+(?:following|previous|preceding|subsequent|next)\s+){_THEN}",  # the following summer
    rf"\b(?i:within\s+(?:{_COUNT}\s+|the\s+)?{_UNIT}s?)\b",  # within weeks
    rf"\b(?i:in\s+{_COUNTED_UNIT}(?:[’']?\s+time)?)\b(?!\s+of\b)",  # in two weeks, where it is still to come
    r"\b(?i:the\s+day\s+(?:before\s+yesterday|after\s+tomorrow))\b",
    r"\b(?i:the\s+weekend)\b",
    r"\b(?i:this\s+(?:morning|afternoon|evening)|tonight|today|overnight)\b",
    rf"\b(?i:yesterday|tomorrow)\b{_PART}",
    rf"\b(?:(?i:early|late|earlier|later)\s+(?:on\s+)?)?{_DAY}\b{_PART}",  # late Friday, Tuesday morning
    r"\b(?i:the\s+)?(?:(?i:early|late|mid)[\s-])?(?:1[5-9]|20)\d0s\b",  # the 1990s
    r"\b(?i:the\s+)?(?:(?i:early|late|mid)[\s-])?\d\d?(?:st|nd|rd|th)[\s-](?i:century)\b",  # the 19th century
    rf"\b(?i:early|late|mid)[\s-](?:{_MONTH}|{_YEAR}|{_SEASON}\b)",  # mid-March, early 2023
    rf"\b{_MONTH}(?!\w)",
    r"(?<![\w.,/$€£#-])(?:1[5-9]|20)\d\d\b",
)
_TIME = re.compile("|".join(_KINDS))
# Where an expression may stand: every one has one of these in it.
_SIGN = re.compile(
    rf"{_MONTH}|(?<!\w)(?:1[5-9]|20)\d\d|\bQ[1-4]|Christmas|Boxing|New Year|"
    r"(?:[Mm]on|[Tt]ues|[Ww]ednes|[Tt]hurs|[Ff]ri|[Ss]atur|[Ss]un)day|"
    r"(?i:\b(?:yesterday|today|tomorrow|tonight|overnight|minute|hour|day|week|fortnight|month|year|decade|centur|"
    r"quarter|night|morning|afternoon|evening|spring|summer|autumn|winter|fall))"
)

# "since 2022", "by Friday"; "since the 2022 invasion", "since taking office on Jan. 20" with words between
_LEAD = re.compile(
    r"\b(since|until|till|through|before|after|by|from|between|no\s+later\s+than|starting|beginning|effective)\s+"
    r"(?:about\s+|around\s+)?((?:midnight|noon|midday|dawn|dusk|[\d:]+\s?[ap]\.?m\.?)\s+)?(?:on\s+)?$",
    re.IGNORECASE,
)
# "two days after Sunday's vote", "a week before March 3", "the three months to September"
_SHIFT = re.compile(
    rf"\b(?:(?:{_COUNT}|the)\s+{_UNIT}s?\s+(?:before|after)|the\s+(?:{_COUNT}\s+)?{_UNIT}s?\s+(?:to|ended|ending))\s+$",
    re.IGNORECASE,
)
_NOUN = re.compile(r"\s+[a-z][\w-]*")
_SINCE = re.compile(r"\b(?=(since|until)\b)(?:since|until)\s+(?!further\s+notice)(?:[\w’'-]+\s+){1,8}$", re.IGNORECASE)
_NEAR = 100  # characters looked at on each side
_LEADS = {
    "till": "until", "through": "until", "between": "from", "no later than": "by", "starting": "from",
    "beginning": "from", "effective": "from",
}  # fmt: skip
_IN_COUNT = re.compile(rf"in\s+{_COUNT}\s.*", re.IGNORECASE)
_GOES_TO = re.compile(r"\s*(?:onwards?\b|(?:to|and|until|till|through|on|[–-])(?=\s|\d))", re.IGNORECASE)
_TAKES_EFFECT = re.compile(
    r"\b(?:appl(?:y|ies)|effect|force|effective|valid|available|begin\w*|starts?|starting|runs?|opens?|open|payable)\s+from\s+$",
    re.IGNORECASE,
)
_TO = re.compile(r"\s*(?:to|and|[–-])\s*", re.IGNORECASE)

# "Good Friday", "the Sunday Times"; "Resolution 1973", "2000 GMT", "2000 soldiers"; a person named June; "may"
_NAMED_DAY = re.compile(r"\b(?:Good|Black|Easter|Bloody|Super|Cyber|Ash|Palm|Holy|Maundy|Shrove|Giving)\s+$")
_EVERY = re.compile(r"\b(?:every|each|most)\s+(?:other\s+)?$", re.IGNORECASE)
_LASTS = re.compile(r"\b(?:to|will|would|can|could|may|might|must|should|not)\s+$")  # "is to last 45 days"
_PAPER = re.compile(
    r"\s+(?:Times|Telegraph|Mail|Mirror|Herald|Post|Star|Express|Tribune|Courier|Chronicle|Gazette|Journal|Observer|Review|"
    r"Independent|Standard|Record|News|Dispatch|World|Sun|Business|Sport|prayers?)\b"
)
_NUMBERED = re.compile(r"(?i:\b(?:resolution|article|flight|section|room|route|highway|agenda|vision|no\.|at)\s+$)")
_COUNTED = re.compile(r"\s*(?:%|(?:percent|GMT|UTC|hours)\b)|[.,/-]\d|\w")
_PLURAL = re.compile(r"\s+(?:[a-z]+\s+)?[a-z]{3,}s\b")
_BEFORE_MONTH = re.compile(
    r"(?i:\b(?:in|during|of|since|until|till|by|from|before|after|through|between|and|to|for|the|an?|its|his|her|their|our|[\w]+[’']s?)\s+$)"
)
_BEFORE_SEASON = re.compile(r"(?i:\b(?:in|during|by|until|till|since|before|after|over|through|throughout|for|of)\s+$)")
_BEFORE_FEAST = re.compile(r"(?i:\b(?:by|before|until|till|since|at|on|after|over|for|through|from|around|and)\s+$)")
_MARCHES = re.compile(r"\s+(?:on|for|to|against|past|through|of)\b")  # "the March for Bread"
_DETERMINED = re.compile(r"(?i:\b(?:the|an?|its|his|her|their|our|\w+[’']s?)\s+$)")
_IN = re.compile(r"(?i:\b(?:in|during|since|until|till|last|next|this)\s+$)")
_BEFORE_YEAR = re.compile(
    r"(?i:\b(?:in|during|of|since|until|till|by|from|before|after|through|between|and|to|the|its|below|above|than|over)\s+$)"
)


def times(doc: Doc) -> tuple[Time, ...]:
    """A tagged Doc with heads in, its time expressions out, in the order of the text.

    The word that changes the meaning ("since", "by") is part of the words; prepositions that do not ("on", "in") are
    not. Of "from March 3 to March 9" the first has the relation "from", the second "until".
    """
    return tuple(_found(doc))


def _found(doc: Doc) -> Iterator[Time]:
    text, earlier = doc.text, None
    for match in _matches(text):
        start, relation = _relation(match, earlier)
        span = Span(start, _end(match, start))
        time = Time(span, span.of(text), _tense(doc, match, relation), relation)
        # "in two weeks" names a day where it is still to come; "the third attack in two weeks" counts back
        if _IN_COUNT.fullmatch(match[0]) and not _is_to_come(doc, time):
            continue
        yield time
        earlier = time


def _is_to_come(doc: Doc, time: Time) -> bool:
    """ "will end in two weeks", "ends in two weeks"; not "is the third attack in two weeks"."""
    span = doc.char_span(time.span.start, time.span.end, alignment_mode="expand")
    if time.tense != "present" or span is None:
        return time.tense == "future"
    verb = span.root.head
    return verb.tag_ in ("VBZ", "VBP") and verb.lower_ not in AUXILIARIES


def _matches(text: str) -> Iterator[re.Match[str]]:
    for start, end in windows(text, _SIGN, before=50, after=50):
        for match in _TIME.finditer(text, start, end):
            if not _names_no_day(match):
                yield match


def _names_no_day(match: re.Match[str]) -> bool:
    """True for "Good Friday", "the Sunday Times", "USA Today", "2000 soldiers", "Resolution 1973", "April Vell"."""
    words, text = match[0], match.string
    before, after = text[max(0, match.start() - _NEAR) : match.start()], text[match.end() : match.end() + _NEAR]
    if _EVERY.search(before) or (words.lower().startswith("last") and _LASTS.search(before)):
        return True
    if re.fullmatch(_DAY, words):
        return bool(_NAMED_DAY.search(before) or _PAPER.match(after))
    if re.fullmatch(_MONTH, words):
        if words == "March" and _MARCHES.match(after) and _DETERMINED.search(before):
            return True
        person = re.match(r"\s+[A-Z]", after) and not _IN.search(before)
        short = words.rstrip(".") not in MONTHS
        return bool(person or short) or not (_BEFORE_MONTH.search(before) or after.startswith(("’s", "'s")))
    if re.fullmatch(rf"the\s+{_SEASON}", words, re.IGNORECASE):
        return not _BEFORE_SEASON.search(before)
    if words == "Christmas":
        return not _BEFORE_FEAST.search(before) or bool(re.match(r"\s+\w", after))
    if words in ("Today", "TODAY"):
        return bool(re.search(r"\b[A-Z]\w+ $", before))
    if re.fullmatch(_YEAR, words):
        counted = _PLURAL.match(after) and not _BEFORE_YEAR.search(before)
        return bool(_NUMBERED.search(before) or _COUNTED.match(after) or counted)
    return False


def _relation(match: re.Match[str], earlier: Time | None) -> tuple[int, str]:
    """Where the expression starts with the word that leads to it, and that word."""
    text, start = match.string, match.start()
    before = text[max(0, start - _NEAR) : start]
    if earlier and earlier.relation == "from" and _TO.fullmatch(text[earlier.span.end : start]):
        return start, "until"
    since = list(_SINCE.finditer(before))
    if since and _dates_a_start(match, before):
        since_start = start - len(before) + since[-1].start()
        if earlier is None or earlier.span.end <= since_start:
            return since_start, since[-1][1].lower()
    shift = _SHIFT.search(before)
    if shift:
        return start - len(before) + shift.start(), ""
    lead = _LEAD.search(before)
    # "before Sunday's vote" is before the vote, on that day perhaps
    if lead is None or text.startswith(("’s", "'s"), match.end()):
        return start, ""
    words = " ".join(lead[1].lower().split())
    if lead[2] and words not in ("until", "till", "by", "no later than"):
        return start, ""  # "shortly after midnight Sunday" is that day
    word = _LEADS.get(words, words)
    if words in ("from", "between") and not _TAKES_EFFECT.search(before) and not _GOES_TO.match(text, match.end()):
        return start, ""  # "a report from Sunday"
    return start - len(before) + lead.start(), word


def _dates_a_start(match: re.Match[str], before: str) -> bool:
    """ "since the 2022 invasion", "since it invaded in 2022", "since a storm on Friday"; not "since he said Friday"."""
    day_alone = re.fullmatch(_DAY, match[0]) and not before.endswith(("on ", "last "))
    return not day_alone and not _LEAD.search(before)


def _end(match: re.Match[str], start: int) -> int:
    """Where the expression ends: with its noun in "since the 2022 invasion"."""
    text = match.string
    noun = _NOUN.match(text, match.end())
    between = text[start : match.start()]
    dates_noun = re.fullmatch(_YEAR, match[0]) and re.search(r"(?:\b(?:the|its|his|her|their)|[’']s)\s+$", between)
    return noun.end() if noun and dates_noun else match.end()


def _tense(doc: Doc, match: re.Match[str], relation: str) -> str:
    """The tense of the verb over the expression."""
    span = doc.char_span(*match.span(), alignment_mode="expand")
    if span is None or not len(span):
        return "past"
    inside = range(span.start, span.end)
    head = next((token for token in span if token.head.i not in inside or token.head.i == token.i), span[-1])
    found = tense(head, relation)
    # "tries to recover from Monday's debate", "there is damage over the weekend": what is dated has been
    text, start = match.string, match.start()
    dated = text.startswith(("’s", "'s"), match.end()) or match[0].lower() == "the weekend"
    over = dated and _OVER.search(text[max(0, start - _NEAR) : start])
    return "past" if over and found == "present" else found
