"""Who can take part in a meeting or call: people by name or office, bodies, countries, and several at once."""

from __future__ import annotations

import re

from spacy.tokens import Token

from kg import syntax
from kg.extract.mentions import layers_of
from kg.extract.people import can_speak

OFFICIALS = frozenset(
    "delegation envoy ambassador minister president leader counterpart mediator negotiator premier chancellor diplomat "
    "official mayor governor lawmaker commissioner secretary king queen pope chairman chairwoman chief director "
    "founder representative general commander inspector owner senator treasurer head boss chair chairperson prince "
    "princess emir sultan patriarch archbishop bishop delegate adviser advisor aide deputy speaker justice judge chair "
    "executive economist banker monarch sheikh crown".split()
)
# Who goes abroad: heads of state and government where their country is named, envoys always
RULING = re.compile(
    r"\b(?:president|premier|prime minister|chancellor|king|queen|emir|sultan|pope|patriarch|prince|princess|taoiseach|"
    r"head of (?:state|government)|defen[cs]e minister|trade minister|finance minister|lawmakers)$",
    re.IGNORECASE,
)
ABROAD = re.compile(
    r"\b(?:foreign minister|foreign secretary|secretary of state|envoys?|ambassador|negotiators?|delegations?|"
    r"top diplomat|diplomats?)$",
    re.IGNORECASE,
)
# Plurals that end as those of people do: "orders", "letters"
THINGS = frozenset(
    "order offer number letter paper power matter river tower computer server water quarter border barrier corner "
    "center dollar error factor door floor sector color colour honor favor tumor motor sensor answer danger chapter "
    "cover layer finger shoulder trailer poster trigger filter flower summer winter monster parameter newspaper folder "
    "tender slider container charter".split()
)
SIDES = frozenset(
    "government ministry office palace army officer union state country nation management labour labor striker miner "
    "farmer teacher employer rebel insurgent side".split()
)
BODIES = frozenset("committee council cabinet parliament board commission panel assembly caucus delegation".split())
AUDIENCE = frozenset(
    "reporter journalist crowd supporter audience camera newspaper magazine radio broadcaster media press "
    "student show program programme podcast".split()
)
AMOUNTS = frozenset({"PERCENT", "MONEY", "QUANTITY", "CARDINAL", "DATE", "TIME"})
PAIR = frozenset("pair duo".split())


def can_meet(token: Token) -> bool:
    """True for people, bodies and places that act: not "the sea", "the threshold"."""
    token = syntax.antecedent(token)
    known = layers_of(token).referents.get(token.i)
    if token.ent_type_ in AMOUNTS:
        return False
    if known is not None:
        return known.kind != "LOC"
    somebody = can_speak(token) or token.lemma_.lower() in OFFICIALS | SIDES or _are_people(token)
    return somebody and token.ent_type_ != "LOC"


def _are_people(noun: Token) -> bool:
    """ "importers", "surveyors", by their ending; not "orders"."""
    return noun.tag_ == "NNS" and noun.lower_.endswith(("ers", "ors")) and noun.lemma_.lower() not in THINGS


def is_somebody(token: Token) -> bool:
    """True for a person by name, by office or by a pronoun."""
    token = syntax.antecedent(token)
    known = layers_of(token).referents.get(token.i)
    if token.i in layers_of(token).joint or (known is not None and known.kind == "PERSON"):
        return True
    return token.lemma_.lower() in OFFICIALS or any(c.ent_type_ == "PERSON" for c in syntax.appositions(token))


def is_party(token: Token) -> bool:
    """True for somebody by name or office, or a country."""
    known = layers_of(token).referents.get(syntax.antecedent(token).i)
    return is_somebody(token) or (known is not None and known.kind in {"GPE", "NORP"})


def is_official(token: Token) -> bool:
    """True for officials and their bodies: "ministers", "the council", "the Harbour Council"; not "thousands"."""
    token = syntax.antecedent(token)
    known = layers_of(token).referents.get(token.i)
    if known is not None and known.kind in {"ORG", "PERSON"} and known.named:
        return True
    return token.i in layers_of(token).joint or token.lemma_.lower() in OFFICIALS | BODIES | SIDES


def is_host(place: Token, visitor: Token, *, trip: bool = False) -> bool:
    """True for a country that receives a visitor: "the Kestrian premier visited Orland"; not "visited the port".

    It is known as one by its people in the text ("the Orlandi queen"), or by an office of the visitor's that goes
    abroad; for a ``trip``, which may be private, by the office alone.
    """
    return is_place(place) and ((is_country(place) and not trip) or _goes_abroad(visitor))


def is_place(token: Token) -> bool:
    """True for a place with a government, by name: a country, a city."""
    known = layers_of(token).referents.get(token.i)
    return known is not None and known.kind == "GPE" and known.named


def is_country(place: Token) -> bool:
    """True for a place whose people the text tells of: "Orland" where it speaks of "the Orlandi queen"."""
    known = layers_of(place).referents.get(place.i)
    people = {t.text.removesuffix("s") for t in place.doc if t.text.istitle()}
    return known is not None and any(syntax.is_people_of(p, known.name) for p in people)


def _goes_abroad(visitor: Token) -> bool:
    """True for an envoy or foreign minister, and for a ruler told with a country: "Kestrian President Ana Vessa"."""
    visitor = syntax.antecedent(visitor)
    known = layers_of(visitor).referents.get(visitor.i)
    titles = [*(known.titles if known is not None else ()), *_offices(visitor)]
    return any(ABROAD.search(_office(title)) or _is_foreign(_office(title)) for title in titles)


def _office(title: str) -> str:
    """ "foreign minister of Kestria" -> "foreign minister"; "secretary of state" is itself."""
    return re.split(r" (?:of|from|to|for) (?!state|government)", title)[0]


def _is_foreign(title: str) -> bool:
    """ "Kestrian President", "Orland's premier"; not "President", "Former President"."""
    ruling = RULING.search(title)
    before = title[: ruling.start()].split() if ruling is not None else []
    return any(word[:1].isupper() and word not in {"The", "Former", "Vice", "Deputy", "Acting"} for word in before)


def _offices(visitor: Token) -> list[str]:
    """The words before a name, and up to an office: "Kestria's envoy" of "Kestria's envoy, Ana Vessa,"."""
    return [title for at in (visitor, *syntax.appositions(visitor)) for title in _words_up_to(at)]


def _words_up_to(noun: Token) -> list[str]:
    name = noun.ent_type_ == "PERSON"
    before = [t.text for t in noun.subtree if t.i < noun.i and not (name and t.ent_type_ == "PERSON")]
    return [" ".join(before), " ".join([*before, noun.text])]


def is_several(token: Token) -> bool:
    """True for two or more, or a body of several: "the ministers", "the committee"."""
    token = syntax.antecedent(token)
    several = (
        len(syntax.members(token)) > 1
        or token.lemma_.lower() in PAIR
        or syntax.is_plural(token)
        or token.lower_ in {"they", "we"}
    )
    return several or token.i in layers_of(token).joint or token.lemma_.lower() in BODIES


def are_two(token: Token) -> bool:
    """ "the presidents of Kestria and Orland": officials of two."""
    of = [g for _, g in syntax.prepositions(token, "of", "from")]
    two = any(len(syntax.conjuncts(g)) > 1 for g in of)
    return two and token.lemma_.lower() in OFFICIALS and syntax.is_plural(token)


def is_both(token: Token) -> bool:
    """True for two who can be told apart: "the two leaders", "both envoys", "the pair"; what they do, each does."""
    before = {c.lower_ for c in token.children if c.i < token.i}
    two = token.lemma_.lower() in PAIR or token.lower_ == "both" or (bool(before & {"two", "both"}) and can_meet(token))
    return two and bool(before & {"the", "both"})


def is_meeting_body(token: Token) -> bool:
    """ "a meeting of ministers", "a summit of the Southern Alliance"."""
    known = layers_of(token).referents.get(token.i)
    body = known is not None and known.kind in {"ORG", "NORP"}
    return body or (can_speak(token) and is_several(token)) or (token.pos_ == "NOUN" and syntax.is_plural(token))


def listens(token: Token) -> bool:
    """True for who is spoken to in public: "spoke to reporters"."""
    return token.lemma_.lower() in AUDIENCE
