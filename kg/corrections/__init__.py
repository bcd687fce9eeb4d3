"""Corrections by people: what extraction made of an article in, the same as they decided out."""

from kg.corrections.statements import Corrected, corrected

__all__ = ["Corrected", "corrected"]
