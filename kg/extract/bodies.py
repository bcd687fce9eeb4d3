"""Which body an office is of: a country for its people, a body by name or by what it is, whose "its" is."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Token

from kg import syntax
from kg.extract import office_words as words
from kg.extract.mentions import DETERMINERS, layers_of, mention_of
from kg.extract.pieces import span_of
from kg.model import Mention

KINDS = frozenset({"GPE", "NORP", "ORG", "FAC", "LOC"})
OF = ("of", "for", "at", "with", "from", "in", "to")
TIMED = frozenset({"DATE", "TIME", "CARDINAL", "ORDINAL", "PERCENT", "MONEY"})
SENDERS = ("of", "for", "from")  # an envoy "to" a country does not serve it


def stands_for(owner: Token) -> bool:
    """ "its", "whose"."""
    return syntax.is_pronoun(owner) or owner.tag_ == "WP$"


def is_compared(noun: Token) -> bool:
    """True for "her counterpart", "his predecessor": an office told by another's."""
    return noun.lemma_.lower() in words.COMPARED | {"number"}


def body_beside(noun: Token, prenominal: Token | None, beyond: Token) -> Mention | None:
    """The body of an office: behind "of", a possessive, a name or a people before it."""
    sent = any(t.lemma_.lower() in words.SENT for t in (noun, noun.nbor(-1) if noun.i else noun))
    leads = SENDERS if sent else OF
    held = [g for at in (noun, beyond) for p, g in _prepositions(at, *leads) if g.i != beyond.i or at.i != noun.i]
    near = [g for g in held if _is_body(g, noun)]
    of = [g for g in near if g.head.lower_ in {"of", "for"} or g.lemma_.lower() in words.INSTITUTIONS]
    named = [g for g in near if g.ent_type_ in KINDS or g.pos_ == "PROPN"]
    owner = prenominal or syntax.possessor(noun)
    own = [owner] if owner is not None and not stands_for(owner) else []
    possessor = syntax.possessor(noun)
    if sent and possessor is not None and not stands_for(possessor):
        own = [possessor, *own]  # "Orland's UN envoy"
    compound = [t for t in syntax.compounds(noun) if t.ent_type_ in KINDS and t.i < noun.i and not _is_base(t)]
    order = [*own, *named, *of] if sent else [*named, *own, *of]
    order += _behind_comma(noun)
    for token in [*order, *reversed(compound)]:
        body = body_of(token)
        if body is not None:
            return body
    return None


def _behind_comma(noun: Token) -> list[Token]:
    """ "Ana Vessa, commander, Northern Command,": the name of a body right behind a bare office."""
    bare = syntax.is_apposition(noun) and noun.i + 1 < noun.sent.end and noun.nbor().text == ","
    near = [t for t in syntax.appositions(noun) if t.left_edge.i in (noun.i + 1, noun.i + 2) and t.ent_type_ == "ORG"]
    return near if bare and not syntax.adjectives(noun) else []


def _prepositions(noun: Token, *leads: str) -> list[tuple[Token, Token]]:
    """What follows a noun behind a preposition, by the parse or right behind it."""
    found = [(p, g) for p, g in syntax.prepositions(noun, *leads) if p.i > noun.i]
    if noun.i + 2 < noun.sent.end and noun.nbor().lower_ in leads and all(p.i != noun.i + 1 for p, _ in found):
        head = syntax.phrase_head(noun.nbor(2))
        found[:0] = [(noun.nbor(), head)] if head is not None else []
    return sorted(found, key=lambda pair: (leads.index(pair[0].lower_), pair[0].i))


def _is_body(token: Token, noun: Token) -> bool:
    if token.lemma_.lower() in words.NO_BODIES:
        return False
    if noun.lemma_.lower() in words.SEEKING and token.lemma_.lower() in words.OFFICES:
        return False
    if token.ent_type_ in TIMED:
        return False
    return token.pos_ in {"PROPN", "NOUN"} or token.ent_type_ in KINDS


def _is_base(token: Token) -> bool:
    """ "US-based": where it sits, not whom it serves."""
    return any(t.lower_ in {"based", "born"} for t in [*token.children, token.head])


def body_of(token: Token) -> Mention | None:
    """The body that a word names: a country for its people, "the frigate Tern" by its name; no day has an office."""
    if token.ent_type_ in TIMED:
        return None
    beside = [t for t in syntax.appositions(token) if t.i > token.i and _is_named_right_behind(token, t)]
    if beside and token.pos_ == "NOUN":
        token = beside[0]
    found = layers_of(token).referents.get(token.i) or mention_of(token)
    if token.pos_ == "NOUN" and any(t.ent_type_ == "PERSON" for t in syntax.appositions(token)):
        found = _phrase(token)  # "the ministry, Ana Vessa,", where the parse hangs a name on a body
    places = (m for m in layers_of(token).referents.values() if m.kind in {"GPE", "PERSON"} and " " not in m.name)
    place = next((m for m in places if syntax.is_people_of(token.text, m.name)), None)
    if place is not None:
        return place
    if found is not None and not found.named and (syntax.is_definite(token) or syntax.is_possessor(token)):
        found = named_like(token) or found
    if found is not None and (found.named or not token.text[:1].isupper()):
        return found
    if found is not None and len(found.text.split()) > 1:
        return found
    span = span_of([token])  # "Kestrian President": a people nobody knows
    return Mention(span, token.text, token.text, "NORP") if token.text[:1].isupper() else found


def named_like(noun: Token) -> Mention | None:
    """ "the project" for the Frontier Data Project: the last body before a noun whose name ends with it."""
    known = sorted(layers_of(noun).referents.items(), reverse=True)
    word = noun.lemma_.lower()
    return next((m for i, m in known if i < noun.i and m.kind == "ORG" and m.name.lower().endswith(f" {word}")), None)


def _phrase(noun: Token) -> Mention | None:
    """A body by its words alone."""
    inside = syntax.name_phrase(noun)
    while inside and inside[0].lower_ in DETERMINERS:
        inside = inside[1:]
    if not inside:
        return None
    span = span_of(inside)
    text = span.of(layers_of(noun).text)
    return Mention(span, text, text.removesuffix("’s").removesuffix("'s"), "GROUP", named=False)


def _is_named_right_behind(noun: Token, name: Token) -> bool:
    """ "the frigate Tern": a name with no comma before it."""
    return name.left_edge.i == noun.i + 1 and name.pos_ == "PROPN" and not noun.nbor().is_punct


def owner_of(pronoun: Token, role: str, appointer: Mention | None = None) -> Mention | None:
    """Whose office it is: what the pronoun stands for; of "its" and "their", where that is not known, a body near."""
    if pronoun.tag_ == "WP$":
        return body_of(syntax.antecedent(pronoun))
    plain = pronoun.lower_ in {"its", "their"}
    if plain and appointer is not None:
        return appointer
    found = mention_of(pronoun)
    if not plain or (found is not None and found.kind != "PERSON"):
        return found
    return _nearest_body(pronoun, is_of_state(role))


def is_of_state(role: str) -> bool:
    """True for an office that a country has one of: "president", "deputy foreign minister"."""
    last = role.removesuffix("-elect").split()[-1] if role else ""
    return last in words.OF_STATE or (last == "minister" and len(role.split()) > 1)


def _nearest_body(pronoun: Token, of_state: bool) -> Mention | None:
    """The body that a sentence names before a pronoun, else the one before it: a country has ministers, others heads.

    A name of one word that is taken for a person's is a body where nothing else is: "Orland ... its minister".
    """
    start = pronoun.sent.start
    verb = syntax.governing_verb(pronoun)
    following = syntax.own_subject(verb) if verb is not None else None
    previous = pronoun.doc[start - 1].sent.start if start else start
    for first, last, here in ((start, pronoun.i, True), (previous, start, False)):
        known = sorted(layers_of(pronoun).referents.items())
        before = [(pronoun.doc[i], m) for i, m in known if first <= i < last and m.named and _is_name(pronoun.doc[i])]
        bodies = [(t, m) for t, m in before if m.kind in KINDS and (m.kind in {"GPE", "NORP"} or not of_state)]
        single = [(t, m) for t, m in before if _may_be_body(m)]
        for some in (bodies, single):
            chosen = [m for t, m in some if here or syntax.is_subject(t) or syntax.is_possessor(t)][-1:]
            if chosen:
                known_kind = chosen[0].kind if chosen[0].kind != "PERSON" else "GPE" if of_state else "ORG"
                return replace(chosen[0], kind=known_kind)
        nouns = [t for t in pronoun.doc[first:last] if t.lemma_.lower() in words.INSTITUTIONS and syntax.is_subject(t)]
        if nouns and not of_state:
            return body_of(nouns[-1])
    ahead = following is not None and following.i > pronoun.i  # "Under its chairman, Ana Vessa, Corvane has grown"
    found = body_of(following) if following is not None and ahead else None
    return found if found is not None and found.kind in KINDS else None


def _may_be_body(mention: Mention) -> bool:
    """A name of one word without an office, that is taken for a person's."""
    titled = {word.lower() for title in mention.titles for word in title.split()} & words.OFFICES
    return mention.kind == "PERSON" and " " not in mention.name and not titled


def _is_name(token: Token) -> bool:
    return bool(token.pos_ == "PROPN" or token.ent_type_)
