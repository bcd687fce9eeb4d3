"""The IPython extension: `%load_ext kg` gives notebooks `%%sparql`."""

from __future__ import annotations

import argparse
import keyword
import shlex
from collections.abc import MutableMapping
from pathlib import Path
from typing import Any

from IPython.core.error import UsageError
from IPython.core.interactiveshell import InteractiveShell
from IPython.core.magic import no_var_expand
from IPython.core.magic_arguments import MagicArgumentParser
from rdflib import Graph as RdfGraph

from kg.commands.terminal import plain
from kg.errors import KgError
from kg.graph import Graph
from kg.query import Result, query
from kg.query.questions import Answering
from kg.store import Store, open_graph
from kg.store.remote import Endpoint

GRAPH = "graph"
"""The variable that is asked where none is named."""

Variables = MutableMapping[str, Any]
"""What the cells of a notebook have given names to."""


def register(ipython: InteractiveShell) -> None:
    """Make ``%%sparql`` and ``%sparql`` known to a shell."""

    def sparql(line: str, cell: str | None = None) -> Result:
        """Ask a graph: a cell of SPARQL (SELECT, ASK, CONSTRUCT, DESCRIBE), or with a question's name in it.

        %%sparql [GRAPH] [-o NAME] [--limit N] [-b NAME=VALUE]...   the question follows in the cell
        %sparql [GRAPH] QUESTION ...                                the same in one line

        GRAPH is a variable (newskg's graph or rdflib's), a file, a store or the address of an endpoint; by itself it
        is `graph`. -o keeps the result in a variable, too. -b gives a value for what a question asks about:
        speaker="Anna Vell", or speaker=$who for that of a variable. Common prefixes need no declaration.
        """
        try:
            return asked(line, cell, ipython.user_ns)
        except KgError as error:
            raise UsageError(plain(str(error))) from error  # which IPython shows as one line

    # SPARQL has braces and $ of its own.
    ipython.magics_manager.register_function(no_var_expand(sparql), "line_cell")


def asked(line: str, cell: str | None, variables: Variables) -> Result:
    """The words and the cell of a magic in, the answer out, which is also put where ``-o`` says. KgError."""
    given = _given(line, cell)
    bindings = dict(_binding(text, variables) for text in given.bind)
    result = query(_graph(given.graph, variables), given.question, limit=given.limit, **bindings)
    if given.out is not None:
        variables[given.out] = result
    return result


def _given(line: str, cell: str | None) -> argparse.Namespace:
    """What is asked of what: graph, question, bind, limit, out. KgError, or IPython's own for an unknown option."""
    parser = MagicArgumentParser("%%sparql", add_help=False)  # type: ignore[no-untyped-call]
    parser.add_argument("words", nargs="*")
    parser.add_argument("-o", "--out")
    parser.add_argument("-n", "--limit")
    parser.add_argument("-b", "--bind", action="append", default=[])
    try:
        given = parser.parse_args(shlex.split(line))
    except ValueError as error:
        raise KgError(f'{line}: {error}; put a value with blanks or an apostrophe between "".') from error
    words = [*given.words, *([] if cell is None else [cell.strip()])]
    given.graph, given.question = words if len(words) == 2 else (GRAPH, "".join(words[:1]))
    if len(words) > 2 or not given.question:
        raise KgError("Write %%sparql [GRAPH] with a question below it, or %sparql [GRAPH] 'QUESTION' in one line.")
    if given.out is not None and (not given.out.isidentifier() or keyword.iskeyword(given.out)):
        raise KgError(f"-o {given.out}: no name of a variable.")
    if given.limit is not None:
        given.limit = _count(given.limit)
    return given


def _count(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise KgError(f"--limit {text}: a number from 1 is asked for.")
    return int(text)


def _graph(name: str, variables: Variables) -> Answering | RdfGraph:
    """The graph of a variable, else of a file, a store or an endpoint. KgError where it is none of these."""
    if name in variables:
        found = variables[name]
        if not isinstance(found, Graph | RdfGraph | Store | Endpoint):
            raise KgError(f"{name}: no graph, its type is {type(found).__name__}; name another: %%sparql GRAPH.")
        return found.store if isinstance(found, Graph) else found
    if name.startswith(("http://", "https://")):
        return Endpoint(name)
    if name.isidentifier() and not Path(name).exists():
        raise KgError(f'{name}: no such variable; make it: {name} = kg.build("articles"), or name another.')
    return open_graph(name)


def _binding(text: str, variables: Variables) -> tuple[str, str]:
    name, equals, value = text.partition("=")
    if not equals:
        raise KgError(f'-b {text}: write NAME=VALUE, such as speaker="Anna Vell".')
    if not value.startswith("$"):
        return name, value
    if value[1:] not in variables:
        raise KgError(f"-b {text}: no such variable.")
    return name, str(variables[value[1:]])
