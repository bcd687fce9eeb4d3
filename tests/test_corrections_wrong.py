"""Corrections that are wrong, contradict each other, cannot be applied, or have nothing to apply to."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

import corrections_sample
import graph_sample as sample
import pytest
from corrections_sample import BY, EAST, OUTER, ROLE, SHARE, WRONG, apply, graph, iri, now, quads_of

from kg.build import statement_of
from kg.errors import KgError
from kg.graph import graph_of
from kg.query import unused
from kg.validate import validate
from kg.vocabulary import Corrections, article_iri, mention_iri

Read = Callable[..., Corrections]


@pytest.fixture
def read(tmp_path: Path) -> Read:
    """Corrections of files with these texts."""
    return partial(corrections_sample.read, tmp_path)


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
    (f'c:1 kg:corrects {EAST} ; kg:gist " " ; {BY} .', ("kg:gist is empty",)),
    (f'c:1 kg:corrects {EAST} ; kg:saidOn "2024-01-01" ; kg:saidTo "2024-01-02" ; {BY} .', ("leave one of the two",)),
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
