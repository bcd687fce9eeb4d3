"""The mutated articles: each is told by its number alone, the same everywhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random

from markup import MARKUP
from mutations import NAMES, TEXTS

ROOT = Path(__file__).parent.parent.parent
KINDS = {**{name: (".txt", mutation) for name, mutation in TEXTS.items()}, **MARKUP}
SEVERAL = "several at once"
ALL_KINDS = (*KINDS, SEVERAL)
"""What can be done to an article, by name; every so-manieth article is of one kind."""

SAYINGS = (
    "{a} said on {day} that {b} had lost {n} of {c}.", "“We hold {n} of {c},” {a} told reporters. “{b} left.”",
    "According to {a}, {b} demanded that {c} withdraw by {day}.", "{a} denied that {b} met {c} on {day}.",
    "{a}, president of {c}, accused {b} of killing {n} people.", "{b} controls about {n} of {c}, {a} has said.",
    "“{a} said ‘{b} lied’,” {c} said.", "{a} and {b} agreed to a {n}-day truce, two officials said on {day}.",
)  # fmt: skip
FIGURES = ("11%", "nearly a fifth", "12", "1.2 million", "between 40 and 45 percent", "9 square miles", "dozens")
WEEKDAYS = ("Sunday", "March 3, 2025", "Tuesday", "last week", "the same day")


@dataclass(frozen=True, slots=True)
class Mutated:
    """One mutated article: what was done to it, the ending of its file, its bytes."""

    number: int
    kind: str
    ending: str
    data: bytes


def mutated(number: int) -> Mutated:
    """The article of a number."""
    chance = Random(number)
    kind = ALL_KINDS[number % len(ALL_KINDS)]
    text = _excerpt(chance)
    if kind == SEVERAL:
        for name in chance.choices(sorted(TEXTS), k=chance.randint(2, 4)):
            text = _text(TEXTS[name](chance, text)) or text
        ending, mutation = chance.choice([(".txt", lambda _, whole: whole), *MARKUP.values()])
    else:
        ending, mutation = KINDS[kind]
    made = mutation(chance, text)
    return Mutated(number, kind, ending, made if isinstance(made, bytes) else made.encode("utf-8", "surrogatepass"))


def _text(made: str | bytes) -> str:
    return made if isinstance(made, str) else made.decode("utf-8", "replace")


def _excerpt(chance: Random) -> str:
    """The head and some paragraphs of an article, or a generated one."""
    if chance.random() < 0.2:
        return "\n\n".join(["Army holds bridge", *(" ".join(_sayings(chance)) for _ in range(3))])
    top, *below = chance.choice(texts()).split("\n\n")
    start = chance.randrange(max(1, len(below) - 5))
    return "\n\n".join([top, *below[start : start + 5]])


def _sayings(chance: Random) -> Iterator[str]:
    for _ in range(4):
        a, b, c = chance.sample(NAMES, 3)
        yield chance.choice(SAYINGS).format(a=a, b=b, c=c, n=chance.choice(FIGURES), day=chance.choice(WEEKDAYS))


@cache
def texts() -> tuple[str, ...]:
    """The seeds and the articles that were marked by hand."""
    paths = [*(ROOT / "seeds").iterdir(), *(ROOT / "tests" / "gold" / "articles").glob("*.txt")]
    pages = [path.read_text(encoding="utf-8") for path in sorted(paths) if path.suffix in (".txt", ".md")]
    return tuple(re.sub(r"\A---.*?\n---\n", "", text, flags=re.DOTALL).strip() for text in pages)
