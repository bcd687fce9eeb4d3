"""Ways to spoil the text of an article. Each takes a source of chance and a text, and gives a text or bytes."""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable
from random import Random

Mutation = Callable[[Random, str], "str | bytes"]

MARKS = "\"'“”‘’„‟‚‛«»‹›`´「」『』＂＇〝〞❝❞"
NO_WIDTH = "\u200b\u200c\u200d\u2060\ufeff\u00ad\u034f\u180e"
TURNS = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c"
LINE_ENDS = ("\r", "\r\n", "\x0b", "\x0c", "\x1c", "\x85", "\u2028", "\u2029", "\n\r")
COMBINING = "".join(map(chr, range(0x300, 0x36F)))
EMOJI = ("👩‍👩‍👧‍👦", "🏴󠁧󠁢󠁳󠁣󠁴󠁿", "🇺🇳", "👍🏽", "❤️‍🔥", "1️⃣", "🧑🏿‍🚀")
HOMOGLYPHS = str.maketrans("aceopxyABCEHKMOPTX", "асеорхуАВСЕНКМОРТХ")
NUMBERS = (
    "10^400 percent", f"{'9' * 10_000} percent", "1e999 soldiers", "-0.0 per cent", "0/0 of the land", "∞ square miles",
    f"0.{'0' * 5_000}1 percent", "1,2,3,4,5,,6 people", "½¾⅞ of the town", "①② dead", "٣٤ percent", "1.2.3.4 million",
    "9999999999999999 trillion square kilometres", "between 90 and 10 percent", "NaN percent",
    f"{'1,000' * 400} people",
    "-400 villages", "a " + "hundred " * 300 + "men", "one hundred " * 200, "101% of 200% of 300%",
    "5\u00a0000\u202f000 km2",
    "３０％", "0 percent", f"{'million ' * 100} euros", "00000000 dead", "twenty-" * 200 + "one",
)  # fmt: skip
DAYS = (
    "99999-99-99", "0000-00-00", "February 30, 2025", "2025-02-29", "Monday, March 32, 0000", "in 10000 years' time",
    "31/31/2025", "since 99999", "9999999999 years ago", "last " * 300 + "week", "on Sunday, Monday, Tuesday and 1/1/1",
    "between 2030 and 1030", "until the year 0", "two hundred centuries ago", "December 31, 9999", "January 1, 0001",
    "by the 400th of May", "25:61 PM EST", "in the 99th century BC", "three billion days from now", "the week of week",
)  # fmt: skip
NAMES = ("Ana Vell", "Ivo Prane", "Norvia", "Osk", "the Kestria League", "General Tane", "Mira Solberg")


# --- bytes


def bytes_flipped(chance: Random, text: str) -> bytes:
    data = bytearray(text.encode())
    for _ in range(chance.choice((1, 3, 20, 200))):
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
    return bytes(data)


def bytes_cut(chance: Random, text: str) -> bytes:
    """Torn, also within a character of several bytes."""
    data = text.replace(" ", " é“", 40).encode()
    for _ in range(chance.choice((1, 2, 8))):
        at = chance.randrange(len(data))
        data = data[:at] + data[at + chance.choice((1, 2, 3, 100)) :]
    return data[: chance.randrange(1, len(data))] if chance.random() < 0.5 else data


def other_encoding(chance: Random, text: str) -> bytes:
    mark, encoding = chance.choice(
        [
            (b"", "latin-1"), (b"", "cp1252"), (b"", "utf-16-le"), (b"", "utf-16-be"), (b"", "utf-32-le"),
            (codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"),
            (codecs.BOM_UTF16_LE, "utf-8"), (codecs.BOM_UTF8, "cp1252"), (codecs.BOM_UTF32_LE, "utf-32-le"),
            (b"", "utf-7"), (b"", "koi8-r"), (b"", "shift-jis"), (b"", "cp037"),
        ]
    )  # fmt: skip
    return mark + text.encode(encoding, "replace")


def mixed_encodings(chance: Random, text: str) -> bytes:
    lines = text.replace("a", "ä", 9).splitlines(keepends=True)
    encodings = ("utf-8", "latin-1", "cp1252", "utf-8-sig", "utf-16-le" if chance.random() < 0.2 else "utf-8")
    return b"".join(line.encode(chance.choice(encodings), "replace") for line in lines)


def controls(chance: Random, text: str) -> str:
    """NULs and control characters: a few, which may pass as text, or many."""
    signs = [*map(chr, (*range(32), *range(127, 160))), "\ufffe", "\uffff", "\ufffd", "\U0010ffff"]
    return sprinkled(chance, text, signs if chance.random() < 0.5 else [s for s in signs if s > "\x7f"])


# --- signs


def sprinkled(chance: Random, text: str, signs: str | list[str] | tuple[str, ...]) -> str:
    """Signs at random places, one to one for each word."""
    out = list(text)
    for _ in range(chance.choice((1, 5, 50, len(text) // 6))):
        out.insert(chance.randrange(len(out) + 1), chance.choice(signs))
    return "".join(out)


def no_width(chance: Random, text: str) -> str:
    return sprinkled(chance, text, NO_WIDTH)


def turned(chance: Random, text: str) -> str:
    """Right-to-left marks and words."""
    return sprinkled(chance, text, [*TURNS, "שלום", " مرحبا ", "\u202eevil\u202c"])


def line_ends(chance: Random, text: str) -> str:
    if chance.random() < 0.5:
        return text.replace("\n", chance.choice(LINE_ENDS))
    return sprinkled(chance, text, LINE_ENDS)


def zalgo(chance: Random, text: str) -> str:
    most = chance.choice((1, 3, 30))
    return "".join(c + "".join(chance.choices(COMBINING, k=chance.randrange(most))) for c in text)


def emoji(chance: Random, text: str) -> str:
    return sprinkled(chance, text, EMOJI)


def homoglyphs(chance: Random, text: str) -> str:
    share = chance.choice((0.02, 0.2, 0.6))
    return re.sub(r"\w+", lambda word: word[0].translate(HOMOGLYPHS) if chance.random() < share else word[0], text)


def fullwidth(chance: Random, text: str) -> str:
    """Letters and digits of other blocks: full width, mathematical bold, circled."""
    start = chance.choice((0xFF21, 0x1D400, 0x24B6))
    return re.sub(
        "[A-Z]", lambda letter: chr(start + ord(letter[0]) - 65) if chance.random() < 0.3 else letter[0], text
    )


# --- quotation marks


def marks_doubled(chance: Random, text: str) -> str:
    times = chance.choice((2, 3, 7))
    return re.sub(f"[{MARKS}]", lambda mark: mark[0] * chance.randint(1, times), text)


def marks_lost(chance: Random, text: str) -> str:
    return re.sub(f"[{MARKS}]", lambda mark: mark[0] if chance.random() < 0.5 else "", text)


def marks_mixed(chance: Random, text: str) -> str:
    return re.sub(f"[{MARKS}]", lambda _: chance.choice(MARKS), text)


def marks_added(chance: Random, text: str) -> str:
    return sprinkled(chance, text, MARKS + "()[]{}—–-…")


def marks_nested(chance: Random, text: str) -> str:
    """Quotations in quotations, some hundred deep."""
    pairs = ("“”", "‘’", "«»", '""', "''", "()", "[]")
    deep = chance.choices(pairs, k=chance.choice((3, 30, 300)))
    sentence = chance.choice(sentences(text))
    nested = "".join(pair[0] + "He said " for pair in deep) + sentence + "".join(pair[1] for pair in reversed(deep))
    return f"{text}\n\nAna Vell said: {nested}\n"


# --- words and sentences


def sentences(text: str) -> list[str]:
    return re.split(r"(?<=[.?!”])\s+", text) or [text]


def shuffled(chance: Random, text: str) -> str:
    parts = sentences(text)
    chance.shuffle(parts)
    return chance.choice((" ", "\n\n", "\n", "")).join(parts)


def words_shuffled(chance: Random, text: str) -> str:
    words = text.split()
    chance.shuffle(words)
    return " ".join(words)


def words_doubled(chance: Random, text: str) -> str:
    most = chance.choice((2, 3, 10))
    return re.sub(r"\S+\s*", lambda word: word[0] * (chance.randint(1, most) if chance.random() < 0.2 else 1), text)


def words_lost(chance: Random, text: str) -> str:
    share = chance.choice((0.05, 0.3, 0.8))
    return re.sub(r"\S+", lambda word: "" if chance.random() < share else word[0], text)


def cases(chance: Random, text: str) -> str:
    change = chance.choice((str.upper, str.lower, str.title, str.swapcase, str.casefold))
    return change(text)


def unspaced(chance: Random, text: str) -> str:
    return re.sub(r"\s+", lambda gap: "" if chance.random() < chance.choice((0.1, 0.9)) else gap[0], text)


def paragraphs_repeated(chance: Random, text: str) -> str:
    paragraph = max(text.split("\n\n"), key=len)
    return text + f"\n\n{paragraph}" * chance.choice((2, 10, 40))


def odd_numbers(chance: Random, text: str) -> str:
    tail = " ".join(
        f"{chance.choice(NAMES)} said on {chance.choice(DAYS)} that it held {chance.choice(NUMBERS)} of Osk."
        f" {chance.choice(NAMES)} controls {chance.choice(NUMBERS)} of the Sorrel Valley,"
        f" up from {chance.choice(NUMBERS)}."
        for _ in range(6)
    )
    return re.sub(r"\d[\d,.]*", lambda _: chance.choice(NUMBERS)[:200], f"{text}\n\n{tail}")


def odd_days(chance: Random, text: str) -> str:
    tail = " ".join(f"The envoy met {chance.choice(NAMES)} {chance.choice(DAYS)}." for _ in range(12))
    return f"{text}\n\n{tail}\n\nPublished {chance.choice(DAYS)}"


def many_said(chance: Random, text: str) -> str:
    word = chance.choice(
        ("said ", "said that ", "he said she said ", "according to ", "told ", "that ", "and ", "not ")
    )
    return f"{text}\n\nAna Vell {word * chance.choice((5, 100, 1_000))}the bridge was lost.\n"


def odd_names(chance: Random, text: str) -> str:
    """Names of 300 words, and names that are code."""
    hostile = ("<script>alert(1)</script>", "{{7*7}}", "%s%n", "=cmd()", "O’Neil-d'Ivoire Jr. III", "Null", "'; DROP--")
    long = " ".join(chance.choice(NAMES).split()[-1] for _ in range(300))
    named = chance.choice((*hostile, long, "Ana " * 40 + "Vell", "Ж" * 300, "A." * 100, "X Æ A-12"))
    return re.sub(r"\b[A-Z][a-z]+ [A-Z][a-z]+\b", lambda name: named if chance.random() < 0.2 else name[0], text)


# --- long ones. The full size is that of the longest article that is read, or near to it.


def _size(chance: Random, most: int) -> int:
    return chance.choice((most // 400, most // 100, most // 40) * 8 + (most // 4,))


def long_sentence(chance: Random, text: str) -> str:
    words = [word.strip(".!?") for word in text.split()]
    return f"{text}\n\nAna Vell said that " + " ".join(chance.choices(words, k=_size(chance, 60_000))) + "."


def long_word(chance: Random, text: str) -> str:
    letters = chance.choice(("a", "ab", "Aé", "x-", "a.", "a'", "1", "1,", "aA", "’s", "—"))
    return f"{text}\n\nAna Vell said that {letters * _size(chance, 50_000)} was lost.\n"


def many_signs(chance: Random, text: str) -> str:
    sign = chance.choice(
        (",", "(", ")", '"', "“", "‘", "'", "[", "-", ".", "; ", ", and ", "( a ) ", "$", "%", "\t", "\n")
    )
    return f"{text}\n\nAna Vell said {sign * _size(chance, 10_000)} that Osk was lost.\n"


def parentheses(chance: Random, text: str) -> str:
    times = _size(chance, 5_000)
    return f"{text}\n\nOsk (" + "Norvia (" * times + "lost" + ")" * times + ") fell, Ana Vell said.\n"


def many_paragraphs(chance: Random, text: str) -> str:
    return f"{text}\n\n" + "Osk fell.\n\n" * _size(chance, 8_000)


# --- hardly any text


def hardly_anything(chance: Random, text: str) -> str:
    alphabet = chance.choice(
        ("", " ", "\n", " \t\r\n", "\u3000\u00a0", ".", ",.;:!?-", MARKS, "0123456789", "\ufeff", "é")
    )
    if not alphabet or chance.random() < 0.2:
        return alphabet + chance.choice(sentences(text))[: chance.randrange(12)]
    return "".join(chance.choices(alphabet, k=chance.choice((1, 30, 3_000))))


TEXTS: dict[str, Mutation] = {
    "bytes flipped": bytes_flipped,
    "bytes cut out": bytes_cut,
    "another encoding": other_encoding,
    "mixed encodings": mixed_encodings,
    "control characters": controls,
    "signs without width": no_width,
    "right to left": turned,
    "line ends": line_ends,
    "combining marks": zalgo,
    "emoji": emoji,
    "homoglyphs": homoglyphs,
    "letters of other blocks": fullwidth,
    "marks doubled": marks_doubled,
    "marks lost": marks_lost,
    "marks of other scripts": marks_mixed,
    "marks added": marks_added,
    "marks nested": marks_nested,
    "sentences shuffled": shuffled,
    "words shuffled": words_shuffled,
    "words doubled": words_doubled,
    "words lost": words_lost,
    "case changed": cases,
    "spaces lost": unspaced,
    "paragraphs repeated": paragraphs_repeated,
    "absurd numbers": odd_numbers,
    "absurd days": odd_days,
    "thousands of “said”": many_said,
    "absurd names": odd_names,
    "a long sentence": long_sentence,
    "a long word": long_word,
    "thousands of signs": many_signs,
    "deep parentheses": parentheses,
    "thousands of paragraphs": many_paragraphs,
    "hardly any text": hardly_anything,
}
"""What is done to plain texts, by name."""
