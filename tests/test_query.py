"""The shipped questions run and answer alike on a store, a flat file and rdflib; bad ones are refused in one line."""

from __future__ import annotations

import json
import re
from pathlib import Path

import graph_sample as sample
import pytest
from rdflib import Dataset, Graph

from kg.build import build, combine
from kg.errors import KgError
from kg.query import (
    ViewRows,
    concerning,
    conflicting,
    conflicts,
    control,
    entities,
    queries,
    query,
    review,
    timeline,
    view_rows,
)
from kg.store import Store, open_store, write

QUADS = combine(
    [
        *build(sample.ARTICLE, sample.STATEMENTS, sample.GROUNDINGS),
        *build(sample.SECOND_ARTICLE, sample.SECOND_STATEMENTS, sample.SECOND_GROUNDINGS),
    ]
)


@pytest.fixture(scope="module")
def store() -> Store:
    found = open_store()
    found.put(QUADS)
    return found


@pytest.fixture(scope="module")
def flat() -> Graph:
    return Graph().parse(data=write(QUADS, ".ttl"), format="turtle")


LISTS = (conflicts, conflicting, control, entities, review, view_rows, lambda store: timeline(store, "Ana Vell"))


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        (r"nif:beginIndex \d+", 'nif:beginIndex "x"'),
        (r"kg:factuality <[^>]+>", "kg:factuality <http://example.org/odd>"),
        (r"kg:controlRelation <[^>]+>", "kg:controlRelation <http://example.org/odd>"),
        (r'schema:datePublished "[^"]+"\^\^xsd:\w+', 'schema:datePublished "soon"'),
        (r"kg:content <[^>]+>", 'kg:cue "x"'),
    ],
)
def test_a_graph_that_breaks_the_rules_is_one_line(right: str, wrong: str) -> None:
    text, count = re.subn(right, wrong, write(QUADS, ".ttl").decode())
    assert count
    broken = Graph().parse(data=text, format="turtle")
    told = []
    for one in LISTS:
        try:
            one(broken)
        except KgError as error:
            told.append(str(error))
    assert told
    assert all(line.startswith("The graph breaks the ontology's rules (") and "\n" not in line for line in told)


def test_there_are_25_questions() -> None:
    assert [known.number for known in queries()] == list(range(1, 26))
    assert all(known.question.endswith("?") for known in queries())


@pytest.mark.parametrize("name", [known.name for known in queries()])
def test_a_question_has_one_answer_everywhere(store: Store, flat: Graph, name: str) -> None:
    answer = query(store, name)
    assert answer == query(flat, name)
    assert len(json.loads(answer.to_json())["results"]["bindings"]) == len(answer)


@pytest.mark.parametrize("name", ["1", "01", "q1", "q01", "statements-by-speaker"])
def test_a_question_goes_by_number_and_name(store: Store, name: str) -> None:
    assert len(query(store, name, speaker="ana-vell")) == 2


@pytest.mark.parametrize(
    "speaker", ["ana-vell", "Ana Vell", "president vell", "https://w3id.org/newskg/id/entity/ana-vell"]
)
def test_an_entity_goes_by_slug_label_alias_and_iri(store: Store, flat: Graph, speaker: str) -> None:
    assert len(query(store, "1", speaker=speaker)) == 2
    assert query(flat, "1", speaker=speaker) == query(store, "1", speaker=speaker)


@pytest.mark.parametrize(
    ("name", "bindings", "rows"),
    [
        ("roles-on-day", {"day": "2024-05-06"}, 1),
        ("share-over-time", {"party": "Selt"}, 2),
        ("share-over-time", {"party": "Selt", "relation": "gained"}, 0),
        ("resting-on-source", {"source": "Coastal Institute"}, 1),
        ("disagreeing-shares", {"points": "5"}, 1),
        ("disagreeing-shares", {"points": "9"}, 0),
        ("own-voice", {}, 2),
        ("quotations", {}, 1),
        ("affirmed-and-denied", {}, 1),
        ("control-shares", {}, 4),
    ],
)
def test_answers(store: Store, name: str, bindings: dict[str, str], rows: int) -> None:
    assert len(query(store, name, **bindings)) == rows


def test_a_value_cannot_add_to_the_query(store: Store) -> None:
    with pytest.raises(KgError, match="nobody in the graph"):
        query(store, "1", speaker='x" } DROP ALL #')
    with pytest.raises(KgError, match="a day is asked for"):
        query(store, "8", day='2024"^^<x> } #')


@pytest.mark.parametrize(
    ("question", "bindings", "reason"),
    [
        ("no-such-question", {}, "no question of that name"),
        ("SELECT ?x { ?x nonsense }", {}, "Not valid SPARQL"),
        ("1", {"who": "Vell"}, "does not ask about who; it can be given speaker"),
        ("2", {"who": "Vell"}, "takes no values"),
        ("1", {"speaker": "Nobody Known"}, "nobody in the graph"),
        ("4", {"points": "many"}, "a number is asked for"),
    ],
)
def test_what_is_no_question_is_refused_in_one_line(
    store: Store, flat: Graph, question: str, bindings: dict[str, str], reason: str
) -> None:
    for dataset in (store, flat):
        with pytest.raises(KgError, match=reason) as error:
            query(dataset, question, **bindings)
        assert "\n" not in str(error.value)


def test_ask_and_construct(store: Store, flat: Graph) -> None:
    assert query(store, "ASK { ?s a kg:Statement }") == query(flat, "ASK { ?s a kg:Statement }")
    text = "CONSTRUCT { ?s kg:cue ?c } WHERE { ?s kg:cue ?c }"
    assert query(store, text).to_ttl() == query(flat, text).to_ttl()
    with pytest.raises(KgError, match="Only CONSTRUCT"):
        query(store, "2").to_ttl()


def test_a_file_with_sparql(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "cues.rq"
    path.write_text("SELECT ?cue { ?s kg:cue ?cue } ORDER BY ?cue", encoding="utf-8")
    assert query(store, str(path)).to_csv().splitlines() == ["cue", "according to", "claimed", "denied", "said", "told"]


def test_an_rdflib_dataset_with_named_graphs_answers_as_one(store: Store) -> None:
    dataset = Dataset()
    dataset.parse(data=write(QUADS, ".trig"), format="trig")
    assert query(dataset, "own-voice") == query(store, "own-voice")


def test_rows_for_the_view(store: Store) -> None:
    rows = view_rows(store)
    east = next(row for row in rows.statements if row.get("saidOn"))
    assert east["speaker"].endswith("/ana-vell")
    assert (east["kind"], east["factuality"], east["speechAct"]) == ("TerritorialControl", "CT+", "assert")
    assert [sample.TEXT[begin:end] for begin, end in east["cueSpan"]] == ["told"]
    assert [quote["text"] for quote in east["quotes"]] == ["the whole east"]
    assert any(row["property"] == "kg:lostControlOf" for row in rows.fields)
    assert next(row for row in rows.entities if row["label"] == "Selt")["aliases"] == ["Republic of Selt"]


def test_the_rows_of_what_concerns_an_entity() -> None:
    said = [
        {"statement": "s1", "speaker": "ana", "content": "c1", "article": "a"},
        {"statement": "s2", "content": "c2", "article": "a"},
        {"statement": "s3", "speaker": "ben", "addressee": "ana", "content": "c3", "article": "a"},
        {"statement": "s4", "speaker": "ben", "content": "c4", "article": "a"},
    ]
    fields = [
        {"content": "c2", "property": "about", "value": "ana"},
        {"content": "c4", "property": "about", "value": "cy"},
    ]
    rows = concerning(ViewRows([{"iri": iri} for iri in ("ana", "ben", "cy")], said, fields), {"ana"})
    assert [row["statement"] for row in rows.statements] == ["s1", "s2", "s3"]
    assert [row["iri"] for row in rows.entities] == ["ana", "ben"]
    assert rows.fields == fields[:1]
