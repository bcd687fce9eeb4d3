"""Attitudes told by an adjective: "is confident that", "was critical of", "is eager to"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from kg import syntax
from kg.extract.cues import Cue
from kg.extract.people import can_speak
from kg.extract.report import Report
from kg.extract.sources import source_of, source_words
from kg.extract.verbs import is_unreal

# "is confident", "felt sure"; not "make sure"
FEELING = frozenset({"be", "become", "remain", "feel", "stay", "seem", "sound", "grow", "get"})


def of_adjective(word: Token, entry: Cue) -> Iterator[Report]:
    """The attitude that an adjective said of somebody tells of; none where nobody or nothing stands beside it."""
    verb = word.head
    if not (syntax.is_predicative(word) and verb.lemma_ in FEELING and verb.i < word.i):
        return
    source = source_of(verb)
    found = _complement(word, verb, entry)
    if source is None or source.lower_ == "it" or found is None or not can_speak(source):
        return
    head, frame = found
    last = head.head if frame == "preposition" else word
    yield Report(
        verb=verb,
        cue=tuple(word.doc[syntax.verb_group(verb)[0].i : last.i + 1]),
        entry=entry,
        source=source,
        source_words=tuple(source_words(source, verb)),
        content=tuple(syntax.clause(head, without=[verb])),
        heads=(head,),
        negation=syntax.negation(verb),
        unreal=is_unreal(verb),
        frame=frame,
        by="adjective",
    )


def _complement(word: Token, verb: Token, entry: Cue) -> tuple[Token, str] | None:
    """The head of what an attitude is about, and by which frame: "glad that she left", "critical of the plan"."""
    for above in (word, verb):
        to = syntax.infinitive(above)
        if "infinitive" in entry.frames and to is not None and to.i > word.i:
            return to, "infinitive"
        clauses = [c for c in syntax.clause_complements(above) if c.i > word.i and not syntax.has_to(c)]
        if "clause" in entry.frames and clauses:
            return clauses[0], "clause"
        for p, governed in syntax.prepositions(above, *sorted(entry.prepositions)) if entry.prepositions else ():
            if p.i == word.i + 1:
                return governed, "preposition"
    return None
