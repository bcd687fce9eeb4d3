"""Docs built by hand, so that rules of grammar are tested apart from the parser.

The trees stand in ``parses/*.txt``: after ``= `` the text, a pilcrow for a blank line, then a line for each sentence,
``word/tag/label>head/entity`` for each word. The head is a word that stands once in its sentence, or a number that
counts from 1; the entity is left out where there is none::

    = Vessa left.
    Vessa/NNP/nsubj>left/B-PERSON left/VBD/ROOT ././punct>left

``python tests/docs.py "Vessa left."`` drafts such lines with the shipped pipeline, to be corrected by hand.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable
from functools import cache
from pathlib import Path

import spacy
from spacy.tokens import Doc, Token
from spacy.vocab import Vocab

from kg.annotate import layers
from kg.english.tags import lemma, part_of_speech
from kg.extract import extract
from kg.model import Article, Attribution, Content, Mention, Skipped, Span, Statement, Term

PARSES = Path(__file__).parent / "parses"
WORD = re.compile(r"(?P<word>.+)/(?P<tag>[^/]+)/(?P<label>[A-Za-z]+)(?:>(?P<head>[^/]+))?(?:/(?P<entity>[BI]-[A-Z]+))?")
BREAK = "\n\n"


@cache
def _vocab() -> Vocab:
    return spacy.blank("en").vocab


@cache
def parses() -> dict[str, str]:
    """The lines of each text's sentences, by the text."""
    found: dict[str, str] = {}
    for path in sorted(PARSES.glob("*.txt")):
        for block in re.split(r"^= ", path.read_text("utf-8"), flags=re.MULTILINE)[1:]:
            text, _, lines = block.partition("\n")
            text = text.replace(" ¶ ", BREAK)
            assert text not in found, f"{path.name}: twice: {text}"
            found[text] = lines.strip()
    return found


def article(text: str) -> Article:
    """An article of this text alone; blank lines part its paragraphs."""
    paragraphs = [Span(*match.span()) for match in re.finditer(r"\S(?:[^\n]|\n(?!\n))*", text)]
    return Article(text, path="tests/a.txt", stem="a", paragraphs=tuple(paragraphs))


def doc(text: str, parse: str = "") -> Doc:
    """The text with its tree, from ``parses`` where none is given, and with the layers of annotate."""
    if not parse and text not in parses():
        raise KeyError(f"no parse in {PARSES.name}/ of: {text}")
    rows = [
        (match["word"], match["tag"], match["label"], _head(match["head"], line, start), match["entity"] or "O")
        for line, start in _placed((parse or parses()[text]).splitlines())
        for match in map(_word, line)
    ]
    built = _built(text, rows)
    built.user_data["layers"] = layers(built, article(text))
    return built


def found(text: str) -> list[Statement | Skipped]:
    """What extract finds in a text whose tree is known."""
    return list(extract(doc(text), article(text)))


def statements(text: str) -> list[Statement]:
    """The statements in a text whose tree is known."""
    return [item for item in found(text) if isinstance(item, Statement)]


def shown(statement: Statement) -> str:
    """Speaker, where there is one | kind | the fields."""
    content = statement.content
    speaker = f"{statement.speaker.name}: " if statement.speaker else ""
    return speaker + " | ".join([content.kind, *(_value(value) for _, value in content.fields)])


def _value(value: object) -> str:
    """A name, a key, the words of a claim, or what is inside another content."""
    if isinstance(value, Mention):
        return value.name
    if isinstance(value, Content):
        return value.gist if not value.fields else f"[{' | '.join(_value(inner) for _, inner in value.fields)}]"
    return value.key if isinstance(value, Term) else str(value)


def sayings(text: str) -> list[str]:
    """What is said in a text whose tree is known, each act once: speaker | cue | content, its pieces by " ... "."""
    return list(dict.fromkeys(_said(s, s.attribution, text) for s in statements(text) if s.attribution is not None))


def _said(statement: Statement, attribution: Attribution, text: str) -> str:
    cue, content = (" ... ".join(span.of(text) for span in spans) for spans in (attribution.cue, attribution.content))
    return f"{statement.speaker.name if statement.speaker else '-'} | {cue} | {content}"


def _placed(lines: Iterable[str]) -> Iterable[tuple[list[str], int]]:
    """The words of each line with the number of words before it."""
    before = 0
    for line in lines:
        yield line.split(), before
        before += len(line.split())


def _word(item: str) -> re.Match[str]:
    match = WORD.fullmatch(item)
    assert match is not None, f"not word/tag/label>head: {item}"
    return match


def _head(name: str | None, line: list[str], start: int) -> int:
    """The place of a head among all words; -1 for a root."""
    if name is None:
        return -1
    if name.isdigit():
        return start + int(name) - 1
    places = [i for i, item in enumerate(line) if _word(item)["word"] == name]
    assert len(places) == 1, f"{name!r} stands {len(places)} times in: {' '.join(line)}"
    return start + places[0]


def _built(text: str, rows: list[tuple[str, str, str, int, str]]) -> Doc:
    words, spaces, own = _tokens(text, [row[0] for row in rows])
    tags, labels = ["_SP"] * len(words), ["dep"] * len(words)
    heads, entities = [max(0, i - 1) for i in range(len(words))], ["O"] * len(words)
    for place, (_, tag, label, head, entity) in zip(own, rows, strict=True):
        tags[place], labels[place], entities[place] = tag, label, entity
        heads[place] = own[head] if head >= 0 else place
    pos = [part_of_speech(tag, label, word.lower()) for tag, label, word in zip(tags, labels, words, strict=True)]
    lemmas = list(map(lemma, words, tags, pos))
    return Doc(_vocab(), words, spaces, tags=tags, pos=pos, deps=labels, heads=heads, lemmas=lemmas, ents=entities)


def _tokens(text: str, words: list[str]) -> tuple[list[str], list[bool], list[int]]:
    """The tokens of a text, those of longer spaces too; which a space follows; the place of each word among them."""
    tokens: list[str] = []
    spaces: list[bool] = []
    own: list[int] = []
    at = 0
    for word in words:
        gap = len(text[at:]) - len(text[at:].lstrip())
        if gap > 1:
            tokens.append(text[at : at + gap])
            spaces.append(False)
        elif gap:
            spaces[-1] = True
        at += gap
        assert text.startswith(word, at), f"{word!r} is not in the text at {at}: {text[at : at + 20]!r}"
        own.append(len(tokens))
        tokens.append(word)
        spaces.append(False)
        at += len(word)
    assert not text[at:].strip(), f"no parse of: {text[at:]!r}"
    return tokens, spaces, own


# --- drafts


def draft(parsed: Doc) -> str:
    """The lines of a parsed doc in the notation of ``parses``."""
    lines = []
    for sentence in parsed.sents:
        words = [token for token in sentence if not token.is_space]
        if words:
            lines.append(" ".join(_drafted(token, words) for token in words))
    return "\n".join(lines)


def _drafted(token: Token, words: list[Token]) -> str:
    head = "" if token.head is token or token.dep_ == "ROOT" else f">{_named(token.head, words)}"
    entity = f"/{token.ent_iob_}-{token.ent_type_}" if token.ent_type_ else ""
    return f"{token.text}/{token.tag_}/{token.dep_}{head}{entity}"


def _named(head: Token, words: list[Token]) -> str:
    if sum(word.text == head.text for word in words) == 1 and not head.text.isdigit() and "/" not in head.text:
        return str(head.text)
    return str([word.i for word in words].index(head.i) + 1)


if __name__ == "__main__":
    from kg.models import load_model

    for line in sys.argv[1:]:
        sys.stdout.write(f"= {line}\n{draft(load_model()(line))}\n\n")
