"""When and where something was said: the time and the place in the reporting clause, carried to the next words."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Token

from kg import syntax
from kg.extract.mentions import layers_of
from kg.extract.people import is_work
from kg.extract.pieces import span_of
from kg.extract.said import Said
from kg.extract.sources import speaking
from kg.model import Span, Time

DATING = frozenset("publish release issue post date send print file deliver record broadcast air".split())
PLACES = frozenset(
    {"in", "at", "on", "during", "aboard", "from", "after", "before", "outside", "inside", "via", "through"}
)


class Occasions:
    """The time of each act of saying; the same speaker's next words keep it until another time is named."""

    def __init__(self, times: Sequence[Time]) -> None:
        self._times = sorted(times, key=lambda time: time.span)
        self._starts = [time.span.start for time in self._times]
        self._last: dict[str, Time] = {}

    def time(self, said: Said) -> Time | None:
        """When it was said, as printed; call it in the order of the text."""
        speaker = said.speakers[0].name if said.speakers else ""
        found = self._own(said)
        if found is not None and said.report is not None:
            found = replace(found, tense=syntax.tense(said.report.verb))
        if found is not None:
            if said.report is None or syntax.is_main(said.report.verb):
                self._last[speaker] = found
            return found
        return self._last.get(speaker)

    def _own(self, said: Said) -> Time | None:
        if said.report is None:
            return None
        verb = said.report.verb
        # "..., she said Sunday": the parse can hang the day on the words said before the cue
        verbs = {verb.i, *(s.i for s in speaking(verb))} | {h.i for h in said.report.heads if h.i < verb.i}
        verbs |= {t.i for t in syntax.sharing_time(verb)} | {t.i for t in _works(verb)}
        sentence = Span(verb.sent.start_char, verb.sent.end_char)
        for time in self._times[bisect_left(self._starts, sentence.start) : bisect_left(self._starts, sentence.end)]:
            if not sentence.holds(time.span) or any(c.meets(time.span) for c in said.attribution.content):
                continue
            inside = verb.doc.char_span(time.span.start, time.span.end, alignment_mode="expand")
            governing = syntax.governing_verb(inside.root) if inside is not None else None
            if governing is not None and governing.i in verbs:
                return time
        return None


def _works(verb: Token) -> Iterator[Token]:
    """ "in a report published Sunday", "an email dated Sunday, in which": the verbs that date a work."""
    works = [governed for _, governed in syntax.prepositions(verb)]
    works += [verb.head] if syntax.is_noun_clause(verb) else []
    works += [source] if (source := syntax.own_subject(verb)) is not None else []
    for work in works:
        if is_work(work):
            yield from (c for c in syntax.relative_clauses(work) if c.lemma_ in DATING and c.i != verb.i)


def setting(said: Said) -> str:
    """Where or in what form it was said, as printed: "aboard the train", "in a post"; empty where untold."""
    if said.report is None:
        return ""
    verb = said.report.verb
    heads = [*speaking(verb), verb] + ([said.report.addressee] if said.report.addressee is not None else [])
    for head in heads:
        for p, governed in syntax.prepositions(head, *sorted(PLACES)):
            span = span_of(syntax.trimmed(list(p.subtree)))
            timed = governed.ent_type_ in {"DATE", "TIME"}
            if timed or syntax.is_verb(governed) or any(c.meets(span) for c in said.attribution.content):
                continue
            if span.end - span.start <= 120:
                return span.of(layers_of(verb).text)
    return ""
