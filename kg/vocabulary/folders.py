"""Where the files are that come with the package: beside it in a checkout, inside it in an installed wheel."""

from __future__ import annotations

from pathlib import Path

from kg.errors import KgError

PACKAGE = Path(__file__).parent.parent


def folder(name: str) -> Path:
    """The name of a folder ("ontology" or "seeds") in, its path out. KgError where the installation lacks it.

    >>> (folder("ontology") / "kg.ttl").is_file()
    True
    """
    for place in (PACKAGE / name, PACKAGE.parent / name):
        if place.is_dir():
            return place
    raise KgError(f"The folder {name}/ is missing from this installation of newskg; install the package again.")
