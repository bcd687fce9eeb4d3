"""Acts of saying with their place in the text: reports joined with quotation marks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from kg import syntax
from kg.extract.mentions import layers_of, speakers
from kg.extract.near import Ordered
from kg.extract.pieces import kind_of, merged, pieces, span_of, without
from kg.extract.report import Report
from kg.model import Attribution, Mention, Quotation, Span

BETWEEN = 20  # characters of punctuation and "that" at most, between a quotation and its cue
# Frames that a quotation beside them is no part of
UNQUOTED = frozenset({"infinitive", "object", "preposition", "as", "gerund", "according"})


@dataclass(frozen=True, slots=True)
class Said:
    """One act of saying: where its parts stand and who speaks.

    ``report`` is None for a quotation without a cue of its own. ``source`` is the token of the source, if any.
    """

    attribution: Attribution
    speakers: tuple[Mention, ...]
    at: int
    report: Report | None = None
    source: Token | None = None


class Text:
    """A doc with its quotations and paragraphs, for joining speech."""

    def __init__(self, doc: Doc, paragraphs: Sequence[Span], quotations: Sequence[Quotation]) -> None:
        self.doc, self.paragraphs = doc, paragraphs
        self.text = layers_of(doc).text
        self.quotations = _in_order(_outermost(quotations))
        self._numbers = Ordered(enumerate(paragraphs), lambda numbered: numbered[1])

    def located(self, reports: Iterable[Report]) -> list[Said]:
        """The reports as acts of saying, in order of the text."""
        every = list(reports)
        cues = [span_of(report.cue) for report in every if syntax.is_root(report.verb)]
        self.quotations = _in_order(
            q for q in self.quotations if not (_is_left_open(q) and any(map(q.words.holds, cues)))
        )
        out = [said for report in every if (said := self._located(report)) is not None]
        return _distinct(sorted(out, key=lambda s: s.at))

    def _located(self, report: Report) -> Said | None:
        cue = self.with_colon(span_of(report.cue))
        source = self._source(report)
        content = list(pieces(report.content))
        inside = self.around(cue)
        if inside is None:
            content += self._marks(report, content, cue)
        else:
            content = [s for s in content if inside.span.holds(s)]
        holes = [cue, *source, *_outside(report)]
        spans = merged(
            without(merged(content, self.text), [h for h in holes if not self._quoted(h, content)], self.text),
            self.text,
        )
        spans = self._quoted_before(tuple(self._with_marks(s) for s in spans), cue)
        if not spans:
            return None
        attribution = Attribution(source, (cue,), spans, self.kind_of(spans))
        named = tuple(speakers(report.source)) if report.source is not None else ()
        return Said(attribution, named, cue.start, report, report.source)

    def with_colon(self, cue: Span) -> Span:
        """ "said:" leads to what follows; so does the dash of "... - Vessa"."""
        return Span(cue.start, cue.end + 1) if self.text[cue.end : cue.end + 2] in {": ", ":\n"} else cue

    def paragraph(self, span: Span) -> int | None:
        """The number of the paragraph that a span lies in."""
        near = self._numbers.near(span.start, span.end)
        return next((i for i, p in near if p.holds(span) or p.meets(span)), None)

    def kind_of(self, content: Sequence[Span]) -> str:
        """Whether words said stand in quotation marks: ``direct``, ``indirect`` or ``mixed``."""
        return kind_of(content, self.quotations_near(content), self.text)

    def quotations_near(self, spans: Iterable[Span]) -> list[Quotation]:
        """The quotations that meet or touch one of the spans, in order."""
        found = {q for span in spans for q in self.quotations.near(span.start, span.end)}
        return sorted(found, key=lambda q: q.span)

    def _source(self, report: Report) -> tuple[Span, ...]:
        words = [t for t in report.source_words if t.i not in {c.i for c in report.cue}]
        if not words:
            return ()
        span = span_of(words)
        if self.text[span.end : span.end + 1] == ",":  # a closing comma of "X, the envoy," belongs to the source
            inner = "," in span.of(self.text)
            span = Span(span.start, span.end + 1) if inner else span
        return (span,)

    def around(self, span: Span) -> Quotation | None:
        """The quotation whose words hold a span."""
        return next((q for q in self.quotations.near(span.start, span.end) if q.words.holds(span)), None)

    def _quoted(self, hole: Span, content: Sequence[Span]) -> bool:
        quotation = self.around(hole)
        return quotation is not None and any(quotation.span == s for s in content)

    def _marks(self, report: Report, content: Sequence[Span], cue: Span) -> Iterator[Span]:
        """The quotations that belong to a report: those its content meets, and those beside its cue."""
        beside = report.frame not in UNQUOTED and "clause" in report.entry.frames
        clause = self.clause(report) if beside and self.quotations else None
        beside_clause = [Span(max(0, clause.start - BETWEEN), clause.end + BETWEEN)] if clause else []
        for quotation in self.quotations_near([*content, *beside_clause]):
            if quotation.words.holds(cue):
                continue
            if any(quotation.span.meets(s) for s in content) or (clause and self._adjoins(quotation, clause)):
                yield quotation.span

    def clause(self, report: Report) -> Span:
        """The stretch around the cue that reports: source, addressee, time, place, without the words said."""
        said = {t.i for t in report.content}
        own = {t.i for t in syntax.clause(report.verb, without=report.heads)} - said
        own |= {t.i for t in report.cue} | {t.i for t in report.source_words}
        low, high = report.cue[0].i, report.cue[-1].i
        doc = self.doc
        while low - 1 in own and not _is_mark(doc[low - 1]):
            low -= 1
        after_speech = low > 0 and doc[low - 1].text in syntax.CLOSING
        sentence_end = report.verb.sent.end
        while high + 1 < sentence_end and not _stops(doc[high + 1]) and (after_speech or high + 1 in own):
            high += 1
        return Span(doc[low].idx, doc[high].idx + len(doc[high]))

    def _adjoins(self, quotation: Quotation, clause: Span) -> bool:
        """True where only punctuation, or "that", stands between a quotation and a reporting clause."""
        if quotation.span.end + BETWEEN < clause.start or clause.end + BETWEEN < quotation.span.start:
            return False
        if quotation.span.end <= clause.start:
            between = self.text[quotation.span.end : clause.start]
            # "... on it." Asked what he thinks, "on it". The company denied: a new sentence
            ends = self.text[quotation.words.end - 1] == "." or "." in between
        else:
            between = self.text[clause.end : quotation.span.start].replace(" that ", "")
            ends = "." in between
        return not ends and "\n" not in between and not any(c.isalnum() for c in between)

    def _quoted_before(self, spans: tuple[Span, ...], cue: Span) -> tuple[Span, ...]:
        """``"...," he said, pointing at the map``: after a whole quotation, what follows unquoted is the writer's."""
        marks = [q.span for q in self.quotations_near(spans)]
        before = [s for s in spans if s.end <= cue.start]
        if before and before[-1] in marks:
            behind = [s for s in spans if s.end > cue.start]
            quoted = [Span(max(s.start, m.start), s.end) for s in behind for m in marks if m.meets(s)][:1]
            return (*before, *quoted, *(s for s in behind[1:] if any(m.meets(s) for m in marks)))
        return spans

    def _with_marks(self, span: Span) -> Span:
        """A span that fills a quotation takes its marks; one that starts or ends at a mark keeps the pair whole."""
        for quotation in self.quotations.near(span.start, span.end):
            if span.holds(quotation.words) and span.meets(quotation.words):
                span = Span(min(span.start, quotation.span.start), max(span.end, quotation.span.end))
        return span


def _in_order(quotations: Iterable[Quotation]) -> Ordered[Quotation]:
    return Ordered(quotations, lambda quotation: quotation.span)


def _is_left_open(quotation: Quotation) -> bool:
    """ "“We go, she said.": nobody closed it, so that a cue in it tells better where it ends."""
    return quotation.span.end == quotation.words.end and not quotation.continues


def _outside(report: Report) -> Iterator[Span]:
    """The addressee, which is no part of the words: "urged Orland to go"; it is one of "demanded that Orland go"."""
    if report.addressee is not None and not any(map(syntax.opens_clause, report.addressee.head.children)):
        yield span_of(syntax.phrase(report.addressee))


def _outermost(quotations: Iterable[Quotation]) -> Iterator[Quotation]:
    """Of quotations in order, inner ones after those that hold them, those that no other holds."""
    end = 0
    for quotation in quotations:
        if quotation.span.start >= end:
            yield quotation
            end = quotation.span.end


def _stops(token: Token) -> bool:
    return _is_mark(token) or token.text in {".", "!", "?"}


def _is_mark(token: Token) -> bool:
    return token.text in {'"', "“", "”", ",", ":", "``", "''"}


def overlaps(spans: Sequence[Span], other: Span) -> bool:
    """True where one of the spans meets another one."""
    return any(span.meets(other) for span in spans)


def _distinct(found: list[Said]) -> list[Said]:
    """One act of saying for one source and one content: the first of those that say the same."""
    out: dict[tuple[tuple[Span, ...], ...], Said] = {}
    for said in found:
        out.setdefault((said.attribution.content, said.attribution.source), said)
    return list(out.values())


def sentence_spans(doc: Doc, text: str, spans: Iterable[Span]) -> tuple[Span, ...]:
    """The whole sentences that the spans touch; neighbouring ones made one."""
    found: set[Span] = set()
    for span in spans:
        inside = doc.char_span(span.start, span.end, alignment_mode="expand")
        at = inside.start if inside is not None else len(doc)
        while inside is not None and at < inside.end:
            sentence = doc[at].sent
            first, last = sentence.start, sentence.end - 1
            while first < last and doc[first].is_space:
                first += 1
            while first < last and doc[last].is_space:
                last -= 1
            if not doc[first].is_space:
                found.add(span_of([doc[first], doc[last]]))
            at = max(sentence.end, at + 1)
    return merged(found, text)
