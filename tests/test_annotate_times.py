"""Time expressions: which words, led to by what, in which tense."""

import pytest
import spacy
from spacy.tokens import Doc

from kg.annotate.times import times


@pytest.fixture(scope="module")
def nlp() -> spacy.Language:
    return spacy.blank("en")


FOUND = [
    # sentence, words, relation
    ("She spoke Sunday.", "Sunday", ""),
    ("She spoke on Friday.", "Friday", ""),
    ("She spoke on Tuesday morning.", "Tuesday morning", ""),
    ("She spoke late Friday.", "late Friday", ""),
    ("Sunday's vote failed.", "Sunday", ""),
    ("She spoke last Friday.", "last Friday", ""),
    ("She spoke this past Friday.", "this past Friday", ""),
    ("Next Tuesday is a holiday.", "Next Tuesday", ""),
    ("She spoke last week.", "last week", ""),
    ("She spoke this week.", "this week", ""),
    ("She spoke earlier this month.", "earlier this month", ""),
    ("She left late last year.", "late last year", ""),
    ("She leaves next month.", "next month", ""),
    ("She left yesterday.", "yesterday", ""),
    ("She left yesterday evening.", "yesterday evening", ""),
    ("She leaves today.", "today", ""),
    ("She leaves tonight.", "tonight", ""),
    ("She left last night.", "last night", ""),
    ("She left this morning.", "this morning", ""),
    ("She leaves tomorrow.", "tomorrow", ""),
    ("She left the day before yesterday.", "the day before yesterday", ""),
    ("A lot was done over the weekend.", "the weekend", ""),
    ("They met last weekend.", "last weekend", ""),
    ("They met on March 17.", "March 17", ""),
    ("They met on 17 March 2025.", "17 March 2025", ""),
    ("They met on the 17th of March.", "the 17th of March", ""),
    ("They met on Monday, March 17, 2025.", "Monday, March 17, 2025", ""),
    ("Updated Mon March 17, 2025 there.", "Mon March 17, 2025", ""),
    ("They met on Sept. 5 there.", "Sept. 5", ""),
    ("They met in March 2025.", "March 2025", ""),
    ("They met on 2025-03-17.", "2025-03-17", ""),
    ("They met in March.", "March", ""),
    ("They meet in March of next year.", "March of next year", ""),
    ("They met on June 16th of last year.", "June 16th of last year", ""),
    ("Today is a holiday.", "Today", ""),
    ("They met in May.", "May", ""),
    ("They met in late March.", "late March", ""),
    ("They met in mid-March 2024.", "mid-March 2024", ""),
    ("They met last March.", "last March", ""),
    ("January's vote failed.", "January", ""),
    ("It fell in 2022.", "2022", ""),
    ("The 2014 accord failed.", "2014", ""),
    ("It fell in early 2023.", "early 2023", ""),
    ("It fell in the 1990s.", "the 1990s", ""),
    ("It has held it since 2022.", "since 2022", "since"),
    ("It has held it since the 2022 invasion.", "since the 2022 invasion", "since"),
    ("Since the 2022 invasion, it has lost land.", "Since the 2022 invasion", "since"),
    ("It lost much since it was invaded in 2022.", "since it was invaded in 2022", "since"),
    ("It lost much since the war began in February 2022.", "since the war began in February 2022", "since"),
    ("It lost much since the war broke out two years ago.", "since the war broke out two years ago", "since"),
    ("Since taking office on Jan. 20, she has met many.", "Since taking office on Jan. 20", "since"),
    ("It has rained since Sunday.", "since Sunday", "since"),
    ("It has rained since last week.", "since last week", "since"),
    ("They fought until Friday.", "until Friday", "until"),
    ("They fought till June.", "till June", "until"),
    ("The truce lasts through Sunday.", "through Sunday", "until"),
    ("They left before Friday.", "before Friday", "before"),
    ("They left after March 3.", "after March 3", "after"),
    ("It must end by Tuesday.", "by Tuesday", "by"),
    ("It must end by the end of the month.", "by the end of the month", "by"),
    ("It must end by the end of March.", "by the end of March", "by"),
    ("It grew by 2030 targets.", "by 2030", "by"),
    ("They met before Sunday's vote.", "Sunday", ""),
    ("It showed video from Sunday.", "Sunday", ""),
    ("It came two days ago.", "two days ago", ""),
    ("It came a week ago.", "a week ago", ""),
    ("It came a day earlier.", "a day earlier", ""),
    ("It came in the past three years.", "the past three years", ""),
    ("It came over the past year.", "the past year", ""),
    ("It came in recent weeks.", "recent weeks", ""),
    ("It comes in the coming weeks.", "the coming weeks", ""),
    ("It could come within weeks.", "within weeks", ""),
    ("It could come within two months.", "within two months", ""),
    ("Sales fell in the third quarter.", "the third quarter", ""),
    ("Sales fell in the third quarter of 2024.", "the third quarter of 2024", ""),
    ("Sales fell in Q3 2024.", "Q3 2024", ""),
    ("It fell last summer.", "last summer", ""),
    ("It fell in the summer of 2023.", "the summer of 2023", ""),
    ("It fell in the spring.", "the spring", ""),
    ("They met the following day.", "the following day", ""),
    ("It came hours later.", "hours later", ""),
    ("It came the week before.", "the week before", ""),
    ("Later that day, it rained.", "Later that day", ""),
    ("It rained the same week.", "the same week", ""),
    ("It came a year and a half ago.", "a year and a half ago", ""),
    ("It came two days after Sunday's vote.", "two days after Sunday", ""),
    ("It came a week before March 3.", "a week before March 3", ""),
    ("It fell in the three months to September.", "the three months to September", ""),
    ("It runs May 14-16 there.", "May 14-16", ""),
    ("It ran from 3 to 5 May 2024.", "3 to 5 May 2024", ""),
    ("They ruled in 2014-18.", "2014-18", ""),
    ("They met on the last Sunday of November.", "the last Sunday of November", ""),
    ("They met in the first week of May.", "the first week of May", ""),
    ("It grew in the first half of 2023.", "the first half of 2023", ""),
    ("It grew in the first nine months of last year.", "the first nine months of last year", ""),
    ("They meet in the week of January 13.", "the week of January 13", ""),
    ("It rained on Thursday last week.", "Thursday last week", ""),
    ("Earlier in the week, it rained.", "Earlier in the week", ""),
    ("It fell in 1721.", "1721", ""),
    ("It was dug in the 19th century.", "the 19th century", ""),
    ("It snowed on New Year’s Eve.", "New Year’s Eve", ""),
    ("It must end by Christmas.", "by Christmas", "by"),
    ("It must end no later than Oct. 1.", "no later than Oct. 1", "by"),
    ("Starting Monday, bread is dear.", "Starting Monday", "from"),
    ("They have until midnight Saturday to go.", "until midnight Saturday", "until"),
    ("It came shortly after midnight Sunday.", "Sunday", ""),
    ("It ended in March for want of money.", "March", ""),
    ("Its July summit failed.", "July", ""),
    ("It fell in July last year.", "July last year", ""),
    ("They meet on May 3 and 4.", "May 3 and 4", ""),
    ("It opens in early autumn.", "early autumn", ""),
    ("It grew on the same month a year earlier.", "the same month a year earlier", ""),
    ("He ruled until his death in 2027.", "until his death in 2027", "until"),
    ("The rules apply from April.", "from April", "from"),
    ("It fell to 4 percent below 2005 levels.", "2005", ""),
]

NONE = [
    "They met on Good Friday.",
    "The Sunday Times wrote it.",
    "They meet on Sundays.",
    "It was in Vastria Today.",
    "It may rain.",
    "They march on.",
    "April Vell agreed.",
    "She was thanked by June Vell.",
    "Jan Vell agreed.",
    "It sent 2000 soldiers.",
    "They cited Resolution 1973.",
    "It closed at 2000 GMT.",
    "It cost $2014.",
    "They agreed a 30-day truce.",
    "They fought for three years.",
    "It was the third attack in two weeks.",
    "The fall of Ostvara was quick.",
    "It made it a second time.",
    "Sales rose 2014%.",
    "It came a day earlier than planned.",
    "They joined the March for Bread.",
    "In the week before the vote, it rained.",
    "They drank from the spring.",
    "They came back after the winter holidays.",
    "They ate Christmas pudding.",
    "The Sunday Tribune wrote it.",
    "They meet every Sunday.",
    "It is to last 45 days.",
    "It is shut until further notice.",
    "A week into the strike, they gave way.",
]

# word/TAG/head, the head as a distance
TENSES = [
    ("Vell/NNP/1 said/VBD/0 Sunday/NNP/-1", "past"),
    ("Vell/NNP/2 will/MD/1 speak/VB/0 Tuesday/NNP/-1", "future"),
    ("he/PRP/2 'll/MD/1 speak/VB/0 on/IN/-1 Tuesday/NNP/-1", "future"),
    ("he/PRP/2 would/MD/1 speak/VB/0 Tuesday/NNP/-1", "future"),
    ("It/PRP/3 could/MD/2 have/VB/1 ended/VBN/0 Tuesday/NNP/-1", "past"),
    ("It/PRP/3 will/MD/2 have/VB/1 ended/VBN/0 Tuesday/NNP/-1", "future"),
    ("he/PRP/1 planned/VBD/0 to/TO/1 speak/VB/-2 on/IN/-1 Tuesday/NNP/-1", "future"),
    ("he/PRP/1 planned/VBD/0 to/TO/1 speak/VB/-2 on/IN/-3 Tuesday/NNP/-1", "future"),
    ("he/PRP/1 failed/VBD/0 to/TO/1 speak/VB/-2 on/IN/-1 Tuesday/NNP/-1", "past"),
    ("plans/NNS/0 to/TO/1 meet/VB/-2 Tuesday/NNP/-1", "future"),
    ("Vell/NNP/2 to/TO/1 speak/VB/0 on/IN/-1 Tuesday/NNP/-1", "future"),
    ("He/PRP/3 did/VBD/2 not/RB/1 speak/VB/0 Sunday/NNP/-1", "past"),
    ("He/PRP/2 has/VBZ/1 spoken/VBN/0 on/IN/-1 Sunday/NNP/-1", "past"),
    ("He/PRP/2 was/VBD/1 killed/VBN/0 Sunday/NNP/-1", "past"),
    ("It/PRP/3 's/VBZ/2 been/VBN/1 done/VBN/0 Sunday/NNP/-1", "past"),
    ("men/NNS/0 killed/VBN/-1 Sunday/NNP/-1", "past"),
    ("He/PRP/2 is/VBZ/1 expected/VBN/0 Tuesday/NNP/-1", "future"),
    ("talks/NNS/0 scheduled/VBN/-1 for/IN/-1 Tuesday/NNP/-1", "future"),
    ("It/PRP/2 was/VBD/1 scheduled/VBN/0 for/IN/-1 Tuesday/NNP/-1", "future"),
    ("It/PRP/1 set/VBD/0 talks/NNS/-1 for/IN/-1 Tuesday/NNP/-1", "future"),
    ("He/PRP/1 is/VBZ/0 due/JJ/-1 Tuesday/NNP/-2", "future"),
    ("Talks/NNS/1 begin/VBP/0 Tuesday/NNP/-1", "present"),
    ("He/PRP/1 plans/VBZ/0 talks/NNS/-1 Tuesday/NNP/-1", "future"),
    ("He/PRP/2 was/VBD/1 speaking/VBG/0 Tuesday/NNP/-1", "past"),
    ("He/PRP/2 is/VBZ/1 speaking/VBG/0 Tuesday/NNP/-1", "present"),
    ("Speaking/VBG/3 Sunday/NNP/-1 he/PRP/1 agreed/VBD/0", "past"),
    ("He/PRP/2 is/VBZ/1 going/VBG/0 to/TO/1 speak/VB/-2 Tuesday/NNP/-1", "future"),
    ("He/PRP/1 demanded/VBD/0 they/PRP/1 leave/VB/-2 Tuesday/NNP/-1", "future"),
    ("It/PRP/1 gave/VBD/0 them/PRP/-1 until/IN/-2 Friday/NNP/-1", "future"),
    ("They/PRP/1 fought/VBD/0 until/IN/-1 Friday/NNP/-1", "past"),
    ("It/PRP/2 was/VBD/1 postponed/VBN/0 until/IN/-1 Friday/NNP/-1", "future"),
    ("Talks/NNS/0 Friday/NNP/-1", "past"),
    ("It/PRP/2 would/MD/1 stay/VB/0 shut/VBN/-3 Friday/NNP/-1", "future"),
    ("It/PRP/2 was/VBD/1 moved/VBN/0 to/TO/-1 Friday/NNP/-1", "past"),
    ("It/PRP/2 was/VBD/1 postponed/VBN/0 to/TO/-1 Friday/NNP/-1", "future"),
    ("They/PRP/2 had/VBD/1 hoped/VBN/0 to/TO/1 leave/VB/-2 by/IN/-1 Friday/NNP/-1", "past"),
    ("It/PRP/1 shut/VBP/0 Friday/NNP/-1", "past"),
    ("They/PRP/1 want/VBP/0 them/PRP/-1 freed/VBN/-1 by/IN/-1 Friday/NNP/-1", "future"),
]


def only(doc: Doc):
    (time,) = times(doc)
    assert time.span.of(doc.text) == time.text
    return time


@pytest.mark.parametrize(("sentence", "words", "relation"), FOUND)
def test_words_and_relation(nlp, sentence, words, relation):
    time = only(nlp(sentence))
    assert (time.text, time.relation) == (words, relation)


@pytest.mark.parametrize("sentence", NONE)
def test_none(nlp, sentence):
    assert times(nlp(sentence)) == ()


def tagged(nlp, notation: str) -> Doc:
    words, tags, heads = zip(*(part.rsplit("/", 2) for part in notation.split()), strict=True)
    heads = [place + int(distance) for place, distance in enumerate(heads)]
    return Doc(nlp.vocab, words=list(words), tags=list(tags), heads=heads, deps=["dep"] * len(words))


@pytest.mark.parametrize(("notation", "tense"), TENSES)
def test_tense(nlp, notation, tense):
    assert only(tagged(nlp, notation)).tense == tense


def test_two_days_in_two_tenses(nlp):
    doc = tagged(
        nlp,
        "Vell/NNP/1 said/VBD/0 Sunday/NNP/-1 as/IN/2 he/PRP/1 announced/VBD/-4 he/PRP/1 planned/VBD/-2 to/TO/1 "
        "speak/VB/-2 to/IN/-1 Ommer/NNP/-1 on/IN/-3 Tuesday/NNP/-1",
    )
    assert [(time.text, time.tense) for time in times(doc)] == [("Sunday", "past"), ("Tuesday", "future")]


def test_in_two_weeks_only_where_it_is_to_come(nlp):
    doc = tagged(nlp, "It/PRP/2 will/MD/1 end/VB/0 in/IN/-1 two/CD/1 weeks/NNS/-2")
    assert only(doc).text == "in two weeks"


def test_in_two_weeks_on_a_verb_of_the_present(nlp):
    ends = tagged(nlp, "It/PRP/1 ends/VBZ/0 in/IN/-1 two/CD/1 weeks/NNS/-2")
    assert only(ends).text == "in two weeks"
    third = tagged(nlp, "It/PRP/1 is/VBZ/0 third/JJ/-1 in/IN/-2 two/CD/1 weeks/NNS/-2")
    assert times(third) == ()


def test_what_is_dated_in_the_present_has_been(nlp):
    doc = tagged(nlp, "It/PRP/1 recovers/VBZ/0 from/IN/-1 Monday/NNP/2 's/POS/-1 vote/NN/-3")
    doc = Doc(nlp.vocab, [w.text for w in doc], [True, True, True, False, True, False], tags=[w.tag_ for w in doc],
              heads=[w.head.i for w in doc], deps=["dep"] * len(doc))  # fmt: skip
    assert only(doc).tense == "past"


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("They ruled from 2014 to 2016.", [("from 2014", "from"), ("2016", "until")]),
        ("They ruled between 2014 and 2016.", [("between 2014", "from"), ("2016", "until")]),
        ("Rain fell from Friday through Sunday.", [("from Friday", "from"), ("through Sunday", "until")]),
        ("It rose since 2014 and fell in 2022.", [("since 2014", "since"), ("2022", "")]),
    ],
)
def test_pairs(nlp, sentence, expected):
    assert [(time.text, time.relation) for time in times(nlp(sentence))] == expected
