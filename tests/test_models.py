"""Which pipeline is used: ours, another of the same scheme, and one clear line for all others."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest
import spacy
from spacy.language import Language

from kg import models, syntax
from kg.english import tags as _lemmas  # noqa: F401  (registers our lemmatizer)
from kg.errors import KgError
from kg.models import check_scheme, load_model, provenance

EN_CORE_WEB = "en_core_web_sm"


def pipeline(
    *components: str,
    labels: Iterable[str] = syntax.NEEDED,
    tags: Iterable[str] = models.TAGS,
    entities: Iterable[str] = models.ENTITIES,
) -> Language:
    """Untrained components that know the labels given."""
    nlp = spacy.blank("en")
    known = {"parser": labels, "tagger": tags, "ner": entities}
    for name in components:
        pipe = nlp.add_pipe(name)
        for label in sorted(known.get(name, ())):
            pipe.add_label(label)  # type: ignore[attr-defined]
    return nlp


ALL = ("tagger", "parser", "ner", "lemmatizer")


def message(nlp: Language) -> str:
    with pytest.raises(KgError) as caught:
        check_scheme(nlp, "mine")
    text = str(caught.value)
    assert text.startswith("mine: ")
    assert "en_core_web" in text
    assert "--model" in text
    assert "\n" not in text
    return text


def test_the_same_scheme_is_taken() -> None:
    check_scheme(pipeline(*ALL), "mine")


@pytest.mark.parametrize(
    ("component", "words"),
    [
        ("parser", "it has no parser"),
        ("tagger", "it has no tagger"),
        ("ner", "it has no entity recognizer"),
        ("lemmatizer", "it has no lemmatizer"),
    ],
)
def test_a_component_that_is_missing_is_named(component: str, words: str) -> None:
    text = message(pipeline(*(name for name in ALL if name != component)))
    assert words in text
    assert text.count("it has no") == 1
    assert "lacks" not in text


def test_a_component_that_is_switched_off_is_missing() -> None:
    nlp = pipeline(*ALL)
    nlp.disable_pipe("ner")
    assert "it has no entity recognizer" in message(nlp)


def test_an_empty_pipeline_lacks_all() -> None:
    assert message(spacy.blank("en")).count("it has no") == 4


def test_universal_dependencies_are_another_scheme() -> None:
    universal = "ROOT nsubj nsubj:pass obj obl aux aux:pass ccomp xcomp advcl acl acl:relcl case mark det amod".split()
    text = message(pipeline(*ALL, labels=universal))
    assert "its parser lacks " in text
    for label in ("nsubjpass", "dobj", "pobj", "prep", "relcl"):
        assert label in text
    assert "nsubj," not in text
    assert "its tagger" not in text


def test_universal_tags_are_another_scheme() -> None:
    text = message(pipeline(*ALL, tags=["NOUN", "PROPN", "VERB", "AUX"]))
    assert "its tagger lacks " in text
    assert "NNP" in text
    assert "its parser" not in text


def test_other_entity_types_are_another_scheme() -> None:
    text = message(pipeline(*ALL, entities=["PER", "LOC", "ORG", "MISC"]))
    assert "its entity recognizer lacks EVENT, FAC, GPE, NORP, PERSON." in text


def test_a_pipeline_that_cannot_be_loaded(tmp_path: Path) -> None:
    for name in ("en_core_web_none", str(tmp_path)):
        with pytest.raises(KgError, match="no spaCy pipeline can be loaded"):
            load_model(name)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A pipeline of the scheme on disk; our lemmatizer needs no tables."""
    nlp = pipeline("tagger", "parser", "ner", "kg_lemmas")
    nlp.initialize()
    nlp.to_disk(tmp_path / "mine")
    return tmp_path / "mine"


def test_another_pipeline_is_taken_with_our_layers(folder: Path) -> None:
    nlp = load_model(folder)
    assert nlp.pipe_names[-len(models.LAYERS) :] == list(models.LAYERS)
    doc = nlp("“We will go,” she said.")
    assert [span.text for span in doc.spans["quotations"]] == ["“We will go,”"]


def test_layers_that_are_there_stay_where_they_are(folder: Path) -> None:
    nlp = load_model(folder)
    nlp.to_disk(folder)
    again = load_model(folder)
    assert again.pipe_names == nlp.pipe_names


def test_ours_has_its_layers(english: Language) -> None:
    assert english.pipe_names[-len(models.LAYERS) :] == list(models.LAYERS)


# --- which one it was


def test_the_provenance_of_ours(english: Language) -> None:
    told = provenance(english)
    assert told["name"] == "en_kg_english"
    assert told["version"] == english.meta["version"]
    assert told["spacy"] == spacy.__version__
    assert told == provenance(load_model())


def test_the_hash_is_that_of_the_files(folder: Path) -> None:
    before = provenance(load_model(folder))["sha256"]
    assert provenance(load_model(folder))["sha256"] == before
    (folder / "notes.txt").write_text("other weights", encoding="utf-8")
    assert provenance(load_model(folder))["sha256"] != before


def test_a_pipeline_in_memory_has_a_hash() -> None:
    assert provenance(spacy.blank("en"))["sha256"] == provenance(spacy.blank("en"))["sha256"]
    assert provenance(spacy.blank("en"))["sha256"] != provenance(pipeline("sentencizer"))["sha256"]


@pytest.mark.skipif(not spacy.util.is_package(EN_CORE_WEB), reason=f"{EN_CORE_WEB} is not installed")
def test_a_published_pipeline_is_taken() -> None:
    nlp = load_model(EN_CORE_WEB)
    assert provenance(nlp)["name"] == EN_CORE_WEB
    assert nlp("Ana Vell left.")[2].dep_ == "ROOT"
