"""Libraries that only some sources need, imported where such a source is read."""

from __future__ import annotations

import importlib
from typing import Any

from kg.errors import KgError


def extra(module: str, name: str, path: str) -> Any:
    """A library of an extra of newskg, for the file at ``path``. KgError where it is not installed."""
    try:
        return importlib.import_module(module)
    except ImportError:
        raise KgError(f"{path}: needs {module}; install it: pip install 'newskg[{name}]'") from None
