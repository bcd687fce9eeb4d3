"""Answers to proposals and demands: who accepts, rejects, counters or leaves unanswered what."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from kg import syntax
from kg.extract.bargain_words import ASKED
from kg.extract.contents import demands, proposals
from kg.extract.contents.proposals import DEALS, OFFERS, proposal_of
from kg.extract.found import Found, kept
from kg.extract.matters import (
    UNSAID,
    Fields,
    actors,
    claim,
    content,
    is_aside,
    is_put,
    objects,
    of_clause,
    with_particle,
)
from kg.extract.sources import source_of
from kg.model import Content, Mention, Term

Agents = tuple[Mention, ...]

# "ruled out talks", "rejected mediation": what one is asked into
STEPS = frozenset(
    "talk negotiation mediation meeting summit election withdrawal pullback retreat resignation return ceasefire "
    "cession partition debate referendum concession".split()
)
ANSWERABLE = DEALS | ASKED | STEPS
ACCEPTING = frozenset("accept approve endorse back embrace agree".split())
REJECTING = frozenset(
    "reject dismiss rebuff spurn oppose refuse decline turn_down rule_out brush_aside brush_off wave_away shoot_down "
    "throw_out".split()
)
REFUSING = frozenset("will would wo can could ca cannot 'll ’ll".split())
REPLYING = frozenset("reply respond answer".split())
# "refused to cede land", "has no desire to give up": what one is asked to do
CONCEDING = frozenset(
    "give cede surrender concede withdraw pull hand accept back support recognise recognize sign join negotiate talk "
    "meet release free lift leave end halt stop drop pay allow grant agree step resign extradite lower raise cut "
    "open close endorse approve consider compromise attend return disarm retreat yield abandon relinquish".split()
)
WISHES = frozenset("desire intention interest".split())
# "a nonstarter for Vessa", "unacceptable to Vessa": words of refusal, and what leads to who refuses
NEVER = {"nonstarter": "for", "starter": "for", "dealbreaker": "for", "breaker": "for", "unacceptable": "to"}
IN_PART = frozenset("theory principle part condition".split())
# "the plan", "that demand": nouns that can stand for what was told before
LEADING = frozenset(word.partition("_")[0] for word in ACCEPTING | REJECTING | REPLYING | {"counter"})
TAKEN_UP = OFFERS | ASKED | frozenset("plan idea bid deal draft".split())
NEAR = 250  # words back that they can stand for
SAYS = {
    "accept": "accepts",
    "reject": "rejects",
    "accept-with-conditions": "accepts on conditions",
    "counter": "counters",
    "no-answer": "has not answered",
}


@kept
def find(doc: Doc) -> Iterator[Found]:
    """The answers of a doc, in the order of its words."""
    before = sorted([*proposals.find(doc), *demands.find(doc)], key=lambda f: f.head.i)
    for token in doc:
        lemma = token.lemma_.lower()
        if lemma in NEVER and syntax.is_predicative(token):
            yield from _never(token, NEVER[lemma])
        elif token.lower_ in {"yes", "no"}:
            yield from _yes_or_no(token, before)
        elif lemma in WISHES and syntax.is_absent(token):
            yield from _no_wish(token)
        elif token.lower_ == "unanswered":
            yield from _unanswered(token, before)
        elif lemma in LEADING and syntax.is_verb(token) and not syntax.is_helper(token):
            yield from _by_verb(token, with_particle(token, lemma, REJECTING), before)


# --- "accepted the plan", "turned down the offer", "refused to cede land", "has not replied"


def _by_verb(verb: Token, lemma: str, before: list[Found]) -> Iterator[Found]:
    if lemma not in ACCEPTING | REJECTING | REPLYING | {"counter"}:
        return
    agents = actors(source_of(verb))
    if not agents:
        return
    targets = _targets(verb, lemma, before)
    if lemma in REPLYING:
        yield from _no_reply(verb, agents, before)
    elif lemma in ACCEPTING and _will_not(verb):
        for target in targets:
            yield from _answer(agents, "reject", _answered(target, agents, before), syntax.own_subject(verb), verb)
    elif not is_put(verb):
        return
    elif lemma in ACCEPTING:
        how, head = _on_terms(verb, targets)
        for target in targets:
            yield from _answer(agents, how, _answered(target, agents, before), head, verb)
    elif lemma == "counter":
        if any(g.lemma_.lower() in DEALS for _, g in syntax.prepositions(verb, "with")):
            yield from _answer(agents, "counter", _countered(verb, agents, before), verb)
    else:
        firm = syntax.own_subject(verb) if any(True for _ in syntax.terms(verb)) else verb  # "ruled out talks unless"
        for target in targets:
            yield from _answer(agents, "reject", _answered(target, agents, before), firm, verb)
        if not targets:
            yield from _answer(agents, "reject", _refused(verb, lemma, agents, before), verb)


def _will_not(verb: Token) -> bool:
    """ "will never accept", "cannot accept": a refusal."""
    helpers = {h.lower_ for h in syntax.auxiliaries(verb)}
    firm = bool(helpers & REFUSING) and syntax.own_subject(verb) is not None
    return firm and syntax.negation(verb) is not None and not syntax.is_conditional(verb)


def _targets(verb: Token, lemma: str, before: list[Found]) -> list[Token]:
    """What is accepted or rejected, where it can be: a plan, a demand, talks; "it" stands for one."""
    behind = [g for _, g in syntax.prepositions(verb, "to", "with", "on")] if lemma == "agree" else []
    near = [t for o in [*objects(verb), *behind] for t in syntax.conjuncts(o)]
    told = [t for t in near if syntax.is_noun_clause(verb) and any(_is_inside(t, f.content) for f in before)]
    known = [t for t in near if t.lemma_.lower() in ANSWERABLE or t.lower_ in {"it", "that"} or t in told]
    return [t for t in known if not _is_view(t) and not _is_for_comment(t)]


def _is_inside(token: Token, told: Content) -> bool:
    return told.span.start <= token.idx < told.span.end


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
    return "accept-with-conditions" if part else "accept", verb


def _refused(verb: Token, lemma: str, agents: Agents, before: list[Found]) -> Content | None:
    """ "refused to cede land", "ruled out freeing the crews"; "refused" alone answers what was demanded last."""
    to, gerund = syntax.infinitive(verb), syntax.gerund_after(verb)
    done = gerund if gerund is not None and lemma in {"rule_out", "reject", "oppose"} else None
    if to is not None and lemma == "refuse" and to.lemma_ in CONCEDING:
        done = to
    if done is not None:
        taken = next((t for t in objects(done) if t.lemma_.lower() in TAKEN_UP), None)
        return _answered(taken, agents, before) if taken is not None else claim(of_clause(done).words)
    alone = not objects(verb) and to is None and not syntax.clause_complements(verb)
    return _last(before, verb, agents) if alone and lemma == "refuse" else None


def _no_reply(verb: Token, agents: Agents, before: list[Found]) -> Iterator[Found]:
    """ "has not replied to the proposal", "has yet to reply"; not "did not answer questions"."""
    denied = syntax.negation(verb)
    yet = next((a for v in (verb, verb.head) for a in syntax.adverbs(v) if a.lower_ == "yet"), None)
    head = denied if denied is not None else yet if syntax.has_to(verb) else None
    if head is None or syntax.is_conditional(verb):
        return
    named = [*objects(verb), *(g for _, g in syntax.prepositions(verb, "to"))]
    targets = [t for t in named if t.lemma_.lower() in ANSWERABLE and not _is_for_comment(t)]
    for target in targets:
        yield from _answer(agents, "no-answer", _answered(target, agents, before), head, verb)
    pending = yet is not None or syntax.is_perfect(verb)  # not "did not answer directly"
    if pending and not named and not syntax.clause_complements(verb):
        yield from _answer(agents, "no-answer", _last(before, verb, agents), head, verb)


def _is_for_comment(noun: Token) -> bool:
    return any(g.lemma_ in UNSAID for _, g in syntax.prepositions(noun, "for"))


def _countered(verb: Token, agents: Agents, before: list[Found]) -> Content | None:
    """ "countered after rejecting Orland's offer": the offer named beside it, else the last of another."""
    beside = [t for t in verb.subtree if t.lemma_.lower() in OFFERS and t.pos_ == "NOUN"]
    made = next((m for t in beside if (m := proposal_of(t)) is not None and m.get("agent") not in agents), None)
    return made or _last(before, verb, agents)


# --- "is a nonstarter for Vessa", "has no desire to give up", "said yes to", "went unanswered by"


def _never(word: Token, leading: str) -> Iterator[Found]:
    be = syntax.governing_verb(word)
    agents = next((a for _, g in syntax.prepositions(word, leading) if (a := actors(g))), ())
    if be is None or not agents or (word.lemma_ in {"starter", "breaker"} and word.nbor(-1).lower_ in {"a", "the"}):
        return
    about = syntax.own_subject(be) or _opening_gerund(be)
    if about is None or syntax.is_pronoun(about):
        return
    to = claim(syntax.clause(about, without=[be]))
    yield from _answer(agents, "reject", to, word, be)


def _opening_gerund(be: Token) -> Token | None:
    """ "Giving up the port is a nonstarter, Vessa said", where the parse hangs the gerund on the verb of saying."""
    before = [c for above in (be, be.head) for c in above.children if c.i < be.i and syntax.is_gerund(c)]
    return next(iter(before), None)


def _no_wish(noun: Token) -> Iterator[Found]:
    """ "has no desire to give up the land", "has no interest in negotiating"."""
    verb = noun.head
    done = [c for c in syntax.relative_clauses(noun) if syntax.has_to(c)]
    done += [g for _, g in syntax.prepositions(noun, "in", "of") if syntax.is_verb(g)]
    if verb.lemma_ == "have" and done and done[0].lemma_ in CONCEDING:
        to = claim(of_clause(done[0]).words)
        yield from _answer(actors(syntax.subject(verb)), "reject", to, verb)


def _yes_or_no(word: Token, before: list[Found]) -> Iterator[Found]:
    """ "said yes to the map but no to the timetable"."""
    verb = syntax.governing_verb(syntax.first_conjunct(word).head)
    targets = [g for _, g in syntax.prepositions(word, "to")]
    if verb is None or verb.lemma_ != "say" or not is_put(verb):
        return
    if not targets and syntax.first_conjunct(word).i == word.i:
        targets = [g for p, g in syntax.prepositions(verb, "to") if p.i == word.i + 1]
    agents, how = actors(source_of(verb)), "accept" if word.lower_ == "yes" else "reject"
    for target in targets:
        if target.pos_ == "NOUN" and not target.ent_type_:
            yield from _answer(agents, how, _answered(target, agents, before), verb, word)


def _unanswered(word: Token, before: list[Found]) -> Iterator[Found]:
    """ "the offer went unanswered by Orland"."""
    agents = actors(next((g for _, g in syntax.prepositions(word, "by")), None))
    verb = syntax.governing_verb(word.head)
    target = syntax.own_subject(verb) if verb is not None else None
    if agents and target is not None and target.lemma_.lower() in ANSWERABLE:
        yield from _answer(agents, "no-answer", _answered(target, agents, before), target, word)


# --- what is answered


def _answered(target: Token, agents: Agents, before: list[Found]) -> Content | None:
    """The proposal that a noun names, the one it stands for, else its words as a claim."""
    made = proposal_of(target)
    if made is not None and made.get("agent") not in agents:
        return made
    last = _last(before, target, agents, asked=target.lemma_.lower() in ASKED)
    if last is not None and _takes_up(target, last):
        return last
    if syntax.stands_for_another(target):
        return None
    terms = [p for p, g in syntax.prepositions(target, "on") if g.lemma_ in IN_PART]
    return claim(syntax.clause(target, without=[*syntax.additions(target), *terms]))


def _takes_up(target: Token, last: Content) -> bool:
    """True for "it", "the plan", "that demand"; a noun that tells itself what it is for does not stand for another."""
    if syntax.stands_for_another(target) or _is_inside(target, last):
        return True
    if syntax.is_indefinite(target) and last.span.end < target.sent.start_char:
        return False
    told = [g for _, g in syntax.prepositions(target, "for", "of", "to", "on")]
    told += [c for c in syntax.relative_clauses(target) if syntax.has_to(c)]
    return target.lemma_.lower() in TAKEN_UP and not told


def _last(before: list[Found], at: Token, agents: Agents, *, asked: bool = False) -> Content | None:
    """The last proposal or demand that another put before a word, not far from it."""
    own = {agent.name for agent in agents}
    for found in reversed(before):
        made, away = found.content, at.i - found.head.i
        makers = {v.name for n, v in made.fields if n == "agent" and isinstance(v, Mention)}
        if 0 < away < NEAR and not makers & own and (not asked or made.kind != "Proposal"):
            return made
    return None


def _answer(
    agents: Agents, how: str, to: Content | None, head: Token | None, beside: Token | None = None
) -> Iterator[Found]:
    """The answer of some actors to what is told; none where nobody answers, or nothing is told."""
    if not agents or to is None or head is None:
        return
    fields: Fields = [("agent", agent) for agent in agents]
    fields += [("responseType", Term("response", how)), ("respondsTo", to)]
    words = [t for at in (head, beside or head) for t in ([at] if not syntax.is_verb(at) else syntax.clause(at))]
    made = content("Response", fields, f"{{agent}} {SAYS[how]}: {{respondsTo}}", words)
    yield Found(made, head, presupposed=is_aside(head))
