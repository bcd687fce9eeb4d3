"""The article page as text: cut into pieces, with a card for each statement, and nothing in it that acts."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import article_sample as sample
import pytest
from processes import outputs

from kg.view.article import article_page
from kg.view.pieces import Mark, pieces

HOSTILE = '</script><script>alert(1)</script><img src=x onerror="alert(2)">\u2028<!--'


def page(**changed: Any) -> str:
    return article_page(
        sample.article(**changed), sample.entities(), sample.statements(), sample.fields(), **sample.more()
    )


class Read(HTMLParser):
    """The text of an article page, its marks (words, looks, what of) and cards, and all that it would fetch."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.text = ""
        self.marks: list[tuple[str, str, str]] = []
        self.cards: list[str] = []
        self.tags: list[str] = []
        self.links: list[str] = []
        self.attributes: set[str] = set()
        self._inside = self._mark = False
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.tags.append(tag)
        self.attributes |= given.keys()
        self.links += [given[name] for name in ("src", "href", "srcset", "data") if name in given]
        self._inside |= given.get("id") == "text"
        if self._inside and tag == "mark":
            self._mark = True
            self.marks.append(("", given["class"], given["data-of"]))
        if "card" in given.get("class", "").split():
            self.cards.append(given["id"])

    def handle_endtag(self, tag: str) -> None:
        self._inside &= tag != "div"
        self._mark &= tag != "mark"

    def handle_data(self, data: str) -> None:
        if self._inside:
            self.text += data
        if self._mark:
            words, looks, of = self.marks.pop()
            self.marks.append((words + data, looks, of))


def shown(text: str, *marks: Mark) -> list[list[tuple[str, list[int]]]]:
    return [[(piece.text, [mark.of for mark in piece.marks]) for piece in part] for part in pieces(text, marks)]


def test_pieces_are_cut_wherever_a_mark_begins_or_ends() -> None:
    found = shown("abcdef", Mark(0, 4, 0, "content"), Mark(2, 6, 1, "content"), Mark(3, 4, 2, "cue", 1))
    assert found == [[("ab", [0]), ("c", [0, 1]), ("d", [2, 0, 1]), ("ef", [1])]]


def test_pieces_count_code_points() -> None:
    assert shown("🌊 𝕏 said", Mark(2, 3, 0, "source"), Mark(4, 8, 0, "cue")) == [
        [("🌊 ", []), ("𝕏", [0]), (" ", []), ("said", [0])]
    ]


def test_a_mark_goes_on_over_paragraphs_and_ends_with_the_text() -> None:
    assert shown("ab\n \ncd", Mark(1, 99, 0, "content"), Mark(-5, 1, 1, "own"), Mark(2, 2, 2, "cue")) == [
        [("a", [1]), ("b\n \n", [0])],
        [("cd", [0])],
    ]


@pytest.mark.parametrize("text", ["", "\n\n", "a", "a\n\n\n b\n\n", "a\r\n\r\nb\r\n", "\n\na\nb"])
def test_pieces_are_the_whole_text(text: str) -> None:
    cut = pieces(text, [Mark(0, 1, 0, "own"), Mark(1, 3, 1, "content")])
    assert "".join(piece.text for part in cut for piece in part) == text


def test_the_page_has_every_character_of_the_text() -> None:
    assert Read(page()).text == sample.TEXT


def test_what_is_nested_is_marked_by_its_own_parts_and_its_depth() -> None:
    marks = {words: (looks, of) for words, looks, of in Read(page()).marks}
    assert marks["Mara Vell"] == ("source", "0:source")
    assert marks["said"] == ("cue", "0:cue")
    assert marks["that "] == ("content", "0:content")
    assert marks["Osric Tane"] == ("source deep-1", "1:source 0:content")
    assert marks["claimed"] == ("cue deep-1", "1:cue 0:content")
    assert marks["it would rain 𝕏 days"] == ("content deep-1", "1:content 0:content")


def test_the_articles_own_voice_is_marked_by_its_sentence() -> None:
    marks = {words: (looks, of) for words, looks, of in Read(page()).marks}
    assert marks["denied"] == ("cue own", "3:cue 4:own")
    assert marks["."] == ("own", "4:own")
    assert marks["She did not say why"] == ("unread", "2:unread")


def test_cards_stand_in_the_order_of_the_text() -> None:
    cards = Read(page()).cards
    begin, end = sample.span("She did not say why")
    assert cards[:2] == ["statement/aa", "statement/bb"]
    assert cards[2] == f"unread/{begin}-{end}"
    assert cards[3:] == ["statement/cc", "statement/dd"]


def card(html: str, iri: str) -> str:
    """The words of a card, without its tags."""
    start = html.index(f'id="statement/{iri}"')
    return " ".join(re.sub("<[^>]*>", " ", html[start : html.index("</li>", html.index("triples", start))]).split())


def test_a_card_says_who_to_whom_how_sure_and_when() -> None:
    html = page()
    assert "Osric Tane said put as possible it would rain 𝕏 days said 2031-03-10 to 2031-03-16" in card(html, "bb")
    assert "said within Mara Vell said: Osric Tane had claimed" in card(html, "bb")
    assert "within it Osric Tane said: it would rain" in card(html, "aa")
    assert "Ida Korr denied, to reporters denied it would rain" in card(html, "cc")
    assert "Tavian Courier in its own voice put as certain Ida Korr is mayor" in card(html, "dd")
    assert "kind role holding member Ida Korr Triples" in card(html, "dd")


def test_a_card_has_the_triples_of_statement_and_content() -> None:
    html = page()
    assert "a kg:Statement" in card(html, "bb")
    assert f"kg:content &lt;{sample.ID}claim/rain&gt;" in card(html, "bb")
    assert "kg:gist &#34;it would rain 𝕏 days&#34;@en" in card(html, "bb")
    assert '<td><a href="#statement/aa">' in html


def test_names_lead_to_the_web_alone() -> None:
    html = page()
    assert 'Mara Vell <a href="https://example.org/q/1"' in html
    assert "javascript:" not in html


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x", "file:///etc", "//[", ""])
def test_only_a_web_address_is_linked(url: str) -> None:
    assert "where it was published" not in page(url=url)


def test_several_reasons_for_one_gap_are_one_card() -> None:
    html = article_page(sample.article(), [], [], [], triples={}, unread=[(0, 5, "one"), (0, 5, "another")])
    assert Read(html).cards == ["unread/0-5"]
    assert '<span class="reason">another; one</span>' in html


def test_a_speaker_without_a_place_is_marked_by_the_sentence() -> None:
    row = {"statement": "s", "content": "c", "speaker": "x", "evidence": [sample.sentence(sample.LAST)]}
    assert Read(article_page(sample.article(), [], [row], [], triples={})).marks == [
        (sample.LAST, "content", "0:content")
    ]


def test_what_is_not_known_is_said_in_words() -> None:
    more = sample.more() | {"unread": [], "missing": "the graph came <alone>"}
    html = article_page(sample.article(), sample.entities(), sample.statements(), sample.fields(), **more)
    assert "What was seen and not understood cannot be shown: the graph came &lt;alone&gt;." in html
    assert "not understood</h2>" not in html
    assert "0 not understood</h2>" in article_page(sample.article(), [], [], [], triples={})


def test_the_page_names_nothing_to_fetch() -> None:
    html = page()
    read = Read(html)
    assert [link for link in read.links if not link.startswith("#")] == [
        "https://example.org/storm",
        "https://example.org/q/1",
        "https://example.org/q/1",
    ]
    assert not {"link", "img", "iframe", "object", "embed", "base"} & set(read.tags)
    assert "url(" not in html
    assert "default-src 'none'" in html
    assert "unsafe" not in html


def test_hostile_text_ends_no_element() -> None:
    text = f"{HOSTILE} said {HOSTILE}"
    row = sample.statements()[0] | {
        "kind": HOSTILE, "gist": HOSTILE, "speaker": HOSTILE, "addressee": HOSTILE, "status": HOSTILE,
        "checkedBy": HOSTILE, "saidOn": HOSTILE, "confidence": HOSTILE, "speechAct": HOSTILE, "factuality": HOSTILE,
        "statement": f'{sample.ID}statement/x" onclick="alert(3)', "source": [[0, 70]],
    }  # fmt: skip
    fields = [{"content": row["content"], "property": HOSTILE, "value": HOSTILE}]
    entities = [{"iri": HOSTILE, "label": HOSTILE, "sameAs": [f"https://example.org/{HOSTILE}"]}]
    html = article_page(
        sample.article(text=text, title=HOSTILE, publisher=HOSTILE, published=HOSTILE, authors=[HOSTILE]),
        entities,
        [row],
        fields,
        triples={row["statement"]: [(HOSTILE, HOSTILE)]},
        names=[{"begin": row["evidence"][0]["begin"], "end": row["evidence"][0]["end"], "entity": HOSTILE}],
        unread=[(0, 5, HOSTILE)],
        missing=HOSTILE,
    )
    read = Read(html)
    assert read.text == text
    assert read.tags.count("script") == 1
    assert "img" not in read.tags
    assert not {name for name in read.attributes if name.startswith("on")}


def test_statements_that_stand_inside_each_other_end_somewhere() -> None:
    rows = sample.statements()[:2]
    rows[0]["within"] = rows[1]["statement"]
    html = article_page(sample.article(), sample.entities(), rows, [], triples={})
    assert len(Read(html).cards) == 2


def test_bare_rows() -> None:
    bare = [{"statement": "s", "content": "c"}]
    html = article_page({"iri": "a", "text": "It rains."}, [], bare, [], triples={})
    assert Read(html).text == "It rains."
    assert Read(html).cards == ["statement/s"]
    assert "An article without a title" in html


def test_same_bytes_in_any_process() -> None:
    code = (
        "import hashlib, article_sample as s; from kg.view.article import article_page\n"
        "page = article_page(s.article(), s.entities(), s.statements(), s.fields(), **s.more())\n"
        "print(hashlib.sha256(page.encode()).hexdigest())"
    )
    assert len(outputs(code)) == 1


def test_order_of_the_rows_does_not_matter() -> None:
    more = sample.more()
    other = article_page(
        sample.article(), sample.entities()[::-1], sample.statements()[::-1], sample.fields()[::-1], **more
    )
    assert other == page()


def test_the_colours_of_marks_are_those_of_the_explorer() -> None:
    view = Path(__file__).parent.parent / "kg" / "view"
    explorer, own = (
        {
            (role, colour)
            for role, value in re.findall(r"--mark-(source|cue|content): ([^;]+);", path.read_text("utf-8"))
            for colour in re.findall(r"#\w+", value)
        }
        for path in (next(view.rglob("page.css")), view / "article.css")
    )
    assert len(own) == 6
    assert explorer == own
