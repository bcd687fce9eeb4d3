"""Marks of rows that the code does not reach yet."""

import pytest


def xfail(reason: str) -> pytest.MarkDecorator:
    """A row that fails, and must be unmarked when it does not any more."""
    return pytest.mark.xfail(strict=True, reason=reason)
