"""The explorer over the dispatches of seeds/, driven as a person would."""

from __future__ import annotations

import csv
import io
import re
from html import escape
from pathlib import Path
from typing import Any

import pytest
import view_sample as sample
from browsing import Explorer
from test_view import rows

import kg
from kg.view import view
from kg.vocabulary import ID

SEEDS = Path(__file__).parent.parent / "seeds"


@pytest.fixture(scope="module")
def graph() -> kg.Graph:
    return kg.build(SEEDS)


@pytest.fixture(scope="module")
def page(graph: kg.Graph) -> str:
    return graph.html()


@pytest.fixture
def small() -> str:
    return view(sample.entities(), sample.statements(), sample.fields(), title="The valley")


def many_rows(actors: int) -> tuple[list[dict[str, Any]], list[dict[str, Any]], list[dict[str, Any]]]:
    """A ring of actors, each of whom says something of the next."""
    _, [one], _ = rows()
    statements = [
        one | {"statement": f"s{n}", "speaker": f"vessa{n}", "content": f"c{n}", "gist": f"rain {n}"}
        for n in range(actors)
    ]
    fields = [{"content": f"c{n}", "property": "kg:about", "value": f"vessa{(n + 1) % actors}"} for n in range(actors)]
    return (
        [{"iri": f"vessa{n}", "label": f"Vessa {n}", "types": ["foaf:Person"]} for n in range(actors)],
        statements,
        fields,
    )


def passing(opened: Explorer) -> int:
    """How many statements the page says that it shows."""
    found = re.search(r"([\d,]+)(?: of [\d,]+)? statements?", opened.counts())
    assert found
    return int(found[1].replace(",", ""))


def downloaded(opened: Explorer) -> list[dict[str, str]]:
    with opened.page.expect_download() as download:
        opened.page.click("#csv")
    return list(csv.DictReader(io.StringIO(Path(download.value.path()).read_text("utf-8"))))


def test_a_small_graph_opens_whole(browser: Any, tmp_path: Path, small: str) -> None:
    opened = Explorer(browser, small, tmp_path / "page.html")
    assert opened.network() == "Network of 20 actors, 33 cards and 77 lines"
    opened.page.click("#fold")
    assert ", 0 cards and" in opened.network()
    assert "fold=1" in opened.page.url
    opened.page.click("#fold")
    assert opened.network() == "Network of 20 actors, 33 cards and 77 lines"
    assert opened.wrong == []


def test_a_large_graph_opens_with_150_actors_and_unfolds(browser: Any, tmp_path: Path) -> None:
    opened = Explorer(browser, view(*many_rows(400), title="Ring"), tmp_path / "page.html")
    assert opened.network() == "Network of 150 actors, 0 cards and 147 lines"
    assert "showing 150 of 400 actors, search for the rest" in opened.counts()
    opened.find("vessa 300")
    assert opened.panel.locator("h2").inner_text() == "Vessa 300"
    assert opened.network() == "Network of 153 actors, 0 cards and 149 lines"
    opened.panel.get_by_role("button", name="Show 2 cards of what is said").click()
    assert opened.network() == "Network of 153 actors, 2 cards and 151 lines"
    state = "#" + opened.page.url.partition("#")[2]
    again = Explorer(browser, view(*many_rows(400), title="Ring"), tmp_path / "again.html", at=state)
    assert again.network() == opened.network()
    assert opened.wrong == again.wrong == []


def test_what_is_around_an_actor_unfolds(browser: Any, tmp_path: Path) -> None:
    opened = Explorer(browser, view(*many_rows(400), title="Ring"), tmp_path / "page.html", at="#at=vessa301")
    assert opened.network().startswith("Network of 151 actors")
    opened.panel.get_by_role("button", name="Show 2 more around it").click()
    assert opened.network().startswith("Network of 153 actors")
    assert "add=vessa301,vessa300,vessa302" in opened.page.url
    opened.click_middle()
    assert opened.panel.locator("h2").inner_text() == "Vessa 301"
    assert opened.wrong == []


def test_names_unfold_before_cards_and_articles(browser: Any, tmp_path: Path, page: str) -> None:
    opened = Explorer(browser, page, tmp_path / "page.html", at="#at=entity/ondrel")
    assert opened.panel.locator(".buttons").inner_text().splitlines() == [
        "Show 14 cards of what is said",
        "Show 3 articles around it",
        "Only what concerns it",
    ]
    opened.panel.get_by_role("button", name="Show 3 articles around it").click()
    assert opened.network().startswith("Network of 115 actors, 3 articles, 0 cards and ")
    assert opened.wrong == []


def test_search_finds_names_before_what_is_said(browser: Any, tmp_path: Path, page: str) -> None:
    opened = Explorer(browser, page, tmp_path / "page.html", at="#at=entity/dorun-hale")
    opened.page.fill("#sought", "ondr")
    assert opened.page.locator("#found .label").all_inner_texts()[:2] == ["Ondrel", "Ondrel Front"]
    opened.page.fill("#sought", "reporters")
    alike = opened.page.locator("#found li").all_inner_texts()
    assert "reporters\nGroup, Halvern Courier, 2025-05-12" in alike
    assert len(alike) == len(set(alike))
    opened.page.keyboard.press("Escape")
    assert opened.panel.locator("h2").inner_text() == "Dorun Hale"


def test_what_is_opened_comes_into_view(browser: Any, tmp_path: Path, page: str) -> None:
    opened = Explorer(browser, page, tmp_path / "page.html")
    opened.find("ondrel front")
    opened.page.keyboard.press("Escape")
    opened.panel.get_by_role("button", name="Vladimir Putin").click()
    opened.page.keyboard.press("Escape")
    opened.click_middle()
    assert opened.panel.locator("h2").inner_text() == "Vladimir Putin"
    assert opened.wrong == []


def test_an_outlet_leads_to_its_articles(browser: Any, tmp_path: Path, page: str) -> None:
    opened = Explorer(browser, page, tmp_path / "page.html")
    assert "search for the rest" not in opened.counts()
    opened.find("Port Alder Tribune")
    assert opened.panel.get_by_text("No statement names it.").is_visible()
    assert opened.panel.get_by_role("button", name="Only what concerns it").count() == 0
    opened.panel.get_by_role("button", name="Both sides accept 60-day truce").click()
    assert opened.panel.locator(".kind").first.inner_text() == "Article"
    assert opened.wrong == []


def test_search_knows_other_names(browser: Any, tmp_path: Path, small: str) -> None:
    opened = Explorer(browser, small, tmp_path / "page.html")
    opened.page.keyboard.press("/")
    opened.page.keyboard.type("ENVOY TÁNE")
    assert opened.page.locator("#found li").first.inner_text().splitlines() == ["Osric Tane", "Person"]
    opened.page.keyboard.press("Enter")
    assert opened.panel.locator("h2").inner_text() == "Osric Tane"
    opened.page.fill("#sought", "nobody of this name")
    assert opened.page.locator("#found").inner_text() == "Nothing found"
    assert opened.wrong == []


@pytest.mark.parametrize(
    ("group", "value", "without"),
    [
        ("content", "claim", "?content a kg:Claim"),
        ("actor", "person", "?statement kg:speaker/rdf:type foaf:Person"),
        ("actor", "article", "FILTER NOT EXISTS { ?statement kg:speaker ?speaker }"),
    ],
)
def test_the_legend_is_a_filter(
    browser: Any, tmp_path: Path, graph: kg.Graph, page: str, group: str, value: str, without: str
) -> None:
    opened = Explorer(browser, page, tmp_path / "page.html")
    before, network = {row["statement"] for row in downloaded(opened)}, opened.network()
    switch = opened.page.locator(f"#legend .switch[data-group={group}][data-value='{value}']")
    switch.click()
    assert switch.get_attribute("aria-pressed") == "false"
    assert opened.network() != network
    gone = graph.query(f"SELECT DISTINCT ?statement {{ ?statement kg:content ?content . {without} }}").records()
    left = {row["statement"] for row in downloaded(opened)}
    assert before - left == {row["statement"] for row in gone} != set()
    assert len(left) == passing(opened)
    switch.click()
    assert passing(opened) == len(before)
    assert opened.wrong == []


@pytest.mark.parametrize(
    ("label", "column", "value"),
    [
        ("denied", "factuality", "CT-"),
        ("demand", "speech act", "demand"),
        ("Meridian Wire", "outlet", "Meridian Wire"),
        ("planned", "status", "planned"),
    ],
)
def test_filters(browser: Any, tmp_path: Path, page: str, label: str, column: str, value: str) -> None:
    opened = Explorer(browser, page, tmp_path / "page.html")
    opened.page.click("#choose-filters")
    opened.page.locator("#filters").get_by_label(label, exact=False).first.uncheck()
    without = downloaded(opened)
    assert 0 < len(without) < 233
    assert not any(row[column] == value and row["status"] in ("", value) for row in without)
    opened.page.get_by_role("button", name=f"Only {label}").click()
    only = downloaded(opened)
    assert any(row[column] == value for row in only)
    assert len(only) + len(without) == len(downloaded(reset(opened)))
    assert opened.wrong == []


def reset(opened: Explorer) -> Explorer:
    opened.page.click("#reset")
    return opened


def asked(opened: Explorer, graph: kg.Graph) -> set[str | None]:
    """The statements that the page's question gives."""
    opened.page.click("#query")
    question = opened.page.get_by_label("The query").input_value()
    opened.page.keyboard.press("Escape")
    return {row["statement"] for row in graph.query(question).records()}


def test_the_date_sliders(browser: Any, tmp_path: Path, page: str) -> None:
    opened = Explorer(browser, page, tmp_path / "page.html")
    opened.page.click("#choose-filters")
    first = opened.page.get_by_label("First day")
    first.focus()
    for _ in range(6):
        opened.page.keyboard.press("ArrowRight")
    day = str(first.get_attribute("aria-valuetext"))
    assert day == "2025-03-16"
    found = downloaded(opened)
    assert f"from={day}" in opened.page.url
    assert 0 < len(found) < 233
    assert min(row["date"] for row in found) == day
    last = opened.page.get_by_label("Last day")
    last.focus()
    for _ in range(5):
        opened.page.keyboard.press("PageDown")
    until = str(last.get_attribute("aria-valuetext"))
    assert f"to={until}" in opened.page.url
    before = downloaded(opened)
    assert 0 < len(before) < len(found)
    assert all(day <= row["date"] <= until for row in before)
    last.focus()
    opened.page.keyboard.press("Home")
    assert {row["date"] for row in downloaded(opened)} == {"2025-03-10"}
    assert opened.wrong == []


def test_only_what_concerns_an_actor(browser: Any, tmp_path: Path, page: str) -> None:
    opened = Explorer(browser, page, tmp_path / "page.html")
    opened.find("dorun hale")
    opened.panel.get_by_role("button", name="Only what concerns it").click()
    assert "only=entity/dorun-hale" in opened.page.url
    count = opened.panel.locator("h3", has_text="Said").locator(".count").all_inner_texts()
    assert passing(opened) == sum(map(int, count))
    reset(opened)
    assert passing(opened) == 233


def test_a_page_about_one_entity(browser: Any, tmp_path: Path, graph: kg.Graph, page: str) -> None:
    whole = Explorer(browser, page, tmp_path / "whole.html", at="#only=entity/dorun-hale")
    alone = Explorer(browser, graph.html(about=["Dorun Hale"]), tmp_path / "alone.html")
    assert {row["statement"] for row in downloaded(alone)} == {row["statement"] for row in downloaded(whole)}
    drawn = set(re.findall(r'data-statement="([^"]+)"', graph.html(about=["Dorun Hale"])))
    assert drawn
    assert drawn <= {row["statement"] for row in downloaded(alone)}
    assert asked(alone, graph) == {row["statement"] for row in downloaded(alone)}
    assert graph.html(about="Dorun Hale") == graph.html(about=["Dorun Hale"])


def test_the_panel_of_an_actor(browser: Any, tmp_path: Path, page: str) -> None:
    opened = Explorer(browser, page, tmp_path / "page.html")
    opened.find("ondrel front")
    titles = [text.splitlines()[0] for text in opened.panel.locator("h3").all_inner_texts()]
    assert titles[-2:] == ["Said", "Said of it"]
    assert "Control of land" in titles
    assert opened.panel.get_by_text("Ondrel Front lost control of Sethe").first.is_visible()
    opened.find("dorun hale")
    assert opened.panel.get_by_text("Dorun Hale is chief negotiator of Ondrel Front").first.is_visible()
    offices = opened.panel.locator(".held").first.locator("li").all_inner_texts()
    assert [text.split("\n")[-1] for text in offices] == ["2025-05-20", "2025-05-12"]
    opened.panel.locator(".conflicts .follow").click()
    opened.page.get_by_role("dialog").locator(".gist .follow").first.click()
    opened.panel.locator(".facts").get_by_role("button", name="Front").click()
    lost = opened.panel.locator(".held li", has_text="Front lost control of the town of Sethe")
    assert "claimed once\ndenied once\n2025-05-12" in lost.inner_text()


def test_the_chart_of_a_territory(browser: Any, tmp_path: Path, page: str) -> None:
    opened = Explorer(browser, page, tmp_path / "page.html", at="#at=entity/ondrel&no-certainty=hedged")
    chart = opened.panel.locator(".chart svg")
    marks = chart.locator("[data-statement]")
    assert marks.count() > 5
    faint = [mark.get_attribute("style") for mark in marks.all()]
    assert 0 < faint.count("opacity: 0.15;") < len(faint)
    marks.first.focus()
    opened.page.keyboard.press("Enter")
    assert opened.panel.locator(".statement").count() == 1
    assert "Ondrel" in opened.panel.inner_text()
    assert opened.wrong == []


def test_a_line_between_two_actors(browser: Any, tmp_path: Path, page: str) -> None:
    opened = Explorer(browser, page, tmp_path / "page.html", at="#at=entity/dorun-hale,entity/ondrel-front")
    cards = opened.panel.locator(".statement")
    assert cards.count() >= 1
    for card in cards.all():
        assert "Dorun Hale" in card.inner_text()
        assert "in its own voice" in card.inner_text() or card.locator("mark.cue").count() == 1
    opened.panel.locator(".cite").first.click()
    assert re.search(r"at=statement/[0-9a-f]{16}$", opened.page.url)
    assert opened.panel.locator(".statement").count() == 1
    opened.page.go_back()
    assert opened.panel.locator("h2").inner_text() == "Dorun Hale – Ondrel Front"
    assert opened.wrong == []


def test_conflicts_side_by_side(browser: Any, tmp_path: Path, page: str) -> None:
    opened = Explorer(browser, page, tmp_path / "page.html")
    opened.panel.locator(".conflicts button", has_text="27 % of Ondrel").first.click()
    dialog = opened.page.get_by_role("dialog")
    assert dialog.get_by_role("heading", level=2).inner_text() == "In conflict: figures differ"
    assert dialog.locator(".sides section").count() == 2
    assert dialog.locator("mark.content").count() >= 2
    assert "versus=statement/" in opened.page.url
    again = Explorer(browser, page, tmp_path / "again.html", at="#" + opened.page.url.partition("#")[2])
    assert again.page.get_by_role("dialog").is_visible()
    again.page.keyboard.press("Escape")
    assert again.page.get_by_role("dialog").count() == 0
    again.page.wait_for_url(lambda url: "versus" not in url)
    assert opened.wrong == again.wrong == []


def test_a_conflict_names_those_who_disagree(browser: Any, tmp_path: Path, page: str) -> None:
    opened = Explorer(browser, page, tmp_path / "page.html")
    short = opened.panel.locator(".conflicts li")
    assert (
        short.first.inner_text()
        == "≠ Front lost control of the town of Sethe (2025-05-12) / denied by Dorun Hale (2025-05-12)"
    )
    opened.panel.locator(".conflicts button", has_text="27 % of Ondrel").first.click()
    assert opened.page.get_by_role("dialog").locator(".dispute").all_inner_texts() == [
        "≠ figures differ: Ruell’s office"
    ]
    opened.page.keyboard.press("Escape")
    opened.page.click("#choose-filters")
    opened.page.get_by_role("button", name="Only planned").click()
    assert short.count() == 0
    assert opened.wrong == []


def test_a_page_says_only_what_it_shows(browser: Any, tmp_path: Path, page: str) -> None:
    opened = Explorer(browser, page, tmp_path / "page.html")
    assert "in conflict" in opened.page.locator("#legend").inner_text()
    assert "a button in a name’s panel shows them" in opened.panel.inner_text()
    opened = Explorer(browser, view(*rows(), title="Rain"), tmp_path / "rain.html")
    assert "in conflict" not in opened.page.locator("#legend").inner_text()
    assert "a button in a name’s panel shows them" not in opened.panel.inner_text()


def test_days_between_which_it_was_said(browser: Any, tmp_path: Path) -> None:
    html = view(*rows(saidOn=None, saidFrom="2031-03-10", saidTo="2031-03-16"), title="Rain")
    opened = Explorer(browser, html, tmp_path / "page.html")
    opened.find("vessa")
    assert opened.panel.get_by_text("said 2031-03-10 to 2031-03-16").first.is_visible()


def test_the_newest_statement_is_the_first(browser: Any, tmp_path: Path, page: str) -> None:
    opened = Explorer(browser, page, tmp_path / "page.html", at="#at=entity/ondrel")
    said = [re.findall(r"\d{4}-\d\d-\d\d", text)[0] for text in opened.panel.locator(".statement").all_inner_texts()]
    assert said == sorted(said, reverse=True)
    opened.panel.locator(".cite").first.click()
    assert "https://" not in opened.panel.locator(".facts").inner_text()


def test_the_keyboard_stays_where_it_is(browser: Any, tmp_path: Path, page: str) -> None:
    opened = Explorer(browser, page, tmp_path / "page.html")
    opened.find("ondrel front")
    focus = "document.activeElement.id || document.activeElement.textContent"
    assert opened.page.evaluate(focus) == "panel"
    opened.panel.locator(".follow").first.focus()
    opened.page.keyboard.press("Enter")
    assert opened.page.evaluate(focus) == "panel"
    opened.page.click("#as-table")
    what = opened.page.locator("#table tbody .follow").nth(2)
    what.focus()
    opened.page.keyboard.press("Enter")
    assert opened.page.evaluate(focus) == what.inner_text()
    assert opened.wrong == []


def test_the_table_by_keyboard(browser: Any, tmp_path: Path, page: str) -> None:
    opened = Explorer(browser, page, tmp_path / "page.html")
    opened.page.focus("#as-table")
    opened.page.keyboard.press("Enter")
    table = opened.page.get_by_role("table", name="233 statements")
    assert table.get_by_role("row").count() == 201
    opened.page.get_by_role("button", name="Show 33 more of 33").click()
    assert table.get_by_role("row").count() == 234
    table.get_by_role("button", name="who", exact=True).focus()
    opened.page.keyboard.press("Enter")
    assert table.locator("th[aria-sort=ascending]").inner_text().startswith("who")
    names = table.locator("tbody tr td:nth-child(2)").all_inner_texts()
    assert names == sorted(names)
    table.locator("tbody .follow").first.focus()
    opened.page.keyboard.press("Enter")
    assert opened.panel.locator(".statement").count() == 1
    assert "view=table" in opened.page.url
    assert opened.wrong == []


def test_a_cell_is_no_formula(browser: Any, tmp_path: Path) -> None:
    html = view(*rows(gist='=HYPERLINK("x")', title="-5.2", confidence="0.5"), title="Rain")
    opened = Explorer(browser, html, tmp_path / "page.html")
    [row] = downloaded(opened)
    assert row["what"] == '\'=HYPERLINK("x")'
    assert row["article"] == "-5.2"
    assert row["sentence"] == "Vessa said it rained."


@pytest.mark.parametrize(
    "state",
    [
        "",
        "#no-content=claim,meeting",
        "#no-act=assert",
        "#no-certainty=asserted",
        "#no-certainty=denied,planned",
        "#no-certainty=hedged",
        "#no-actor=person",
        "#no-actor=article,group",
        "#no-actor=other,place,state",
        "#no-outlet=Meridian+Wire",
        "#from=2025-05-13&to=2025-05-20",
        "#only=entity/dorun-hale",
        "#only=entity/ondrel&no-act=deny&from=2025-01-01",
        "#only={content}",
        "#only={article}",
        "#no-content=bogus,constructor&no-actor=__proto__&no-certainty=toString&from=2025-99-99",
    ],
)
def test_the_question_gives_what_the_page_shows(
    browser: Any, tmp_path: Path, graph: kg.Graph, page: str, state: str
) -> None:
    one = graph.query(
        "SELECT * { ?content kg:conflictsWith ?other . ?statement kg:content ?content ; kg:inArticle ?article }"
    )
    ends = {name: str(iri).removeprefix(ID) for name, iri in one.records()[0].items()}
    opened = Explorer(browser, page, tmp_path / "page.html", at=state.format_map(ends))
    shown = {row["statement"] for row in downloaded(opened)}
    assert shown
    assert asked(opened, graph) == shown
    assert opened.wrong == []


def test_light_and_dark(browser: Any, tmp_path: Path, page: str) -> None:
    opened = Explorer(browser, page, tmp_path / "page.html", color_scheme="dark")
    background = "getComputedStyle(document.body).backgroundColor"
    assert opened.page.evaluate(background) == "rgb(18, 22, 29)"
    opened.page.click("#theme")
    assert opened.page.evaluate(background) == "rgb(246, 247, 249)"
    opened.page.click("#theme")
    assert opened.page.evaluate(background) == "rgb(18, 22, 29)"
    assert opened.wrong == []


def test_a_phone_needs_no_sideways_scrolling(browser: Any, tmp_path: Path, page: str) -> None:
    opened = Explorer(
        browser, page, tmp_path / "page.html", at="#at=entity/dorun-hale", viewport={"width": 390, "height": 844}
    )
    assert opened.page.evaluate("document.documentElement.scrollWidth") == 390
    assert opened.panel.locator("h2").is_visible()
    opened.page.click("#choose-filters")
    assert opened.page.get_by_label("First day").is_visible()
    assert opened.wrong == []


def test_an_address_that_the_page_does_not_know(browser: Any, tmp_path: Path, page: str) -> None:
    state = "#at=entity/nobody&only=%&versus=x.7&from=yesterday&add=entity/none&no-act=whistle&view=chart"
    opened = Explorer(browser, page, tmp_path / "page.html", at=state)
    assert opened.panel.locator("h2").inner_text() == "Who says what"
    assert passing(opened) == 233
    assert opened.wrong == []


@pytest.mark.parametrize(
    ("state", "scheme", "width"),
    [
        ("", "light", 1280),
        ("#at=entity/dorun-hale", "dark", 1280),
        ("#view=table&no-act=ask", "light", 1280),
        ("#view=table&no-act=ask", "dark", 390),
        ("#versus=statement/{}.0", "light", 390),
        ("#versus=statement/{}.0", "dark", 1280),
        ("#at=entity/ondrel", "light", 390),
    ],
)
def test_no_serious_fault_of_access(
    browser: Any, tmp_path: Path, page: str, state: str, scheme: str, width: int
) -> None:
    first = re.search(r'"conflicts":\[\["[^"]*",\[(\d+)', page)
    statements = re.findall(r'"iri":"statement/([0-9a-f]{16})"', page)
    assert first
    opened = Explorer(
        browser, page, tmp_path / "page.html", at=state.format(statements[int(first[1])]),
        color_scheme=scheme, viewport={"width": width, "height": 844},
    )  # fmt: skip
    if not state.startswith("#versus"):
        opened.page.click("#choose-filters")
    assert opened.serious() == []
    assert opened.wrong == []


def test_in_the_frame_of_a_notebook(browser: Any, tmp_path: Path, page: str) -> None:
    frame = f'<iframe sandbox="allow-scripts" style="width: 1200px; height: 700px" srcdoc="{escape(page)}"></iframe>'
    path = tmp_path / "notebook.html"
    path.write_text(frame, "utf-8")
    outer = browser.new_page()
    wrong: list[str] = []
    outer.on("pageerror", lambda error: wrong.append(str(error)))
    outer.goto(path.as_uri())
    inner = outer.frame_locator("iframe")
    inner.locator("#sought").fill("dorun hale")
    outer.keyboard.press("Enter")
    inner.locator("#panel h2", has_text="Dorun Hale").wait_for()
    assert wrong == []
