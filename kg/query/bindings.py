"""What a question asks about: the values of its first VALUES, and others in their place."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from itertools import product

from rdflib import Literal, URIRef

from kg.errors import COMPARED, KgError, check_text, did_you_mean
from kg.vocabulary import PREFIXES, slug

Lookup = Callable[[str], tuple[tuple[str, ...], list[tuple[URIRef | Literal | None, ...]]]]

VALUES = re.compile(r"VALUES\s*(?P<names>\?\w+|\((?:\s*\?\w+)+\s*\))\s*\{(?P<values>[^}]*)\}", re.IGNORECASE)
TOKEN = re.compile(r'<[^>]*>|"(?:[^"\\]|\\.)*"(?:\^\^\S+|@\w+)?|[^\s()]+')
IRI = re.compile(r'[a-z][a-z0-9+.-]*://[^\x00-\x20<>"{}|\\^`\ud800-\udfff]+')
ESCAPES = str.maketrans({"\\": r"\\", '"': r"\"", "\n": r"\n", "\r": r"\r"})


def asks_about(text: str) -> tuple[str, ...]:
    """A query in, the variables of its first VALUES out."""
    found = VALUES.search(text)
    return tuple(re.findall(r"\?(\w+)", found["names"])) if found else ()


def bound(text: str, bindings: Mapping[str, str], lookup: Lookup) -> str:
    """A query and values for its variables in, the query with these in its first VALUES out.

    A value is written as the one it replaces: an entity by IRI, slug or label, a scheme's value by its key, a day as
    printed in ISO form. KgError for a variable that the query does not ask about, and for an unknown entity.
    """
    found, names = VALUES.search(text), asks_about(text)
    wrong = sorted(bindings.keys() - set(names))
    if found is None or wrong:
        known = f"it can be given {', '.join(names)}" if names else "it takes no values"
        raise KgError(f"The query does not ask about {', '.join(wrong) or 'anything'}; {known}.")
    for value in bindings.values():
        check_text(value)
    samples = TOKEN.findall(found["values"])[: len(names)]
    prefixes = dict(re.findall(r"PREFIX\s+(\w*):\s*<([^>]*)>", text, re.IGNORECASE))
    columns = [
        _values(bindings[name], _expanded(sample, prefixes), lookup) if name in bindings else [sample]
        for name, sample in zip(names, samples, strict=True)
    ]
    rows = " ".join(f"({' '.join(row)})" for row in product(*columns))
    head = " ".join(f"?{name}" for name in names)
    return f"{text[: found.start()]}VALUES ({head}) {{ {rows} }}{text[found.end() :]}"


def _expanded(token: str, prefixes: Mapping[str, str]) -> str:
    prefix, colon, local = token.partition(":")
    return f"<{prefixes[prefix]}{local}>" if colon and prefix in prefixes else token


def _values(value: str, sample: str, lookup: Lookup) -> list[str]:
    """The SPARQL forms of a value that stands where ``sample`` stood."""
    if not sample.startswith("<"):
        return [_literal(value, sample)]
    if re.match(r"[a-z][a-z0-9+.-]*://", value):
        return [_iri(value)]
    base = sample[1 : sample.rindex("/") + 1]
    if base == PREFIXES["ent"]:
        return _entities(value, lookup)
    return [f"<{base}{slug(value)}>"]


def _iri(value: str) -> str:
    if not IRI.fullmatch(value):
        raise KgError(f'{value}: no IRI; white space and <>"{{}}|\\^` stand in none.')
    return f"<{value}>"


def _quoted(words: str) -> str:
    """A text as a literal of SPARQL (SPARQL 1.1, rule 156): nothing in it can end it."""
    return f'"{words.translate(ESCAPES)}"'


def _literal(value: str, sample: str) -> str:
    if sample.endswith("date") and not _is_day(value):
        raise KgError(f"{value}: a day is asked for, such as {sample.split('^')[0]}.")
    if sample.startswith('"'):
        return _quoted(value) + sample[sample.rindex('"') + 1 :]
    if not re.fullmatch(r"-?\d+(\.\d+)?", value):
        raise KgError(f"{value}: a number is asked for, such as {sample}.")
    return value


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _entities(value: str, lookup: Lookup) -> list[str]:
    """The entities that a slug or a label in any case stands for: namesakes all. KgError where the graph has none."""
    iri = f"<{PREFIXES['ent']}{slug(value)}>"
    so_called = f"?label FILTER(LCASE(STR(?label)) = {_quoted(value.casefold())})"
    for named in (
        f"{{ VALUES ?entity {{ {iri} }} }} UNION {{ ?entity skos:prefLabel {so_called} }}",
        f"?entity skos:altLabel {so_called}",
    ):
        _, rows = lookup(
            f"SELECT DISTINCT ?entity {{ {named} ?entity a ?type FILTER(STRSTARTS(STR(?entity), STR(ent:))) }} "
            "ORDER BY ?entity"
        )
        if rows:
            return [entity.n3() for (entity,) in rows if entity is not None]
    hint = did_you_mean(value, _names(lookup), "give a label, a slug or an IRI.")
    raise KgError(f"{value}: nobody in the graph goes by that name; {hint}")


def _names(lookup: Lookup) -> list[str]:
    """The names of a graph's entities, as many as one is compared with; none where it does not answer in time."""
    try:
        _, rows = lookup(
            "SELECT DISTINCT ?name { ?entity skos:prefLabel|skos:altLabel ?name ; a ?type "
            f"FILTER(STRSTARTS(STR(?entity), STR(ent:))) }} LIMIT {COMPARED}"
        )
    except KgError:
        return []
    return sorted(str(name) for (name,) in rows)
