"""Columns and rows of nodes in, a pandas DataFrame with typed columns out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from rdflib import XSD, Literal, URIRef

from kg.errors import KgError

if TYPE_CHECKING:
    from pandas import DataFrame

Node = URIRef | Literal | None

TEXT, WHOLE, NUMBER = "string", "Int64", "Float64"


def frame(columns: Sequence[str], rows: Sequence[Sequence[Node]]) -> DataFrame:
    """The rows as ``kg.query.table.Table.df`` tells. KgError where pandas is not installed."""
    try:
        import pandas as pd
    except ImportError as error:
        raise KgError("A DataFrame needs pandas: pip install 'newskg[notebook]'.") from error
    found = {name: [row[at] for row in rows] for at, name in enumerate(columns)}
    types = {name: _type(nodes) for name, nodes in found.items()}
    return pd.DataFrame(
        {name: pd.Series([_value(node, types[name]) for node in found[name]], dtype=types[name]) for name in columns}
    )


def _type(nodes: Iterable[Node]) -> str:
    """The pandas type that all nodes of a column have."""
    types = {_type_of(node) for node in nodes if node is not None}
    if types == {WHOLE, NUMBER}:
        return NUMBER
    return types.pop() if len(types) == 1 else TEXT


def _type_of(node: URIRef | Literal) -> str:
    if not isinstance(node, Literal):
        return TEXT
    value = node.value
    if isinstance(value, bool):
        return "boolean"
    if isinstance(value, int):
        return WHOLE if -(2**63) <= value < 2**63 else TEXT
    if isinstance(value, float | Decimal):
        return NUMBER
    if node.datatype == XSD.dateTime and isinstance(value, datetime) and 1 < value.year < 9999:  # room for the zone
        return "datetime64[us, UTC]" if value.tzinfo else "datetime64[us]"
    return "datetime64[s]" if node.datatype == XSD.date and isinstance(value, date) else TEXT


def _value(node: Node, dtype: str) -> Any:
    if not isinstance(node, Literal) or dtype == TEXT:
        return None if node is None else str(node)
    return float(node.value) if dtype == NUMBER else node.value
