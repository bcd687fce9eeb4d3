"""Control over time: who is said to hold, have lost or gained how much of a territory, when, by whose account."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from itertools import groupby

from rdflib import XSD, Graph, Literal, URIRef

from kg.errors import KgError
from kg.model import ControlClaim, Interval
from kg.query.conflicts import figure, opponents
from kg.query.names import entity_named
from kg.query.questions import Answering, Result, conforming, query_text, run
from kg.query.told import days
from kg.vocabulary import factuality_notation, factuality_value, label_of, scheme_term

COLUMNS = (
    "territory", "holder", "relation", "figure", "when", "time", "by", "outlet", "certainty", "conflicts", "sentence",
    "percent", "percentMin", "percentMax", "areaKm2", "comparator", "from", "to", "precision", "statement",
)  # fmt: skip
TO_READ = 11
"""The columns for readers; the others give the same to programs."""
ALL = "  VALUES ?territory { UNDEF }\n"
"""The line of the query that the territory is written into."""


@conforming()
def control(dataset: Answering | Graph, territory: str | None = None) -> tuple[ControlClaim, ...]:
    """A graph in, its claims of control out: of one territory (name, alias, key or IRI), or of all.

    They are in the order of territory, holder, relation, time and claimant. KgError for an unknown name, and for an
    entity that nothing is said of who controls it.
    """
    text = query_text("view/control")
    named = "" if territory is None else ALL.replace("UNDEF", f"<{entity_named(dataset, territory)}>")
    columns, rows = run(dataset, text.replace(ALL, named))
    found = ({name: str(node) for name, node in zip(columns, row, strict=True) if node is not None} for row in rows)
    against = opponents(dataset)
    claims = (_claim(list(same), against) for _, same in groupby(found, key=lambda row: row["statement"]))
    told = tuple(sorted(claims, key=_order))
    if territory is not None and not told:
        raise KgError(f"{territory}: nothing is said of who controls it; `kg control GRAPH` lists the territories.")
    return told


def control_table(claims: Iterable[ControlClaim]) -> Result:
    """Claims in, a table of them out, a claim a row.

    ``figure`` is the amount as printed; ``when`` the days that it holds, else those of saying, else of publication:
    ``time`` tells which. ``by`` is whose account it is; ``conflicts`` counts the claims that it cannot hold beside.
    """
    return Result(COLUMNS, tuple(tuple(_cells(claim)) for claim in claims))


def territories(claims: Iterable[ControlClaim]) -> Result:
    """Claims in, their territories out: how many claims, how many of these conflict, whose holding, which days."""
    columns = ("territory", "claims", "conflicting", "holders", "from", "to", "iri")
    rows = []
    by_territory = sorted(claims, key=lambda claim: (claim.territory_label, claim.territory))
    for iri, of_one in groupby(by_territory, key=lambda claim: claim.territory):
        same = list(of_one)
        ends = sorted(day for claim in same if claim.when for day in (claim.when.first, claim.when.last) if day)
        rows.append(
            (
                Literal(same[0].territory_label),
                Literal(len(same)),
                Literal(sum(bool(claim.conflicts) for claim in same)),
                Literal(", ".join(sorted({claim.holder_label for claim in same}))),
                *(Literal(day) if day else None for day in (ends[:1] + ends[-1:] or (None, None))),
                URIRef(iri),
            )
        )
    return Result(columns, tuple(rows))


def _claim(rows: list[dict[str, str]], against: Mapping[str, tuple[str, ...]]) -> ControlClaim:
    """The rows of one statement in, it out with all its sentences in the order of the text."""
    row = rows[0]
    sentences = sorted({(int(one["begin"]), one.get("sentence", "")) for one in rows})
    percent, least, greatest, area = (
        Decimal(row[name]) if name in row else None for name in ("percent", "min", "max", "km2")
    )
    return ControlClaim(
        statement=row["statement"],
        territory=row["territory"],
        territory_label=row["land"],
        holder=row["holder"],
        holder_label=row["party"],
        relation=_key(row["relation"]),
        claimant=row.get("speaker") or row.get("outlet", ""),
        own_voice="speaker" not in row,
        via=row.get("via", ""),
        percent=percent,
        least=least,
        greatest=greatest,
        area_km2=area,
        figure=" / ".join(dict.fromkeys(map(figure, rows))),
        comparator=_key(row["hedge"]) if "hedge" in row else "exactly",
        valid=_interval(row, "asOf", "validFrom", "validTo", "precision"),
        said=_interval(row, "saidOn", "saidFrom", "saidTo", "saidPrecision"),
        published=_day(row.get("published")),
        factuality=factuality_notation(URIRef(row["factuality"])),
        speech_act=_key(row["act"]),
        conflicts=against.get(row["statement"], ()),
        sentence=" ".join(text for _, text in sentences if text),
        outlet=row.get("outlet", ""),
        title=row.get("title") or row["article"],
    )


def _interval(row: Mapping[str, str], day: str, first: str, last: str, precision: str) -> Interval | None:
    begin, end = (_day(row.get(day) or row.get(one)) for one in (first, last))
    return Interval(begin, end, _key(row[precision]) if precision in row else "day") if begin or end else None


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text[:10]) if text else None


def _key(iri: str) -> str:
    return scheme_term(iri).key


def _order(claim: ControlClaim) -> tuple[str, ...]:
    when = claim.when or Interval(None, None)
    first = str(when.first or when.last or "9999")
    return (
        claim.territory_label,
        claim.territory,
        claim.holder_label,
        claim.relation,
        first,
        claim.claimant,
        claim.statement,
    )


def _cells(claim: ControlClaim) -> Iterator[Literal | URIRef | None]:
    when = claim.when or Interval(None, None)
    ends = [when.first, when.last]
    told = days(*(str(end or "") for end in ends))
    texts = (
        claim.territory_label,
        claim.holder_label,
        claim.relation,
        claim.figure,
        told,
        claim.time,
        claim.claimant,
        claim.outlet,
        label_of(factuality_value(claim.factuality)),
    )
    yield from (Literal(text) if text else None for text in texts)
    yield Literal(len(claim.conflicts)) if claim.conflicts else None
    yield Literal(claim.sentence) if claim.sentence else None
    for number in (claim.percent, claim.least, claim.greatest, claim.area_km2):
        yield None if number is None else Literal(str(number), datatype=XSD.decimal)
    yield Literal(claim.comparator)
    yield from (Literal(end) if end else None for end in ends)
    yield Literal(when.precision) if told else None
    yield URIRef(claim.statement)
