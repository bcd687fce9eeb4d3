"""extract: a doc to the statements that its article makes: who said what, and what the article says itself."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Doc

from kg import syntax
from kg.extract.confidence import OWN_VOICE, confidence, signs
from kg.extract.contents import claims, contents
from kg.extract.factuality import clause_force, embedded_force, factuality
from kg.extract.found import Found
from kg.extract.labels import labels
from kg.extract.mentions import mention_of
from kg.extract.near import Ordered
from kg.extract.nesting import Nest, depth
from kg.extract.occasion import Occasions, setting
from kg.extract.quoted import with_quotations
from kg.extract.reports import reports
from kg.extract.said import Said, Text, sentence_spans
from kg.model import Article, Content, Layers, Mention, Quotation, Skipped, Span, Statement


def extract(doc: Doc, article: Article) -> Iterator[Statement | Skipped]:
    """The statements of an article in the order of the text, with what was seen and not taken."""
    return iter(Extraction(doc, article).run())


LITTLE = 3  # letters: a word that titles print small


class Extraction:
    """One article under way."""

    def __init__(self, doc: Doc, article: Article) -> None:
        layers: Layers = doc.user_data["layers"]
        self.doc = doc
        self.body = [*article.paragraphs, *([article.headline] if article.headline else [])]
        self._body = Ordered(self.body, lambda span: span)
        self.text = Text(doc, article.paragraphs, layers.quotations)
        self.occasions = Occasions(layers.times)
        self.statements: dict[int, list[Statement]] = {}
        self.skipped: list[Skipped] = []

    def run(self) -> list[Statement | Skipped]:
        """All statements and what was skipped, in the order of the text."""
        seen = list(contents(self.doc))
        found = [f for f in seen if isinstance(f, Found) and self._in_body(f.content.span)]
        self.skipped += [f for f in seen if isinstance(f, Skipped) and self._in_body(f.span)]
        located = with_quotations(self.text, self.text.located([*reports(self.doc), *labels(self.doc, self.body)]))
        all_said = [said for said in located if self._in_body(said.attribution.content[0])]
        nest = Nest(all_said)
        outer = [nest.outer(number) for number in range(len(all_said))]
        told: dict[int | None, list[Found]] = {}
        for f in found:
            told.setdefault(nest.teller(f), []).append(f)
        for number in sorted(range(len(all_said)), key=lambda n: (depth(n, outer), n)):
            self._state(number, all_said, outer[number], told.get(number, []))
        own = [self._own_voice(f) for f in told.get(None, [])]
        statements = [s for made in self.statements.values() for s in made] + own
        return sorted([*statements, *self.skipped], key=_place)

    def _in_body(self, span: Span) -> bool:
        return any(p.holds(span) or p.meets(span) for p in self._body.near(span.start, span.end))

    def _state(self, number: int, all_said: Sequence[Said], outer: int | None, told: Sequence[Found]) -> None:
        """The statements of one act of saying: one a speaker and content; or the reason why there is none."""
        said = all_said[number]
        held = self.statements.get(outer, []) if outer is not None else []
        speakers = said.speakers or self._first_person(said, held)
        reason = self._refusal(said, speakers)
        if outer is not None and not held:
            reason = reason or "inside words that were not taken"
        if reason:
            cue = said.attribution.cue[0].of(self.text.text) if said.attribution.cue else ""
            speaker = speakers[0] if speakers else None
            self.skipped.append(Skipped(_hull(said), reason, said.attribution, speaker, cue))
            return
        around = held[0] if held else None
        for speaker in speakers:
            for content, value, status in self._contents(said, told):
                made = self._statement(said, speaker, content, value, around)
                self.statements.setdefault(number, []).append(replace(made, status=status))

    def _contents(self, said: Said, told: Sequence[Found]) -> list[tuple[Content, str, str]]:
        """The contents of the words said, with factuality and status: typed ones, and the claim beside them.

        What is told with a status, as a meeting is, or not whole leaves the claim beside it: its fields do not tell
        what was said of it. Any other content that hangs on the verb of the words said takes the claim's place.
        """
        out = [(f.content, self._value(said, f), f.status) for f in told]
        heads = {h.i for h in said.report.heads} if said.report is not None else set()
        if not any(f.head.i in heads and f.whole and not f.status for f in told):
            out = [(*self._claim(said, part), "") for part in claims.parts(self.doc, said)] + out
        return out

    def _claim(self, said: Said, part: claims.Part) -> tuple[Content, str]:
        denied = claims.denial(said, part.head)
        content = claims.claim(self.doc, part, denied)
        if self._asks(said):
            return content, "Uu"
        if said.report is None:
            return content, "CT+"
        return content, factuality(said.report.entry, part.head, denied=denied is not None)

    def _value(self, said: Said, found: Found) -> str:
        strength, negative = clause_force(found.head)
        base = said.report.entry.factuality if said.report is not None else "CT+"
        if "U" in (strength, base[0]):
            return "Uu"
        weaker = max(base[:2], strength, key=("CT", "PR", "PS").index)
        return f"{weaker}{'-' if base.endswith('-') != negative else '+'}"

    def _statement(
        self, said: Said, speaker: Mention, content: Content, value: str, outer: Statement | None
    ) -> Statement:
        report = said.report
        attribution = said.attribution
        seen = signs(self.doc, said)
        return Statement(
            content=content,
            evidence=sentence_spans(
                self.doc, self.text.text, [*attribution.content, *attribution.cue, *attribution.source]
            ),
            factuality=value,
            speech_act="ask" if self._asks(said) else report.entry.act if report is not None else "assert",
            attribution=attribution,
            speaker=speaker,
            addressee=_heard(said, outer),
            cue=attribution.cue[0].of(self.text.text) if attribution.cue else "",
            said=self.occasions.time(said),
            setting=setting(said),
            quotes=self._quotes(attribution.content),
            based_on=tuple(
                m for t in (report.based_on if report is not None else ()) if (m := mention_of(t)) is not None
            ),
            outer=outer,
            confidence=confidence(seen),
            signs=seen,
        )

    def _asks(self, said: Said) -> bool:
        """ "“Will you go?” she said": one sentence, and a question."""
        words = said.attribution.content[-1].of(self.text.text).rstrip("”\"'’»")
        plain = said.report is None or said.report.entry.act == "assert"
        return plain and words.endswith("?") and claims.is_one_sentence(self.doc, said)

    def _quotes(self, content: Sequence[Span]) -> tuple[Span, ...]:
        inside: list[Quotation] = [
            q for q in self.text.quotations_near(content) if any(s.meets(q.words) for s in content)
        ]
        told = [q for q in inside if q.span in content or not _is_title(q.words.of(self.text.text))]
        return tuple(q.words for q in told if q.words.start < q.words.end)

    def _first_person(self, said: Said, held: Sequence[Statement]) -> tuple[Mention, ...]:
        """ "I" and "we" inside speech are its speaker."""
        if said.source is not None and said.source.lower_ in {"i", "we"} and held and held[0].speaker is not None:
            return (held[0].speaker,)
        return ()

    def _refusal(self, said: Said, speakers: Sequence[Mention]) -> str:
        report = said.report
        if report is not None and report.negation is not None:
            return "negated: nothing was said"
        if report is not None and report.unreal:
            return "not said: planned, wished or possible"
        if report is not None and report.is_topic:
            return "spoken of, not put forward"
        if report is not None and report.content and all(map(syntax.says_nothing, report.content)):
            return "told by a pronoun alone"
        if speakers:
            return ""
        if report is None:
            return "quotation without a speaker"
        if report.source is None and report.frame == "label":
            return "the turn of an interview, without a name"
        if report.source is None:
            if report.frame == "rumour":
                return "rumour: nobody is named who says so"
            return "passive without a speaker" if syntax.is_passive(report.verb) else "view without a holder"
        return f"speaker not known: {report.source.text}"

    def _own_voice(self, found: Found) -> Statement:
        strength, negative = clause_force(found.head) if not found.presupposed else ("CT", False)
        if not found.presupposed and syntax.is_embedded(found.head):
            strength = embedded_force(found.head)
        value = "Uu" if strength == "U" else f"{strength}{'-' if negative else '+'}"
        evidence = sentence_spans(self.doc, self.text.text, [found.content.span])
        return Statement(found.content, evidence, factuality=value, status=found.status, confidence=OWN_VOICE)


def _heard(said: Said, outer: Statement | None) -> Mention | None:
    """Who is spoken to; "me" and "us" inside speech are its speaker."""
    addressee = said.report.addressee if said.report is not None else None
    if addressee is None:
        return None
    if addressee.lower_ in {"me", "us"} and outer is not None:
        return outer.speaker
    return mention_of(addressee)


def _is_title(words: str) -> bool:
    """ "Nobody Had a Key": the name of a work, in the writer's marks."""
    long = [word for word in re.findall(r"[^\W\d_]+", words) if len(word) > LITTLE]
    return len(long) > 1 and all(word[0].isupper() for word in long) and not words.endswith((",", "."))


def _hull(said: Said) -> Span:
    spans = [*said.attribution.content, *said.attribution.cue, *said.attribution.source]
    return Span(min(s.start for s in spans), max(s.end for s in spans))


def _place(item: Statement | Skipped) -> tuple[int, int, int]:
    span = item.span if isinstance(item, Skipped) else item.evidence[0]
    at = item.attribution.cue[0].start if item.attribution is not None and item.attribution.cue else span.start
    return span.start, at, span.end
