"""How entities are counted."""

from pathlib import Path

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc, Span

from kg.evaluate import entities


@pytest.mark.parametrize(
    ("tags", "expected"),
    [
        ("O O", []),
        ("B-PER I-PER O", [(0, 2, "PERSON")]),
        ("S-PER B-LOC E-LOC", [(0, 1, "PERSON"), (1, 3, "PLACE")]),
        ("B-LOC B-LOC", [(0, 1, "PLACE"), (1, 2, "PLACE")]),
        ("I-LOC I-PER", [(0, 1, "PLACE"), (1, 2, "PERSON")]),
        ("B-OTH I-OTH B-PER", [(2, 3, "PERSON")]),  # a type that does not count
    ],
)
def test_names_of_tags(tags: str, expected: list[tuple[int, int, str]]) -> None:
    assert sorted(entities.names(tags.split(), entities.UNER)) == expected


@pytest.fixture
def nlp() -> Language:
    """A pipeline that takes each "Vessa" for a person and each "Osk" for a country."""
    nlp = spacy.blank("en")

    def name(doc: Doc) -> Doc:
        kinds = {"Vessa": "PERSON", "Osk": "GPE", "Monday": "DATE"}
        doc.set_ents([Span(doc, t.i, t.i + 1, label=kinds[t.text]) for t in doc if t.text in kinds])
        return doc

    Language.component("test_names", func=name)
    nlp.add_pipe("test_names")
    return nlp


def test_score(nlp: Language) -> None:
    article = [
        ("Vessa left Osk on Monday .".split(), "B-PER O B-ORG O O O".split()),  # a place for a body
        ("Ana Vessa left Osk .".split(), "B-PER I-PER O B-LOC O".split()),  # a part of a name
    ]
    found = entities.score([article], nlp, entities.UNER)
    assert found == {"P": 50.0, "R": 50.0, "F": 50.0, "ORG": 0.0, "PERSON": 50.0, "PLACE": pytest.approx(200 / 3)}


def test_only_the_sets_that_are_there_are_measured(tmp_path: Path, nlp: Language) -> None:
    assert list(entities.evaluate(tmp_path, nlp)) == []
    folder = tmp_path / "eval" / "worldwide" / "processed_annotated"
    folder.mkdir(parents=True)
    (folder / "a.tsv").write_text("http://example.org/a\n\nVessa\tS-Person\nleft\tO\n", "utf-8")
    [(name, figures)] = entities.evaluate(tmp_path, nlp)
    assert (name, figures["F"]) == ("entities of worldwide", 100.0)
