"""Answers told by nouns and adjectives: "gave its blessing to", "is a nonstarter for", "’s refusal to", "no reply"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from kg import syntax
from kg.extract.answered import Agents, answer, answered, last
from kg.extract.bargain_words import (
    ANSWERABLE,
    BESTOWING,
    CONCEDING,
    LACKING,
    NEVER,
    NOT_SO,
    PHRASES,
    PLANNED,
    STEPS,
    UNWILLING,
    VERDICTS,
    WINNING,
    WISHES,
)
from kg.extract.found import Found
from kg.extract.matters import actors, claim, is_put, objects, of_clause, sayer
from kg.extract.sources import source_of
from kg.extract.verbs import is_unreal

LEADING = ("to", "for", "of", "on", "over", "against", "about", "behind")
SILENT = frozenset("silent mum quiet".split())
REPLIES = frozenset("reply response answer".split())
NOUNS = frozenset({*VERDICTS, *WISHES, *REPLIES, *(noun for _, noun in PHRASES)})
ADJECTIVES = SILENT | UNWILLING | {"ready", "willing", "prepared"}


def by_noun(noun: Token, lemma: str, before: Sequence[Found]) -> Iterator[Found]:
    """The answers that a noun of answering tells of."""
    if lemma in WISHES and syntax.is_absent(noun):
        yield from _no_wish(noun)
    elif lemma in REPLIES:
        yield from _no_reply(noun, before)
    elif lemma in VERDICTS and (lemma != "light" or any(c.lower_ == "green" for c in noun.children)):
        yield from _given(noun, VERDICTS[lemma], before)
        yield from _owned(noun, VERDICTS[lemma], before)
    elif (how := PHRASES.get((noun.head.lemma_, lemma)) or PHRASES.get((noun.head.head.lemma_, lemma))) is not None:
        yield from _by_phrase(noun, how, before)


def _targets(*above: Token) -> list[Token]:
    """What is answered, behind a preposition or as another object: "gave the plan its blessing"."""
    behind = [g for t in above for _, g in syntax.prepositions(t, *LEADING)]
    other = [o for t in above if syntax.is_verb(t) for o in objects(t)]
    return [t for t in [*behind, *other] if t.lemma_.lower() in ANSWERABLE]


def _given(noun: Token, how: str, before: Sequence[Found]) -> Iterator[Found]:
    """ "gave its blessing to the plan", "the plan won the backing of Vessa", "met with a refusal from Orland"."""
    verb = noun.head.head if syntax.is_governed(noun) and noun.head.lower_ == "with" else noun.head
    if not syntax.is_verb(verb) or not is_put(verb) or syntax.is_absent(noun):
        return
    part = any(c.lower_ in {"cautious", "conditional", "qualified", "partial", "guarded"} for c in noun.children)
    how = "accept-with-conditions" if part and how == "accept" else how
    if verb.lemma_ in BESTOWING:
        agents, targets = actors(source_of(verb)), _targets(verb, noun)
    elif verb.lemma_ in WINNING:
        own = syntax.own_subject(verb)
        of = [g for above in (noun, verb) for _, g in syntax.prepositions(above, "of", "from")]
        agents = next((found for g in of if (found := actors(g))), ())
        targets = [own] if own is not None and own.lemma_.lower() in ANSWERABLE else []
    else:
        return
    for target in targets[:1]:
        yield from answer(agents, how, answered(target, agents, before), verb, target)


def _owned(noun: Token, how: str, before: Sequence[Found]) -> Iterator[Found]:
    """ "Orland’s rejection of the plan", "her refusal to sign"; not "needs Orland’s approval of"."""
    agents = actors(syntax.possessor(noun))
    verb = syntax.governing_verb(noun)
    if not agents or (verb is not None and (verb.lemma_ in LACKING | BESTOWING or is_unreal(verb))):
        return
    done = [c for c in syntax.relative_clauses(noun) if syntax.has_to(c) and c.lemma_ in CONCEDING]
    targets = _targets(noun)
    about = next(iter([*done, *targets]), None)
    if about is None:
        return
    to = claim(of_clause(about).words) if done else answered(about, agents, before)
    for found in answer(agents, how, to, noun, about):
        yield Found(found.content, noun, presupposed=True)


def _no_reply(noun: Token, before: Sequence[Found]) -> Iterator[Found]:
    """ "gave no answer to the offer", "there was no response from Orland"."""
    verb = syntax.governing_verb(noun)
    if verb is None or not syntax.is_absent(noun) or not is_put(verb):
        return
    of = [g for above in (noun, verb) for _, g in syntax.prepositions(above, "from", "by")]
    given = verb.lemma_ in BESTOWING | {"make", "issue", "provide"}
    agents = next((found for g in of if (found := actors(g))), ()) or (actors(source_of(verb)) if given else ())
    to = next((answered(t, agents, before) for t in _targets(noun, verb)), None)
    yield from answer(agents, "no-answer", to or (last(before, noun, agents) if agents else None), noun, verb)


def _no_wish(noun: Token) -> Iterator[Found]:
    """ "has no desire to give up the land", "has no interest in negotiating"."""
    verb = noun.head
    done = [c for c in syntax.relative_clauses(noun) if syntax.has_to(c)]
    done += [g for _, g in syntax.prepositions(noun, "in", "of") if syntax.is_verb(g)]
    if verb.lemma_ == "have" and done and done[0].lemma_ in CONCEDING:
        to = claim(of_clause(done[0]).words)
        yield from answer(actors(syntax.subject(verb)), "reject", to, verb)


def _by_phrase(noun: Token, how: str, before: Sequence[Found]) -> Iterator[Found]:
    """ "poured cold water on the idea", "dug in its heels over the demand"."""
    verb = noun.head if syntax.is_verb(noun.head) else noun.head.head
    agents = actors(source_of(verb)) if syntax.is_verb(verb) and is_put(verb) else ()
    ground = [g for _, g in syntax.prepositions(verb, "on", "over")] if noun.lemma_ == "ground" else []
    targets = ground or _targets(verb, noun)
    for target in targets[:1]:
        yield from answer(agents, how, answered(target, agents, before), verb, target)


# --- "is unwilling to cede land", "kept silent on the offer"


def by_adjective(adjective: Token, lemma: str, before: Sequence[Found]) -> Iterator[Found]:
    """ "is not ready to cede land", "kept silent on the offer"; what somebody is ready for is told by its verb."""
    verb = syntax.governing_verb(adjective)
    if verb is None or not is_put(verb):
        return
    agents = actors(syntax.subject(verb))
    if lemma in SILENT:
        for target in _targets(adjective, verb)[:1]:
            yield from answer(agents, "no-answer", answered(target, agents, before), verb, target)
        return
    done = syntax.infinitive(adjective) or syntax.infinitive(verb)
    refused = lemma in UNWILLING or syntax.negation(verb) is not None
    if done is not None and done.lemma_ in CONCEDING and refused:
        head = verb if lemma in UNWILLING else syntax.own_subject(verb)
        yield from answer(agents, "reject", claim(of_clause(done).words), head, done)


# --- "is a nonstarter for Vessa", "is out of the question", "is not an option", "called the plan unacceptable"


def never(word: Token) -> Iterator[Found]:
    """What is refused for good: "giving up the port is a nonstarter, Vessa said"."""
    be = syntax.governing_verb(word)
    if be is None or not _is_word_of_refusal(word, be):
        return
    behind = [g for above in (word, be) for _, g in syntax.prepositions(above, "for", "to")]
    behind += [g for p, g in syntax.prepositions(be.head, "for") if p.i < be.left_edge.i]
    agents: Agents = next((found for g in behind if (found := actors(g))), ())
    about = syntax.own_subject(be) or _opening_gerund(be)
    if about is None or syntax.is_pronoun(about):
        return
    if not agents and (_is_yielding(about) or word.lemma_.lower() in {"nonstarter", "starter", "non-starter"}):
        agents = sayer(be)
    thing = syntax.antecedent(about)  # "terms that were unacceptable to Orland"
    to = claim(syntax.clause(thing, without=[be, *syntax.loose(thing)] if thing.i != about.i else [be]))
    head = word if syntax.negation(be) is None and word.lemma_.lower() in NEVER else about
    yield from answer(agents, "reject", to, head, be)


def _is_word_of_refusal(word: Token, be: Token) -> bool:
    lemma, before = word.lemma_.lower(), [t.lower_ for t in word.doc[max(0, word.i - 3) : word.i]]
    negative = syntax.negation(be) is not None
    would = any(h.lower_ == "would" for h in syntax.auxiliaries(be)) and not syntax.is_conditional(be)
    if be.lemma_ not in {"be", "remain", "become"} or not (is_put(be) or negative or would):
        return False
    if lemma in NOT_SO:
        off = lemma == "table" and before[-2:] == ["off", "the"]
        held = (
            lemma not in {"table", "negotiation", "discussion"}
            or before[-2:-1] == ["on"]
            or before[-2:] == ["up", "for"]
        )
        return off != negative and (off or held)
    if negative:
        return False
    if lemma == "question":
        return before == ["out", "of", "the"]
    if lemma == "line":
        return before[-1:] == ["red"]
    if lemma in {"starter", "breaker"}:
        return before[-1:] not in (["a"], ["the"])
    return syntax.is_predicative(word)


def _is_yielding(about: Token) -> bool:
    """ "the plan", "a truce", "giving up the port": what can be asked of somebody."""
    gerund = about.lower_.endswith("ing") or any(c.lower_.endswith("ing") for c in syntax.compounds(about))
    return about.lemma_.lower() in PLANNED | STEPS or gerund


def _opening_gerund(be: Token) -> Token | None:
    """ "Giving up the port is a nonstarter, Vessa said", where the parse hangs the gerund on the verb of saying."""
    before = [c for above in (be, be.head) for c in above.children if c.i < be.i and syntax.is_gerund(c)]
    return next(iter(before), None)


def called(verb: Token, before: Sequence[Found]) -> Iterator[Found]:
    """ "called the plan unacceptable", "branded the offer an insult"."""
    agents = actors(source_of(verb)) if is_put(verb) else ()
    for name in syntax.secondary_predicates(verb):
        if name.lemma_.lower() in NEVER:
            told = [*objects(verb), *[t for t in [syntax.own_subject(name)] if t is not None]]
            for target in [t for t in told if t.lemma_.lower() in PLANNED | STEPS][:1]:
                yield from answer(agents, "reject", answered(target, agents, before), verb)


def unanswered(word: Token, before: Sequence[Found]) -> Iterator[Found]:
    """ "the offer went unanswered by Orland"."""
    agents = actors(next((g for _, g in syntax.prepositions(word, "by")), None))
    verb = syntax.governing_verb(word.head)
    target = syntax.own_subject(verb) if verb is not None else None
    if agents and target is not None and target.lemma_.lower() in ANSWERABLE:
        yield from answer(agents, "no-answer", answered(target, agents, before), target, word)


def yes_or_no(word: Token, before: Sequence[Found]) -> Iterator[Found]:
    """ "said yes to the map but no to the timetable"."""
    verb = syntax.governing_verb(syntax.first_conjunct(word).head)
    targets = [g for _, g in syntax.prepositions(word, "to")]
    if verb is None or verb.lemma_ != "say" or not is_put(verb):
        return
    if not targets and syntax.first_conjunct(word).i == word.i:
        targets = [g for p, g in syntax.prepositions(verb, "to") if p.i == word.i + 1]
    agents, how = actors(source_of(verb)), "accept" if word.lower_ == "yes" else "reject"
    for target in targets:
        if target.lemma_.lower() in ANSWERABLE:
            yield from answer(agents, how, answered(target, agents, before), verb, word)
