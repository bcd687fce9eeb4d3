"""Quotations without a cue of their own: those that go on with speech, and those that a lead-in names a speaker for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Span as TokenSpan
from spacy.tokens import Token

from kg import syntax
from kg.extract import cues
from kg.extract.labels import WORDS, speaker
from kg.extract.mentions import speakers
from kg.extract.people import can_speak, is_work
from kg.extract.pieces import merged, span_of, tokens_in, without
from kg.extract.report import Report
from kg.extract.said import Said, Text, overlaps
from kg.model import Attribution, Quotation, Span

DASHES = frozenset({"-", "--", "–", "—", "―"})
FOLLOWING = 12  # tokens behind a quotation in which a verb can name its speaker
STRETCH = 1_000  # characters: acts of saying are looked up by these
SPEECH_WORDS = 5  # a quotation of fewer words with no cue is a scare quote, a title or a name


def with_quotations(text: Text, all_said: Sequence[Said]) -> list[Said]:
    """Acts of saying in, the same with the quotations that none of them took out, in order of the text."""
    quoted = Quoted(text, list(all_said))
    for number, quotation in enumerate(text.quotations):
        if not any(_takes(said, quotation) for said in quoted.near(quotation.span)):
            quoted.take(number, quotation)
    return sorted(quoted.found, key=lambda s: s.at)


def _takes(said: Said, quotation: Quotation) -> bool:
    """True where an act of saying from outside a quotation has it, or a part of it, as its content."""
    inside = any(quotation.words.holds(cue) for cue in said.attribution.cue)
    return not inside and overlaps(said.attribution.content, quotation.span)


def _places(span: Span) -> range:
    """The stretches of ``STRETCH`` characters that a span meets, by their numbers."""
    return range(span.start // STRETCH, span.end // STRETCH + 1)


class Quoted:
    """The acts of saying of a text, to which quotations are added one by one."""

    def __init__(self, text: Text, found: list[Said]) -> None:
        self.text = text
        self.found: list[Said] = []
        self._at: dict[int, set[int]] = {}
        for said in found:
            self._add(said)

    def near(self, span: Span) -> list[Said]:
        """The acts of saying whose words or cue can meet a span, in the order they were found in."""
        return [self.found[number] for number in self._numbers(span)]

    def _numbers(self, span: Span) -> list[int]:
        return sorted(set().union(*(self._at.get(place, ()) for place in _places(span))))

    def _add(self, said: Said) -> None:
        self.found.append(said)
        self._place(len(self.found) - 1)

    def _place(self, number: int) -> None:
        attribution = self.found[number].attribution
        for span in (*attribution.content, *attribution.cue):
            for place in _places(span):
                self._at.setdefault(place, set()).add(number)

    def take(self, number: int, quotation: Quotation) -> None:
        """Add a quotation to the speech that it goes on with, or as an act of its own."""
        before = self.text.quotations[number - 1] if number else None
        last = self._holder(before) if before is not None else None
        if before is not None and last is not None and (before.continues or self._same_breath(before, quotation, last)):
            self._extend(last, quotation.span)
            return
        led = self._sentence_before(quotation) if self._ends(quotation) else None
        after = last if before is not None and last is not None and self._next_paragraph(before, quotation) else None
        if led is not None:
            self._extend(led, quotation.span)
        elif self._is_speech(quotation) or self._is_announced(quotation):
            ways = (self._introduced, self._gone_on, self._followed, self._signed)
            introduced = next((said for way in ways if (said := way(quotation)) is not None), None)
            if introduced is None and after is not None and after.report is not None and after.report.speech:
                self._extend(after, quotation.span)
            else:
                self._add(introduced or self._uncued(quotation, after))

    def _uncued(self, quotation: Quotation, last: Said | None) -> Said:
        """A quotation alone, in the mouth of whoever spoke last where that is known."""
        kind = self.text.kind_of([quotation.span])
        attribution = Attribution((), (), (quotation.span,), kind)
        if last is None:
            return Said(attribution, (), quotation.span.start)
        return Said(attribution, last.speakers, quotation.span.start, None, last.source)

    def _extend(self, said: Said, span: Span) -> None:
        content = merged([*said.attribution.content, span], self.text.text)
        kind = self.text.kind_of(content)
        attribution = replace(said.attribution, content=content, kind=kind)
        number = next(n for n in self._numbers(said.attribution.content[0]) if self.found[n] is said)
        self.found[number] = replace(said, attribution=attribution)
        self._place(number)

    def _holder(self, quotation: Quotation) -> Said | None:
        held = [s for s in self.near(quotation.span) if overlaps(s.attribution.content, quotation.span)]
        outer = [s for s in held if s.report is None or self.text.around(s.attribution.cue[0]) is None]
        return outer[-1] if outer else None

    def _same_breath(self, before: Quotation, quotation: Quotation, last: Said) -> bool:
        """``"... ," she said. "..."``: only the reporting clause stands between two quotations of one paragraph.

        Whatever that clause tells of its speaker belongs to it: ``"...," said Vessa, who left at noon. "..."``.
        """
        if self.text.paragraph(before.span) != self.text.paragraph(quotation.span):
            return False
        between = Span(before.span.end, quotation.span.start)
        if last.report is None or not between.holds(last.attribution.cue[0]):
            clause = [self.text.clause(last.report)] if last.report is not None else []
            return not without([between], [*last.attribution.cue, *last.attribution.source, *clause], self.text.text)
        verb = last.report.verb
        told = tokens_in(self.text.doc, between)
        others = [
            s for s in self.near(between) if s is not last and s.attribution.cue and between.holds(s.attribution.cue[0])
        ]
        speaking = [s for s in others if s.report is not None and syntax.is_main(s.report.verb)]
        return bool(told) and told[-1].sent.start == verb.sent.start and not speaking

    def _sentence_before(self, quotation: Quotation) -> Said | None:
        """``X, who left early, said ... . "..."``: the one who speaks in the sentence right before, and nobody else."""
        sentence = self._lead(quotation)
        if sentence is None:
            return None
        near = self.near(Span(sentence.start_char, sentence.end_char))
        spoken = [s for s in near if s.report is not None and s.report.verb.sent.start == sentence.start]
        main = [s for s in spoken if s.report is not None and syntax.is_main(s.report.verb) and s.report.speech]
        return main[-1] if main else None

    def _ends(self, quotation: Quotation) -> bool:
        """True for a whole sentence: "“Peace” was far away" is the writer's."""
        return self.text.text[quotation.words.end - 1] in ".!?…"

    def _gone_on(self, quotation: Quotation) -> Said | None:
        """``Vessa went on. "..."``: a sentence that does nothing but give somebody the word."""
        sentence = self._lead(quotation)
        verb = sentence.root if sentence is not None else None
        subject = syntax.own_subject(verb) if verb is not None else None
        if verb is None or subject is None or not can_speak(subject):
            return None
        words = [t for t in verb.subtree if t.i > verb.i and not t.is_punct]
        if " ".join([verb.lemma_, *(t.lower_ for t in words)]) in cues.GOING_ON:
            return self._led_by(verb, [verb, *words], subject, quotation)
        return None

    def _lead(self, quotation: Quotation) -> TokenSpan | None:
        """The sentence that ends right before a quotation, in its paragraph."""
        first = tokens_in(self.text.doc, quotation.span)[:1]
        at = first[0].i - 1 if first else -1
        while at >= 0 and self.text.doc[at].is_space:
            at -= 1
        if at < 0 or first[0].sent.start <= at:
            return None
        if self.text.paragraph(quotation.span) != self.text.paragraph(span_of([self.text.doc[at]])):
            return None
        return self.text.doc[at].sent

    def _next_paragraph(self, before: Quotation, quotation: Quotation) -> bool:
        """A paragraph that is all quotation follows one with speech."""
        own, other = self.text.paragraph(quotation.span), self.text.paragraph(before.span)
        return own is not None and other is not None and own == other + 1 and self._fills(quotation)

    def _fills(self, quotation: Quotation) -> bool:
        """True where a quotation stands in a paragraph of nothing but quotations."""
        own = self.text.paragraph(quotation.span)
        if own is None:
            return False
        paragraph = self.text.paragraphs[own]
        return not without(
            [paragraph],
            [q.span for q in self.text.quotations_near([paragraph]) if paragraph.holds(q.span)],
            self.text.text,
        )

    def _is_speech(self, quotation: Quotation) -> bool:
        words = [t for t in tokens_in(self.text.doc, quotation.words) if t.is_alpha]
        long = len(words) >= SPEECH_WORDS and any(syntax.is_verb(t) for t in words)
        return long or (self._ends(quotation) and self._fills(quotation))

    def _is_announced(self, quotation: Quotation) -> bool:
        """ "Her message was simple: 'Stay home.'": a whole sentence behind a colon, however short."""
        before = self.text.text[max(0, quotation.span.start - 20) : quotation.span.start].rstrip(" ")
        return before.endswith(":") and self._ends(quotation)

    def _introduced(self, quotation: Quotation) -> Said | None:
        """ "She put it bluntly: '...'", "Dahl shot back, '...'": the words before a colon or comma name the speaker."""
        paragraph = self.text.paragraph(quotation.span)
        if paragraph is None:
            return None
        start = self.text.paragraphs[paragraph].start
        lead = self.text.text[start : quotation.span.start].rstrip()
        if not lead.endswith((":", ",")):
            return None
        tokens = list(tokens_in(self.text.doc, Span(start, start + len(lead))))
        sentence = [t for t in tokens if t.sent.start == tokens[-1].sent.start] if tokens else []
        verbs = [t for t in sentence if syntax.is_verb(t) and syntax.own_subject(t) is not None]
        if lead.endswith(","):
            verbs = [t for t in verbs if syntax.is_finite(t) and syntax.is_main(t)]
        for verb in reversed(verbs):
            subject = syntax.own_subject(verb)
            owner = syntax.possessor(subject) if subject is not None and subject.lemma_ in cues.WORDS else None
            speaker = owner if owner is not None else subject
            if speaker is not None and can_speak(speaker):
                return self._led_by(verb, syntax.verb_group(verb), speaker, quotation)
        return None

    def _followed(self, quotation: Quotation) -> Said | None:
        """``"...," Dahl sniffed``, ``"...?" begins the notice``: nothing but a verb and its subject, right behind."""
        if self.text.text[quotation.words.end - 1] not in ",?!":
            return None
        own = self.text.paragraph(quotation.span)
        end = self.text.paragraphs[own].end if own is not None else quotation.span.end
        behind = self.text.doc.char_span(quotation.span.end, end, alignment_mode="contract")
        words = [t for t in behind[:FOLLOWING] if not t.is_space] if behind is not None else []
        verb = next((t for t in words if syntax.is_finite(t) and not syntax.is_helper(t)), None)
        if verb is None:
            return None
        group = syntax.verb_group(verb)
        subject = syntax.own_subject(verb)
        if subject is None or not (can_speak(subject) or is_work(subject)) or subject.i < words[0].i:
            return None
        named = syntax.phrase(subject)
        between = {*range(words[0].i, verb.i)} - {t.i for t in [*named, *group]}
        return None if between else self._led_by(verb, group, subject, quotation)

    def _signed(self, quotation: Quotation) -> Said | None:
        """``"We will go." - Ana Vessa``: a dash and a name, and nothing more in the paragraph."""
        paragraph = self.text.paragraph(quotation.span)
        if paragraph is None:
            return None
        behind = Span(quotation.span.end, self.text.paragraphs[paragraph].end)
        words = tokens_in(self.text.doc, behind)
        if not (1 < len(words) <= WORDS and words[0].text in DASHES):
            return None
        source = speaker(words[1:])
        return self._led_by(words[0], words[:1], source, quotation) if source is not None else None

    def _led_by(self, verb: Token, group: Sequence[Token], subject: Token, quotation: Quotation) -> Said:
        cue, source = self.text.with_colon(span_of(group)), span_of(syntax.phrase(subject))
        kind = self.text.kind_of([quotation.span])
        report = Report(verb, tuple(group), cues.SAY, subject, tuple(syntax.phrase(subject)), ())
        attribution = Attribution((source,), (cue,), (quotation.span,), kind)
        return Said(attribution, tuple(speakers(subject)), cue.start, report, subject)
