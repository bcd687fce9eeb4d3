"""How a verb presents an event: planned, confirmed, held, reported, postponed or cancelled; None where only wished.

A verb tells it by its tense and by the verbs it hangs on ("is due to meet", "flew to Osk to meet").
"""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from kg import syntax
from kg.extract import status_words as words


@dataclass(frozen=True, slots=True)
class Presented:
    """The status of an event, the word that vouches for it, the verbs it belongs to, and who takes part by them."""

    status: str
    head: Token
    verbs: tuple[Token, ...] = ()
    by: Token | None = None


def of_verb(verb: Token) -> Presented | None:
    """How an event told by a verb is presented; ``present`` where only its date can tell."""
    chain, status, at = [verb], "", _first(verb)
    while True:
        if _is_unreal(at):
            return None
        step = _step(at)
        if step is None:
            break
        at, found = step
        if found == "open" or at.i in {t.i for t in chain}:
            return None
        chain.append(at)
        status = status or found
        if not syntax.is_verb(at):  # "plans to meet"
            return _of_plan(at, chain)
    own = _of_tense(at)
    if own == "present" and syntax.is_adverbial(at) and syntax.opens_adverbially(at):  # "when they meet"
        own = "future"
    if status == "purpose":
        status = {"past": "reported", "held": "reported", "present": "present"}.get(own, "planned")
    status = status or {"future": "planned", "past": "held"}.get(own, own)
    if status == "planned" and _is_confirmed(at):
        status = "confirmed"
    head = chain[-1] if chain[-1].i != _first(verb).i else verb
    return Presented(status, head, tuple(chain))


def _first(verb: Token) -> Token:
    """ "plans to meet Dahl and host Vessa": what "host" hangs on is told by "meet"."""
    shared = syntax.is_joined(verb) and syntax.own_subject(verb) is None and syntax.is_bare(verb)
    return syntax.first_conjunct(verb) if shared and syntax.is_verb(verb.head) else verb


def _of_tense(verb: Token) -> str:
    if syntax.is_root(verb) and syntax.has_to(verb):  # "Kestria and Orland to hold talks"
        return "future"
    if syntax.is_progressive(verb) and syntax.tense(verb) == "present":
        return "held"
    return syntax.tense(verb)


def _is_unreal(verb: Token) -> bool:
    """ "should meet", "if they meet", "would meet" outside a report, "demanded that she meet"."""
    helpers = {h.lower_ for h in syntax.auxiliaries(verb) if h.tag_ == "MD"}
    if helpers - words.ALLOWED_MODALS or syntax.is_conditional(verb) or syntax.conditions(verb):
        return True
    if syntax.is_bare(verb) and not syntax.title_subjects(verb):
        return True
    if helpers & {"would", "'d", "’d"} and not _is_reported(verb):
        return True
    if verb.left_edge.i > verb.sent.start and verb.left_edge.nbor(-1).lower_ == "without":
        return True
    if _is_contrary(verb) or {a.lower_ for a in syntax.adverbs(verb)} & words.ALMOST:
        return True
    marks = {m.lower_ for m in verb.children if m.i < verb.i and not syntax.is_subject(m)}
    return syntax.is_adverbial(verb) and bool(marks & {"until", "unless", "lest", "till", "if"})


def _is_contrary(verb: Token) -> bool:
    """ "Had they met, ...", "was to have met"; "rumours that they met", "a novel in which they meet"."""
    subject = syntax.own_subject(verb)
    helpers = [h for h in syntax.auxiliaries(verb) if subject is not None and h.i < subject.i]
    if any(h.lower_ in {"had", "should", "were"} for h in helpers) and not syntax.is_question(verb):
        return True
    if syntax.has_to(verb) and any(h.lower_ == "have" for h in syntax.auxiliaries(verb)):
        return True
    on_noun = syntax.is_noun_clause(verb)
    told = any(syntax.opens_clause(c) for c in verb.children) and verb.head.pos_ in {"NOUN", "PROPN"}
    return told or (on_noun and verb.head.lemma_.lower() in words.FICTION)


def _is_reported(verb: Token) -> bool:
    """ "said she would meet": the past of "will"."""
    return any(
        syntax.is_complement(t) or syntax.is_beside(t) or syntax.is_noun_clause(t) for t in [verb, *syntax.above(verb)]
    )


def _is_confirmed(verb: Token) -> bool:
    above = syntax.first_conjunct(verb).head
    return syntax.is_complement(syntax.first_conjunct(verb)) and above.lemma_ in words.CONFIRMING


def _step(verb: Token) -> tuple[Token, str] | None:
    """What a verb without a tense hangs on, and how that presents it; None for a verb of its own tense."""
    infinitive, above = syntax.has_to(verb), verb.head
    if not (infinitive or syntax.is_gerund(verb)) or syntax.is_root(verb):
        return None
    if not infinitive:
        return _step_of_gerund(verb)
    if syntax.is_noun_clause(verb):
        plan = above.lemma_.lower() in words.PLANS or syntax.is_title_infinitive(verb)
        return (above, "planned") if plan else (verb, "open")
    if above.lemma_ in words.BEGUN | words.CAUSING or above.lower_ == "going":
        return above, ""
    if above.lower_ in words.ADJECTIVES and not syntax.is_verb(above):
        upper = syntax.governing_verb(above)
        return (upper, "planned") if upper is not None else (verb, "open")
    if syntax.is_verb(above) and above.lemma_ in words.PLANNING:
        return above, "planned"
    purpose = syntax.is_adverbial(verb) or syntax.is_open_complement(verb)
    return (above, "purpose") if purpose and above.lemma_ in words.TRAVEL | words.MOVING else (verb, "open")


def _step_of_gerund(verb: Token) -> tuple[Token, str] | None:
    """ "began meeting" is told by "began"; "after meeting", "denied meeting" by its own word, in the tense above it."""
    above = verb.head
    if syntax.is_governed(verb):
        return None if above.lower_ in words.DURING | {"before", "while", "when"} else (verb, "open")
    if syntax.is_complement(verb) and above.lemma_ in syntax.ASPECT | words.SHOWING:
        return above, ""
    return None if above.lemma_ in words.OWNING or not syntax.is_complement(verb) else (verb, "open")


def _of_plan(plan: Token, chain: list[Token]) -> Presented | None:
    """ "announced plans to meet", "cancelled plans to meet"."""
    verb = syntax.governing_verb(plan)
    if {c.lower_ for c in syntax.adjectives(plan)} & words.POSSIBLE or (verb is not None and syntax.negation(verb)):
        return None
    key = action(verb) if verb is not None and syntax.is_object(plan) else ""
    return Presented("cancelled" if key == "cancelled" else "planned", plan, tuple(chain))


def action(verb: Token) -> str:
    """What is done to an event by a verb: cancelled, postponed, planned, confirmed, held, told; "open", or ""."""
    beside = [syntax.particle(verb), *(c.lower_ for c in verb.children if c.i > verb.i and c.lower_ in PARTICLES)]
    found = (words.ACTIONS.get(f"{verb.lemma_}-{particle}") for particle in beside if particle)
    moved = any(g.ent_type_ == "DATE" for _, g in syntax.prepositions(verb, "to", "until", "by"))
    if verb.lemma_ in words.MOVED and moved:
        return "postponed"
    hold = any(g.lemma_ in {"hold", "ice"} for _, g in syntax.prepositions(verb, "on"))
    if verb.lemma_ in {"put", "place"} and hold:
        return "postponed"
    return next((key for key in found if key), words.ACTIONS.get(verb.lemma_, ""))


PARTICLES = frozenset("off out up back down short through forward".split())
