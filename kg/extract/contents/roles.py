"""Offices and roles: who is president, envoy or spokesperson of what, and since and until when.

The phrase of an office is read by ``offices.py``; who bears it beside its name by ``bearers.py``, who holds it by a
verb or noun by ``careers.py``, who is at the head of a body by ``leaders.py``, who is a member or part of one by
``memberships.py``; ``successions.py`` knows who came after whom, ``tenures.py`` when, ``states.py`` of which country,
where that is told elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Doc, Token

from kg import syntax
from kg.extract import office_words as words
from kg.extract.bearers import Name, bearers, names, person
from kg.extract.bodies import KINDS, body_of, is_of_state
from kg.extract.careers import posts
from kg.extract.found import Found, kept
from kg.extract.leaders import at_helm, leads, led_by
from kg.extract.memberships import memberships
from kg.extract.mentions import mention_of
from kg.extract.offices import Office, hull, is_office, office
from kg.extract.pieces import span_of
from kg.extract.posts import Post
from kg.extract.states import state_told
from kg.extract.successions import compared, succession
from kg.extract.tenures import tenure
from kg.model import Content, Mention, Time

VERBS = frozenset(words.LEADING) | {verb for verb, _ in words.LEADING_WITH}
SUCCEEDING = words.REPLACING | {"take"}
TRIGGERS = VERBS | SUCCEEDING | words.OFFICES | words.BODIES | {*words.SHORT, *words.HELMS, "number"}
LED = frozenset(words.LEADING.values())
NEARBY = 4  # words between two offices that are joined
DENIED = frozenset("no not neither nor never".split())


@kept
def find(doc: Doc) -> Iterator[Found]:
    """The role holdings of a doc, each once a sentence."""
    told: list[Post] = []
    offices: list[Office] = []
    for token in doc:
        word = token.lemma_.lower()
        if token.lower_ == "led" or token.lower_.endswith("-led"):
            told += led_by(token)
        if word not in TRIGGERS:
            continue
        if is_office(token):
            one = office(token)
            if one is not None and not _is_denied(one):
                offices.append(one)
                told = _joined(told, compared(one, told, offices, list(_of_office(one))))
        if token.lower_ in words.HELMS and syntax.is_governed(token):
            told += at_helm(token)
        elif word in VERBS and syntax.is_verb(token):
            told += leads(token)
        elif word in words.BODIES and syntax.is_apposition(token):
            told += _of_body(token)
        elif word in SUCCEEDING and syntax.is_verb(token):
            told += succession(token, told)
    seen = set()
    for post in [*_with_bodies(told, offices), *memberships(doc)]:
        key = (post.member.name, post.role, post.body and post.body.name, post.head.sent.start)
        if key not in seen:
            seen.add(key)
            yield Found(_content(post), post.head, presupposed=post.presupposed)


def _of_office(one: Office) -> Iterator[Post]:
    beside = bearers(one)
    for each, name in zip(_shared_out(one, beside), beside, strict=True):
        yield _beside(each, name, alone=len(beside) == 1)
    if not beside:
        yield from list(posts(one)) or _unnamed_spokesperson(one)


def _shared_out(one: Office, beside: list[Name]) -> list[Office]:
    """ "the foreign ministers of Kestria and Morvane": an office for each of as many bodies as there are names."""
    of = next((g for _, g in syntax.prepositions(one.noun, "of") if g.i > one.noun.i), None)
    members = {name.head.i for name in beside}
    bodies = [t for t in syntax.conjuncts(of) if t.i not in members] if of is not None else _joined_before(one)
    if len(beside) < 2 or len(bodies) != len(beside):
        return [one] * len(beside)
    return [replace(one, body=body_of(body)) for body in bodies]


def _joined_before(one: Office) -> list[Token]:
    """ "Kestria and Morvane's leaders", "Kestrian and Morvani ministers": the two bodies."""
    doc, at = one.noun.doc, one.first - 1
    if at > 0 and doc[at].tag_ == "POS":
        at -= 1
    joined = at - 2 >= one.noun.sent.start and doc[at - 1].lower_ == "and" and doc[at - 2].text[:1].isupper()
    return [doc[at - 2], doc[at]] if joined else []


def _is_denied(one: Office) -> bool:
    """ "neither a minister nor a member of parliament", "no longer the mayor"."""
    first = max(one.noun.left_edge.i - 1, one.noun.sent.start)
    return any(t.lower_ in DENIED for t in one.noun.doc[first : one.noun.i])


def _beside(one: Office, name: Name, *, alone: bool) -> Post:
    """ "President Ana Vessa of Kestria", "Ana Vessa, the president of Kestria"."""
    member = person(name)
    assert member is not None
    inside = name.head.doc[name.first : name.last + 1]
    behind = (g for _, g in syntax.prepositions(name.head, "of", "at", "with") if g.i > name.last)
    own = next((g for g in behind if g.ent_type_ in KINDS | {"PERSON"}), None)
    body = one.body
    if len(inside) > 2 and inside[-2].lower_ == "of":  # "Prince Casimir of Kestria"
        body = body or Mention(span_of([inside[-1]]), inside[-1].text, inside[-1].text, "GPE")
    elif own is not None and name.first > one.noun.i and (body is None or not alone):
        body = body_of(own)
    body = None if body is not None and body.name == member.name else body
    return Post(member, one.role, body, hull(one, name.head), name.head, presupposed=True, noun=one.noun)


def _of_body(noun: Token) -> Iterator[Post]:
    """ "the Vessa Institute, a conflict monitor"."""
    name = names(noun.doc).headed.get(noun.head.i)
    one = office(noun)
    if name is not None and name.mention.kind == "ORG" and name.last < noun.left_edge.i and one is not None:
        yield Post(name.mention, one.role, one.body, hull(one, name.head), name.head, presupposed=True, noun=one.noun)


def _unnamed_spokesperson(one: Office) -> Iterator[Post]:
    """ "the Kestrian army spokesperson", "a spokeswoman for the ministry"."""
    if one.noun.lemma_.lower() not in words.SPOKES or one.body is None:
        return
    member = mention_of(one.noun)
    if member is not None and not syntax.is_apposition(one.noun):
        yield Post(member, one.role, one.body, member.span, one.noun, presupposed=True)


def _joined(earlier: list[Post], found: list[Post]) -> list[Post]:
    """ "chairman and chief executive of Corvane Steel": two offices of one person, and of one body."""
    if len(found) != 1 or not earlier or (found[0].body is None) == (earlier[-1].body is None):
        return earlier + found
    last, new = earlier[-1], found[0]
    if last.noun is None or new.noun is None or last.member.name != new.member.name:
        return earlier + found
    between = [t.lower_ for t in last.noun.doc[last.noun.i + 1 : new.noun.i]]
    if "and" not in between or "," in between or words.HELD & {*between} or len(between) > NEARBY:
        return earlier + found
    return [*earlier[:-1], replace(last, body=last.body or new.body), replace(new, body=new.body or last.body)]


# --- countries told elsewhere


def _with_bodies(told: list[Post], offices: list[Office]) -> Iterator[Post]:
    """The posts, those without a body with the one that the article tells elsewhere."""
    held = {(p.member.name, p.role): p.body for p in reversed(told) if p.body is not None}
    led = {p.member.name: p.body for p in reversed(told) if p.body is not None and p.role in LED}
    for post in told:
        if post.body is not None or post.noun is None:
            yield post
            continue
        body = held.get((post.member.name, post.role))
        if is_of_state(post.role) or post.role.split()[-1] in words.OF_PLACE:
            taken = frozenset(p.body.name for p in told if p.body is not None and p.role == post.role)
            body = body or state_told(post.head, post.role, offices, taken)
        elif post.role.endswith(("executive", "ceo", "chairman", "chairwoman", "director")):
            body = body or led.get(post.member.name)  # "chief executive Ana Vessa", "Corvane, which Vessa leads"
        yield replace(post, body=body)


# --- the content


def _content(post: Post) -> Content:
    heads = [post.head, *([post.noun] if post.noun is not None else [])]
    times = tenure(heads, post.end, over=post.role.startswith("former "))
    fields: list[tuple[str, Mention | str | Time]] = [("member", post.member), ("role", post.role)]
    if post.body is not None:
        fields.append(("organization", post.body))
    fields += times
    gist = "{member} is {role}" + (" of {organization}" if post.body is not None else "")
    return Content(kind="RoleHolding", fields=tuple(fields), gist=gist, span=post.span)
