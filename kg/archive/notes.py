"""What the line made of an article, as bytes that a store keeps: its quads can be made anew from them."""

from __future__ import annotations

import hashlib
import io
import pickle
from dataclasses import fields, is_dataclass, replace
from typing import Any

import kg.model
from kg.errors import KgError
from kg.pipeline import Outcome

MODEL = {("kg.model", name) for name, value in vars(kg.model).items() if is_dataclass(value)}
TIMES = {("datetime", name) for name in ("date", "datetime", "timedelta", "timezone")}
VALUES = MODEL | TIMES | {("decimal", "Decimal"), ("kg.pipeline", "Outcome")}


def shape() -> str:
    """A hash of what values the model has and what fields these: notes of another shape cannot be read."""
    kinds = [*sorted((name, getattr(kg.model, name)) for _, name in MODEL), ("Outcome", Outcome)]
    told = "".join(f"{name}{[field.name for field in fields(kind)]}" for name, kind in kinds)
    return hashlib.sha256(told.encode()).hexdigest()[:16]


def note(outcome: Outcome) -> bytes:
    """An outcome without its quads in, bytes out."""
    return pickle.dumps(replace(outcome, quads=()), protocol=5)


def outcome(note: bytes) -> Outcome:
    """The bytes of ``note`` in, the outcome out. KgError where another version wrote them."""
    try:
        found = _Reader(io.BytesIO(note)).load()
    except (pickle.UnpicklingError, AttributeError, TypeError, EOFError) as error:
        raise KgError(f"the store was made by another newskg ({error}); build it again.") from error
    assert isinstance(found, Outcome)
    return found


class _Reader(pickle.Unpickler):
    """Reads values of the model and nothing else: a store may come from a stranger.

    After "Restricting Globals" in the manual of Python's pickle.
    """

    def find_class(self, module: str, name: str) -> Any:
        if (module, name) in VALUES:
            return super().find_class(module, name)
        raise pickle.UnpicklingError(f"{module}.{name} is no value of the model")
