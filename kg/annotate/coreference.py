"""Which words of an article stand for one actor: full and short names, acronyms, titles, pronouns.

Names come first, over the whole article; then nouns and pronouns from left to right, each to what stands before it,
in the order of precision of the sieve of Lee et al. (2013). People and things without a name are actors too, so that
no pronoun meant for them falls on a name.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from kg import syntax
from kg.annotate import nominals, pronouns
from kg.annotate.clusters import clusters, mentions, write_clusters
from kg.annotate.names import Occurrence, Referent, named
from kg.annotate.pronouns import SPEECH, Seen
from kg.model import Mention

PERSONAL = frozenset({"PRP", "PRP$"})


@Language.component("kg_coreference")
def coreference(doc: Doc) -> Doc:
    """A parsed doc in, the same doc with its clusters in ``doc.spans`` out (see ``clusters.py``).

    What stands inside the spans of ``doc.spans["quotations"]`` is read as speech, where there are any.
    """
    write_clusters(doc, Reading.of(doc).occurrences())
    return doc


def referents(doc: Doc) -> dict[int, Mention]:
    """The mention at each head word (by token index): names and the words that stand for them.

    Clusters are made now where the doc's pipeline has no ``kg_coreference``.
    """
    return mentions(doc if any(clusters(doc)) else coreference(doc))


@dataclass(slots=True)
class Reading:
    """One pass over a doc from left to right, with the mentions seen so far."""

    doc: Doc
    quoted: list[Span]
    names: dict[int, Occurrence]
    sentence: list[int]
    quotation: list[int]
    paragraph: list[int]
    seen: list[Seen] = field(default_factory=list)
    found: list[Occurrence] = field(default_factory=list)
    joint: dict[frozenset[int], Referent] = field(default_factory=dict)
    speakers: dict[int, Referent | None] = field(default_factory=dict)
    known: dict[int, Referent | None] = field(default_factory=dict)
    writer: Referent = field(default_factory=lambda: Referent("", "PERSON", named=False))

    @classmethod
    def of(cls, doc: Doc) -> Reading:
        """Ready to read a doc, its names and quotations known."""
        quoted = list(doc.spans.get("quotations", ()))
        return cls(
            doc,
            quoted,
            names={o.head.i: o for o in named(doc)},
            sentence=[n for n, sent in enumerate(doc.sents) for _ in range(len(sent))],
            quotation=_numbered(quoted, len(doc)),
            paragraph=_numbered(list(doc.spans.get("paragraphs", ())), len(doc)),
        )

    def occurrences(self) -> list[Occurrence]:
        """The mentions of the doc in order."""
        covered = {i for o in self.names.values() for i in range(o.words.start, o.words.end)}
        for token in self.doc:
            number = self.quotation[token.i]
            if number and number not in self.speakers:
                self.speakers[number] = self._speaker(number)
            if token.i in self.names or token.i not in covered:
                self._read(token)
            self._join(token)
        return self.found

    def _read(self, token: Token) -> None:
        """Take a name, noun or pronoun for the actor it stands for, if for any."""
        referent = self._actor(token)
        if referent is None:
            return
        if token.i in self.names:
            self._add(self.names[token.i], "name")
        elif token.tag_ in PERSONAL:
            if token.lower_ in pronouns.HE | pronouns.SHE and not referent.gender:
                referent.gender = pronouns.KINDS[token.lower_]
            self._add(Occurrence(token, self.doc[token.i : token.i + 1], referent), "pronoun")
        else:
            words = nominals.words(token)
            form = "a" if words[0].lower_ in {"a", "an"} else "the" if len(words) > 1 else "bare"
            self._add(Occurrence(token, words, referent), form)

    def _actor(self, token: Token) -> Referent | None:
        """Whom a name, noun or pronoun stands for; None for a pronoun of nobody known and for other words."""
        if token.i in self.known:
            return self.known[token.i]
        if token.i in self.names:
            return self.names[token.i].referent
        if token.tag_ in PERSONAL:
            return self._antecedent(token)
        if not nominals.is_mention(token):
            return None
        beside = next((c.i for c in syntax.appositions(token) if c.i in self.names), None)
        if beside is not None and self.names[beside].referent.kind == "PERSON":
            return self.names[beside].referent  # "his wife, Ana Vessa"
        return nominals.actor(token, self.seen)

    def _antecedent(self, pronoun: Token) -> Referent | None:
        word, number = pronoun.lower_, self.quotation[pronoun.i]
        speaker = self.speakers.get(number)
        if word in pronouns.FIRST:
            return speaker if number else self.writer
        if word in pronouns.FIRST_PLURAL:  # a person who says "we" speaks for several
            return speaker if speaker and speaker.kind != "PERSON" else None
        if word not in pronouns.KINDS or syntax.is_empty(pronoun):
            return None
        return pronouns.antecedent(self._seen(pronoun, self.writer, "pronoun"), self.seen)

    def _add(self, occurrence: Occurrence, form: str) -> None:
        self.found.append(occurrence)
        self.seen.append(self._seen(occurrence.head, occurrence.referent, form))
        occurrence.referent.count += 1
        occurrence.referent.outside |= not self.quotation[occurrence.head.i]

    def _seen(self, head: Token, referent: Referent, form: str) -> Seen:
        number = self.quotation[head.i]
        role, speaker = nominals.role(head), self.speakers.get(number)
        return Seen(head, referent, self.sentence[head.i], role, form, number, self.paragraph[head.i], speaker)

    def _join(self, last: Token) -> None:
        """ "Kestria and Morvane", at its last part: an actor of several."""
        first = syntax.first_conjunct(last)
        if first.i == last.i or len(syntax.conjuncts(last)) > 1:
            return
        heads = {t.i for t in syntax.conjuncts(first)}
        parts = [s.referent for s in self.seen[-4 * len(heads) :] if s.head.i in heads and s.form != "joint"]
        if len(parts) < 2 or len(parts) != len(heads):
            return
        kinds = {p.kind for p in parts}
        kind = "PEOPLE" if kinds == {"PERSON"} else "BODIES" if kinds <= {"ORG", "GPE", "NORP"} else "THINGS"
        made = Referent(" and ".join(p.name for p in parts), kind, plural=True, named=False)
        referent = self.joint.setdefault(frozenset(map(id, parts)), made)
        words = nominals.headed(self.doc[first.left_edge.i : last.i + 1], first)
        self._add(Occurrence(first, words, referent), "joint")

    def _speaker(self, number: int) -> Referent | None:
        """Who says a quotation: the subject of the verb of speech beside it, or who said the one before."""
        span = self.quoted[number - 1]
        first, last = span[0], span[-1]
        beside = [*self.doc[last.i + 1 : last.sent.end], *reversed(self.doc[first.sent.start : first.i])]
        for verb in beside:
            if verb.lemma_ in SPEECH and syntax.is_verb(verb) and not self.quotation[verb.i]:
                source = syntax.own_subject(verb)
                if source is not None and not self.quotation[source.i]:
                    self.known.setdefault(source.i, self._actor(source))
                    return self.known[source.i]
        before = max(self.speakers, default=0)
        if not before or first.i != first.sent.start:
            return None
        gap = self.sentence[first.i] - self.sentence[self.quoted[before - 1].end - 1]
        return self.speakers[before] if gap < 2 else None


def _numbered(spans: Sequence[Span], length: int) -> list[int]:
    """For each token the number of the outermost span it stands in, from 1; 0 outside."""
    out = [0] * length
    for number, span in enumerate(spans, 1):
        for i in range(span.start, span.end):
            out[i] = out[i] or number
    return out
