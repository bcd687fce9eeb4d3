"""Quotation marks paired into quotations: in plain strings, in docs, and in the layers of an article."""

from __future__ import annotations

from itertools import pairwise

import pytest
import spacy
from docs import article
from hypothesis import example, given
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc

from kg.annotate import annotate
from kg.annotate.quotations import quotations, quotations_of
from kg.model import Article, Quotation, Span


def found(text: str) -> list[Quotation]:
    return quotations(text, article(text).paragraphs)


@pytest.fixture(scope="module")
def plain() -> Language:
    """A pipeline that does nothing else."""
    nlp = spacy.blank("en")
    nlp.add_pipe("kg_quotations")
    return nlp


WORDS = [
    # text, the words of each quotation
    ("“We will go,” she said.", ["We will go,"]),
    ('"We will go," she said.', ["We will go,"]),
    ("‘We will go,’ she said.", ["We will go,"]),
    ("'We will go,' she said.", ["We will go,"]),
    ("„We will go,” she said.", ["We will go,"]),
    ("«We will go», she said.", ["We will go"]),
    ("“We,” she said, “will go.”", ["We,", "will go."]),
    ('"We," she said, "will go."', ["We,", "will go."]),
    ("'We,' she said, 'will go.'", ["We,", "will go."]),
    ("She asked: “Why?”", ["Why?"]),
    # other forms
    ("``We will go,'' she said.", ["We will go,"]),
    ("`` We will go , '' she said .", ["We will go ,"]),
    ("''We will go,'' she said. ''Now.''", ["We will go,", "Now."]),
    ("‘‘We will go,’’ she said.", ["We will go,"]),
    ("`We will go,' she said.", ["We will go,"]),
    ("„We will go“, she said.", ["We will go"]),
    ("‚We will go‘, she said.", ["We will go"]),
    ("»We will go«, she said.", ["We will go"]),
    ("« We will go », she said.", ["We will go"]),
    ("‹We will go›, she said.", ["We will go"]),
    ("”We will go,” she said.", ["We will go,"]),
    # forms mixed by mistake
    ('“We will go," she said. "Now.”', ["We will go,", "Now."]),
    ("“We will go,“ she said.", ["We will go,"]),
    ("“We will go,'' she said.", ["We will go,"]),
    # nested
    ("“He said ‘no’ to me,” she said.", ["He said ‘no’ to me,", "no"]),
    ("“He said 'no' to me,” she said.", ["He said 'no' to me,", "no"]),
    ("‘He said “no” to me,’ she said.", ["He said “no” to me,", "no"]),
    ("'He said \"no\" to me,' she said.", ['He said "no" to me,', "no"]),
    ("\"He said 'no' to me,\" she said.", ["He said 'no' to me,", "no"]),
    ("“He said “no” to me,” she said.", ["He said “no” to me,", "no"]),
    ('"He said "no" to me," she said.', ['He said "no" to me,', "no"]),
    ("“‘No,’ he said,” she said.", ["‘No,’ he said,", "No,"]),
    ("“He said, ‘No.’”", ["He said, ‘No.’", "No."]),
    ("\"He said, 'No.'\"", ["He said, 'No.'", "No."]),
    ("''He said, 'No,''' she said.", ["He said, 'No,'", "No,"]),
    ("'''No,' he said,'' she said.", ["'No,' he said,", "No,"]),
    ("“He read ‘the word “no” aloud’ to us,” she said.",
     ["He read ‘the word “no” aloud’ to us,", "the word “no” aloud", "no"]),
    ("«He said “no” to me», she said.", ["He said “no” to me", "no"]),
    # apostrophes
    ("The workers’ rights are Dahl’s business.", []),
    ("The workers' rights are Dahl's business.", []),
    ("She left in the ’90s.", []),
    ("She left in the ‘90s.", []),
    ("She left in the '90s.", []),
    ("She left in the '90s and he didn't.", []),
    ("The class of '98 met the bosses' son.", []),
    ("Rock ’n’ roll isn’t dead.", []),
    ("Rock 'n' roll isn't dead, the bosses' son said.", []),
    ("Get ’em, and get 'em at the farmers' gate.", []),
    ("‘The workers’ rights are safe,’ she said.", ["The workers’ rights are safe,"]),
    ("'The workers' rights are safe,' she said.", ["The workers' rights are safe,"]),
    ("‘The workers’ rights and the owners’ duties,’ she said.", ["The workers’ rights and the owners’ duties,"]),
    ("“The workers’ rights are ‘safe’,” she said.", ["The workers’ rights are ‘safe’,", "safe"]),
    ("The ‘losers’ met the ‘winners’ at Osk.", ["losers", "winners"]),
    ("The ‘losers’ met at Osk.", ["losers"]),
    ("The 'losers' met the bosses' son.", ["losers"]),
    ("He called her ‘Fightin’ Anna’ again.", ["Fightin’ Anna"]),
    ("‘We don’t know,’ she said.", ["We don’t know,"]),
    ("“It's o’clock now, d’you see,” she said.", ["It's o’clock now, d’you see,"]),
    ("“Give ‘em hell,” she said in the boys’ hall.", ["Give ‘em hell,"]),
    ("‘kay, “the boys’ hall” it is.", ["the boys’ hall"]),
    # measures and stray marks
    ('A 6" pipe burst.', []),
    ('"A 6" pipe burst," she said.', ['A 6" pipe burst,']),
    ("“He is 5’10” tall,” she said.", ["He is 5’10” tall,"]),
    ('She took "about 50" men and "no more".', ["about 50", "no more"]),
    ("A stray ” mark.", []),
    ('A stray " mark.', []),
    ("A stray » mark, and a stray ’ too.", []),
    ("“He said ‘no to me,” she said.", ["He said ‘no to me,"]),
    ("‘He said “no to me,’ she said.", ["He said “no to me,"]),
    # brackets and dashes before a mark
    ("She left (“for good”).", ["for good"]),
    ('She left ("for good").', ["for good"]),
    ("She left—“for good,” she said.", ["for good,"]),
    ('She left—"for good," she said.', ["for good,"]),
    ("“We will—” she began.", ["We will—"]),
    # nothing
    ("She left.", []),
    ("“” and \"\" and ‘’", []),
    ("“", []),
    ("", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words"), WORDS)
def test_words(text: str, words: list[str]) -> None:
    assert [q.words.of(text) for q in found(text)] == words


def test_the_span_holds_the_marks() -> None:
    text = "“We will go,” she said."
    (one,) = found(text)
    assert one.span.of(text) == "“We will go,”"
    assert not one.single
    assert not one.continues


def test_single_marks_are_told() -> None:
    assert [q.single for q in found("“He said ‘no’ to me,” she said.")] == [False, True]


REOPENED = [
    # text, (words, does it continue?)
    ("“We waited.\n\n“Now we go,” she said.", [("We waited.", True), ("Now we go,", False)]),
    ('"We waited.\n\n"Now we go," she said.', [("We waited.", True), ("Now we go,", False)]),
    ("''We waited.\n\n''Now we go,'' she said.", [("We waited.", True), ("Now we go,", False)]),
    ("‘We waited.\n\n‘Now we go,’ she said.", [("We waited.", True), ("Now we go,", False)]),
    ("«We waited.\n\n«Now we go», she said.", [("We waited.", True), ("Now we go", False)]),
    ("“One.\n\n“Two.\n\n“Three.”", [("One.", True), ("Two.", True), ("Three.", False)]),
    ("“One.”\n\n“Two.”", [("One.", False), ("Two.", False)]),
    # with one inside
    (
        "“He said: ‘We waited.\n\n“‘Now we go.’”",
        [("He said: ‘We waited.", True), ("We waited.", True), ("‘Now we go.’", False), ("Now we go.", False)],
    ),
    ("“He said ‘no’ to us.\n\n“Now we go.”", [("He said ‘no’ to us.", True), ("no", False), ("Now we go.", False)]),
    # an odd mark costs its own paragraph alone
    ("“We waited.\n\nThey left. “No,” she said.", [("We waited.", False), ("No,", False)]),
    ("“We waited.\n\n‘No,’ she said.", [("We waited.", False), ("No,", False)]),
    ("“We waited. “Now we go,” she said.", [("Now we go,", False)]),
    ('"We waited. "Now we go," she said.', [("Now we go,", False)]),
    ("‘kay, she said.\n\n“No,” he said.", [("No,", False)]),
    ("She left, ” he said.\n\n“No,” she said.", [("No,", False)]),
]


@pytest.mark.parametrize(("text", "expected"), REOPENED)
def test_quotations_over_paragraphs(text: str, expected: list[tuple[str, bool]]) -> None:
    assert [(q.words.of(text), q.continues) for q in found(text)] == expected


# --- whatever the text is

MARKED = st.text(alphabet="abs 6.,\n“”‘’\"'«»„‚`—(", max_size=60)
LINE = st.text(alphabet="abs 6.,“”‘’\"'«»„`—(", max_size=30)


@given(MARKED | st.text())
@example("‘‘‘“““’’’")
def test_any_text_gives_words_inside_marks_inside_one_paragraph(text: str) -> None:
    paragraphs = article(text).paragraphs
    for q in found(text):
        assert q.span.holds(q.words)
        assert q.words.of(text).strip() == q.words.of(text) != ""
        assert any(paragraph.holds(q.span) for paragraph in paragraphs)


@given(MARKED)
def test_quotations_nest_and_are_in_order(text: str) -> None:
    spans = [q.span for q in found(text)]
    assert spans == sorted(set(spans), key=lambda span: (span.start, -span.end))
    for number, outer in enumerate(spans):
        assert all(outer.holds(one) or not outer.meets(one) for one in spans[number + 1 :])


@given(MARKED)
def test_a_quotation_continues_where_the_next_paragraph_opens_with_a_mark(text: str) -> None:
    paragraphs = article(text).paragraphs
    for paragraph, following in pairwise([*paragraphs, Span(len(text), len(text))]):
        going = [q for q in found(text) if paragraph.holds(q.span) and q.continues]
        assert all(q.span.end == paragraph.end for q in going)
        if going:
            assert not text[following.start].isalnum()


@given(LINE, LINE, LINE, st.sampled_from("“”‘’\"'«»„‚`"), st.integers(0, 30))
def test_an_odd_mark_changes_nothing_outside_its_paragraph(
    before: str, own: str, after: str, mark: str, place: int
) -> None:
    text = f"A {before}.\n\nB {own}.\n\nC {after}."
    start, end = len(f"A {before}.\n\n"), len(f"A {before}.\n\nB {own}.")
    at = min(start + 1 + place, end)
    odd = text[:at] + mark + text[at:]
    others = [q for q in found(text) if q.span.end <= start or q.span.start >= end]
    assert [(q.words.of(text), q.single) for q in others] == [
        (q.words.of(odd), q.single) for q in found(odd) if q.span.end <= start or q.span.start > end
    ]


# --- in docs

DOCS = [
    # text, the tokens of each quotation
    ("“We will go,” she said.", ["“We will go,”"]),
    ("\"He said 'no' to me,\" she said.", ["\"He said 'no' to me,\"", "'no'"]),
    ("‘He said “no” to me,’ she said.", ["‘He said “no” to me,’", "“no”"]),
    ("“We waited.\n\n“Now we go,” she said.", ["“We waited.", "“Now we go,”"]),
    ("\n\n“We waited.\n \n“Now we go,” she said.\n", ["“We waited.", "“Now we go,”"]),
    # a mark inside a token
    ("“We go”-she said.", ["“We go”-she"]),
    ("She left.", []),
    ("", []),
]


@pytest.mark.parametrize(("text", "expected"), DOCS)
def test_the_component_on_plain_text(plain: Language, text: str, expected: list[str]) -> None:
    doc = plain(text)
    assert [span.text for span in doc.spans["quotations"]] == expected


def test_paragraphs_that_are_set_are_kept(plain: Language) -> None:
    doc = plain.make_doc("“We waited.\n“Now we go,” she said.")
    doc.spans["paragraphs"] = [doc[:4], doc[5:]]
    assert [q.continues for q in quotations_of(plain(doc))] == [True, False]


def test_a_doc_without_paragraphs_has_no_quotations(plain: Language) -> None:
    doc = plain.make_doc("“We waited.”")
    doc.spans["paragraphs"] = []
    assert quotations_of(plain(doc)) == ()


def test_quotations_are_stored_with_the_doc(plain: Language) -> None:
    doc = plain("“He said ‘no’ to me,” she said.\n\n“And")
    assert quotations_of(Doc(plain.vocab).from_bytes(doc.to_bytes())) == quotations_of(doc)


@given(MARKED)
def test_any_doc_has_its_quotations(plain: Language, text: str) -> None:
    doc = plain(text)
    found_in = quotations_of(doc)
    spans = doc.spans["quotations"]
    assert len(spans) == len(found_in)
    for span, q in zip(spans, found_in, strict=True):
        assert Span(span.start_char, span.end_char).holds(q.span)


@pytest.mark.parametrize("name", ["kg_quotations", None])
def test_an_article_keeps_its_paragraphs_whatever_the_pipeline(name: str | None) -> None:
    nlp = spacy.blank("en")
    if name:
        nlp.add_pipe(name)
    text = "A “stray” head\n\n“We waited.\n“Now we go,” she said."
    start, middle = text.index("“We"), text.index("“Now")
    paragraphs = (Span(start, middle - 1), Span(middle, len(text)))
    [(doc, _)] = annotate([Article(text, "a.txt", "a", paragraphs=paragraphs)], nlp)
    assert [q.words.of(text) for q in doc.user_data["layers"].quotations] == ["We waited.", "Now we go,"]
    assert [span.text for span in doc.spans["quotations"]] == ["“We waited.", "“Now we go,”"]
