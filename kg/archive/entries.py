"""What the line made of an article as the entry that it is in a store: its quads, and what others are compared by."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kg.archive.notes import note
from kg.build import WORDED, tellings
from kg.ground import Crowd, told
from kg.pipeline import UNDECIDED, Outcome, in_light
from kg.store import Entry, write
from kg.vocabulary import SHARED, Decisions, article_iri

LABEL, PERSON, NAMED = "label", "person", "named"
"""Topics: the wordings of a node, what is told of people of a name, and the articles that name them."""


def entry(
    outcome: Outcome, source: str, crowds: Mapping[str, Crowd] | None = None, decisions: Decisions = UNDECIDED
) -> Entry:
    """An outcome as the line made it in, its entry out, in the light of all articles and with decisions."""
    quads = in_light(outcome, crowds or {}, decisions).quads
    own: list[str] = []
    shared: list[str] = []
    worded: list[tuple[str, str]] = []
    for line in write(quads, ".nq").decode().split("\n")[:-1]:
        if not line.endswith(f" <{SHARED}> ."):
            own.append(line)
            continue
        subject, predicate, _ = line.split(" ", 2)
        if predicate[1:-1] in _WORDED:
            worded.append((f"{LABEL} {subject[1:-1]}", line))
        else:
            shared.append(line)
    told_of = (*worded, *tellings(quads), *_people(outcome))
    own_graph = "".join(f"{line}\n" for line in own).encode()
    article = outcome.article
    return Entry(
        str(article_iri(article)),
        article.stem,
        source,
        own_graph,
        tuple(shared),
        tuple(dict.fromkeys(told_of)),
        note(outcome),
    )


_WORDED = frozenset(map(str, WORDED))


def _people(outcome: Outcome) -> Iterator[tuple[str, str]]:
    article = str(article_iri(outcome.article))
    for name, text in told(outcome.article, outcome.groundings):
        yield f"{PERSON} {name}", text
        yield f"{NAMED} {name}", article
