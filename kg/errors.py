"""Errors that a user can do something about: one clear line each."""

from __future__ import annotations


class KgError(Exception):
    """Bad input or a bad setting. ``str(error)`` is one line: what, where, what to do."""


class ArticleError(KgError):
    """One article that cannot be used; the others go on."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.path = path
        self.reason = reason
