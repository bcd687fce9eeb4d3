"""Names and titles of people: what is the name, which office a title means, what speaks against a namesake."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from kg.model import Entity
from kg.vocabulary import Gazetteer, GazetteerEntry, Office, slug

# Words before a name that are no part of it. Kings and popes keep theirs: "Pope Francis".
TITLES = frozenset(
    "mr mrs ms miss dr sir dame lord lady rev president vice-president premier chancellor minister secretary senator "
    "sen governor gov mayor judge justice rep representative congressman congresswoman ambassador envoy professor prof "
    "general gen colonel col major maj captain capt lieutenant lt sergeant sgt admiral adm commander chief director "
    "spokesman spokeswoman spokesperson chairman chairwoman chairperson chair speaker leader candidate sheikh "
    "ayatollah coach".split()
)
# Titles that fit whoever held a public office.
OF_POLITICS = TITLES - {"coach", "professor", "prof", "judge", "captain", "capt", "dr", "rev"} | frozenset(
    "republican republicans democrat democrats lawmaker politician nominee president-elect whip businessman "
    "billionaire member dr husband wife father mother".split()
)
# "the former president", "the incoming president": not who holds the office
NOT_NOW = frozenset(("former", "ex", "then", "next", "incoming", "late", "acting", "would-be", "previous"))
LONG_AGO = 60  # years after which the holder of an office no longer speaks


def without_titles(name: str) -> tuple[str, str]:
    """A name as found in, the bare name and its titles out.

    >>> without_titles("US President Ana Vell"), without_titles("Pope Ivo")
    (('Ana Vell', 'US President'), ('Pope Ivo', ''))
    """
    words = name.split()
    titled = [i for i, word in enumerate(words[:-1]) if _plain(word) in TITLES]
    start = titled[-1] + 1 if titled else 0
    if titled and words[start].lower() == "of" and len(words) > start + 2:  # "Secretary of State Ana Vell"
        start += 2
    return " ".join(words[start:]), " ".join(words[:start])


def office_holder(phrase: str, gazetteer: Gazetteer, day: date | None) -> Entity | None:
    """ "US president" or "president of the United States" in, who alone held that office on the day out."""
    if day is None or NOT_NOW.intersection(phrase.lower().split()):
        return None
    for role, body in _offices_named(phrase):
        bodies = [entry.entity for entry in gazetteer.candidates(body) if is_state(entry) or not entry.demonyms]
        holders = gazetteer.holders(slug(role), bodies[0].key, day) if len(bodies) == 1 else ()
        if len(set(holders)) == 1:
            return holders[0]
    return None


def held_on(entry: GazetteerEntry, day: date | None) -> Office | None:
    """The office that a person held on a day."""
    return next((office for office in entry.offices if day and office.held_on(day)), None)


def speaks_against(
    entry: GazetteerEntry, titles: Iterable[str], gazetteer: Gazetteer, day: date | None, acts: bool
) -> str:
    """Why a person of that full name is somebody else ("the article calls them goalkeeper"); "" where nothing does."""
    if not entry.offices:
        return ""
    for title in titles:
        if _other_calling(title):
            return f"the article calls them {title}"
        country = _other_country(title, entry, gazetteer)
        if country:
            return f"the article places them in {country}"
    last = max(office.last or date.max for office in entry.offices)
    if acts and day and last.year + LONG_AGO < day.year:
        return f"held office until {last.year}, too long ago to speak or act"
    return ""


def _other_calling(title: str) -> bool:
    words = [_plain(word) for word in title.split()]
    return bool(words) and not OF_POLITICS.intersection(words)


def _other_country(title: str, entry: GazetteerEntry, gazetteer: Gazetteer) -> str:
    """The state that a title names ("British lawmaker") where it is none of those whose offices they held."""
    served = {key for office in entry.offices if (key := _state_key(office, gazetteer))}
    for word in title.split():
        states = [known.entity for known in gazetteer.candidates(word) if is_state(known)]
        if served and len(states) == 1 and states[0].key not in served:
            return states[0].label
    return ""


def _state_key(office: Office, gazetteer: Gazetteer) -> str:
    """The key of the state that an office belongs to, itself or by the body's seat."""
    body = office.organization and gazetteer.entry(office.organization.key)
    if not body:
        return ""
    if is_state(body):
        return body.entity.key
    return body.seat_of.key if body.seat_of else ""


def is_state(entry: GazetteerEntry) -> bool:
    """True for the entry of a state."""
    return "kg:State" in entry.entity.types


def _offices_named(phrase: str) -> Iterator[tuple[str, str]]:
    """Each way to read a phrase as (role, body): ("president", "US")."""
    words = phrase.split()
    if "of" in words:
        at = words.index("of")
        yield " ".join(words[:at]), " ".join(words[at + 1 :])
    for at in range(1, len(words)):
        yield " ".join(words[at:]), " ".join(words[:at])


def _plain(word: str) -> str:
    return word.lower().rstrip(".,")
