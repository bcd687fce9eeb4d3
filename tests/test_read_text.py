"""The read stage on .txt and .md files: heads of many shapes, paragraphs, dates, front matter."""

from __future__ import annotations

import itertools
from datetime import date, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reading import read_all

from kg.model import Article, Span
from kg.read.bylines import byline
from kg.read.dates import stamps
from kg.read.head import head
from kg.read.opening import opening
from kg.read.paragraphs import paragraphs

BODY = (
    "The army of Korval said on Sunday that it had lost the bridge at Drenn.\n\n“We will be back,” said Mira Talen.\n"
)


def article(folder: Path, text: str, name: str = "piece.txt") -> Article:
    path = folder / name
    path.write_bytes(text.encode())
    (found,) = read_all(path)
    return found


def bodies(found: Article) -> list[str]:
    return [span.of(found.text) for span in found.paragraphs]


BOTH = ("Ona Berg", "Tarik Oss")

SAVED = """Korval loses the bridge at Drenn
Ona Berg
By Ona Berg, CNN
 4 minute read \n\
Updated 4:30 PM EDT, Mon., March 17, 2025



CNN
 — \n\
The army of Korval said on Sunday that it had lost the bridge.

“We will be back,” said Mira Talen.


Vessa did not comment.
"""


def test_saved_news_page(tmp_path: Path) -> None:
    found = article(tmp_path, SAVED)
    assert found.text == SAVED
    assert found.title == "Korval loses the bridge at Drenn"
    assert found.headline == Span(0, 32)
    assert (found.publisher, found.authors, found.stem) == ("CNN", ("Ona Berg",), "piece")
    assert found.published == date(2025, 3, 17)
    assert found.modified == datetime.fromisoformat("2025-03-17T16:30:00-04:00")
    assert bodies(found) == [
        "The army of Korval said on Sunday that it had lost the bridge.",
        "“We will be back,” said Mira Talen.",
        "Vessa did not comment.",
    ]


@pytest.mark.parametrize(
    ("top", "publisher", "authors", "day"),
    [
        ("Korval loses bridge\n\nBy Ona Berg and Tarik Oss\nMarch 3, 2024\n\n", "", BOTH, "2024-03-03"),
        ("Korval loses bridge\nOna Berg and Tarik Oss\n3 March 2024, 14:05 GMT\n", "", BOTH, "2024-03-03"),
        ("Korval loses bridge\nBy Ona Berg, BBC News, Drenn\nPublished\n3 March 2024\n", "BBC News", ("Ona Berg",),
         "2024-03-03"),
        ("# Korval loses bridge\n\n*By Ona Berg | 2024-03-03*\n\n", "", ("Ona Berg",), "2024-03-03"),
        ("World\n\nKorval loses bridge\n\nDrenn Courier\n\nLast updated 2024-03-03\n", "Drenn Courier", (),
         "2024-03-03"),
        ("Korval loses bridge\n\nKORVAL, Oct 3, 2024 (Reuters) - ", "Reuters", (), "2024-10-03"),
        ("Korval loses bridge.\n\nVESSA (AP) — ", "AP", (), None),
        ("Korval loses bridge\nDrenn Monitor\n—\n", "Drenn Monitor", (), None),
        ("Korval loses bridge\n\nDrenn, Korval\nCNN\n — \n", "CNN", (), None),
        ("CNN — ", "CNN", (), None),
        ("(CNN) ", "CNN", (), None),
        ("PORT-AU-DRENN, Korval — ", "", (), None),
        ("Title: Korval loses bridge\nAuthor: Ona Berg\nSource: Drenn Courier\nDate: 3 March 2024\n\n", "Drenn Courier",
         ("Ona Berg",), "2024-03-03"),
        ("Korval loses bridge\n\nBy Reuters staff\n\nTarik Oss/AFP/Getty Images\n\n", "Reuters", (), None),
        ("Korval loses bridge: ‘It is over.’\nOna Berg for The Drenn Courier\n2 min read\nUpdated 4 hours ago\n",
         "The Drenn Courier", ("Ona Berg",), None),
    ],
)  # fmt: skip
def test_heads(tmp_path: Path, top: str, publisher: str, authors: tuple[str, ...], day: str | None) -> None:
    found = article(tmp_path, top + BODY)
    assert bodies(found) == BODY.strip().split("\n\n")
    assert (found.publisher, found.authors) == (publisher, authors)
    assert (found.published and found.published.isoformat()) == day
    if "loses" in top:
        assert found.headline
        assert found.title == found.headline.of(found.text)
        assert found.title.startswith("Korval loses bridge")


@pytest.mark.parametrize(
    "text",
    [
        "Korval lost the bridge on Sunday.\n\nVessa has it now.",
        "By the end of the week the army had left.\nNobody knew why.",
        "By Monday evening they were gone.",
        "The US — and not for the first time — said no to the plan.",
        "Talen, who led the talks — they lasted a week — said that she was tired.",
        "Army holds the bridge",
        "“We hold the bridge,” she said.\n“Nobody can take it.”",
        "March 3 was the day on which it began.\n\nThe war was over in May.",
        "The Drenn Courier said that it had seen the paper.\n\nIt did not print it.",
        "Updated figures show that four people died.\n\nThe town is shut.",
        "CNN said that it was wrong.\nIt was not.",
    ],
)
def test_text_without_a_head_keeps_all_of_it(tmp_path: Path, text: str) -> None:
    found = article(tmp_path, text)
    assert bodies(found) == [line for line in text.split("\n") if line]
    assert (found.headline, found.title, found.publisher, found.authors, found.published) == (None, "", "", (), None)


def test_sentence_between_title_and_date_stays(tmp_path: Path) -> None:
    found = article(
        tmp_path, "Korval loses bridge\n\nThe army fled in the night.\n\nBy Ona Berg\n\n3 March 2024\n\n" + BODY
    )
    assert bodies(found)[0] == "The army fled in the night."
    assert len(found.paragraphs) == 3


def test_heading_below_the_title_is_no_author(tmp_path: Path) -> None:
    assert article(tmp_path, "Korval loses bridge\n\nWhat We Know\n\n" + BODY).authors == ()


def test_line_ends_are_kept_and_offsets_count_code_points(tmp_path: Path) -> None:
    text = "Korval 🌉 falls\r\nBy Ona Berg\r\n\r\nIt fell — “at last” — on Sunday.\r\n\r\n\r\nNobody was hurt.\r\n"
    found = article(tmp_path, text)
    assert found.text == text
    assert found.headline == Span(0, 14)
    assert bodies(found) == ["It fell — “at last” — on Sunday.", "Nobody was hurt."]


def test_wrapped_lines_make_one_paragraph() -> None:
    text = (
        "The army of Korval said on Sunday that it had lost the bridge at\n"
        "Drenn, which it had held since the first days of the war. It will\n"
        "be back, it said.\n"
        "\n"
        "Vessa did not comment on the loss, and its ministers were not to be\n"
        "reached.\n"
    )
    first, second = (span.of(text) for span in paragraphs(text))
    assert first.startswith("The army")
    assert first.endswith("it said.")
    assert second.endswith("reached.")


def test_one_line_a_paragraph_without_blank_lines() -> None:
    text = "The army of Korval lost the bridge at Drenn on Sunday.\nVessa has it now.\nThe talks go on.\n"
    assert [span.of(text) for span in paragraphs(text)] == text.splitlines()


def test_subheading_above_its_paragraph_stays_apart() -> None:
    text = "What comes next\nThe minister said that the talks would go on until the end of June.\n"
    assert len(list(paragraphs(text))) == 2


def test_marks_and_furniture_are_left_out() -> None:
    text = (
        "## What next\n\nThe plan has two points:\n- An army leaves.\n- A town is given back.\n\n"
        "Advertisement\n\n***\n\n> It is over.\n\n(AP Photo/Ona Berg)\n"
    )
    assert [span.of(text) for span in paragraphs(text)] == [
        "What next",
        "The plan has two points:",
        "An army leaves.",
        "A town is given back.",
        "It is over.",
    ]


FRONT = """---
title: "Korval: the bridge falls"
publisher: Drenn Courier
authors: [Ona Berg, {name: Tarik Oss}]
url: https://courier.example/bridge
id: dc-17
published: 2024-03-03
modified: 2024-03-04T10:00:00+02:00
---
"""


def test_front_matter(tmp_path: Path) -> None:
    found = article(tmp_path, FRONT + BODY, "piece.md")
    assert (found.title, found.publisher) == ("Korval: the bridge falls", "Drenn Courier")
    assert found.authors == ("Ona Berg", "Tarik Oss")
    assert (found.url, found.identifier) == ("https://courier.example/bridge", "dc-17")
    assert found.published == date(2024, 3, 3)
    assert found.modified == datetime.fromisoformat("2024-03-04T10:00:00+02:00")
    assert found.headline is None
    assert bodies(found) == BODY.strip().split("\n\n")


def test_title_of_front_matter_repeated_as_heading_is_the_headline(tmp_path: Path) -> None:
    found = article(tmp_path, FRONT + "\n# Korval: the bridge falls\n\n" + BODY, "piece.md")
    assert found.headline
    assert found.headline.of(found.text) == "Korval: the bridge falls"
    assert len(found.paragraphs) == 2


def test_front_matter_with_a_bare_colon_is_read_line_by_line(tmp_path: Path) -> None:
    found = article(tmp_path, "---\ntitle: Korval: the bridge falls\nby: Ona Berg\n---\n" + BODY)
    assert (found.title, found.authors) == ("Korval: the bridge falls", ("Ona Berg",))
    assert "not valid YAML" in found.notes[0]


@pytest.mark.parametrize("top", ["---\n", "---\n[[[\n---\n", "---\nJust a line.\n---\n", "---\n- a\n- b\n---\n"])
def test_rules_at_the_top_are_no_front_matter(tmp_path: Path, top: str) -> None:
    assert bodies(article(tmp_path, top + BODY))[-2:] == BODY.strip().split("\n\n")


@pytest.mark.parametrize(
    ("words", "days", "moment"),
    [
        ("Updated 7:20 AM EST, Tue February 4, 2025", ["2025-02-04"], "2025-02-04T07:20:00-05:00"),
        ("Last updated on: 3rd of March 2024 at 2.05 p.m. ET", ["2024-03-03"], "2024-03-03T14:05:00-05:00"),
        ("July 4, 2024 · 9:05 am ET", ["2024-07-04"], "2024-07-04T09:05:00-04:00"),
        ("2024-03-03T14:05:00.000Z", ["2024-03-03"], "2024-03-03T14:05:00+00:00"),
        ("Mon, 17 Mar 2025 16:48:00 +0530", ["2025-03-17"], "2025-03-17T16:48:00+05:30"),
        ("Published 12:15 AM GMT, 3 March 2024", ["2024-03-03"], "2024-03-03T00:15:00+00:00"),
        ("Published March 3, 2024 | Updated March 4, 2024", ["2024-03-03", "2024-03-04"], None),
        ("Updated 9:00 IST, 3 March 2024", None, None),  # India, Israel or Ireland
        ("17.03.2025", ["2025-03-17"], None),
        ("3/17/2025", ["2025-03-17"], None),
        ("3/4/2025", [], None),
        ("Updated 4 hours ago", [], None),
        ("October 3", [], None),
        ("Feb 30, 2024", [], None),
        ("25:99, 3 March 2024", ["2024-03-03"], None),
        ("Tuesday", None, None),
        ("Updated", None, None),
        ("12 killed", None, None),
        ("March 3, 2024 was the day", None, None),
    ],
)
def test_dates(words: str, days: list[str] | None, moment: str | None) -> None:
    found = stamps(words)
    assert (None if found is None else [stamp.day.isoformat() for stamp in found]) == days
    assert moment is None or (found and found[0].moment and found[0].moment.isoformat() == moment)


@pytest.mark.parametrize(
    ("words", "authors", "outlet"),
    [
        ("By Ona Berg, Tarik Oss and J. P. van der Roe, CNN", ("Ona Berg", "Tarik Oss", "J. P. van der Roe"), "CNN"),
        ("Analysis by Ona Berg, The Drenn Courier", ("Ona Berg",), "The Drenn Courier"),
        ("By Ona Berg of The Associated Press", ("Ona Berg",), "The Associated Press"),
        ("By Ona Berg in Drenn and Tarik Oss in Vessa", ("Ona Berg", "Tarik Oss"), ""),
        ("By Ona Berg, foreign editor", ("Ona Berg",), ""),
        ("BY ONA BERG", ("ONA BERG",), ""),
        ("By Reuters", (), "Reuters"),
    ],
)
def test_bylines(words: str, authors: tuple[str, ...], outlet: str) -> None:
    found = byline(words)
    assert found
    assert (found.authors, found.outlet) == (authors, outlet)


@pytest.mark.parametrize("words", ["By Monday they had left", "By 2030 it will be dry", "By", "Bye Bye Baby"])
def test_no_bylines(words: str) -> None:
    assert byline(words) is None


@pytest.mark.parametrize(
    "words", ["The UN — again — said no.", "Talks (in Drenn) - the third - ended.", "It was — he said — late."]
)
def test_no_openings(words: str) -> None:
    assert opening(words, 0) is None


sentences = st.lists(
    st.lists(st.sampled_from(["the", "army", "of", "Korval", "said", "1,000", "“no”", "it", "naïve"]), min_size=1)
    .map(lambda words: "He " + " ".join(words) + "."),
    min_size=1,
)  # fmt: skip
gaps = st.sampled_from(["\n", "\r\n", "\n\n", "\n \t\n\n", "\r\n\r\n", "\u2028"])


@given(sentences, st.data())
def test_paragraphs_of_a_text_without_head_cover_it(found: list[str], data: st.DataObject) -> None:
    text = "".join(sentence + data.draw(gaps) for sentence in found)
    spans = list(paragraphs(text, head(text).end))
    assert "".join("".join(span.of(text).split()) for span in spans) == "".join(text.split())


@settings(max_examples=300)
@given(st.text(st.sampled_from("aB.—-,:#>*|()“” \n\r\t\u200b1290") | st.characters(codec="utf-8")), st.integers(0, 3))
def test_spans_stand_in_order_inside_any_text(text: str, lead: int) -> None:
    text = ("By Ona Berg\n", "Title\n2024-03-03\n", "CNN\n—\n", "")[lead] + text
    top = head(text)
    spans = [*([top.headline] if top.headline else []), *top.decks, *paragraphs(text, top.end)]
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert all(first.end <= second.start for first, second in itertools.pairwise(spans))
    assert all(span.of(text) == span.of(text).strip() for span in spans)
