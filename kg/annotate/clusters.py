"""The clusters of a doc: one span group for each actor, its mentions in order, and what is known of the actor.

The groups are named as spacy-experimental names them, ``coref_clusters_1`` and so on. ``attrs`` of a group hold its
name, kind, other names and titles (see ``model.Mention``). A named actor with one mention is a cluster of one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from spacy.tokens import Doc, Span, SpanGroup

from kg import syntax
from kg.annotate.names import Occurrence, Referent
from kg.annotate.pronouns import FIRST
from kg.model import Mention
from kg.model import Span as Stretch

PREFIX = "coref_clusters_"


def write_clusters(doc: Doc, occurrences: Sequence[Occurrence]) -> None:
    """Set the span groups of a doc from its mentions in order, in place of those it has."""
    for name in [name for name in doc.spans if name.startswith(PREFIX)]:
        del doc.spans[name]
    found: dict[int, tuple[Referent, list[Span]]] = {}
    for occurrence in occurrences:
        found.setdefault(id(occurrence.referent), (occurrence.referent, []))[1].append(occurrence.words)
    kept = [(r, spans) for r, spans in found.values() if len(spans) > 1 or r.named]
    for number, (referent, spans) in enumerate(kept, 1):
        doc.spans[f"{PREFIX}{number}"] = SpanGroup(doc, spans=spans, attrs=_attributes(referent))


def _attributes(referent: Referent) -> dict[str, Any]:
    return {
        "name": referent.name,
        "kind": referent.kind,
        "named": referent.named,
        "names": sorted(referent.names - {referent.name}),
        "titles": list(referent.titles),
    }


def clusters(doc: Doc) -> Iterator[SpanGroup]:
    """The clusters of a doc, in the order of their first mentions."""
    return (group for name, group in doc.spans.items() if name.startswith(PREFIX))


def mentions(doc: Doc) -> dict[int, Mention]:
    """The mention of a named actor at each head word (by token index): its names and what stands for it.

    What only describes it beside its name ("Vessa, the envoy") is none, nor is "I", which tells no name.
    """
    out: dict[int, Mention] = {}
    for group in clusters(doc):
        if group.attrs["named"]:
            out |= {span.root.i: _mention(span, group.attrs) for span in group if _stands_alone(span)}
    return dict(sorted(out.items()))


def joint(doc: Doc, known: Mapping[int, Mention]) -> dict[int, tuple[Mention, ...]]:
    """The mentions of all whom a word for several stands for, by its place: "the two leaders", "they"."""
    out: dict[int, tuple[Mention, ...]] = {}
    for group in clusters(doc):
        heads = [span.root for span in group if not group.attrs["named"]]
        parts = next((p for head in heads if len(p := syntax.conjuncts(head)) > 1), [])
        if parts and all(part.i in known for part in parts):
            members = tuple(known[part.i] for part in parts)
            out |= {head.i: members for head in heads if len(syntax.conjuncts(head)) == 1}
    return out


def _stands_alone(span: Span) -> bool:
    """True for a name, a pronoun but "I", "the envoy"."""
    head = span.root
    if head.pos_ == "PROPN" or head.ent_type_:
        return True
    if syntax.is_pronoun(head):
        return head.lower_ not in FIRST
    beside = syntax.is_apposition(head) or syntax.is_predicative(head) or bool(syntax.appositions(head))
    return len(span) == 2 and span[0].lower_ == "the" and not beside


def _mention(span: Span, known: Mapping[str, Any]) -> Mention:
    words = span[-1:] if span.root.pos_ == "NOUN" and not span.root.ent_type_ else span
    return Mention(
        span=Stretch(words.start_char, words.end_char),
        text=words.text,
        name=known["name"],
        kind=known["kind"],
        names=tuple(known["names"]),
        titles=tuple(known["titles"]),
    )
