"""How an event stands: it happened, it is planned, or it is only feared, wished or supposed."""

from __future__ import annotations

from spacy.tokens import Token

from kg import syntax
from kg.extract import deed_words as words

ANNOUNCING = frozenset("say announce confirm declare state tell vow pledge promise add".split())


def standing(head: Token) -> str:
    """ "planned" for what will be; "unreal" for what is feared, possible or meant to be; empty for what happened."""
    verb = syntax.governing_verb(head)
    if verb is None:
        return ""
    if not syntax.is_verb(head):
        return "unreal" if _is_feared(head, verb) else ""
    return _of_clause(verb)


def _of_clause(verb: Token) -> str:
    first = syntax.first_conjunct(verb)
    if first.i != verb.i and syntax.own_subject(verb) is None and syntax.is_verb(first):
        verb = first  # "if it freed the crew and withdrew"
    if syntax.is_accompanying(verb) and syntax.is_verb(verb.head):
        return _of_clause(verb.head)
    helpers = {h.lower_ for h in syntax.auxiliaries(verb)}
    if "would" in helpers and _is_announced(verb):
        return "planned"
    if syntax.is_conditional(verb) or _is_awaited(verb) or helpers & {"would", "should", "must", "can"}:
        return "unreal"
    if helpers & {"could", "may", "might"} and not syntax.is_perfect(verb):
        return "unreal"
    bare = (verb.tag_ == "VB" or syntax.is_mandated(verb)) and not syntax.auxiliaries(verb) and not syntax.has_to(verb)
    if bare and verb.head.lemma_.lower() not in words.BEGUN | words.WITNESSED:
        return "unreal"  # "asked that the army shell Osk"; "saw the army shell Osk" is told
    if syntax.has_to(verb):
        above = verb.head.lemma_.lower() if syntax.is_dependent(verb) else ""
        if above in words.BEGUN and syntax.is_open_complement(verb):
            return _of_clause(verb.head)
        return "planned" if above in words.PLANNING and syntax.is_verb(verb.head) else "unreal"
    if syntax.is_governed(verb) and verb.head.lower_ in {"from", "of", "against", "for", "about", "than", "by"}:
        held = verb.head.head.lemma_.lower()
        return "" if held in {"condemn", "criticize", "accuse", "blame"} else "unreal"
    if verb.head.lemma_.lower() in words.UNREAL - {"deny"} and syntax.is_dependent(verb):
        return "unreal"
    return "planned" if syntax.is_finite(verb) and syntax.is_future(verb) else ""


def _is_awaited(verb: Token) -> bool:
    """ "will go on until Orland withdraws", "would be lifted once Orland withdrew": what has not come."""
    helpers = {h.lower_ for h in syntax.auxiliaries(verb.head)} if syntax.is_adverbial(verb) else set()
    return syntax.is_pending(verb) and bool(helpers & {"will", "would", "must", "’ll", "'ll"})


def _is_announced(verb: Token) -> bool:
    """ "said it would withdraw its troops": what will be, told in the past; not with a condition."""
    above = verb.head
    said = syntax.is_complement(verb) and above.lemma_.lower() in ANNOUNCING and syntax.tense(above) == "past"
    return said and not syntax.conditions(verb) and syntax.negation(verb) is None


def _is_feared(noun: Token, verb: Token) -> bool:
    """ "fears an attack", "the threat of an attack", "an attack would kill"."""
    above = next((t for t in syntax.above(noun) if t.pos_ in {"NOUN", "VERB", "AUX"}), noun)
    if above.lemma_.lower() in words.UNREAL_NOUNS | words.UNREAL:
        return True
    near = above.i == verb.i
    return near and (_of_clause(verb) != "" or syntax.negation(verb) is not None)
