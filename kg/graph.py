"""A finished graph: ask it, draw it, save it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from kg.as_of import as_of
from kg.errors import KgError
from kg.export import Format, format_of
from kg.files import new_file, put_file
from kg.noted import Notes, of_listing, of_nothing, of_path
from kg.query import (
    Entities,
    Result,
    Review,
    ViewRows,
    concerning,
    conflicting,
    conflicts,
    control,
    control_table,
    corroborated,
    counts,
    difference,
    entities,
    entity_named,
    query,
    review,
    timeline,
    view_rows,
)
from kg.store import SUFFIXES, Store, open_graph, open_store
from kg.vocabulary import Quad

if TYPE_CHECKING:
    import networkx as nx
    from rdflib import Dataset

    from kg.article import ArticlePage
    from kg.view import View


class Graph:
    """Entities, contents and statements with their evidence, as ``kg.build`` makes them."""

    def __init__(self, store: Store, notes: Notes = of_nothing) -> None:
        """A store's graph, and what its build noted beside it; ``Graph.open`` reads one from disk."""
        self.store = store
        self.notes = notes

    @classmethod
    def open(cls, path: str | Path) -> Graph:
        """A graph file or a store's folder in, its graph out. KgError where it is neither."""
        store = open_graph(path)
        return cls(store, of_path(path, store))

    def __len__(self) -> int:
        """How many triples."""
        return len(self.store)

    def __repr__(self) -> str:
        return f"<Graph: {len(self):,} triples>"

    def _repr_html_(self) -> str:
        from kg.view import glance  # slow to import

        return glance({"triples": len(self), **counts(self.store)})

    def query(self, question: str, *, limit: int | None = None, **bindings: str) -> Result:
        """Ask by a question's name, a .rq file or SPARQL. Columns and rows out, the first ``limit`` of them; KgError.

        ``bindings`` replace what a question asks about: ``graph.query("statements-by-speaker", speaker="Anna Vell")``.
        """
        return query(self.store, question, limit=limit, **bindings)

    def conflicts(self) -> Result:
        """What cannot both hold, a statement a row; ``conflict`` numbers the rows that belong together."""
        return conflicts(self.store)

    def corroborated(self) -> Result:
        """What several independent voices affirm, or several outlets, a statement a row; see ``kg.query``."""
        return corroborated(self.store)

    def timeline(self, entity: str) -> Result:
        """Everything about an entity (name, alias, key or IRI) by date, a statement a row. KgError: unknown."""
        return timeline(self.store, entity)

    def control(self, territory: str | None = None) -> Result:
        """Who is said to hold, have lost or gained how much of a territory, or of each, a claim a row. KgError."""
        return control_table(control(self.store, territory))

    def chart(self, territory: str, *, width: int = 720) -> Chart:
        """The same over time as a picture, ``width`` pixels wide. KgError for what nobody is said to control."""
        from kg.view.control import control_charts  # slow to import

        [chart] = control_charts(control(self.store, territory), width=width).values()
        return Chart(chart)

    def difference(self, other: Graph) -> Result:
        """What this graph and another state differently, a statement a row; no rows where they state the same."""
        return difference(self.store, other.store)

    def entities(self) -> Entities:
        """Everybody and everything the articles speak of: names met, links, and how each was chosen."""
        return entities(self.store)

    def as_of(self, day: date, time: str = "published") -> Graph:
        """The graph of what was "published" up to a day, "said" up to it, or "valid" on it. KgError: another time."""
        return graph_of(as_of(self.store.quads(), day, time))

    def review(self, *, below: float | None = None, limit: int | None = None) -> Review:
        """The statements that nobody has corrected or confirmed, the least certain first.

        Only those with less confidence than ``below`` (0 to 1), at most ``limit``.
        """
        return review(self.store, below=below, limit=limit)

    def dataset(self) -> Dataset:
        """The same data as an rdflib Dataset."""
        return self.store.dataset()

    def to_networkx(self) -> nx.MultiDiGraph:
        """The network of speakers, contents and what these are about."""
        from kg.view import to_networkx  # slow to import

        return to_networkx(*view_rows(self.store))

    def html(self, about: str | Iterable[str] = ()) -> str:
        """The network as one page that needs nothing else: all of it, or what concerns the entities that are named.

        KgError for an unknown entity (name, alias, key or IRI).
        """
        from kg.view.control import control_charts  # slow to import
        from kg.view.page import CHART_WIDTH, view

        rows = view_rows(self.store)
        names = [entity_named(self.store, name) for name in ([about] if isinstance(about, str) else about)]
        if names:
            rows = concerning(rows, names)
        there = {row["statement"] for row in rows.statements}
        claims = [claim for claim in control(self.store) if claim.statement in there]
        charts = control_charts(claims, width=CHART_WIDTH)
        return view(*rows, title=_title(rows), conflicts=conflicting(self.store), charts=charts, about=names)

    def show(self, about: str | Iterable[str] = ()) -> View:
        """The page of ``html`` as a notebook shows it, in the cell's output."""
        from kg.view import View  # slow to import

        return View(self.html(about), "the graph as a network")

    def view(self, path: str | Path, about: str | Iterable[str] = ()) -> None:
        """Write the page of ``html``. KgError where it cannot be written, or an entity is unknown."""
        put_file(Path(path), self.html(about).encode())

    def article(self, name: str, *, notes: str | Path | None = None) -> ArticlePage:
        """One article's text with its statements marked, by IRI, URL or file stem: ``.html``, ``.save("page.html")``.

        ``notes`` is the build's statements.jsonl, which tells what was not understood, where it does not lie beside the
        graph file. KgError: no such article, or the graph was exported without its text.
        """
        from kg.article import page  # slow to import

        return page(self, name, of_listing(notes) if notes else None)

    def save(self, path: str | Path) -> None:
        """Write the graph; the ending (.ttl, .nt: flat; .trig, .nq: with named graphs) chooses the form. KgError."""
        if Path(path).suffix not in SUFFIXES:
            raise KgError(f"{path}: unknown format; the name must end in {', '.join(SUFFIXES)}.")
        put_file(Path(path), self.store.export(Path(path).suffix))

    def export(self, path: str | Path, form: str | None = None, *, public: bool = False) -> None:
        """Write the graph for another program; ``form`` is one of ``kg.export.Format`` where the name does not tell.

        ``public`` leaves the articles' text out. KgError; ValueError for an unknown form.
        """
        from kg.export.writing import export  # slow to import

        chosen = Format(form) if form else format_of(path)
        with new_file(Path(path)) as file:
            export(self.store, chosen, file, public=public)


def _title(rows: ViewRows) -> str:
    """What a page of rows is called: its article's title, or how many articles there are."""
    titles = {row["article"]: row.get("title") for row in rows.statements}
    if len(titles) == 1:
        return next(iter(titles.values())) or "1 article"
    return f"{len(titles)} articles"


@dataclass(frozen=True, slots=True, repr=False)
class Chart:
    """A picture as SVG, which a notebook shows."""

    svg: str

    def __repr__(self) -> str:
        return f"<Chart: a picture of {len(self.svg):,} characters>"

    def _repr_svg_(self) -> str:
        return self.svg

    def save(self, path: str | Path) -> None:
        """Write the picture. KgError where it cannot be written."""
        put_file(Path(path), self.svg.encode())


def graph_of(quads: Iterable[Quad], notes: Notes = of_nothing) -> Graph:
    """Quads in, and what their build noted beside them; a graph in memory out."""
    store = open_store()
    store.put(quads)
    return Graph(store, notes)
