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
from kg.extract.predicates import LEADING, fits, has_another, is_agent, is_plain, phrase, predicate
from kg.extract.standing import standing
from kg.model import Content, Mention
from kg.syntax import arguments as grammar
from kg.syntax.arguments import Place

DOING = syntax.ASPECT | {"spend"}
SAYING = frozenset("say tell speak talk write call ask answer reply respond add name quote accord".split())
HYPHENS = frozenset({"-", "–"})
MARKS = frozenset('"“”()')


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
    return not joined and (mention.kind != "NORP" or syntax.is_plural(token))


def _relations(token: Token, mention: Mention) -> Iterator[Relation]:
    apposed, own, relative = grammar.apposed_place(token), grammar.place_of(token), grammar.relative_places(token)
    if (apposed is None and own is None and not relative) or is_time(token):
        return
    if apposed is not None:
        yield from _apposed(token, mention, apposed)
    for place in [*([own] if own is not None else []), *relative]:
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
    if _is_aim(verb) or (syntax.is_open_complement(verb) and cues.verb(verb.head.lemma_, "")):
        return False  # "vowed to leave Osk" is told as the vow
    possible = any(helper.lower_ in POSSIBLE for helper in syntax.auxiliaries(verb))
    return possible or standing(verb) != "unreal"


def _is_aim(verb: Token) -> bool:
    """ "the goal is beating Dahl", "made beating Dahl a priority"; not "spent Monday beating Dahl"."""
    gerund = syntax.is_gerund(verb) and syntax.is_complement(verb) and syntax.own_subject(verb) is None
    return gerund and verb.head.lemma_ not in DOING


# --- "Kestria borders on Orland", "Osk was founded by Vessa", "Kestria is an ally of Orland"


def _clause(token: Token, mention: Mention, place: Place) -> Iterator[Relation]:
    words = predicate(place)
    someone = syntax.subject(place.verb)
    if not words or someone is None or grammar.accompanies(token) or _is_odd_one(token):
        return
    for one in _meant(someone):
        other = _named(one)
        if other is None or other.name == mention.name or _is_parted(one, token):
            continue
        first, second = (mention, other) if is_agent(place) else (other, mention)
        yield Relation(first, words, second, (one, place.verb, token), place.verb)


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


# --- "Kestria, an ally of Orland", "Vessa, Dahl's cousin"


def _apposed(token: Token, mention: Mention, place: Place) -> Iterator[Relation]:
    noun, lead, other = place.between, place.preposition, _named(place.verb)
    assert noun is not None
    if other is None or other.name == mention.name or noun.pos_ != "NOUN" or not fits(noun, other):
        return
    if is_plain(noun) and not has_another(place) and (lead is None or lead.lower_ in LEADING):
        yield Relation(other, f"be {phrase(place)}", mention, (place.verb, noun, token), noun, apposed=True)


# --- the content


def _content(relation: Relation) -> Content:
    fields = (("subject", relation.subject), ("predicate", relation.predicate), ("object", relation.object))
    gist = f"{{subject}} {third_person(relation.predicate)} {{object}}"
    return Content("RelationClaim", fields, gist, span_of(sorted(relation.words, key=lambda t: t.i)))
