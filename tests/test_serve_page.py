"""The query page: it works without a script, and what news says stays text."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest
from lxml import html
from rdflib import Literal, URIRef
from serving import ENDLESS, graph_file, serving

from kg.query import queries
from kg.store import write
from kg.vocabulary import SHARED, Quad

HOSTILE = "</td></table><script>alert(1)</script><img src=x onerror=alert(1)> ' \" & {{ 7*7 }} \u202e"
LINK = URIRef("javascript:alert(1)")
ITEM = URIRef("https://w3id.org/newskg/id/entity/x")
SEEN = URIRef("https://example.org/seen")


@pytest.fixture(scope="module")
def url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    path = graph_file(tmp_path_factory.mktemp("served"))
    hostile: list[Quad] = [(ITEM, SEEN, Literal(HOSTILE), SHARED), (ITEM, SEEN, LINK, SHARED)]
    path.write_bytes(path.read_bytes() + write(hostile, ".trig"))
    with serving(path, "seconds=2") as (address, _):
        yield address


def shown(url: str, **parameters: str) -> tuple[httpx.Response, html.HtmlElement]:
    answer = httpx.get(f"{url}/", params=parameters, timeout=30)
    return answer, html.fromstring(answer.text)


def test_it_loads_nothing_and_runs_nothing(url: str) -> None:
    answer, page = shown(url)
    assert answer.headers["content-security-policy"].startswith("default-src 'none'; style-src 'self';")
    assert not page.xpath("//script | //img | //iframe | //style | //@style | //*[@*[starts-with(name(), 'on')]]")
    assert page.xpath("//link/@href") == ["/page.css"]
    assert httpx.get(f"{url}/page.css").headers["content-type"] == "text/css; charset=utf-8"


def test_every_question_can_be_chosen_and_asked(url: str) -> None:
    _, page = shown(url)
    links = page.xpath("//ol//a/@href")
    assert [parse_qs(urlsplit(link).query)["question"] for link in links] == [[each.name] for each in queries()]
    _, chosen = shown(url, question=queries()[2].name)
    text = chosen.xpath("string(//textarea)")
    assert text.strip() == queries()[2].text.strip()
    answer, asked = shown(url, query=text)
    assert answer.status_code == 200
    assert asked.xpath("//thead//th/text()")[0] == "party"


def test_an_answer_is_a_table_with_links_to_all_of_it(url: str) -> None:
    query = "SELECT ?s ?g { ?s kg:gist ?g } ORDER BY ?s"
    _, page = shown(url, query=query)
    rows = page.xpath("//tbody/tr")
    assert page.xpath("//textarea/text()")[0].strip() == query
    links = dict(zip(page.xpath("//p/a/text()"), page.xpath("//p/a/@href"), strict=True))
    assert list(links) == ["CSV", "JSON", "XML", "TSV"]
    whole = httpx.get(url + links["CSV"])
    assert whole.headers["content-type"] == "text/csv; charset=utf-8"
    assert len(whole.text.splitlines()) == len(rows) + 1
    described = page.xpath("//tbody//a/@href")[0]
    triples = html.fromstring(httpx.get(url + described).text)
    assert triples.xpath("//thead//th/text()") == ["subject", "predicate", "object"]
    assert triples.xpath("//tbody/tr")


def test_what_news_says_stays_text(url: str) -> None:
    for query in (f"SELECT ?o {{ <{ITEM}> <{SEEN}> ?o }}", f"DESCRIBE <{ITEM}>"):
        _, page = shown(url, query=query)
        cells = [cell.text_content() for cell in page.xpath("//td")]
        assert HOSTILE in cells
        assert str(LINK) in cells
        assert not page.xpath("//script | //img | //a[starts-with(@href, 'javascript')]")


@pytest.mark.parametrize(
    ("query", "status", "words"),
    [
        ("</textarea><script>alert(1)</script>", 400, "Not valid SPARQL"),
        ("SELECT * { SERVICE <http://example.org/> {} }", 403, "SERVICE is refused"),
        (ENDLESS, 503, "stopped after 2 seconds"),
    ],
)
def test_why_there_is_no_answer(url: str, query: str, status: int, words: str) -> None:
    answer, page = shown(url, query=query)
    assert answer.status_code == status
    assert words in page.xpath("string(//p[@role='alert'])")
    assert page.xpath("string(//textarea)").strip() == query
    assert not page.xpath("//script")


def test_more_rows_than_are_shown(url: str) -> None:
    _, page = shown(url, query="SELECT * { ?a ?b ?c . ?d ?e ?f } LIMIT 501")
    assert len(page.xpath("//tbody/tr")) == 500
    assert "and there are more" in page.text_content()
    _, page = shown(url, query="ASK {}")
    assert page.xpath("//td/text()") == ["true"]


def test_the_file_is_named_and_its_folder_not(url: str) -> None:
    _, page = shown(url)
    assert page.xpath("//h1/text()") == ["graph.trig"]
