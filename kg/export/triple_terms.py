"""RDF 1.2: each statement as the reifier of the triple that it puts forward."""

from __future__ import annotations

from collections.abc import Iterator

from rdflib import URIRef

from kg.query import query
from kg.store import Part, Store
from kg.vocabulary import KG, PREFIXES, factuality_notation, is_saying

REIFIES = URIRef(PREFIXES["rdf"] + "reifies")

_SAID = """SELECT ?statement ?speaker ?act ?factuality ?content {
    ?statement kg:speaker ?speaker ; kg:speechAct ?act ; kg:factuality ?factuality ; kg:content ?content }"""
_AFFIRMED = """SELECT DISTINCT ?statement ?actor ?property ?content {
    ?content kg:gist ?gist . ?actor ?property ?content FILTER(STRSTARTS(STR(?actor), STR(ent:)))
    FILTER(?property NOT IN (kg:stated, kg:denied))
    ?statement kg:content ?content ; kg:factuality <https://w3id.org/newskg/scheme/factuality/ct-plus> ;
        kg:inArticle ?article
    FILTER NOT EXISTS { ?statement kg:within ?outer }
    OPTIONAL { ?statement kg:speaker ?speaker }
    FILTER(!BOUND(?speaker) || EXISTS { ?article schema:publisher ?speaker }) }"""
_RELATIONS = """SELECT ?content ?subject ?predicate ?object {
    ?content kg:gist ?gist ; rdf:subject ?subject ; rdf:predicate ?predicate ; rdf:object ?object }"""


def reifiers(store: Store) -> Iterator[Part]:
    """A store in, triples ``reifier rdf:reifies <<( subject predicate object )>>`` out (RDF 1.2 Concepts, 1.5).

    A statement reifies that its speaker stated or denied its content, and what it affirms in the article's own voice
    (``actor kg:controls share``); a relation reifies the triple of its subject, predicate and object. A triple that is
    reified is not asserted: it holds only where it also stands in the graph by itself.
    """
    for statement, speaker, act, factuality, content in query(store, _SAID).rows:
        stated = {"+": KG.stated, "-": KG.denied}.get(factuality_notation(URIRef(str(factuality)))[-1])
        if stated and is_saying(URIRef(str(act))):
            yield b"", _line(statement, speaker, stated, content)
    for question in (_AFFIRMED, _RELATIONS):
        for row in query(store, question).rows:
            yield b"", _line(*row)


def _line(reifier: object, subject: object, predicate: object, value: object) -> bytes:
    return f"<{reifier}> <{REIFIES}> <<( <{subject}> <{predicate}> <{value}> )>> .\n".encode()
