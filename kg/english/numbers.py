"""Entities that rules find better than training: dates, times, shares, money, quantities, ordinals, numbers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from spacy.language import Language
from spacy.matcher import Matcher
from spacy.tokens import Doc, Span

WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
MONTHS = (
    "january february march april june july august september october november december "
    "jan. feb. mar. apr. jun. jul. aug. sep. sept. oct. nov. dec. jan feb mar apr jun jul aug sep sept oct nov dec"
).split()
PERIODS = [
    "day",
    "days",
    "week",
    "weeks",
    "month",
    "months",
    "year",
    "years",
    "weekend",
    "decade",
    "decades",
    "century",
]
CLOCK = ["hour", "hours", "minute", "minutes", "second", "seconds"]
UNITS = (
    "kilometers kilometres km miles meters metres hectares acres tons tonnes kilograms kg pounds feet inches barrels "
    "liters litres gallons megawatts km2 kilometer kilometre mile meter metre hectare acre ton tonne degrees"
).split()
CURRENCIES = "dollars euros pounds rubles roubles yuan yen francs cents dollar euro pound rupees crowns lira".split()
SCALES = ["hundred", "thousand", "million", "billion", "trillion", "m", "bn"]
ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth twentieth".split()
)
HEDGE: dict[str, Any] = {
    "LOWER": {"IN": ["about", "around", "nearly", "almost", "roughly", "some", "over", "under", "approximately"]},
    "OP": "?",
}
NUMBER: dict[str, Any] = {"LIKE_NUM": True}
SCALE: dict[str, Any] = {"LOWER": {"IN": SCALES}, "OP": "*"}
YEAR: dict[str, Any] = {"TEXT": {"REGEX": r"^(1[5-9]|20)\d\d$"}}
MONTH: dict[str, Any] = {"LOWER": {"IN": [*MONTHS, "may"]}, "SHAPE": {"REGEX": "^X"}}
DAY: dict[str, Any] = {"TEXT": {"REGEX": r"^([0-3]?\d)(st|nd|rd|th)?$"}}
COMMA: dict[str, Any] = {"TEXT": ",", "OP": "?"}
THE_WEEKDAY: dict[str, Any] = {"LOWER": {"IN": WEEKDAYS}}
TO: dict[str, Any] = {"LOWER": {"IN": ["-", "–", "to", "and", "until"]}}
AMBIGUOUS = ("may", "march", "mar", "dec", "jan")  # a month only where it is tagged as a name

PATTERNS: dict[str, list[list[dict[str, Any]]]] = {
    "DATE": [
        [
            {"LOWER": {"IN": ["last", "next", "this"]}, "OP": "?"},
            {"LOWER": {"IN": [*WEEKDAYS, "mon.", "tue.", "wed."]}},
        ],
        [THE_WEEKDAY, COMMA, MONTH, DAY],
        [THE_WEEKDAY, COMMA, MONTH, DAY, COMMA, YEAR],
        [THE_WEEKDAY, COMMA, DAY, MONTH, COMMA, {**YEAR, "OP": "?"}],
        [MONTH, DAY, COMMA, YEAR],
        [MONTH, DAY],
        [MONTH, DAY, TO, DAY],
        [MONTH, DAY, TO, DAY, COMMA, YEAR],
        [DAY, MONTH, COMMA, YEAR],
        [DAY, MONTH],
        [MONTH, COMMA, YEAR],
        [{"LOWER": {"IN": [m for m in MONTHS if m not in AMBIGUOUS]}, "IS_TITLE": True}],
        [{"LOWER": {"IN": [*AMBIGUOUS]}, "IS_TITLE": True, "TAG": "NNP"}],
        [{"LOWER": {"IN": ["early", "late", "mid"]}}, {"LOWER": {"IN": ["-"]}, "OP": "?"}, MONTH],
        [YEAR],
        [YEAR, {"TEXT": {"IN": ["-", "–", "/"]}}, {"TEXT": {"REGEX": r"^\d\d(\d\d)?$"}}],
        [YEAR, {"LOWER": "to"}, YEAR],
        [{"TEXT": {"REGEX": r"^(1[5-9]|20)\d\d[-–/]\d\d(\d\d)?$"}}],
        [{"TEXT": {"REGEX": r"^(1[5-9]|20)\d0s$"}}],
        [{"LOWER": {"IN": ["yesterday", "today", "tomorrow"]}}],
        [{"LOWER": {"IN": ["last", "next", "this", "past", "coming"]}}, {"LOWER": {"IN": PERIODS}}],
        [{"LOWER": "the", "OP": "?"}, {"LOWER": {"IN": ["past", "last", "next"]}}, NUMBER, {"LOWER": {"IN": PERIODS}}],
        [NUMBER, {"LOWER": {"IN": PERIODS}}, {"LOWER": {"IN": ["ago", "earlier", "later"]}, "OP": "?"}],
        [{"LOWER": {"IN": ["a", "one"]}}, {"LOWER": {"IN": PERIODS}}, {"LOWER": {"IN": ["ago", "earlier", "later"]}}],
        [{"LOWER": "the"}, {"LOWER": "weekend"}],
        [NUMBER, {"TEXT": "-"}, {"LOWER": {"IN": ["day", "week", "month", "year"]}}],
        [NUMBER, {"TEXT": "-"}, {"LOWER": "year"}, {"TEXT": "-"}, {"LOWER": "old"}],
        [NUMBER, {"LOWER": {"IN": ["year", "years"]}}, {"LOWER": "old"}],
    ],
    "TIME": [
        [{"TEXT": {"REGEX": r"^\d{1,2}(:\d\d)?$"}}, {"LOWER": {"IN": ["a.m.", "p.m.", "am", "pm"]}}],
        [NUMBER, {"LOWER": {"IN": CLOCK}}],
        [{"LOWER": {"IN": ["tonight", "midnight", "noon"]}}],
    ],
    "PERCENT": [
        [HEDGE, NUMBER, {"LOWER": {"IN": ["%", "percent", "pct"]}}],
        [HEDGE, NUMBER, {"LOWER": "per"}, {"LOWER": "cent"}],
    ],
    "MONEY": [
        [HEDGE, {"TEXT": {"IN": ["$", "€", "£", "¥", "US$"]}}, NUMBER, SCALE],
        [HEDGE, NUMBER, SCALE, {"LOWER": {"IN": CURRENCIES}}],
    ],
    "QUANTITY": [[HEDGE, NUMBER, SCALE, {"LOWER": {"IN": ["square", "cubic"]}, "OP": "?"}, {"LOWER": {"IN": UNITS}}]],
    "ORDINAL": [[{"LOWER": {"IN": ORDINALS}}], [{"TEXT": {"REGEX": r"^\d+(st|nd|rd|th)$"}}]],
    "CARDINAL": [[NUMBER], [NUMBER, {"LOWER": {"IN": SCALES}, "OP": "+"}]],
}
RANK = {label: i for i, label in enumerate(PATTERNS)}


MOMENTS = "yesterday today tomorrow tonight midnight noon percent pct cent may".split()
SIGNS = frozenset([*MOMENTS, *WEEKDAYS, *MONTHS, *PERIODS, *CLOCK, *SCALES, *ORDINALS])
"""Words of which one stands in whatever a pattern finds, where no number does."""
BEFORE, AFTER = 5, 7  # words around a sign that a pattern can take in


class Numbers:
    """Adds the entities of the patterns where the network found none; the longest match wins, then the first label."""

    def __init__(self, nlp: Language) -> None:
        self._matcher = Matcher(nlp.vocab)
        for label, patterns in PATTERNS.items():
            self._matcher.add(label, patterns, greedy="LONGEST")

    @property
    def labels(self) -> tuple[str, ...]:
        """The entity types it can give."""
        return tuple(PATTERNS)

    def __call__(self, doc: Doc) -> Doc:
        """Set ``doc.ents``."""
        found = [span for stretch in _stretches(doc) for span in self._matcher(stretch, as_spans=True)]
        found.sort(key=lambda span: (-len(span), RANK[span.label_], span.start))
        taken = set[int]()
        chosen: list[Span] = []
        for span in [*doc.ents, *found]:
            places = set(range(span.start, span.end))
            if not places & taken:
                taken |= places
                chosen.append(span)
        doc.set_ents(sorted(chosen, key=lambda span: span.start))
        return doc


def _stretches(doc: Doc) -> Iterator[Span]:
    """The parts of a doc that hold a sign or a number: the patterns are slow to try everywhere."""
    start = end = 0
    for i, token in enumerate(doc):
        if not (token.like_num or token.lower_ in SIGNS or token.text[0].isdigit()):
            continue
        if i - BEFORE > end:
            if end:
                yield doc[start:end]
            start = max(0, i - BEFORE)
        end = min(len(doc), i + AFTER)
    if end:
        yield doc[start:end]


@Language.factory("kg_numbers", assigns=["doc.ents"])
def make_numbers(nlp: Language, name: str) -> Numbers:
    """spaCy's way to make the component by its name."""
    return Numbers(nlp)
