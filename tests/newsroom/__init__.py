"""A generated archive of news about an invented world: articles, their statements, their texts, of any number.

``articles`` yields what ``kg.build`` takes, ``texts`` the files for the whole line, ``graph`` the finished graph.
Everything is drawn from ``random.Random(seed)``; the first articles of a longer archive are those of a shorter one.

What the numbers follow is measured on what newskg makes of the 7 dispatches of ``seeds/`` and the 16 articles of
``tests/gold/articles`` (23 articles, 46,872 triples; per article, seeds and gold):

    triples 1,536 and 2,257, of these shared 211 and 324; words 401 and 660; statements 33 and 50
    statements in a sentence that has any 1.7 (one: 63 %, two: 23 %); mentions of entities 42 and 60
    entities 21 and 33, of these unnamed sources 7 and 15; speakers 12 and 19; quotations 9 and 13
    statements with a speaker 70 %, an addressee 9 %, a time of saying 19 %, inside another one 9 %
    claims 60 %, roles 17 %, control 5 %, events 4.5 %, demands 4 %, meetings 3.5 %, responses 3 %, proposals 1.5 %,
    conditions 1 %, relations 1 %
    CT+ 79 %, Uu 9 %, CT- 5 %, PR+ 4 %, PS+ 3 %

An article here has about 2,110 triples, 550 words, 44 statements, 32 entities, 14 speakers and 9 quotations; more of
its mentions are of entities (83), since every noun that acts is somebody.

How often a story, an outlet, a country, a speaker or a claim comes again is drawn as in a Pitman-Yor process (Pitman
and Yor 1997, The Annals of Probability 25), the usual model of counts that follow a power law and of things that go on
turning up new: few stories fill most of the archive. One article in twenty is another outlet's copy of a recent one.
"""

from newsroom.articles import Told, articles, texts
from newsroom.graph import graph

__all__ = ["Told", "articles", "graph", "texts"]
