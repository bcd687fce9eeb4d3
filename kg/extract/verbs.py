"""Acts of saying by a verb: "said that", "vowed to", "described it as", "made clear that", "as Vessa put it"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from kg import syntax
from kg.extract import cues
from kg.extract.according import closes_sentence
from kg.extract.complements import completed
from kg.extract.cues import Cue
from kg.extract.mentions import around
from kg.extract.nouns import noun_complements
from kg.extract.people import can_speak, is_work
from kg.extract.report import Report
from kg.extract.sources import maker, named_by, source_of, source_words, speaking, speaks

TELLING = frozenset({"tell", "inform", "assure", "remind", "brief"})
# What completes a passive that names nobody: "it was said that", "is expected to", "was accused of", "was asked about"
UNNAMED = frozenset({"clause", "infinitive", "as", "preposition", "object"})
# but what is wanted or meant is somebody's: "is intended to last" names no holder of an intention
MEANT = frozenset({"intend", "want", "accept", "promise", "reject"})


def of_verb(verb: Token, lemma: str) -> Iterator[Report]:
    """The acts of saying that a verb tells of; none where it is no verb of saying or nobody can be its source."""
    if lemma in {"make", "set"}:
        yield from _made_plain(verb)
    if lemma in cues.SEEMING:
        yield from _seeming(verb)
        return
    if lemma in cues.AS_CUES and _is_aside(verb):
        yield from _aside(verb, cues.SAY)
        return
    entries = cues.verb(lemma, syntax.particle(verb)) if lemma in cues.LEADING else ()
    if not entries or syntax.is_helper(verb) or _carries_noun(verb, lemma):
        return
    entry, heads, frame = completed(verb, entries)
    if frame == "object" and entry.act == "propose" and heads[0].lemma_.lower() in cues.TERMS:
        entry = cues.DEMAND  # "set out three conditions"
    source = source_of(verb)
    if entry.act == "reject" and frame == "object" and heads[0].lemma_.lower() in cues.CLAIMED:
        entry = replace(entry, factuality="CT-")  # "rejected the claim"
    source = _above(verb, _outside(verb, source))
    if _anonymous(heads):
        return
    if source is None and not (frame in UNNAMED and syntax.is_passive(verb) and entry.act not in MEANT):
        return
    if source is not None and not speaks(source, verb, entry, frame):
        return
    if frame in {"object", "preposition"} and syntax.has_to(verb):
        return  # "left to defend the plan": what somebody is to do
    if lemma == "read" and not is_work(source if source is not None else verb):
        return  # "the statement read", not "she has read"
    if lemma == "hear":
        source = _heard_from(verb, source)
    work = source if source is not None and is_work(source) else None
    if work is not None:
        source, _ = maker(work)  # "a report by the chamber found": the chamber
    yield _report(verb, entry, source, heads, frame, work)


def _above(verb: Token, source: Token | None) -> Token | None:
    """ "Vessa said the dam was safe, adding": what is no speaker leaves it to the next subject above."""
    inherited = syntax.own_subject(verb) is None and syntax.is_shared(verb)
    if source is None or can_speak(source) or is_work(source) or not inherited:
        return source
    subjects = (syntax.own_subject(t) for t in syntax.above(verb) if syntax.is_verb(t))
    return next((s for s in subjects if s is not None and can_speak(s)), source)


def _heard_from(verb: Token, hearer: Token | None) -> Token | None:
    """ "heard from Vessa that": Vessa; "the court heard that": nobody who is named; else who heard it holds it."""
    teller = next((someone for _, someone in syntax.prepositions(verb, "from") if can_speak(someone)), None)
    if teller is not None:
        return teller
    return None if hearer is not None and hearer.lemma_.lower() in cues.HEARERS else hearer


def _outside(verb: Token, source: Token | None) -> Token | None:
    """``said Orland "understands strength" and vowed``: outside the quotation it goes on with who said."""
    first = syntax.first_conjunct(verb)
    quotation = around(verb.doc, first) if syntax.own_subject(verb) is None else None
    if source is None or quotation is None or around(verb.doc, verb) == quotation:
        return source
    cues_above = (t for t in syntax.above(verb) if syntax.is_verb(t) and around(verb.doc, t) is None)
    return next((s for t in cues_above if (s := syntax.own_subject(t)) is not None), source)


def _anonymous(heads: list[Token]) -> bool:
    """ "asked not to be named"."""
    return bool(heads) and heads[0].lemma_ in cues.ANONYMOUS and syntax.is_passive(heads[0]) and syntax.has_to(heads[0])


def _carries_noun(verb: Token, lemma: str) -> bool:
    """ "repeated his claim that": the noun tells it."""
    if lemma not in cues.LIGHT:
        return False
    nouns = [o for o in syntax.objects(verb) if o.lemma_.lower() in cues.NOUNS]
    return any(noun_complements(noun, entry) for noun in nouns for entry in cues.NOUNS[noun.lemma_.lower()])


def _report(
    verb: Token, entry: Cue, source: Token | None, heads: list[Token], frame: str, work: Token | None = None
) -> Report:
    addressee = _addressee(verb, heads, entry, source)
    named = named_by(work, source, verb) if work is not None else source_words(source, verb)
    content = [t for head in heads for t in _content_words(head, verb)]
    content = [*_opening(content, verb, named), *content]
    named = [t for t in named if t not in content]
    taken = {t.i for t in content} | {t.i for t in named}
    group = [t for t in _quoted_as(verb) if t.i not in taken] or [verb]
    if work is not None and source is not None and syntax.is_possessor(source):
        group = [*_own_words(work, named, group[0]), *group]
    return Report(
        verb=verb,
        cue=tuple(_with_preposition(verb, group, heads, entry)),
        entry=entry,
        source=source,
        source_words=tuple(named),
        content=tuple(content),
        heads=tuple(heads),
        addressee=addressee,
        negation=syntax.negation(verb) or _declined(verb) or _mute(verb, heads),
        unreal=is_unreal(verb),
        frame=frame,
    )


def _quoted_as(verb: Token) -> list[Token]:
    """The verb group; with what it is told by in "was quoted as saying"."""
    group, opener = syntax.verb_group(verb), verb.head if syntax.is_governed(verb) else syntax.opener(verb)
    quoting = verb.head.head if syntax.is_governed(verb) else verb.head
    if opener is not None and opener.lower_ == "as" and quoting.lemma_ in {"quote", "cite"} and quoting.i < verb.i:
        return list(verb.doc[syntax.verb_group(quoting)[0].i : group[-1].i + 1])
    return group


def _own_words(work: Token, named: list[Token], verb: Token) -> list[Token]:
    """ "report" of "the mayor's report warned": the work that a source speaks by goes with the verb."""
    words = list(work.doc[named[-1].i + 1 : verb.i])
    return words if words and all(word.i == work.i or work.is_ancestor(word) for word in words) else []


def is_unreal(verb: Token) -> bool:
    """True where nothing was surely said: "will say", "could accept", "wants to tell", "whether it agreed"."""
    if syntax.is_conditional(verb) or syntax.is_question(verb):
        return True
    if syntax.tense(verb) == "future":
        return not (_says_only(verb) or syntax.is_accompanying(verb))
    if any(helper.lower_ in {"may", "might", "could"} for helper in syntax.auxiliaries(verb)):
        return True
    above = verb.head
    return (
        syntax.has_to(verb)
        and syntax.is_dependent(verb)
        and above.lemma_ not in cues.SAID_TO | cues.DECLINING
        and not syntax.is_perfect(verb)
    )


def _says_only(verb: Token) -> bool:
    """ "would say only that", "would only confirm": said, and nothing more."""
    helpers = {helper.lower_ for helper in syntax.auxiliaries(verb)}
    group = syntax.verb_group(verb)
    near = verb.doc[group[0].i : min(group[-1].i + 2, verb.sent.end)]
    return helpers == {"would"} and any(t.lower_ == "only" for t in near)


def _content_words(head: Token, verb: Token) -> list[Token]:
    """The words below a head; of words said before the cue, none stand after it ("..., she said as she left")."""
    words = syntax.clause(head, without=[verb])
    closing = [t for t in words if t.lower_ == "according" and t.i > head.i and closes_sentence(t)]
    if closing:  # "..., according to Vessa" at the end: her words are the whole sentence, not a part of it
        words = syntax.clause(head, without=[verb, *closing])
    return [t for t in words if t.i < verb.i] if head.i < verb.i else words


def _opening(content: list[Token], verb: Token, named: list[Token]) -> list[Token]:
    """What opens a sentence that ends with ", she said": all of it was said, whatever the parse hangs it on."""
    first, last = verb.sent.start, min((t.i for t in content), default=0)
    closes = syntax.is_root(verb) and all(t.i < verb.i for t in content)
    if not closes or not named or first >= last or named[0].i < last:
        return []
    return syntax.trimmed(list(verb.doc[first:last]))


def _with_preposition(verb: Token, group: list[Token], heads: list[Token], entry: Cue) -> list[Token]:
    """The cue with the preposition that leads to the content: "called for", "warned of"."""
    for head in heads:
        above = head.head
        if syntax.is_governed(head) and above.head.i == verb.i and above.i == group[-1].i + 1:
            return [*group, above]
    # "called on Orland to leave", "called for Orland to leave"
    leading = [c for c in verb.children if c.i == group[-1].i + 1 and c.lower_ in entry.prepositions]
    return [*group, *leading] if entry.act == "demand" else group


def _addressee(verb: Token, heads: list[Token], entry: Cue, source: Token | None) -> Token | None:
    """ "told reporters", "said to Vessa", "urged Orland to", "was told by X", "in an interview with X"."""
    told = (t for t in (*_told(verb, source), *_heard(verb)) if source is None or t.i != source.i)
    heard = next((t for t in told if not any(h.i == t.i or h.is_ancestor(t) for h in heads)), None)
    return heard if heard is not None else _urged(verb, heads, entry)


def _told(verb: Token, source: Token | None) -> Iterator[Token]:
    """ "told reporters", "told a rally"; the subject of a passive; of a participle the subject of its clause."""
    for o in syntax.objects(verb):
        if can_speak(o) or (verb.lemma_ in TELLING and o.lemma_.lower() in cues.AUDIENCES):
            yield o
    for c in verb.children:  # "... ," Vessa told reporters: the parse can take them for a second subject
        told = verb.lemma_ in TELLING and c.i > verb.i and c.pos_ in {"NOUN", "PROPN", "PRON"}
        if told and (source is None or c.i != source.i) and can_speak(c):
            yield c
    if syntax.is_passive(verb):
        passive = syntax.own_subject(verb) or (syntax.own_subject(verb.head) if syntax.is_dependent(verb) else None)
        if passive is not None and can_speak(passive):
            yield passive


def _heard(verb: Token) -> Iterator[Token]:
    """ "said to Vessa", "called on Vessa", "in an interview with Vessa", "in a letter to Vessa"."""
    for s in (verb, *speaking(verb)):
        for p, governed in syntax.prepositions(s, "to", "on", "in"):
            if p.lower_ == "in":
                works = syntax.prepositions(governed, "with", "to") if governed.lemma_ in cues.ADDRESSED else ()
                yield from (someone for _, someone in works if can_speak(someone))
            elif (p.lower_ == "to" or verb.lemma_ == "call") and can_speak(governed):
                yield governed


def _urged(verb: Token, heads: list[Token], entry: Cue) -> Token | None:
    """ "urged Orland to go", "demanded that Orland go": the subject of what is to be done."""
    for h in heads:
        inner = syntax.own_subject(h)
        if inner is None or inner.i < verb.i or not can_speak(inner) or syntax.is_pronoun(inner):
            continue
        wanted = inner.left_edge.i > verb.i and inner.left_edge.nbor(-1).lower_ == "for"
        if (syntax.has_to(h) and not wanted) or (entry.act in {"demand", "order"} and not syntax.has_to(h)):
            return inner
    return None


def _declined(verb: Token) -> Token | None:
    """ "declined to say", "refused to comment": the verb above says that nothing was said."""
    above = verb.head
    if syntax.is_governed(verb):  # "stopped short of saying", "refrained from saying"
        above = next((t for t in syntax.above(verb) if syntax.is_verb(t)), above)
        return above if above.lemma_ in cues.DECLINING else None
    return above if syntax.is_open_complement(verb) and above.lemma_ in cues.DECLINING else None


def _mute(verb: Token, heads: list[Token]) -> Token | None:
    """ "refused to comment": the refusal to speak itself."""
    if verb.lemma_ in cues.DECLINING - {"deny"} and heads and heads[0].lemma_ in cues.MUTE:
        return verb
    return None


# --- "seems to"


def _seeming(verb: Token) -> Iterator[Report]:
    """ "seems to hold the town", "appears ready": of whom it seems, and what."""
    seen, to = syntax.own_subject(verb), syntax.infinitive(verb) or syntax.predicate(verb)
    if to is not None and to.i > verb.i:
        heads = [to] if seen is None else [seen, to]
        yield _report(verb, cues.VIEW, None, heads, "infinitive")


# --- "as X put it"


def _is_aside(verb: Token) -> bool:
    mark = syntax.opener(verb)
    return (
        syntax.is_dependent(verb)
        and mark is not None
        and mark.lower_ == "as"
        and mark.i < verb.i
        and not syntax.clause_complements(verb)
        and syntax.is_verb(verb.head)
    )


def _aside(verb: Token, entry: Cue) -> Iterator[Report]:
    source = syntax.own_subject(verb)
    if source is None or not can_speak(source):
        return
    head = verb.head
    yield Report(
        verb=verb,
        cue=tuple(syntax.verb_group(verb)),
        entry=entry,
        source=source,
        source_words=tuple(source_words(source, verb)),
        content=tuple(syntax.clause(head, without=[verb])),
        heads=(head,),
        negation=syntax.negation(verb),
    )


# --- "made clear that", "made it a condition of"


def _made_plain(verb: Token) -> Iterator[Report]:
    source = source_of(verb)
    if source is None or not can_speak(source):
        return
    below = list(verb.children)
    below += [c for b in below if not b.is_punct for c in b.children if b.lower_ in cues.PLAIN | cues.TERMS]
    plain = next((t for t in below if t.lower_ in cues.PLAIN and t.i > verb.i), None)
    term = next((t for t in below if t.lemma_.lower() in cues.TERMS and t.i > verb.i), None)
    if plain is not None:
        clauses = [c for c in [*syntax.clause_complements(verb), *syntax.clause_complements(plain)] if c.i > plain.i]
        if clauses:
            yield _with_words(verb, plain, cues.SAY, source, clauses)
    elif term is not None and verb.lemma_ == "make":
        it = [t for t in syntax.direct_objects(verb) if t.lower_ == "it" or t.i != term.i]
        own = [c for c in term.children if syntax.is_subject(c)]
        heads = [*it, *own, term]
        yield _with_words(verb, verb, cues.DEMAND, source, [h for h in heads if h.i > verb.i])


def _with_words(verb: Token, last: Token, entry: Cue, source: Token, heads: list[Token]) -> Report:
    group = syntax.verb_group(verb)
    words = list(verb.doc[group[0].i : last.i + 1]) if last.i > group[-1].i else group
    return Report(
        verb=verb,
        cue=tuple(words),
        entry=entry,
        source=source,
        source_words=tuple(source_words(source, verb)),
        content=tuple(t for h in heads for t in syntax.clause(h, without=[verb]) if t.i > words[-1].i),
        heads=tuple(heads),
        negation=syntax.negation(verb),
    )
