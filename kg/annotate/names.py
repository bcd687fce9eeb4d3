"""The names of an article: which mentions name one actor, by its full name, a shorter one, or an acronym.

After the first sieves of Lee et al. (2013): exact names, then acronyms, then parts of names.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from spacy.tokens import Doc, Span, Token
from spacy.util import filter_spans

from kg import syntax
from kg.annotate.animacy import gender_of_name, gender_of_noun

ACTORS = frozenset({"PERSON", "ORG", "GPE", "NORP", "FAC", "LOC", "EVENT"})
TITLES = frozenset(
    "mr mr. mrs mrs. ms ms. dr dr. sir dame lord lady president vice premier chancellor minister secretary "
    "general gen. gen colonel col. major maj. captain capt. lt. lt sgt. senator sen. sen governor gov. gov mayor "
    "judge justice rep. rep congressman congresswoman king queen prince princess pope bishop archbishop "
    "ambassador envoy professor prof. prime foreign defence defense former chairman chairwoman chief deputy "
    "special spokesman spokeswoman spokesperson commander sheikh ayatollah emir coach chair speaker".split()
)
OFFICES = TITLES | {"executive", "director", "manager"}
CLOSERS = frozenset({"'s", "’s", "'", "’", ",", "”", '"', "-"})
BODY_NOUNS = frozenset(
    "institute ministry department center centre council bank union university committee commission office agency "
    "organization organisation association federation court bureau board foundation academy society house league "
    "fund party front movement authority school college alliance army congress".split()
)


@dataclass(slots=True)
class Referent:
    """One actor of an article, as its mentions are gathered."""

    name: str
    kind: str
    names: set[str] = field(default_factory=set)
    titles: list[str] = field(default_factory=list)
    gender: str = ""  # the pronoun, he or she
    plural: bool = False
    named: bool = True
    count: int = 0  # of its mentions so far
    outside: bool = False  # any of them outside a quotation


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One mention in the doc: its head word, its words, and whom it stands for."""

    head: Token
    words: Span
    referent: Referent


def named(doc: Doc) -> Iterator[Occurrence]:
    """The names of a doc in order, each with the actor it stands for; names the pipeline missed come last."""
    entities = _settled(filter_spans([_tidy(ent) for ent in doc.ents if ent.label_ in ACTORS]))
    places = dict.fromkeys(_bare(ent) for ent in entities if ent.label_ == "GPE")
    known = [Referent(name, "GPE") for name in places]
    acronyms = _acronyms(doc)
    for ent in entities:
        if not len(ent):
            continue
        referent = _find(ent, known, acronyms)
        if referent is None:
            referent = Referent(_bare(ent), ent.label_)
            known.append(referent)
        _learn(referent, ent)
        yield Occurrence(ent.root, ent, referent)
    yield from _missed(doc, entities, known)


def _missed(doc: Doc, entities: list[Span], known: list[Referent]) -> Iterator[Occurrence]:
    """A place, a body or the last name of a person that the pipeline found elsewhere in the article and not here."""
    taken = {token.i for ent in entities for token in ent}
    names = {r.name.split()[-1]: r for r in known if r.kind == "PERSON"}
    names |= {r.name: r for r in known if " " not in r.name and r.kind in {"GPE", "ORG"}}
    for token in doc:
        if token.text in names and token.i not in taken and token.pos_ == "PROPN" and not syntax.is_compound(token):
            yield Occurrence(token, doc[token.i : token.i + 1], names[token.text])


def _settled(entities: list[Span]) -> list[Span]:
    """The entities in order, each with the type that its name has most often in the article.

    A name whose people are named too is a place: "Kestria", where "the Kestrian army" stands beside it.
    """
    kinds: dict[str, Counter[str]] = {}
    for ent in entities:
        kinds.setdefault(ent.text, Counter())["PERSON" if _bears_office(ent) else ent.label_] += 1
    peoples = {t.text for t in (entities[0].doc if entities else ()) if t.text.istitle() and _modifies(t)}
    kind = {
        name: "GPE"
        if " " not in name and any(syntax.is_people_of(p, name) for p in peoples)
        else found.most_common(1)[0][0]
        for name, found in kinds.items()
    }
    settled = [Span(e.doc, e.start, e.end, label=kind[e.text]) for e in entities]
    return sorted(settled, key=lambda ent: ent.start)


def _bears_office(ent: Span) -> bool:
    """ "the company's chief executive, Ana Vessa,", where the pipeline takes the name for a body's."""
    if ent.label_ != "ORG" or not syntax.is_apposition(ent.root) or ent.root.head.lower_ not in OFFICES:
        return False
    plain = all(t.text.istitle() and t.pos_ == "PROPN" and t.lower_ not in BODY_NOUNS for t in ent)
    return plain and 1 < len(ent) < 4 and ent.root.head.i < ent.start


def _modifies(token: Token) -> bool:
    return syntax.is_compound(token) and token.tag_ in {"JJ", "NNP"} and token.ent_type_ != "PERSON"


def _tidy(ent: Span) -> Span:
    """The entity without a leading title or "the", a possessive mark or quotation marks; a body's name in full."""
    start, end = ent.start, _end_of_body(ent) if ent.label_ == "ORG" else ent.end
    while start < end and (
        ent.doc[start].lower_ in {"the", "a", "an"} or ent.doc[start].is_punct or ent.doc[start].is_space
        or (ent.label_ == "PERSON" and ent.doc[start].lower_ in TITLES and start + 1 < end)
    ):  # fmt: skip
        start += 1
    while end > start and (ent.doc[end - 1].lower_ in CLOSERS or ent.doc[end - 1].is_space):
        end -= 1
    return Span(ent.doc, start, end, label=ent.label)


def _end_of_body(ent: Span) -> int:
    """ "Institute" as the pipeline may leave it in "Institute for the Study of War": on to the last proper noun."""
    doc, end = ent.doc, ent.end
    while end - 1 > ent.start and doc[end - 1].lower_ in {"of", "for", "the", "and", "in"}:
        end -= 1
    if not any(token.lower_ in BODY_NOUNS for token in doc[ent.start : end]):
        return end
    at = end
    while at + 1 < len(doc) and doc[at].lower_ in {"of", "for", "and"} and at - end < 8:
        following = at + 2 if doc[at + 1].lower_ == "the" else at + 1
        if following >= len(doc) or doc[following].pos_ != "PROPN" or (doc[at].lower_ == "and" and at == end):
            break
        while following < len(doc) and doc[following].pos_ == "PROPN":
            following += 1
        at = end = following
    return end


def _bare(ent: Span) -> str:
    return re.sub(r"\s+", " ", ent.text)


def _acronyms(doc: Doc) -> dict[str, str]:
    """ "the Orland Grain Board (OGB)": the acronym in brackets for the name before it."""
    out = {}
    for ent in doc.ents:
        end = ent.end
        if end + 2 < len(doc) and doc[end].text == "(" and doc[end + 2].text == ")" and doc[end + 1].is_upper:
            initials = "".join(w[0] for w in ent.text.split() if w[0].isupper())
            if doc[end + 1].text == initials or doc[end + 1].text in initials:
                out[doc[end + 1].text] = _bare(_tidy(ent))
    return out


def _find(ent: Span, known: list[Referent], acronyms: dict[str, str]) -> Referent | None:
    name = _bare(ent)
    full = acronyms.get(name)
    for referent in reversed(known):
        if referent.name == name or name in referent.names or referent.name == full:
            return referent
    if ent.label_ == "PERSON":
        return _short_name(name.split(), known)
    if ent.label_ in {"NORP", "ORG"}:
        place = next((r for r in known if r.kind == "GPE" and syntax.is_people_of(name, r.name)), None)
        return place or (_short_body(name.split(), known) if ent.label_ == "ORG" else None)
    return None


def _short_body(words: list[str], known: list[Referent]) -> Referent | None:
    """ "the Front" for "the Ondrel Front", "Orland Grain" for "Orland Grain Board"."""
    for referent in reversed(known):
        parts = referent.name.split()
        if referent.kind != "ORG" or len(parts) == len(words):
            continue
        short, full = sorted((words, parts), key=len)
        if (len(short) > 1 and full[: len(short)] == short) or full[-len(short) :] == short:
            return referent
    return None


def _short_name(words: list[str], known: list[Referent]) -> Referent | None:
    """ "Vessa" for "Ana Vessa", "Ana" too where no other actor has it; "Ana Maria Vessa" for "Ana Vessa"."""
    found = []
    for referent in reversed(known):
        parts = referent.name.split()
        if referent.kind != "PERSON":
            continue
        if (len(words) == 1 and words[0] in (parts[-1], parts[0])) or (words[-1] == parts[-1] and (
            len(parts) == 1 or words[0] == parts[0]
        )):  # fmt: skip
            found.append((words[0] == parts[-1] or len(words) > 1, referent))
    if not found:
        return None
    return next((r for by_last, r in found if by_last), found[0][1])


def _learn(referent: Referent, ent: Span) -> None:
    name = _bare(ent)
    referent.names.add(name)
    if len(name.split()) > len(referent.name.split()) and ent.label_ == referent.kind:
        referent.name = name
    before: list[str] = []
    at = ent.start - 1
    while at >= 0 and (ent.doc[at].lower_ in TITLES or (before and ent.doc[at].ent_type_ in {"GPE", "NORP"})):
        before.insert(0, ent.doc[at].text)
        at -= 1
    beside = [*syntax.appositions(ent.root), *([ent.root.head] if syntax.is_apposition(ent.root) else [])]
    beside = [noun for noun in beside if not _is_relation(noun)]
    for noun in beside if ent.label_ == "PERSON" else ():  # "Ana Vessa, the envoy," and "the envoy, Ana Vessa,"
        if noun.pos_ == "NOUN" and noun.text not in referent.titles:
            referent.titles.append(noun.text)
    title = " ".join(before)
    if title and title not in referent.titles:
        referent.titles.append(title)
    if not referent.gender and referent.kind == "PERSON":
        words = [*before, *(noun.text for noun in beside)]
        told = (gender_of_noun(word.lower()) for word in words)
        referent.gender = next(filter(None, told), "") or gender_of_name(referent.name)
    referent.plural = referent.plural or _is_several(referent.kind, ent)


def _is_relation(noun: Token) -> bool:
    """ "Ana Vessa, whose son Mirko": somebody else, wherever the parse hangs it."""
    owner = syntax.possessor(noun)
    return owner is not None and owner.lower_ == "whose"


def _is_several(kind: str, ent: Span) -> bool:
    """ "Kestrians"; "the Vessas", but not "James"."""
    if kind == "NORP":
        return ent.root.text.endswith("s")
    return kind == "PERSON" and syntax.is_plural(ent.root) and ent.start > 0 and ent.doc[ent.start - 1].lower_ == "the"
