"""How a report opens before its first sentence: "CNN —", "KORVAL, Oct 3 (Reuters) -", "DRENN, Vessa —"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.read.dates import stamps
from kg.read.metadata import Metadata, dated
from kg.read.outlets import is_known_outlet, is_outlet
from kg.read.paragraphs import ends_sentence

LONGEST_PLACE = 40  # characters of a line above the outlet's

# A few words, perhaps over several lines, before a dash. A hyphen needs white space on both sides.
_LEAD = re.compile(r"\s*(?P<lead>\S[^!?;:“”\"]{0,90}?)(?:\s+(?:-{1,2}|–)\s+|\s*—\s*)(?=\S)")
# "(CNN) Officials said": an outlet in brackets and no dash.
_BRACKETS = re.compile(r"\s*(?P<lead>(?:[A-Z][^\n()!?;:“”\"]{1,60}\s)?\([A-Z][\w./ ]{1,30}\))\s+(?=\S)")
# "KORVAL, Oct 3 (Reuters)", "VESSA (AP)", "(CNN)"
_AGENCY = re.compile(r"(?P<place>[^()]*?)\s*\((?P<outlet>[A-Z][\w./ ]{1,30})\)")
# "NEWPORT NEWS, Va.", "PORT-AU-PRINCE, Haiti, Oct 3": capitals, then perhaps a region and a date
_DATELINE = re.compile(r"(?P<place>[^\W\d_a-z][^\W\d_]*(?:[ .'’/-]+[^\W\d_]+)*)(?:,\s*(?P<rest>[^()]{2,40}))?")


@dataclass(frozen=True, slots=True)
class Opening:
    """What an opening says, and where the first sentence begins."""

    metadata: Metadata
    end: int


def opening(text: str, start: int, outlet: str = "") -> Opening | None:
    """The opening of the body that begins at ``start``, or None; ``outlet`` is the publisher known so far."""
    for pattern in (_LEAD, _BRACKETS):
        found = pattern.match(text, start)
        metadata = _said(found, outlet) if found else None
        if found and metadata:
            return Opening(metadata, found.end())
    return None


def _said(found: re.Match[str], outlet: str) -> Metadata | None:
    *places, last = [line.strip() for line in found["lead"].splitlines() if line.strip()]
    if any(ends_sentence(place) or len(place) > LONGEST_PLACE for place in places):
        return None
    if agency := _AGENCY.fullmatch(last):
        place, named = agency["place"], agency["outlet"]
        if _is_dateline(place) or (is_known_outlet(named) and "." not in place):
            return _dates_in(place).or_else(Metadata(publisher=named))
        return None
    if is_known_outlet(last) or last == outlet:
        return Metadata(publisher=last)
    if not places and _is_dateline(last):
        return _dates_in(last)
    if is_outlet(last):
        return Metadata(publisher=last)
    return Metadata(publisher=last) if _stands_alone(found) and _is_name(last) else None


def _stands_alone(found: re.Match[str]) -> bool:
    """True where the dash is on a line of its own, below the outlet."""
    between = found[0][found.end("lead") - found.start() :].strip(" \t")
    return between[:1] in ("\n", "\r") and between.rstrip(" \t")[-1:] in ("\n", "\r")


def _is_name(words: str) -> bool:
    return len(words.split()) <= 4 and all(word[0].isupper() or word in ("of", "the") for word in words.split())


def _is_dateline(words: str) -> bool:
    """True for a place in capitals of three letters or more, perhaps with a region and a date."""
    found = _DATELINE.fullmatch(words)
    if not found or not found["place"].isupper() or len(found["place"]) < 3:
        return False
    rest = found["rest"] or ""
    return len(rest.split()) <= 6 and not any(word.isalpha() and word.islower() for word in rest.split())


def _dates_in(place: str) -> Metadata:
    """The date of a dateline where it has a year: "KORVAL, Oct 3, 2024"."""
    parts = place.split(",", maxsplit=1)
    return dated(stamps(parts[1]) or ()) if len(parts) == 2 else Metadata()
