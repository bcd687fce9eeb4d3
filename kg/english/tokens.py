"""The tokenizer: spaCy's English one, with what informal and wire text has beside it."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import compile_prefix_regex, compile_suffix_regex

CLITICS = ("'m", "'ve", "'ll", "'re", "'d", "n't")  # standing apart from their word: "I 'm"
ABBREVIATIONS = (
    "Capt. Col. Maj. Sgt. Lt. Cpl. Cmdr. Pvt. Brig. Adm. Supt. Insp. Ltd. Pvt. Hon. Assn. Dept. Univ. Sts. "
    "etc. al. ext. approx. est."
).split()
RUNS = (r"[!?.]*[!?][!?.]+", r"[!?]+\.+", r"={2,}", r"\*{2,}", r"_{2,}", r"~{2,}", r"#{2,}", r"<{2,}", r">{2,}")
TELEPHONE = re.compile(r"^(?:\(?\d{3}\)?[-.])?\d{3}-\d{4}$")


def tokenizer(nlp: Language) -> Callable[[str], Doc]:
    """The tokenizer for a blank English pipeline: runs of one mark, telephone numbers and abbreviations stay whole."""
    made: Any = nlp.tokenizer  # compiled, without types
    runs = [*RUNS, r"\$\$+"]
    made.prefix_search = compile_prefix_regex([*runs, *(nlp.Defaults.prefixes or ())]).search
    made.suffix_search = compile_suffix_regex([*runs, *(nlp.Defaults.suffixes or ())]).search
    made.token_match = TELEPHONE.match
    for form in (*CLITICS, *(c.replace("'", "’") for c in CLITICS), *ABBREVIATIONS):
        made.add_special_case(form, [{"ORTH": form}])
    made.rules = {form: parts for form, parts in made.rules.items() if form.lower() != "and/or"}
    return nlp.tokenizer
