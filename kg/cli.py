"""The command line. Heavy imports stand inside the commands, so that help and mistakes are answered at once."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.text import Text

import kg
from kg.errors import KgError
from kg.evaluations import evaluate
from kg.terminal import Format, ListFormat, Model, complain, console, new_table, plain, print_result, print_rows

if TYPE_CHECKING:
    from spacy.language import Language

    from kg.model import Article
    from kg.pipeline import Build, Outcome
    from kg.vocabulary import Decisions, Gazetteer

app = typer.Typer(
    help="Knowledge graphs from news: who said what, in which article, in which words.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    add_completion=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.add_typer(evaluate, name="evaluate")


Sources = Annotated[list[str], typer.Argument(metavar="SOURCE...", help="Articles: files, folders, or - for stdin.")]
GraphPath = Annotated[Path, typer.Argument(metavar="GRAPH|STORE", help="A graph file or a store's folder.")]
Gazetteers = Annotated[list[Path], typer.Option("--gazetteer", metavar="FILE", help="Entities of your own (SKOS).")]
BaseDate = Annotated[
    datetime | None,
    typer.Option(
        metavar="DATE", formats=["%Y-%m-%d"], help="The day relative dates count from where an article has none."
    ),
]


MinConfidence = Annotated[
    float,
    typer.Option(
        "--min-confidence", metavar="0..1", min=0, max=1, help="Leave out statements that are less sure than this."
    ),
]
Same = Annotated[
    list[Path],
    typer.Option(metavar="FILE", help="Entities decided to be one: ent:a skos:exactMatch ent:b (Turtle)."),
]
Different = Annotated[
    list[Path],
    typer.Option(
        metavar="FILE",
        help='Entities decided to be others: ent:c skos:prefLabel "A. Vell" ; owl:differentFrom ent:a (Turtle).',
    ),
]


def main() -> None:
    """Run the command line: exit status 1 with one line for bad input, 2 for a wrong command."""
    try:
        app()
    except KgError as error:
        complain([error])
        raise SystemExit(1) from None


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"newskg {kg.__version__}")
        raise typer.Exit


@app.callback()
def common(
    verbose: Annotated[bool, typer.Option("--verbose", "-v", help="Say what happens, on standard error.")] = False,
    version: Annotated[bool, typer.Option("--version", callback=_version, is_eager=True, help="Print it.")] = False,
) -> None:
    """What all commands share."""
    logging.basicConfig(format="%(name)s: %(message)s", level=logging.ERROR)
    if verbose:
        logging.getLogger("kg").setLevel(logging.DEBUG)


@app.command()
def build(
    sources: Sources,
    out: Annotated[Path, typer.Option("--out", "-o", metavar="FOLDER", help="Where the files go.")] = Path("out"),
    store: Annotated[Path | None, typer.Option(metavar="DIR", help="Also add the articles to this store.")] = None,
    model: Model = None,
    gazetteer: Gazetteers = [],  # noqa: B006  (typer reads the default; nothing changes it)
    base_date: BaseDate = None,
    min_confidence: MinConfidence = 0.0,
    same: Same = [],  # noqa: B006
    different: Different = [],  # noqa: B006
) -> None:
    """Articles to a graph: graph.ttl, graph.trig, statements.jsonl, graph.html and model.json in the output folder."""
    from kg.files import make_folder
    from kg.models import load_model, provenance
    from kg.output import write_outputs, write_provenance
    from kg.pipeline import add, assemble
    from kg.store import open_store

    make_folder(out)
    kept = open_store(store) if store else None
    entities = _gazetteer(gazetteer)
    decisions = _decisions(same, different, entities)
    nlp = load_model(model)
    made = assemble(_watched(_run(sources, nlp, entities, base_date, min_confidence)), decisions)
    if made.outcomes:
        write_outputs(made, out)
        write_provenance(provenance(nlp), out)
        if store and kept is not None:
            add(kept, made)
            kept.close()
            write_provenance(provenance(nlp), store)
        _print_summary(made, entities, out)
    _fail(made.failed)


@app.command()
def extract(
    sources: Sources,
    model: Model = None,
    gazetteer: Gazetteers = [],  # noqa: B006  (typer reads the default; nothing changes it)
    base_date: BaseDate = None,
    min_confidence: MinConfidence = 0.0,
    same: Same = [],  # noqa: B006
    different: Different = [],  # noqa: B006
) -> None:
    """The statements of articles as JSON lines, one article a line, on standard output."""
    from kg.listing import line
    from kg.models import load_model
    from kg.pipeline import settled

    entities = _gazetteer(gazetteer)
    decisions = _decisions(same, different, entities)
    outcomes, failed = settled(_run(sources, load_model(model), entities, base_date, min_confidence), decisions)
    for outcome in outcomes:
        typer.echo(line(outcome).encode(), nl=False)
    _fail(failed)


@app.command()
def query(
    graph: GraphPath,
    question: Annotated[str, typer.Argument(metavar="NAME|FILE|SPARQL", help="A question of `kg queries`, or SPARQL.")],
    about: Annotated[
        list[str] | None,
        typer.Argument(metavar="[NAME=VALUE]...", help="What a question asks about: speaker='Anna Vell'."),
    ] = None,
    form: Annotated[Format, typer.Option("--format", help="How the rows are printed.")] = Format.table,
) -> None:
    """Ask a graph."""
    bindings = dict(_binding(text) for text in about or ())
    print_result(kg.open_graph(graph).query(question, **bindings), form)


@app.command()
def conflicts(
    graph: GraphPath,
    form: Annotated[ListFormat, typer.Option("--format", help="How the list is printed.")] = ListFormat.table,
) -> None:
    """What cannot both hold: who says which figure, where and in which sentence; who denies what another affirms."""
    print_result(kg.open_graph(graph).conflicts(), Format(form))


@app.command()
def queries() -> None:
    """The questions that come with newskg."""
    from kg.query import queries as known

    table = new_table("", "name", "question")
    for one in known():
        table.add_row(str(one.number), one.name, one.question)
    console().print(table)


@app.command()
def entities(
    graph: GraphPath,
    form: Annotated[Format, typer.Option("--format", help="How they are printed; ttl can start a --same file.")] = (
        Format.table
    ),
) -> None:
    """Who and what is in a graph: other names met, links, how each was chosen (score, reason), other candidates."""
    found = kg.open_graph(graph).entities()
    if form is Format.table:
        print_rows(found.table())
    else:
        writers = {Format.csv: found.to_csv, Format.json: found.to_json, Format.ttl: found.to_ttl}
        typer.echo(writers[form]().encode(), nl=False)


@app.command()
def view(
    graph: GraphPath,
    out: Annotated[Path, typer.Option("--out", "-o", metavar="PAGE", help="The page to write.")] = Path("page.html"),
) -> None:
    """A graph as one page that opens in any browser, without a network."""
    kg.open_graph(graph).view(out)
    console().print(Text(f"The page is {out}"))


@app.command()
def validate(graph: GraphPath) -> None:
    """Does a graph keep the ontology's rules (SHACL)? Exit status 1 where not."""
    from kg.validate import validate as check

    found = check(kg.open_graph(graph).store.oxigraph)
    for one in found:
        console().print(Text(plain(f"{one.severity}: {one.node} {one.path} {one.value}: {one.message}")))
    broken = sum(one.severity == "Violation" for one in found)
    console().print(Text(f"{graph}: {f'{broken} rules broken' if broken else 'keeps the rules'}"))
    raise typer.Exit(1 if broken else 0)


@app.command()
def verify(graph: GraphPath, sources: Sources) -> None:
    """Is everything in a graph what its articles say? Exit status 1 where not."""
    from kg.verify import verify as check

    failed: list[KgError] = []
    problems = check(kg.open_graph(graph).store, _articles(sources, failed))
    for problem in problems:
        console().print(Text(plain(problem)))
    if not problems and not failed:
        console().print(Text(f"{graph}: all that it says stands in its articles"))
    _fail(failed)
    raise typer.Exit(1 if problems else 0)


def _gazetteer(paths: Iterable[Path]) -> Gazetteer:
    from kg.vocabulary import Gazetteer

    return Gazetteer.load(paths)


def _decisions(same: Iterable[Path], different: Iterable[Path], gazetteer: Gazetteer) -> Decisions:
    from kg.vocabulary import Decisions

    return Decisions.read(same, different, gazetteer)


def _run(
    sources: list[str], nlp: Language, gazetteer: Gazetteer, base_date: datetime | None, min_confidence: float
) -> Iterator[Outcome | KgError]:
    from kg.pipeline import run

    day: date | None = base_date.date() if base_date else None
    return run(sources, nlp, gazetteer, base_date=day, min_confidence=min_confidence)


def _articles(sources: Iterable[str], failed: list[KgError]) -> Iterator[Article]:
    """The articles of the sources; errors go to ``failed``."""
    from kg.pipeline import articles

    for found in articles(sources):
        if isinstance(found, KgError):
            failed.append(found)
        else:
            yield found


def _watched(results: Iterable[Outcome | KgError]) -> Iterator[Outcome | KgError]:
    """The same results; on a terminal, a line tells how many there are by now."""
    console = Console(stderr=True)
    with console.status("reading ...") as status:
        for number, result in enumerate(results, 1):
            status.update(f"{number} articles read ...")
            yield result


def _print_summary(made: Build, gazetteer: Gazetteer, out: Path) -> None:
    from kg.summary import figures, notes, reasons

    table = new_table("found", "", right=1)
    for name, number in figures(made, gazetteer).items():
        table.add_row(name, f"{number:,}")
    console().print(table)
    seen = reasons(made)
    if seen:
        table = new_table("seen and not understood", "", right=1)
        for reason, number in seen:
            table.add_row(plain(reason), f"{number:,}")
        console().print(table)
    for note in notes(made):
        console().print(Text(plain(note)))
    console().print(Text(f"The page is {out / 'graph.html'}, the graph {out / 'graph.ttl'}"))


def _binding(text: str) -> tuple[str, str]:
    name, equals, value = text.partition("=")
    if not equals:
        raise typer.BadParameter(f"{text}: write NAME=VALUE, such as speaker='Anna Vell'")
    return name, value


def _fail(failed: Iterable[KgError]) -> None:
    """Name what could not be used, and end with status 1 where there was any."""
    errors = list(failed)
    if errors:
        complain(errors)
        raise typer.Exit(1)
