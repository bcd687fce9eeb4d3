"""The read stage on sources, bytes and bad input: one clear line for each."""

from __future__ import annotations

import io
import os
import re
import time
from pathlib import Path
from types import SimpleNamespace

import pytest
from reading import items, read_all

from kg.errors import ArticleError, KgError
from kg.model import Article
from kg.read.furniture import is_furniture
from kg.read.head import head
from kg.read.language import is_english
from kg.read.paragraphs import paragraphs

TEXT = "The army of Korval said on Sunday that it had lost the bridge. Vessa did not comment."

BOUND = 20  # seconds, on a busy machine; what grows with the square of its input takes minutes


def one(path: Path | str) -> Article:
    (found,) = read_all(path)
    return found


def refused(path: Path | str) -> str:
    with pytest.raises(ArticleError) as caught:
        read_all(path)
    assert "\n" not in str(caught.value)
    assert str(caught.value).startswith(f"{path}: ")
    return caught.value.reason


def written(folder: Path, data: bytes | str, name: str = "piece.txt") -> Path:
    path = folder / name
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return path


def test_folder_is_searched_and_sorted(tmp_path: Path) -> None:
    names = ["b/2.txt", "b/10.md", "a.HTML", "c.htm", "b.txt"]
    passed_by = [".hidden.txt", ".git/x.txt", "README.md", "licence.txt", "x.ttl", "y.pdf", "none"]
    for name in [*names, *passed_by]:
        (tmp_path / name).parent.mkdir(exist_ok=True)
        written(tmp_path, TEXT, name)
    found = [Path(item.path).relative_to(tmp_path).as_posix() for item in items(tmp_path)]
    assert found == ["a.HTML", "b/10.md", "b/2.txt", "b.txt", "c.htm"]


def test_files_are_found_as_they_are(tmp_path: Path) -> None:
    readme = written(tmp_path, TEXT, "README.md")
    assert one(readme).stem == "README"


@pytest.mark.parametrize("name", ["missing.txt", "missing/"])
def test_no_such_source(tmp_path: Path, name: str) -> None:
    with pytest.raises(KgError, match="no such file or folder"):
        read_all(f"{tmp_path}/{name}")


def test_folder_without_articles(tmp_path: Path) -> None:
    written(tmp_path, TEXT, "README.md")
    with pytest.raises(KgError, match="no articles in this folder"):
        read_all(tmp_path)


def test_neither_file_nor_folder(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    with pytest.raises(KgError, match="neither a file nor a folder"):
        read_all(tmp_path / "pipe.txt")


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "an empty file"),
        (b" \n\r\n\t", "an empty file"),
        (b"\xef\xbb\xbf \n", "no text below the head"),
        (b"The army\0 said no.", "a binary file"),
        (b"%PDF-1.7 The army said no.", "a binary file"),
        (bytes(range(1, 256)) * 40, "a binary file|neither text nor HTML"),
        (b"\xff\xfeT\x00h\x00e", "begins like utf-16-le"),
        (b"Korval loses bridge\nBy Ona Berg\n3 March 2024\n", "no text below the head"),
        ("Der Minister sagte, die Brücke sei verloren. Er habe es nicht gewusst.".encode(), "not English"),
        (b"a" * 500_001, "more than 500,000 characters"),
        (b"a" * 3_000_000, "more than 500,000 characters"),
        ("桥".encode() * 700_000, "more than 500,000 characters"),  # cut off within a character
    ],
)
def test_bad_files_are_refused_in_one_line(tmp_path: Path, data: bytes, reason: str) -> None:
    path = written(tmp_path, data)
    assert re.search(reason, refused(path))


def test_unsupported_files(tmp_path: Path) -> None:
    assert "not .pdf" in refused(written(tmp_path, TEXT, "piece.pdf"))
    assert "not files without one" in refused(written(tmp_path, TEXT, "piece"))


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read every file")
def test_no_permission(tmp_path: Path) -> None:
    path = written(tmp_path, TEXT)
    path.chmod(0)
    assert "Permission denied" in refused(path)


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (b"\xef\xbb\xbf", "utf-8"),
        (b"\xff\xfe", "utf-16-le"),
        (b"\xfe\xff", "utf-16-be"),
        (b"\xff\xfe\0\0", "utf-32-le"),
    ],
)
def test_byte_order_marks(tmp_path: Path, mark: bytes, encoding: str) -> None:
    found = one(written(tmp_path, mark + TEXT.encode(encoding)))
    assert found.text == TEXT
    assert encoding in found.notes[0]


def test_text_that_is_not_utf8_is_read_with_a_note(tmp_path: Path) -> None:
    text = "The minister said “no” — she isn’t naïve. Vessa’s army will not leave the café."
    found = one(written(tmp_path, text.encode("cp1252")))
    assert found.text == text
    assert found.notes == ("not UTF-8; read as cp1252",)
    assert one(written(tmp_path, text)).notes == ()


def test_one_line_of_400_000_characters(tmp_path: Path) -> None:
    text = (TEXT + " ") * (400_000 // len(TEXT))
    start = time.perf_counter()
    found = one(written(tmp_path, text))
    assert time.perf_counter() - start < BOUND
    assert len(found.paragraphs) == 1
    assert found.text == text


@pytest.mark.parametrize(
    "filler", ["\n", " ", "- ", "—\n", "(", "Aa ", "By A", "*", "1. ", "“", "Photo: ", "|a", "1 Jan ", "<!-- -->"]
)
def test_hostile_texts_take_bounded_time(filler: str) -> None:
    text = TEXT + filler * (400_000 // len(filler))
    start = time.perf_counter()
    assert list(paragraphs(text, head(text).end))
    assert time.perf_counter() - start < BOUND


def stdin(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(data)))


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    stdin(monkeypatch, TEXT.encode())
    found = one("-")
    assert (found.path, found.stem, found.text) == ("-", "stdin", TEXT)


def test_page_on_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    stdin(monkeypatch, f"<!DOCTYPE html><html><body><article><p>{TEXT}</p></article></body></html>".encode())
    assert one("-").text == TEXT


def test_credit_of_many_names_takes_bounded_time() -> None:
    start = time.perf_counter()
    assert not is_furniture("Berg/AFP" + "/ab" * 100 + ".")
    assert time.perf_counter() - start < BOUND


def test_empty_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    stdin(monkeypatch, b"")
    assert "empty" in refused("-")


@pytest.mark.parametrize(
    ("text", "english"),
    [
        ("Army retakes bridge. Vessa denies it.", True),
        ("BREAKING: Korval troops leave Drenn #Drenn @ona_berg https://t.example/x", True),
        ("The minister said no. He will not go.", True),
        ("Talen (“Wir bleiben”) said that she would stay in the town of Drenn, and that she had said so.", True),
        ("Der Minister sagte nein. Er wird nicht gehen.", False),
        ("Le ministre a dit non. Il ne partira pas de la ville.", False),
        ("El ministro dijo que no. No se irá de la ciudad.", False),
        ("Il ministro ha detto che non lascerà la città.", False),
        ("O ministro disse que não vai sair da cidade.", False),
        ("De minister zei dat hij niet zal vertrekken.", False),
        ("Министр сказал, что не уйдёт. Армия ушла.", False),
        ("部长说他不会走。军队已经离开。", False),
        ("قال الوزير إنه لن يغادر المدينة", False),
    ],
)
def test_language(text: str, english: bool) -> None:
    assert is_english(text) is english
