"""Answers to proposals and demands: who accepts, rejects, counters or leaves unanswered what."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Token

from kg import syntax
from kg.extract import replies, verdicts
from kg.extract.answered import Agents, addressee, answer, answered, is_inside, last
from kg.extract.bargain_words import (
    ACCEPTING,
    AGREED,
    ANSWERABLE,
    CALLING,
    CONCEDING,
    DEALS,
    DETAILS,
    FITTING,
    IN_PART,
    IN_PART_ADVERBS,
    LEADING,
    NEVER,
    NOT_SO,
    OFFERS,
    PONDERING,
    REFUSING,
    REJECTING,
    REPLYING,
    TAKEN_UP,
    WILLING,
    WITHHELD,
)
from kg.extract.contents import demands, proposals
from kg.extract.found import Found, kept
from kg.extract.matters import actors, claim, is_put, objects, of_clause, sayer
from kg.extract.mentions import mention_of
from kg.extract.sources import source_of
from kg.model import Content

EXCEPT = frozenset({"until", "unless", "without"})
# "agreed to the plan", "walked away from the deal": what leads to what is answered
BEHIND = ("to", "with", "on", "for", "at", "from", "of", "out", "against", "over", "in")
PARTICLES = ("off", "down", "aside", "up", "through")
# "agreed to hold an inquiry": not "to hold talks"
HELD = frozenset("inquiry enquiry election referendum vote investigation recount".split())
DECIDING = frozenset("vote decide choose opt resolve".split())
CHANGES = frozenset("change amendment reservation condition caveat modification".split())


@kept
def find(doc: Doc) -> Iterator[Found]:
    """The answers of a doc, in the order of its words."""
    before = sorted([*proposals.find(doc), *demands.find(doc)], key=lambda f: f.head.i)
    for token in doc:
        lemma = token.lemma_.lower()
        if token.lower_ == "unanswered":
            yield from verdicts.unanswered(token, before)
        elif syntax.is_verb(token):
            if (lemma in LEADING or lemma in WITHHOLDING) and not syntax.is_helper(token):
                yield from _by_verb(token, lemma, before)
        elif lemma in NEVER or lemma in NOT_SO:
            yield from verdicts.never(token)
        elif (lemma in verdicts.NOUNS and token.pos_ == "NOUN") or lemma == "shrift":
            yield from verdicts.by_noun(token, lemma, before)
        elif lemma in verdicts.ADJECTIVES:
            yield from verdicts.by_adjective(token, lemma, before)
        elif token.lower_ in {"yes", "no"}:
            yield from verdicts.yes_or_no(token, before)
        elif lemma in OFFERS:
            yield from replies.counter_offer(token, before)


WITHHOLDING = frozenset(word.partition("_")[0] for word in WITHHELD)

# --- "accepted the plan", "turned down the offer", "refused to cede land", "has not replied"


def _by_verb(verb: Token, lemma: str, before: Sequence[Found]) -> Iterator[Found]:
    known = _known(verb, lemma)
    agents = _answering(verb, before)
    if not agents and syntax.is_passive(verb) and lemma == "oppose":
        yield from _opposed(verb, before)
    targets = _targets(verb, known, before)
    if lemma in CALLING:
        yield from verdicts.called(verb, before)
    elif _will_not(verb) and (known in ACCEPTING | WITHHELD or lemma == "consider"):
        yield from _withheld(verb, known, agents, targets, before)
    elif lemma in PONDERING:
        yield from replies.pondered(verb, agents, targets, before)
    elif not agents:
        return
    elif lemma in REPLYING:
        yield from replies.reply(verb, agents, before)
    elif known in ACCEPTING and _is_open(verb):
        for found in (f for t in targets for f in answer(agents, "no-answer", answered(t, agents, before), verb)):
            yield Found(found.content, verb, presupposed=True)
    elif not (is_put(verb) or _is_decided(verb)) and not (
        known in ACCEPTING and (_is_willing(verb) or _is_promised(verb))
    ):
        return
    elif known in ACCEPTING:
        yield from _accepted(verb, known, agents, targets, before)
    elif lemma == "counter":
        if any(g.lemma_.lower() in DEALS for _, g in syntax.prepositions(verb, "with")):
            yield from answer(agents, "counter", replies.countered(verb, agents, before), verb)
    elif known in REJECTING:
        yield from _rejected(verb, known, agents, targets, before)


def _known(verb: Token, lemma: str) -> str:
    """ "turned down", "agreed to", "pulled out of": the verb with what follows it, where the two are a known word."""
    near = [syntax.particle(verb), *(a.lower_ for a in syntax.adverbs(verb))]
    behind = [] if objects(verb) else syntax.prepositions(verb, *BEHIND, *PARTICLES)
    near += [p.lower_ for p, governed in behind if governed.ent_type_ not in {"DATE", "TIME"}]
    words = (f"{lemma}_{word}" for word in near)
    return next((word for word in words if word in ACCEPTING or word in REJECTING or word in WITHHELD), lemma)


def _answering(verb: Token, before: Sequence[Found]) -> Agents:
    """Who answers; "his offer to Kestria, which dismissed it": the name before, since no offer answers."""
    decided = syntax.possessor(verb.head) if verb.head.lemma_ == "decision" else None
    blamed = syntax.direct_objects(verb.head.head) if syntax.is_governed(verb) and verb.head.lower_ == "for" else []
    agents = actors(decided or next(iter(blamed), None) or source_of(verb))  # "criticised Dahl for backing it"
    own = syntax.own_subject(verb)
    if own is not None and own.lower_ in {"it", "they"} and mention_of(own) is None:
        return addressee(before, verb) or agents
    if agents or own is None or own.lower_ != "which" or own.i < verb.sent.start + 2 or own.nbor(-1).text != ",":
        return agents
    return tuple(m for m in actors(own.nbor(-2)) if m.named)


def _will_not(verb: Token) -> bool:
    """ "will never accept", "cannot accept": a refusal."""
    helpers = {h.lower_ for h in syntax.auxiliaries(verb)}
    firm = bool(helpers & REFUSING) and syntax.own_subject(verb) is not None
    return firm and syntax.negation(verb) is not None and not syntax.is_conditional(verb)


def _withheld(
    verb: Token, known: str, agents: Agents, targets: list[Token], before: Sequence[Found]
) -> Iterator[Found]:
    """ "will never accept the plan", "will not give up Osk"; not "will not sign until": that is a condition."""
    on_terms = any(True for _ in syntax.terms(verb)) or any(c.lower_ in EXCEPT for c in verb.children)
    head = syntax.own_subject(verb)
    if head is not None and syntax.compounds(head) and head.ent_type_ == "PERSON" and sayer(verb):
        return  # "“Speaker Orland will never give in,” Vessa said": told of another
    agents = agents or sayer(verb)
    for target in targets:
        yield from answer(agents, "reject", answered(target, agents, before), head, verb)
    if targets or on_terms or known not in WITHHELD or syntax.is_passive(verb) or _is_kept_back(verb):
        return
    leave = [*syntax.auxiliaries(verb), syntax.negation(verb)]
    words = [t for t in of_clause(verb, head).words if t not in leave]
    yield from answer(agents, "reject", claim(words), head, verb)


def _is_open(verb: Token) -> bool:
    """ "has not said whether it will accept the plan"."""
    above = verb.head
    told = above.lemma_ in {"say", "decide"} and syntax.is_verb(above)
    unsaid = told and (syntax.negation(above) is not None or any(a.lower_ == "yet" for a in syntax.adverbs(above.head)))
    return unsaid and any(c.lower_ in {"whether", "if"} for c in verb.children)


def _is_decided(verb: Token) -> bool:
    """ "voted to accept the offer", "decided to reject it", "her decision to accept it"."""
    above = verb.head
    if above.lemma_ == "decision" and syntax.possessor(above) is not None:
        return syntax.has_to(verb)
    return syntax.has_to(verb) and syntax.is_verb(above) and above.lemma_ in DECIDING and is_put(above)


def _is_willing(verb: Token) -> bool:
    """ "is ready to accept the plan": not yet, and as good as."""
    ready = verb.head
    above = syntax.governing_verb(ready)
    asked = syntax.has_to(verb) and ready.lemma_.lower() in WILLING and above is not None
    return asked and above is not None and is_put(above) and syntax.negation(above) is None


def _is_promised(verb: Token) -> bool:
    """ "Kestria said it would accept the plan": what one says of oneself, on no terms that are not met."""
    own, above = syntax.own_subject(verb), verb.head
    said = (
        syntax.is_complement(verb) and syntax.is_verb(above) and above.lemma_ in {"say", "announce"} and is_put(above)
    )
    own_word = own is not None and own.lower_ in {"it", "he", "she", "they", "we", "i"}
    will = bool({h.lower_ for h in syntax.auxiliaries(verb)} & {"will", "would"})
    return said and own_word and will and not syntax.conditions(verb) and not syntax.is_pending(verb)


def _opposed(verb: Token, before: Sequence[Found]) -> Iterator[Found]:
    """ "is opposed to the plan"."""
    agents = actors(syntax.own_subject(verb))
    for _, target in syntax.prepositions(verb, "to"):
        if target.lemma_.lower() in ANSWERABLE:
            yield from answer(agents, "reject", answered(target, agents, before), verb)


def _accepted(
    verb: Token, known: str, agents: Agents, targets: list[Token], before: Sequence[Found]
) -> Iterator[Found]:
    how, head = _on_terms(verb, targets)
    head = verb.head if _is_decided(verb) else head
    for target in targets:
        yield from answer(agents, how, answered(target, agents, before), head, verb)
    to = syntax.infinitive(verb)
    if targets or syntax.is_passive(verb):
        return
    held = to is not None and to.lemma_ == "hold" and any(o.lemma_ in HELD for o in objects(to))
    if known == "agree" and to is not None and (to.lemma_ in AGREED or held) and not _is_kept_back(to):
        yield from answer(agents, how, claim(of_clause(to).words), head, verb)
    elif known == "relent":
        yield from answer(agents, how, last(before, verb, agents), head, verb)


def _rejected(
    verb: Token, known: str, agents: Agents, targets: list[Token], before: Sequence[Found]
) -> Iterator[Found]:
    on_terms = any(True for _ in syntax.terms(verb))
    firm = (
        verb.head if _is_decided(verb) else syntax.own_subject(verb) if on_terms else verb
    )  # "ruled out talks unless"
    for target in targets:
        yield from answer(agents, "reject", answered(target, agents, before), firm, verb)
    if not targets:
        yield from answer(agents, "reject", _refused(verb, known, agents, before), verb)


def _targets(verb: Token, known: str, before: Sequence[Found]) -> list[Token]:
    """What is accepted or rejected, where it can be: a plan, a demand, talks; "it" stands for one."""
    leading = [verb, *syntax.adverbs(verb)] if "_" in known else []
    behind = [g for above in leading for _, g in syntax.prepositions(above, *BEHIND, *PARTICLES)]
    called = [t for p in verb.children if p.lower_ == "as" for t in p.children if t.pos_ == "NOUN"]
    behind = behind or called  # "dismissed as absurd a proposal"
    near = [t for o in objects(verb) or behind for t in syntax.conjuncts(o)]
    told = [t for t in near if syntax.is_noun_clause(verb) and any(is_inside(t, f.content) for f in before)]
    fitting = FITTING.get(known, ANSWERABLE)
    known_ones = [t for t in near if t.lemma_.lower() in fitting or t.lower_ in {"it", "that"} or t in told]
    return [
        t for t in known_ones if not (_is_view(t) or replies.is_for_comment(t) or _is_named(t) or syntax.is_verb(t))
    ]


def _is_named(noun: Token) -> bool:
    """ "the Second Amendment", "the term "blockade"": no plan, and no terms."""
    return noun.lemma_ == "term" or (noun.pos_ == "PROPN" and noun.lemma_.lower() in {"amendment", "resolution", "act"})


def _is_view(noun: Token) -> bool:
    """ "dismissed the idea that she had lied": a claim, and nothing to be done."""
    clauses = [c for c in syntax.noun_clauses(noun) if any(syntax.opens_clause(t) for t in c.children)]
    return any(syntax.is_finite(c) and not syntax.is_mandated(c) for c in clauses)


def _on_terms(verb: Token, targets: list[Token]) -> tuple[str, Token]:
    """ "agreed in principle", "accepted it if": the kind of acceptance, and the word that tells how sure it is."""
    exacting = [mark for mark, _ in syntax.terms(verb)]
    if exacting:
        return "accept-with-conditions", syntax.own_subject(verb) or exacting[0]
    part = any(g.lemma_.lower() in IN_PART for t in (verb, *targets) for _, g in syntax.prepositions(t, "in", "on"))
    part = part or any(a.lower_ in IN_PART_ADVERBS for a in syntax.adverbs(verb))
    part = part or any(g.lemma_.lower() in CHANGES for t in (verb, *targets) for _, g in syntax.prepositions(t, "with"))
    return "accept-with-conditions" if part else "accept", verb


def _refused(verb: Token, known: str, agents: Agents, before: Sequence[Found]) -> Content | None:
    """ "refused to cede land", "ruled out freeing the crews"; "refused" alone answers what was demanded last."""
    to, gerund = syntax.infinitive(verb), syntax.gerund_after(verb)
    behind = [g for _, g in syntax.prepositions(verb, "at", "to", "against") if syntax.is_verb(g)]
    done = gerund if gerund is not None and known in {"rule_out", "reject", "oppose", "resist"} else None
    if "_" in known and behind:
        done = behind[0]
    if to is not None and known in {"refuse", "decline"} and to.lemma_ in CONCEDING and not _is_kept_back(to):
        done = to
    if done is not None:
        taken = next((t for t in objects(done) if t.lemma_.lower() in TAKEN_UP), None)
        return answered(taken, agents, before) if taken is not None else claim(of_clause(done).words)
    alone = not objects(verb) and to is None and not syntax.clause_complements(verb)
    return last(before, verb, agents) if alone and known == "refuse" else None


def _is_kept_back(done: Token) -> bool:
    """ "declined to give her name", "refused to release details", "refused to concede that it was late"."""
    persons = (o.ent_type_ == "PERSON" or syntax.is_relative(o) for o in syntax.direct_objects(done))
    if done.lemma_ in {"endorse", "back", "support"} and any(persons):
        return True  # "refused to endorse Vessa"
    told = any(syntax.is_finite(c) and not syntax.is_mandated(c) for c in syntax.clause_complements(done))
    return told or any(o.lemma_.lower() in DETAILS for o in objects(done))
