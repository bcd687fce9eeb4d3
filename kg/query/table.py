"""What every list of a graph has in common: it is a table, for CSV, for pandas, and for a notebook to show."""

from __future__ import annotations

import csv
import io
from abc import ABC, abstractmethod
from typing import TYPE_CHECKING

from kg.query.shown import shown_table

if TYPE_CHECKING:
    from pandas import DataFrame

    from kg.query.questions import Result


class Table(ABC):
    """A list that has columns and rows."""

    __slots__ = ()

    @abstractmethod
    def table(self) -> Result:
        """The list as columns and rows."""

    def to_csv(self) -> str:
        """The rows as CSV (SPARQL 1.1 Query Results CSV)."""
        table = self.table()
        out = io.StringIO()
        writer = csv.writer(out)
        writer.writerow(table.columns)
        writer.writerows(["" if node is None else str(node) for node in row] for row in table.rows)
        return out.getvalue()

    def df(self) -> DataFrame:
        """The rows as a pandas DataFrame, each column by the one type that all its values have.

        xsd:integer is Int64, other numbers are Float64, xsd:boolean is boolean, xsd:date datetime64[s], xsd:dateTime
        datetime64[us], in UTC where it has a zone; IRIs, all else and columns of several types are text as in CSV.
        KgError where pandas is not installed.
        """
        from kg.query.frame import frame  # slow to import

        table = self.table()
        return frame(table.columns, table.rows)

    def __repr__(self) -> str:
        table = self.table()
        rows = "1 row" if len(table) == 1 else f"{len(table):,} rows"
        return f"<{type(self).__name__}: {rows} ({', '.join(table.columns)})>"

    def _repr_html_(self) -> str:
        """The first rows as a notebook shows them."""
        table = self.table()
        return shown_table(table.columns, table.rows)
