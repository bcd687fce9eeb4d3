"""Who is a member or part of a body: "Kestria, a League member", "joined the Front", "League members include Kestria".

Members are named: people, states and bodies. The role is what the text calls them ("founding member", "armed wing"),
else "member"; who left is a "former member".
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Doc, Token

from kg import syntax
from kg.extract.bearers import names
from kg.extract.bodies import body_of
from kg.extract.mentions import mention_of
from kg.extract.offices import office
from kg.extract.pieces import span_of
from kg.extract.posts import Post, former, is_real
from kg.model import Mention

# "the armed wing of the Front": parts of a body that are bodies themselves; "part of the Front" is a member
PARTS = frozenset("wing arm branch affiliate faction chapter component part".split())
# "League members", "coalition nations": those whom a list names
MEMBERS = frozenset("member nation state country partner".split())
# What a body that has members is called, and what its name holds
COLLECTIVES = frozenset(
    "army navy force forces front league union alliance coalition bloc movement party brigade brigades battalion "
    "regiment division corps squadron wing unit militia guard council committee commission parliament senate "
    "assembly congress cabinet federation confederation association organization organisation community pact clan "
    "insurgency faction command fleet caucus government".split()
)
# Without a name, "the council" may be any, and "the front" a line; of those behind a bare word only "coalition members"
UNNAMED = frozenset(
    "army navy league union alliance coalition bloc movement party militia parliament senate congress cabinet "
    "federation pact insurgency government".split()
)
ALLIED = frozenset("coalition alliance bloc league union".split())
JOINING = frozenset({"join", "rejoin"})
QUITTING = frozenset({"leave", "quit"})
# "belongs to the Front", "served in the army", "was admitted to the League", "withdrew from the League"
BELONGING = {"belong": {"to"}, "serve": {"in", "with"}, "enlist": {"in"}}
ADMITTING = {"assign": {"to"}, "admit": {"to", "into"}}
EXPELLING = {"expel": {"from"}, "suspend": {"from"}}
WITHDRAWING = {"withdraw": {"from"}, "secede": {"from"}, "defect": {"from"}}
VERBS = JOINING | QUITTING | {*BELONGING, *ADMITTING, *EXPELLING, *WITHDRAWING}
LISTING = frozenset({"include", "comprise", "make", "consist"})
NAMED = frozenset({"PERSON", "ORG", "GPE"})


def memberships(doc: Doc) -> Iterator[Post]:
    """The memberships of a doc, in the order of the words that tell them."""
    for token in doc:
        word = token.lemma_.lower()
        if word in VERBS and syntax.is_verb(token) and is_real(token):
            yield from _of_verb(token, word)
        elif word in LISTING and syntax.is_verb(token) and is_real(token):
            yield from _of_list(token, word)
        elif word in PARTS | {"member"}:
            yield from _of_noun(token, word)
        if word in MEMBERS and syntax.is_plural(token):
            yield from _of_examples(token)


# --- "Kestria, a League member", "the Front is part of the Coalition", "the Osk Brigade, the armed wing of the Front"


def _of_noun(noun: Token, word: str) -> Iterator[Post]:
    body, role = _part_of(noun) if word in PARTS else _member_of(noun)
    at, over = _told_of(noun)
    if body is None or at is None or syntax.is_absent(noun):
        return
    for member in _members(at):
        if word == "member" and member.kind == "PERSON":
            continue  # an office tells it
        if member.name != body.name and not (word in PARTS and _is_land(member, body)):
            yield _post(member, former(role) if over else role, body, noun, at)


def _part_of(noun: Token) -> tuple[Mention | None, str]:
    """The body that a part is of, and the part as the text calls it."""
    of = next((g for _, g in syntax.prepositions(noun, "of")), syntax.possessor(noun))
    kinds = [c.lower_ for c in syntax.compounds(noun) if c.pos_ in {"ADJ", "NOUN"} and c.i == noun.i - 1]
    role = "member" if noun.lemma_ == "part" else " ".join([*kinds, noun.lemma_.lower()])
    return (_body(of), role) if of is not None else (None, role)


def _member_of(noun: Token) -> tuple[Mention | None, str]:
    """The body and the role of "a founding member of the League", "a League member"."""
    one = office(noun)
    known = one is not None and one.body is not None and one.body.kind == "ORG"
    return (one.body, one.role) if one is not None and known else (None, "")


def _told_of(noun: Token) -> tuple[Token | None, bool]:
    """Who a noun is said of, by "is" or beside it, and whether it is over ("was part of")."""
    first = syntax.first_conjunct(noun)
    if syntax.is_apposition(first):
        return first.head, False
    verb = first.head
    if not syntax.is_predicative(first) or verb.lemma_ not in {"be", "become", "remain"} or not is_real(verb):
        return None, False
    subject = syntax.subject(verb)
    over = verb.lower_ in {"was", "were"} and not syntax.auxiliaries(verb) and not syntax.is_complement(verb)
    return (syntax.antecedent(subject) if subject is not None else None), over


def _is_land(member: Mention, body: Mention) -> bool:
    """ "Osk is part of Kestria": a place in a place."""
    return member.kind in {"GPE", "LOC", "FAC"} and body.kind != "ORG"


# --- "joined the Front", "belongs to the Front", "was expelled from the League"


def _of_verb(verb: Token, word: str) -> Iterator[Post]:
    """Who comes into a body, is in it or leaves it."""
    if any(p.lower_ == "as" for p, _ in syntax.prepositions(verb)):
        return  # "joined the board as its head": the office tells it
    if word in JOINING and any(syntax.is_verb(g) for _, g in syntax.prepositions(verb, "in")):
        return  # "joined the League in condemning it"
    put = word in ADMITTING or word in EXPELLING
    if put:
        who = syntax.subject(verb) if syntax.is_passive(verb) else next(iter(syntax.direct_objects(verb)), None)
    else:
        who = None if syntax.is_passive(verb) else syntax.subject(verb)
    leads = (BELONGING | ADMITTING | EXPELLING | WITHDRAWING).get(word)
    bodies = [g for _, g in syntax.prepositions(verb, *leads)] if leads else syntax.direct_objects(verb)
    if who is None:
        return
    served = word == "serve" and verb.tag_ == "VBD" and not syntax.auxiliaries(verb)
    over = word in QUITTING or word in EXPELLING or word in WITHDRAWING
    end = "from" if word in JOINING or word in ADMITTING else "to" if over else ""
    for token in bodies[:1]:
        if token.lower_ == "party" and word in QUITTING:
            return  # "left the party at midnight"
        for member in _members(syntax.antecedent(who)):
            body = _joined(token, member)
            if body is not None and body.name != member.name:
                role = former("member") if over or served else "member"
                yield _post(member, role, body, verb, token, end=end)


def _joined(token: Token, member: Mention) -> Mention | None:
    """The body that is joined: states join bodies of any name, others such as have members."""
    body = _body(token)
    any_name = member.kind == "GPE" and body is not None and body.named
    return body if any_name or _has_members(token) else None


# --- "League members include Kestria and Orland", "the League, made up of Kestria and Orland"


def _of_list(verb: Token, word: str) -> Iterator[Post]:
    """Whom a verb lists as the members of a body."""
    subject = syntax.subject(verb) if syntax.own_subject(verb) is not None else verb.head
    if subject is None or not (subject.pos_ in {"NOUN", "PROPN"} or syntax.is_relative(subject)):
        return
    noun = syntax.antecedent(subject)
    if word in {"make", "consist"}:
        listed = [g for p, g in syntax.prepositions(verb, "of", "by") if p.i > verb.i]
        if word == "make" and syntax.particle(verb) != "up":
            return
    else:
        listed = [] if syntax.is_passive(verb) else syntax.direct_objects(verb)
    yield from _listed(noun, verb, listed)


def _of_examples(noun: Token) -> Iterator[Post]:
    """ "League members such as Kestria", "members of the League, including Kestria"."""
    for lead, token in syntax.prepositions(noun, "including", "as", "like"):
        if lead.lower_ != "as" or lead.nbor(-1).lower_ == "such":
            yield from _listed(noun, noun, [token])


def _listed(noun: Token, head: Token, listed: list[Token]) -> Iterator[Post]:
    body = _of_members(noun) if noun.lemma_.lower() in MEMBERS else _body(noun) if _has_members(noun) else None
    if body is None:
        return
    for token in listed[:1]:
        for member in _members(token):
            if member.name != body.name:
                yield _post(member, "member", body, head, token)


def _of_members(noun: Token) -> Mention | None:
    """Whose members they are: "members of the League", "the League's members", "coalition nations"."""
    of = [g for _, g in syntax.prepositions(noun, "of")] if noun.lemma_.lower() == "member" else []
    owner = syntax.possessor(noun)
    before = [c for c in syntax.compounds(noun) if c.pos_ == "PROPN" or c.lower_ in ALLIED]
    around = [*of, *([owner] if owner is not None else []), *reversed(before)]
    return next((b for t in around if (b := _body(t)) is not None), None)


# --- members and bodies


def _members(token: Token) -> list[Mention]:
    """The named people, states and bodies of a phrase and what is joined to it."""
    found = [mention_of(t) for t in syntax.conjuncts(token) if t.i == token.i or t.pos_ in {"PROPN", "NOUN"}]
    return [m for m in found if m is not None and m.named and m.kind in NAMED]


def _body(token: Token) -> Mention | None:
    """A body by its name, or one that stands for itself: "the army"."""
    token = syntax.antecedent(token)
    name = names(token.doc).headed.get(token.i)
    if name is not None:
        return name.mention if name.mention.kind == "ORG" else None
    found = body_of(token)
    plain = token.lemma_.lower() in UNNAMED and not (syntax.is_plural(token) or syntax.is_indefinite(token))
    if found is None or found.kind in {"GPE", "PERSON"} or not plain:
        return None
    return replace(found, kind="ORG") if found.named else found  # "Coalition nations"


def _has_members(token: Token) -> bool:
    """True for "the Lantern Front", "the army"; not for a company."""
    body = _body(token)
    return body is not None and any(word in COLLECTIVES for word in body.name.lower().split())


def _post(member: Mention, role: str, body: Mention, head: Token, other: Token, end: str = "") -> Post:
    words = sorted([head, other], key=lambda t: t.i)
    beside = not syntax.is_verb(head) and not syntax.is_predicative(syntax.first_conjunct(head))
    return Post(member, role, body, span_of(words), head, presupposed=beside, end=end)
