"""What demands, proposals and answers are made of: who makes them, whom they are put to, and their matter in words."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from kg import syntax
from kg.extract import cues
from kg.extract.bargain_words import LEAVING
from kg.extract.factuality import clause_force
from kg.extract.lengths import lasting
from kg.extract.mentions import around, layers_of, mention_of, mentions_in, speakers
from kg.extract.people import can_speak, is_work
from kg.extract.pieces import span_of
from kg.extract.sources import source_of
from kg.extract.verbs import is_unreal
from kg.model import Content, Mention, Span, Term

Fields = list[tuple[str, Mention | str | Term | Content]]

# Comment is asked for, an interview refused: no matter of anybody's
UNSAID = frozenset({"comment", "interview", "clarification", "anonymity"})
# "her country would sign", "his party": whoever speaks for it
SIDES = frozenset("country government party side team nation cabinet administration union movement office".split())
FIRST = frozenset({"i", "we", "our", "my"})
THIRD = frozenset({"it", "he", "she", "they", "its", "his", "her", "their"})
# Things whose names end like those of people
THINGS = frozenset("tree fee degree knee coffee guarantee levee decree".split())
# "thousands demanded": people, where nothing else is said of them
CROWDS = frozenset("thousands hundreds dozens scores tens".split())
# "in a letter demanding", "its letter proposes": works by which somebody demands or proposes
PAPERS = frozenset("ultimatum petition plea letter text paper note".split())
# Verbs that leave what they tell to whoever tells it: "Vessa said Orland must go"
TELLING = frozenset({"assert", "warn", "confirm", "accuse", "demand"})
# "most guests accept": nobody who could be named
ANYBODY = frozenset("most many few no any every each nobody anyone everyone others people you none one all".split())


@dataclass(frozen=True, slots=True)
class Matter:
    """What is put forward: the word it hangs on, its words, and who is to do it, where that is told apart."""

    head: Token
    words: tuple[Token, ...]
    doer: Token | None = None

    @property
    def text(self) -> str:
        """The words in one line; of a noun without its article."""
        text = text_of(self.words)
        return text if syntax.is_verb(self.head) else re.sub(r"^(?:an?|the)\s+", "", text, flags=re.IGNORECASE)


def text_of(tokens: Sequence[Token]) -> str:
    """Tokens in, their words in one line out: runs with gaps joined by a space; no quotation marks, no last "and"."""
    if len(tokens) > 1 and syntax.is_conjunction(tokens[-1]):
        tokens = tokens[:-1]
    runs: list[list[Token]] = []
    for token in tokens:
        if runs and runs[-1][-1].i + 1 == token.i:
            runs[-1].append(token)
        else:
            runs.append([token])
    whole = " ".join(span_of(run).of(layers_of(run[0]).text) for run in runs)
    return re.sub(r"\s+", " ", re.sub(r"[“”„«»\"]", "", whole)).strip(" ,;:—–-")


def actors(token: Token | None) -> tuple[Mention, ...]:
    """Who a word stands for, where it can act: names, people, bodies; "her government" is hers, "we" the speaker's."""
    if token is None:
        return ()
    token = syntax.antecedent(token)
    if token.lower_ in FIRST or (token.lower_ in THIRD and mention_of(token) is None):
        token = teller(token)
    owner = syntax.possessor(token)
    if owner is not None and syntax.is_pronoun(owner) and token.lemma_.lower() in SIDES:
        return actors(owner)
    if not (can_speak(token) or _is_crowd(token)) or is_work(token) or _is_anybody(token):
        return ()
    return tuple(speakers(token))


def makers(verb: Token, works: Container[str] = PAPERS) -> tuple[Mention, ...]:
    """Who does what a verb tells, or made the work that does: "Orland’s letter proposes", "a letter demanding"."""
    source = source_of(verb)
    found = actors(source)
    if found or source is None or source.lemma_.lower() not in works:
        return found
    by = next((g for _, g in syntax.prepositions(source, "by", "from")), None)
    lent = source_of(source.head) if syntax.is_object(source) and syntax.is_verb(source.head) else None
    return actors(syntax.possessor(source)) or actors(by) or actors(lent)


def sayer(clause: Token) -> tuple[Mention, ...]:
    """Who says a clause: "Orland must go, Vessa said", "Orland, Vessa says, must go"; nobody where nobody does."""
    first = syntax.first_conjunct(clause)
    telling = [c for c in (*clause.children, *first.children) if syntax.is_beside(c)]
    telling += [first.head] if first in syntax.clause_complements(first.head) else []
    said = (v for v in telling if _tells(v) and syntax.negation(v) is None and not is_unreal(v))
    return next((found for v in said if (found := actors(source_of(v)))), ())


def _tells(verb: Token) -> bool:
    entries = cues.VERBS.get(verb.lemma_, ())
    return any(e.act in TELLING and "clause" in e.frames and e.factuality in {"CT+", "Uu"} for e in entries)


def actor(token: Token | None) -> Mention | None:
    """The first that a word stands for."""
    return next(iter(actors(token)), None)


def _is_crowd(token: Token) -> bool:
    """ "thousands", "hundreds of miners"; not "thousands of trees"."""
    return token.lower_ in CROWDS and all(can_speak(g) or _is_crowd(g) for _, g in syntax.prepositions(token, "of"))


def _is_anybody(token: Token) -> bool:
    if token.lemma_.lower() in THINGS:
        return True
    return token.lower_ in ANYBODY or any(c.i < token.i and c.lower_ in ANYBODY for c in token.children)


def teller(pronoun: Token) -> Token:
    """ "“We demand it,” said Vessa", "Vessa said it wanted": the next subject above that stands for somebody."""
    subjects = (source_of(t) for t in syntax.above(pronoun) if syntax.is_verb(t))
    found = next((s for s in subjects if s is not None and _stands_for_somebody(s, pronoun)), None)
    return found or _before(pronoun) or pronoun


def _before(pronoun: Token) -> Token | None:
    """ "though its envoys agreed, they set terms": the subject of the clause before, where the two agree in number."""
    clauses = [c for c in syntax.adverbial_clauses(pronoun.head) if c.i < pronoun.i]
    someone = syntax.own_subject(clauses[0]) if clauses else None
    if someone is None or syntax.is_pronoun(someone):
        return None
    return someone if syntax.is_plural(someone) == (pronoun.lower_ == "they") else None


def _stands_for_somebody(subject: Token, pronoun: Token) -> bool:
    if subject.lower_ in {"he", "she"} and pronoun.lower_ in {"he", "she"} - {subject.lower_}:
        return False  # "She refused, he said"
    known = subject.lower_ not in FIRST and (subject.lower_ not in THIRD or mention_of(subject) is not None)
    return known and not subject.is_ancestor(pronoun)


def is_put(verb: Token) -> bool:
    """True where what a verb tells of was done: not planned, supposed, asked about, or told against the facts."""
    refused = syntax.is_open_complement(verb) and verb.head.lemma_ in cues.DECLINING
    owed = bool({h.lower_ for h in syntax.auxiliaries(verb)} & {"must", "should", "ought", "shall", "can"})
    owed = owed or syntax.is_pending(syntax.first_conjunct(verb))
    first = syntax.first_conjunct(verb)
    owed = owed or (first.i != verb.i and syntax.has_to(verb) and syntax.is_verb(first) and is_unreal(first))
    owed = owed or (syntax.has_to(verb) and syntax.is_root(verb))  # "Vessa to call for a truce"
    above = syntax.governing_verb(verb.head) if syntax.is_governed(verb) else None
    owed = owed or (above is not None and is_unreal(above))  # "might have helped by insisting"
    return not (owed or refused or is_unreal(verb) or syntax.is_counterfactual(verb) or syntax.is_helper(verb))


def of_noun(noun: Token, verb: Token | None = None) -> list[Matter]:
    """A noun, and those joined to it, each as a matter of its own: "a truce and the release of prisoners".

    ``verb`` tells of it: a clause of that verb on the noun is left out ("a truce proposed by Vessa").
    """
    joined = [t for t in syntax.conjuncts(noun) if t.pos_ in {"NOUN", "PROPN", "NUM", "SYM"} or t.i == noun.i]
    leave = [] if verb is None else [verb, syntax.first_conjunct(verb)]
    return [Matter(t, tuple(syntax.clause(t, without=[*syntax.additions(t), *leave]))) for t in joined]


def is_aside(verb: Token) -> bool:
    """ "demanded an apology, which Orland rejected", "a truce proposed by Vessa": the writer's own word on a noun.

    Not where the noun stands in somebody's words, nor where the clause is negated or unsure.
    """
    first = syntax.first_conjunct(verb)
    if not (syntax.is_verb(verb) and syntax.is_noun_clause(first)) or clause_force(verb) != ("CT", False):
        return False
    above = syntax.governing_verb(first.head)
    while above is not None and syntax.is_dependent(above) and (_is_wished(above.head) or _is_how(above)):
        above = above.head  # "demanded that Orland leave, a call it rejected"
    return above is not None and not syntax.is_embedded(above)


def _is_how(verb: Token) -> bool:
    """ "that was how Vessa summed up the offer, which Orland rejected"."""
    return verb.head.lemma_ == "be" and any(c.lower_ in {"how", "why", "when", "where"} for c in verb.children)


def _is_wished(verb: Token) -> bool:
    """True for "demanded", "offered": what stands below is no fact, so that a remark on it is the writer's."""
    return any(entry.factuality == "Uu" for entry in cues.VERBS.get(verb.lemma_, ()))


def of_clause(verb: Token, doer: Token | None = None) -> Matter:
    """A clause as a matter, without who is to do it where that is told apart, and without its source."""
    leave = [*syntax.to_words(verb), *([doer] if doer is not None else [])]
    leave += [*syntax.remarks(verb), *(t for t in verb.subtree if t.lower_ == "according")]
    return Matter(verb, _in_one_quotation(verb, syntax.clause(verb, without=leave)), doer)


def _in_one_quotation(head: Token, words: Sequence[Token]) -> tuple[Token, ...]:
    """The words of a clause; of one inside quotation marks only those between them."""
    quoted = around(head.doc, head)
    return tuple(t for t in words if quoted is None or quoted.words.start <= t.idx < quoted.words.end)


def objects(verb: Token) -> list[Token]:
    """What a verb is done to: its objects, the subject of a passive, or the noun that a clause on it is about."""
    found = [o for o in syntax.direct_objects(verb) if o.pos_ in {"NOUN", "PROPN", "NUM", "SYM", "PRON", "DET"}]
    plain = [o for o in found if not syntax.is_relative(o)]
    first = syntax.first_conjunct(verb)
    if plain or (found and not syntax.is_noun_clause(first)):
        return plain or [syntax.antecedent(o) for o in found]
    if syntax.is_noun_clause(first) and (found or syntax.is_passive(verb) or syntax.subject(verb) != first.head):
        return [first.head]  # "a demand he rejected", "a plan put forward by Vessa"
    passive = syntax.own_subject(verb) if syntax.is_passive(verb) else None
    return [syntax.antecedent(passive)] if passive is not None else []


def content(kind: str, fields: Fields, gist: str, tokens: Iterable[Token]) -> Content:
    """A content over some words of one sentence; whoever is named in them, and is no field, it is about."""
    ordered = sorted(set(tokens), key=lambda t: t.i)
    named = [value.name for _, value in fields if isinstance(value, Mention)]
    about = tuple(m for m in mentions_in(ordered) if m.name not in named)
    return Content(kind, tuple(fields), gist, Span(ordered[0].idx, ordered[-1].idx + len(ordered[-1])), about=about)


def claim(tokens: Sequence[Token], text: str = "") -> Content:
    """Words that are neither demand nor proposal, as a plain claim."""
    words = (text or text_of(tokens)).replace("{", "(").replace("}", ")")
    return content("Claim", [], words, tokens)


def put(
    kind: str, says: str, agents: Sequence[Mention], matter: Matter, verb: Token, heard: Mention | None = None
) -> Content:
    """A demand or proposal: "{agent} demands {matter}", with whom it is put to where that is another."""
    fields: Fields = [("agent", agent) for agent in agents]
    doer = actor(matter.doer) if matter.doer is not None else None
    heard = doer or heard
    told = heard is not None and heard.name not in {agent.name for agent in agents}
    if heard is not None and told:
        fields.append(("recipient", heard))
    fields.append(("matter", matter.text))
    length = lasting(matter.words)
    if length:
        fields.append(("duration", length))
    is_clause = syntax.is_verb(matter.head)
    what = "{matter}"
    if is_clause:
        what = "that {recipient} {matter}" if told and matter.doer is not None else ": {matter}"
    gist = f"{{agent}} {says} {what}".replace(" :", ":")
    if told and not is_clause:
        gist += f" {'from' if kind == 'Demand' else 'to'} {{recipient}}"
    return content(kind, fields, gist, [verb, *matter.words])


def named(token: Token | None) -> Mention | None:
    """The mention of a word, where it can act, or names a people or place: "a Kestrian-proposed truce"."""
    found = mention_of(token) if token is not None else None
    return found if found is not None and found.kind in {"PERSON", "ORG", "GPE", "NORP", "GROUP"} else None


def with_particle(verb: Token, lemma: str, known: Container[str]) -> str:
    """ "turned down", "put forward": the verb with its particle, where the two are a known word."""
    near = [syntax.particle(verb), *(a.lower_ for a in syntax.adverbs(verb))]
    return next((f"{lemma}_{p}" for p in near if f"{lemma}_{p}" in known), lemma)


def is_wish(clause: Token) -> bool:
    """ "insisted that Dahl resign", "that he must go"; not "that he had gone"."""
    helpers = {h.lower_ for h in syntax.auxiliaries(clause)}
    return bool(helpers & {"must", "should"}) or syntax.is_infinite(clause) or syntax.is_mandated(clause)


def actor_of(clause: Token) -> Token | None:
    """ "demanded that Dahl resign": Dahl; "that the levy be withdrawn", "that Dahl be freed": nobody who is to act."""
    own = syntax.own_subject(clause)
    return own if own is not None and actor(own) is not None and not syntax.is_passive(clause) else None


def is_unsaid(matter: Matter) -> bool:
    """ "asked for comment", "asked not to be named", "refused to say"."""
    mute = cues.MUTE | cues.ANONYMOUS if syntax.is_verb(matter.head) else UNSAID
    return matter.head.lemma_.lower() in mute or not matter.text


def addressed(verb: Token, matter: Matter) -> tuple[Matter, Mention | None]:
    """The matter, and whom it is demanded of: "demanded it from Orland", "asked Orland for it"."""
    first = syntax.first_conjunct(matter.head)
    joined = {t.i for t in syntax.conjuncts(first)}  # "demanded 12 percent and smaller classes"
    told = [o for o in syntax.objects(verb) if o.i not in joined and can_speak(o)]
    told += [g for p, g in syntax.prepositions(verb, "to") if p.i < matter.head.i and can_speak(g)]
    if told:
        return matter, actor(told[0])
    if matter.head.lemma_ in LEAVING:  # "the withdrawal from Osk"
        return matter, None
    for above in (matter.head, verb):
        for preposition, governed in syntax.prepositions(above, "from"):
            if can_speak(governed) and not syntax.is_verb(matter.head):
                inside = {t.i for t in preposition.subtree}
                return Matter(matter.head, tuple(t for t in matter.words if t.i not in inside)), actor(governed)
    return matter, None
