"""Questions to a graph: those that come with the package, by name, and any SPARQL; the lists for a reviewer."""

from kg.query.conflicts import conflicting, conflicts
from kg.query.control import TO_READ, control, control_table, territories
from kg.query.corroborated import corroborated
from kg.query.difference import difference
from kg.query.entities import Entities, entities
from kg.query.excerpt import articles, excerpt
from kg.query.names import entity_named
from kg.query.questions import Query, Result, conforming, queries, query
from kg.query.review import Review, pending, review, unused
from kg.query.rows import ViewRows, concerning, counts, view_rows
from kg.query.timeline import timeline

__all__ = [
    "TO_READ",
    "Entities",
    "Query",
    "Result",
    "Review",
    "ViewRows",
    "articles",
    "concerning",
    "conflicting",
    "conflicts",
    "conforming",
    "control",
    "control_table",
    "corroborated",
    "counts",
    "difference",
    "entities",
    "entity_named",
    "excerpt",
    "pending",
    "queries",
    "query",
    "review",
    "territories",
    "timeline",
    "unused",
    "view_rows",
]
