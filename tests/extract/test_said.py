"""Who said what in which words: direct, indirect and mixed speech."""

import pytest
from docs import sayings, statements

DIRECT = [
    # text, speaker | cue | content
    ("“We will go,” Vessa said.", ["Vessa | said | “We will go,”"]),
    ("“We will go,” said Vessa.", ["Vessa | said | “We will go,”"]),
    ('"We will go," Vessa said.', ['Vessa | said | "We will go,"']),
    pytest.param("Vessa said: “We will go.”", ["Vessa | said: | “We will go.”"]),
    ("Vessa said, “We will go.”", ["Vessa | said | “We will go.”"]),
    ("“We,” Vessa said, “will go tonight.”", ["Vessa | said | “We,” ... “will go tonight.”"]),
    ("“The talks failed. We will go,” Vessa said.", ["Vessa | said | “The talks failed. We will go,”"]),
    (
        "“The talks failed,” Vessa said. “We will go.”",
        ["Vessa | said | “The talks failed,” ... “We will go.”"],
    ),
    ("“Will you go?” Dahl asked.", ["Dahl | asked | “Will you go?”"]),
    ("“We will go,” Vessa said as she left the hall.", ["Vessa | said | “We will go,”"]),
    ("“We will go,” Vessa added, pointing at the map.", ["Vessa | added | “We will go,”"]),
    ("“We will go,” Vessa told reporters aboard the train on Sunday.", ["Vessa | told | “We will go,”"]),
    ("“We will go,” the mayor’s spokesman, Mirko Dahl, said.", ["Mirko Dahl | said | “We will go,”"]),
    ("Ana Vessa came home on Sunday. “We will go,” she said.", ["Ana Vessa | said | “We will go,”"]),
    pytest.param("Vessa tweeted: “We are done here.”", ["Vessa | tweeted: | “We are done here.”"]),
    (
        "“The talks failed,” Vessa said on Sunday. “We will go.”",
        ["Vessa | said | “The talks failed,” ... “We will go.”"],
    ),
    ("‘We will go,’ Vessa said.", ["Vessa | said | ‘We will go,’"]),
    ("“We will go,” Vessa told the Kestrel Post.", ["Vessa | told | “We will go,”"]),
    ("“Go home!” Vessa shouted.", ["Vessa | shouted | “Go home!”"]),
    (
        "“We will go,” Vessa said, “and we will not come back.”",
        ["Vessa | said | “We will go,” ... “and we will not come back.”"],
    ),
    (
        "“We will go,” Vessa said after the meeting. “We will not come back.” Dahl left the hall.",
        ["Vessa | said | “We will go,” ... “We will not come back.”"],
    ),
    # a second sentence of the writer's own parts two quotations of one speaker
    (
        "“The talks failed,” Vessa said. She closed her book. “We will go home tonight,” she said.",
        ["Vessa | said | “The talks failed,”", "Vessa | said | “We will go home tonight,”"],
    ),
    # two speakers in one paragraph
    pytest.param(
        "“The talks failed,” Vessa said. “They did not,” Dahl replied.",
        ["Vessa | said | “The talks failed,”", "Dahl | replied | “They did not,”"],
    ),
]

PARAGRAPHS = [
    # no closing mark until the end
    pytest.param(
        "“The talks failed,” Vessa said. “We waited for days.\n\n“Now we will go home.”",
        ["Vessa | said | “The talks failed,” ... “We waited for days. ... “Now we will go home.”"],
    ),
    # the next paragraph is another's
    pytest.param(
        "“The talks failed,” Vessa said.\n\n“They failed for good,” Dahl said.",
        ["Vessa | said | “The talks failed,”", "Dahl | said | “They failed for good,”"],
    ),
    # between them another speaks: hers is only what has her cue
    (
        "“The talks failed,” Vessa said.\n\nDahl left the hall.\n\n“They failed for good,” Dahl said.",
        ["Vessa | said | “The talks failed,”", "Dahl | said | “They failed for good,”"],
    ),
]

MIXED = [
    ("Vessa said she would “never sign” the deal.", ["Vessa | said | she would “never sign” the deal"]),
    ("Vessa called the plan “a gift to the rich.”", ["Vessa | called | the plan “a gift to the rich.”"]),
    ("The plan is “a gift to the rich,” Vessa said.", ["Vessa | said | The plan is “a gift to the rich,”"]),
    ("Vessa said that “the talks are over.”", ["Vessa | said | that “the talks are over.”"]),
]

INDIRECT = [
    ("Vessa said the talks were over.", ["Vessa | said | the talks were over"]),
    ("Vessa said that the talks were over.", ["Vessa | said | that the talks were over"]),
    ("Vessa has repeatedly said that the talks are over.", ["Vessa | has repeatedly said | that the talks are over"]),
    ("The talks are over, Vessa said.", ["Vessa | said | The talks are over"]),
    ("The talks are over, said Vessa.", ["Vessa | said | The talks are over"]),
    ("The talks, Vessa said, are over.", ["Vessa | said | The talks ... are over"]),
    ("Vessa told Dahl that the talks were over.", ["Vessa | told | that the talks were over"]),
    ("Vessa said on Sunday that the talks were over.", ["Vessa | said | that the talks were over"]),
    ("The talks were over, Vessa said on Sunday.", ["Vessa | said | The talks were over"]),
    ("Ana Vessa came home. She said the talks were over.", ["Ana Vessa | said | the talks were over"]),
    ("Asked about the plan, Vessa said it was dead.", ["Vessa | said | it was dead"]),
    (
        "The Harbor Board said in a statement that the dam was safe.",
        ["Harbor Board | said | that the dam was safe"],
    ),
    ("The report said the dam was unsafe.", ["report | said | the dam was unsafe"]),
    ("Two senior officials said the dam was unsafe.", ["Two senior officials | said | the dam was unsafe"]),
    ("Vessa’s spokesman said the dam was unsafe.", ["Vessa’s spokesman | said | the dam was unsafe"]),
    ("Vessa asked whether the dam was safe.", ["Vessa | asked | whether the dam was safe"]),
    ("Vessa warned of a long war.", ["Vessa | warned of | a long war"]),
    ("Vessa called for an end to the strike.", ["Vessa | called for | an end to the strike"]),
    ("Vessa demanded concessions.", ["Vessa | demanded | concessions"]),
    ("Vessa denied that the dam was unsafe.", ["Vessa | denied | that the dam was unsafe"]),
    ("Vessa believes the dam is safe.", ["Vessa | believes | the dam is safe"]),
    ("Officials told the Kestrel Post that the talks were over.", ["Officials | told | that the talks were over"]),
    ("Vessa, who has led the party since 2019, said the talks were over.", ["Vessa | said | the talks were over"]),
    ("Vessa has said she will not run.", ["Vessa | has said | she will not run"]),
    ("Dahl, Vessa said, had left.", ["Vessa | said | Dahl ... had left"]),
    ("The talks are over, Vessa told Dahl on Sunday.", ["Vessa | told | The talks are over"]),
    ("The dam is safe, the Harbor Board said in a statement on Sunday.", ["Harbor Board | said | The dam is safe"]),
    ("In a letter to Dahl, Vessa said the talks were over.", ["Vessa | said | the talks were over"]),
    ("Speaking to reporters on Sunday, Vessa said the talks were over.", ["Vessa | said | the talks were over"]),
    (
        "Dahl was quoted as saying the talks were over.",
        ["Dahl | was quoted as saying | the talks were over"],
    ),
    (
        "Vessa is quoted by the Kestrel Post as saying the talks were over.",
        ["Vessa | is quoted by the Kestrel Post as saying | the talks were over"],
    ),
    # what another says or does beside it is no part of the words
    ("Vessa says the talks are over, but Dahl disagrees.", ["Vessa | says | the talks are over"]),
    (
        "Vessa said the talks were over, while Dahl said the dam was safe.",
        ["Vessa | said | the talks were over", "Dahl | said | the dam was safe"],
    ),
    (
        "Kestria agreed to a truce, Vessa said, adding that the dam was safe.",
        [
            "Kestria | agreed to | a truce",
            "Vessa | said | Kestria agreed to a truce",
            "Vessa | adding | that the dam was safe",
        ],
    ),
    # infinitives
    ("Vessa vowed to leave Kestria.", ["Vessa | vowed | to leave Kestria"]),
    ("Vessa threatened to close the port.", ["Vessa | threatened | to close the port"]),
    ("Vessa urged Dahl to sign the deal.", ["Vessa | urged | to sign the deal"]),
    # passive
    ("The plan was rejected by Vessa.", ["Vessa | was rejected | The plan"]),
    ("She was told by Dahl that the talks were over.", ["Dahl | was told | that the talks were over"]),
    # relative
    ("The envoy, who said the talks were over, left.", ["envoy | said | the talks were over"]),
    ("Mirko Dahl, who had said the talks were over, left.", ["Mirko Dahl | had said | the talks were over"]),
    # compound
    (
        "Ana Vessa and Mirko Dahl said the talks were over.",
        ["Ana Vessa | said | the talks were over", "Mirko Dahl | said | the talks were over"],
    ),
    (
        "Vessa and other officials said the talks were over.",
        ["Vessa | said | the talks were over", "officials | said | the talks were over"],
    ),
    # coordinated
    (
        "Vessa said the talks were over and added that she would leave.",
        ["Vessa | said | the talks were over", "Vessa | added | that she would leave"],
    ),
    (
        "Vessa thanked Dahl and said the talks were over.",
        ["Vessa | thanked | Dahl", "Vessa | said | the talks were over"],
    ),
    # "said that A and that B": one act
    (
        "Vessa said that the talks were over and that she would leave.",
        ["Vessa | said | that the talks were over and that she would leave"],
    ),
]

NOUNS_AND_PHRASES = [
    ("According to Vessa, the talks are over.", ["Vessa | According to | the talks are over"]),
    ("The talks are over, according to Vessa.", ["Vessa | according to | The talks are over"]),
    ("The talks, according to Vessa, are over.", ["Vessa | according to | The talks ... are over"]),
    pytest.param(
        "The talks, as Vessa put it, are over.",
        ["Vessa | put | The talks ... are over"],
    ),
    ("As Vessa said, the talks are over.", ["Vessa | said | the talks are over"]),
    (
        "Vessa’s claim that the talks were over angered Dahl.",
        ["Vessa | claim | that the talks were over"],
    ),
    (
        "Ana Vessa came home. Her claim that the talks were over angered Dahl.",
        ["Ana Vessa | claim | that the talks were over"],
    ),
    ("Vessa repeated her claim that the talks were over.", ["Vessa | repeated her claim | that the talks were over"]),
    ("Vessa voiced concern about the delay.", ["Vessa | voiced concern about | the delay"]),
    ("Vessa made clear that the talks were over.", ["Vessa | made clear | that the talks were over"]),
    ("Vessa has made it clear that the talks are over.", ["Vessa | has made it clear | that the talks are over"]),
    (
        "Kestria has made a prisoner swap a condition of the truce.",
        ["Kestria | has made | a prisoner swap a condition of the truce"],
    ),
]

NESTED = [
    ("Vessa said she hopes to return.", ["Vessa | said | she hopes to return", "Vessa | hopes | to return"]),
    (
        "Vessa said Dahl had claimed that the talks were over.",
        ["Vessa | said | Dahl had claimed that the talks were over", "Dahl | had claimed | that the talks were over"],
    ),
    (
        "“Dahl told me that the dam was safe,” Vessa said.",
        ["Dahl | told | that the dam was safe", "Vessa | said | “Dahl told me that the dam was safe,”"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), [*DIRECT, *PARAGRAPHS, *MIXED, *INDIRECT, *NOUNS_AND_PHRASES, *NESTED])
def test_sayings(text: str, expected: list[str]) -> None:
    assert sayings(text) == expected


def test_a_paragraph_of_speech_without_a_cue_is_the_last_speakers() -> None:
    text = "“The talks failed,” Vessa said.\n\n“We will go home before the winter comes.”"
    said = [s for s in statements(text) if s.attribution]
    assert {s.speaker.name for s in said if s.speaker} == {"Vessa"}
    assert [span.of(text) for s in said if s.attribution for span in s.attribution.content] == [
        "“The talks failed,”",
        "“We will go home before the winter comes.”",
    ]


def test_a_nested_statement_knows_the_one_around_it() -> None:
    outer, inner = statements("Vessa said Dahl had claimed that the talks were over.")
    assert outer.outer is None
    assert inner.outer == outer


def test_quotes_are_the_words_without_their_marks() -> None:
    text = "“The talks failed,” Vessa said. “We will go.”"
    (one,) = statements(text)
    assert [span.of(text) for span in one.quotes] == ["The talks failed,", "We will go."]


def test_evidence_is_whole_sentences() -> None:
    text = "Ana Vessa came home. She said the talks were over."
    (one,) = statements(text)
    assert [span.of(text) for span in one.evidence] == ["She said the talks were over."]


def test_the_first_person_in_speech_is_its_speaker() -> None:
    inner, outer = statements("“I think the dam is safe,” Vessa said.")
    assert inner.speaker == outer.speaker
    assert inner.outer == outer
    assert inner.speech_act == "believe"
