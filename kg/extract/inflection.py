"""Forms of words for gists."""

from __future__ import annotations

IRREGULAR = {"be": "is", "have": "has"}


def third_person(action: str) -> str:
    """A phrase that begins with a verb in its base form, as somebody does it.

    >>> third_person("impose sanctions"), third_person("rally"), third_person("be close to")
    ('imposes sanctions', 'rallies', 'is close to')
    """
    verb, _, rest = action.partition(" ")
    if verb in IRREGULAR:
        verb = IRREGULAR[verb]
    elif verb.endswith(("s", "sh", "ch", "x", "o")):
        verb += "es"
    elif verb.endswith("y") and verb[-2:-1] not in "aeiou":
        verb = verb[:-1] + "ies"
    else:
        verb += "s"
    return f"{verb} {rest}".strip()
