"""How attributions are counted, on articles of our own marked as PolNeAR is."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from spacy.language import Language

from kg.errors import KgError
from kg.evaluate import causes, polnear, polnear_tokens
from kg.evaluate.attributions import ROLES, Measured, characters, paired
from kg.evaluate.causes import Compared
from kg.model import Attribution, Span

TEXT = "Ana Vessa said the bridge was safe. “It stands,” she added. The mayor believes that the road will open."
SAID = (("Ana Vessa",), ("said",), ("the bridge was safe",))
ADDED = (("she",), ("added",), ("“It stands,”",))
DOUBTED = (("The mayor",), ("believes",), ("that the road will open",))


def spans(*words: str) -> tuple[Span, ...]:
    return tuple(Span(TEXT.index(w), TEXT.index(w) + len(w)) for w in words)


def attribution(source: tuple[str, ...], cue: tuple[str, ...], content: tuple[str, ...], kind: str = "") -> Attribution:
    return Attribution(spans(*source), spans(*cue), spans(*content), kind)


def standoff(*attributions: tuple[tuple[str, ...], ...]) -> str:
    """Attributions in brat's lines, as the set has them: a role with several spans is numbered."""
    rows, events = [], []
    for said in attributions:
        event = []
        for role, pieces in zip(ROLES, said, strict=True):
            for number, span in enumerate(spans(*pieces)):
                rows.append(f"T{len(rows) + 1}\t{role} {span.start} {span.end}\t{span.of(TEXT)}")
                event.append(f"{role}{number + 1 if number else ''}:T{len(rows)}")
        events.append(f"E{len(events) + 1}\t{' '.join(event)}")
    return "".join(f"{row}\n" for row in [*rows, *events])


def compared(gold: list[Attribution], found: list[Attribution], nested: tuple[Attribution, ...] = ()) -> Compared:
    sides = ([characters(a.content, TEXT) for a in side] for side in (found, gold))
    return Compared("a", TEXT, tuple(gold), tuple(found), nested, paired(*sides))


# --- the set


def test_annotations_are_read_with_their_kind() -> None:
    parted = (("The mayor",), ("believes",), ("“It stands,”", "that the road will open"))
    found = polnear.annotated(standoff(SAID, ADDED, parted, (("she",), ("added",), ())), TEXT)  # the last says nothing
    assert found == [attribution(*SAID, "indirect"), attribution(*ADDED, "direct"), attribution(*parted, "mixed")]


def test_a_span_of_several_pieces() -> None:
    rows = "T1\tContent 0 3;10 14\tAna said\nT2\tDiscard 4 9\tVessa\nE1\tAttribution:T9 Content:T1\n"
    assert polnear.annotated(rows, TEXT) == [Attribution((), (), (Span(0, 3), Span(10, 14)), "indirect")]


# --- pairs


@pytest.mark.parametrize(
    ("found", "gold", "expected"),
    [
        ([{1, 2}], [{1, 2, 3, 4}], {0: 0}),  # just half
        ([{1, 2}], [{1, 2, 3, 4, 5}], {}),
        ([{1, 2, 3}, {1, 2}], [{1, 2}], {0: 1}),  # the one that is more alike
        ([{1, 2, 3, 4}], [{1, 2}, {3, 4}], {1: 0}),  # one to one
        ([set()], [{1}], {}),
    ],
)
def test_pairs(found: list[set[int]], gold: list[set[int]], expected: dict[int, int]) -> None:
    assert paired([*map(frozenset, found)], [*map(frozenset, gold)]) == expected


# --- figures


def test_figures() -> None:
    gold = [attribution(*SAID, "indirect"), attribution(*ADDED, "direct"), attribution(*DOUBTED, "indirect")]
    found = [attribution(*SAID), attribution(("Ana Vessa",), ("added",), ("“It stands,”",))]  # the second: not "she"
    measured = Measured("a set", (compared(gold, found),))
    figures = dict(measured.figures())
    whole = figures["attributions of a set"]
    # without white space 16 + 11 + 19 characters are marked; the first 27 are found
    assert whole == {
        "articles": 1,
        "refused": 0,
        "content P": 100.0,
        "content R": pytest.approx(100 * 27 / 46),
        "content F": pytest.approx(100 * 2 * 27 / 73),
        "attribution P": 100.0,
        "attribution R": pytest.approx(200 / 3),
        "attribution F": 80.0,
        "attributed P": 50.0,
        "attributed R": pytest.approx(100 / 3),
        "attributed F": 40.0,
    }
    kinds = figures["attributions of a set: share found, by quotation marks"]
    assert (kinds["direct, how many"], kinds["direct, found"], kinds["direct, attributed"]) == (1, 100.0, 0.0)
    assert (kinds["indirect, how many"], kinds["indirect, found"], kinds["indirect, attributed"]) == (2, 50.0, 50.0)
    cues = figures["attributions of a set: share found, by cue"]
    assert cues["verb of saying, found"] == 100.0


def test_no_source_on_either_side_is_right() -> None:
    one = replace(attribution(*SAID), source=())
    assert compared([one], [one]).attributed(0)
    assert not compared([one], [attribution(*SAID)]).attributed(0)


# --- causes


def errors(gold: list[Attribution], found: list[Attribution], nested: tuple[Attribution, ...] = ()) -> list[str]:
    return [f"{e.error}: {e.cause}: {e.cue}" for e in causes.errors_of(compared(gold, found, nested))]


def test_why_missed() -> None:
    said = attribution(*SAID)
    assert errors([said], []) == ["missed: cue known, nothing found: say"]
    assert errors([said], [], (said,)) == ["missed: taken for nested: say"]
    assert errors([replace(said, cue=())], []) == ["missed: no cue: "]
    assert errors([replace(said, cue=spans("stands"))], []) == ["missed: cue not in the lexicon: stand"]


def test_too_little_content_is_an_error_on_both_sides() -> None:
    said = attribution(*SAID)
    short = replace(said, content=spans("safe"))
    assert errors([said], [short]) == [
        "missed: contents share less than half: say",
        "spurious: contents share less than half: say",
    ]


def test_why_spurious() -> None:
    added = attribution(*ADDED)
    assert errors([], [added]) == ["spurious: not marked: add"]
    whole = replace(attribution(*SAID), content=(Span(15, len(TEXT)),))
    assert errors([whole], [whole, added]) == ["spurious: inside what another says: add"]
    assert errors([added], [whole]) == [
        "missed: taken for what another cue says: add",
        "spurious: not marked: say",
    ]


def test_why_another_source() -> None:
    said = attribution(*SAID)
    other, nobody = replace(said, source=spans("she")), replace(said, source=())
    assert errors([said], [other]) == ["source: another one found: say"]
    assert errors([said], [nobody]) == ["source: none found: say"]
    assert errors([nobody], [said]) == ["source: none is marked: say"]


def test_errors_are_rows_with_frequent_cues_first() -> None:
    gold = [attribution(*ADDED), attribution(*SAID), attribution(*DOUBTED)]
    again = replace(compared([attribution(*SAID)], []), stem="b")
    rows = Measured("a set", (compared(gold, []), again)).errors()
    known = [(row.cue, row.article) for row in rows if row.cause == "cue known, nothing found"]
    assert known[:3] == [("say", "a"), ("say", "b"), ("add", "a")]
    assert next(row for row in rows if row.cue == "add").words == "“It stands,” she added"


@pytest.mark.parametrize(
    ("cue", "expected"),
    [
        ("has also said", ("say", "verb of saying")),
        ("didn't believe", ("believe", "verb of thinking")),
        ("voiced the hope", ("hope", "noun")),
        ("according to", ("according to", "according to")),
        ("was giddy with", ("giddy", "other words")),
        ("", ("", "no cue")),
    ],
)
def test_types_of_cues(cue: str, expected: tuple[str, str]) -> None:
    assert causes.head(cue.split()) == expected


# --- tokens


def item(name: str, *rows: tuple[str, str]) -> polnear_tokens.Item:
    return polnear_tokens.Item(name, tuple(token for token, _ in rows), tuple(tag for _, tag in rows))


BRIDGE = item(
    "a_1",
    ("Ana", "B-source"),
    ("Vessa", "I-source"),
    ("said", "B-cue"),
    ("the", "B-content"),
    ("bridge", "I-content"),
    ("was", "I-content"),
    ("safe", "I-content"),
    (".", "O"),
)
STANDS = item(
    "a_1",
    ("``", "B-content"),
    ("It", "I-content"),
    ("stands", "I-content"),
    (",", "I-content"),
    ("''", "I-content"),
    ("she", "B-source"),
    ("added", "B-cue"),
    (".", "O"),
)


def test_tags_are_those_of_the_set() -> None:
    found = polnear_tokens.tagged([BRIDGE, STANDS], TEXT, [attribution(*SAID), attribution(*ADDED)])
    assert [tuple(tags) for tags in found] == [BRIDGE.tags, STANDS.tags]


def test_a_piece_starts_anew_in_each_sentence_and_the_longest_counts() -> None:
    whole = Attribution((), (), (Span(15, len(TEXT)),), "")
    _, second = polnear_tokens.tagged([BRIDGE, STANDS], TEXT, [attribution(*ADDED), whole])
    assert second == ["B-content", *["I-content"] * 7]


def test_exact_match() -> None:
    short = attribution(("Ana Vessa",), ("said",), ("bridge was safe",))
    found = polnear_tokens.score([BRIDGE, STANDS], {"a": (TEXT, [short])})
    assert (found["source P"], found["source R"]) == (100.0, 50.0)
    assert found["cue F"] == pytest.approx(200 / 3)
    assert found["content F"] == 0.0


def test_sentences_of_other_articles_do_not_count() -> None:
    assert polnear_tokens.score([BRIDGE], {"b": (TEXT, [])})["source R"] == 0.0
    assert (
        polnear_tokens.score([BRIDGE, replace(BRIDGE, name="c_1")], {"a": (TEXT, [attribution(*SAID)])})["cue R"] == 100
    )


@pytest.mark.parametrize(
    ("tokens", "text", "expected"),
    [
        ("I ca n't -LRB- yet -RRB-", "I can’t (yet)", ["I", "ca", "n’t", "(", "yet", ")"]),
        ("I can not -- go", "I cannot — go", ["I", "can", "not", "—", "go"]),
        ("In the U.N. . He", "In the U.N. He", ["In", "the", "U.N.", "", "He"]),  # a full stop that is there twice
        ("He left", "Kestria. He left", ["He", "left"]),
    ],
)
def test_places_of_tokens(tokens: str, text: str, expected: list[str]) -> None:
    assert [place.of(text) for place in polnear_tokens.places(tokens.split(), text)] == expected


# --- a folder


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An article, one that is not English, and the first one's sentences as tokens."""
    root = tmp_path / "eval" / "polnear" / "dev"
    for name in ("text", "attributions"):
        (root / name).mkdir(parents=True)
    (root / "text" / "a.txt").write_text(TEXT, "utf-8")
    (root / "attributions" / "a_1.ann").write_text(standoff(SAID, ADDED), "utf-8")
    (root / "attributions" / "a_2.ann").write_text("", "utf-8")  # by a second annotator
    german = "Die Brücke ist sicher, sagte Ana Vessa am Montag. Die Straße bleibt aber noch eine Weile gesperrt."
    (root / "text" / "b.txt").write_text(german * 5, "utf-8")
    (root / "attributions" / "b_1.ann").write_text("T1\tContent 0 21\tx\nE1\tContent:T1\n", "utf-8")
    (root / "text" / "unmarked.txt").write_text(TEXT, "utf-8")
    tokens = tmp_path / "eval" / "polnear_tokens" / "valid.txt"
    tokens.parent.mkdir()
    rows = ({"tokens": one.tokens, "labels": one.tags, "id": one.name} for one in (BRIDGE, STANDS))
    tokens.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    return tmp_path


def test_an_article_that_is_refused_counts_as_missed(folder: Path, english: Language) -> None:
    figures = dict(polnear.evaluate(folder, english))
    whole = figures["attributions of PolNeAR, dev"]
    assert (whole["articles"], whole["refused"]) == (2, 1)
    assert whole["attribution R"] == pytest.approx(200 / 3)
    assert figures["attributions of PolNeAR, dev: exact match on tokens"]["cue R"] == 100.0


def test_one_article_of_so_many(folder: Path, english: Language) -> None:
    assert [one.stem for one in polnear.measure(folder, english, every=2).articles] == ["a"]


def test_a_folder_without_the_set(tmp_path: Path, english: Language) -> None:
    with pytest.raises(KgError, match="no PolNeAR here"):
        list(polnear.evaluate(tmp_path, english))
