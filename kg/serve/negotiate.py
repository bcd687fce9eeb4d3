"""Which media type an Accept header wants most."""

from __future__ import annotations

from collections.abc import Iterable


def choose(accept: str, offered: Iterable[str]) -> str | None:
    """The media type of those offered that is wanted most, the first of equals; None where none is (RFC 9110, 12.5.1).

    >>> choose("text/*;q=0.5, application/json", ["text/csv", "application/json"])
    'application/json'
    >>> choose("image/png", ["text/csv"])
    """
    wanted = _weights(accept) or {"*/*": 1.0}
    weights = {media: _weight(media, wanted) for media in offered}
    best = max(weights.values(), default=0.0)
    return next((media for media, weight in weights.items() if weight == best), None) if best > 0 else None


def _weights(accept: str) -> dict[str, float]:
    found: dict[str, float] = {}
    for one in accept.split(","):
        media, *parameters = (part.strip().lower() for part in one.split(";"))
        quality = next((text[2:] for text in parameters if text.startswith("q=")), "1")
        if media:
            found[media] = float(quality) if quality.replace(".", "", 1).isdecimal() else 0.0
    return found


def _weight(media: str, wanted: dict[str, float]) -> float:
    """The weight of the most special range that holds a media type."""
    ranges = (media, f"{media.partition('/')[0]}/*", "*/*")
    return next((wanted[each] for each in ranges if each in wanted), 0.0)
