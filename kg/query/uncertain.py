"""A statement that nobody has decided about, with what makes it uncertain."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Doubt:
    """A name in the sentence: whom it was taken for, how surely (0 to 1) and why."""

    text: str
    label: str
    score: float
    reason: str

    def __str__(self) -> str:
        return f"{self.text} = {self.label}: {self.score:.2f} {self.reason}"


@dataclass(frozen=True, slots=True)
class Said:
    """A property of a statement or of its content (a prefixed name), its value, and the label that this goes by."""

    property: str
    value: str
    label: str
    is_iri: bool


@dataclass(frozen=True, slots=True)
class Uncertain:
    """A statement that nobody has decided about.

    ``evidence`` are the IRIs of its sentences, ``sentence`` is their text. ``certainty`` is its factuality (CT+), of
    the speaker; ``confidence`` that of the reading. ``said`` is all that can be corrected.
    """

    statement: str
    confidence: float
    article: str
    title: str
    by: str
    says: str
    certainty: str
    evidence: tuple[str, ...]
    sentence: str
    doubts: tuple[Doubt, ...]
    said: tuple[Said, ...]

    @property
    def why(self) -> str:
        """What makes it uncertain, beside its confidence."""
        return " | ".join(map(str, self.doubts))
