"""The English pipeline to use: the shipped one, or another of the same scheme."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from kg.errors import KgError

if TYPE_CHECKING:
    from spacy.language import Language


def load_model(name: str | Path | None = None) -> Language:
    """The name or folder of a spaCy pipeline in (None: the shipped one), the pipeline out.

    KgError where there is none, or where its labels are not those of spaCy's English pipelines.
    """
    if name is None:
        from kg import english  # slow to import, with spaCy

        return english.load()
    import spacy

    try:
        nlp = spacy.load(name)
    except (OSError, ValueError, ImportError) as error:
        reason = str(error).splitlines()[0] if str(error) else type(error).__name__
        raise KgError(
            f"{name}: no spaCy pipeline can be loaded ({reason}); install it, give its folder, or leave --model out."
        ) from error
    check_scheme(nlp, str(name))
    return nlp


def check_scheme(nlp: Language, name: str) -> None:
    """KgError where a pipeline lacks labels of spaCy's English scheme, which all rules are written in."""
    from kg import syntax

    labels = {label for _, component in nlp.pipeline for label in getattr(component, "labels", ())}
    missing = sorted(syntax.NEEDED - labels)
    if missing:
        raise KgError(
            f"{name}: another label scheme than that of spaCy's English pipelines (en_core_web_*); "
            f"its parser lacks {', '.join(missing)}. Give one of these, or leave --model out."
        )
