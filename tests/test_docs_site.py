"""The site of the documents: built without a warning, complete, and whole without a network, search included."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from lxml import html
from rdflib import OWL, RDF, Graph

from kg.query import queries
from kg.vocabulary import KG, ontology_files

for package in ("mkdocs", "material", "mkdocstrings_handlers.python"):
    pytest.importorskip(package, reason=f"{package} is not installed (the extra docs)")
ROOT = Path(__file__).parent.parent
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
FETCHED = "//script/@src | //img/@src | //iframe/@src | //source/@src | //link[not(@rel='canonical')]/@href"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site, built as ``make docs`` builds it."""
    out = tmp_path_factory.mktemp("site")
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(out)]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "WARNING" not in done.stdout + done.stderr
    return out


def page(site: Path, name: str) -> html.HtmlElement:
    return html.fromstring((site / name).read_text("utf-8"))


def test_nothing_is_fetched_from_elsewhere(site: Path) -> None:
    for path in site.rglob("*.html"):
        for address in page(site, str(path.relative_to(site))).xpath(FETCHED):
            assert not re.match(r"(?:https?:)?//", address), (path.name, address)
    for path in site.rglob("*.css"):
        for address in re.findall(r"url\(['\"]?([^)'\"]+)|@import ['\"]([^'\"]+)", path.read_text("utf-8")):
            assert not re.match(r"(?:https?:)?//", "".join(address)), (path.name, address)


def test_the_page_of_the_ontology_names_every_term(site: Path) -> None:
    ontology = Graph()
    for path in ontology_files():
        ontology.parse(path)
    kinds = (OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty)
    terms = {str(term).removeprefix(str(KG)) for kind in kinds for term in ontology.subjects(RDF.type, kind)}
    headings = {heading.get("id") for heading in page(site, "ontology.html").xpath("//h3")}
    assert terms <= headings
    assert len(terms) > 80


def test_the_cookbook_answers_every_question(site: Path) -> None:
    made = page(site, "cookbook.html")
    assert len(made.xpath("//h2")) == len(queries()) == 25
    answers = re.findall(r"\b\d+ rows?(?:, the first \d+)?:|No rows:", made.text_content())
    assert len(answers) == 25
    assert len(made.xpath("//tbody/tr")) > 100
    assert len(made.cssselect("div.language-sparql")) == 25


def test_every_command_has_its_help(site: Path) -> None:
    text = page(site, "commands.html").text_content()
    for command in ("kg build", "kg view", "kg export", "kg evaluate polnear"):
        assert f"Usage: {command} " in text


def test_what_python_users_call_is_told(site: Path) -> None:
    ids = {one.get("id") for one in page(site, "python.html").xpath("//*[@id]")}
    assert {"kg.build", "kg.open_graph", "kg.graph.Graph.query", "kg.model.Statement", "kg.errors.KgError"} <= ids


@pytest.mark.skipif(not CHROMIUM, reason="chromium is not installed")
def test_it_opens_and_searches_from_disk(site: Path) -> None:
    sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    wrong: list[str] = []
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        opened = browser.new_page(viewport={"width": 1280, "height": 800})
        opened.on("console", lambda message: wrong.append(message.text))
        opened.on("pageerror", lambda error: wrong.append(str(error)))
        opened.on("request", lambda asked: asked.url.startswith(("file:", "data:")) or wrong.append(asked.url))
        opened.goto((site / "index.html").as_uri())
        opened.get_by_role("textbox", name="Search").press_sequentially("gazetteer")
        opened.locator(".md-search-result__item").first.wait_for()
        assert "matching documents" in opened.locator(".md-search-result__meta").inner_text()
        address = opened.locator(".md-search-result__item a").first.get_attribute("href")
        opened.goto(address)
        assert "gazetteer" in opened.locator("article").inner_text()
        browser.close()
    assert not wrong
