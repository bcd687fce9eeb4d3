"""Land in the text: which words stand for it, and which named place it is or belongs to."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from functools import lru_cache

from spacy.tokens import Doc, Token

from kg import syntax
from kg.extract.mentions import layers_of, mention_of
from kg.extract.pieces import span_of
from kg.model import Mention

COUNTRY = frozenset({"country", "nation", "state"})
TOWN = frozenset({"city", "town", "village", "capital"})
REGION = TOWN | frozenset(
    "region province island territory area valley district oblast county governorate prefecture peninsula enclave "
    "islet strait delta basin desert corridor archipelago plateau".split()
)
LAND = REGION | frozenset(
    "land territory ground country region province district state area county oblast island peninsula city town "
    "village hamlet settlement suburb valley coast border zone strip swath swathe enclave stretch square "
    "coastline countryside hinterland frontier shoreline waters outskirts heartland rock "
    "km km2 km² mi ha township islet fiefdom statelet oasis camp "
    "kilometer kilometre mile hectare acre governorate prefecture soil highland lowland delta basin part "
    "expanse pocket tract north south east west centre center homeland republic capital farmland pasture plain "
    "parish salient plateau lowland lowlands archipelago reef steppe jungle hillside desert upland moor post outpost "
    "stronghold "
    "municipality quarter neighbourhood neighborhood port harbour harbor base crossing ridge hill airport airfield dam "
    "junction headquarters oilfield checkpoint fort fortress barracks garrison bridge bank side "
    "height heights".split()
)
# None of these is land, whatever its name: "the Osk Conference Centre"
BUILDINGS = frozenset(
    "hall centre center station school university college hospital stadium museum hotel church cathedral mosque temple "
    "palace library court house building tower arena theatre theater market factory plant prison embassy".split()
)
VAGUE = frozenset(
    "part swath swathe portion share stretch pocket tract strip expanse area bit chunk slice most much all half whole "
    "rest remainder bulk majority third quarter fifth inch foot percent % cent tenth sixth seventh eighth ninth "
    "number lot sliver patch section piece handful".split()
)
WATER = frozenset("river sea lake ocean gulf strait bay mount mountain mountains".split())
PLACES = frozenset({"GPE", "LOC", "FAC"})
ADMINISTERED = frozenset({"province", "oblast", "county", "governorate", "prefecture", "district"})


def kind(token: Token) -> str:
    """The type of the name at a word, as the whole article tells it; the parse's where it is no name's head."""
    found = layers_of(token).referents.get(token.i)
    return found.kind if found is not None else str(token.ent_type_)


def is_part_of_place(land: Token) -> bool:
    """ "the town of Osk", "the eastern districts of Osk", "the Osk region"."""
    inside = [g for t in (land, *syntax.appositions(land)) for _, g in syntax.prepositions(t, "of", "in", "at")]
    inside += [c for c in syntax.compounds(land) if c.pos_ == "PROPN"]
    return land.lemma_.lower() in LAND - VAGUE and any(kind(g) in PLACES for g in inside)


def name_of(token: Token) -> str:
    """The name at a word, as the whole article gives it; the word itself where there is none."""
    found = layers_of(token).referents.get(token.i)
    return found.name if found is not None else token.text


def is_land(token: Token) -> bool:
    """True for a place or a word for land: "Osk", "the hills", "a third"."""
    return kind(token) in PLACES or token.lemma_.lower() in LAND | VAGUE or token.pos_ == "NUM"


def is_owned(token: Token) -> bool:
    """True for land that somebody has: "its land", "Kestrian soil"."""
    return syntax.possessor(token) is not None or any(c.ent_type_ in {"NORP", "GPE", "LOC"} for c in token.children)


def territory(land: Token | None, party: Mention | None, last: Mention | None) -> Mention | None:
    """The place that land is: named, owned ("its land", whose holder ``party`` is), or called by a people.

    "The region" is the one spoken of last (``last``).
    """
    if land is None:
        return None
    if kind(land) in PLACES or syntax.is_pronoun(land):
        found = mention_of(land)
        if found is None or found.kind in PLACES:
            return found
        return replace(found, kind="GPE") if " " not in found.name else None  # "seized Osk and held it"
    if land.pos_ == "PROPN" and kind(land) in {"PERSON", "ORG", ""}:  # "half of Osk": nobody holds half of a person
        return _as_place(land)
    own = next((c for c in syntax.compounds(land) if kind(c) in PLACES), None)
    if own is not None and land.lemma_.lower() in LAND:  # "Orland's Osk region"
        return mention_of(own)
    owner = syntax.possessor(land)
    if owner is not None and owner.lemma_.lower() in COUNTRY | REGION:  # "the country's twenty provinces"
        return territory(owner, party, last)
    if owner is not None and owner.ent_type_ != "PERSON":
        found = mention_of(owner)
        if found is not None and found.kind in PLACES | {"NORP"}:
            return found
        if found is not None and owner.lower_ == "its" and found.kind == "PERSON" and " " not in found.name:
            return replace(found, kind="GPE")  # "captured its airport"
        if syntax.is_pronoun(owner) and party is not None and party.kind in PLACES:
            return party
    beside = syntax.appositions(land)  # "its last stronghold, the town of Osk"
    for word in [
        *syntax.compounds(land),
        *(g for t in beside for _, g in syntax.prepositions(t, "of")),
        *(g for _, g in syntax.prepositions(land, "of", "in", "at")),
        *beside,
    ]:
        if kind(word) in PLACES | {"NORP"}:
            return mention_of(word)
    above = land.head.head if syntax.is_governed(land) else None
    if above is not None and above.lemma_.lower() in LAND | VAGUE:
        owned = syntax.possessor(above)
        if owned is not None and kind(owned) in PLACES | {"NORP"}:
            return mention_of(owned)
    named = _called(land)
    if named is not None:
        return named
    if land.lemma_.lower() == "capital":  # that of a country which need not be named
        return _introduced(land)
    if land.lemma_.lower() in REGION and syntax.is_definite(land):
        same = last if last is not None and last.kind in PLACES else None
        spoken_of = _introduced(land) or (same if land.lemma_.lower() in {"territory", "area"} else None)
        spoken_of = spoken_of or _nearest(land) or same
        if spoken_of is not None:
            return spoken_of
    if land.lemma_.lower() in COUNTRY | REGION | {"land"} and syntax.is_definite(land):
        country = _the_country(land)
        own_part = party is not None and country is not None and country.name == party.name
        return None if own_part and land.lemma_.lower() not in COUNTRY else country
    return None


def _introduced(land: Token) -> Mention | None:
    """ "the province", where "Osk province" or "Osk, a farming province" was named before: the last of them."""
    for token in reversed(land.doc[: land.i]):
        if token.lemma_ != land.lemma_ or token.pos_ not in {"NOUN", "PROPN"}:
            continue
        beside = [token.head] if syntax.is_apposition(token) else []
        for name in [*syntax.compounds(token), *beside, *(g for _, g in syntax.prepositions(token, "of"))]:
            if name.pos_ == "PROPN" and kind(name) != "NORP":
                return territory(name, None, None)
    return None


def _nearest(land: Token) -> Mention | None:
    """The place of the kind that was named last: "the city" is no region, "the Highlands" are."""
    referents = layers_of(land).referents
    town = land.lemma_.lower() in TOWN
    for i in sorted((i for i in referents if i < land.i), reverse=True):
        mention = referents[i]
        name = land.doc[i]
        if _is_people(name):
            continue
        regional = mention.kind == "LOC" or syntax.name_phrase(name)[0].lower_ == "the"
        if mention.kind in PLACES - {"FAC"} and regional != town and not WATER & set(mention.name.lower().split()):
            return mention
    if land.lemma_.lower() not in ADMINISTERED:
        return None
    before = (referents[i] for i in sorted((i for i in referents if i < land.i), reverse=True))
    return next((m for m in before if m.kind == "GPE" and m.name not in _countries(land.doc)), None)


def _is_people(name: Token) -> bool:
    """ "Kestrian forces", taken for a place; not "Osk province"."""
    return syntax.is_compound(name) and name.head.lemma_.lower() not in LAND | WATER


@lru_cache(maxsize=1)
def _countries(doc: Doc) -> set[str]:
    """The names of the states of an article: those that act, speak or have a people."""
    named = {doc[i]: m.name for i, m in layers_of(doc).referents.items() if m.kind == "GPE"}
    return {name for token, name in named.items() if syntax.is_subject(token) or syntax.is_possessor(token)}


def _as_place(land: Token) -> Mention | None:
    """The place that a name must be, whatever the parse takes it for."""
    found = layers_of(land).referents.get(land.i)
    if found is not None:
        return replace(found, kind="GPE")
    span = span_of(syntax.name_phrase(land))
    words = span.of(layers_of(land).text)
    return Mention(span, words, words, "GPE")


def _called(land: Token) -> Mention | None:
    """ "the Haldrin salient", "Half Moon Reef": a name of its own, where no entity was seen."""
    names = [c for c in syntax.compounds(land) if c.text[:1].isupper() and not c.is_sent_start]
    if land.pos_ == "PROPN":
        names.append(land)
    if not names or land.lemma_.lower() not in LAND | WATER:
        return None
    span = span_of([min(names, key=lambda t: t.left_edge.i).left_edge, land])
    words = span.of(layers_of(land).text)
    name = words if words[:1].isupper() else " ".join(w for w in words.split() if w[:1].isupper() or w == land.text)
    return Mention(span, words, name, "LOC")


@lru_cache(maxsize=1)
def _regions(doc: Doc) -> set[str]:
    """The names of what the article calls a province or town: "Keld province", "the town of Osk"."""
    out = set()
    for i, mention in layers_of(doc).referents.items():
        name = doc[i]
        beside = [name.head, *(name.head.head,) * syntax.is_governed(name), *syntax.appositions(name)]
        if any(t.lemma_.lower() in REGION - {"territory", "area"} and t.pos_ == "NOUN" for t in beside):
            out.add(mention.name)
    return out


def _has_people(doc: Doc, name: str) -> bool:
    """True for a country whose people the article names: "Kestrian"."""
    return any(syntax.is_people_of(people, name) for people in _titled(doc))


@lru_cache(maxsize=1)
def _titled(doc: Doc) -> frozenset[str]:
    return frozenset(t.text for t in doc if t.text.istitle() and len(t) > 4)


def _the_country(land: Token) -> Mention | None:
    """ "the country": the one whose people are named too, else the one named most often; "the land": the last one."""
    referents = layers_of(land).referents
    named = {i: m for i, m in referents.items() if m.kind in {"GPE", "LOC"} and m.named and not _is_people(land.doc[i])}
    earlier = [m for i, m in named.items() if i < land.i]
    earlier = [m for m in earlier if not WATER & set(m.name.lower().split())]
    states = [m for m in earlier if m.kind == "GPE" and m.name not in _regions(land.doc)]
    if not earlier:
        everywhere = {m.name: m for m in named.values() if m.kind == "GPE"}
        return next(iter(everywhere.values())) if len(everywhere) == 1 else None
    if land.lemma_.lower() not in {"country", "nation", "state"} or not states:
        return next(reversed(states or earlier), None)
    of_people = {name for name in {m.name for m in states} if _has_people(land.doc, name)}
    with_people = [m for m in states if m.name in of_people]
    often = Counter(m.name for m in with_people or states).most_common(1)[0][0]
    return next(m for m in states if m.name == often)
