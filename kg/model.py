"""The values that the stages hand to each other. Standard library only.

Offsets are code points into ``Article.text``, the end excluded. Everything is frozen: a later stage adds a
value beside an earlier one and never rewrites it.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of an article's text: code points ``start`` to ``end``, the end excluded."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The words of the span.

        >>> Span(0, 5).of("Vessa said no.")
        'Vessa'
        """
        return text[self.start : self.end]

    def holds(self, other: Span) -> bool:
        """True where ``other`` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def meets(self, other: Span) -> bool:
        """True where the two share a character."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Item:
    """One article still unread: its bytes as they were found, and what the place where it was found tells of it.

    ``path`` says where it is: a file, a file's record ("news.jsonl#12") or an address. ``form`` is "text", "page"
    (HTML), "fragment" (the HTML of a body alone), or empty where only the bytes tell. ``head`` are pairs of a field
    of the article ("title", "author", "url", "published") and its value as printed, authors one by one.
    """

    path: str
    stem: str
    form: str
    data: bytes
    head: tuple[tuple[str, str], ...] = ()

    @property
    def digest(self) -> str:
        """64 hex digits: the same for what is read the same, wherever it is found (SHA-256 of all but the place)."""
        known = json.dumps([self.form, self.head], ensure_ascii=True).encode()
        return hashlib.sha256(known + b"\n" + self.data).hexdigest()


@dataclass(frozen=True, slots=True)
class Article:
    """One news item as read: its text unchanged, what its head says, and where its paragraphs stand."""

    text: str
    path: str
    stem: str
    title: str = ""
    publisher: str = ""
    authors: tuple[str, ...] = ()
    url: str = ""
    identifier: str = ""
    published: date | None = None
    modified: datetime | None = None
    headline: Span | None = None
    paragraphs: tuple[Span, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that name or describe an actor or a place.

    ``name`` is the fullest name the article gives it (a pronoun's is its antecedent's); for an unnamed source it is
    the describing phrase without its determiner. ``kind`` is an OntoNotes entity type, or ``GROUP`` or ``PERSON``
    for an unnamed source (``named`` False). ``names`` are the other names met for it in the article,
    ``titles`` the words before or beside the name ("US President").
    """

    span: Span
    text: str
    name: str
    kind: str
    named: bool = True
    names: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Time:
    """A time expression as printed ("last week", "Sunday", "since 2022") with what its sentence tells of it.

    ``tense`` is that of the verb it belongs to: ``past``, ``present`` or ``future``. ``relation`` is the word that
    leads to it where that changes its meaning: ``since``, ``until``, ``before``, ``after``, ``by``, else empty.
    """

    span: Span
    text: str
    tense: str = "past"
    relation: str = ""


@dataclass(frozen=True, slots=True)
class Amount:
    """A share, an area or a vague amount as printed, with its value where it has one.

    ``percent*`` in percent (11 means 11 %), ``area_km2`` in square kilometres. ``approximation`` is a key of the
    approximation scheme (exactly, about, at-least, at-most, more-than, less-than, between).
    """

    span: Span
    text: str
    percent: Decimal | None = None
    percent_min: Decimal | None = None
    percent_max: Decimal | None = None
    area_km2: Decimal | None = None
    approximation: str = "exactly"


@dataclass(frozen=True, slots=True)
class Quantity:
    """How many people or things ("12 villages", "dozens", "1.2 million"), or how long ("30-day", "three weeks").

    ``unit`` is "count", that of a duration (minute, hour, day, week, fortnight, month, year, decade), or "percent" for
    what is no share of a whole ("up 250 percent"; shares are an ``Amount``). The value is
    ``number``, or ``number_min`` and ``number_max`` ("10 to 15"). ``approximation`` is a key of the approximation
    scheme; "dozens" are at least 12.
    """

    span: Span
    text: str
    unit: str = "count"
    number: Decimal | None = None
    number_min: Decimal | None = None
    number_max: Decimal | None = None
    approximation: str = "exactly"


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quotation: ``span`` with its marks, ``words`` without. ``continues``: it stays open into the next paragraph.

    ``single`` for single marks (inner quotations, or British ones).
    """

    span: Span
    words: Span
    continues: bool = False
    single: bool = False


@dataclass(frozen=True, slots=True)
class Layers:
    """What annotate knows of an article beside the parse; kept in ``doc.user_data["layers"]``.

    ``text`` is the article's (spaCy builds ``doc.text`` anew at every look). ``referents`` gives the mention at a
    token's index, for heads of names and for pronouns that stand for them; ``joint`` the mentions of all whom a word
    for several stands for ("the two leaders", "they").
    """

    text: str = ""
    quotations: tuple[Quotation, ...] = ()
    referents: Mapping[int, Mention] = field(default_factory=dict)
    joint: Mapping[int, tuple[Mention, ...]] = field(default_factory=dict)
    amounts: tuple[Amount, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    times: tuple[Time, ...] = ()


@dataclass(frozen=True, slots=True)
class Term:
    """A value of one of the ontology's schemes: ``Term("control", "lost")``."""

    scheme: str
    key: str


@dataclass(frozen=True, slots=True)
class Content:
    """What was said: its kind (a class of the ontology) and its fields (properties of the ontology).

    Which fields there are is the business of the kind's own file. ``gist`` is a format string over the fields
    ("{party} lost {amount} of {territory}"), filled with the labels of what they are grounded to. ``issue`` names the
    fields that make the question which the content gives a value for. ``plain`` is (field of the subject, property):
    the triple that is drawn where the article itself affirms the content. ``span`` and ``about`` (who is named in it)
    say where it was found; they are no part of what it is.
    """

    kind: str
    fields: tuple[tuple[str, Mention | Time | Decimal | int | str | Term | Content], ...]
    gist: str
    span: Span
    about: tuple[Mention, ...] = ()
    issue: tuple[str, ...] = ()
    plain: tuple[str, str] | None = None

    def get(self, name: str) -> Mention | Time | Decimal | int | str | Term | Content | None:
        """The first value of a field, or None."""
        return next((value for key, value in self.fields if key == name), None)


@dataclass(frozen=True, slots=True)
class Attribution:
    """Where an act of saying stands in the text: its source, cue and content (PARC, PolNeAR), each in pieces.

    ``kind`` is ``direct`` (all in quotation marks), ``indirect`` (none) or ``mixed``.
    """

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    kind: str


@dataclass(frozen=True, slots=True)
class Statement:
    """Who said what, as one article reports it. No speaker: the article's own voice.

    ``evidence`` is whole sentences. ``factuality`` is a FactBank value ("CT+"), ``speech_act`` and ``status`` keys of
    their schemes. ``quotes`` are the spans inside quotation marks, marks excluded. ``outer`` is the statement in whose
    content a nested one stands. ``confidence`` (0 to 1) is how likely it is right, ``signs`` what it was summed from.
    """

    content: Content
    evidence: tuple[Span, ...]
    factuality: str = "CT+"
    speech_act: str = "assert"
    attribution: Attribution | None = None
    speaker: Mention | None = None
    addressee: Mention | None = None
    cue: str = ""
    said: Time | None = None
    setting: str = ""
    quotes: tuple[Span, ...] = ()
    based_on: tuple[Mention, ...] = ()
    status: str = ""
    outer: Statement | None = None
    confidence: float = 1.0
    signs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Skipped:
    """What was seen and not taken, with the reason. ``attribution`` and ``speaker`` where it looked like speech."""

    span: Span
    reason: str
    attribution: Attribution | None = None
    speaker: Mention | None = None
    cue: str = ""


@dataclass(frozen=True, slots=True)
class Entity:
    """A thing in the world. ``key`` is its slug; ``types`` are classes as prefixed names ("kg:State").

    ``same_as`` are IRIs in other data sets, from a data file, never guessed. ``local`` entities (unnamed sources)
    belong to their article.
    """

    key: str
    label: str
    types: tuple[str, ...]
    aliases: tuple[str, ...] = ()
    same_as: tuple[str, ...] = ()
    local: bool = False


@dataclass(frozen=True, slots=True)
class Grounding:
    """The entity chosen for a mention, with a score (0 to 1) and the reason; ``candidates`` were possible too."""

    entity: Entity
    score: float
    reason: str
    candidates: tuple[Entity, ...] = ()


@dataclass(frozen=True, slots=True)
class Interval:
    """First and last day of a time, with the precision it was given in (a key of the precision scheme).

    An end that the words leave open is None.
    """

    first: date | None
    last: date | None
    precision: str = "day"


@dataclass(frozen=True, slots=True, order=True)
class Mark:
    """What a person's role tells of them: the country it is of, or a field such as sport.

    ``key`` is a slug and ``label`` its name. ``known``: a field, or a state of the gazetteer; ``whole``: only a whole
    country has this office (president, foreign minister), no part of one.
    """

    key: str
    label: str
    known: bool = True
    whole: bool = False


@dataclass(frozen=True, slots=True)
class Groundings:
    """What an article's mentions and times stand for, and what stayed open, with the reason.

    ``marks`` are those of the people whom no gazetteer knows, by the key of their name.
    """

    mentions: Mapping[Mention, Grounding] = field(default_factory=dict)
    times: Mapping[Time, Interval] = field(default_factory=dict)
    skipped: tuple[Skipped, ...] = ()
    marks: Mapping[str, tuple[Mark, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Correction:
    """What somebody decided about one statement, which goes by the IRI that it has without corrections.

    ``verdict`` is a key of its scheme: ``right``, ``wrong`` or ``changed``. ``values`` are (property, what it is) by
    the ontology's local names, several values of a property each in a pair of its own; an entity without a key is
    whoever goes by its label. ``without`` are properties that it does not have. ``place`` (file and line),
    ``evidence`` and ``note`` (its sentence) are for the reader, and no part of what was decided.
    """

    iri: str
    statement: str
    verdict: str
    by: str
    why: str = ""
    day: date | None = None
    values: tuple[tuple[str, Entity | Term | Decimal | date | str], ...] = ()
    without: tuple[str, ...] = ()
    place: str = field(default="", compare=False)
    evidence: str = field(default="", compare=False)
    note: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class Revision:
    """A statement that people confirmed, changed or took out.

    ``before`` is its IRI without corrections and ``after`` what it is now: None where it was taken out. ``evidence`` is
    its sentences, ``notes`` are what was changed, or what was said by a statement that is gone.
    """

    before: str
    corrections: tuple[Correction, ...]
    after: Statement | None
    evidence: tuple[Span, ...]
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ControlClaim:
    """One statement of who controls, lost or gained how much of a territory, as a graph tells it; "" where not told.

    ``territory``, ``holder``, ``statement`` and ``conflicts`` (the statements that it cannot hold beside) are IRIs;
    ``relation``, ``comparator`` and ``speech_act`` keys of their schemes, ``factuality`` a FactBank value. ``claimant``
    is the speaker, the outlet where the article says it in its own voice, ``via`` whoever tells of a nested claim.
    ``percent``, ``least`` and ``greatest`` are percent of the territory, ``figure`` is the amount as printed.
    """

    statement: str
    territory: str
    territory_label: str
    holder: str
    holder_label: str
    relation: str
    claimant: str
    own_voice: bool = False
    via: str = ""
    percent: Decimal | None = None
    least: Decimal | None = None
    greatest: Decimal | None = None
    area_km2: Decimal | None = None
    figure: str = ""
    comparator: str = "exactly"
    valid: Interval | None = None
    said: Interval | None = None
    published: date | None = None
    factuality: str = "CT+"
    speech_act: str = "assert"
    conflicts: tuple[str, ...] = ()
    sentence: str = ""
    outlet: str = ""
    title: str = ""

    @property
    def time(self) -> str:
        """Which time ``when`` is: "valid" (of what is said), "said", "published", or "" where none is known."""
        return "valid" if self.valid else "said" if self.said else "published" if self.published else ""

    @property
    def when(self) -> Interval | None:
        """When it holds; where that is not told, when it was said; else the day of the article."""
        return self.valid or self.told

    @property
    def told(self) -> Interval | None:
        """When it was said; where that is not told, the day of the article."""
        return self.said or (Interval(self.published, self.published) if self.published else None)
