"""Universal Dependencies rewritten in the scheme of spaCy's English pipelines: one rule a tree."""

import re

import pytest

from kg.english.convert import convert
from kg.english.tags import lemma
from kg.english.tree import ROOT, Tree, is_tree

WORD = re.compile(r"(.+)/([^/]+)/([A-Z]+)/([a-z:]+)(?:>(.+))?")


def tree(line: str) -> Tree:
    """``word/Penn tag/universal part of speech/label>head`` for each word; the head a word, or a number from 1."""
    rows = [match.groups() for item in line.split() if (match := WORD.fullmatch(item))]
    assert len(rows) == len(line.split())
    forms = [row[0] for row in rows]
    return Tree(
        forms=forms,
        lemmas=[lemma(form, tag, pos) for form, tag, pos, _, _ in rows],
        tags=[row[1] for row in rows],
        pos=[row[2] for row in rows],
        heads=[ROOT if head is None else int(head) - 1 if head.isdigit() else forms.index(head) for *_, head in rows],
        labels=[row[3] for row in rows],
        spaces=[True] * len(rows),
    )


def shown(t: Tree) -> str:
    heads = ["" if head == ROOT else f">{t.forms[head]}" for head in t.heads]
    return " ".join(f"{form}/{label}{head}" for form, label, head in zip(t.forms, t.labels, heads, strict=True))


RULES = {
    "the copula heads its noun": (
        "She/PRP/PRON/nsubj>president is/VBZ/AUX/cop>president president/NN/NOUN/root",
        "She/nsubj>is is/ROOT president/attr>is",
    ),
    "the copula heads its adjective": (
        "They/PRP/PRON/nsubj>ready are/VBP/AUX/cop>ready not/RB/PART/advmod>ready ready/JJ/ADJ/root",
        "They/nsubj>are are/ROOT not/neg>are ready/acomp>are",
    ),
    "the copula of a clause": (
        "He/PRP/PRON/nsubj>said said/VBD/VERB/root she/PRP/PRON/nsubj>envoy was/VBD/AUX/cop>envoy the/DT/DET/det>envoy "
        "envoy/NN/NOUN/ccomp>said",
        "He/nsubj>said said/ROOT she/nsubj>was was/ccomp>said the/det>envoy envoy/attr>was",
    ),
    "a preposition heads its noun": (
        "She/PRP/PRON/nsubj>left left/VBD/VERB/root in/IN/ADP/case>March March/NNP/PROPN/obl>left",
        "She/nsubj>left left/ROOT in/prep>left March/pobj>in",
    ),
    "a preposition under a noun": (
        "talks/NNS/NOUN/root of/IN/ADP/case>peace peace/NN/NOUN/nmod>talks",
        "talks/ROOT of/prep>talks peace/pobj>of",
    ),
    "according to": (
        "According/VBG/VERB/case>Vessa to/IN/ADP/fixed>According Vessa/NNP/PROPN/obl>left they/PRP/PRON/nsubj>left "
        "left/VBD/VERB/root",
        "According/prep>left to/prep>According Vessa/pobj>to they/nsubj>left left/ROOT",
    ),
    "because of": (
        "They/PRP/PRON/nsubj>left left/VBD/VERB/root because/IN/ADP/case>rain of/IN/ADP/fixed>because "
        "rain/NN/NOUN/obl>left",
        "They/nsubj>left left/ROOT because/prep>left of/pcomp>because rain/pobj>of",
    ),
    "conjuncts are chained": (
        "Ana/NNP/PROPN/nsubj>left ,/,/PUNCT/punct>Jon Jon/NNP/PROPN/conj>Ana and/CC/CCONJ/cc>Lena "
        "Lena/NNP/PROPN/conj>Ana left/VBD/VERB/root",
        "Ana/nsubj>left ,/punct>Ana Jon/conj>Ana and/cc>Jon Lena/conj>Jon left/ROOT",
    ),
    "a name's last word heads it": (
        "Ana/NNP/PROPN/nsubj>left Maria/NNP/PROPN/flat>Ana Vessa/NNP/PROPN/flat>Ana left/VBD/VERB/root",
        "Ana/compound>Vessa Maria/compound>Vessa Vessa/nsubj>left left/ROOT",
    ),
    "a number heads its currency": (
        "It/PRP/PRON/nsubj>cost cost/VBD/VERB/root $/$/SYM/obj>cost 5/CD/NUM/compound>million million/CD/NUM/nummod>$",
        "It/nsubj>cost cost/ROOT $/quantmod>million 5/compound>million million/dobj>cost",
    ),
    "a month heads its day": (
        "They/PRP/PRON/nsubj>met met/VBD/VERB/root Dec./NNP/PROPN/compound>4 15/CD/NUM/obl:unmarked>met",
        "They/nsubj>met met/ROOT Dec./npadvmod>met 15/nummod>Dec.",
    ),
    "more than": (
        "more/JJR/ADJ/advmod>3 than/IN/ADP/fixed>more 80/CD/NUM/nummod>people people/NNS/NOUN/nsubj>left "
        "left/VBD/VERB/root",
        "more/amod>than than/quantmod>80 80/nummod>people people/nsubj>left left/ROOT",
    ),
    "an interjected verb of saying heads its speech": (
        "The/DT/DET/det>talks talks/NNS/NOUN/nsubj>go ,/,/PUNCT/punct>said he/PRP/PRON/nsubj>said "
        "said/VBD/VERB/parataxis>go ,/,/PUNCT/punct>said go/VBP/VERB/root on/RP/ADP/compound:prt>go",
        "The/det>talks talks/nsubj>go ,/punct>said he/nsubj>said said/ROOT ,/punct>said go/ccomp>said on/prt>go",
    ),
    "a verb of saying at the end heads its speech": (
        "They/PRP/PRON/nsubj>left left/VBD/VERB/root ,/,/PUNCT/punct>said he/PRP/PRON/nsubj>said "
        "said/VBD/VERB/parataxis>left ././PUNCT/punct>left",
        "They/nsubj>left left/ccomp>said ,/punct>said he/nsubj>said said/ROOT ./punct>said",
    ),
    "other interjections stay": (
        "They/PRP/PRON/nsubj>left left/VBD/VERB/root ,/,/PUNCT/punct>hope I/PRP/PRON/nsubj>hope "
        "hope/VBP/VERB/parataxis>left",
        "They/nsubj>left left/ROOT ,/punct>hope I/nsubj>hope hope/parataxis>left",
    ),
    "want him to go": (
        "They/PRP/PRON/nsubj>want want/VBP/VERB/root him/PRP/PRON/obj>want to/TO/PART/mark>go go/VB/VERB/xcomp>want",
        "They/nsubj>want want/ROOT him/nsubj>go to/aux>go go/ccomp>want",
    ),
    "ask him to go": (
        "They/PRP/PRON/nsubj>ask ask/VBP/VERB/root him/PRP/PRON/obj>ask to/TO/PART/mark>go go/VB/VERB/xcomp>ask",
        "They/nsubj>ask ask/ROOT him/dobj>ask to/aux>go go/xcomp>ask",
    ),
    "call it dead": (
        "They/PRP/PRON/nsubj>called called/VBD/VERB/root it/PRP/PRON/obj>called dead/JJ/ADJ/xcomp>called",
        "They/nsubj>called called/ROOT it/dobj>called dead/oprd>called",
    ),
    "a gerund under a preposition": (
        "They/PRP/PRON/nsubj>left left/VBD/VERB/root without/IN/SCONJ/mark>saying saying/VBG/VERB/advcl>left "
        "so/RB/ADV/advmod>saying",
        "They/nsubj>left left/ROOT without/prep>left saying/pcomp>without so/advmod>saying",
    ),
    "a gerund under a conjunction": (
        "They/PRP/PRON/nsubj>left left/VBD/VERB/root while/IN/SCONJ/mark>saying saying/VBG/VERB/advcl>left "
        "so/RB/ADV/advmod>saying",
        "They/nsubj>left left/ROOT while/mark>saying saying/advcl>left so/advmod>saying",
    ),
    "passive with its agent": (
        "It/PRP/PRON/nsubj:pass>seized was/VBD/AUX/aux:pass>seized seized/VBN/VERB/root by/IN/ADP/case>rebels "
        "rebels/NNS/NOUN/obl:agent>seized",
        "It/nsubjpass>seized was/auxpass>seized seized/ROOT by/agent>seized rebels/pobj>by",
    ),
    "negation": (
        "They/PRP/PRON/nsubj>go did/VBD/AUX/aux>go not/RB/PART/advmod>go go/VB/VERB/root",
        "They/nsubj>go did/aux>go not/neg>go go/ROOT",
    ),
    "there are": (
        "There/EX/PRON/expl>are are/VBP/VERB/root two/CD/NUM/nummod>men men/NNS/NOUN/nsubj>are",
        "There/expl>are are/ROOT two/nummod>men men/attr>are",
    ),
    "possessives": (
        "Vessa/NNP/PROPN/nmod:poss>envoy ’s/POS/PART/case>Vessa envoy/NN/NOUN/nsubj>left left/VBD/VERB/root",
        "Vessa/poss>envoy ’s/case>Vessa envoy/nsubj>left left/ROOT",
    ),
    "relative clauses": (
        "envoys/NNS/NOUN/root who/WP/PRON/nsubj>left left/VBD/VERB/acl:relcl>envoys",
        "envoys/ROOT who/nsubj>left left/relcl>envoys",
    ),
    "a receiver": (
        "They/PRP/PRON/nsubj>gave gave/VBD/VERB/root him/PRP/PRON/iobj>gave bread/NN/NOUN/obj>gave",
        "They/nsubj>gave gave/ROOT him/dative>gave bread/dobj>gave",
    ),
    "a bare time": (
        "They/PRP/PRON/nsubj>left left/VBD/VERB/root last/JJ/ADJ/amod>week week/NN/NOUN/obl:unmarked>left",
        "They/nsubj>left left/ROOT last/amod>week week/npadvmod>left",
    ),
    "it is clear that": (
        "It/PRP/PRON/expl>clear is/VBZ/AUX/cop>clear clear/JJ/ADJ/root that/IN/SCONJ/mark>left "
        "they/PRP/PRON/nsubj>left left/VBD/VERB/csubj>clear",
        "It/nsubj>is is/ROOT clear/acomp>is that/mark>left they/nsubj>left left/ccomp>is",
    ),
}


@pytest.mark.parametrize(("source", "expected"), RULES.values(), ids=RULES)
def test_rules(source: str, expected: str) -> None:
    converted = convert(tree(source))
    assert is_tree(converted.heads)
    assert shown(converted) == expected


def test_a_dash_that_is_tagged_as_a_comma_gets_the_tag_of_a_colon() -> None:
    converted = convert(tree("talks/NNS/NOUN/root —/,/PUNCT/punct>talks at/IN/ADP/case>last last/JJ/ADJ/obl>talks"))
    assert converted.tags[1] == ":"


def test_a_tree_of_one_word() -> None:
    assert shown(convert(tree("Gone/VBN/VERB/root"))) == "Gone/ROOT"


@pytest.mark.parametrize(
    ("heads", "expected"),
    [([ROOT], True), ([1, ROOT], True), ([1, 0], False), ([ROOT, ROOT], False), ([], False), ([0, ROOT], False)],
)
def test_is_tree(heads: list[int], expected: bool) -> None:
    assert is_tree(heads) is expected
