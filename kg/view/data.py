"""What the explorer's page is told: nodes, statements, articles and conflicts, by numbers instead of IRIs."""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import networkx as nx

from kg.view.evidence import marked
from kg.view.html import is_web
from kg.view.network import TYPES, Row, speaker, words
from kg.view.tone import TONES, certainty, sureness, tone, verb, when
from kg.vocabulary import ID, KG, PREFIXES, SCHEME, expand, factuality_value, label_of

Conflict = tuple[str, Sequence[str]]
"""Why, and the statements that cannot all hold."""

_SHAPES = {
    "person": "dot",
    "state": "hexagon",
    "organisation": "square",
    "group": "triangle",
    "place": "triangleDown",
    "other": "star",
    "article": "database",
}
_COLOURS = 12  # of contents, in page.css


def page_data(
    graph: nx.MultiDiGraph,
    entities: Iterable[Row],
    statements: Iterable[Row],
    fields: Iterable[Row],
    conflicts: Iterable[Conflict],
) -> dict[str, Any]:
    """The network and the rows that it was made from (see ``kg.view.view``) in, what the scripts read out.

    A node's number is its place in the network, a statement's its place by IRI. IRIs are without their common start.
    """
    index = {iri: number for number, iri in enumerate(graph)}
    rows = sorted(statements, key=lambda row: str(row["statement"]))
    numbers = {row["statement"]: number for number, row in enumerate(rows)}
    articles = {name: number for number, name in enumerate(sorted({str(row.get("article") or "") for row in rows}))}
    looks = _looks(graph)
    told = defaultdict(list)
    for row in sorted(fields, key=lambda row: (str(row["property"]), str(row["value"]))):
        if row["content"] in index and graph.nodes[row["content"]]["family"] == "content":
            told[index[row["content"]]].append([words(row["property"]), _name(row, graph), index.get(row["value"])])
    return {
        "base": ID,
        "nodes": _nodes(graph, entities, looks),
        "fields": dict(sorted(told.items())),
        "articles": _articles(rows, articles),
        "statements": [_statement(row, graph, index, articles) for row in rows],
        "conflicts": _conflicts(conflicts, numbers),
        "tones": list(TONES.items()),
        "looks": [{"kind": kind, **look} for kind, look in looks.items()],
        "terms": _terms(rows),
    }


def _conflicts(conflicts: Iterable[Conflict], numbers: Mapping[str, int]) -> list[tuple[str, list[int]]]:
    """The conflicts of which the page has two statements at least."""
    found = ((why, sorted(numbers[one] for one in ones if one in numbers)) for why, ones in conflicts)
    return sorted((why, ones) for why, ones in found if len(ones) > 1)


def tied(data: Mapping[str, Any]) -> list[tuple[int, list[int]]]:
    """The page's data in; the content of each statement, and the entities that it ties, out (as data.js has them)."""
    nodes, found = data["nodes"], []
    for one in data["statements"]:
        ends = [value for _, _, value in data["fields"].get(one["content"], ())]
        those = [node for node in dict.fromkeys([one["speaker"], one["to"], *ends]) if node is not None]
        found.append((one["content"], [node for node in those if nodes[node]["family"] == "entity"]))
    return found


def _looks(graph: nx.MultiDiGraph) -> dict[str, dict[str, str]]:
    """The family, colour (a name in page.css) and shape of each kind of node there is, actors first."""
    there = {attributes["kind"]: attributes["family"] for _, attributes in graph.nodes(data=True)}
    contents = sorted(kind for kind, family in there.items() if family == "content")
    return {
        kind: {"family": "actor", "colour": kind, "shape": shape} for kind, shape in _SHAPES.items() if kind in there
    } | {
        kind: {"family": "content", "colour": f"content-{number % _COLOURS}", "shape": "diamond"}
        for number, kind in enumerate(contents)
    }


def _nodes(graph: nx.MultiDiGraph, entities: Iterable[Row], looks: dict[str, dict[str, str]]) -> list[dict[str, Any]]:
    """Every node. An actor grows with what it said, a content stays small: it has a card."""
    rows = {row["iri"]: row for row in entities}
    return [
        {
            "iri": iri.removeprefix(ID),
            "label": attributes["label"],
            "kind": attributes["kind"],
            "family": attributes["family"],
            "shape": looks[attributes["kind"]]["shape"],
            "look": looks[attributes["kind"]]["colour"],
            "size": 9
            if attributes["family"] == "content"
            else round(min(9 + 4 * math.sqrt(attributes["statements"]), 34)),
            "aliases": sorted(set(rows.get(iri, {}).get("aliases") or ()) - {attributes["label"]}),
            "links": sorted(link for link in rows.get(iri, {}).get("sameAs") or () if is_web(link)),
        }
        for iri, attributes in graph.nodes(data=True)
    ]


def _articles(rows: Iterable[Row], articles: Iterable[str]) -> list[dict[str, str]]:
    """Where the statements stand."""
    first: dict[str, Row] = {}
    for row in rows:
        first.setdefault(str(row.get("article") or ""), row)
    return [
        {
            "iri": article.removeprefix(ID),
            "title": first[article].get("title") or "",
            "url": url if is_web(url := first[article].get("url") or "") else "",
            "publisher": first[article].get("publisher") or "",
            "published": str(first[article].get("published") or ""),
        }
        for article in articles
    ]


def _statement(row: Row, graph: nx.MultiDiGraph, index: dict[str, int], articles: dict[str, int]) -> dict[str, Any]:
    """What the page says of a statement; ``day`` is that of saying, else of publication."""
    return {
        "iri": str(row["statement"]).removeprefix(ID),
        "speaker": index[speaker(row)],
        "content": index[row["content"]],
        "own": not row.get("speaker"),
        "tone": tone(row),
        "act": row.get("speechAct") or "assert",
        "verb": verb(row),
        "factuality": row.get("factuality") or "CT+",
        "certainty": certainty(row),
        "sureness": sureness(row),
        "confidence": str(row.get("confidence") or ""),
        "status": row.get("status") or "",
        "checked": row.get("checkedBy") or "",
        "to": index.get(row.get("addressee") or ""),
        "addressee": _label(row.get("addressee"), graph),
        "via": _label(row.get("via"), graph),
        "said": when(row),
        "day": _day(row),
        "quoted": bool(row.get("quotes")),
        "evidence": marked(row),
        "article": articles[str(row.get("article") or "")],
    }


def _day(row: Row) -> str:
    """The day of saying, else that of publication: "2025-03-17", "" where neither is known to the day."""
    day = str(row.get("saidOn") or row.get("saidFrom") or row.get("published") or "")[:10]
    return day if re.fullmatch(r"\d{4}-\d\d-\d\d", day) else ""


def _terms(rows: list[Row]) -> dict[str, Any]:
    """The IRIs behind what the page's filters choose by, for the query that asks a graph the same."""
    return {
        "prefixes": {name: PREFIXES[name] for name in ("kg", "schema", "skos", "nif")},
        "actors": {kind: str(expand(name)) for name, kind in TYPES},
        "contents": {words(kind): str(KG[kind]) for kind in sorted({row.get("kind") or "Content" for row in rows})},
        "acts": f"{SCHEME}speech-act/",
        "planned": f"{SCHEME}status/planned",
        "affirmed": str(factuality_value("CT+")),
        "denied": [str(factuality_value(value)) for value in ("CT-", "PR-", "PS-")],
    }


def _name(field: Row, graph: nx.MultiDiGraph) -> str:
    return str(field.get("label") or label_of(field["value"]) or _label(field["value"], graph))


def _label(value: Any, graph: nx.MultiDiGraph) -> str:
    """The label of an IRI that is a node; any other value as it is."""
    return str(graph.nodes[value]["label"]) if value in graph else str(value or "")
