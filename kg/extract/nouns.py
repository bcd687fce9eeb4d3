"""Acts of saying by a noun: "his claim that", "voiced concern about", "in her belief that"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from kg import syntax
from kg.extract import cues
from kg.extract.complements import that_clause
from kg.extract.cues import Cue
from kg.extract.people import can_speak
from kg.extract.report import Report
from kg.extract.sources import source_words


def of_noun(noun: Token, entries: tuple[Cue, ...]) -> Iterator[Report]:
    """The act of saying that a noun of saying tells of; none where nothing or nobody is told."""
    heads, entry = next(((h, e) for e in entries if (h := noun_complements(noun, e))), ([], entries[0]))
    if not heads or heads[0].lemma_.lower() in cues.MUTE:  # "requests for comment"
        return
    verb = noun.head
    light = syntax.is_object(noun) and verb.lemma_.lower() in cues.LIGHT
    owner = syntax.possessor(noun)
    source: Token | None = None
    if light:
        source = syntax.agent(verb) if syntax.is_passive(verb) else syntax.subject(verb)
    if owner is not None and (source is None or not can_speak(source)):
        source, light = owner, False
    if source is None and syntax.is_finite(heads[0]):  # "there were reports that"
        said = tuple(syntax.clause(heads[0]))
        yield Report(noun, (noun,), entry, None, (), said, (heads[0],), frame="rumour", by="noun")
    if source is None or not can_speak(source):
        return
    words = _noun_cue(noun, verb if light else None, heads)
    yield Report(
        verb=verb if light else noun,
        cue=tuple(words),
        entry=entry,
        source=source,
        source_words=tuple(source_words(source, verb)),
        content=tuple(t for h in heads for t in syntax.clause(h) if t.i > words[-1].i),
        heads=tuple(heads),
        negation=verb if _revoked(noun) else syntax.negation(verb) if light else None,
        by="noun",
    )


def _revoked(noun: Token) -> bool:
    """ "dropped its demand for": what is taken back is not said any more."""
    return syntax.is_object(noun) and noun.head.lemma_.lower() in cues.REVOKING


def noun_complements(noun: Token, entry: Cue) -> list[Token]:
    """ "claim that the deal is off", "fear of losing", "call for talks", "promise to leave"."""
    for c in noun.children if entry.frames else ():
        if c.i < noun.i:
            continue
        if syntax.is_dependent(c):
            mark = syntax.marker(c)
            if (mark is not None and mark.lower_ in {"that", "whether"}) or (
                "infinitive" in entry.frames and syntax.has_to(c)
            ):
                return [c]
    carried = noun.head.lemma_.lower() in cues.LIGHT and syntax.is_object(noun)
    that = that_clause(noun, noun) if carried and entry.frames else None
    if that is not None and that.head.lemma_.lower() not in cues.NOUNS:
        return [that]  # "made the claim in an interview that"
    if carried:
        clauses = [c for c in syntax.clause_complements(noun.head) if c.i > noun.i]
        if entry.frames and clauses and syntax.marker(clauses[0]) is not None:
            return clauses[:1]
    if entry.prepositions and (carried or syntax.possessor(noun) is not None):
        for above in (noun, noun.head):
            for p, governed in syntax.prepositions(above, *sorted(entry.prepositions)):
                if p.i == noun.i + 1:
                    return [governed]
    return []


def _noun_cue(noun: Token, verb: Token | None, heads: list[Token]) -> list[Token]:
    first = syntax.verb_group(verb)[0].i if verb is not None and verb.i < noun.i else noun.i
    last = noun.i
    head = heads[0]
    if syntax.is_governed(head):
        last = max(last, head.head.i)
    return list(noun.doc[first : last + 1])
