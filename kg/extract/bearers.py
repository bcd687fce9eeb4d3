"""Who bears an office by its place in the text: a title before a name, or an office beside one.

"US President Ana Vessa", "Presidents Vessa of Orland and Dahl of Kestria", "Ana Vessa, 54, the mayor of Pellora",
"Kestria's ambassador in Pellora, Mirko Dahl". The places of words count before the parse, which often hangs a name on
the nearest noun.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from spacy.tokens import Doc, Token

from kg import syntax
from kg.extract import office_words as words
from kg.extract.mentions import BODIES, PERSONAL, layers_of
from kg.extract.offices import Office, is_office
from kg.extract.pieces import tokens_in
from kg.model import Mention

FAR = 16  # words from an office to the name behind its comma
OPENING = frozenset({",", "(", "—", "–", "--"})
CLOSING = frozenset({",", ".", ")", "—", "–", "--", ";", ":", "?", "!", "”", "(", "“"})
ASIDES = frozenset("once then now currently formerly previously also himself herself".split())
TOLD = frozenset("tell inform assure warn remind persuade convince promise ask".split())
LONG = 7  # words of a calling with the name behind it
LONGEST = 4  # words of a name of a person whose kind is not known


@dataclass(frozen=True, slots=True)
class Name:
    """A name in its place: its mention, its head, its first and last word."""

    mention: Mention
    head: Token
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Names:
    """The names of a doc by their first word, by their last and by their head."""

    starting: dict[int, Name]
    ending: dict[int, Name]
    headed: dict[int, Name]


@lru_cache(maxsize=1)
def names(doc: Doc) -> Names:
    """The names of a doc, where they stand."""
    found = []
    for i, mention in layers_of(doc).referents.items():
        if mention.named and mention.kind in PERSONAL and (doc[i].ent_type_ or doc[i].pos_ == "PROPN"):
            inside = tokens_in(doc, mention.span) or [doc[i]]
            if len(inside) == 1 and doc[i].lower_ in words.OFFICES:
                continue  # "Mrs Justice Dahl", where the title is taken for a name
            found.append(Name(mention, doc[i], inside[0].i, inside[-1].i))
    return Names({n.first: n for n in found}, {n.last: n for n in found}, {n.head.i: n for n in found})


def person(name: Name | None) -> Mention | None:
    """The person of a name that stands where a person's must: any name of two to four words that is no body's."""
    if name is None or name.mention.text[1:2] == "-" or name.head.lower_ in words.PLACES:  # "R-Ohio", "Marsh Avenue"
        return None
    if name.mention.kind == "PERSON":
        return name.mention
    inside = name.head.doc[name.first : name.last + 1]
    plain = all(t.text[:1].isupper() and t.pos_ == "PROPN" and t.lower_ not in BODIES for t in inside)
    if name.mention.kind == "NORP" or not plain or not 1 < len(inside) <= LONGEST:
        return None
    return replace(name.mention, kind="PERSON")


def named_between(first: Token, last: Token) -> Iterator[Name]:
    """The names of persons that start between two words."""
    for i in range(first.i + 1, last.i):
        name = names(first.doc).starting.get(i)
        if name is not None and person(name) is not None:
            yield name


def bearers(office: Office) -> list[Name]:
    """The names of those who bear an office as a title or beside it."""
    titled = _titled(office)
    if titled or _precedes_name(office):
        return titled
    return _before(office) or _behind(office)


def _precedes_name(office: Office) -> bool:
    """ "former UN Ambassador Jon Terek", where the name was not seen as one."""
    at = office.last + 1
    following = office.noun.doc[at] if at < office.noun.sent.end else None
    return following is not None and following.tag_ == "NNP" and following.ent_type_ not in {"DATE", "TIME"}


# --- "US President Ana Vessa", "Presidents Ana Vessa of Orland and Mirko Dahl of Kestria"


def _titled(office: Office) -> list[Name]:
    doc, known = office.noun.doc, names(office.noun.doc)
    at = office.last + 1
    while at + 1 < len(doc) and (doc[at].lower_ in words.SHORT or (doc[at].text.istitle() and is_office(doc[at]))):
        at += 1  # "army spokesman Lt. Col. Mirko Dahl"
    name = known.starting.get(at)
    if name is None and at + 1 < len(doc) and doc[at].lower_ in {"and", "&"}:
        name = _of_two_titles(office, at)
    if name is None or at >= office.noun.sent.end or not _belongs(office.noun, name):
        return []
    both = office.noun.lemma_.lower() in words.OF_BOTH and name.mention.kind == "ORG"
    if person(name) is None or both:
        return []
    if syntax.is_plural(office.noun):
        joined = [known.headed[t.i] for t in syntax.conjuncts(name.head) if t.i in known.headed]
        return [n for n in joined if person(n) is not None]
    return [name]


def _of_two_titles(office: Office, at: int) -> Name | None:
    """ "Deputy Premier and Interior Minister Mirko Dahl"."""
    doc = office.noun.doc
    for i in range(at + 1, min(at + 5, office.noun.sent.end)):
        if doc[i].tag_ in {"DT", "PRP$", ","} or syntax.is_plural(office.noun):
            return None
        name = names(doc).starting.get(i)
        if name is not None:
            return name if i > at + 1 and doc[i - 1].tag_ in {"NN", "NNP"} and not doc[i - 1].ent_type_ else None
    return None


def _belongs(noun: Token, name: Name) -> bool:
    """Not "told the minister Vessa had left": the name is of one phrase with its title."""
    head = name.head
    if syntax.is_subject(head) and syntax.is_noun_clause(head.head) and head.head.head.i == noun.i:
        return False  # "the minister Vessa had met"
    first = noun.left_edge.i
    if syntax.is_subject(head) and first and noun.doc[first - 1].lemma_ in TOLD:
        return False
    if noun.head.i == head.head.i or noun.head.i == head.i or head.head.i == noun.i:
        return True
    return any(t.i == noun.i for t in head.subtree) or any(t.i == head.i for t in noun.subtree)


# --- "Ana Vessa, the head of the grain board,"


def _before(office: Office) -> list[Name]:
    noun = office.noun
    lead = syntax.first_conjunct(noun)
    if office.body is None and noun.lemma_.lower() in words.VAGUE and noun.i and noun.nbor(-1).text in OPENING:
        return []  # "Vessa, head in hands,"
    if lead.i in names(noun.doc).headed or syntax.is_subject(lead) or syntax.is_possessor(noun):
        return []
    first = lead.left_edge.i + (1 if lead.left_edge.text in OPENING else 0)
    name = _name_before(first - 1, lead)
    if name is None and syntax.is_apposition(lead):
        name = names(noun.doc).headed.get(lead.head.i)
        if name is not None and (name.head.i > lead.i or any(map(syntax.is_finite, noun.doc[name.last : first]))):
            name = None
    if name is None or person(name) is None:
        return []
    if not syntax.is_plural(noun):
        return [name]
    several = [names(noun.doc).headed.get(t.i) for t in syntax.conjuncts(syntax.first_conjunct(name.head))]
    return [n for n in several if n is not None and person(n) is not None] if len(several) > 1 else []


def _name_before(at: int, lead: Token) -> Name | None:
    """The name that ends before a comma: "Ana Vessa, 54, the ...", "Dahl of Kestria (the ...)"."""
    doc, start = lead.doc, lead.sent.start
    while at > start and doc[at].lower_ in ASIDES:
        at -= 1
    if at <= start or doc[at].text not in OPENING or syntax.is_governed(lead):
        return None
    at -= 1
    if doc[at].tag_ == "CD" and at - 1 > start and doc[at - 1].text == ",":
        at -= 2
    found = names(doc).ending
    if at in found:
        return found[at]
    for i in range(at - 1, max(start, at - 7), -1):
        if doc[i + 1].lower_ in {"of", "from"} and i in found and not any(t.text == "," for t in doc[i : at + 1]):
            return found[i]
    return None


# --- "the grain board's head, Ana Vessa,"


def _behind(office: Office) -> list[Name]:
    noun, doc = office.noun, office.noun.doc
    if _is_part(noun):
        return []
    comma = _comma(office)
    if comma is None:
        return []
    name = _name_after(comma)
    if name is None or person(name) is None:
        return []
    several = [names(doc).headed[t.i] for t in syntax.conjuncts(name.head) if t.i in names(doc).headed]
    if syntax.is_plural(noun):
        closed = len(several) > 1 and _is_closed(several[-1], noun)
        return several if closed and all(map(person, several)) else []
    return [name] if _is_closed(name, noun) else []


def _is_part(noun: Token) -> bool:
    """ "the mayor's brother", "a mayor of Pellora's aides": a part of another phrase."""
    return syntax.is_possessor(noun) or (noun.i + 1 < len(noun.doc) and noun.nbor().tag_ == "POS")


def _comma(office: Office) -> Token | None:
    """The comma at the end of an office's phrase."""
    doc = office.noun.doc
    for i in range(office.last + 1, min(office.last + FAR, office.noun.sent.end)):
        token = doc[i]
        if token.text in {",", "—", "–"}:
            return token
        if syntax.is_finite(token) or token.text in {";", ":", "(", "”", "“", '"'} or token.tag_ in {"WP", "WDT", "MD"}:
            return None
    return None


def _name_after(comma: Token) -> Name | None:
    """The name right behind a comma, or behind a calling: ", the economist Yorick Dahl"."""
    doc, known = comma.doc, names(comma.doc).starting
    for i in range(comma.i + 1, min(comma.i + LONG, comma.sent.end)):
        if i in known and person(known[i]) is not None:
            return known[i]
        if not (doc[i].tag_ in {"DT", "NN", "JJ", "NNP", "HYPH", "PRP$"} or doc[i].is_space):
            return None
    return None


def _is_closed(name: Name, noun: Token) -> bool:
    """True where the phrase ends with the name: at a stop, or before the verb of a sentence that it opens."""
    doc, after = noun.doc, name.last + 1
    first = noun.left_edge
    opens = (first.i == noun.sent.start or doc[first.i - 1].text in {"“", '"'}) and first.tag_ != "IN"
    if after >= noun.sent.end or doc[after].text in CLOSING:
        subject = syntax.is_subject(name.head) and not syntax.is_subject(noun) and syntax.is_governed(noun)
        return not (subject and name.head.head.i > name.head.i and not syntax.is_apposition(name.head))
    if doc[after].lower_ == "and":
        return syntax.is_apposition(name.head)
    if after + 1 < len(doc) and doc[after + 1].text == ",":
        return False  # "a minister, Vessa said, should go"
    definite = first.lower_ == "the" or syntax.possessor(noun) is not None
    return opens and not definite and (syntax.is_verb(doc[after]) or doc[after].tag_ in {"RB", "MD"})
