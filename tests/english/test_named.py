"""The sets that annotate names, in our types."""

import json
from pathlib import Path

import pytest

from kg.english import named
from kg.english.named import OPEN


@pytest.mark.parametrize(
    ("kind", "name", "expected"),
    [
        ("PER", "Ana Vessa", "PERSON"),
        ("politician", "Ana Vessa", "PERSON"),
        ("ORG", "Harbor Board", "ORG"),
        ("country", "Kestria", "GPE"),
        ("LOC", "Kestria", "GPE"),
        ("LOC", "Lake Orsa", "LOC"),
        ("LOC", "Osk Airport", "FAC"),
        ("LOC", "Europe", "LOC"),
        ("LOC", "Norwegian", "NORP"),
        ("OTH", "Californians", "NORP"),
        ("PER", "Christian", "PERSON"),
        ("election", "2019 election", "EVENT"),
        ("MISC", "South Korean", "NORP"),
        ("MISC", "War of the Roses", "EVENT"),
        ("MISC", "Harbor Act of 1911", "LAW"),
        ("MISC", "Osk Herald", "ORG"),
        ("MISC", "Gold Medal", "MISC"),
        ("disease", "Gold Fever", OPEN),
        ("TIME", "2019", "O"),
    ],
)
def test_entity_types(kind: str, name: str, expected: str) -> None:
    assert named.entity_type(kind, name) == expected


@pytest.mark.parametrize(
    ("words", "tags", "expected"),
    [
        (
            "Ana Vessa left Osk Airport in 2019",
            "B-PER I-PER O B-LOC I-LOC O B-TIME",
            "B-PERSON I-PERSON O B-FAC I-FAC O O",
        ),
        ("President Ana Vessa left", "B-PER I-PER I-PER O", "O B-PERSON I-PERSON O"),
        ("President left", "B-PER O", "B-PERSON O"),
        ("the Norwegian army", "O O O", f"O {OPEN} O"),  # not every set has peoples
    ],
)
def test_typed(words: str, tags: str, expected: str) -> None:
    assert named.typed(words.split(), tags.split()) == expected.split()


def test_tag_files(tmp_path: Path) -> None:
    path = tmp_path / "a.iob2"
    path.write_text("# sent_id = a-1\n1\tVessa\tB-PER\n2\tleft\tO\n\n# sent_id = a-2\n1\tGone\tO\n", "utf-8")
    assert list(named.tagged(path, word=1, tag=2, separator="\t")) == [
        (["Vessa", "left"], ["B-PER", "O"], "a-1"),
        (["Gone"], ["O"], "a-2"),
    ]


def test_wikigold_tells_no_beginnings(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Ana I-PER\nVessa I-PER\nleft O\nOsk I-LOC\n", "utf-8")
    assert list(named.wikigold(path)) == [(["Ana", "Vessa", "left", "Osk"], ["B-PERSON", "I-PERSON", "O", "B-GPE"], "")]


def test_redocred_keeps_the_first_of_overlapping_mentions(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    mentions = [[{"pos": [0, 2], "sent_id": 0, "type": "ORG"}], [{"pos": [1, 2], "sent_id": 0, "type": "LOC"}]]
    path.write_text(json.dumps([{"title": "A", "sents": [["Bank", "Osk", "."]], "vertexSet": mentions}]), "utf-8")
    assert list(named.redocred(path)) == [(["Bank", "Osk", "."], ["B-ORG", "I-ORG", "O"], "A")]
