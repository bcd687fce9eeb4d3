"""What rules know of names better than the network: peoples, titles, kinds of works, and that a name keeps its type."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache

from spacy.language import Language
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc, Span, Token
from spacy.util import filter_spans

from kg import syntax
from kg.english.peoples import listed, peoples

UNTYPED = "MISC"  # the network's type for works, products and the like, which no open set tells apart
KEPT = frozenset({"PERSON", "ORG", "GPE", "LOC", "FAC"})  # a name has one of these in the whole of an article
GIVEN_NAMES = frozenset({"Christian", "Roman", "Roma", "Catalan", "Tatar"})
WORKS = frozenset(
    "film movie novel book album song single series show play painting magazine poem opera documentary musical".split()
)
PRODUCTS = frozenset(
    "aircraft missile missiles drone drones tank tanks jet jets phone car rifle vaccine plane bomber rocket app".split()
)
WITHIN = frozenset("in into across inside throughout near".split())
WAYS = frozenset("road way highway border bridge gate flight withdrawal retreat".split())
LANDS = frozenset("territory land soil border airspace coast coastline capital".split())
CERTAIN = 3  # votes of an occurrence that can only be a place
TITLES = frozenset(
    "president vice prime minister mr mr. mrs mrs. ms ms. dr dr. sir lord lady king queen prince princess pope general "
    "gen. colonel col. major maj. captain capt. lieutenant lt. sergeant sgt. senator sen. representative rep. governor "
    "gov. mayor judge justice secretary chancellor premier ambassador professor prof. chairman foreign defense defence "
    "interior finance spokesman spokeswoman former ayatollah sheikh imam father cardinal archbishop bishop commander "
    "deputy chief state u.s. us mullah emperor congressman congresswoman attorney".split()
)


class Names:
    """Sets ``doc.ents`` to what the network found, mended; the types are those of OntoNotes."""

    def __init__(self, nlp: Language) -> None:
        self._peoples = PhraseMatcher(nlp.vocab)
        self._peoples.add("NORP", [nlp.make_doc(name) for name in sorted(peoples())])

    def __call__(self, doc: Doc) -> Doc:
        """Mend the names of one doc."""
        names = [name for ent in doc.ents for name in _without_home(_untitled(ent))]
        typed = [name for ent in names if (name := _known_type(ent)) is not None]
        doc.set_ents(sorted(self._with_peoples(doc, _one_type_a_name(typed)), key=lambda ent: ent.start))
        return doc

    def _with_peoples(self, doc: Doc, names: list[Span]) -> Iterator[Span]:
        at = {i: name for name in names for i in range(name.start, name.end)}
        replaced = set[tuple[int, int]]()
        for people in filter_spans(self._peoples(doc, as_spans=True)):
            over = {(n.start, n.end): n for i in range(people.start, people.end) if (n := at.get(i)) is not None}
            if _is_people(people, list(over.values())):
                replaced |= set(over)
                yield people
        yield from (name for name in names if (name.start, name.end) not in replaced)


def _is_people(people: Span, over: list[Span]) -> bool:
    """True where known words for a people are one here: part of no longer name, no given name, no language."""
    if any(name.start < people.start or name.end > people.end for name in over):
        return False
    if any(name.label_ == "PERSON" for name in over) and people.text in GIVEN_NAMES:
        return False
    return bool(over) or _describes(people[-1])


def _describes(token: Token) -> bool:
    """ "the Orlandic army", "two Orlanders"; not "she speaks Orlandic"."""
    return token.tag_ in {"JJ", "NNPS", "NNS"} or (token.tag_ == "NNP" and token.dep_ in {"amod", "compound"})


def _untitled(ent: Span) -> Span:
    """ "President Vessa": the title is no part of the name."""
    start = ent.start
    while ent.label_ == "PERSON" and start < ent.end - 1 and ent.doc[start].lower_ in TITLES:
        start += 1
    return ent if start == ent.start else Span(ent.doc, start, ent.end, label=ent.label)


def _without_home(ent: Span) -> Iterator[Span]:
    """ "Ana Vessa of Orland": the place is a name of its own; "Joan of Arc" is one name."""
    of = next((t.i for t in ent[2:] if t.lower_ == "of"), None) if ent.label_ == "PERSON" else None
    if of is None:
        yield ent
        return
    yield Span(ent.doc, ent.start, of, label=ent.label)
    if of + 1 < ent.end:
        yield Span(ent.doc, of + 1, ent.end, label="GPE")


def _known_type(ent: Span) -> Span | None:
    """A work or a product where its words or those before it say so; None where nothing does."""
    if ent.label_ != UNTYPED:
        return ent
    before = {token.lower_ for token in ent.doc[max(0, ent.start - 2) : ent.start]}
    if before & WORKS:
        return Span(ent.doc, ent.start, ent.end, label="WORK_OF_ART")
    if before & PRODUCTS or any(c.isdigit() for c in ent.text):
        return Span(ent.doc, ent.start, ent.end, label="PRODUCT")
    return None


@cache
def bodies() -> frozenset[str]:
    """The names of the bodies in the shipped gazetteer ("Kremlin", "NATO")."""
    return listed("bodies", "name", "aliases")


@cache
def capitals() -> frozenset[str]:
    """The names of the capitals in the shipped gazetteer."""
    return listed("states", "capitals")


def _one_type_a_name(names: list[Span]) -> list[Span]:
    """The names, each with the type that it has most often in the doc; a surname alone is the person's.

    A known body is one, and a known capital that is nobody's surname, whatever the network takes them for.
    """
    votes: dict[str, Counter[str]] = {}
    surnames = {name[-1].text for name in names if name.label_ == "PERSON" and len(name) > 1}
    for name in names:
        for words in _votes(name):
            votes.setdefault(words, Counter())[name.label_] += 1
        if name.label_ in {"PERSON", "ORG"} and (
            (name.text in capitals() and name.text not in surnames) or (len(name) == 1 and _is_placed(name))
        ):
            votes[name.text]["GPE"] += CERTAIN
    out = []
    for name in names:
        kind = votes[name.text].most_common(1)[0][0] if name.label_ in KEPT else name.label_
        kind = "ORG" if name.text in bodies() and kind != "FAC" else kind
        out.append(name if kind == name.label_ else Span(name.doc, name.start, name.end, label=kind))
    return out


def _is_placed(name: Span) -> bool:
    """ "in Sethe", "the road to Sethe", "Kestria lost a tenth of its land": a place, whatever the network says."""
    word = name.root
    before = word.head.lower_ if syntax.is_governed(word) else ""
    if name.label_ == "PERSON" and (before in WITHIN or (before in {"to", "from"} and word.head.head.lemma_ in WAYS)):
        return True
    if not syntax.is_subject(word):
        return False
    owners = (token for token in name.sent if token.lower_ == "its" and token.head.lemma_ in LANDS)
    return any(verb is not None and verb.i == word.head.i for verb in map(syntax.governing_verb, owners))


def _votes(name: Span) -> Iterable[str]:
    """The names that an occurrence tells the type of: a person's full name tells that of the surname too."""
    if name.label_ not in KEPT:
        return ()
    surname = (name[-1].text,) if name.label_ == "PERSON" and len(name) > 1 else ()
    return (name.text, *surname)


@Language.factory("kg_names", assigns=["doc.ents"], requires=["doc.ents", "token.tag", "token.dep"])
def make_names(nlp: Language, name: str) -> Names:
    """spaCy's way to make the component by its name."""
    return Names(nlp)
