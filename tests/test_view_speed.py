"""How soon the explorer answers over a large network, and plain pyvis beside it (`make bench`)."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import networkx as nx
import pytest
from browsing import Explorer
from pyvis.network import Network
from test_view import rows

from kg.view import to_networkx, view

SIZES = [500, 5_000]
PATIENCE = 120_000  # ms that plain pyvis gets


def network_rows(nodes: int) -> tuple[list[dict[str, Any]], list[dict[str, Any]], list[dict[str, Any]]]:
    """``nodes`` actors and contents, an invented third of them actors, and twice as many edges between them."""
    _, [one], _ = rows()
    actors, contents = nodes // 3, nodes - nodes // 3
    entities = [
        {"iri": f"actor{n}", "label": f"Vessa Number {n}", "types": ["foaf:Person"], "aliases": [f"V. {n}"]}
        for n in range(actors)
    ]
    statements = [
        one
        | {
            "statement": f"statement{n}",
            "speaker": f"actor{(n * n) % actors}",
            "content": f"content{n}",
            "gist": f"it rains on day {n} of the long summer",
            "article": f"article{n % 97}",
            "saidOn": f"2031-{n % 12 + 1:02}-{n % 28 + 1:02}",
        }
        for n in range(contents)
    ]
    fields = [
        {
            "content": f"content{n % contents}",
            "property": "kg:about",
            "value": f"actor{(n * 7 + n // contents) % actors}",
        }
        for n in range(2 * nodes - contents)
    ]
    return entities, statements, fields


@pytest.mark.parametrize("nodes", SIZES)
def test_the_page_is_made(benchmark: Any, nodes: int) -> None:
    html = benchmark.pedantic(view, network_rows(nodes), {"title": "Rain"}, rounds=1 if benchmark.disabled else 3)
    assert len(html) > 500_000


@pytest.mark.parametrize("nodes", SIZES)
def test_search_and_a_click_are_answered(benchmark: Any, browser: Any, tmp_path: Path, nodes: int) -> None:
    """From the address typed to the panel of a node that was searched for, and of one that was clicked."""
    entities, statements, fields = network_rows(nodes)
    assert to_networkx(entities, statements, fields).number_of_edges() >= 1.9 * nodes
    html = view(entities, statements, fields, title="Rain")

    def use() -> None:
        opened = Explorer(browser, html, tmp_path / "page.html")
        opened.find(f"vessa number {nodes // 3 - 1}")
        opened.panel.get_by_role("heading", name=f"Vessa Number {nodes // 3 - 1}").wait_for()
        opened.page.keyboard.press("Escape")
        opened.panel.get_by_role("heading", name="Who says what").wait_for()
        opened.click_middle()
        opened.panel.get_by_role("heading", name=f"Vessa Number {nodes // 3 - 1}").wait_for()
        assert opened.wrong == []
        opened.page.close()

    benchmark.pedantic(use, rounds=1 if benchmark.disabled else 5)


@pytest.mark.parametrize("nodes", SIZES)
def test_plain_pyvis_beside_it(benchmark: Any, browser: Any, tmp_path: Path, nodes: int) -> None:
    """pyvis as it is made from the same network: until its nodes have their places, two minutes at most."""
    if benchmark.disabled:
        pytest.skip("measured by `make bench`")
    graph = nx.Graph(to_networkx(*network_rows(nodes)))
    plain = Network(cdn_resources="in_line")
    plain.from_nx(nx.convert_node_labels_to_integers(graph, label_attribute="label"))
    path = tmp_path / "pyvis.html"
    path.write_text(plain.generate_html(), "utf-8")

    def use() -> None:
        page = browser.new_page()
        page.route("http**", lambda route: route.abort())
        try:
            page.goto(path.as_uri(), timeout=PATIENCE)
            page.wait_for_function(
                "() => typeof network !== 'undefined' && network.physics.stabilized", timeout=PATIENCE
            )
            benchmark.extra_info["ready"] = True
        except Exception as error:
            if "Timeout" not in str(error):
                raise
            benchmark.extra_info["ready"] = False
        page.close()

    benchmark.pedantic(use, rounds=1)
