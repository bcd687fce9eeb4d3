"""When and where something was said."""

import pytest
from docs import statements

TIMES = [
    # text, the time of each statement
    ("Vessa said Sunday that the talks were over.", ["Sunday"]),
    ("Vessa said on Sunday that the talks were over.", ["Sunday"]),
    ("Vessa on Monday told Dahl that the talks were over.", ["Monday"]),
    ("“We will go,” Vessa said Sunday.", ["Sunday"]),
    ("The talks were over, Vessa said on Sunday.", ["Sunday"]),
    ("“We will go,” Vessa told reporters aboard the train on Sunday.", ["Sunday"]),
    ("Last week, Vessa said the talks were over.", ["Last week"]),
    ("On Sunday, Vessa and Dahl said the talks were over.", ["Sunday", "Sunday"]),
    ("The talks are over, Vessa told Dahl on Sunday.", ["Sunday"]),
    ("The dam is safe, the Harbor Board said in a statement on Sunday.", ["Sunday"]),
    ("Vessa wrote in a post on Sunday that the talks were over.", ["Sunday"]),
    ("Vessa said Monday she would speak on Tuesday.", ["Monday"]),
    ("Vessa, speaking in Pellora on Sunday, said the talks were over.", ["Sunday"]),
    ("Speaking to reporters on Sunday, Vessa said the talks were over.", ["Sunday"]),
    # no time of saying: the time of what is said
    ("Vessa said the talks were over.", [""]),
    ("Vessa said the talks ended on Sunday.", [""]),
    ("Vessa said Kestria left last week.", [""]),
    # a date holds for the same speaker's next words
    ("Vessa said Sunday that the talks were over. “We will go,” she added.", ["Sunday", "Sunday"]),
    # but not for another's
    ("Vessa said Sunday that the talks were over. Dahl said the dam was safe.", ["Sunday", ""]),
    # and only until another is named
    (
        "Vessa said Sunday that the talks were over. On Monday, she said Kestria had left. She said the dam was safe.",
        ["Sunday", "Monday", "Monday"],
    ),
]


@pytest.mark.parametrize(("text", "times"), TIMES)
def test_times(text: str, times: list[str]) -> None:
    assert [s.said.text if s.said else "" for s in statements(text) if s.speaker] == times


SETTINGS = [
    ("“We will go,” Vessa told reporters aboard the train on Sunday.", "aboard the train"),
    ("The Harbor Board said in a statement that the dam was safe.", "in a statement"),
    ("Vessa said at a news conference that the dam was safe.", "at a news conference"),
    ("The dam is safe, the Harbor Board said in a statement on Sunday.", "in a statement"),
    ("Vessa wrote in a post on Sunday that the talks were over.", "in a post"),
    ("In a letter to Dahl, Vessa said the talks were over.", "In a letter to Dahl"),
    ("Vessa, speaking in Pellora on Sunday, said the talks were over.", "in Pellora"),
    ("Vessa said on Sunday that the talks were over.", ""),
    ("Vessa said the talks in Pellora were over.", ""),
    ("Vessa said the talks were over.", ""),
]


@pytest.mark.parametrize(("text", "setting"), SETTINGS)
def test_settings(text: str, setting: str) -> None:
    assert [s.setting for s in statements(text) if s.speaker] == [setting]
