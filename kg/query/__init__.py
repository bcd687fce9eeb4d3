"""Questions to a graph: those that come with the package, by name, and any SPARQL; the entities for a reviewer."""

from kg.query.conflicts import conflicts
from kg.query.entities import Entities, entities
from kg.query.questions import Query, Result, queries, query
from kg.query.review import Review, pending, review, unused
from kg.query.rows import ViewRows, view_rows

__all__ = [
    "Entities",
    "Query",
    "Result",
    "Review",
    "ViewRows",
    "conflicts",
    "entities",
    "pending",
    "queries",
    "query",
    "review",
    "unused",
    "view_rows",
]
