"""Which words name a news outlet, as far as the words alone can tell."""

from __future__ import annotations

import re

# Outlets whose names hold no word of the press, and those that go by one word.
_KNOWN = """
    abc, aap, afp, al arabiya, al jazeera, al-monitor, anadolu, ani, ansa, ap, associated press, axios, bbc, belga,
    bloomberg, breitbart, cbc, cbs, cnbc, cnn, c-span, deutsche welle, dpa, dw, efe, euractiv, euronews, forbes, fox,
    france 24, guardian, huffpost, ians, interfax, itv, kyodo, le monde, mcclatchy, meduza, msnbc, nbc, newsweek, nhk,
    npr, pbs, politico, propublica, pti, reuters, rfe/rl, semafor, sky, slate, tass, the associated press,
    the atlantic, the conversation, the economist, the hill, the independent, the intercept, ukrinform, unian, upi,
    voa, voice of america, vox, xinhua, yonhap
"""
_OUTLETS = frozenset(name.strip() for name in _KNOWN.split(","))
# "Vessa Herald", "The Drenn Courier", "Korval News Agency"
_PRESS = re.compile(
    r"\b(?:news|newspaper|newsroom|times|post|herald|press|tribune|journal|guardian|gazette|courier|radio|tv|television"
    r"|broadcasting|agency|dispatch|daily|observer|telegraph|chronicle|inquirer|examiner|sentinel|bulletin|ledger"
    r"|media|magazine|review|wire|today)\b",
    re.IGNORECASE,
)
# "Staff", "Foreign Editor": what people at an outlet are called.
_POST = re.compile(
    r"\b(?:staff|correspondents?|editors?|reporters?|writers?|columnists?|contributors?|producers?|analysts?|bureau"
    r"|journalists?|photographers?|desk|newsdesk)\b",
    re.IGNORECASE,
)


def is_known_outlet(words: str) -> bool:
    """True for the whole name of an outlet of the table, in any case: "CNN", "Reuters"."""
    return words.lower() in _OUTLETS


def is_outlet(words: str) -> bool:
    """True for a short name of a news outlet: "CNN", "CNN Business", "The Vessa Herald"."""
    tokens = words.split()
    if is_known_outlet(words):
        return True
    if not 2 <= len(tokens) <= 4 or not all(token[0].isupper() or token in ("of", "the", "and") for token in tokens):
        return False
    led = (tokens[0].isupper() and is_known_outlet(tokens[0])) or is_known_outlet(" ".join(tokens[:2]))
    return led or _PRESS.search(words) is not None


def has_post(words: str) -> bool:
    """True for words that say what a journalist is: "Staff", "BBC Europe correspondent"."""
    return len(words.split()) <= 6 and words[-1:].isalpha() and _POST.search(words) is not None


def outlet_in(words: str) -> str:
    """The outlet that leads the words ("CNN" in "CNN Senior Editor"), else the empty string."""
    tokens = words.split()
    leading = (" ".join(tokens[:end]) for end in range(len(tokens), 0, -1))
    return next((name for name in leading if is_outlet(name) and not has_post(name)), "")
