"""Corrections of statements by people: read from Turtle, applied, visible in the graph, undone by leaving them out."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import corrections_sample
import graph_sample as sample
import pytest
from corrections_sample import (
    BY,
    DENIAL,
    EAST,
    GAZETTEER,
    INNER,
    OUTER,
    PREFIXES,
    ROLE,
    SHARE,
    STATEMENTS,
    WRONG,
    apply,
    graph,
    iri,
    now,
    quads_of,
)
from hypothesis import given, settings
from hypothesis import strategies as st
from rdflib import PROV, RDF, RDFS, SKOS, URIRef

from kg.build import statement_of
from kg.corrections import corrected
from kg.graph import Graph, graph_of
from kg.listing import entry
from kg.pipeline import Outcome
from kg.query import unused
from kg.validate import validate
from kg.verify import verify
from kg.vocabulary import KG, Corrections, article_iri, expand, graph_iri, mention_iri

Read = Callable[..., Corrections]


@pytest.fixture
def read(tmp_path: Path) -> Read:
    """Corrections of files with these texts."""
    return partial(corrections_sample.read, tmp_path)


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
