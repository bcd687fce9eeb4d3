"""The query cookbook: the questions that come with newskg, their SPARQL, and what they give on seeds/."""

from __future__ import annotations

from html import escape

import kg
from kg.query import Query, Result, queries
from kg.query.bindings import TOKEN, VALUES
from kg.vocabulary import ID, shorten

SHOWN = 8
"""Rows of each answer that are shown."""
HEAD = """# Query cookbook

The questions that come with newskg, each with its SPARQL and its answer on the seven articles of `seeds/`, which were
written for newskg. This page is made anew with each build of the documents, from `ontology/queries/` and a fresh graph,
so it shows what the code gives. Columns that are empty in all rows are left out here, and no more than {shown} rows of
an answer are shown.

    make demo                                          # builds the graph out/graph.ttl
    kg query out/graph.ttl NAME                        # by name or number
    kg query out/graph.ttl NAME VARIABLE=VALUE         # about somebody or something else
    kg query out/graph.ttl my-question.rq --format csv # a query of your own

From Python: `kg.open_graph("out/graph.ttl").query("statements-by-speaker", speaker="Dorun Hale")`.
"""


def page(graph: kg.Graph) -> str:
    """The graph of the seeds in, the page in Markdown out."""
    return "\n".join([HEAD.format(shown=SHOWN), *(_recipe(one, graph.query(one.name)) for one in queries())])


def _recipe(query: Query, answer: Result) -> str:
    _, _, sparql = query.text.partition("\n")
    return (
        f"## {query.number}. {query.question}\n\n`{query.name}`{_about(query)}\n\n"
        f"{_table(answer)}\n\n```sparql\n{sparql.strip()}\n```\n"
    )


def _about(query: Query) -> str:
    """What the question asks about, and can be asked about instead: the variables of its first VALUES."""
    found = VALUES.search(query.text)
    if not found:
        return ""
    given = ", ".join(
        f"`{name}` {sample}" for name, sample in zip(query.about, TOKEN.findall(found["values"]), strict=False)
    )
    return f". It asks about {given}; another: `{query.about[0]}=...`"


def _table(answer: Result) -> str:
    rows = [[_text(node) for node in row] for row in answer.rows]
    used = [place for place in range(len(answer.columns)) if any(row[place] for row in rows)]
    if not rows:
        return "No rows: nothing in `seeds/` answers it."
    head = "".join(f"<th>{escape(answer.columns[place])}</th>" for place in used)
    body = "".join(f"<tr>{''.join(f'<td>{escape(row[place])}</td>' for place in used)}</tr>" for row in rows[:SHOWN])
    count = f"{len(rows)} row{'s' if len(rows) > 1 else ''}"
    count += f", the first {SHOWN}:" if len(rows) > SHOWN else ":"
    return f"{count}\n\n<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def _text(node: object) -> str:
    """A node as it is shown; IRIs of ours by their last part."""
    return "" if node is None else shorten(str(node)).removeprefix(ID)
