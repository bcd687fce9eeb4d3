"""What completes a verb of saying: clauses, infinitives, objects, what something is called."""

from __future__ import annotations

from spacy.tokens import Token

from kg import syntax
from kg.extract.cues import Cue
from kg.extract.people import is_work
from kg.extract.sources import source_of

FRAGMENT = 2  # "A holiday first, she said": words of what can be said without a verb
OPENING = frozenset({"“", '"', "``", "‘", "''"})
# "was asked to leave": the subject hears it; in "is expected to leave" it is part of what is thought
ANSWERS = frozenset({"reject", "accept", "propose", "demand"})
RAISING = frozenset({"assert", "believe", "estimate", "confirm", "deny"})
SPOKEN = frozenset({"assert", "confirm", "warn"})
HEARD = frozenset({"ask", "demand", "order", "accept", "propose"})
# "endorsed Orland for mayor": these phrases go with the object, others tell where, when and how it was said
CLOSE = frozenset("for with as against to from of about between".split())


def completed(verb: Token, entries: tuple[Cue, ...]) -> tuple[Cue, list[Token], str]:
    """The first reading of a verb that what stands beside it completes; the first of all where none does."""
    if syntax.is_passive(verb) and (that := _extraposed(verb)) is not None:
        return next((e for e in entries if "clause" in e.frames), entries[0]), [that], "clause"
    for entry in entries:
        heads, frame = _complements(verb, entry)
        if heads:
            return entry, heads, frame
    spoken = next((entry for entry in entries if "clause" in entry.frames and entry.act in SPOKEN), None)
    return (spoken, _unjoined(verb), "clause") if spoken is not None else (entries[0], [], "clause")


def _extraposed(verb: Token) -> Token | None:
    """ "it was announced by the ministry that the road would close"."""
    it = syntax.own_subject(verb)
    return that_clause(verb, verb) if it is not None and it.lower_ == "it" else None


def _unjoined(verb: Token) -> list[Token]:
    """The heads of a clause that the parse does not hang on the verb that says it; none where there is no such clause.

    "he was out, he said on Sunday", "said in May that the cuts were deep".
    """
    source, group = syntax.own_subject(verb), syntax.verb_group(verb)
    if source is not None and (syntax.is_beside(verb) or _is_between_commas(verb, source, group)):
        told = syntax.governing_verb(verb.head) or verb.head
        return [] if _is_parted(told, verb) else [told]
    that = that_clause(verb, verb)
    if that is not None and not syntax.objects(verb):
        return [that]
    return _before_comma(verb, group)


def that_clause(above: Token, behind: Token) -> Token | None:
    """The verb of the first "that" clause behind a word and somewhere below another."""
    following = above.doc[behind.i + 1 : above.sent.end]
    return next((t.head for t in following if syntax.opens_clause(t) and above.is_ancestor(t.head)), None)


def _is_between_commas(verb: Token, source: Token, group: list[Token]) -> bool:
    """ "and the road, she added, is a threat"."""
    first, last = syntax.phrase(source)[0].i, group[-1].i
    inside = syntax.is_dependent(verb) and verb.sent.start < first and last + 1 < verb.sent.end
    return inside and verb.doc[first - 1].text == "," and verb.doc[last + 1].text == ","


def _before_comma(verb: Token, group: list[Token]) -> list[Token]:
    """What stands before ", she said" at the end of a sentence, by the words that nothing else in it governs."""
    source = syntax.own_subject(verb)
    if source is None or source.i > verb.i or syntax.objects(verb) or syntax.infinitive(verb) is not None:
        return []
    comma = min(syntax.phrase(source)[0].i, group[0].i) - 1
    if comma <= verb.sent.start or verb.doc[comma].text != ",":
        return []
    if any(syntax.is_verb(t) for t in verb.doc[group[-1].i + 1 : verb.sent.end]):
        return []
    stretch = verb.doc[verb.sent.start : comma]
    tops = [t for t in stretch if not (stretch.start <= t.head.i < stretch.end) or t.head.i == t.i]
    clauses = [t for t in tops if syntax.is_finite(t) and not syntax.opens_adverbially(t)]
    told = clauses or [t for t in tops if t.pos_ == "NOUN" and len(stretch) > FRAGMENT]
    return sorted(tops, key=lambda t: (t not in clauses, t.i)) if told else []


def _complements(verb: Token, entry: Cue) -> tuple[list[Token], str]:
    """The heads of what completes a cue, and by which frame; none where only a quotation can."""
    if "clause" in entry.frames:
        clauses = [c for c in syntax.clause_complements(verb) if not _is_parted(c, verb)]
        if clauses:
            return [*_stranded(verb, clauses[0]), *clauses, *_further(verb)], "clause"
    gerund = syntax.gerund(verb)
    if gerund is not None and entry.frames & {"clause", "object", "gerund"} and entry.act not in {"ask", "believe"}:
        return [gerund], "gerund"  # "denied holding the town"
    to = syntax.infinitive(verb)
    raised = syntax.is_passive(verb) and entry.act in RAISING and "clause" in entry.frames  # "is said to hold"
    if ("infinitive" in entry.frames or raised) and to is not None:
        asked = next((g for p, g in syntax.prepositions(verb, "for") if verb.i < p.i < to.i), None)
        if asked is not None and "for" in entry.prepositions:
            return [asked, to], "infinitive"  # "called for Orland to leave"
        whole = syntax.is_passive(verb) and entry.act not in HEARD
        return [*(_passive_subject(verb) if whole else ()), to], "infinitive"
    if "as" in entry.frames:
        called = _called(verb)
        if called:
            return called, "as"
    if entry.frames & {"object", "joined"} or ("evidence" in entry.frames and _shown(verb)):
        found = [o for o in syntax.objects(verb) if o.pos_ in {"NOUN", "PROPN", "PRON"} or syntax.is_verb(o)]
        joined = entry.joined | ({"from"} if entry.act == "demand" else set())
        beside = [p for p, _ in syntax.prepositions(verb, *sorted(joined))] if joined else []
        if not found and syntax.is_passive(verb) and (syntax.agent(verb) is not None or beside):
            found = _passive_subject(verb)
        if all(map(syntax.is_relative, found)) and syntax.is_noun_clause(verb) and entry.act in ANSWERS:
            found = _antecedent(verb)
        if found and (beside or "joined" not in entry.frames):
            return [*found, *beside, *_close_phrases(verb, [*found, *beside])], "object"
    for preposition, governed in syntax.prepositions(verb, *sorted(entry.prepositions)) if entry.prepositions else ():
        if governed.ent_type_ in {"DATE", "TIME"} or (
            verb.lemma_ == "call" and preposition.lower_ == "on" and to is None
        ):
            continue
        if syntax.is_verb(governed) or governed.pos_ in {"NOUN", "PROPN", "PRON"}:
            return [governed if preposition.lower_ != "on" else preposition], "preposition"
    return [], "clause"


def _is_parted(clause: Token, verb: Token) -> bool:
    """ "Vessa left; Dahl replied": what stands before a semicolon was not said behind it."""
    return clause.i < verb.i and any(t.text == ";" for t in verb.doc[clause.i : verb.i])


def _stranded(verb: Token, clause: Token) -> list[Token]:
    """ "said a draft had merits", where the parse takes "a draft" for what was said: the subject of the clause."""
    if syntax.own_subject(clause) is not None or not syntax.is_finite(clause):
        return []
    return [o for o in syntax.direct_objects(verb) if verb.i < o.i < clause.i]


def _further(verb: Token) -> list[Token]:
    """ "said that A, and that B", where the parse joins B to the verb."""
    joined = syntax.children(verb, "conj")
    return [c for c in joined if (mark := syntax.marker(c)) is not None and mark.lower_ == "that"]


def _called(verb: Token) -> list[Token]:
    """ "described it as a lie", "called it a lie", "is seen as a lie": what is called something, and what."""
    named = [*(_passive_subject(verb) if syntax.is_passive(verb) else ()), *syntax.objects(verb)]
    names = [*(p for p, _ in syntax.prepositions(verb, "as")), *syntax.secondary_predicates(verb)]
    called = syntax.predicate(verb) if syntax.is_passive(verb) else None
    names += [called] if called is not None and called not in names else []
    names += [c for o in syntax.direct_objects(verb) for c in syntax.adjectives_behind(o)]
    quoted = any(t.text in OPENING for o in named for t in o.subtree if t.i > verb.i)
    return [*named, *names] if len([*named, *names]) > 1 or quoted else []


def _shown(verb: Token) -> bool:
    """ "the poll showed Orland ahead": a work shows, a person finds a way."""
    source = source_of(verb)
    return source is not None and is_work(syntax.antecedent(source))


def _antecedent(verb: Token) -> list[Token]:
    """ "a demand he rejected", "a truce proposed by Vessa": the noun whose clause it is."""
    noun = verb.head
    return [noun] if noun.i < verb.i and noun.pos_ == "NOUN" and not is_work(noun) else []


def _close_phrases(verb: Token, heads: list[Token]) -> list[Token]:
    """ "endorsed Orland for mayor": the phrase right behind an object, which the parse hangs on the verb."""
    end = max(head.right_edge.i for head in heads)
    behind = [(p, governed) for p, governed in syntax.prepositions(verb) if p.i == end + 1 and p.i > verb.i]
    timed = {"DATE", "TIME"}
    return [p for p, governed in behind if p.lower_ in CLOSE or (_shown(verb) and governed.ent_type_ not in timed)]


def _passive_subject(verb: Token) -> list[Token]:
    found = syntax.own_subject(verb)
    return [] if found is None else [found]
