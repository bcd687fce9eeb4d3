"""What is told in a text: its contents, each with all that is said of it, and the names that its actors go by."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from spacy.language import Language

from kg.annotate import annotate
from kg.extract import extract
from kg.ground import ground
from kg.model import Article, Content, Groundings, Interval, Mention, Span, Statement, Term, Time
from kg.syntax import is_people_of
from kg.vocabulary import Gazetteer

AFFIRMED = frozenset({"CT+", "PR+", "PS+"})
LITTLE = frozenset("the a an of for its his her their and in to at".split())
SAME = {"spokesman": "spokesperson", "spokeswoman": "spokesperson", "chairman": "chair", "chairwoman": "chair",
        "defence": "defense", "foreign": "foreign"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Told:
    """A content with all that is said of it in one text."""

    content: Content
    statements: tuple[Statement, ...]
    groundings: Groundings
    text: str

    def labels(self, *fields: str) -> list[set[str]]:
        """The names of the actors and places in some fields, each with its other names."""
        values = [value for name, value in self.content.fields if name in fields]
        return [self._names(value) for value in values if isinstance(value, Mention)]

    def _names(self, mention: Mention) -> set[str]:
        grounding = self.groundings.mentions.get(mention)
        known = {grounding.entity.label, *grounding.entity.aliases} if grounding is not None else set()
        return {mention.name, mention.text, *mention.names, *known}

    def key(self, field: str) -> str:
        """The value of a field of a scheme, or its words."""
        value = self.content.get(field)
        return value.key if isinstance(value, Term) else str(value) if isinstance(value, str) else ""

    def number(self, field: str) -> Decimal | None:
        """The value of a field of numbers."""
        value = self.content.get(field)
        return Decimal(value) if isinstance(value, int | Decimal) else None

    def interval(self, *fields: str) -> Interval | None:
        """The days of the first of the fields that has any."""
        times = [value for name, value in self.content.fields if name in fields and isinstance(value, Time)]
        return next((found for time in times if (found := self.groundings.times.get(time)) is not None), None)

    @property
    def is_affirmed(self) -> bool:
        """True where somebody tells it as a fact, sure or not."""
        return any(one.factuality in AFFIRMED for one in self.statements)

    @property
    def words(self) -> str:
        """All that its statements stand in, in small letters."""
        return " ".join(span.of(self.text) for one in self.statements for span in one.evidence).lower()


def told(text: str, nlp: Language, gazetteer: Gazetteer, name: str = "", published: date | None = None) -> list[Told]:
    """A text as an article in, each line a paragraph; its contents out, in the order in which they were found."""
    paragraphs = tuple(Span(*line.span()) for line in re.finditer(r"[^\n]+", text))
    article = Article(text, path=name, stem=name, published=published, paragraphs=paragraphs)
    ((doc, _),) = annotate([article], nlp)
    found = list(extract(doc, article))
    groundings = ground(found, article, gazetteer)
    by_content: defaultdict[Content, list[Statement]] = defaultdict(list)
    for one in found:
        if isinstance(one, Statement):
            by_content[one.content].append(one)
    return [Told(content, tuple(said), groundings, text) for content, said in by_content.items()]


def shown(content: Content) -> str:
    """The kind of a content and its fields with their values, for lists of errors."""
    return " ".join([content.kind, *(f"{name}={_value(value)}" for name, value in content.fields)])


def _value(of: object) -> str:
    match of:
        case Mention():
            return of.name
        case Term():
            return of.key
        case Content():
            return f"[{shown(of) if of.fields else of.gist}]"
    return str(getattr(of, "text", of))


# --- names


def tokens(name: str) -> set[str]:
    """The telling words of a name: "the Kestrian army" -> kestrian, army."""
    words = re.findall(r"[\w’'-]+", re.sub(r"[’']s\b", "", name.lower()))
    return {SAME.get(word, word.removesuffix("s")) for word in words} - LITTLE


def is_called(names: Iterable[str], wanted: Iterable[str]) -> bool:
    """True where one of the names is one of those wanted, or is of its people: "Kestrian forces" for Kestria."""
    return any(_fits(tokens(name), tokens(want)) for name in names for want in wanted if want)


def _fits(name: set[str], want: set[str]) -> bool:
    if not name or not want:
        return False
    of_people = {w for w in want if any(is_people_of(n, w) or is_people_of(n.removesuffix("s"), w) for n in name)}
    return want <= name | of_people or (name <= want and len(name) * 2 >= len(want))


def is_same(names: Iterable[str], others: Iterable[str]) -> bool:
    """True where all telling words of one of the names are among those of one of the others, or the other way round.

    A people stands for its country and a country for its people: "Kestrian rebels" and "Kestria" are the same.
    """
    pairs = [(tokens(name), tokens(other)) for name in names for other in others]
    return any(_among(name, other) or _among(other, name) for name, other in pairs if name and other)


def _among(some: set[str], words: set[str]) -> bool:
    return all(any(one == word or is_people_of(one, word) or is_people_of(word, one) for word in words) for one in some)
