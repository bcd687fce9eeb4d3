"""Tokens to mentions: who a phrase names or describes."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from spacy.tokens import Doc, Token

from kg import syntax
from kg.extract.people import is_work
from kg.extract.pieces import span_of
from kg.model import Amount, Layers, Mention, Quotation

PERSONAL = frozenset({"PERSON", "ORG", "GPE", "NORP", "FAC", "LOC"})
DETERMINERS = frozenset(
    "the a an some any this that these those its his her their our my your several many other what which whose".split()
)
BODIES = frozenset(
    "government ministry army military police party group union court council company parliament administration agency "
    "authority commission committee office bank board report statement study survey data department opposition "
    "coalition alliance side camp tribe community industry crowd audience majority minority mainstream "
    "establishment half third quarter percent rest junta militia regime faction insurgency garrison force unit "
    "battalion brigade enemy leadership command movement".split()
)
STATE_BODIES = frozenset("army military government navy parliament police administration".split())
LONGEST_AMOUNT = 300  # characters
GROUPS = frozenset({"NNS", "NNPS"})


def layers_of(place: Token | Doc) -> Layers:
    """What annotate knows of the article that a token or doc belongs to."""
    doc = place if isinstance(place, Doc) else place.doc
    layers: Layers = doc.user_data["layers"]
    return layers


def amounts_near(first: Token, last: Token) -> Sequence[Amount]:
    """The amounts that can share a word with the stretch from one token to another, in order."""
    amounts = layers_of(first).amounts
    start = bisect_left(amounts, first.idx - LONGEST_AMOUNT, key=_start)
    return amounts[start : bisect_left(amounts, last.idx + len(last), key=_start)]


def _start(amount: Amount) -> int:
    return amount.span.start


def around(doc: Doc, token: Token) -> Quotation | None:
    """The quotation that a word stands in, if any."""
    return next((q for q in layers_of(doc).quotations if q.words.start <= token.idx < q.words.end), None)


def mention_of(token: Token) -> Mention | None:
    """The mention that a head word makes: a name, a pronoun with its antecedent, or an unnamed source.

    None for a pronoun that stands for nobody known ("it is said", "they say").
    """
    token = syntax.antecedent(token)
    known = layers_of(token).referents.get(token.i)
    if known is not None:
        return known
    inside = _entity_mention(token)
    if inside is not None:
        return inside
    if syntax.is_pronoun(token) or token.tag_ in {"WP", "WDT", "EX", "DT"} or not token.is_alpha:
        return None
    return _described(token)


def _entity_mention(token: Token) -> Mention | None:
    """The entity around a word that is not its root: "Vessa" in a mis-parsed "Ana Vessa"."""
    if token.ent_type_ not in PERSONAL:
        return None
    referents = layers_of(token).referents
    for i in range(max(0, token.i - 6), min(len(token.doc), token.i + 7)):
        found = referents.get(i)
        if found is not None and found.span.start <= token.idx < found.span.end:
            return found
    return None


def _described(token: Token) -> Mention | None:
    """An unnamed source: "two senior officials", "the Kremlin spokesperson"."""
    kinds = {"ORG", "NORP"} if token.lemma_.lower() in BODIES else {"PERSON"}
    known = layers_of(token).referents
    for beside in syntax.appositions(token):  # "the port authority's head, Ana Vessa,", "a rival faction, the Lanterns"
        if beside.ent_type_ in kinds or (beside.i in known and known[beside.i].kind in kinds):
            return known.get(beside.i)
    words = syntax.name_phrase(token)
    loose = (w for i, w in enumerate(words) if words[i - 1].text == "," and not syntax.is_joined(w))
    later = next((w for w in loose if w.ent_type_ == "PERSON"), None)
    if later is not None:  # the same where the parse hangs the name on a word inside the phrase
        return _entity_mention(later)
    while words and (words[0].lower_ in DETERMINERS or words[0].is_punct) and not _is_part(words):
        words = words[1:]
    if not words:
        return None
    plain = re.sub(r"[“”„\"]", "", span_of(words).of(layers_of(token).text))
    name = re.sub(r"\s+", " ", plain).removesuffix("’s").removesuffix("'s")
    proper = all(w.pos_ == "PROPN" for w in words if w.is_alpha) or _is_state_body(token, words)
    kind = "ORG" if proper else "GROUP" if token.tag_ in GROUPS or not _is_person(token) else "PERSON"
    span = span_of(words)
    return Mention(span, span.of(layers_of(token).text), name, kind, named=proper)


def _is_part(words: list[Token]) -> bool:
    """ "several of her lawmakers": the number is the head."""
    return len(words) > 1 and words[1].lower_ == "of"


def _is_state_body(token: Token, words: list[Token]) -> bool:
    """ "Kestrian army": the one body of its kind that a country has, the same in every article."""
    return token.lemma_.lower() in STATE_BODIES and len(words) == 2 and words[0].text[:1].isupper()


def _is_person(token: Token) -> bool:
    return token.lemma_.lower() not in BODIES and not is_work(token)


def mentions_in(tokens: list[Token]) -> tuple[Mention, ...]:
    """The named actors and places among tokens, each once, in order."""
    out: dict[str, Mention] = {}
    for token in tokens:
        found = layers_of(token).referents.get(token.i)
        if found is not None and found.named and found.kind in PERSONAL:
            out.setdefault(found.name, found)
    return tuple(out.values())


def speakers(token: Token) -> list[Mention]:
    """The mentions of a compound source: "Vessa and Orland said"; a pronoun alone is one."""
    several = {"PROPN", "NOUN", "PRON", "NUM"}  # "Vessa and two of her aides"
    found = [mention_of(t) for t in syntax.conjuncts(token) if t.i == token.i or t.pos_ in several]
    out: list[Mention] = []
    for mention in found:
        if mention is not None and all(mention.name != known.name for known in out):
            out.append(mention)
    return out
