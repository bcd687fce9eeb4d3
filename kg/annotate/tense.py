"""The tense that a word stands in: of the verb group that it belongs to, read from Penn tags and heads alone."""

from __future__ import annotations

from spacy.tokens import Token

HAVE = ("have", "has", "had", "'ve", "’ve", "having")
BE_NOW = ("is", "are", "am", "'m", "’m", "'re", "’re", "'s", "’s")
BE_THEN = ("was", "were", "been")
DO_THEN = ("did",)
DO_NOW = ("do", "does")
AUXILIARIES = (*HAVE, *BE_NOW, *BE_THEN, *DO_THEN, *DO_NOW, "be", "being", "'d", "’d", "wo", "ca", "'ll", "’ll")
# What is to be done after these is still to come: "planned to speak", "an offer to meet", "is due to leave".
PLAN_STEMS = (
    "plan", "schedul", "expect", "hope", "hoping", "intend", "agree", "aim", "vow", "pledg", "promis", "prepar", "ask",
    "urg", "order", "call", "propos", "offer", "threat", "invit", "demand", "decid", "decision", "arrang", "slate",
    "deadline", "ultimatum", "want", "need",
)  # fmt: skip
PLAN_WORDS = ("due", "set", "ready", "likely", "about", "going", "bound", "poised")
HOPE_STEMS = ("hope", "hoping", "expect", "intend", "plan", "aim", "want")
# The past of these looks like their present; with a day it is the past: "the mill shut its gates on Friday".
UNMARKED = (
    "shut", "cut", "put", "hit", "let", "cost", "hurt", "split", "quit", "read", "beat", "spread", "bid", "cast",
)  # fmt: skip
# "was postponed until Friday", "gave them until Friday", "has until Friday": the day is still to come.
DEADLINE_STEMS = (
    "postpon", "delay", "adjourn", "extend", "reschedul", "suspend", "push", "give", "gave", "grant", "put",
)  # fmt: skip
STEPS = 20  # verbs that tell each other's tense: more are a ring


def tense(token: Token, relation: str = "") -> str:
    """A token of a time expression in, "past", "present" or "future" out; "past" where no verb stands over it.

    ``relation`` is the word that leads to the time: "gave them until Friday" looks ahead, "fought until Friday" back.
    """
    verb = _verb_over(token)
    if verb is None:
        return "past"
    if any(_gave_up(over) for over in (verb, verb.head)):
        return "past"
    if relation in ("by", "until") and (_plans(verb) or _plans(verb.head.head) or _sets_deadline(verb)):
        return "future"
    if _plans(verb) and (_plan_between(verb, token) or _is_behind(token, "for")):
        return "future"
    if _sets_deadline(verb) and _is_behind(token, "to"):
        return "future"  # "was put off to October 9"
    return _tense_of(verb)


def _verb_over(token: Token) -> Token | None:
    """The nearest verb on the way up from the token, itself included."""
    seen = 0
    while not token.tag_.startswith(("VB", "MD")):
        if token.head.i == token.i or seen > len(token.doc):
            return None
        token, seen = token.head, seen + 1
    return token


def _tense_of(verb: Token, steps: int = STEPS) -> str:
    """The tense of a verb, told by another one at most so many ``steps`` away; two could tell each other's."""
    if not steps:
        return "past"
    group = _group(verb)
    words = {word.text.lower() for word in group}
    modals = {word.text.lower() for word in group if word.tag_ == "MD"}
    if verb.tag_ == "MD" or modals:
        # "could have left" is past, "will have left" is not
        return (
            "past" if words.intersection(HAVE) and not modals.intersection(("will", "'ll", "’ll", "wo")) else "future"
        )
    if verb.tag_ == "VB":
        return _infinitive(verb, words, steps)
    if words.intersection(HAVE) and not _plans(verb):
        return "past"
    if (_plans(verb) and verb.tag_ == "VBN") or _plan_below(verb):
        return "future"
    if verb.tag_ == "VBP" and verb.text.lower() in UNMARKED and not words:
        return "past"
    if verb.tag_ in ("VBZ", "VBP"):
        return "future" if _plans(verb) else "present"
    before = verb.doc[verb.i - 1] if verb.i else verb
    if verb.tag_ == "VBN" and not words and before.tag_.startswith("VB") and before.i != verb.i:
        return _tense_of(before, steps - 1)  # "would stay shut"
    if verb.tag_ == "VBG" and not words:
        over = None if verb.head.i == verb.i else _verb_over(verb.head)
        return "past" if over is None or over.i == verb.i else _tense_of(over, steps - 1)
    # "work's been done" is past
    return "present" if words.intersection(BE_NOW) and not words.intersection(BE_THEN) else "past"


def _infinitive(verb: Token, words: set[str], steps: int) -> str:
    """ "did not speak" past; "failed to speak" as "failed"; "plans to speak", "let us speak", "is to speak" future."""
    if words.intersection(DO_THEN):
        return "past"
    if words.intersection(DO_NOW):
        return "present"
    if "to" not in words or verb.head.i == verb.i or _plans(verb.head) or words.intersection(BE_NOW):
        return "future"
    over = _verb_over(verb.head)
    return "future" if over is None or _plans(over) else _tense_of(over, steps - 1)


def _gave_up(verb: Token) -> bool:
    """ "had hoped to reopen it by Thursday": that day is over."""
    return verb.text.lower().startswith(HOPE_STEMS) and any(w.text.lower() == "had" for w in _group(verb))


def _group(verb: Token) -> list[Token]:
    """The auxiliaries of a verb: "will be", "has been", "to"."""
    near = verb.doc[max(0, verb.i - 10) : verb.i]
    return [
        word
        for word in near
        if word.head.i == verb.i
        and (word.tag_ in ("MD", "TO") or (word.tag_.startswith("VB") and word.text.lower() in AUXILIARIES))
    ]


def _plans(word: Token) -> bool:
    return word.text.lower().startswith(PLAN_STEMS) or word.text.lower() in PLAN_WORDS


def _sets_deadline(verb: Token) -> bool:
    has_until = verb.text.lower() in ("has", "have", "had")
    return has_until or verb.text.lower().startswith(DEADLINE_STEMS)


def _plan_below(verb: Token) -> bool:
    """ "is due Tuesday", "are likely Friday"."""
    near = verb.doc[verb.i + 1 : verb.i + 6]
    return any(w.head.i == verb.i and w.tag_ in ("JJ", "VBN") and _plans(w) for w in near)


def _plan_between(verb: Token, token: Token) -> bool:
    """ "planned to speak on Tuesday", with the day hung on "planned"."""
    between = verb.doc[verb.i + 1 : token.i]
    return any(word.tag_ == "VB" and between[i - 1].tag_ == "TO" for i, word in enumerate(between) if i)


def _is_behind(token: Token, preposition: str) -> bool:
    """ "set a meeting for Tuesday"."""
    return any(word.text.lower() == preposition for word in token.doc[max(0, token.i - 2) : token.i])
