"""Questions to a graph: those that come with the package, by name, and any SPARQL."""

from kg.query.conflicts import conflicts
from kg.query.questions import Query, Result, queries, query
from kg.query.rows import ViewRows, view_rows

__all__ = ["Query", "Result", "ViewRows", "conflicts", "queries", "query", "view_rows"]
