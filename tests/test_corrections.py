"""Corrections of statements by people: read from Turtle, applied, visible in the graph, undone by leaving them out."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import graph_sample as sample
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rdflib import PROV, RDF, RDFS, SKOS, URIRef

from kg.build import build, combine, statement_of
from kg.corrections import Corrected, corrected
from kg.errors import KgError
from kg.graph import Graph, graph_of
from kg.listing import entry
from kg.model import Entity, Statement
from kg.pipeline import Outcome
from kg.query import unused
from kg.validate import validate
from kg.verify import verify
from kg.vocabulary import KG, Corrections, Gazetteer, GazetteerEntry, Quad, article_iri, expand, graph_iri, mention_iri

PREFIXES = """@prefix ent: <https://w3id.org/newskg/id/entity/> .
@prefix st: <https://w3id.org/newskg/id/statement/> .
@prefix kg: <https://w3id.org/newskg/ontology#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix org: <http://www.w3.org/ns/org#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix v: <https://w3id.org/newskg/scheme/verdict/> .
@prefix act: <https://w3id.org/newskg/scheme/speech-act/> .
@prefix fact: <https://w3id.org/newskg/scheme/factuality/> .
@prefix status: <https://w3id.org/newskg/scheme/status/> .
@prefix control: <https://w3id.org/newskg/scheme/control/> .
@prefix channel: <https://w3id.org/newskg/scheme/channel/> .
@prefix c: <https://w3id.org/newskg/id/correction/> .
"""
GAZETTEER = Gazetteer(
    [
        GazetteerEntry(Entity("osk", "Osk", ("kg:Actor", "kg:Territory"), ("City of Osk",))),
        GazetteerEntry(Entity("vell-a", "A. Vell", ("foaf:Person", "kg:Actor"), ("Tia Vell",))),
        GazetteerEntry(Entity("vell-b", "B. Vell", ("foaf:Person", "kg:Actor"), ("Tia Vell",))),
    ]
)
BY = 'kg:decidedBy "Ida Lund"'


def iri(statement: Statement) -> str:
    found = statement_of(statement, sample.ARTICLE, sample.GROUNDINGS)
    assert found
    return found


def name(statement: Statement) -> str:
    return f"st:{iri(statement).rpartition('/')[2]}"


EAST, SHARE, DENIAL, OUTER, INNER, ROLE = map(
    name,
    (
        sample.EAST_STATEMENT,
        sample.SHARE_STATEMENT,
        sample.DENIAL,
        sample.OUTER,
        sample.INNER,
        sample.ROLE_STATEMENT,
    ),
)
STATEMENTS = (sample.ROLE_STATEMENT, sample.EAST_STATEMENT, sample.SHARE_STATEMENT, sample.DENIAL)
STATEMENTS += (sample.OUTER, sample.INNER)

Read = Callable[..., Corrections]


@pytest.fixture
def read(tmp_path: Path) -> Read:
    """Corrections of files with these texts."""

    def run(*texts: str) -> Corrections:
        paths = [tmp_path / f"{number}.ttl" for number, _ in enumerate(texts)]
        for path, text in zip(paths, texts, strict=True):
            path.write_text(PREFIXES + text, encoding="utf-8")
        return Corrections.read(paths, GAZETTEER)

    return run


def apply(corrections: Corrections) -> Corrected:
    return corrected(sample.ARTICLE, STATEMENTS, sample.GROUNDINGS, corrections)


def quads_of(made: Corrected) -> list[Quad]:
    return combine(build(sample.ARTICLE, made.statements, made.groundings, made.revisions))


def graph(corrections: Corrections) -> Graph:
    made = apply(corrections)
    assert made.failed == ()
    return graph_of(quads_of(made))


def now(made: Corrected, before: str) -> Statement:
    """What a statement has become."""
    [one] = [one for one in made.revisions if one.before.endswith(before.removeprefix("st:"))]
    assert one.after is not None
    return one.after


def values(found: Graph, subject: str, *path: str) -> set[str]:
    """The ends of a path of prefixed properties, as labels where they have one."""
    steps = "/".join(f"<{expand(step)}>" for step in path)
    text = f"SELECT ?value ?label {{ <{subject}> {steps} ?value OPTIONAL {{ ?value skos:prefLabel ?label }} }}"
    return {row["label"] or row["value"] or "" for row in found.query(text).records()}


CHANGES: list[tuple[str, str, tuple[str, ...], set[str], list[str]]] = [
    # the statement, what it is instead, a path from it and what that leads to, and the notes on what was changed
    (EAST, "kg:speaker ent:bruno-tarn", ("kg:speaker",), {"Bruno Tarn"}, ["speaker: Ana Vell → Bruno Tarn"]),
    (EAST, 'kg:speaker "bruno tarn"', ("kg:speaker",), {"Bruno Tarn"}, ["speaker: Ana Vell → Bruno Tarn"]),
    (EAST, 'kg:speaker "City of Osk"', ("kg:speaker",), {"Osk"}, ["speaker: Ana Vell → Osk"]),
    (EAST, 'kg:speaker "Mira Holt"', ("kg:speaker",), {"Mira Holt"}, ["speaker: Ana Vell → Mira Holt"]),
    (EAST, "kg:speaker ent:mira-holt", ("kg:speaker",), {"mira holt"}, ["speaker: Ana Vell → mira holt"]),
    (EAST, "kg:without kg:speaker", ("kg:speaker",), set(), ["speaker: Ana Vell → none"]),
    (EAST, "kg:addressee ent:selt", ("kg:addressee",), {"Selt"}, ["addressee: reporters → Selt"]),
    (EAST, "kg:without kg:addressee", ("kg:addressee",), set(), ["addressee: reporters → none"]),
    (ROLE, 'kg:setting "in Osk"', ("kg:setting",), {"in Osk"}, ["setting: none → in Osk"]),
    (
        EAST,
        "kg:factuality fact:ps-plus",
        ("kg:factuality",),
        {"https://w3id.org/newskg/scheme/factuality/ps-plus"},
        ["factuality: certain → possible"],
    ),
    (
        EAST,
        "kg:speechAct act:warn",
        ("kg:speechAct",),
        {"https://w3id.org/newskg/scheme/speech-act/warn"},
        ["speech act: assert → warn"],
    ),
    (
        ROLE,
        "kg:eventStatus status:planned",
        ("kg:eventStatus",),
        {"https://w3id.org/newskg/scheme/status/planned"},
        ["event status: none → planned"],
    ),
    (EAST, 'kg:saidOn "2024-05-04"', ("kg:saidOn",), {"2024-05-04"}, ["said on: 2024-05-05 → 2024-05-04"]),
    (EAST, "kg:without kg:saidOn", ("kg:saidOn",), set(), ["said on: 2024-05-05 → none"]),
    (EAST, 'kg:saidFrom "2024-05-01"', ("kg:saidTo",), {"2024-05-05"}, ["said from: none → 2024-05-01"]),
    (
        SHARE,
        "kg:basedOn ent:selt, ent:osk",
        ("kg:basedOn",),
        {"Osk", "Selt"},
        ["based on: Coastal Institute → Osk, Selt"],
    ),
    (SHARE, "kg:percent 12", ("kg:content", "kg:percent"), {"12"}, ["percent: 18 → 12"]),
    (SHARE, "kg:percent 12.50", ("kg:content", "kg:percent"), {"12.5"}, ["percent: 18 → 12.5"]),
    (SHARE, "kg:percentMin 10; kg:percentMax 12", ("kg:content", "kg:percent"), set(), []),
    (SHARE, "kg:party ent:norvia", ("kg:content", "kg:party"), {"Norvia"}, ["party: Selt → Norvia"]),
    (
        SHARE,
        'kg:validFrom "2020-03-01"',
        ("kg:content", "kg:validFrom"),
        {"2020-03-01"},
        ["valid from: 2021-01-01 → 2020-03-01"],
    ),
    (SHARE, 'kg:validTo "2022-03-01"', ("kg:content", "kg:validFrom"), {"2021-01-01"}, ["valid to: none → 2022-03-01"]),
    (SHARE, "kg:without kg:validFrom", ("kg:content", "kg:validFrom"), set(), ["valid from: 2021-01-01 → none"]),
    (
        SHARE,
        "kg:controlRelation control:gained",
        ("kg:content", "kg:gist"),
        {"Selt gained about 18% of Selt"},
        ["control relation: lost → gained"],
    ),
    (
        ROLE,
        'org:role "prime minister"',
        ("kg:content", "org:role"),
        {"prime minister"},
        ["role: president → prime minister"],
    ),
    (
        ROLE,
        "org:member ent:bruno-tarn",
        ("kg:content", "org:member"),
        {"Bruno Tarn"},
        ["member: Ana Vell → Bruno Tarn"],
    ),
    (OUTER, 'kg:gist "Tarn {spoke} of Selt"', ("kg:content", "kg:gist"), {"Tarn spoke of Selt"}, []),
    (INNER, "kg:without kg:within", ("kg:within",), set(), []),
]


@pytest.mark.parametrize(("statement", "text", "path", "expected", "notes"), CHANGES)
def test_a_statement_is_changed(
    read: Read, statement: str, text: str, path: tuple[str, ...], expected: set[str], notes: list[str]
) -> None:
    corrections = read(f'c:1 a kg:Correction ; kg:corrects {statement} ; {text} ; {BY} ; rdfs:comment "seen on tape" .')
    made = apply(corrections)
    assert made.failed == ()
    found = graph_of(quads_of(made))
    [revision] = made.revisions
    after = statement_of(now(made, statement), sample.ARTICLE, made.groundings)
    assert after is not None
    assert values(found, after, *path) == expected
    assert not notes or list(revision.notes) == notes
    [correction] = corrections
    assert values(found, after, "kg:correctedBy") == {correction.iri}
    assert values(found, correction.iri, "kg:decidedBy") == {"Ida Lund"}
    assert validate(found.store.oxigraph) == []
    assert verify(found.store, [sample.ARTICLE]) == []
    assert unused(found.store, corrections) == []
    again = corrected(sample.ARTICLE, made.statements, made.groundings, corrections)
    assert (again.statements, again.groundings) == (made.statements, made.groundings)


def test_a_confirmed_statement_stays_as_it_is_and_says_so(read: Read) -> None:
    found = graph(read(f"c:1 kg:corrects {EAST} ; kg:verdict v:right ; {BY} ."))
    [correction] = values(found, iri(sample.EAST_STATEMENT), "kg:correctedBy")
    assert values(found, correction, "kg:corrects") == {iri(sample.EAST_STATEMENT)}
    assert values(found, iri(sample.EAST_STATEMENT), "kg:confidence") == {"1"}
    assert {row.statement for row in found.review()}.isdisjoint({iri(sample.EAST_STATEMENT)})
    plain = graph_of(quads_of(apply(Corrections())))
    assert len(plain.review()) == len(found.review()) + 1


def test_a_wrong_statement_is_gone_and_its_correction_tells(read: Read) -> None:
    corrections = read(
        f"c:1 kg:corrects {EAST} ; kg:verdict v:wrong ; {BY} ;"
        ' rdfs:comment "a dream" ; kg:decidedOn "2026-11-26"^^xsd:date .'
    )
    found = graph(corrections)
    [correction] = corrections
    quads = set(found.store.quads(graph_iri(sample.ARTICLE)))
    gone = URIRef(iri(sample.EAST_STATEMENT))
    assert not [quad for quad in quads if quad[0] == gone]
    told = {(predicate, str(value)) for subject, predicate, value, _ in quads if subject == URIRef(correction.iri)}
    assert told == {
        (RDF.type, str(KG.Correction)),
        (KG.inArticle, str(article_iri(sample.ARTICLE))),
        (KG.corrects, str(gone)),
        (KG.verdict, "https://w3id.org/newskg/scheme/verdict/wrong"),
        (KG.decidedBy, "Ida Lund"),
        (KG.decidedOn, "2026-11-26"),
        (RDFS.comment, "a dream"),
        (SKOS.changeNote, "Ana Vell: Selt lost the whole east of Selt"),
        (KG.evidence, str(mention_iri(article_iri(sample.ARTICLE), sample.EVIDENCE[0]))),
    }
    assert "territorialcontrol" not in {str(o) for _, p, o, _ in found.store if p == KG.stated and "east" in o}
    assert validate(found.store.oxigraph) == []
    assert verify(found.store, [sample.ARTICLE]) == []
    [skipped] = apply(corrections).skipped
    assert (skipped.reason, skipped.attribution) == (
        "taken out by hand: Ida Lund, a dream",
        sample.EAST_STATEMENT.attribution,
    )


WRONG = "kg:verdict v:wrong"


def test_what_stands_inside_a_wrong_statement_goes_with_it(read: Read) -> None:
    corrections = read(f"c:1 kg:corrects {OUTER} ; {WRONG} ; {BY} .")
    found = graph(corrections)
    assert not {iri(sample.OUTER), iri(sample.INNER)} & {str(subject) for subject, *_ in found.store}
    [correction] = corrections
    assert values(found, correction.iri, "kg:corrects") == {iri(sample.OUTER), iri(sample.INNER)}
    assert not [quad for quad in found.store if quad[1] == KG.stated and "bruno" in quad[0]]
    assert validate(found.store.oxigraph) == []


def test_unless_somebody_says_that_it_stands_alone(read: Read) -> None:
    found = graph(
        read(f"c:1 kg:corrects {OUTER} ; {WRONG} ; {BY} . c:2 kg:corrects {INNER} ; kg:without kg:within ; {BY} .")
    )
    assert values(found, iri(sample.INNER), "kg:within") == values(found, iri(sample.INNER), "kg:via") == set()
    assert [quad for quad in found.store if quad[1] == KG.stated and "bruno" in quad[0]]
    assert validate(found.store.oxigraph) == []


def test_an_inner_statement_follows_its_outer_one(read: Read) -> None:
    made = apply(read(f"c:1 kg:corrects {OUTER} ; kg:speaker ent:selt ; {BY} ."))
    found = graph_of(quads_of(made))
    outer = statement_of(now(made, OUTER), sample.ARTICLE, made.groundings)
    assert outer != iri(sample.OUTER)
    assert values(found, iri(sample.INNER), "kg:within") == {outer}
    assert values(found, iri(sample.INNER), "kg:via") == {"Selt"}


def test_the_statement_before_is_named_where_the_iri_is_another(read: Read) -> None:
    moved, same = f"{EAST} ; kg:speaker ent:selt", f'{SHARE} ; kg:setting "at sea"'
    made = apply(read(f"c:1 kg:corrects {moved} ; {BY} . c:2 kg:corrects {same} ; {BY} ."))
    quads = quads_of(made)
    revised = {(str(subject), str(value)) for subject, predicate, value, _ in quads if predicate == PROV.wasRevisionOf}
    assert revised == {(statement_of(now(made, EAST), sample.ARTICLE, made.groundings), iri(sample.EAST_STATEMENT))}


def test_what_only_somebody_said_is_a_fact_where_a_person_says_the_article_says_it(read: Read) -> None:
    def facts(text: str) -> set[str]:
        return {str(quad[0]).rpartition("/")[2] for quad in graph(read(text)).store if quad[1] == KG.lostControlOf}

    assert facts("") == {"selt"}  # the publisher's own analysis
    assert facts(f"c:1 kg:corrects {SHARE} ; kg:speaker ent:norvia ; {BY} .") == set()
    assert facts(f"c:1 kg:corrects {SHARE} ; kg:without kg:speaker ; {BY} .") == {"selt"}
    possible = "kg:factuality fact:ps-plus"
    assert facts(f"c:1 kg:corrects {SHARE} ; kg:without kg:speaker ; {possible} ; {BY} .") == set()
    gained = "kg:controlRelation control:gained"
    assert facts(f"c:1 kg:corrects {SHARE} ; {gained} ; {BY} .") == set()
    # inside another's words it stays theirs
    made = apply(read(f"c:1 kg:corrects {INNER} ; kg:without kg:speaker ; {BY} ."))
    assert not [quad for quad in quads_of(made) if quad[1] == KG.controls]


def test_several_statements_and_several_people(read: Read) -> None:
    one = f"c:1 kg:corrects {EAST}, {SHARE} ; kg:speaker ent:selt ; {BY} ."
    two = f'c:2 kg:corrects {EAST} ; kg:addressee ent:norvia ; kg:decidedBy "Per Olm" .'
    found = graph(read(one, two))
    [after] = [str(s) for s, p, o, _ in found.store if p == PROV.wasRevisionOf and str(o) == iri(sample.EAST_STATEMENT)]
    assert values(found, after, "kg:speaker") == {"Selt"}
    assert values(found, after, "kg:addressee") == {"Norvia"}
    assert values(found, after, "kg:correctedBy", "kg:decidedBy") == {"Ida Lund", "Per Olm"}
    assert graph(read(two, one)).store.export(".nq") == found.store.export(".nq")


def test_a_blank_node_will_do_and_a_file_can_describe_whom_it_names(read: Read) -> None:
    text = f'[] kg:corrects {EAST} ; kg:speaker ent:holt ; {BY} . ent:holt a kg:State ; skos:prefLabel "Holt"@en .'
    assert graph(read(text)).store.export(".nq") == graph(read(text.replace("[]", "c:9"))).store.export(".nq")
    made = apply(read(text))
    assert values(graph_of(quads_of(made)), "https://w3id.org/newskg/id/entity/holt", "rdf:type") == {
        str(KG.State),
        str(KG.Actor),
    }


def test_open_ones_change_nothing(read: Read) -> None:
    corrections = read(f"c:1 kg:corrects {EAST} ; kg:verdict v:open ; kg:decidedBy '' .")
    assert not corrections
    assert quads_of(apply(corrections)) == quads_of(apply(Corrections()))


def test_the_file_that_review_writes_changes_nothing_and_can_be_filled_in(tmp_path: Path) -> None:
    plain = graph_of(quads_of(apply(Corrections())))
    draft = plain.review().to_ttl()
    path = tmp_path / "draft.ttl"
    path.write_text(draft, encoding="utf-8")
    assert not Corrections.read([path], GAZETTEER)
    # every line that can be taken in is right as it stands
    filled = [
        line.removeprefix("#").partition(" # ")[0]
        if line.startswith("#   kg:") or line.startswith("#   org:")
        else line
        for line in draft.splitlines()
        if "kg:verdict" not in line and "kg:decidedOn" not in line
    ]
    path.write_text("\n".join(filled).replace('kg:decidedBy ""', BY), encoding="utf-8")
    corrections = Corrections.read([path], GAZETTEER)
    made = apply(corrections)
    assert made.failed == ()
    assert len(made.revisions) == len(plain.review()) == len(STATEMENTS)
    assert [note for one in made.revisions for note in one.notes] == []
    assert graph_of(quads_of(made)).review().rows == ()


def test_a_listing_has_its_corrections(read: Read) -> None:
    made = apply(read(f'c:1 kg:corrects {EAST} ; kg:speaker ent:selt ; {BY} ; rdfs:comment "on tape" .'))
    [one] = entry(Outcome(sample.ARTICLE, made.statements, made.groundings, (), tuple(quads_of(made)), made.revisions))[
        "corrections"
    ]
    assert one.pop("iri").startswith("https://w3id.org/newskg/id/correction/")
    assert one == {
        "corrects": iri(sample.EAST_STATEMENT),
        "verdict": "changed",
        "statement_iri": statement_of(now(made, EAST), sample.ARTICLE, made.groundings),
        "evidence": [[sample.EVIDENCE[0].start, sample.EVIDENCE[0].end]],
        "changes": ["speaker: Ana Vell → Selt"],
        "by": "Ida Lund",
        "why": "on tape",
        "on": None,
    }


BAD: list[tuple[str, tuple[str, ...]]] = [
    # the file, parts of the message
    ("c:1 kg:corrects", ("not valid Turtle",)),
    (f"c:1 a kg:Correction ; {BY} .", ("corrects nothing", "kg:corrects")),
    (f"c:1 kg:corrects ent:selt ; kg:speaker ent:selt ; {BY} .", ("the IRI of a statement", "kg review")),
    (f'c:1 kg:corrects "x> ?y" ; kg:speaker ent:selt ; {BY} .', ("the IRI of a statement",)),
    (f"c:1 kg:corrects {EAST} ; kg:speaker ent:selt .", ("nobody is named", "kg:decidedBy")),
    (f'c:1 kg:corrects {EAST} ; kg:speaker ent:selt ; kg:decidedBy " " .', ("nobody is named",)),
    (f"c:1 kg:corrects {EAST} ; {BY} .", ("does not say what is right", "kg:verdict")),
    (f"c:1 kg:corrects {EAST} ; {WRONG} ; kg:speaker ent:selt ; {BY} .", ('says "wrong" and what is right',)),
    (f"c:1 kg:corrects {EAST} ; kg:verdict ent:wrong ; {BY} .", ("verdict", "right, wrong, changed, open")),
    (f"c:1 kg:corrects {EAST} ; kg:percnt 12 ; {BY} .", ("kg:percnt is nothing that can be corrected",)),
    (f"c:1 kg:corrects {EAST} ; kg:evidence ent:x ; kg:percent 1 ; {BY} .", ("kg:evidence is", "kg review")),
    (f"c:1 kg:corrects {EAST} ; kg:confidence 1 ; {BY} .", ("kg:confidence is nothing that can be corrected",)),
    (f"c:1 kg:corrects {EAST} ; kg:within {OUTER} ; {BY} .", ("kg:within is nothing that can be corrected",)),
    (f"c:1 kg:corrects {EAST} ; org:percent 12 ; {BY} .", ("org:percent is nothing",)),
    (f'c:1 kg:corrects {EAST} ; kg:percent "twelve" ; {BY} .', ('kg:percent is "twelve"', "a number, such as 12")),
    (f'c:1 kg:corrects {EAST} ; kg:percent "NaN" ; {BY} .', ('kg:percent is "NaN"',)),
    (f"c:1 kg:corrects {EAST} ; kg:fatalities 1.5 ; {BY} .", ("whole number",)),
    (f"c:1 kg:corrects {EAST} ; kg:percent 12, 13 ; {BY} .", ("kg:percent has 2 values",)),
    (f"c:1 kg:corrects {EAST} ; kg:speaker ent:selt, ent:norvia ; {BY} .", ("kg:speaker has 2 values",)),
    (f'c:1 kg:corrects {EAST} ; kg:saidOn "Sunday" ; {BY} .', ('kg:saidOn is "Sunday"', "write a day")),
    (f'c:1 kg:corrects {EAST} ; kg:duration "30 days" ; {BY} .', ("P30D",)),
    (f'c:1 kg:corrects {EAST} ; kg:factuality "CT+" ; {BY} .', ("kg:factuality", "ct-plus", "ps-minus")),
    (f"c:1 kg:corrects {EAST} ; kg:speaker <https://example.org/x> ; {BY} .", ("kg:speaker is", "or by its label")),
    (f'c:1 kg:corrects {EAST} ; kg:speaker "Tia Vell" ; {BY} .', ("several go by", "vell-a", "vell-b")),
    (f"c:1 kg:corrects {EAST} ; kg:without kg:factuality ; {BY} .", ("every statement has kg:factuality",)),
    (f"c:1 kg:corrects {EAST} ; kg:without kg:speaker ; kg:speaker ent:selt ; {BY} .", ("given and taken away",)),
]


@pytest.mark.parametrize(("text", "parts"), BAD)
def test_a_wrong_file_is_one_clear_line(read: Read, text: str, parts: tuple[str, ...]) -> None:
    with pytest.raises(KgError) as error:
        read(text)
    assert "\n" not in str(error.value)
    assert all(part in str(error.value) for part in ("0.ttl, line 15: ", *parts)), str(error.value)


SET = f"kg:corrects {EAST} ; {BY} ; kg:speaker "
DISAGREE = [
    (f"c:1 {SET} ent:selt .", f"c:2 {SET} ent:norvia .", "they differ on speaker"),
    (f"c:1 {SET} ent:selt .", f"c:2 kg:corrects {EAST} ; {BY} ; kg:without kg:speaker .", "they differ on speaker"),
    (f"c:1 {SET} ent:selt .", f"c:2 kg:corrects {EAST} ; {BY} ; {WRONG} .", 'one says "'),
]


@pytest.mark.parametrize(("one", "other", "reason"), DISAGREE)
def test_contradicting_corrections_are_both_named(read: Read, one: str, other: str, reason: str) -> None:
    for texts in ((one, other), (other, one)):
        with pytest.raises(KgError) as error:
            read(*texts)
        for part in ("0.ttl, line 15", "1.ttl, line 15", iri(sample.EAST_STATEMENT), reason, "leave one out"):
            assert part in str(error.value)


REFUSED = [
    # what cannot be done to a statement is said, and the statement stays
    (f"c:1 kg:corrects {ROLE} ; kg:percent 12 ; {BY} .", "a role holding has no percent"),
    (f"c:1 kg:corrects {OUTER} ; kg:percent 12 ; {BY} .", "a claim of words alone has no percent"),
    (f"c:1 kg:corrects {ROLE} ; kg:without kg:speaker ; {BY} .", "the statement has no speaker to take away"),
    (f"c:1 kg:corrects {SHARE} ; kg:without kg:percentMin ; {BY} .", "no percent, lower bound to take away"),
    (
        f"c:1 kg:corrects {SHARE} ; kg:controlRelation channel:call ; {BY} .",
        "kg:controlRelation takes values of control",
    ),
]


@pytest.mark.parametrize(("text", "reason"), REFUSED)
def test_what_cannot_be_applied_is_said(read: Read, text: str, reason: str) -> None:
    made = apply(read(text))
    [error] = made.failed
    assert "0.ttl, line 15: " in str(error)
    assert reason in str(error)
    assert quads_of(made) == quads_of(apply(Corrections()))


def test_corrections_of_what_is_not_there_are_told_with_what_is(read: Read) -> None:
    evidence = mention_iri(article_iri(sample.ARTICLE), sample.EVIDENCE[0])
    elsewhere = mention_iri(article_iri(sample.SECOND_ARTICLE), sample.EVIDENCE[0])
    text = (
        'c:{0} kg:corrects st:{0} ; kg:speaker ent:selt ; kg:evidence <{1}> ; skos:note "She said so." ; ' + BY + " .\n"
    )
    corrections = read(
        text.format("0a", evidence)
        + text.format("0b", elsewhere)
        + f"c:3 kg:corrects st:0c ; kg:speaker ent:selt ; {BY} ."
    )
    there, nowhere = unused(graph(corrections).store, corrections)
    assert "0.ttl, line 15: applied to nothing" in there
    assert "(She said so.); what is there now: <" in there
    assert "(Selt lost the whole east of Selt)" in there
    assert "0.ttl, line 17: applied to nothing" in nowhere


def test_a_correction_of_what_a_correction_made_is_led_back(read: Read) -> None:
    first = f"c:1 kg:corrects {EAST} ; kg:speaker ent:selt ; {BY} ."
    made = apply(read(first))
    after = statement_of(now(made, EAST), sample.ARTICLE, made.groundings)
    corrections = read(first, f"c:2 kg:corrects <{after}> ; kg:speaker ent:norvia ; {BY} .")
    [line] = unused(graph(corrections).store, corrections)
    assert f"1.ttl, line 15: applied to nothing, <{after}>" in line
    assert f"it is what <{iri(sample.EAST_STATEMENT)}> was corrected to" in line


@pytest.mark.parametrize("hostile", ['"> <x> .\\n', "\\u001b[31m<script>alert", "{party} {speaker}", "\\\\ \\u202e"])
def test_hostile_words_stay_words(read: Read, hostile: str) -> None:
    told = f'kg:gist """{hostile}""" ; kg:decidedBy """{hostile}""" ; rdfs:comment """{hostile}"""'
    corrections = read(f"c:1 kg:corrects {SHARE} ; {told} .")
    found = graph(corrections)
    assert validate(found.store.oxigraph) == []
    assert graph_of(found.store).store.export(".nq") == found.store.export(".nq")
    assert "<script>alert" not in found.html()


ANY = st.sampled_from(
    [
        f"kg:corrects {EAST} ; kg:speaker ent:bruno-tarn",
        f"kg:corrects {EAST} ; kg:addressee 'Mira Holt'",
        f"kg:corrects {EAST} ; kg:saidOn '2024-01-01'",
        f"kg:corrects {SHARE}, {DENIAL} ; kg:percent 12 ; kg:territory ent:norvia",
        f"kg:corrects {SHARE} ; kg:validTo '2023-01-01'",
        f"kg:corrects {ROLE} ; {WRONG}",
        f"kg:corrects {OUTER} ; {WRONG}",
        f"kg:corrects {INNER} ; kg:speaker ent:selt",
        f"kg:corrects {INNER} ; kg:without kg:within",
        f"kg:corrects {DENIAL} ; kg:without kg:speaker",
        "kg:corrects st:0 ; kg:without kg:speaker",
    ]
)


@settings(deadline=None, max_examples=40)
@given(st.lists(st.tuples(ANY, st.sampled_from(("Ida", "Per"))), max_size=8), st.randoms(use_true_random=False))
def test_order_and_files_do_not_matter_and_again_changes_nothing(
    tmp_path_factory: pytest.TempPathFactory, chosen: list[tuple[str, str]], random: Any
) -> None:
    folder = tmp_path_factory.mktemp("corrections")
    lines = [f'c:{at} {text} ; kg:decidedBy "{who}" .' for at, (text, who) in enumerate(chosen)]
    mixed = random.sample([f"[] {line.partition(' ')[2]}" for line in lines], len(lines))
    cut = len(lines) // 2
    texts = {"one": lines, "two": [*mixed[cut:], *lines[:cut]], "three": mixed[:cut]}
    for key, text in texts.items():
        (folder / f"{key}.ttl").write_text(PREFIXES + "\n".join(text), encoding="utf-8")
    first = Corrections.read([folder / "one.ttl"], GAZETTEER)
    second = Corrections.read([folder / "two.ttl", folder / "three.ttl", folder / "three.ttl"], GAZETTEER)
    assert first == second
    made = apply(first)
    assert made == apply(second)
    assert quads_of(made) == quads_of(apply(second))
    again = corrected(sample.ARTICLE, made.statements, made.groundings, first)
    assert (again.statements, again.groundings) == (made.statements, made.groundings)
    assert {one.before for one in made.revisions} >= {one.statement for one in first} - {
        "https://w3id.org/newskg/id/statement/0"
    } - {iri(sample.INNER)}
