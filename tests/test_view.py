"""The network of rows, and the page as text."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from io import BytesIO
from typing import Any

import networkx as nx
import pytest
import view_sample as sample
from processes import outputs

from kg.view import to_networkx, view
from kg.view.evidence import marked
from kg.view.layout import opening, positions, ties
from kg.view.tone import relation, sureness, tone, verb

HOSTILE = '</script><script>alert(1)</script><img src=x onerror="alert(2)">\u2028<!--'


@pytest.fixture(scope="module")
def graph() -> nx.MultiDiGraph:
    return to_networkx(sample.entities(), sample.statements(), sample.fields())


def rows(**changed: Any) -> tuple[list[dict[str, Any]], list[dict[str, Any]], list[dict[str, Any]]]:
    """One invented actor and one statement of hers, with what a test changes of it."""
    statement = {
        "statement": "s",
        "speaker": "vessa",
        "content": "c",
        "kind": "Claim",
        "gist": "it rains",
        "speechAct": "assert",
        "factuality": "CT+",
        "evidence": [{"text": "Vessa said it rained.", "begin": 10, "end": 31}],
        "source": [[10, 15]],
        "cueSpan": [[16, 20]],
        "contentSpan": [[21, 30]],
        "article": "a",
        "title": "Rain",
        "url": "https://example.org/rain",
        "publisher": "Rain Post",
    }
    return [{"iri": "vessa", "label": "Vessa", "types": ["foaf:Person"]}], [statement | changed], []


@pytest.mark.parametrize(
    ("speaker", "act", "factuality", "expected"),
    [
        (None, "assert", "CT+", ("own", "stated", "said", "put as certain")),
        ("vessa", "assert", "CT+", ("asserted", "stated", "said", "put as certain")),
        ("vessa", "demand", "CT+", ("sought", "stated", "demanded", "put as certain")),
        ("vessa", "fear", "CT+", ("held", "held", "feared", "put as certain")),
        ("vessa", "assert", "PR+", ("hedged", "stated", "said", "put as likely")),
        (None, "assert", "PS+", ("hedged", "stated", "said", "put as possible")),
        ("vessa", "assert", "Uu", ("hedged", "stated", "said", "left open")),
        ("vessa", "deny", "CT-", ("denied", "denied", "denied", "denied")),
        ("vessa", "assert", "CT-", ("denied", "denied", "denied", "denied")),
        ("vessa", "whistle", "XX", ("hedged", "stated", "whistle", "XX")),
    ],
)
def test_tone(speaker: str | None, act: str, factuality: str, expected: tuple[str, ...]) -> None:
    row = {"speaker": speaker, "speechAct": act, "factuality": factuality}
    assert (tone(row), relation(row), verb(row), sureness(row)) == expected


def test_nodes_have_kinds(graph: nx.MultiDiGraph) -> None:
    kinds = {attributes["label"]: attributes["kind"] for _, attributes in graph.nodes(data=True)}
    assert kinds["Mara Vell"] == "person"
    assert kinds["Tavia"] == "state"
    assert kinds["Sorrel Valley"] == "place"
    assert kinds["two officials"] == "group"
    assert kinds["Harbour Line"] == "organisation"
    assert kinds["Tavia lost about 9% of Sorrel Valley"] == "territorial control"
    assert kinds["Talks on the valley"] == "article"


def test_edges_say_who_stated_and_whom_it_concerns(graph: nx.MultiDiGraph) -> None:
    iri = "https://example.org/id/"
    stated = graph[iri + "mara-vell"][iri + "content/talks"][iri + "statement/00"]
    denied = graph[iri + "orland-ministry"][iri + "content/talks"][iri + "statement/02"]
    assert (stated["relation"], denied["relation"]) == ("stated", "denied")
    assert graph[iri + "content/lost-9"][iri + "tavia"]["party"]["relation"] == "party"
    own = graph[iri + "article/a1"][iri + "content/envoy"][iri + "statement/03"]
    assert own["tone"] == "own"
    assert graph.nodes[iri + "mara-vell"]["statements"] == 4


def test_any_writer_takes_the_network(graph: nx.MultiDiGraph) -> None:
    written = BytesIO()
    nx.write_graphml(graph, written)
    again = nx.read_graphml(BytesIO(written.getvalue()), force_multigraph=True)
    assert again.number_of_edges() == graph.number_of_edges()


def test_a_value_that_is_no_node_draws_no_edge(graph: nx.MultiDiGraph) -> None:
    assert "9" not in graph
    assert "about" not in graph


def test_marks_count_from_the_begin_of_the_sentence() -> None:
    _, (statement,), _ = rows()
    assert marked(statement) == [
        ("Vessa", "source"), (" ", ""), ("said", "cue"), (" ", ""), ("it rained", "content"), (".", ""),
    ]  # fmt: skip


def test_marks_over_two_sentences_and_a_cue_inside_the_content() -> None:
    statement = {
        "evidence": [{"text": "C d.", "begin": 20}, {"text": "A 𝕏 said b.", "begin": 0}],
        "contentSpan": [[0, 10], [20, 23]],
        "cueSpan": [[4, 8]],
    }
    assert marked(statement) == [
        ("A 𝕏 ", "content"), ("said", "cue"), (" b", "content"), (".", ""), (" … ", ""), ("C d", "content"), (".", ""),
    ]  # fmt: skip


SAID = [(10, [1, 2]), (11, [1]), (12, [1, 3]), (13, []), (12, [4, 3])]


def test_a_small_network_opens_whole() -> None:
    assert opening(SAID, 7) == [1, 2, 3, 4, 10, 11, 12]


def test_a_large_network_opens_with_those_whom_most_statements_tie() -> None:
    assert opening(SAID, 6) == [1, 2, 3, 4]
    assert opening(SAID, 2) == [1, 3]


def test_contents_tie_actors_unless_they_are_shown() -> None:
    assert sorted(ties(SAID, [1, 2, 3, 4]).edges()) == [(1, 2), (1, 3), (3, 4)]
    assert sorted(map(sorted, ties(SAID, [1, 2, 3, 12]).edges())) == [[1, 2], [1, 12], [3, 12]]


def test_no_two_labels_overlap() -> None:
    drawn = ties([(0, [one, (one * 7) % 40 + 1]) for one in range(1, 41)], range(1, 41))
    places = list(positions(drawn, dict.fromkeys(drawn, (150.0, 50.0))).values())
    pairs = [(one, other) for number, one in enumerate(places) for other in places[:number]]
    assert all(abs(one[0] - other[0]) > 145 or abs(one[1] - other[1]) > 45 for one, other in pairs)


def test_same_bytes_in_any_process() -> None:
    code = (
        "import hashlib, view_sample as s; from kg.view import view\n"
        "page = view(s.entities(), s.statements(), s.fields(), title='T')\n"
        "print(hashlib.sha256(page.encode()).hexdigest())"
    )
    assert len(outputs(code)) == 1


def test_order_of_the_rows_does_not_matter() -> None:
    one = view(sample.entities(), sample.statements(), sample.fields(), title="T")
    other = view(sample.entities()[::-1], sample.statements()[::-1], sample.fields()[::-1], title="T")
    assert one == other


class _Fetches(HTMLParser):
    """Collects whatever a browser would fetch for a page, and its scripts."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.tags: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.found += [f"{tag} {name}={value}" for name, value in attrs if name in ("src", "href", "srcset", "data")]


def test_the_page_names_nothing_to_fetch() -> None:
    page = view(sample.entities(), sample.statements(), sample.fields(), title="T")
    parser = _Fetches()
    parser.feed(page)
    assert parser.found == []
    assert not {"link", "img", "iframe", "object", "embed", "base"} & set(parser.tags)
    assert "@import" not in page
    assert not re.search(r"url\(\s*['\"]?http", page)
    assert "default-src 'none'" in page
    assert "sourceMappingURL" not in page


def test_hostile_text_ends_no_element() -> None:
    entities, statements, fields = rows(gist=HOSTILE, title=HOSTILE, publisher=HOSTILE, kind=HOSTILE)
    entities[0]["label"] = HOSTILE
    parser = _Fetches()
    parser.feed(view(entities, statements, fields, title=HOSTILE))
    assert parser.tags.count("script") == 3
    assert "img" not in parser.tags


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x", "file:///etc", "//[", "http//x", ""])
def test_only_web_links_are_links(url: str) -> None:
    entities, statements, fields = rows(url=url)
    assert '"url":""' in view(entities, statements, fields, title="T")


def test_no_statements_and_bare_rows() -> None:
    assert "No statements were found" in view([], [], [], title="Empty")
    bare = [{"statement": "s", "content": "c", "article": "https://example.org/a"}]
    assert '"label":"a"' in view([], bare, [], title="Bare")
    assert '"label":"vessa"' in view([{"iri": "vessa"}], [], [], title="One")
