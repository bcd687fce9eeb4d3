"""Files written whole or not at all."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from kg.errors import KgError


def make_folder(folder: Path) -> None:
    """Make a folder to write to. KgError where it cannot be written, so that this is known before any work is done."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        tempfile.TemporaryFile(dir=folder).close()
    except OSError as error:
        raise _unwritable(folder, error) from error


@contextmanager
def new_file(path: Path) -> Iterator[IO[bytes]]:
    """A file to write, by way of a temporary one beside it: nobody ever sees half of it. KgError where it cannot be."""
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        try:
            with beside.open("wb") as file:
                yield file
            beside.replace(path)
        finally:
            beside.unlink(missing_ok=True)
    except OSError as error:
        raise _unwritable(path, error) from error


def put_file(path: Path, data: bytes) -> None:
    """Write a file whole or not at all. KgError where it cannot be."""
    with new_file(path) as file:
        file.write(data)


def _unwritable(path: Path, error: OSError) -> KgError:
    return KgError(f"{path}: cannot be written ({error.strerror}); give another place.")
