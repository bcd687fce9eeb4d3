"""How much each sign speaks for or against an actor that a pronoun may stand for (see ``pronouns.py``).

Weights of a log-linear model over the actors before a pronoun and "nobody", by maximum likelihood on the training part
of gum_open (GUM, CC BY 4.0) without its news and interviews, its lives of one person counted less; for he and she, it,
they. ``here`` and ``before`` are parts of a mention in the pronoun's own sentence and in an earlier one. "He" and
"it" with nobody before them, and "they" for two states, are too seldom in the set, or other than in news: these three
weights are set by hand. So are, for "he": those of a subject, of its owner, of a modifier and of few or many mentions,
because in news several people are named often ("Vessa's answer to the Dahl-backed plan was vague. He ..." is about
Vessa); that of the subject of the pronoun's own clause; and those of the paragraph, by which news parts its subjects.
"""

from __future__ import annotations

# fmt: off
WEIGHTS: dict[str, dict[str, float]] = {
    "he": {
        "nobody": -1.0,
        "distance 0": 1.1, "distance 1": 0.9, "distance 3": -0.3, "distance 4": -0.5, "distance 5": -1.6,
        "here adjunct": 0.4, "here agent": 0.4, "here complement of noun": 0.2, "here object": -0.2,
        "here predicate": -0.5, "here subject": 0.9,
        "before adjunct": 0.4, "before complement of noun": -0.2, "before inner subject": 0.2,
        "before modifier": -1.3, "before object": -0.6, "before other": -0.7, "before possessor": -0.3,
        "before possessor of subject": 1.0, "before subject": 0.9,
        "form a": -0.2, "form pronoun": -0.6, "form the": 0.6,
        "kind PERSON": 0.4, "kind person": -0.7,
        "mentions 1": -0.5, "mentions 2": -0.3, "mentions 4": 0.4,
        "nearer 0": 0.5, "nearer 1": -0.3, "nearer 2": -0.3, "nearer 3": -0.2,
        "same pronoun": 1.1, "same role": 0.3,
        "gender": 1.1,
        "paragraph 0": 0.7, "paragraph 2": -0.7,
        "quotation entered": -0.3, "quotation left": -0.4,
        "own": 1.0,
    },
    "it": {
        "nobody": 0.7,
        "distance 0": 2.0, "distance 1": 0.5, "distance 2": -0.4, "distance 3": -1.3, "distance 4": -1.8,
        "here adjunct": -0.8, "here agent": 0.6, "here complement of noun": -0.9, "here inner subject": 0.8,
        "here modifier": -1.2, "here object": 0.8, "here other": -1.2, "here possessor": 1.8,
        "here possessor of subject": 0.5, "here subject": 1.6,
        "before adjunct": -1.1, "before agent": -0.4, "before complement of noun": -2.3,
        "before inner subject": -0.2, "before modifier": -1.3, "before other": -0.8, "before possessor": 0.3,
        "before possessor of subject": 0.4, "before predicate": 1.2, "before subject": 1.3,
        "form pronoun": -0.7, "form the": -0.2,
        "kind EVENT": 0.4, "kind FAC": 1.1, "kind GPE": 0.2, "kind GPE plural": -1.4, "kind LOC": -0.4,
        "kind gpe": 0.5, "kind thing": -0.6,
        "acts gpe": 0.2, "acts org": 1.1, "acts thing": 0.7,
        "mentions 1": -1.1, "mentions 2": -0.3, "mentions 3": 0.2, "mentions 4": 0.3,
        "nearer 0": 0.3, "nearer 2": -0.5, "nearer 3": -0.8,
        "same pronoun": 0.6, "same role": 0.7,
        "quotation entered": -0.4, "quotation left": -0.6,
    },
    "they": {
        "nobody": 1.4,
        "distance 0": 1.9, "distance 1": 0.8, "distance 2": -0.9, "distance 3": -1.4, "distance 4": -1.8,
        "here agent": -0.4, "here complement of noun": -0.9, "here inner subject": 1.5, "here modifier": -1.0,
        "here object": 0.4, "here possessor": 1.3, "here possessor of subject": 0.2, "here predicate": -0.3,
        "here subject": 1.3,
        "before adjunct": -1.3, "before complement of noun": -1.3, "before inner subject": -0.4,
        "before modifier": -0.8, "before object": -0.6, "before other": -0.6, "before possessor": 0.4,
        "before possessor of subject": 0.9, "before subject": 0.5,
        "form a": 1.8, "form bare": 0.7, "form name": -0.4, "form pronoun": -1.0, "form the": 0.7,
        "kind GPE": -0.5, "kind GPE plural": 0.2, "kind NORP": -0.2, "kind NORP plural": 1.2,
        "kind ORG plural": 1.0, "kind bodies plural": 0.8, "kind gpe": -1.4, "kind gpe plural": 0.2,
        "kind org plural": 0.4, "kind people plural": -0.7, "kind person": -1.2, "kind person plural": 0.9,
        "kind thing": 0.8, "kind thing plural": -0.2, "kind things plural": -1.1,
        "acts gpe": 0.5, "acts norp": 0.4, "acts org": 0.4, "acts people": 0.2, "acts thing": -0.6,
        "acts things": 0.3,
        "mentions 1": -0.7, "mentions 3": -0.2, "mentions 4": -0.4,
        "nearer 1": -0.2, "nearer 2": -0.4, "nearer 3": -0.8,
        "same pronoun": 1.7, "same role": 0.2,
        "quotation entered": -1.3,
    },
}
# fmt: on
