"""Common nouns as mentions: which can stand for an actor, and for which one named or described before."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from spacy.tokens import Span, Token

from kg import syntax
from kg.annotate.animacy import BODY, PERSON, PLACE, gender_of_noun, stands_for
from kg.annotate.names import ACTORS, Referent
from kg.annotate.pronouns import Seen

NEAR = 400  # words that what a noun stands for is looked for before it
NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
DEFINITE = frozenset({"the", "this", "that", "these", "those", "both"})
COMPANIES = frozenset({"company", "firm", "group", "bank", "airline", "carmaker", "retailer", "agency", "watchdog"})
PAIRS = frozenset({"two", "both"})
SUBJECTS = frozenset({"subject", "inner subject"})


def is_mention(noun: Token) -> bool:
    """True for the head of a noun phrase that can be taken up again; not for times, amounts, parts of a name."""
    if noun.tag_ not in NOUNS and not (noun.lower_ == "those" and syntax.relative_clauses(noun)):
        return False
    if syntax.is_compound(noun) or not noun.text[0].isalpha():
        return False
    return not noun.ent_type_ or noun.ent_type_ in ACTORS


def base(noun: Token) -> str:
    """The noun in the singular and small letters; "Senators" keeps its ending as a lemma of a name."""
    lemma = noun.lemma_.lower()
    return lemma.removesuffix("s") if syntax.is_plural(noun) and lemma == noun.lower_ else lemma


def words(noun: Token) -> Span:
    """A noun with what stands before it: "the two leaders"."""
    return headed(noun.doc[noun.left_edge.i : noun.i + 1], noun)


def headed(span: Span, head: Token) -> Span:
    """A span, begun at its head where the parse gives it another one."""
    return span if span.root.i == head.i else span.doc[head.i : span.end]


def actor(noun: Token, earlier: Sequence[Seen]) -> Referent:
    """The actor that a noun stands for: one named or described before it, or a new one."""
    before = [c for c in noun.children if c.i < noun.i]
    beside = _beside(noun, earlier)
    if beside is not None:
        return beside
    if any(c.lower_ in DEFINITE for c in before):
        narrowed = {c.lower_ for c in noun.children if not c.is_punct and c.tag_ != "POS"} - DEFINITE
        found = _described(noun, narrowed, earlier)
        if found is not None:
            return found
    return _new(noun)


def _new(noun: Token) -> Referent:
    word = base(noun)
    plural = syntax.is_plural(noun) or word == "those"
    return Referent(word, stands_for(word), gender=gender_of_noun(noun.lower_), plural=plural, named=False)


def _beside(noun: Token, earlier: Sequence[Seen]) -> Referent | None:
    """ "Ana Vessa, the envoy", "Ana Vessa is the envoy": the noun beside a name."""
    target = None
    if syntax.is_apposition(noun):
        target = noun.head
    elif syntax.is_predicative(noun) and noun.head.lemma_ in syntax.COPULA:
        target = syntax.own_subject(noun.head)
    if target is None or target.i > noun.i:
        return None
    kind = stands_for(base(noun))
    for seen in reversed(earlier[-30:]):
        if seen.head.i == target.i and seen.form != "joint":
            fits = seen.referent.kind == kind or (kind != PERSON and seen.referent.kind != PERSON)
            return seen.referent if fits and seen.referent.plural == syntax.is_plural(noun) else None
    return None


def _described(noun: Token, narrowed: set[str], earlier: Sequence[Seen]) -> Referent | None:
    """ "the minister", "the commission", "the company", "the farmers", "the two leaders"."""
    word, plural = base(noun), syntax.is_plural(noun)
    near = list(takewhile(lambda seen: noun.i - seen.head.i < NEAR, reversed(earlier)))
    if plural and narrowed & PAIRS:
        kind = {PERSON: "PEOPLE", PLACE: "BODIES", BODY: "BODIES"}.get(stands_for(word))
        return next((s.referent for s in near if s.form == "joint" and s.referent.kind == kind), None)
    for seen in near:
        if _is_called(word, plural, narrowed, seen):
            return seen.referent
    if narrowed or plural or word not in COMPANIES:
        return None
    bodies = (s for s in near if s.referent.named and s.referent.kind == BODY and not _is_public(s.referent.name))
    return next((s.referent for s in bodies if _is_topic(s)), None)


def _is_topic(seen: Seen) -> bool:
    """True for a subject, and whose it is: "Corvane said", "a lawyer for Corvane said", "Corvane's loss"."""
    above = seen.head.head
    of_subject = seen.role == "complement of noun" and above.lower_ in {"for", "of"} and syntax.is_subject(above.head)
    return seen.role in SUBJECTS or seen.role == "possessor of subject" or of_subject


def _is_called(word: str, plural: bool, narrowed: set[str], seen: Seen) -> bool:
    referent = seen.referent
    if not referent.named:
        described = seen.form in {"the", "a", "bare"} and not narrowed
        return described and (referent.name, referent.plural) == (word, plural)
    if plural or narrowed:
        return False
    if referent.kind == "PERSON":
        return any(word == title.split()[-1].lower() for title in referent.titles)
    return word == _noun_of(referent.name)


def _is_public(name: str) -> bool:
    """True for a body that is no company by its name: "Harbor Authority", "Users' Union"."""
    noun = _noun_of(name)
    return stands_for(noun) == BODY and noun not in COMPANIES


def _noun_of(name: str) -> str:
    """The noun that a body is called by: "the commission" for Osk Commission, "the institute" for Institute of Osk."""
    words = name.lower().split()
    joined = next((i for i, word in enumerate(words) if i and word in {"of", "for"}), len(words))
    return words[joined - 1]


def role(head: Token) -> str:
    """The part a mention plays in its sentence."""
    at = syntax.first_conjunct(head)
    if syntax.is_apposition(at) and at.head.i != at.i:
        return role(at.head)
    if syntax.is_subject(at):
        return "subject" if syntax.is_main(at.head) else "inner subject"
    if syntax.is_possessor(at):
        return "possessor of subject" if syntax.is_subject(at.head) else "possessor"
    if syntax.is_object(at):
        return "object"
    if syntax.is_governed(at):
        if syntax.is_by(at.head) or "according" in {at.head.lower_, at.head.head.lower_}:
            return "agent"
        return "adjunct" if syntax.is_verb(at.head.head) else "complement of noun"
    if syntax.is_compound(at):
        return "modifier"
    return "predicate" if syntax.is_predicative(at) else "other"
