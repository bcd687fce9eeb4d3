"""What several independent voices affirm, as a list to read with its evidence: the two-source rule of newsrooms."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

import networkx as nx
from rdflib import Graph, Literal

from kg.query.questions import Answering, Result, conforming, query_text, run
from kg.query.told import Told, statements

COLUMNS = (
    "content",
    "what",
    "voices",
    "outlets",
    "counted",
    "by",
    "outlet",
    "certainty",
    "date",
    "article",
    "sentence",
)
YES, SAME, COPY = "yes", "same voice", "copy"

Judged = tuple[Told, str]
"""A statement, and whether and why not it counts as a voice of its own."""


@conforming()
def corroborated(dataset: Answering | Graph) -> Result:
    """A graph in; the contents that several voices affirm, or several outlets, out, a statement a row.

    A voice is a named speaker, or an outlet for what it says itself and for its unnamed sources. ``counted`` says which
    statements count as a voice more: "yes"; "same voice" (counted before, in another outlet too, or resting on the data
    of one that was); "copy" (the article is the report of another that says it, by ``kg:sameReportAs``); and what is no
    affirmation: "second hand" (A said that B said), "hedged", "view" (believes, wants), "denied". ``outlets`` counts
    the publishers of the affirming articles, copies left out. The most voices come first.
    """
    _, rows = run(dataset, query_text("compare/corroborated"))
    contents: defaultdict[str, list[Told]] = defaultdict(list)
    for one in statements(dataset, [str(iri) for (iri,) in rows]) if rows else []:
        contents[one.content].append(one)
    reports = _reports(dataset)
    listed = [(list(_judged(said, reports)), content) for content, said in contents.items()]
    found = sorted(
        ((-_voices(rows), -_outlets(rows), rows[0][0].gist, content, rows) for rows, content in listed),
        key=lambda one: one[:4],
    )
    kept = [rows for voices, outlets, _, _, rows in found if min(voices, outlets) < -1]
    return Result(
        COLUMNS,
        tuple(
            tuple(None if cell == "" else Literal(cell) for cell in cells)
            for number, rows in enumerate(kept, 1)
            for cells in _cells(number, rows)
        ),
    )


def _reports(dataset: Answering | Graph) -> dict[str, str]:
    """Each article that has copies, with the name of the report that they all are."""
    _, rows = run(dataset, query_text("compare/copies"))
    copies = nx.Graph((str(one), str(other)) for one, other in rows)
    return {article: min(members) for members in nx.connected_components(copies) for article in members}


def _judged(said: Iterable[Told], reports: dict[str, str]) -> Iterator[Judged]:
    """The statements of one content by day, each with whether it counts."""
    ordered = sorted(said, key=lambda one: (one.day or "9999", one.article, one.begin, one.statement))
    printed: dict[str, str] = {}
    for one in sorted(ordered, key=lambda one: (one.published or "9999", one.article)):
        printed.setdefault(reports.get(one.article, one.article), one.article)
    heard: set[str] = set()
    for one in ordered:
        if one.article != printed[reports.get(one.article, one.article)]:
            yield one, COPY
        elif not one.affirms:
            yield one, _no_affirmation(one)
        elif heard & _voice(one):
            yield one, SAME
        else:
            heard |= _voice(one)
            yield one, YES


def _voice(one: Told) -> frozenset[str]:
    """Whose word it is: the speaker's, the outlet's where it names none, and whose data it rests on."""
    outlet = one.publisher or one.article
    return one.sources | {outlet if one.own_voice or one.unnamed else one.speaker}


def _no_affirmation(one: Told) -> str:
    if one.factuality.endswith("-"):
        return "denied"
    if one.within:
        return "second hand"
    return "view" if one.factuality == "CT+" else "hedged"


def _voices(rows: Iterable[Judged]) -> int:
    return sum(counted == YES for _, counted in rows)


def _outlets(rows: Iterable[Judged]) -> int:
    return len({one.publisher or one.article for one, counted in rows if counted in (YES, SAME)})


def _cells(number: int, rows: list[Judged]) -> Iterator[tuple[str | int, ...]]:
    for one, counted in rows:
        counts = number, one.gist, _voices(rows), _outlets(rows)
        yield *counts, counted, one.by, one.outlet, one.certainty, one.date, one.headline, one.sentence
