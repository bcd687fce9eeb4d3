"""Who is at the head of a body: "who leads the board", "was hired to run it", "led by Dahl", "in charge of it".

States and bodies lead others too: "the Kestria-led coalition", "the force is commanded by the navy", "the ministry runs
the hospital".
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from kg import syntax
from kg.extract import office_words as words
from kg.extract.bearers import names
from kg.extract.bodies import body_of
from kg.extract.mentions import layers_of, mention_of
from kg.extract.offices import is_hyphen
from kg.extract.pieces import span_of
from kg.extract.posts import Post, doer, holder, is_real, patient
from kg.model import Mention, Span

# What a body or state is to another that it leads
LEADING_BODIES = {"lead": "leader", "head": "leader", "command": "commander", "chair": "chair", "run": "operator",
                  "manage": "operator"}  # fmt: skip
# Bodies that others lead or command; who leads a league or a party is ahead of it
LED = frozenset(
    "coalition alliance bloc consortium force mission delegation brigade battalion regiment squadron fleet unit "
    "command committee panel campaign".split()
)

# What a body runs: "the hospital"; a government that runs the country holds an office
RUN = frozenset(
    "hospital school clinic service railway airline airport port ship paper station channel museum plant mill factory "
    "laboratory college academy network centre center camp institute project agency prison university".split()
)


def leads(verb: Token) -> Iterator[Post]:
    """Who is at the head of the body that a verb of leading has as its object."""
    role, bodies = _led(verb)
    if not role or syntax.is_compound(verb):
        return
    above = verb.head if syntax.is_dependent(verb) and syntax.has_to(verb) else None
    head = verb
    if above is not None and above.lemma_.lower() in words.APPOINTING:
        if not is_real(above):
            return
        head, member = above, patient(above)
    else:
        first = above is not None and syntax.is_predicative(above) and above.head.lemma_ in {"be", "become"}
        if not first and not is_real(verb):
            return
        who = syntax.agent(verb) if syntax.is_passive(verb) else doer(verb)
        member = holder(who)
        if member is None and who is not None:
            yield from _bodies_leading(verb, who, bodies)
    for token in bodies:
        body = _lead_body(token)
        town = body is not None and body.kind == "GPE" and role.endswith("founder")  # founding one gives no office
        if member is not None and body is not None and body.name != member.name and not town:
            span = span_of(sorted([verb, token], key=lambda t: t.i))
            yield Post(member, role, body, span, head)


def _bodies_leading(verb: Token, who: Token, bodies: list[Token]) -> Iterator[Post]:
    """ "the force is led by the Royal Navy", "the Ministry of Health runs the hospital"."""
    member, role = body_of(who), LEADING_BODIES.get(verb.lemma_.lower(), "")
    if member is None or not (member.named and member.kind in {"GPE", "ORG"} and role):
        return
    for token in bodies:
        body = _lead_body(token)
        led = RUN if role == "operator" else LED
        fits = body is not None and (role == "chair" or led & {*body.name.lower().split()})
        if body is not None and fits and body.name != member.name and body.kind != "GPE":
            yield Post(member, role, body, span_of(sorted([verb, token], key=lambda t: t.i)), verb)


def led_by(led: Token) -> Iterator[Post]:
    """ "the Kestria-led coalition", "a Kestrian-led force", "the U.S.-led force", where the parse keeps that whole."""
    noun = led.head
    if not syntax.is_compound(led) or noun.lemma_.lower() not in LED:
        return
    member, body = _leader_before(led), mention_of(noun)
    if member is not None and body is not None and member.kind in {"GPE", "ORG"} and body.kind != "PERSON":
        yield Post(member, "leader", body, body.span, noun, presupposed=True)


def _leader_before(led: Token) -> Mention | None:
    """Who stands before "-led"."""
    if led.lower_ == "led":
        apart = led.i - 2 >= led.sent.start and is_hyphen(led.nbor(-1))
        return body_of(led.doc[led.i - 2]) if apart else None
    name = led.text[: -len("-led")]
    known = (m for m in layers_of(led).referents.values() if name in {m.name, m.text, *m.names})
    span = Span(led.idx, led.idx + len(name))
    state = Mention(span, name, name, "GPE") if "." in name else None  # "U.S."
    return next((replace(m, span=span, text=name) for m in known), state)


def _led(verb: Token) -> tuple[str, list[Token]]:
    """The role of who does it, and what is led."""
    lemma = verb.lemma_.lower()
    for p, governed in syntax.prepositions(verb, "for", "over"):
        if (lemma, p.lower_) in words.LEADING_WITH:
            return words.LEADING_WITH[lemma, p.lower_], [governed]
    if lemma not in words.LEADING or any(True for _ in syntax.prepositions(verb, "to", "past", "into", "through")):
        return "", []
    if not syntax.is_passive(verb):
        return words.LEADING[lemma], [syntax.antecedent(o) for o in syntax.direct_objects(verb)]
    subject = syntax.subject(verb)
    return words.LEADING[lemma], [syntax.antecedent(subject)] if subject is not None else []


def _lead_body(token: Token) -> Mention | None:
    """The body that is led: by name, or an institution of its own: "the agency", "its ailing railway"."""
    name = names(token.doc).headed.get(token.i)
    if name is not None and name.mention.kind != "PERSON":
        return name.mention
    if name is not None:
        own = syntax.noun_clauses(token)
        return replace(name.mention, kind="ORG") if any(syntax.is_of_thing(clause) for clause in own) else None
    known = layers_of(token).referents.get(token.i)
    if known is not None and known.kind == "ORG":
        return known
    if token.lemma_.lower() not in words.INSTITUTIONS | {"force", "troop"} and token.ent_type_ not in {"ORG", "GPE"}:
        return None
    if syntax.is_indefinite(token) or (syntax.is_plural(token) and token.lemma_.lower() not in {"force", "troop"}):
        return None  # "led a group"
    return body_of(token)


# --- "at the head of the board", "in charge of the port"


def at_helm(noun: Token) -> Iterator[Post]:
    """Who is told to be at the head of a body, or in charge of one."""
    if not syntax.is_governed(noun) or noun.head.lower_ not in words.HELMS[noun.lower_]:
        return
    verb = noun.head.head
    if verb.lemma_.lower() in words.TERMS:
        verb = syntax.governing_verb(verb) or verb
    who = doer(verb) if syntax.is_verb(verb) else verb
    member = holder(who)
    if member is None or (syntax.is_verb(verb) and not is_real(verb)):
        return
    for _, token in syntax.prepositions(noun, "of"):
        body = _lead_body(token)
        if body is not None and body.name != member.name:
            yield Post(member, "head", body, span_of([noun, token]), noun, noun=noun)
