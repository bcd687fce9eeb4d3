"""The documents: what they say of files, commands and figures is so. Their site is tested in ``test_docs_site.py``."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
import typer
import yaml
from rdflib import RDF, SKOS, Graph
from spacy.language import Language
from typer.core import TyperGroup

import kg
from kg import cli
from kg.vocabulary import KG, folder, ontology_files

ROOT = Path(__file__).parent.parent
PAGES = sorted(ROOT.glob("*.md")) + sorted((ROOT / "docs").glob("*.md"))


def code(text: str) -> Iterator[str]:
    """The lines of the blocks of code, a line that ends in a backslash joined to the next."""
    text = text.replace("\\\n", " ")
    for block in re.findall(r"^```\w*\n(.*?)^```|^((?: {4}.*\n)+)", text, flags=re.MULTILINE | re.DOTALL):
        yield from "".join(block).splitlines()


def commands() -> list[tuple[str, str]]:
    """All commands of ours that the documents show, with the page."""
    lines = [(page.name, line.strip().removeprefix("$ ")) for page in PAGES for line in code(page.read_text("utf-8"))]
    return sorted({(name, line) for name, line in lines if re.match(r"kg [a-z]", line)})


# --- commands


@pytest.mark.parametrize(("page", "line"), commands())
def test_every_command_is_one(page: str, line: str) -> None:
    """Each name, option and number of arguments is one that ``kg`` takes; README's commands are also run."""
    for words in _parts(line):
        if words[0] != "kg":
            continue
        at, arguments = typer.main.get_command(cli.app), words[1:]
        while isinstance(at, TyperGroup):
            assert arguments[0] in at.commands, (page, line)
            at, arguments = at.commands[arguments[0]], arguments[1:]
        known = {option for one in at.params for option in (*one.opts, *one.secondary_opts)} | {"--help"}
        assert {word for word in arguments if re.match(r"--?[a-z]", word)} <= known, (page, line)


def _parts(line: str) -> Iterator[list[str]]:
    """The commands of a line of the shell, without what is put in or out of them."""
    lexer = shlex.shlex(line, posix=True, punctuation_chars=True)
    lexer.whitespace_split = True
    words: list[str] = []
    for word in [*lexer, "|"]:
        if word in {"|", "&&", ";", ">", "<", "&"}:
            if words:
                yield words
            words = ["(file)"] if word in {">", "<"} else []
        else:
            words.append(word)


# --- links and names


def test_links_out_are_well_formed_and_secure() -> None:
    for page in PAGES:
        text = page.read_text("utf-8")
        for address in re.findall(r"\]\((\w+://[^)\s]*)\)", text):
            parts = urlsplit(address)
            assert parts.scheme == "https", (page.name, address)
            assert re.fullmatch(r"[\w-]+(\.[\w-]+)+", parts.netloc), (page.name, address)


def test_links_within_lead_to_files() -> None:
    for page in PAGES:
        for target in re.findall(r"\]\((?!https?://)([^)#\s]+)", page.read_text("utf-8")):
            made = page.parent.name == "docs" and target in {
                "cookbook.md",
                "ontology.md",
                "commands.md",
                "changelog.md",
            }
            assert made or (page.parent / target).exists(), (page.name, target)


def test_files_that_are_named_are_there() -> None:
    for page in PAGES:
        if page.name == "CHANGELOG.md":
            continue  # it tells of what was, too
        for name in re.findall(r"`((?:kg|tests|docs|ontology|seeds)/[\w./-]+)`", page.read_text("utf-8")):
            walked = page.name == "CONTRIBUTING.md" and "votes" in name
            assert walked or (ROOT / name).exists(), (page.name, name)


# --- figures and examples


def test_measured_figures_are_those_of_their_pages() -> None:
    rows = re.findall(
        r"^\| [^|]+ \| ([\d.]+) \| \[[^]]+\]\(([\w-]+\.md)#", (ROOT / "docs" / "measured.md").read_text("utf-8"), re.M
    )
    assert len(rows) >= 15
    for figure, page in rows:
        text = (ROOT / "docs" / page).read_text("utf-8")
        assert re.search(rf"(?<![\d.]){re.escape(figure)}(?![\d]|\.\d)", text), (figure, page)


def test_the_models_example_is_what_comes_out(tmp_path: Path, english: Language) -> None:
    page = (ROOT / "docs" / "model.md").read_text("utf-8")
    (article,) = re.findall(r"^```text\n(.*?)^```", page, flags=re.MULTILINE | re.DOTALL)
    (tmp_path / "article.txt").write_text(f"---\ntitle: The bridge\npublished: 2025-03-03\n---\n\n{article}", "utf-8")
    graph = kg.build(tmp_path / "article.txt", model=english)
    found = graph.query(
        "SELECT ?speaker ?via ?factuality ?gist { ?s kg:content/kg:gist ?gist ; kg:factuality ?factuality "
        "OPTIONAL { ?s kg:speaker/skos:prefLabel ?speaker } OPTIONAL { ?s kg:via/skos:prefLabel ?via } }"
    ).records()
    told = sorted(
        (
            ", via ".join(name for name in (row["speaker"], row["via"]) if name),
            str(row["factuality"]).rsplit("/", 1)[-1].replace("ct-plus", "CT+").replace("ct-minus", "CT-"),
            str(row["gist"]),
        )
        for row in found
    )
    rows = re.findall(r"^\| *([^|]*?) *\| (CT[+-]) \| ([^|]+) \| (?:`kg:\w+` )?\|$", page, flags=re.MULTILINE)
    assert sorted(rows) == told
    plain = graph.query("SELECT ?p { ?a ?p ?c FILTER(?p IN (kg:stated, kg:denied, kg:controls)) }").records()
    shown = re.findall(r"\| `kg:(\w+)` \|$", page, flags=re.MULTILINE)
    assert sorted(shown) == sorted(str(row["p"]).rsplit("#", 1)[-1] for row in plain)


def test_the_readmes_example_is_what_comes_out(tmp_path: Path, english: Language) -> None:
    text = (ROOT / "README.md").read_text("utf-8")
    (sentence,) = re.findall(r"^> (.*)$", text, flags=re.MULTILINE)
    (tmp_path / "bridge.txt").write_text(f"---\ntitle: Bridge\npublished: 2025-03-03\n---\n\n{sentence}\n", "utf-8")
    graph = kg.build(tmp_path / "bridge.txt", model=english)
    graph.save(tmp_path / "graph.ttl")
    made = (tmp_path / "graph.ttl").read_text("utf-8")
    for piece in re.findall(r"<((?:claim|roleholding|role-type|speech-act|factuality)/[\w-]+)>", text):
        assert f"{piece}>" in made, piece
    for piece in ("kg:speaker ent:ana-vell", 'kg:cue "told"', "kg:confidence 0.9 ", 'kg:saidOn "2025-03-02"^^xsd:date'):
        assert piece in made, piece


# --- the files beside the documents


def test_the_citation_is_of_this_version() -> None:
    cited = yaml.safe_load((ROOT / "CITATION.cff").read_text("utf-8"))
    assert {"cff-version", "message", "title", "authors"} <= set(cited)  # what the format requires
    assert cited["cff-version"] == "1.2.0"
    assert cited["version"] == kg.__version__
    assert cited["authors"] == [{"name": "the newskg authors"}]


def test_the_picture_is_small() -> None:
    picture = ROOT / "docs" / "pictures" / "explorer.png"
    assert picture.read_bytes().startswith(b"\x89PNG")
    assert picture.stat().st_size < 300_000


def test_no_term_that_was_released_is_gone() -> None:
    """What ``docs/stability.md`` promises. A new term is added to the list, none is taken out."""
    ontology = Graph()
    for path in ontology_files():
        ontology.parse(path)
    terms = {str(term) for term in ontology.subjects(RDF.type) if str(term).startswith(str(KG))}
    values = {str(value) for value in ontology.subjects(SKOS.inScheme)}
    listed = (ROOT / "tests" / "terms.txt").read_text("utf-8").split()
    assert listed == sorted(listed)
    assert set(listed) <= terms | values
    assert f'owl:versionInfo "{_version()}"' in (folder("ontology") / "kg.ttl").read_text("utf-8")


def _version() -> str:
    (version,) = re.findall(r"it is (\d+\.\d+\.\d+)\.", (ROOT / "docs" / "stability.md").read_text("utf-8"))
    return str(version)
