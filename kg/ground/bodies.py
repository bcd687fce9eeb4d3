"""Bodies that every country has ("Foreign Ministry"): whose one is meant, by the countries that the article names."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from kg.ground.people import states_of
from kg.model import Entity
from kg.vocabulary import Gazetteer, GazetteerEntry

# "Supreme Court", "Ministry of Defence", "House of Representatives": names made of these words alone
COMMON = frozenset(
    "supreme high constitutional appeals court ministry department office of and the for foreign external affairs "
    "interior home defense defence finance treasury economy economic justice health education agriculture labor labour "
    "trade commerce transport transportation energy environment culture industry information communications tourism "
    "parliament congress senate house representatives national assembly commons lords lower upper chamber cabinet "
    "council state security central reserve bank army navy air force police armed forces general staff election "
    "electoral commission government party opposition ruling presidency president prime minister minister's "
    "president's supervisory intelligence service agency public prosecutor's prosecutor attorney statistics customs "
    "immigration federal royal civil defence".split()
)


def is_common(name: str) -> bool:
    """True for the name of a body that every country has, without the country's.

    >>> is_common("Foreign Ministry"), is_common("Ostvaran Foreign Ministry"), is_common("Grain Board")
    (True, False, False)
    """
    words = name.casefold().replace("’", "'").split()
    return bool(words) and COMMON.issuperset(words)


def names_others(states: Iterable[Entity], text: str, gazetteer: Gazetteer) -> bool:
    """True where a text names states, and none of these."""
    named = _states_named(text, gazetteer)
    return bool(named) and named.isdisjoint(states)


def body_of_the_country(name: str, text: str, gazetteer: Gazetteer) -> GazetteerEntry | None:
    """ "Supreme Court" in, the known body of that name of the one state that the text names out."""
    named = _states_named(text, gazetteer) if is_common(name) else frozenset()
    state = gazetteer.entry(next(iter(named)).key) if len(named) == 1 else None
    forms = [f"{known} {name}" for way, known in state.names() if way != "capital"] if state else []
    found = {entry.entity.key: entry for form in forms for entry in gazetteer.candidates(form)}
    return next(iter(found.values())) if len(found) == 1 else None


@lru_cache(maxsize=8)
def _states_named(text: str, gazetteer: Gazetteer) -> frozenset[Entity]:
    """The states that a text names, by names of up to three words: their own, their seats', their office holders'."""
    found: set[Entity] = set()
    for run in re.findall(r"[A-Z][\w.’'-]*(?: (?:of |the )*[A-Z][\w.’'-]*)*", text):
        words = run.split()
        for at in range(len(words)):
            for end in range(at + 1, min(at + 4, len(words) + 1)):
                name = " ".join(words[at:end])
                known = gazetteer.candidates(name) if not is_common(name) else ()
                found.update(state for entry in known for state in states_of(entry, gazetteer))
    return frozenset(found)
