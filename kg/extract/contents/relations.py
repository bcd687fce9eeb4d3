"""What else is told of two who are named: "Kestria borders on Orland", "Vessa was born in Osk", "an ally of Orland".

Claims of the plain form subject, predicate, object. The predicate is in its base form, active where the agent is named;
negation, modality and time are the statement's. What another kind tells, and acts of saying, are left to them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from kg import syntax
from kg.extract import cues
from kg.extract.contents import kinds
from kg.extract.factuality import POSSIBLE, clause_force
from kg.extract.found import Found
from kg.extract.inflection import third_person
from kg.extract.mentions import PERSONAL, layers_of, mention_of
from kg.extract.parties import is_time
from kg.extract.people import can_speak
from kg.extract.pieces import span_of
from kg.extract.standing import standing
from kg.model import Content, Mention
from kg.syntax import arguments as grammar
from kg.syntax.arguments import Place

COPULA = frozenset({"be", "become", "remain"})
# Verbs that tell nothing without what is left out here: "had Vessa", "made Osk"
LIGHT = frozenset("have do make get let take put give seem appear include mean use provide".split())
DOING = syntax.ASPECT | {"spend"}
BACK = frozenset("back ahead forward together apart aside".split())
MOTION, ALONG = frozenset({"go", "come"}), frozenset("to from into through across".split())
SAYING = frozenset("say tell speak talk write call ask answer reply respond add name quote accord".split())
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
HYPHENS = frozenset({"-", "–"})
MARKS = frozenset('"“”()')
WHERE = frozenset({"in", "from", "near", "at"})
NEXT = (1, 2)  # words from "is" to "in": "is in", "is now in"
MEASURES = frozenset({"percent", "point", "percentage"})


@dataclass(frozen=True, slots=True)
class Relation:
    """Who, what and whom, with the word that it hangs on."""

    subject: Mention
    predicate: str
    object: Mention
    words: tuple[Token, ...]
    head: Token
    apposed: bool = False


def find(doc: Doc) -> Iterator[Found]:
    """The relations between two names of a doc that no other kind tells."""
    found = [relation for token, mention in _names(doc) for relation in _relations(token, mention)]
    if not found:
        return
    told = [f for kind in kinds() if kind.find is not find for f in kind.find(doc) if isinstance(f, Found)]
    heads = {f.head.i for f in told}
    beside = [f.content.span for f in told if f.presupposed]
    for relation in found:
        span = span_of([relation.head])
        if relation.head.i not in heads and not (relation.apposed and any(s.holds(span) for s in beside)):
            planned = not relation.apposed and standing(relation.head) == "planned"
            status = "planned" if planned else ""
            yield Found(_content(relation), relation.head, presupposed=relation.apposed, status=status, whole=False)


def _names(doc: Doc) -> Iterator[tuple[Token, Mention]]:
    for i, mention in sorted(layers_of(doc).referents.items()):
        if _is_named(doc[i], mention):
            yield doc[i], mention


def _is_named(token: Token, mention: Mention) -> bool:
    """True for the name of an actor or a place; not for "a Democrat", who is a person."""
    if not mention.named or mention.kind not in PERSONAL or not token.text[:1].isupper() or syntax.is_pronoun(token):
        return False
    joined = token.i > 0 and token.nbor(-1).text in HYPHENS  # "pro-Kestria"
    return not joined and not is_time(token) and (mention.kind != "NORP" or syntax.is_plural(token))


def _relations(token: Token, mention: Mention) -> Iterator[Relation]:
    place = grammar.apposed_place(token)
    if place is not None:
        yield from _apposed(token, mention, place)
    own = grammar.place_of(token)
    for place in [*([own] if own is not None else []), *grammar.relative_places(token)]:
        if _is_told(place.verb):
            yield from _clause(token, mention, place)


def _is_told(verb: Token) -> bool:
    """True for a verb of a fact, planned, possible or past; not of an act of saying, a wish or a question."""
    if verb.lemma_ in SAYING or cues.verb(verb.lemma_, syntax.particle(verb)) or syntax.is_helper(verb):
        return False
    if clause_force(verb)[0] == "U" or grammar.is_set_aside(verb):
        return False
    if syntax.is_governed(verb) and verb.head.lower_ not in {"by", "after", "in"}:
        return False
    if _is_aim(verb):
        return False
    possible = any(helper.lower_ in POSSIBLE for helper in syntax.auxiliaries(verb))
    return possible or standing(verb) != "unreal"


def _is_aim(verb: Token) -> bool:
    """ "the goal is beating Dahl", "made beating Dahl a priority"; not "spent Monday beating Dahl"."""
    gerund = syntax.is_gerund(verb) and syntax.is_complement(verb) and syntax.own_subject(verb) is None
    return gerund and verb.head.lemma_ not in DOING


# --- "Kestria borders on Orland", "Osk was founded by Vessa", "Kestria is an ally of Orland"


def _clause(token: Token, mention: Mention, place: Place) -> Iterator[Relation]:
    predicate = _predicate(place)
    someone = syntax.subject(place.verb)
    if not predicate or someone is None or grammar.accompanies(token) or _is_odd_one(token):
        return
    for one in _meant(someone):
        other = _named(one)
        if other is None or other.name == mention.name or _is_parted(one, token):
            continue
        first, second = (mention, other) if _is_agent(place) else (other, mention)
        yield Relation(first, predicate, second, (one, place.verb, token), place.verb)


def _meant(subject: Token) -> list[Token]:
    """Who a subject stands for; nobody where "who" could stand for another: "a supporter of Vessa who lives in Osk"."""
    known = syntax.antecedent(subject)
    if known.i == subject.i:
        return syntax.conjuncts(known)
    found = layers_of(known).referents.get(known.i)
    thing = subject.lower_ == "who" and found is not None and found.kind != "PERSON"
    owner = known.head.head if syntax.is_governed(known) else None
    return [] if thing or (owner is not None and can_speak(owner)) else [known]


def _is_odd_one(name: Token) -> bool:
    """ "by 37% of the voters, Dahl by 30%": joined to what is no name."""
    first = syntax.first_conjunct(name)
    return first.i != name.i and first.i not in layers_of(name).referents and not can_speak(first)


def _is_parted(one: Token, other: Token) -> bool:
    """True where a quotation or a bracket opens or closes between two words."""
    low, high = sorted((one.i, other.i))
    return sum(t.text in MARKS for t in one.doc[low:high]) % 2 == 1


def _named(token: Token) -> Mention | None:
    found = mention_of(token)
    return found if found is not None and _is_named(token, found) else None


def _is_agent(place: Place) -> bool:
    lead = place.preposition
    return lead is not None and grammar.is_passive(place.verb) and (syntax.is_by(lead) or lead.lower_ == "by")


def _predicate(place: Place) -> str:
    """The words of a predicate in base form; empty where they tell no relation by themselves."""
    verb, between, lead = place.verb, place.between, place.preposition
    lemma = f"{verb.lemma_} {syntax.particle(verb)}".strip()
    if lead is not None and lead.lower_ not in LEADING:
        return ""
    if _is_agent(place):
        return lemma if between is None else ""
    if between is not None and lead is not None and lead.i < verb.i and lead.lower_ not in WHERE:
        return ""
    if between is not None:
        return f"{lemma} {_between(place)}" if _tells(place) and not grammar.is_passive(verb) else ""
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


def _between(place: Place) -> str:
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
    if not _is_plain(noun) or (verb.lemma_ == "take" and noun.lemma_ == "place"):
        return False
    if verb.lemma_ in COPULA:
        return not _has_another(place)
    owned = place.preposition is not None and place.preposition.lower_ == "of"
    return noun.pos_ == "NOUN" and not can_speak(noun) and not owned


def _is_plain(word: Token) -> bool:
    """True for a noun or adjective of its own meaning, and no name: not "one of", "no ties with"."""
    common = word.pos_ in {"NOUN", "ADJ"} and not word.ent_type_ and word.lemma_.lower() not in EMPTY
    return common and not syntax.is_absent(word) and not any(t.lower_ in DOUBTED for t in syntax.compounds(word))


def _has_another(place: Place) -> bool:
    """ "Orland's advocate of reform": whose it is tells no relation, since "of" leads to another."""
    assert place.between is not None
    return place.preposition is None and any(True for _ in syntax.prepositions(place.between, "of", "for"))


# --- "Kestria, an ally of Orland", "Vessa, Dahl's cousin"


def _apposed(token: Token, mention: Mention, place: Place) -> Iterator[Relation]:
    noun, lead, other = place.between, place.preposition, _named(place.verb)
    assert noun is not None
    if other is None or other.name == mention.name or noun.pos_ != "NOUN" or not _fits(noun, other):
        return
    if _is_plain(noun) and not _has_another(place) and (lead is None or lead.lower_ in LEADING):
        predicate = f"be {_between(place)}"
        yield Relation(other, predicate, mention, (place.verb, noun, token), noun, apposed=True)


def _fits(noun: Token, mention: Mention) -> bool:
    """True for what somebody can be: a person no "affair", nobody several, nor one thing of a list."""
    if syntax.is_plural(noun):
        return False
    return can_speak(noun) or (mention.kind != "PERSON" and len(syntax.conjuncts(noun)) == 1)


# --- the content


def _content(relation: Relation) -> Content:
    fields = (("subject", relation.subject), ("predicate", relation.predicate), ("object", relation.object))
    gist = f"{{subject}} {third_person(relation.predicate)} {{object}}"
    return Content("RelationClaim", fields, gist, span_of(sorted(relation.words, key=lambda t: t.i)))
