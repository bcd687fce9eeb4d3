"""Who holds, takes or leaves an office by what verbs and nouns tell.

"Vessa was sworn in as mayor", "Orland named her its envoy", "after eleven years as head, Dahl resigned", "calls on
Vessa to step down as premier", "Dahl succeeds her as mayor".
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from kg import syntax
from kg.extract import office_words as words
from kg.extract.bearers import named_between, person
from kg.extract.bodies import body_of
from kg.extract.offices import Office, hull, office
from kg.extract.posts import Post, doer, former, holder, is_real, is_settled, patient
from kg.extract.standing import standing
from kg.model import Mention

# --- "was the mayor", "was sworn in as mayor", "eleven years as mayor"


def posts(first: Office) -> Iterator[Post]:
    """Who holds an office by its verb, or by a noun such as "appointment"."""
    noun = first.noun
    lead = syntax.first_conjunct(noun)
    at = lead.head
    if syntax.is_governed(lead) and first.first <= at.i < noun.i:
        lead, at = at, at.head  # "as acting foreign minister", where "acting" is read as a verb
    if syntax.is_governed(lead) and at.lower_ == "of" and at.head.lemma_.lower() in words.POSTS:
        yield from _through_post(first, at.head)
    elif syntax.is_governed(lead) and at.lower_ == "as":
        yield from _as(first, at)
    elif syntax.is_governed(lead) and at.lower_ == "to" and at.head.lemma_.lower() in words.APPOINTING:
        yield from _appointed(first, at.head)
    elif at.lower_ == "acting" and first.first <= at.i < noun.i and is_real(at):
        yield from _held(first, at, holder(doer(at)), "")  # "has been acting minister", where it is read as a verb
    elif syntax.is_verb(at) and not syntax.is_subject(lead):
        verb = at
        if at.lemma_ == "be" and at.head.lemma_.lower() in words.APPOINTING and syntax.is_dependent(at):
            verb = at.head  # "was named to be"
        if verb.lemma_.lower() in words.APPOINTING and (lead.i > verb.i):
            yield from _appointed(first, verb)
        elif at.lemma_ in {"be", "become", "remain"} and syntax.predicate(at) is not None:
            yield from _is(first, at)
    elif syntax.is_subject(lead) and at.lemma_ == "be":
        yield from _identified(first, at)


def _through_post(one: Office, post: Token) -> Iterator[Post]:
    """ "took up the post of envoy", "was appointed to the post of envoy", "in his role of envoy"."""
    at = post.head
    verb = at.head if syntax.is_governed(post) else at
    if syntax.is_governed(post) and at.lower_ == "as":
        yield from _as(one, at)
    elif verb.lemma_.lower() in words.APPOINTING:
        yield from _appointed(one, verb)
    elif verb.lemma_.lower() in words.LEAVING | {"lose"}:
        yield from _left(one, verb, holder(doer(verb)))
    elif verb.lemma_.lower() in words.TAKING | words.SERVING:
        yield from _held(one, verb, holder(doer(verb)), "from")


def _as(one: Office, preposition: Token) -> Iterator[Post]:
    at = preposition.head
    lemma = at.lemma_.lower()
    if not syntax.is_verb(at):
        yield from _of_noun(one, at)
        return
    fronted = preposition.i < at.i and preposition.left_edge.i == at.sent.start
    if fronted:
        if standing(at) == "" and syntax.negation(at) is None:
            yield from _held(one, preposition, holder(syntax.own_subject(at)), "")
    elif lemma in words.REPLACING:
        yield from _replaced(one, at)
    elif lemma in words.REMOVING:
        yield from _left(one, at, patient(at))
    elif _leaves(at):
        yield from _left(one, at, _asked(at) or holder(doer(at)))
    elif lemma in words.APPOINTING:
        yield from _appointed(one, at)
    elif lemma == "take" and _takes(at):
        yield from _now_or_soon(one, at, "from")
        left = next((g for _, g in syntax.prepositions(at, "from")), None)
        yield from _left(one, at, holder(left))
    elif (term := next((o for o in syntax.direct_objects(at) if o.lemma_.lower() in words.TERMS), None)) is not None:
        if is_real(at):
            yield from _of_noun(one, term)  # "won a second term as president"
    elif lemma in words.SERVING or one.role.startswith(("acting ", "interim ")):
        end = "from" if lemma in {"start", "begin", "return", "join"} else ""
        body = next((b for o in syntax.direct_objects(at) if (b := body_of(o)) and b.kind == "ORG"), None)
        yield from _now_or_soon(replace(one, body=one.body or body), at, end)


def _now_or_soon(one: Office, verb: Token, end: str) -> Iterator[Post]:
    """ "serves as mayor", "will take over as mayor"."""
    if is_real(verb):
        yield from _held(one, verb, holder(doer(verb)), end)
    elif is_settled(verb):
        yield from _incoming(one, verb, holder(doer(verb)))


def _leaves(verb: Token) -> bool:
    lemma = verb.lemma_.lower()
    with_ = words.LEAVING_WITH.get(lemma)
    if with_ is None:
        return lemma in words.LEAVING
    return bool(with_) and any(c.lower_ in with_ for c in verb.children)


def _takes(verb: Token) -> bool:
    """ "took over", "took office", "took the helm"."""
    objects = {o.lemma_.lower() for o in syntax.direct_objects(verb)}
    return (
        syntax.particle(verb) == "over"
        or bool(objects & {"office", "charge", "helm", "rein", "oath", "place"})
        or any(c.lower_ == "over" for c in verb.children)
    )


def _appointed(one: Office, verb: Token) -> Iterator[Post]:
    """ "was sworn in as mayor", "Orland named Vessa its envoy", "Vessa, elected mayor in 2030,"."""
    if not (is_real(verb) or is_settled(verb)):
        return
    following = next(named_between(verb, one.noun), None)
    if following is not None and following.first == verb.i + 1:
        member, by = person(following), syntax.subject(verb)
    else:
        member = patient(verb) or (person(following) if following is not None else None)
        by = syntax.agent(verb) if syntax.is_passive(verb) else syntax.subject(verb)
    appointer = body_of(by) if by is not None else None
    if appointer is not None and appointer.kind == "PERSON" and " " in appointer.name and appointer.named:
        appointer = None
    again = office(one.noun, appointer) or one
    if again.body is None and appointer is not None and appointer.named and appointer.kind in {"ORG", "GPE"}:
        again = replace(again, body=appointer)  # "Orland named Vessa ambassador"
    if is_real(verb):
        yield from _held(again, verb, member, "from")
    else:
        yield from _incoming(again, verb, member)


def _incoming(one: Office, verb: Token, member: Mention | None) -> Iterator[Post]:
    """ "will be sworn in as mayor": an office that is still to be held."""
    for post in _held(one, verb, member, "from"):
        yield replace(post, role=f"incoming {post.role}", presupposed=True)


def _is(one: Office, verb: Token) -> Iterator[Post]:
    """ "is the mayor", "became mayor"; "was the mayor" is no more."""
    if not is_real(verb) or one.noun.i < verb.i:
        return
    vague = one.noun.lemma_.lower() in words.VAGUE and one.body is None and syntax.is_indefinite(one.noun)
    if vague or any(syntax.is_comparative(c) for c in syntax.adjectives(one.noun)):
        return
    was = verb.lower_ == "was" and not syntax.auxiliaries(verb) and not syntax.is_complement(verb)
    end = "from" if verb.lemma_ == "become" else ""
    for post in _held(one, verb, holder(doer(verb)), end):
        yield replace(post, role=former(post.role)) if was else post


def _identified(one: Office, verb: Token) -> Iterator[Post]:
    """ "the new envoy would be Ana Vessa": who an office is told to be."""
    told = syntax.predicate(verb)
    if told is None or syntax.negation(verb) is not None or syntax.is_conditional(verb):
        return
    if {h.lower_ for h in syntax.auxiliaries(verb)} & {"could", "may", "might", "should", "must"}:
        return
    yield from (replace(p, presupposed=True) for p in _held(one, verb, holder(told), ""))


def _replaced(one: Office, verb: Token) -> Iterator[Post]:
    """ "Dahl succeeds Vessa as mayor", "Vessa was replaced as mayor by Dahl": who left it, and who came."""
    passive = syntax.is_passive(verb)
    left = syntax.subject(verb) if passive else next(iter(syntax.objects(verb)), None)
    came = syntax.agent(verb) if passive else doer(verb)
    left_by = holder(left) or next((person(n) for n in named_between(verb, one.noun)), None)
    above = verb.head if syntax.is_dependent(verb) and syntax.has_to(verb) else None
    picked = above is not None and above.lemma_.lower() in words.APPOINTING and is_real(above)
    if above is not None and picked:  # "picked Dahl to replace her"
        yield from _held(one, above, patient(above), "from")
    elif holder(came) is not None:
        yield from _now_or_soon(one, verb, "from")
    elif is_real(verb) and came is not None and came.tag_ == "WP":
        yield from (replace(p, presupposed=True) for p in _held(one, verb, left_by, ""))  # "whoever succeeds Vessa"
        return
    if left_by is not None and (holder(came) is None or left_by.name != _name(holder(came))):
        yield from _left(one, verb, left_by)


def _name(mention: Mention | None) -> str:
    return mention.name if mention is not None else ""


def _of_noun(one: Office, noun: Token) -> Iterator[Post]:
    """ "the appointment of Vessa as envoy", "Vessa's resignation as envoy", "after eleven years as envoy, Vessa"."""
    lemma = noun.lemma_.lower()
    if lemma not in words.ENTRANCES | words.EXITS | words.TERMS:
        return
    owner = syntax.possessor(noun)
    whose = [owner] if owner is not None else []
    whose += [g for _, g in syntax.prepositions(noun, "of", "by")]
    member = next((m for t in whose if (m := holder(t)) is not None), None)
    verb = syntax.governing_verb(noun)
    subject = syntax.subject(verb) if verb is not None and syntax.negation(verb) is None else None
    ahead = owner is not None and syntax.is_pronoun(owner) and subject is not None and subject.i > noun.i
    if lemma in words.TERMS and member is None and (owner is None or ahead):  # "in his years as mayor, Dahl built it"
        member = holder(subject)
    real = verb is None or (standing(verb) == "" and verb.lemma_ not in words.SOUGHT)
    if not real and lemma in words.ENTRANCES:
        return
    end = "from" if lemma in words.ENTRANCES else "to" if lemma in words.EXITS and real else ""
    for post in _held(one, noun, member, end):
        yield replace(post, role=former(post.role) if end == "to" else post.role, presupposed=True)


def _left(one: Office, verb: Token, member: Mention | None) -> Iterator[Post]:
    """Who left an office had it; who is only asked to, or will, still has it."""
    if is_real(verb):
        for post in _held(one, verb, member, "to"):
            yield replace(post, role=former(post.role))
    else:
        yield from (replace(p, presupposed=True) for p in _held(one, verb, member, ""))


def _asked(verb: Token) -> Mention | None:
    """ "calls on Vessa to resign": who is asked to."""
    above = verb.head
    told = [*syntax.objects(above), *(g for _, g in syntax.prepositions(above, "on", "for"))]
    return next((m for t in told if (m := holder(t)) is not None), None) if syntax.has_to(verb) else None


def _held(one: Office, head: Token, member: Mention | None, end: str) -> Iterator[Post]:
    if member is not None:
        yield Post(member, one.role, one.body, hull(one, head), head, end=end, noun=one.noun)
