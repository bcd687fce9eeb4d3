"""How time grows with size: texts of each kind at n, 2n and 4n characters.

``python tests/survive/doubling.py [--size 4N] [KIND]...``

Prints a table of seconds of processor time; what grows by much more than four from n to 4n is worse than in proportion.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from random import Random

from articles import texts

from kg.models import load_model
from kg.pipeline import assemble, run
from kg.vocabulary import Gazetteer

TOP = "Army holds bridge\n\nAna Vell of Norvia said on Sunday that the army held the bridge at Osk. It was calm.\n\n"


def _filled(unit: str) -> Callable[[int], str]:
    return lambda size: TOP + (unit * (size // len(unit) + 1))[:size]


def _within(before: str, unit: str, after: str) -> Callable[[int], str]:
    return lambda size: TOP + before + (unit * (size // len(unit) + 1))[:size] + after


def _news(size: int) -> str:
    """Paragraphs of articles in chance order."""
    chance = Random(1)
    paragraphs = [paragraph for text in texts() for paragraph in text.split("\n\n")[1:]]
    out = TOP
    while len(out) < size:
        out += chance.choice(paragraphs) + "\n\n"
    return out[:size]


def _sentence(size: int) -> str:
    """One sentence: the words of articles without a full stop."""
    words = " ".join(_news(size).split()).replace(".", "").replace("?", "").replace("!", "")
    return f"{TOP}Ana Vell said that {words}."


def _page(size: int) -> str:
    return "".join(f"<p>{line}</p>" for line in _news(size).splitlines())


KINDS: dict[str, Callable[[int], str]] = {
    "news": _news,
    "one sentence": _sentence,
    "one paragraph of quotations": lambda size: TOP + " ".join(["“We hold Osk,” Ana Vell said."] * (size // 30)),
    "one word": _within("Ana Vell said that ", "a", " was lost."),
    "one word with hyphens": _within("Ana Vell said that ", "x-", " was lost."),
    "one word with stops": _within("Ana Vell said that ", "a.", " was lost."),
    "one word with apostrophes": _within("Ana Vell said that ", "a’", " was lost."),
    "one number": _within("Ana Vell said that ", "1", " percent of Osk was lost."),
    "one number with commas": _within("Ana Vell said that ", "1,", " percent of Osk was lost."),
    "number words": _within("Ana Vell said that ", "twenty one hundred ", " people left."),
    "commas": _within("Ana Vell said", ", ", " that Osk was lost."),
    "opening brackets": _within("Ana Vell said ", "(", " that Osk was lost."),
    "nested brackets": lambda size: TOP + "Osk (" + "Norvia (" * (size // 9) + "lost" + ")" * (size // 9) + " fell.",
    "quotation marks": _within("Ana Vell said ", '"', " that Osk was lost."),
    "opening marks": _within("Ana Vell said ", "“", " that Osk was lost."),
    "apostrophes": _within("Ana Vell said ", "' ", " that Osk was lost."),
    "dashes": _within("Ana Vell said ", "-", " that Osk was lost."),
    "stops": _within("Ana Vell said ", ". ", " that Osk was lost."),
    "spaces": _within("Ana Vell said ", " ", " that Osk was lost."),
    "tabs": _within("Ana Vell said ", "\t", " that Osk was lost."),
    "line ends": _within("Ana Vell said ", "\n", " that Osk was lost."),
    "blank signs at the end": _within("Ana Vell said that Osk was lost.", "\u200b", ""),
    "dollar signs": _within("Ana Vell said ", "$", " that Osk was lost."),
    "combining marks": _within("Ana Vell said ", "a\u0301\u0302\u0303", " that Osk was lost."),
    "emoji": _within("Ana Vell said ", "👩‍👩‍👧‍👦", " that Osk was lost."),
    "said": _within("Ana Vell ", "said ", "that Osk was lost."),
    "he said that": _within("Ana Vell said that ", "he said that ", "Osk was lost."),
    "and": _within("Ana Vell said that ", "Osk and ", "Norvia were lost."),
    "of": _within("The mayor of ", "the town of ", "Osk said that it was lost."),
    "who": _within("Ana Vell", ", who said that Ivo Prane", " had left, was lost."),
    "names": _within("", "Ana Vell met Ivo Prane. ", ""),
    "many names": lambda size: TOP + " ".join(f"Ana V{n:x}ell met Ivo P{n:x}rane." for n in range(size // 28)),
    "one long name": _within("Mayor ", "Vell Prane ", "said that Osk was lost."),
    "they": _within("", "They said that it was theirs. ", ""),
    "days": _within("", "He left on Sunday. ", ""),
    "percents": _within("", "Norvia holds 11% of Osk. ", ""),
    "conflicts": lambda size: TOP + " ".join(f"Norvia holds {n % 97} percent of Osk." for n in range(size // 32)),
    "paragraphs": _within("", "Osk fell.\n\n", ""),
    "lines": _within("", "Osk fell\n", ""),
    "list": _within("", "- Osk fell\n", ""),
    "titles": _within("", "# Osk fell\n\n", ""),
    "bylines": _within("", "By Ana Vell, Ivo Prane and Mira Solberg\n\n", ""),
    "one byline": _within("By ", "Ana Vell, ", "\n\nOsk fell, Ivo Prane said.\n"),
    "front matter": lambda size: "---\n" + ("title: x\n" * (size // 9)) + "---\n\n" + TOP,
    "front matter brackets": lambda size: "---\ntitle: " + "[" * min(size, 19_000) + "\n---\n\n" + TOP,
    "HTML: news": lambda size: f"<html><body><article>{_page(size)}</article></body></html>",
    "HTML: deep": lambda size: "<html><body>" + "<div>" * (size // 5) + _page(3_000),
    "HTML: links": lambda size: "<html><body>" + _page(3_000) + "<a href='x'>Osk</a> " * (size // 20),
    "HTML: breaks": lambda size: "<html><body><article><p>" + "Osk fell.<br>" * (size // 13) + _page(3_000),
    "HTML: inline": lambda size: (
        "<html><body><article><p>" + "<b>Osk</b> fell <i>now</i>. " * (size // 28) + _page(3_000)
    ),
    "HTML: list": lambda size: "<html><body><article><ul>" + "<li>Osk fell." * (size // 13) + "</ul>" + _page(3_000),
    "HTML: comments": lambda size: "<html><body><article>" + "<!-- x -->" * (size // 10) + _page(3_000),
}


def main() -> None:
    """Measure the kinds that are named, else all."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("kinds", nargs="*", metavar="KIND")
    options.add_argument("--size", type=int, default=100_000, help="characters of the longest text of each kind")
    given = options.parse_args()
    full: int = given.size
    nlp, gazetteer = load_model(), Gazetteer.load(())
    list(run([str(Path(__file__).parent.parent.parent / "seeds" / "flood-osk.txt")], nlp, gazetteer))
    sys.stdout.write(f"| kind | {full // 4:,} | {full // 2:,} | {full:,} | refused |\n|---|--:|--:|--:|---|\n")
    with tempfile.TemporaryDirectory() as folder:
        for kind in given.kinds or KINDS:
            path = Path(folder, "text.html" if kind.startswith("HTML") else "text.txt")
            spent = []
            refused = ""
            for size in (full // 4, full // 2, full):
                path.write_text(KINDS[kind](size), encoding="utf-8")
                began = time.process_time()
                made = assemble(run([str(path)], nlp, gazetteer))
                spent.append(time.process_time() - began)
                refused = str(made.failed[0]).removeprefix(f"{path}: ") if made.failed else ""
            row = [kind, *(f"{seconds:.1f}" for seconds in spent), refused]
            sys.stdout.write(f"| {' | '.join(row)} |\n")
            sys.stdout.flush()


if __name__ == "__main__":
    main()
