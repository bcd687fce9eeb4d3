"""Names, titles and addresses that are more than names to somebody: they reach every exit as text alone."""

from __future__ import annotations

import csv
import io
import json
import logging
import os
import re
import shutil
import sys
import unicodedata
from collections.abc import Iterator
from contextlib import suppress
from functools import partial
from html.parser import HTMLParser
from pathlib import Path

import pyoxigraph as ox
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markup import ADDRESSES, TITLES
from rdflib import RDF, SKOS, Literal, URIRef
from rdflib import Graph as RdfGraph
from rdflib.util import guess_format
from spacy.language import Language
from typer.testing import CliRunner

from kg.cli import app
from kg.commands.terminal import PlainLog, complain, plain
from kg.errors import KgError
from kg.graph import graph_of
from kg.model import Article, Entity
from kg.output import write_outputs
from kg.pipeline import Build, articles, assemble, run
from kg.query import queries, query
from kg.query.bindings import bound
from kg.query.questions import run as ask
from kg.store import open_store, write
from kg.validate import validate
from kg.verify import verify
from kg.vocabulary import (
    SHARED,
    Gazetteer,
    article_iri,
    content_iri,
    entity_iri,
    relation_iri,
    role_iri,
    slug,
    web_iri,
)

BODY = (
    "Ana Vell, president of Norvia, said on Sunday that the bridge at Osk was lost. “We will come back,” she said.\n\n"
    "{name} told reporters on Monday that Norvia had lost 11% of Osk. {name} denied that it had met Ana Vell."
)
NAMES = (
    "Ivo <script>alert(1)</script> Prane", "Ivo {{7*7}} Prane", 'Ivo "Lucky" Prane', "Ivo %s Prane", "Ivo \u202ePrane",
    "Ivo\u2028Prane", "Ivo\x1b[31m Prane", "=Ivo() Prane", "Ivo \\ Prane", "Ivo ' Prane", "Ivo > } DROP ALL # Prane",
    "Ivo " + "Prane " * 25,
)  # fmt: skip
# RFC 3987, section 2.2: an absolute IRI with a host, or none.
UCS = "\u00a0-\ud7ff\uf900-\ufdcf\ufdf0-\uffef" + "".join(
    f"{chr(plane << 16 | (0x1000 if plane == 14 else 0))}-{chr(plane << 16 | 0xFFFD)}" for plane in range(1, 15)
)
PART = rf"(?:[A-Za-z0-9._~!$&'()*+,;=:@{UCS}-]|%[0-9A-Fa-f]{{2}})"
IRI = re.compile(
    rf"https?://(?:\[[0-9a-fA-F:.]+\]|(?:{PART.replace(':@', '')})+)(?::\d*)?(?:/{PART}*)*(?:\?(?:{PART}|[/?])*)?"
    rf"(?:\#(?:{PART}|[/?])*)?"
)


def hostile_files(folder: Path) -> Iterator[Path]:
    """An article for each hostile title, address and name, in each of the forms that can carry it."""
    for number, title in enumerate(TITLES):
        page = folder / f"title-{number}.html"
        said = {"@type": "NewsArticle", "headline": title, "author": title, "publisher": {"name": title}}
        linked = json.dumps(said).replace("<", "\\u003c")
        page.write_text(
            f'<html><head><script type="application/ld+json">{linked}</script></head>'
            f"<body><article>{_paragraphs(BODY.format(name='Ivo Prane'))}</article></body></html>",
            encoding="utf-8",
        )
        yield page
    for number, address in enumerate(ADDRESSES):
        page = folder / f"address-{number}.md"
        page.write_text(
            f"---\ntitle: Bridge\nurl: {json.dumps(address)}\n---\n\n{BODY.format(name='Ivo Prane')}", "utf-8"
        )
        yield page
    for number, name in enumerate(NAMES):
        page = folder / f"name-{number}.txt"
        page.write_text(
            f"Army holds {name}\n\nBy {name}, The Norvia Post\n\n{BODY.format(name=name)}\n", encoding="utf-8"
        )
        yield page


def _paragraphs(text: str) -> str:
    return "".join(f"<p>{line}</p>" for line in text.split("\n\n"))


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory, english: Language, gazetteer: Gazetteer) -> Build:
    folder = tmp_path_factory.mktemp("articles")
    return assemble(run(map(str, hostile_files(folder)), english, gazetteer))


@pytest.fixture(scope="module")
def out(built: Build, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("out")
    write_outputs(built, folder)
    return folder


def test_every_hostile_article_is_in_the_graph(built: Build) -> None:
    twice = [error for error in built.failed if "the same article as" in str(error)]  # of two addresses one is left
    assert built.failed == tuple(twice)
    assert len(built.outcomes) + len(twice) == len(TITLES) + len(ADDRESSES) + len(NAMES)
    assert all(len(outcome.statements) > 2 for outcome in built.outcomes)


def test_the_graph_is_valid_and_says_what_the_articles_say(built: Build) -> None:
    graph = built.graph()
    assert [one for one in validate(graph.store.oxigraph) if one.severity == "Violation"] == []
    assert verify(graph.store, articles(outcome.article.path for outcome in built.outcomes)) == []


def test_every_iri_is_one_and_short(built: Build) -> None:
    nodes = {node for quad in built.quads for node in quad if isinstance(node, URIRef)}
    assert [node for node in nodes if not IRI.fullmatch(node)] == []
    assert [node for node in nodes if "/id/" in node and len(node) > 300] == []


@pytest.mark.parametrize("ending", [".ttl", ".nt"])
def test_the_graph_is_the_same_when_it_is_read_back(built: Build, ending: str, tmp_path: Path) -> None:
    path = tmp_path / f"graph{ending}"
    path.write_bytes(write(built.quads, ending))
    assert set(RdfGraph().parse(path, format=guess_format(str(path)))) == {quad[:3] for quad in built.quads}


def test_only_addresses_of_the_web_are_addresses(built: Build) -> None:
    addresses = [str(value) for _, name, value, _ in built.quads if name.endswith("schema.org/url")]
    assert all(address.startswith(("http://", "https://")) for address in addresses)
    assert not any("pass@" in address or " " in address for address in addresses)
    assert len(addresses) > 10


def test_the_listing_is_one_printable_line_an_article(out: Path, built: Build) -> None:
    lines = (out / "statements.jsonl").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line)["id"] for line in lines] == [outcome.article.stem for outcome in built.outcomes]
    assert all(line.isprintable() for line in lines)
    titles = {json.loads(line)["title"] for line in lines}
    assert {"{{7*7}}", "%s %n %d", "\\", "\u202etxt.exe"} <= titles


class Tags(HTMLParser):
    """The elements of a page and their attributes."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, list[tuple[str, str | None]]]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, attrs))


def test_the_page_holds_no_element_of_theirs(out: Path) -> None:
    tags = Tags((out / "graph.html").read_text(encoding="utf-8")).found
    assert [tag for tag, _ in tags].count("script") == 3
    assert not {"img", "iframe", "object", "embed", "base", "link"} & {tag for tag, _ in tags}
    assert not [name for _, attributes in tags for name, _ in attributes if name.startswith("on")]


def test_the_page_does_nothing_in_a_browser(out: Path, tmp_path: Path) -> None:
    sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if not chromium:
        pytest.skip("chromium is not installed")
    page = out / "graph.html"
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=chromium, args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
        )
        opened, wrong = browser.new_page(), []
        opened.on("dialog", lambda dialog: (wrong.append(dialog.message), dialog.dismiss()))
        opened.on("pageerror", lambda error: wrong.append(str(error)))
        opened.on("request", lambda request: wrong.append(request.url) if request.url != page.as_uri() else None)
        opened.goto(page.as_uri())
        opened.wait_for_selector("#counts:not(:empty)")
        for words in ("Ana Vell", "script", "{{", "Prane", "DROP"):
            opened.fill("#sought", words)
            opened.keyboard.press("Enter")
            wrong += [
                link
                for link in opened.locator("#panel a").evaluate_all("links => links.map(link => link.href)")
                if not link.startswith(("http://", "https://"))
            ]
        assert opened.locator("#panel img, #panel script, #panel iframe").count() == 0
        browser.close()
    assert wrong == []


# --- the terminal


COMMANDS = [
    ["entities"],
    ["entities", "--format", "csv"],
    ["query", "statements-by-speaker", "speaker=Ana Vell"],
    ["query", "SELECT ?title { ?a <https://schema.org/headline> ?title }"],
    ["query", "SELECT ?name { ?a <http://www.w3.org/2004/02/skos/core#prefLabel> ?name }"],
    ["conflicts"],
]


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: " ".join(command)[:30])
def test_a_terminal_is_given_no_orders(
    out: Path, command: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Tables always, and data where it is shown on a terminal."""
    shown: list[bytes] = []
    monkeypatch.setattr("typer.echo", lambda text, **_: shown.append(text))
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("TERM", "dumb")
    name, *rest = command
    app([name, str(out / "graph.ttl"), *rest], standalone_mode=False)
    text = capsys.readouterr().out + b"".join(shown).decode()
    assert text.strip()
    assert all(line.isprintable() for line in text.split("\n"))


def test_data_in_a_file_is_the_graphs_own(out: Path, built: Build) -> None:
    question = "SELECT ?title { ?a <https://schema.org/headline> ?title }"
    ran = CliRunner().invoke(app, ["query", str(out / "graph.ttl"), question, "--format", "csv"])
    rows = list(csv.reader(io.StringIO(ran.stdout_bytes.decode())))[1:]
    assert {title for (title,) in rows} == {o.article.title for o in built.outcomes if o.article.title}


@pytest.mark.parametrize(
    "name", ["a\nb", "\x1b[31mred", "a\u202eb", "=cmd()", '"><img src=x>', "%s", "\udcff", "a'b", " "]
)
def test_file_names_are_text_in_messages_and_listings(
    name: str, tmp_path: Path, english: Language, gazetteer: Gazetteer, capsys: pytest.CaptureFixture[str]
) -> None:
    good, bad = tmp_path / f"{name}.txt", tmp_path / f"{name}-empty.txt"
    try:
        good.write_text(BODY.format(name="Ivo Prane"), encoding="utf-8")
        bad.write_text("", encoding="utf-8")
    except OSError:
        pytest.skip("this file system takes no such name")
    made = assemble(run([str(good), str(bad), str(tmp_path / f"{name}-none.txt")], english, gazetteer))
    assert (len(made.outcomes), len(made.failed)) == (1, 2)
    (tmp_path / "out").mkdir()
    write_outputs(made, tmp_path / "out")
    listed = (tmp_path / "out" / "statements.jsonl").read_text(encoding="utf-8")
    assert listed.removesuffix("\n").isprintable()
    complain(made.failed)
    lines = capsys.readouterr().err.split("\n")
    assert len(lines) == 3
    assert all(line.isprintable() for line in lines)
    assert sorted(os.listdir(tmp_path / "out")) == ["graph.html", "graph.trig", "graph.ttl", "statements.jsonl"]


def test_a_log_is_given_no_orders(capsys: pytest.CaptureFixture[str]) -> None:
    record = logging.LogRecord("kg", logging.ERROR, "a.py", 1, "%s", ("a\nb\x1b]0;c\u202e",), None)
    assert PlainLog("%(name)s: %(message)s").format(record) == "kg: a b ]0;c "


# --- what is always true


@given(st.text())
@settings(max_examples=300)
def test_what_is_made_of_a_name_is_an_iri(name: str) -> None:
    article = article_iri(Article("", "a.txt", name, url=name, identifier=name))
    iris = [article, role_iri(name), relation_iri(name), content_iri("Claim", [("gist", name)])]
    iris += [entity_iri(Entity(slug(name), name, (), local=local), article) for local in (False, True)]
    for iri in iris:
        assert IRI.fullmatch(iri)
        assert ox.NamedNode(iri).value == str(iri)
        assert len(iri) < 250
    for form in ("NFC", "NFD"):
        assert slug(unicodedata.normalize(form, name)) == slug(name) or not re.search(r"\w", name)


@given(
    st.one_of(
        st.text(),
        st.sampled_from(ADDRESSES),
        st.text().map("http://example.org/".__add__),
        st.text().map("http://".__add__),
    )
)
@settings(max_examples=500)
def test_an_address_is_an_iri_or_none(address: str) -> None:
    iri = web_iri(address)
    assert iri is None or (IRI.fullmatch(iri) and ox.NamedNode(iri).value == str(iri))
    assert iri is None or web_iri(iri) == iri


@given(st.text())
@settings(max_examples=300)
def test_what_is_shown_on_a_terminal_is_one_printable_line(text: str) -> None:
    assert plain(text).isprintable()


NAMED = "http://www.w3.org/2004/02/skos/core#prefLabel"
BY_NAME = f'SELECT ?x {{ VALUES ?name {{ "Ana" }} ?x <{NAMED}> ?name }}'
BY_ENTITY = (
    "PREFIX ent: <https://w3id.org/newskg/id/entity/>\n"
    f"SELECT ?x ?name {{ VALUES ?x {{ ent:ana }} ?x <{NAMED}> ?name }}"
)


@given(st.text(st.characters(exclude_categories=["Cs"])))
@settings(max_examples=300, deadline=None)
def test_a_value_stays_a_value(name: str) -> None:
    """Whatever a value is, the question finds what goes by it, and nothing else."""
    store = open_store()
    one, other = (URIRef(f"https://w3id.org/newskg/id/entity/{key}") for key in ("one", "other"))
    store.put(
        (*quad, SHARED)
        for quad in (
            (one, SKOS.prefLabel, Literal(name)), (one, RDF.type, SKOS.Concept),
            (other, SKOS.prefLabel, Literal("Ivo Prane")), (other, RDF.type, SKOS.Concept),
        )
    )  # fmt: skip
    expected = ((one,), (other,)) if name == "Ivo Prane" else ((one,),)
    assert query(store, BY_NAME, name=name).rows == expected
    with suppress(KgError):  # no entity goes by that name
        found = {row[0] for row in query(store, BY_ENTITY, x=name).rows}
        assert found <= {one} or "://" in name or slug(name) in ("one", "other", "ivo-prane")


@given(st.dictionaries(st.sampled_from(["speaker", "issue", "points"]), st.text(), min_size=1))
@settings(max_examples=200, deadline=None)
def test_values_never_change_a_question(bindings: dict[str, str]) -> None:
    """All but the VALUES of each question stays as it is, and it stays SPARQL."""
    store = open_store()
    for question in queries():
        try:
            text = bound(question.text, bindings, partial(ask, store))
        except KgError:
            continue
        store.sparql(text)
        head, _, rest = question.text.partition("VALUES")
        assert text.startswith(head)
        assert text.endswith(rest.partition("}")[2])


@pytest.mark.parametrize("value", ["http://a> } INSERT", 'http://"', "http://a b", "x\udcff", "urn://\x00"])
def test_values_that_are_no_iris_are_refused_in_one_line(value: str) -> None:
    with pytest.raises(KgError) as refused:
        query(graph_of(()).store, "statements-by-speaker", speaker=value)
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize("title", [title for title in TITLES if len(title) < 100], ids=ascii)
def test_hostile_values_find_nobody(title: str) -> None:
    with pytest.raises(KgError, match=r"goes by that name|not valid UTF-8|no IRI"):
        query(graph_of(()).store, "statements-by-speaker", speaker=title)
