"""The project's own English pipeline: tokens, tags, trees, sentences, entities and lemmas, shipped in the package."""

from __future__ import annotations

from spacy.language import Language


def load() -> Language:
    """The pipeline, ready to use; its scheme is that of spaCy's en_core_web pipelines."""
    import spacy

    from kg.english import component, names, numbers, tags  # noqa: F401  (each registers its component with spaCy)
    from kg.english.tokens import tokenizer

    nlp = spacy.blank("en")
    nlp.tokenizer = tokenizer(nlp)
    nlp.meta.update({"name": "kg_english", "version": "0.1.0", "license": "CC BY-SA 4.0"})
    for name in ("kg_english", "kg_lemmas", "kg_names", "kg_numbers"):
        nlp.add_pipe(name)
    return nlp
