"""The page of one article for who has its text: the text with its statements, and what of it was not understood."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rdflib import RDF, XSD, Literal, URIRef

from kg.errors import KgError, check_text
from kg.files import put_file
from kg.graph import Graph, graph_of
from kg.model import Article
from kg.noted import Notes
from kg.query import articles, conforming, excerpt, view_rows
from kg.query.excerpt import Triple
from kg.read import stem_of
from kg.view import View
from kg.view.article import article_page
from kg.vocabulary import KG, NIF, SCHEMA, SHARED, article_iri, shorten

SHOWN = 3
"""Articles that an error names."""


@dataclass(frozen=True, slots=True, repr=False)
class ArticlePage:
    """A page that needs nothing else. It holds the article's text, which is its publisher's."""

    title: str
    html: str

    def __repr__(self) -> str:
        return f"<ArticlePage: a page of {len(self.html):,} characters>"

    def save(self, path: str | Path) -> None:
        """Write the page. KgError where it cannot be written."""
        put_file(Path(path), self.html.encode())

    def _repr_html_(self) -> str:
        """The page in a frame of its own, as notebooks show it."""
        return View(self.html, self.title)._repr_html_()


def page(graph: Graph, name: str, notes: Notes | None = None) -> ArticlePage:
    """A graph and an article's IRI, URL or file in, its page out; the file with its ending or without.

    ``notes`` are those of the build, in place of the ones that come with the graph. KgError where the graph has no such
    article or no text of it, and where the notes given are not of it.
    """
    article = _named(graph, name, notes or graph.notes)
    triples = excerpt(graph.store, article)
    head = _head(triples, article)
    if "text" not in head:
        raise KgError(
            f"{name}: the graph does not hold its text (`kg export --public` leaves it out); "
            "give the graph that `kg build` made, or the store."
        )
    unread, missing = _unread(head, article, notes, graph.notes)
    rows = view_rows(graph_of((*triple, SHARED) for triple in triples).store)
    html = article_page(
        head, *rows, triples=_written(triples), names=_names(triples, article), unread=unread, missing=missing
    )
    return ArticlePage(str(head.get("title") or name), html)


def _named(graph: Graph, name: str, notes: Notes) -> str:
    """The IRI of the one article that goes by a name. KgError where none does, or several."""
    check_text(name)
    by_url = str(article_iri(Article("", "", "", url=name)))
    found, unknown = list(articles(graph.store, [name, by_url])), ""
    if not found:
        try:
            noted = (one.article for stem in dict.fromkeys((name, stem_of(name))) for one in notes(stem))
            found = list(articles(graph.store, noted))
        except KgError as error:
            unknown = f" (file names are not known: {error})"
    if len(found) == 1:
        return found[0]
    if found:
        raise KgError(f"{name}: {len(found)} articles go by that name; give one by IRI: {', '.join(found[:SHOWN])}.")
    known = articles(graph.store)
    near = [iri for iri, title in known.items() if name.casefold() in title.casefold()] or list(known)
    listed = "; ".join(f"{iri} ({known[iri]})" if known[iri] else iri for iri in near[:SHOWN])
    hint = f"there is {listed}" if listed else "it has none at all"
    raise KgError(f"{name}: no article of the graph goes by this IRI, URL or file name{unknown}; {hint}.")


def _head(triples: Iterable[Triple], article: str) -> dict[str, Any]:
    """What the graph says of the article itself, by the names that rows of statements have for it."""
    keys = {
        NIF.isString: "text",
        SCHEMA.headline: "title",
        SCHEMA.url: "url",
        SCHEMA.datePublished: "published",
        SCHEMA.publisher: "publisher",
        SCHEMA.sha256: "sha256",
    }
    own = [(name, value) for subject, name, value in triples if str(subject) == article]
    authors = [str(value) for name, value in own if name == SCHEMA.author]
    return {keys[name]: str(value) for name, value in own if name in keys} | {"iri": article, "authors": authors}


def _unread(
    head: dict[str, Any], article: str, given: Notes | None, beside: Notes
) -> tuple[tuple[tuple[int, int, str], ...], str]:
    """What was not understood, and in words why that is not known. KgError where notes are given and not of it."""
    try:
        found = next(iter((given or beside)(article)), None)
    except KgError as error:
        if given:
            raise
        return (), str(error)
    if found and found.sha256 == head.get("sha256"):
        return found.skipped, ""
    reason = "the notes of the build are of another text" if found else "the notes of the build do not tell of it"
    if given:
        raise KgError(f"{article}: {reason}; give the statements.jsonl of the build that made this graph.")
    return (), reason


@conforming()
def _names(triples: Iterable[Triple], article: str) -> list[dict[str, Any]]:
    """The mentions of the article that stand for somebody or something: begin, end, entity."""
    spans: defaultdict[URIRef, dict[URIRef, URIRef | Literal]] = defaultdict(dict)
    for subject, name, value in triples:
        if subject.startswith(f"{article}#"):
            spans[subject][name] = value
    return [
        {"begin": int(one[NIF.beginIndex]), "end": int(one[NIF.endIndex]), "entity": str(one[KG.refersTo])}
        for one in spans.values()
        if KG.refersTo in one
    ]


def _written(triples: Iterable[Triple]) -> dict[str, list[tuple[str, str]]]:
    """Property and value of each subject as Turtle writes them; a value that is a node stays an IRI."""
    found: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    for subject, name, value in triples:
        found[str(subject)].append(("a" if name == RDF.type else shorten(name), _value(value)))
    return dict(found)


def _value(value: URIRef | Literal) -> str:
    if isinstance(value, URIRef):
        return f"<{value}>"
    if value.datatype and str(value.datatype).startswith(str(XSD)):
        return f"{Literal(str(value)).n3()}^^{shorten(value.datatype)}"
    return value.n3()
