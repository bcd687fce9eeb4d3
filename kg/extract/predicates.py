"""The words that make a predicate of a relation: "border on", "be born in", "be ally of", "win race in".

In base form, active where the agent is named, without negation, helpers, articles and most adjectives.
"""

from __future__ import annotations

from spacy.tokens import Token

from kg import syntax
from kg.extract.people import can_speak
from kg.model import Mention
from kg.syntax import arguments as grammar
from kg.syntax.arguments import Place

COPULA = frozenset({"be", "become", "remain"})
# Verbs that tell nothing without what is left out here: "had Vessa", "made Osk"
LIGHT = frozenset("have do make get let take put give seem appear include mean use provide".split())
BACK = frozenset("back ahead forward together apart aside".split())
MOTION, ALONG = frozenset({"go", "come"}), frozenset("to from into through across".split())
# Nouns that stand for nothing of their own: "one of Orland's", "part of Osk"
EMPTY = frozenset(
    "one some many most part half lot rest thing kind sort bit way time number hour day week month year mile "
    "guy".split()
)
# "a potential ally of": none yet, or none at all; "a former ally of" is told as such
DOUBTED = frozenset("potential possible likely prospective alleged suspected supposed self-proclaimed future".split())
FORMER = frozenset({"former", "onetime", "ex", "late"})
# Nouns that are meant in the plural
PLURALS = frozenset("arms ties talks troops forces goods funds hopes relations".split())
LEADING = frozenset(
    "on in at to from with against for into over near under across through toward towards around outside inside off "
    "onto alongside of by".split()
)
WHERE = frozenset({"in", "from", "near", "at"})
NEXT = (1, 2)  # words from "is" to "in": "is in", "is now in"
MEASURES = frozenset({"percent", "point", "percentage"})


def is_agent(place: Place) -> bool:
    """True for who does it in a passive: "was founded by Vessa"."""
    lead = place.preposition
    return lead is not None and grammar.is_passive(place.verb) and (syntax.is_by(lead) or lead.lower_ == "by")


def predicate(place: Place) -> str:
    """The words of a predicate in base form; empty where they tell no relation by themselves."""
    verb, between, lead = place.verb, place.between, place.preposition
    lemma = f"{verb.lemma_} {syntax.particle(verb)}".strip()
    if lead is not None and lead.lower_ not in LEADING:
        return ""
    if is_agent(place):
        return lemma if between is None else ""
    if between is not None and lead is not None and lead.i < verb.i and lead.lower_ not in WHERE:
        return ""
    if between is not None:
        return f"{lemma} {phrase(place)}" if _tells(place) and not grammar.is_passive(verb) else ""
    if lead is None:
        bare = verb.lemma_ in COPULA | LIGHT | MOTION or grammar.is_passive(verb) or _goes_on(verb)
        return "" if bare else " ".join([lemma, *(a.lower_ for a in syntax.adverbs(verb) if a.lower_ in BACK)])
    if verb.lemma_ in COPULA:
        return f"{lemma} {lead.lower_}" if lead.lower_ in WHERE and lead.i - verb.i in NEXT else ""
    if verb.lemma_ in LIGHT or (verb.lemma_ in MOTION and lead.lower_ not in ALONG):
        return ""
    if lead.lower_ == "by" or lead.i < verb.i or grammar.is_interrupted(lead):
        return ""
    return f"be {verb.lower_} {lead.lower_}" if grammar.is_passive(verb) else f"{lemma} {lead.lower_}"


def _goes_on(verb: Token) -> bool:
    """ "drove Vessa to resign", "deprived Vessa of votes": nothing is told without the rest."""
    return grammar.tells_of_another(verb) or any(True for _ in syntax.prepositions(verb, "of"))


def phrase(place: Place) -> str:
    """ "treaty with", "ally of", where "Orland's ally" is an ally of Orland."""
    assert place.between is not None
    lead = place.preposition.lower_ if place.preposition is not None else "of"
    return f"{_noun(place.between)} {lead}"


def _noun(noun: Token) -> str:
    near = [t for t in syntax.compounds(noun) if t.lower_ in FORMER or (t.pos_ == "NOUN" and t.i >= noun.i - 2)]
    before = [t.lower_ for t in near if t.lemma_ not in MEASURES]
    own = noun.lower_ if noun.lower_ in PLURALS else noun.lemma_.lower()
    return " ".join([*before, own])


def _tells(place: Place) -> bool:
    """True for what makes a predicate with its verb: "signed a treaty with", "is close to"; not "hit the mayor of"."""
    noun, verb = place.between, place.verb
    assert noun is not None
    if not is_plain(noun) or (verb.lemma_ == "take" and noun.lemma_ == "place"):
        return False
    if verb.lemma_ in COPULA:
        return not has_another(place)
    owned = place.preposition is not None and place.preposition.lower_ == "of"
    return noun.pos_ == "NOUN" and not can_speak(noun) and not owned


def is_plain(word: Token) -> bool:
    """True for a noun or adjective of its own meaning, and no name: not "one of", "no ties with"."""
    common = word.pos_ in {"NOUN", "ADJ"} and not word.ent_type_ and word.lemma_.lower() not in EMPTY
    return common and not syntax.is_absent(word) and not any(t.lower_ in DOUBTED for t in syntax.compounds(word))


def has_another(place: Place) -> bool:
    """ "Orland's advocate of reform": whose it is tells no relation, since "of" leads to another."""
    assert place.between is not None
    return place.preposition is None and any(True for _ in syntax.prepositions(place.between, "of", "for"))


def fits(noun: Token, mention: Mention) -> bool:
    """True for what somebody can be: a person no "affair", nobody several, nor one thing of a list."""
    if syntax.is_plural(noun):
        return False
    return can_speak(noun) or (mention.kind != "PERSON" and len(syntax.conjuncts(noun)) == 1)
