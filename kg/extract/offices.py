"""The phrase of an office: which role its words name, and of which body: "Orland's former special envoy for trade"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from kg import syntax
from kg.extract import office_words as words
from kg.extract.bodies import KINDS, body_beside, is_compared, named_like, owner_of, stands_for
from kg.extract.mentions import layers_of
from kg.extract.pieces import span_of
from kg.model import Mention
from kg.model import Span as Stretch

ROLE_TAGS = frozenset({"NN", "NNS", "NNP", "NNPS", "JJ", "VBG", "VBN", "RB", "FW", "CD", "IN"})
HYPHENS = frozenset({"-", "‑"})


@dataclass(frozen=True, slots=True)
class Office:
    """An office as one phrase names it: ``first`` and ``last`` are the words that the role itself takes up."""

    noun: Token
    role: str
    body: Mention | None
    first: int
    last: int

    def words(self) -> list[Token]:
        """The words of the phrase, its clauses and appositions left out."""
        return syntax.clause(self.noun, without=syntax.loose(self.noun))


def is_office(token: Token) -> bool:
    """True for the head noun of an office: not "chief" in "chief risk officer", "secretary" in "secretary-general"."""
    if token.lemma_.lower() not in words.OFFICES and token.lower_ not in words.SHORT:
        return bool(token.lower_ == "number" and token.i and token.nbor(-1).lower_ == "opposite")
    if token.pos_ not in {"NOUN", "PROPN", "ADJ"} or (token.ent_type_ == "PERSON" and token.ent_iob_ == "I"):
        return False
    return not _goes_on(token) and not _is_work(token)


def _goes_on(token: Token) -> bool:
    """ "secretary" in "secretary-general", "Attorney" in "Attorney General", "chief" in "commander in chief"."""
    doc, i = token.doc, token.i
    after = doc[i + 1] if i + 1 < len(doc) else None
    if after is not None and is_hyphen(after) and i + 2 < len(doc):
        return doc[i + 2].lower_ not in {"elect", "designate"}
    if i > 1 and doc[i - 1].lower_ == "in" and doc[i - 2].lower_ in {"commander", "editor"}:
        return True
    if after is None or after.i >= token.sent.end or after.ent_type_:
        return False
    if after.lemma_.lower() not in words.OFFICES and after.lower_ not in words.SHORT:
        return False
    return bool(after.text[0].isupper() == token.text[0].isupper())  # not "spokesman Colonel Mirko Dahl"


def _is_work(token: Token) -> bool:
    """ "Head Chef range", "President Street": a noun that goes on as another name or thing."""
    return syntax.is_compound(token) and token.head.i > token.i and not _leads_to_name(token)


def _leads_to_name(token: Token) -> bool:
    following = token.doc[token.i + 1 : min(token.head.i + 1, token.i + 4)]
    named = (t.ent_type_ not in {"", "ORG"} and t.pos_ == "PROPN" for t in following)
    return any(named) or any(t.text in HYPHENS for t in following)


def office(noun: Token, appointer: Mention | None = None) -> Office | None:
    """The office of a noun that ``is_office``; None where nobody can hold it ("a would-be president").

    ``appointer`` is whose "its" and "their" are: "Orland named Vessa as its envoy".
    """
    groups, at = _role_groups(noun)
    prenominal, left = _prenominal(noun, at)
    before = [t.lower_ for t in noun.doc[max(noun.sent.start, left - 2) : noun.i]]
    if words.UNREAL & {*before, *("".join(t.lower_ for t in g) for g in groups)}:
        return None
    kept = [g for i, g in enumerate(groups) if not _is_plain(g, groups[i + 1][0] if i + 1 < len(groups) else noun)]
    first = kept[0][0].i if kept else noun.i
    tail, last, beyond = _extension(noun)
    own = ["".join(words.SHORT.get(t.lower_, t.text) for t in g) for g in kept]
    role = " ".join([*_held_before(noun, left, groups), *own, _noun(noun), *tail]).lower()
    role = re.sub(r"[-–‑] ", "-", role)
    if role.startswith(("ex ", "ex-")):
        role = f"former {role[3:]}"
    body = body_beside(noun, prenominal, beyond)
    if body is None and prenominal is not None and not is_compared(noun):
        body = owner_of(prenominal, role, appointer) if stands_for(prenominal) else None
    if body is None and kept and len(own) > 1 and kept[0][0].lemma_.lower() in words.INSTITUTIONS:
        body = named_like(kept[0][0])  # "company chief executive"
        role = role.removeprefix(f"{own[0].lower()} ") if body is not None else role
    return Office(noun, role, body, min(first, noun.i), last)


def _held_before(noun: Token, left: int, groups: list[list[Token]]) -> list[str]:
    """ "former" Kestrian president, "once" the head of the navy: how an office is held, before its body."""
    if any(t.lower_ in {"once", "formerly", "previously"} for g in groups for t in g):
        return ["former"]
    if any(g[0].lower_ in words.HELD for g in groups) or left < noun.sent.start:
        return []
    word = noun.doc[left].lower_
    if word in words.HELD - words.PLAIN and noun.doc[left].tag_ not in {"IN", "RB"}:
        return [word]
    opener = noun.doc[left - 1].lower_ if noun.doc[left].tag_ == "DT" and left > noun.sent.start else word
    return ["former"] if opener in {"once", "formerly", "previously"} else []


def _role_groups(noun: Token) -> tuple[list[list[Token]], int]:
    """The words right before the noun that belong to the role, joined by their hyphens, and where they end."""
    doc, start = noun.doc, noun.sent.start
    groups: list[list[Token]] = []
    i = noun.i - 1
    joined = _joined_to(doc, i, start)
    if joined:  # "vice-president"
        groups, i = [joined], joined[0].i - 1
    while i >= start:
        group = [*_joined_to(doc, i - 1, start), doc[i]]
        if not (_is_role_word(doc[i], noun) or (len(group) > 1 and doc[i].is_alpha and noun.text[0].islower())):
            break
        if any(t.lower_ in {"based", "born"} for t in group) or (group[0].ent_type_ in KINDS and len(group) == 1):
            break
        i = group[0].i - 1
        groups.insert(0, group)
    return groups, i


def _joined_to(doc: Doc, at: int, start: int) -> list[Token]:
    """What a hyphen that ends at a place joins: "vice-", "editor-in-"."""
    joined: list[Token] = []
    while at > start and is_hyphen(doc[at]):
        joined[:0] = [doc[at - 1], doc[at]]
        at -= 2
    return joined


def is_hyphen(token: Token) -> bool:
    """True for a hyphen inside a word, not a dash between two."""
    return token.text in HYPHENS and not token.whitespace_ and token.i > 0 and not token.nbor(-1).whitespace_


def _is_role_word(token: Token, noun: Token) -> bool:
    """A word of the role: printed small, or a word of titles before a noun that is a title too."""
    word = token.lower_
    if word in words.SHORT:
        return noun.text[0].isupper()
    if token.tag_ not in ROLE_TAGS or not (token.is_alpha or "-" in token.text) or token.tag_ == "IN":
        return word in {"vice", "then"}
    title = word in words.TITLE_WORDS or word in words.HELD or token.lemma_.lower() in words.OFFICES
    if token.text[0].islower() and noun.text[0].isupper() and noun.lower_ not in {"ceo", "cfo", "coo", "cto"}:
        return title and word not in words.OFFICES - words.TITLE_WORDS  # "Vessa rival Sen. Dahl"
    opens = token.i == token.sent.start and not token.ent_type_ and (token.tag_ == "NN" or word in words.COMMON)
    if token.text[0].islower() or opens:
        return not syntax.is_verb(token) or syntax.is_compound(token) or word in words.HELD
    return title and (noun.text[0].isupper() or token.i == token.sent.start or token.nbor(-1).is_space)


def _is_plain(group: list[Token], following: Token) -> bool:
    """ "jailed" leader, "two-time" mayor, "new" envoy: what tells nothing of the office; not "central" bank chief."""
    together = "".join(t.lower_ for t in group)
    if any(word in words.PLAIN | words.TELLING_NOTHING for word in (together, *(t.lower_ for t in group))):
        return True
    known = words.TITLE_WORDS | words.HELD | words.OFFICES | {"ex", "self"}
    if any(t.lower_ in known or t.lemma_.lower() in known for t in group):
        return False
    last = group[-1].tag_
    return last in {"JJR", "JJS", "VBN", "VBG", "RB", "CD", "IN"} or (last == "JJ" and following.lower_ in known)


def _noun(noun: Token) -> str:
    """The noun in the singular, its short form written out, "-elect" with it."""
    name = words.SHORT.get(noun.lower_, noun.lemma_ if syntax.is_plural(noun) else noun.text)
    return name + _elect(noun)


def _elect(noun: Token) -> str:
    following = noun.doc[noun.i + 1 : noun.i + 3]
    if len(following) == 2 and following[0].text in HYPHENS and following[1].lower_ in {"elect", "designate"}:
        return f"-{following[1].lower_}"
    return ""


def _prenominal(noun: Token, at: int) -> tuple[Token | None, int]:
    """The body right before the role ("Kestrian president", "Harbor Board chief"), and the place before it."""
    doc, start = noun.doc, noun.sent.start
    if at < start:
        return None, at
    token = doc[at]
    if token.lower_ in {"based", "born"} and at - 2 >= start:
        return None, at - 3
    if token.tag_ == "POS" and at > start:
        return doc[at - 1], doc[at - 1].left_edge.i - 1
    if token.tag_ in {"PRP$", "WP$"}:
        return token, at - 1
    if token.lower_ in words.HONORIFICS:
        return None, at
    mention = layers_of(token).referents.get(token.i)
    if mention is not None and mention.kind == "PERSON" and " " in mention.name and not _leads_on(noun):
        return None, at  # "elected Ana Vessa speaker"
    body = token if token.text[:1].isupper() and token.is_alpha and token.tag_[:2] in {"NN", "JJ"} else None
    if body is None or (body.i == start and (body.lower_ in words.HELD or (body.tag_ == "JJ" and not body.ent_type_))):
        return None, at  # "Controversial owner Mirko Dahl"
    while at - 1 >= start and (doc[at - 1].tag_ in {"NNP", "NNPS"} or doc[at - 1].text == "&"):
        if doc[at - 1].lower_ in words.HELD:
            break
        at -= 1
    return body, at - 1


def _leads_on(noun: Token) -> bool:
    """ "Vessa adviser Mirko Dahl": a name follows."""
    return noun.i + 1 < len(noun.doc) and noun.nbor().ent_type_ == "PERSON"


def _extension(noun: Token) -> tuple[list[str], int, Token]:
    """ "head of state", "minister of defence", "commander in chief": the words that go on the role, their last one.

    The body can stand behind what an office is for, too: "head of research at Corvane".
    """
    doc, last, end = noun.doc, noun.i + (2 if _elect(noun) else 0), noun.sent.end
    if last + 2 < end and doc[last + 1].lower_ == "in" and doc[last + 2].lower_ == "chief":
        return ["in", "chief"], last + 2, noun
    head = _matter(noun, doc[last + 1 : min(last + 3, end)])
    if head is None:
        return [], last, noun
    if noun.lemma_.lower() not in words.GOING_ON or doc[last + 1].lower_ == "for":
        return [], last, head
    stop = head.i + 1
    if stop + 1 < end and doc[stop].lower_ == "and" and doc[stop + 1].lower_ in words.TITLE_WORDS:
        stop += 2  # "minister of health and welfare"
    return [t.text for t in doc[last + 1 : stop]], stop - 1, head


def _matter(noun: Token, following: Span) -> Token | None:
    """What an office is for, behind "of" or "for": "research", "foreign affairs"; no body, and no name."""
    if len(following) < 2 or following[0].lower_ not in {"of", "for"} or noun.lemma_.lower() not in words.OF_MATTERS:
        return None
    head = syntax.phrase_head(following[1])
    if head is None or head.i >= noun.sent.end or following[1].tag_ in {"DT", "PRP$", "PRP"} or head.ent_type_:
        return None
    if syntax.possessor(head) is not None or head.lemma_.lower() in words.INSTITUTIONS - {"staff", "state", "mission"}:
        return None
    titled = noun.text[0].isupper() and noun.lemma_.lower() in words.GOING_ON
    inside = noun.doc[following[1].i : head.i + 1]
    plain = all(t.text[0].islower() or (titled and t.lower_ in words.TITLE_WORDS) for t in inside)
    return head if plain else None


def hull(noun: Office, *tokens: Token) -> Stretch:
    """From the first to the last of an office's words and others."""
    return span_of(sorted([*noun.words(), *tokens], key=lambda t: t.i))
