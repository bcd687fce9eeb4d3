"""The statements of a graph as lists tell them: what is said, by whom, when, and in which words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from rdflib import Graph, URIRef

from kg.query.questions import Answering, Row, query_text, run
from kg.vocabulary import PREFIXES, factuality_notation, is_saying, label_of

ALL = "  VALUES ?statement { UNDEF }\n"
"""The line of the query that the statements to be told are written into."""


@dataclass(frozen=True, slots=True)
class Told:
    """One statement with its content and its article; "" where there is no value, pairs of days are first and last."""

    statement: str
    content: str
    kind: str
    gist: str
    issue: str
    factuality: str
    certainty: str
    act: str
    status: str
    speaker: str
    speaker_label: str
    sources: frozenset[str]
    via: str
    within: str
    article: str
    title: str
    publisher: str
    outlet: str
    published: str
    said: tuple[str, str]
    valid: tuple[str, str]
    scheduled: str
    begin: int
    sentence: str

    @property
    def by(self) -> str:
        """Who says it: the speaker, or the publisher where the article says it in its own voice."""
        return self.speaker_label or self.outlet

    @property
    def headline(self) -> str:
        """The article's title, its IRI where it has none."""
        return self.title or self.article

    @property
    def date(self) -> str:
        """When it was said, else when it was published, in words."""
        return days(*self.said) or self.published

    @property
    def day(self) -> str:
        """The first day of saying, else that of publication; "" where neither is known."""
        return self.said[0] or self.said[1] or self.published

    @property
    def own_voice(self) -> bool:
        """True where the article itself says it."""
        return not self.speaker

    @property
    def unnamed(self) -> bool:
        """True where the speaker has no name ("two officials") and belongs to the article."""
        return "/" in self.speaker.removeprefix(PREFIXES["ent"])

    @property
    def affirms(self) -> bool:
        """True where the content is put forward as certain (CT+), and not within what another says."""
        return self.factuality == "CT+" and not self.within and (self.own_voice or is_saying(URIRef(self.act)))


def statements(dataset: Answering | Graph, of: Iterable[str] | None = None) -> list[Told]:
    """A graph in, its statements out, by IRI: all, or those that are named."""
    text = query_text("compare/statements")
    named = "" if of is None else ALL.replace("UNDEF", " ".join(f"<{iri}>" for iri in of))
    columns, rows = run(dataset, text.replace(ALL, named))
    return [_told(list(same)) for _, same in groupby(_texts(columns, rows), key=lambda row: row["statement"])]


def days(first: str, last: str) -> str:
    """Two days in, "" where open; words out.

    >>> days("2024-05-05", "2024-05-05"), days("2021-01-01", ""), days("", "2021-12-31")
    ('2024-05-05', 'from 2021-01-01', 'until 2021-12-31')
    """
    if first and last:
        return first if first == last else f"{first} to {last}"
    return f"from {first}" if first else f"until {last}" if last else ""


def _texts(columns: tuple[str, ...], rows: Iterable[Row]) -> Iterator[dict[str, str]]:
    for row in rows:
        yield {name: "" if node is None else str(node) for name, node in zip(columns, row, strict=True)}


def _told(rows: list[dict[str, str]]) -> Told:
    """The rows of one statement in, it out with all its sentences in the order of the text."""
    row = rows[0]
    sentences = sorted({(int(one["begin"]), one["sentence"]) for one in rows})
    return Told(
        statement=row["statement"],
        content=row["content"],
        kind=label_of(URIRef(row["kind"])),
        gist=row["gist"],
        issue=row["issue"],
        factuality=factuality_notation(URIRef(row["factuality"])),
        certainty=label_of(URIRef(row["factuality"])),
        act=row["act"],
        status=label_of(URIRef(row["status"])),
        speaker=row["speaker"],
        speaker_label=row["by"],
        sources=frozenset(one["source"] for one in rows if one["source"]),
        via=row["via"],
        within=row["within"],
        article=row["article"],
        title=row["title"],
        publisher=row["publisher"],
        outlet=row["outlet"],
        published=row["published"],
        said=_ends(row, "saidOn", "saidFrom", "saidTo"),
        valid=_ends(row, "asOf", "validFrom", "validTo"),
        scheduled=row["scheduled"],
        begin=sentences[0][0],
        sentence=" ".join(text for _, text in sentences),
    )


def _ends(row: Mapping[str, str], day: str, first: str, last: str) -> tuple[str, str]:
    return row[day] or row[first], row[day] or row[last]
