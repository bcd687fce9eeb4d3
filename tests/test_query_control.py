"""Who is said to control what: the claims of a graph, its table and list of territories, and the command."""

from __future__ import annotations

import csv
import io
import json
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from xml.etree import ElementTree

import graph_sample as sample
import pytest
from rdflib import Graph as RdfGraph

from kg import cli
from kg.build import build, combine
from kg.errors import KgError
from kg.graph import Graph, graph_of
from kg.model import ControlClaim, Interval
from kg.query import control, territories
from kg.store import write

FIRST = list(build(sample.ARTICLE, sample.STATEMENTS, sample.GROUNDINGS))
SECOND = list(build(sample.SECOND_ARTICLE, sample.SECOND_STATEMENTS, sample.SECOND_GROUNDINGS))
SINCE = Interval(date(2021, 1, 1), None, "year")

Command = Callable[..., tuple[int, str, str]]


@pytest.fixture(scope="module")
def made() -> Graph:
    return graph_of(combine([*FIRST, *SECOND]))


@pytest.fixture(scope="module")
def claims(made: Graph) -> dict[tuple[str, str], ControlClaim]:
    return {(one.figure, one.claimant): one for one in control(made.store, "Selt")}


def test_whose_account_it_is(claims: dict[tuple[str, str], ControlClaim]) -> None:
    told = {
        (one.holder_label, one.relation, one.figure, one.claimant, one.own_voice, one.via) for one in claims.values()
    }
    assert told == {
        ("Selt", "lost", "about 18%", "Norvia Post", False, ""),
        ("Selt", "lost", "about 18%", "Selt", False, ""),
        ("Selt", "lost", "27%", "Selt Daily", True, ""),
        ("Selt", "lost", "the whole east", "Ana Vell", False, ""),
        ("Norvia", "controls", "swathes", "Bruno Tarn", False, "Ana Vell"),
    }
    assert {one.territory_label for one in claims.values()} == {"Selt"}


def test_figures_with_their_comparators(claims: dict[tuple[str, str], ControlClaim]) -> None:
    estimate, own = claims["about 18%", "Norvia Post"], claims["27%", "Selt Daily"]
    assert (estimate.percent, estimate.comparator, estimate.speech_act) == (Decimal(18), "about", "estimate")
    assert (own.percent, own.comparator, own.least, own.greatest, own.area_km2) == (
        Decimal(27), "exactly", None, None, None,
    )  # fmt: skip
    assert claims["swathes", "Bruno Tarn"].percent is None


def test_the_time_is_that_of_what_is_said_else_of_saying_else_of_the_article(
    claims: dict[tuple[str, str], ControlClaim],
) -> None:
    times = {key: (one.time, one.when) for key, one in claims.items()}
    sunday, monday = (Interval(date(2024, 5, day), date(2024, 5, day)) for day in (5, 6))
    assert times["27%", "Selt Daily"] == ("valid", SINCE)
    assert times["the whole east", "Ana Vell"] == ("said", sunday)
    assert times["swathes", "Bruno Tarn"] == ("published", monday)
    assert claims["27%", "Selt Daily"].told == Interval(date(2024, 5, 7), date(2024, 5, 7))


def test_a_claim_without_any_date() -> None:
    article = replace(sample.ARTICLE, published=None)
    [claim] = control(graph_of(build(article, [sample.INNER], sample.GROUNDINGS)).store)
    assert (claim.time, claim.when, claim.told) == ("", None, None)


def test_what_it_cannot_hold_beside(claims: dict[tuple[str, str], ControlClaim]) -> None:
    estimate, denial, own = (
        claims[key] for key in (("about 18%", "Norvia Post"), ("about 18%", "Selt"), ("27%", "Selt Daily"))
    )
    assert denial.factuality == "CT-"
    assert set(estimate.conflicts) == {denial.statement, own.statement}
    assert denial.conflicts == (estimate.statement,)  # who denies 18 % has not said a word of 27 %
    assert own.conflicts == (estimate.statement,)
    assert claims["swathes", "Bruno Tarn"].conflicts == ()


def test_each_has_its_sentence_and_outlet(claims: dict[tuple[str, str], ControlClaim]) -> None:
    estimate = claims["about 18%", "Norvia Post"]
    assert estimate.sentence == sample.SHARE_SENTENCE[0].of(sample.TEXT)
    assert (estimate.outlet, estimate.title, estimate.published) == (
        "Norvia Post", "Selt loses the east", date(2024, 5, 6),
    )  # fmt: skip


@pytest.mark.parametrize("name", ["Republic of Selt", "selt", "ent:selt", "https://w3id.org/newskg/id/entity/selt"])
def test_a_territory_goes_by_any_of_its_names(made: Graph, name: str) -> None:
    assert control(made.store, name) == control(made.store, "Selt")


def test_all_territories_are_in_order(made: Graph) -> None:
    found = control(made.store)
    assert [(one.holder_label, one.relation) for one in found] == [("Norvia", "controls"), *[("Selt", "lost")] * 4]
    assert [one.time for one in found] == ["published", "valid", "valid", "valid", "said"]


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("Sel", "did you mean Selt"),
        ("Ana Vell", "Ana Vell: nothing is said of who controls it; `kg control GRAPH` lists the territories"),
        ("https://example.org/a> } #", "nobody in the graph goes by that name"),
    ],
)
def test_an_unknown_territory_is_one_line(made: Graph, name: str, reason: str) -> None:
    for ask in (made.control, made.chart):
        with pytest.raises(KgError, match=reason) as error:
            ask(name)
        assert "\n" not in str(error.value)


def test_the_same_from_a_flat_file(made: Graph) -> None:
    flat = RdfGraph().parse(data=write(combine([*SECOND, *FIRST]), ".ttl"), format="turtle")
    assert control(flat) == control(made.store)


def test_the_same_without_the_text(made: Graph, tmp_path: Path) -> None:
    made.export(tmp_path / "public.ttl", public=True)
    public = control(Graph.open(tmp_path / "public.ttl").store)
    assert [one.statement for one in public] == [one.statement for one in control(made.store)]


def test_as_a_table(made: Graph) -> None:
    rows = {(row["figure"], row["by"]): row for row in made.control("Selt").records()}
    assert {name: value for name, value in rows["about 18%", "Selt"].items() if value and name != "statement"} == {
        "territory": "Selt",
        "holder": "Selt",
        "relation": "lost",
        "figure": "about 18%",
        "when": "from 2021-01-01",
        "time": "valid",
        "by": "Selt",
        "outlet": "Norvia Post",
        "certainty": "certainly not",
        "conflicts": "1",
        "sentence": "Selt denied it.",
        "percent": "18",
        "comparator": "about",
        "from": "2021-01-01",
        "precision": "year",
    }


def test_the_list_of_territories(made: Graph) -> None:
    [row] = territories(control(made.store)).records()
    assert row == {
        "territory": "Selt",
        "claims": "5",
        "conflicting": "3",
        "holders": "Norvia, Selt",
        "from": "2021-01-01",
        "to": "2024-05-06",
        "iri": "https://w3id.org/newskg/id/entity/selt",
    }


def test_a_graph_without_claims() -> None:
    empty = graph_of([])
    assert control(empty.store) == ()
    assert len(empty.control()) == len(territories(())) == 0


def test_a_chart_is_shown_and_saved(made: Graph, tmp_path: Path) -> None:
    chart = made.chart("Selt", width=372)
    chart.save(tmp_path / "selt.svg")
    assert (tmp_path / "selt.svg").read_text("utf-8") == chart.svg == chart._repr_svg_()
    svg = ElementTree.fromstring(chart.svg)
    assert svg.findtext("{*}title") == "Who is said to control Selt"
    assert svg.get("viewBox", "").startswith("0 0 372 ")
    drawn = {one.get("data-statement") for one in svg.iter() if one.get("data-statement")}
    assert drawn == {one.statement for one in control(made.store)}


@pytest.fixture
def command(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, made: Graph, tmp_path: Path) -> Command:
    """Runs `kg control` on the graph in this process: (exit status, standard output, standard error)."""
    made.save(tmp_path / "graph.ttl")

    def run(*arguments: str | Path) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["kg", "control", str(tmp_path / "graph.ttl"), *map(str, arguments)])
        capfd.readouterr()
        with pytest.raises(SystemExit) as ended:
            cli.main()
        return int(ended.value.code or 0), *capfd.readouterr()

    return run


def test_the_command_lists_territories_and_claims(command: Command) -> None:
    assert command()[:1] == (0,)
    assert "Norvia, Selt" in command()[1]
    status, table, errors = command("Selt")
    assert (status, errors) == (0, "")
    assert "the whole east" in table
    assert "precision" not in table
    assert len(list(csv.DictReader(io.StringIO(command("Selt", "--format", "csv")[1])))) == 5
    assert len(json.loads(command("Selt", "--format", "json")[1])["results"]["bindings"]) == 5


def test_the_command_draws_a_chart(command: Command, tmp_path: Path) -> None:
    status, told, _ = command("Selt", "-o", tmp_path / "selt.svg")
    assert (status, told) == (0, f"The chart is {tmp_path / 'selt.svg'}\n")
    assert ElementTree.parse(tmp_path / "selt.svg").getroot().tag.endswith("svg")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("Sel",), "Sel: nobody in the graph goes by that name; did you mean Selt?\n"),
        (("-o", "all.svg"), "A chart is of one territory: name it; `kg control GRAPH` lists them.\n"),
        (("Selt", "-o", "selt.png"), "selt.png: the chart is SVG; give a name that ends in .svg.\n"),
    ],
)
def test_a_mistake_is_one_line(command: Command, arguments: tuple[str, ...], told: str) -> None:
    assert command(*arguments) == (1, "", told)
