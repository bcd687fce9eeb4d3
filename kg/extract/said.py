"""Acts of saying with their place in the text: reports joined with quotation marks, and quotations without a cue."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Token

from kg import syntax
from kg.extract import cues
from kg.extract.mentions import layers_of, mention_of, speakers
from kg.extract.people import can_speak
from kg.extract.pieces import kind_of, merged, pieces, span_of, tokens_in, without
from kg.extract.report import Report
from kg.model import Attribution, Mention, Quotation, Span

CLOSING = frozenset({"”", '"', "''", "»"})
SPEECH_WORDS = 5  # a quotation of fewer words with no cue is a scare quote, a title or a name
UNQUOTED = frozenset(
    {"infinitive", "object", "preposition", "as", "gerund"}
)  # frames that a quotation beside them is no part of


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
        self.quotations = [q for q in quotations if not q.single] or list(quotations)

    def located(self, reports: Iterable[Report]) -> list[Said]:
        """The reports as acts of saying, then the quotations that none of them took, in order of the text."""
        out = [said for report in reports if (said := self._located(report)) is not None]
        out = _distinct(sorted(out, key=lambda s: s.at))
        for number, quotation in enumerate(self.quotations):
            if not any(self._takes(said, quotation) for said in out):
                self._take(number, quotation, out)
        return sorted(out, key=lambda s: s.at)

    @staticmethod
    def _takes(said: Said, quotation: Quotation) -> bool:
        """True where an act of saying from outside a quotation has it, or a part of it, as its content."""
        inside = any(quotation.words.holds(cue) for cue in said.attribution.cue)
        return not inside and _overlaps(said.attribution.content, quotation.span)

    # --- reports

    def _located(self, report: Report) -> Said | None:
        cue = span_of(report.cue)
        source = self._source(report)
        content = list(pieces(report.content))
        inside = self._around(cue)
        if inside is None:
            content += self._marks(report, content, cue)
        else:
            content = [s for s in content if inside.span.holds(s)]
        holes = [cue, *source] + ([span_of(syntax.phrase(report.addressee))] if report.addressee is not None else [])
        spans = merged(
            without(merged(content, self.text), [h for h in holes if not self._quoted(h, content)], self.text),
            self.text,
        )
        spans = self._quoted_before(tuple(self._with_marks(s) for s in spans), cue)
        if not spans:
            return None
        attribution = Attribution(source, (cue,), spans, kind_of(spans, self.quotations, self.text))
        named = tuple(speakers(report.source)) if report.source is not None else ()
        return Said(attribution, named, cue.start, report, report.source)

    def _source(self, report: Report) -> tuple[Span, ...]:
        words = [t for t in report.source_words if t.i not in {c.i for c in report.cue}]
        if not words:
            return ()
        span = span_of(words)
        if self.text[span.end : span.end + 1] == ",":  # a closing comma of "X, the envoy," belongs to the source
            inner = "," in span.of(self.text)
            span = Span(span.start, span.end + 1) if inner else span
        return (span,)

    def _around(self, span: Span) -> Quotation | None:
        return next((q for q in self.quotations if q.words.holds(span)), None)

    def _quoted(self, hole: Span, content: Sequence[Span]) -> bool:
        quotation = self._around(hole)
        return quotation is not None and any(quotation.span == s for s in content)

    def _marks(self, report: Report, content: Sequence[Span], cue: Span) -> Iterator[Span]:
        """The quotations that belong to a report: those its content meets, and those beside its cue."""
        clause = self._clause(report)
        beside = report.frame not in UNQUOTED and "clause" in report.entry.frames
        for quotation in self.quotations:
            if quotation.words.holds(cue):
                continue
            if any(quotation.span.meets(s) for s in content) or (
                beside and report.frame != "according" and self._adjoins(quotation, clause)
            ):
                yield quotation.span

    def _clause(self, report: Report) -> Span:
        """The stretch around the cue that reports: source, addressee, time, place, without the words said."""
        said = {t.i for t in report.content}
        own = {t.i for t in syntax.clause(report.verb, without=report.heads)} - said
        own |= {t.i for t in report.cue} | {t.i for t in report.source_words}
        low, high = report.cue[0].i, report.cue[-1].i
        doc = self.doc
        while low - 1 in own and not _is_mark(doc[low - 1]):
            low -= 1
        after_speech = low > 0 and doc[low - 1].text in CLOSING
        sentence_end = report.verb.sent.end
        while high + 1 < sentence_end and not _stops(doc[high + 1]) and (after_speech or high + 1 in own):
            high += 1
        return Span(doc[low].idx, doc[high].idx + len(doc[high]))

    def _adjoins(self, quotation: Quotation, clause: Span) -> bool:
        """True where only punctuation, or "that", stands between a quotation and a reporting clause."""
        if quotation.span.end <= clause.start:
            between = self.text[quotation.span.end : clause.start]
            ends = self.text[quotation.words.end - 1] == "."  # "... on it." Asked what he thinks: a new sentence
        else:
            between = self.text[clause.end : quotation.span.start].replace(" that ", "")
            ends = "." in between
        return not ends and "\n" not in between and not any(c.isalnum() for c in between)

    def _quoted_before(self, spans: tuple[Span, ...], cue: Span) -> tuple[Span, ...]:
        """``"...," he said, pointing at the map``: after a whole quotation, what follows unquoted is the writer's."""
        marks = [q.span for q in self.quotations]
        before = [s for s in spans if s.end <= cue.start]
        if before and before[-1] in marks:
            return tuple(s for s in spans if s.end <= cue.start or any(m.meets(s) for m in marks))
        return spans

    def _with_marks(self, span: Span) -> Span:
        """A span that fills a quotation takes its marks; one that starts or ends at a mark keeps the pair whole."""
        for quotation in self.quotations:
            if span.holds(quotation.words) and span.meets(quotation.words):
                span = Span(min(span.start, quotation.span.start), max(span.end, quotation.span.end))
        return span

    # --- quotations without a cue

    def _take(self, number: int, quotation: Quotation, out: list[Said]) -> None:
        before = self.quotations[number - 1] if number else None
        last = self._holder(before, out) if before is not None else None
        if before is not None and last is not None and (before.continues or self._same_breath(before, quotation, last)):
            _extend(out, last, quotation.span, self)
            return
        if not self._is_speech(quotation):
            return
        introduced = self._introduced(quotation)
        if introduced is not None:
            out.append(introduced)
        elif before is not None and last is not None and self._next_paragraph(before, quotation):
            kind = kind_of([quotation.span], self.quotations, self.text)
            out.append(
                Said(
                    Attribution((), (), (quotation.span,), kind), last.speakers, quotation.span.start, None, last.source
                )
            )
        else:
            kind = kind_of([quotation.span], self.quotations, self.text)
            out.append(Said(Attribution((), (), (quotation.span,), kind), (), quotation.span.start))

    def _holder(self, quotation: Quotation, out: Sequence[Said]) -> Said | None:
        held = [s for s in out if _overlaps(s.attribution.content, quotation.span)]
        outer = [s for s in held if s.report is None or self._around(s.attribution.cue[0]) is None]
        return outer[-1] if outer else None

    def _same_breath(self, before: Quotation, quotation: Quotation, last: Said) -> bool:
        """``"... ," she said. "..."``: only the reporting clause stands between two quotations of one paragraph."""
        if self._paragraph(before.span) != self._paragraph(quotation.span):
            return False
        between = Span(before.span.end, quotation.span.start)
        rest = without([between], [*last.attribution.cue, *last.attribution.source], self.text)
        if last.report is not None:
            rest = without(rest, [self._clause(last.report)], self.text)
        return not rest

    def _next_paragraph(self, before: Quotation, quotation: Quotation) -> bool:
        """A paragraph that is all quotation follows one with speech."""
        own, other = self._paragraph(quotation.span), self._paragraph(before.span)
        if own is None or other is None or own != other + 1:
            return False
        paragraph = self.paragraphs[own]
        rest = without([paragraph], [q.span for q in self.quotations if paragraph.holds(q.span)], self.text)
        return not rest

    def _paragraph(self, span: Span) -> int | None:
        return next((i for i, p in enumerate(self.paragraphs) if p.holds(span) or p.meets(span)), None)

    def _is_speech(self, quotation: Quotation) -> bool:
        words = [t for t in tokens_in(self.doc, quotation.words) if t.is_alpha]
        return len(words) >= SPEECH_WORDS and any(syntax.is_verb(t) for t in words)

    def _introduced(self, quotation: Quotation) -> Said | None:
        """ "She put it bluntly: '...'": the sentence before a colon names the speaker; so does "Vessa: '...'"."""
        paragraph = self._paragraph(quotation.span)
        if paragraph is None:
            return None
        lead = self.text[self.paragraphs[paragraph].start : quotation.span.start].rstrip()
        if not lead.endswith(":"):
            return None
        span = Span(self.paragraphs[paragraph].start, self.paragraphs[paragraph].start + len(lead))
        tokens = list(tokens_in(self.doc, span))
        sentence = [t for t in tokens if t.sent.start == tokens[-1].sent.start] if tokens else []
        verbs = [t for t in sentence if syntax.is_verb(t) and syntax.own_subject(t) is not None]
        for verb in reversed(verbs):
            subject = syntax.own_subject(verb)
            if subject is None or not can_speak(subject):
                continue
            cue = span_of(syntax.verb_group(verb))
            source = span_of(syntax.phrase(subject))
            kind = kind_of([quotation.span], self.quotations, self.text)
            attribution = Attribution((source,), (cue,), (quotation.span,), kind)
            report = Report(verb, tuple(syntax.verb_group(verb)), cues.SAY, subject, tuple(syntax.phrase(subject)), ())
            return Said(attribution, tuple(speakers(subject)), cue.start, report, subject)
        names = [t for t in sentence if t.ent_type_ in {"PERSON", "ORG"} and not syntax.is_compound(t)]
        if names and len(sentence) <= 8 and not verbs:
            found = mention_of(names[0])
            colon = Span(span.end - 1, span.end)
            if found is not None:
                return Said(
                    Attribution((found.span,), (colon,), (quotation.span,), "direct"),
                    (found,),
                    found.span.start,
                    None,
                    names[0],
                )
        return None


def _stops(token: Token) -> bool:
    return _is_mark(token) or token.text in {".", "!", "?"}


def _is_mark(token: Token) -> bool:
    return token.text in {'"', "“", "”", ",", ":", "``", "''"}


def _overlaps(spans: Sequence[Span], other: Span) -> bool:
    return any(span.meets(other) for span in spans)


def _extend(out: list[Said], said: Said, span: Span, text: Text) -> None:
    content = merged([*said.attribution.content, span], text.text)
    attribution = replace(said.attribution, content=content, kind=kind_of(content, text.quotations, text.text))
    out[out.index(said)] = replace(said, attribution=attribution)


def _distinct(found: list[Said]) -> list[Said]:
    """One act of saying for one source and one content: the first of those that say the same."""
    out: list[Said] = []
    for said in found:
        if not any(
            known.attribution.content == said.attribution.content
            and known.attribution.source == said.attribution.source
            for known in out
        ):
            out.append(said)
    return out


def sentence_spans(doc: Doc, text: str, spans: Iterable[Span]) -> tuple[Span, ...]:
    """The whole sentences that the spans touch; neighbouring ones made one."""
    found: set[Span] = set()
    for span in spans:
        inside = doc.char_span(span.start, span.end, alignment_mode="expand")
        at = inside.start if inside is not None else len(doc)
        while inside is not None and at < inside.end:
            sentence = doc[at].sent
            words = [token for token in sentence if not token.is_space]
            if words:
                found.add(span_of(words))
            at = max(sentence.end, at + 1)
    return merged(found, text)
