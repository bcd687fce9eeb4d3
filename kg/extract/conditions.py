"""Conditions: what somebody makes an outcome depend on, as clauses, nouns, verbs and phrases tell."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Token

from kg import syntax
from kg.extract.bargain_words import CONCEDING, DEPENDENT, STAKES, TERMS, TYING
from kg.extract.found import Found
from kg.extract.matters import FIRST, Fields, actor, actors, claim, content, is_put, makers, objects, sayer, text_of
from kg.extract.mentions import mention_of
from kg.extract.sources import source_of
from kg.model import Content, Mention

WOULD = frozenset({"will", "would", "'ll", "’ll", "wo"})
GIST = "{agent} makes it a condition for {conditionFor}: {matter}"
# "would boycott it until", "ruled out talks until"
WITHHOLDING = frozenset("refuse boycott withhold block reject suspend freeze rule".split())
# "vowed to stay on strike until": what goes on till the terms are met
KEEPING = frozenset("stay continue keep remain strike boycott hold occupy block fight maintain".split())
VOWING = frozenset("threaten vow refuse promise pledge swear warn".split())
# Not on terms, but in time: "will not be back until", "will not know until"
IN_TIME = frozenset("be know return start begin have see come arrive happen end play become learn".split())
# "will not sign until it gets guarantees": what one waits for oneself
GETTING = frozenset("get receive have see secure win obtain be".split())
OFFERING = frozenset("offer propose promise pledge".split())


def of_terms(
    agents: Sequence[Mention], matter: str, outcome: Content, words: Sequence[Token], heard: Mention | None = None
) -> Content:
    """A condition from who makes it, its words, what depends on it, and whom it is put to."""
    fields: Fields = [("agent", agent) for agent in agents]
    if heard is not None and heard.name not in {agent.name for agent in agents}:
        fields.append(("recipient", heard))
    return content("Condition", [*fields, ("matter", matter), ("conditionFor", outcome)], GIST, words)


def on_condition(made: Content, outcome: Content) -> Content:
    """A demand that something depends on."""
    matter = str(made.get("matter"))
    fields = [(n, v if n != "matter" else matter.split(" as a ")[0].split(" as the ")[0]) for n, v in made.fields]
    return replace(made, kind="Condition", fields=(*fields, ("conditionFor", outcome)), gist=GIST)


def outcome_of(term: Token, above: Token | None = None) -> Content | None:
    """ "a condition of any ceasefire", "set terms for a summit": what depends on it."""
    if term.lemma_.lower() not in TERMS or syntax.is_absent(term):
        return None
    governed = next((g for _, g in syntax.prepositions(above or term, "for", "of", "to", "on")), None)
    if governed is None or actor(governed) is not None:
        return None
    leave = [*syntax.additions(governed), *syntax.appositions(governed), *_mandates(governed)]
    return claim(syntax.clause(governed, without=leave))


def _mandates(token: Token) -> list[Token]:
    """ "a condition of the truce that Orland leave": the clauses below that tell what is to be done."""
    return [t.head for t in token.subtree if t.lower_ == "that" and t.head.i > t.i and _is_to_be(t.head)]


def _is_to_be(verb: Token) -> bool:
    return syntax.is_verb(verb) and (syntax.is_infinite(verb) or syntax.is_mandated(verb))


# --- "made it a condition of", "tied aid to reform", "conditional on", "in return for", "not without"


def by_making(verb: Token) -> Iterator[Found]:
    """ "made the withdrawal a condition of talks"; "it" is what a clause before or behind says."""
    agents = actors(source_of(verb))
    called = [*syntax.secondary_predicates(verb), *[t for t in [syntax.predicate(verb)] if t is not None]]
    term, outcome = next(((t, out) for t in called if (out := outcome_of(t)) is not None), (None, None))
    if not agents or term is None or outcome is None:
        return
    clause = next(iter(_mandates(verb)), None)
    if clause is not None and clause.i > term.i:
        doer = actor(syntax.own_subject(clause)) if not syntax.is_passive(clause) else None
        leave = [t for t in clause.subtree if t.i < clause.i and t.lower_ == "that"][:1]
        leave += [*syntax.conjuncts(verb)[1:], *syntax.remarks(clause)]
        words = syntax.clause(clause, without=leave)
        yield Found(of_terms(agents, text_of(words), outcome, [*words, verb, term], doer), verb)
        return
    for thing in objects(verb):
        words = _clause_before(verb) if thing.lower_ in {"it", "that", "this"} else syntax.clause(thing)
        if words:
            yield Found(of_terms(agents, text_of(words), outcome, [*words, *syntax.clause(verb)]), verb)


def _clause_before(verb: Token) -> list[Token]:
    """ "officials say Orland must go, and Vessa made it a condition": that Orland must go."""
    first = syntax.first_conjunct(verb)
    if first.i == verb.i:
        return []
    told = next(iter(syntax.clause_complements(first)), first)
    return syntax.clause(told, without=[verb, *syntax.to_words(told)])


def by_tying(verb: Token) -> Iterator[Found]:
    """ "tied aid to reform", "conditioned its support on a pledge", "its support hinges on it"."""
    behind = next((g for _, g in syntax.prepositions(verb, TYING[verb.lemma_], "upon")), None)
    own = syntax.own_subject(verb)
    depends = verb.lemma_ in {"hinge", "depend"}
    for thing in [t for t in [own] if t is not None] if depends else objects(verb):
        agents = actors(syntax.possessor(thing)) if depends else actors(source_of(verb))
        if behind is not None and thing.lemma_.lower() in STAKES and agents:
            words = syntax.clause(behind)
            yield Found(of_terms(agents, text_of(words), claim(syntax.clause(thing)), [verb, *words]), verb)


def by_adjective(adjective: Token) -> Iterator[Found]:
    """ "made its signature conditional on a pullout", "aid was conditional on reform, Vessa said"."""
    behind = next((g for _, g in syntax.prepositions(adjective, "on", "upon")), None)
    verb = syntax.governing_verb(adjective)
    if behind is None or verb is None or adjective.lemma_.lower() not in DEPENDENT:
        return
    made = verb.lemma_ == "make" and is_put(verb)
    agents = actors(source_of(verb)) if made else sayer(verb)
    near = [*objects(verb), *[t for t in [syntax.own_subject(adjective)] if t is not None]]
    thing = next(iter(near), None) if made else syntax.own_subject(verb)
    if agents and thing is not None and thing.lemma_.lower() in STAKES:
        words = syntax.clause(behind)
        outcome = claim(syntax.clause(thing))
        yield Found(of_terms(agents, text_of(words), outcome, [verb, *words]), verb if made else thing)


def by_exchange(noun: Token) -> Iterator[Found]:
    """ "offered to lift sanctions in return for the crew", "in exchange for"."""
    behind = next((g for _, g in syntax.prepositions(noun, "for")), None)
    verb = syntax.governing_verb(noun)
    if behind is None or verb is None or noun.head.lower_ != "in":
        return
    top = verb.head if syntax.is_open_complement(verb) and syntax.is_verb(verb.head) else verb
    agents = makers(top) if top.lemma_ in OFFERING and is_put(top) else ()
    if top.lemma_ in CONCEDING and {h.lower_ for h in syntax.auxiliaries(top)} & WOULD:
        agents = actors(syntax.own_subject(top))
    if agents:
        words = syntax.clause(behind)
        leave = [noun.head, *syntax.to_words(verb), *[t for t in [syntax.own_subject(verb)] if t is not None]]
        leave += syntax.auxiliaries(verb)
        given = objects(verb) if top.lemma_ in OFFERING and top.i == verb.i else [verb]
        if given:
            outcome = claim(syntax.clause(given[0], without=leave))
            yield Found(of_terms(agents, text_of(words), outcome, [top, *words]), top)


def by_lack(without: Token) -> Iterator[Found]:
    """ "will not sign without guarantees", "“No deal without the islands,” Vessa said"."""
    behind, head = syntax.governed_by(without), without.head
    if behind is None or syntax.is_verb(behind) or syntax.is_root(without):
        return
    if syntax.is_verb(head):
        helpers = {h.lower_ for h in syntax.auxiliaries(head)}
        firm = syntax.negation(head) is not None and helpers & (WOULD | {"can", "ca", "cannot"})
        own = syntax.own_subject(head)
        if not firm or own is None or head.lemma_.lower() not in CONCEDING:
            return
        agents = actors(own) or sayer(head)
        leave = [without, own, *syntax.auxiliaries(head), *[t for t in [syntax.negation(head)] if t is not None]]
        outcome = claim(syntax.clause(head, without=leave))
    else:
        own = without
        agents = (
            actors(source_of(head.head)) if syntax.is_absent(head) and head.head.lemma_ in {"say", "insist"} else ()
        )
        outcome = claim(syntax.clause(head, without=[without, *(c for c in head.children if c.lower_ == "no")]))
    if agents:
        words = syntax.clause(behind)
        yield Found(of_terms(agents, text_of(words), outcome, [head, *words]), own)


# --- "would talk only if Orland withdrew", "will not sign until", "threatened to leave unless"


def by_clause(mark: Token, clause: Token, above: Token) -> Iterator[Found]:
    """The terms of a clause ("unless Orland leaves"), its opener and the word it hangs on in, the condition out."""
    held = next((v for v in _held(mark, clause, above) if _is_exacting(v, _top(v), mark, clause)), None)
    denied = syntax.negation(clause) if mark.lower_ == "if" else None
    leave = [mark, *([denied, *syntax.auxiliaries(clause)] if denied is not None else [])]
    words = [t for t in syntax.clause(clause, without=leave) if t.i != mark.i - 1]
    if held is None or len(words) < 2 or clause.lemma_ == "do":
        return
    top, own = _top(held), syntax.own_subject(clause)
    agents = actors(syntax.subject(top))
    if not agents and (_is_none(held) or (syntax.negation(held) is not None and held.lemma_ in CONCEDING)):
        agents = sayer(top)  # "there will be no talks until, Vessa said"
    known = own is not None and (own.lower_ in FIRST or not syntax.is_pronoun(own) or mention_of(own) is not None)
    heard = actor(own) if known and not syntax.is_passive(clause) else None
    waits = heard is not None and heard.name in {a.name for a in agents}
    if not agents or (waits and clause.lemma_ not in GETTING):
        return
    outcome = _at_stake(held, mark, clause, denied=denied is not None)
    head = syntax.own_subject(top) or (mark if top.i == held.i else top)
    yield Found(of_terms(agents, text_of(words), outcome, [top, *syntax.clause(held), *words], heard), head)


def _held(mark: Token, clause: Token, above: Token) -> list[Token]:
    """The verbs that a clause of terms can be about: the one it hangs on, what is said there, the nearest before."""
    if not syntax.is_verb(above):
        return []
    near = [above, *([above.head] if syntax.is_beside(above) and syntax.is_verb(above.head) else [])]
    near += [c for c in syntax.clause_complements(above) if c.i != clause.i]
    if not syntax.is_adverbial(clause):
        before = above.doc[above.sent.start : mark.i]
        near += [t for t in reversed(before) if syntax.is_verb(t) and not syntax.is_helper(t)]
    return near


def _top(verb: Token) -> Token:
    """ "vowed to stay": the verb that an infinitive completes."""
    while syntax.is_open_complement(verb) and syntax.is_verb(verb.head):
        verb = verb.head
    return verb


def _is_exacting(verb: Token, top: Token, mark: Token, clause: Token) -> bool:
    """True where somebody says what he does, or leaves undone, on which terms."""
    negative, helpers = syntax.negation(verb) is not None, {h.lower_ for h in syntax.auxiliaries(verb)}
    vows = top.i != verb.i and top.lemma_ in VOWING
    meant = bool(helpers & WOULD) or vows
    withheld = verb.lemma_ in WITHHOLDING or top.lemma_ in WITHHOLDING
    if top.i != verb.i and syntax.negation(top) is not None:
        return False
    if verb.lemma_ == "be" and not _is_none(verb):
        return False
    if mark.lower_ in {"if", "when", "after", "once"}:
        only = mark.i > 0 and mark.nbor(-1).lower_ == "only"
        return meant and (only or (mark.lower_ in {"if", "once"} and _is_bargain(verb, clause, vows=vows)))
    doer = actor(syntax.own_subject(clause))
    timely = verb.lemma_ in IN_TIME and (doer is None or clause.lemma_ not in CONCEDING)
    if mark.lower_ == "until":
        kept = negative and bool(helpers & WOULD) and not timely
        goes_on = verb.lemma_ in KEEPING and (vows or (meant and doer is not None))
        return kept or goes_on or _is_none(verb) or (withheld and (meant or is_put(verb)))
    if mark.lower_ == "unless":
        return (meant and (vows or not timely)) or _is_none(verb) or (withheld and is_put(verb))
    if negative:
        return False  # "as long as it stays, we will not": no terms, but a reason
    return meant or (verb.lemma_ in {"agree", "accept"} and is_put(verb))


def _is_bargain(verb: Token, clause: Token, *, vows: bool) -> bool:
    """ "would sign if Orland left", "threatened to leave if Orland did not pay": what one does for another’s deed."""
    doer = actor(syntax.own_subject(clause))
    if doer is None or syntax.is_pronoun(syntax.own_subject(clause) or clause) or syntax.is_passive(clause):
        return False
    if syntax.negation(clause) is not None:
        return vows
    return verb.lemma_ in CONCEDING and clause.lemma_ in CONCEDING and syntax.negation(verb) is None


def _is_none(verb: Token) -> bool:
    """ "there will be no talks": none of what could be."""
    return bool({h.lower_ for h in syntax.auxiliaries(verb)} & (WOULD | {"can", "could"})) and _none(verb) is not None


def _none(verb: Token) -> Token | None:
    there = syntax.predicate(verb) if verb.lemma_ == "be" else syntax.own_subject(verb)
    return there if there is not None and any(c.lower_ == "no" for c in there.children) else None


def _at_stake(verb: Token, mark: Token, clause: Token, *, denied: bool) -> Content:
    """What depends on the terms: "sign", "not cut the supply"."""
    if verb.lemma_ in {"rule", "reject"} and (barred := objects(verb)):
        return claim(syntax.clause(barred[0], without=[clause]))
    if verb.lemma_ in {"agree", "accept"}:
        taken = [*objects(verb), *(g for _, g in syntax.prepositions(verb, "to"))]
        if taken:
            bound = clause.head.head if syntax.is_noun_clause(clause) else clause  # "on condition that"
            return claim(syntax.clause(taken[0], without=[clause, mark, bound]))
    none = _none(verb) if _is_none(verb) else None
    if none is not None:
        return claim(syntax.clause(none, without=[clause, *(c for c in none.children if c.lower_ == "no")]))
    subject = syntax.own_subject(verb)
    leave = [clause, mark, *syntax.auxiliaries(verb), *syntax.to_words(verb), *syntax.accompanying(verb)]
    leave += [t for t in verb.children if syntax.is_beside(t)] + ([subject] if subject is not None else [])
    opener = syntax.opener(verb)
    if opener is not None and opener.i < verb.i:
        leave.append(opener)
    barring = syntax.negation(verb)
    if barring is not None:
        leave.append(barring)
    words = [t for t in syntax.clause(verb, without=leave) if t.i != mark.i - 1 or t.lower_ != "only"]
    positive = barring is None and verb.lemma_ not in WITHHOLDING
    text = text_of(syntax.trimmed(words))
    goes_on = mark.lower_ == "until" and verb.lemma_ in KEEPING
    return claim(words, f"not {text}" if (mark.lower_ == "unless" or denied or goes_on) and positive else text)
