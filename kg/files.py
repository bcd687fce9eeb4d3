"""Files written whole or not at all."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from kg.errors import KgError


def make_folder(folder: Path) -> None:
    """Make a folder to write to. KgError where it cannot be written, so that this is known before any work is done."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        tempfile.TemporaryFile(dir=folder).close()
    except OSError as error:
        raise _unwritable(folder, error) from error


def put_file(path: Path, data: bytes) -> None:
    """Write a file by way of a temporary one beside it: nobody ever sees half of it. KgError where it cannot be."""
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        try:
            beside.write_bytes(data)
            beside.replace(path)
        finally:
            beside.unlink(missing_ok=True)
    except OSError as error:
        raise _unwritable(path, error) from error


def _unwritable(path: Path, error: OSError) -> KgError:
    return KgError(f"{path}: cannot be written ({error.strerror}); give another place.")
