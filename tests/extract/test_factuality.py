"""How sure a source is of what it says: FactBank's values."""

import pytest
from docs import statements
from marks import xfail

VALUES = [
    ("Vessa said the talks were over.", "CT+"),
    ("Vessa said Kestria had left.", "CT+"),
    ("Vessa confirmed that Kestria had left.", "CT+"),
    ("According to Vessa, the talks are over.", "CT+"),
    # modals
    ("Vessa said Kestria may leave.", "PS+"),
    ("Vessa said Kestria might leave.", "PS+"),
    ("Vessa said Kestria could leave.", "PS+"),
    ("Vessa said Kestria should leave.", "CT+"),
    ("Vessa said Kestria may not leave.", "PS-"),
    # adverbs and adjectives
    ("Vessa said Kestria would probably leave.", "PR+"),
    ("Vessa said Kestria is likely to leave.", "PR+"),
    pytest.param(
        "Vessa said Kestria is unlikely to leave.",
        "PR-",
        marks=xfail("“unlikely” counts as “likely” in a claim"),
    ),
    ("Vessa said Kestria seemed ready.", "PR+"),
    ("Perhaps Kestria left, Vessa said.", "PS+"),
    # negation
    ("Vessa said Kestria did not sign the deal.", "CT-"),
    ("Vessa said Kestria will never leave.", "CT-"),
    ("Vessa said the dam was not safe.", "CT-"),
    ("Vessa denied that Kestria had left.", "CT-"),
    ("Vessa denied that Kestria had not left.", "CT+"),
    # what is left open
    ("Vessa asked whether the dam was safe.", "Uu"),
    ("“Will you go?” Dahl asked.", "Uu"),
    ("Vessa said Kestria would leave if the talks failed.", "Uu"),
    ("Vessa vowed to leave Kestria.", "Uu"),
    ("Vessa demanded concessions.", "Uu"),
    # the cue's own force
    ("Vessa believes the dam is safe.", "PR+"),
    ("Vessa fears the dam is unsafe.", "PS+"),
    ("Vessa suggested that Kestria had left.", "PR+"),
    ("Vessa believes Kestria may leave.", "PS+"),
    ("Vessa believes Kestria did not leave.", "PR-"),
]


@pytest.mark.parametrize(("text", "value"), VALUES)
def test_factuality(text: str, value: str) -> None:
    assert {s.factuality for s in statements(text) if s.speaker} == {value}
