"""The English pipeline to use: the shipped one, or another of the same scheme; and which one it was."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

import kg
from kg.errors import KgError

if TYPE_CHECKING:
    from spacy.language import Language

# What the rules ask of every pipeline beside the dependency labels, which the syntax names
TAGS = frozenset("CC CD DT IN JJ MD NN NNP NNPS NNS POS PRP PRP$ RB TO VB VBD VBG VBN VBP VBZ WDT WP WRB".split())
ENTITIES = frozenset("EVENT FAC GPE LOC NORP ORG PERSON".split())
# What the rules read beside a parse; each goes to the end of a pipeline that lacks it
LAYERS = ("kg_quotations", "kg_coreference")


def load_model(name: str | Path | None = None) -> Language:
    """The name or folder of a spaCy pipeline in (None: the shipped one), the pipeline with our layers out.

    KgError where there is none, or where its labels are not those of spaCy's English pipelines.
    """
    from kg.annotate import coreference, quotations  # noqa: F401  (each registers its component with spaCy)

    nlp = _loaded(name)
    check_scheme(nlp, str(name or "the shipped pipeline"))
    for layer in LAYERS:
        if layer not in nlp.pipe_names:
            nlp.add_pipe(layer)
    return nlp


def _loaded(name: str | Path | None) -> Language:
    if name is None:
        from kg import english  # slow to import, with spaCy

        return english.load()
    import spacy

    try:
        return spacy.load(name)
    except (OSError, ValueError, ImportError) as error:
        reason = str(error).splitlines()[0] if str(error) else type(error).__name__
        raise KgError(
            f"{name}: no spaCy pipeline can be loaded ({reason}); install it, give its folder, or leave --model out."
        ) from error


def check_scheme(nlp: Language, name: str) -> None:
    """KgError where a pipeline lacks components or labels of spaCy's English scheme, which all rules are written in."""
    missing = "; ".join(_missing(nlp))
    if missing:
        raise KgError(
            f"{name}: not the components and label scheme of spaCy's English pipelines (en_core_web_*): {missing}. "
            "Give one of these, or leave --model out."
        )


def _missing(nlp: Language) -> Iterator[str]:
    """What a pipeline lacks, component by component."""
    from kg import syntax

    labels = {label for found in nlp.pipe_labels.values() for label in found}
    given = {attribute for name in nlp.pipe_names for attribute in nlp.get_pipe_meta(name).assigns}
    for component, attribute, needed in (
        ("parser", "token.dep", syntax.NEEDED),
        ("tagger", "token.tag", TAGS),
        ("entity recognizer", "doc.ents", ENTITIES),
        ("lemmatizer", "token.lemma", frozenset[str]()),
    ):
        if attribute not in given:
            yield f"it has no {component}"
        elif needed - labels:
            yield f"its {component} lacks {', '.join(sorted(needed - labels))}"


def provenance(nlp: Language) -> dict[str, str]:
    """Which pipeline this is: name, version, sha256 of its files, and the versions of spaCy and newskg."""
    return {
        "name": f"{nlp.meta['lang']}_{nlp.meta['name']}",
        "version": nlp.meta["version"],
        "sha256": _sha256(nlp),
        "spacy": version("spacy"),
        "newskg": kg.__version__,
    }


def _sha256(nlp: Language) -> str:
    """The hash of what sha256sum lists for a pipeline's files, by name; of its bytes where it was made in memory."""
    from kg.english.pieces import WEIGHTS

    folder = WEIGHTS if "kg_english" in nlp.pipe_names else nlp.path
    if folder is None:
        return hashlib.sha256(nlp.to_bytes(exclude=["vocab"])).hexdigest()
    listed = hashlib.sha256()
    for name in sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()):
        with (folder / name).open("rb") as file:
            listed.update(f"{hashlib.file_digest(file, 'sha256').hexdigest()}  {name}\n".encode())
    return listed.hexdigest()
