"""Offices and roles: who is president, envoy or spokesperson of what, as titles, appositions and clauses tell."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from kg import syntax
from kg.extract.found import Found, kept
from kg.extract.mentions import layers_of, mention_of
from kg.extract.pieces import span_of
from kg.model import Content, Mention, Span

# Nouns that name an office or a calling when they stand beside a name
OFFICES = frozenset(
    "president minister secretary chancellor premier king queen emperor prince princess pope envoy ambassador "
    "spokesman spokeswoman spokesperson director chief mayor governor general commander senator chairman "
    "chairwoman chairperson chair executive ceo founder co-founder cofounder leader head analyst professor lawyer "
    "attorney editor coach captain colonel major lieutenant marshal admiral bishop archbishop patriarch judge "
    "justice prosecutor commissioner representative congressman congresswoman lawmaker legislator deputy speaker "
    "negotiator mediator adviser advisor counsel counselor aide economist strategist scientist researcher "
    "historian expert fellow manager owner engineer forecaster diplomat counterpart candidate nominee treasurer "
    "superintendent sheriff officer official member activist author journalist correspondent reporter columnist "
    "president-elect rapporteur coordinator inspector administrator principal dean rector chairperson ombudsman "
    "warden consul attache delegate whip referee goalkeeper keeper striker midfielder defender winger skipper pundit "
    "specialist cryptographer physicist biologist virologist epidemiologist geologist psychologist sociologist "
    "technician supervisor foreman investigator witness broker trader emir sultan sheikh vicar priest imam rabbi nun "
    "secretary-general lecturer curator conductor playwright novelist".split()
)
# "former Kestrian president", "outgoing premier": how a role is held
HELD = frozenset("former outgoing acting interim incoming ex then late retired longtime long-time newly".split())
# "was sworn in as", "elected her speaker"; "served as"; "stepped down as"
APPOINTING = frozenset("elect reelect re-elect name appoint swear install choose pick promote crown hire".split())
SERVING = frozenset("serve act work double".split())
LEAVING = frozenset("resign step quit retire stand".split())
# What a body can be called: "the Vessa Institute, a conflict monitor"
BODIES = frozenset(
    "monitor watchdog tank charity company group party agency union organization organisation firm bank institute "
    "network outlet newspaper broadcaster coalition alliance militia faction think-tank nonprofit observatory "
    "body association federation maker producer retailer publisher university".split()
)
SPOKES = frozenset({"spokesman", "spokeswoman", "spokesperson"})
LEADING = {
    "lead": "leader",
    "head": "head",
    "chair": "chair",
    "run": "head",
    "command": "commander",
    "direct": "director",
}
OF = ("of", "for", "at", "to", "in", "from", "with")
TITLE_WORDS = frozenset(
    "prime foreign defense defence interior finance home deputy vice special chief senior former acting interim "
    "first lady press national security economy trade transport health justice education energy environment "
    "agriculture labor labour general executive managing assistant under permanent state attorney lead co vice- "
    "president opposition majority minority house senate field lord crown grand public works police fire military "
    "naval campaign shadow outgoing incoming elect chancellor right-hand head cabinet high then second third "
    "political economic presidential parliamentary".split()
)
NEAR = 400  # words back that a counterpart can stand from the other
SENT = frozenset({"ambassador", "envoy", "consul", "representative", "delegate"})
SENDERS = ("of", "for", "from")  # an envoy "to" a country does not serve it
BODY_KINDS = frozenset({"GPE", "NORP", "ORG", "FAC", "LOC"})


@kept
def find(doc: Doc) -> Iterator[Found]:
    """The role holdings of a doc, each expression once; a "counterpart" holds the office of the other."""
    known: dict[str, str] = {}
    referents = layers_of(doc).referents
    for token in doc:
        mention = referents.get(token.i)
        if mention is not None and mention.named and not syntax.is_pronoun(token):
            yield from _of_name(token, mention, known)
        elif token.lemma_.lower() in SPOKES and token.pos_ in {"NOUN", "PROPN"} and not _names_person(token):
            yield from _unnamed_spokesperson(token)


def _of_name(name: Token, mention: Mention, known: dict[str, str]) -> Iterator[Found]:
    if mention.kind == "PERSON":
        yield from _titled(name, mention, known)
        yield from _clauses(name, mention)
        yield from _led(name, mention)
    if mention.kind in {"PERSON", "ORG"}:
        yield from _apposed(name, mention, known)


# --- "US President Donald Trump", "Orland's special envoy Ana Vessa"


def _titled(name: Token, member: Mention, known: dict[str, str]) -> Iterator[Found]:
    doc = name.doc
    inside = doc.char_span(member.span.start, member.span.end, alignment_mode="expand")
    first = inside.start if inside is not None else name.i
    words: list[Token] = []
    at = first - 1
    while at >= 0 and _in_title(doc[at]):
        words.insert(0, doc[at])
        at -= 1
    yield from _holding(words, member, name, known)


def _in_title(token: Token) -> bool:
    if token.is_space or token.sent.start > token.i:
        return False
    if token.tag_ in {"HYPH", "POS"} or token.text == "-":
        return True
    return token.tag_ in {"NN", "NNP", "NNPS", "JJ", "NNS", "PRP$", "VBG"} and not syntax.is_apposition(token)


def _holding(words: list[Token], member: Mention, name: Token, known: dict[str, str]) -> Iterator[Found]:
    """A role from title words: how it is held, then names and peoples that are the body, then the office itself."""
    if not words or words[-1].lemma_.lower() not in OFFICES:
        return
    start = words[0]
    held = [word for word in words[:2] if word.lower_ in HELD]
    words = words[len(held) :]
    body: Token | None = None
    while words and not _is_role_word(words[0]):
        if words[0].tag_ not in {"POS", "HYPH"} and words[0].text[:1].isalpha() and "based" not in words[0].lower_:
            body = words[0]
        words = words[1:]
    role = " ".join(w.text for w in [*held, *words]).replace(" - ", "-").lower()
    if not words:
        return
    if words[-1].tag_ in {"NNS", "NNPS"}:
        role = role.removesuffix(words[-1].lower_) + words[-1].lemma_.lower()  # "Presidents Vessa and Dahl"
    body = body or next((g for _, g in syntax.prepositions(name, "of") if g.ent_type_ in BODY_KINDS), None)
    span = Span(min(start.idx, member.span.start), member.span.end)
    yield from _found(member, role, _body(body), span, name, known)


def _is_role_word(token: Token) -> bool:
    """A word of the role itself: printed small, or a word of titles; a capital elsewhere names the body."""
    word = token.lower_
    if token.tag_ in {"POS", "PRP$", "HYPH"} or (not token.is_alpha and "-" not in word):
        return False
    return token.text.islower() or token.lemma_.lower() in OFFICES or word in TITLE_WORDS


def _body(token: Token | None) -> Mention | None:
    if token is None:
        return None
    found = layers_of(token).referents.get(token.i) or mention_of(token)
    places = (m for m in layers_of(token).referents.values() if m.kind == "GPE")
    place = next((m for m in places if syntax.is_people_of(token.text, m.name)), None)
    if place is not None or found is None or not token.text[:1].isupper() or found.kind == "PERSON":
        return place or found
    span = span_of([token])  # "Kestrian President": a people nobody knows
    return found if found.named else Mention(span, token.text, token.text, "NORP")


# --- "Ana Vessa, the head of the grain board,", "the grain board's head, Ana Vessa,"


def _apposed(name: Token, member: Mention, known: dict[str, str]) -> Iterator[Found]:
    nouns = [t for a in syntax.appositions(name) for t in syntax.conjuncts(a)]
    if syntax.is_apposition(name):
        nouns.append(name.head)
    offices = OFFICES if member.kind == "PERSON" else BODIES
    for noun in nouns:
        if noun.pos_ not in {"NOUN", "PROPN"} or noun.lemma_.lower() not in offices or noun.ent_type_ == "PERSON":
            continue
        yield from _described(noun, member, name, known)


def _described(
    noun: Token, member: Mention, name: Token, known: dict[str, str], *, former: bool = False
) -> Iterator[Found]:
    """A role noun with its modifiers, and the body behind "of", "for", a possessive or a name before it."""
    before = [t for t in syntax.compounds(noun) if t.i < noun.i]
    role_words = [t for t in before if _is_role_word(t) and t.pos_ != "PUNCT" and "based" not in t.lower_]
    role = " ".join(t.text for t in [*_close(role_words, noun), noun]).lower()
    if former and not role.startswith("former"):
        role = f"former {role}"  # "was the mayor until 2019"
    owner = syntax.possessor(noun)
    named = [t for t in before if t.ent_type_ in BODY_KINDS and not _is_base(t)]
    of = [g for _, g in syntax.prepositions(noun, *(SENDERS if noun.lemma_ in SENT else OF)) if _body_like(g)]
    of.sort(key=lambda t: t.ent_type_ not in BODY_KINDS and t.pos_ != "PROPN")
    own = [owner] if owner is not None and not syntax.is_pronoun(owner) else []
    body = next(iter([*of, *own, *reversed(named), *([owner] if owner is not None else [])]), None)
    words = list(syntax.clause(noun, without=syntax.loose(noun)))
    span = span_of(sorted([*words, name], key=lambda t: t.i))
    yield from _found(member, role, _body(body), span, name, known)


def _close(words: list[Token], noun: Token) -> list[Token]:
    """The modifiers that stand right before the noun: "chief of the" leaves "chief" alone."""
    out: list[Token] = []
    at = noun.i - 1
    places = {w.i: w for w in words}
    while at in places:
        out.insert(0, places[at])
        at -= 1
    return out


def _is_base(token: Token) -> bool:
    """ "US-based": where it sits, not whom it serves."""
    return any(t.lower_ == "based" for t in [*token.children, token.head])


def _body_like(token: Token) -> bool:
    return token.ent_type_ in BODY_KINDS or token.pos_ in {"PROPN", "NOUN"}


# --- "Ana Vessa, who leads the board, ...", "Ana Vessa is the president of Orland"


def _clauses(name: Token, member: Mention) -> Iterator[Found]:
    verbs = [v for v in syntax.relative_clauses(name) if syntax.is_verb(v)]
    if syntax.is_subject(name) and syntax.is_verb(name.head):
        verbs.append(name.head)
    for verb in verbs:
        if syntax.negation(verb) is not None or syntax.is_future(verb) or not _is_about(verb, name):
            continue
        if verb.lemma_ in LEADING:
            for o in syntax.direct_objects(verb):
                body = mention_of(o)
                if body is not None and body.kind in {"ORG", "GPE"}:
                    span = span_of(sorted([name, verb, o], key=lambda t: t.i))
                    yield Found(_content(member, LEADING[verb.lemma_], body, span), verb)
        elif verb.lemma_ in {"be", "become"}:
            noun = syntax.predicate(verb)
            if noun is not None and noun.pos_ == "NOUN" and noun.lemma_.lower() in OFFICES:
                former = verb.lower_ == "was" and not syntax.auxiliaries(verb)
                for found in _described(noun, member, name, {}, former=former):
                    yield Found(found.content, verb)
    yield from _appointed(name, member)


# --- "was sworn in as minister", "has served as governor", "stepped down as head", "elected her speaker"


def _appointed(name: Token, member: Mention) -> Iterator[Found]:
    verb = name.head
    if not syntax.is_verb(verb) or syntax.negation(verb) is not None or syntax.is_future(verb):
        return
    made = verb.lemma_ in APPOINTING and (
        syntax.is_passive(verb) if syntax.is_subject(name) else syntax.is_object(name)
    )
    served = syntax.is_subject(name) and verb.lemma_ in SERVING | LEAVING
    if not (made or served):
        return
    nouns: list[Token | None] = [g for _, g in syntax.prepositions(verb, "as")]
    if made:
        nouns += [*syntax.secondary_predicates(verb), syntax.predicate(verb)]
    for noun in nouns:
        if noun is not None and noun.lemma_.lower() in OFFICES:
            for found in _described(noun, member, name, {}, former=verb.lemma_ in LEAVING):
                yield Found(found.content, verb)


def _led(name: Token, member: Mention) -> Iterator[Found]:
    """ "the army, which is led by Ana Vessa"."""
    verb = name.head.head
    if not (syntax.is_by(name.head) and syntax.is_verb(verb) and verb.lemma_ in LEADING):
        return
    subject = verb.head if syntax.is_participle_clause(verb) else syntax.own_subject(verb)
    body = mention_of(subject) if subject is not None else None
    if body is not None and body.kind in {"ORG", "GPE"}:
        span = span_of(sorted([verb, name], key=lambda t: t.i))
        yield Found(_content(member, LEADING[verb.lemma_], body, span), verb)


def _is_about(verb: Token, name: Token) -> bool:
    """True where the name, or the "who" that stands for it, is the verb's subject: not "whose brother is the mayor"."""
    subject = syntax.own_subject(verb)
    return subject is None or (syntax.antecedent(subject).i == name.i and subject.tag_ != "WP$")


# --- "the Kremlin spokesperson", "a spokeswoman for the ministry"


def _names_person(noun: Token) -> bool:
    following = noun.nbor() if noun.i + 1 < len(noun.doc) else None
    if following is not None and following.ent_type_ == "PERSON":
        return True
    return any(t.ent_type_ == "PERSON" for t in syntax.appositions(noun)) or syntax.is_apposition(noun)


def _unnamed_spokesperson(noun: Token) -> Iterator[Found]:
    member = mention_of(noun)
    named = [t for t in syntax.compounds(noun) if t.ent_type_ in BODY_KINDS or t.pos_ == "PROPN"]
    owner = syntax.possessor(noun)
    of = [g for _, g in syntax.prepositions(noun, "of", "for", "from") if _body_like(g)]
    body = of[0] if of else owner if owner is not None else named[-1] if named else None
    organization = mention_of(body) if body is not None else None
    if member is None or organization is None:
        return
    yield Found(_content(member, noun.lemma_.lower(), organization, member.span), noun, presupposed=True)


# --- the content


def _found(
    member: Mention, role: str, body: Mention | None, span: Span, name: Token, known: dict[str, str]
) -> Iterator[Found]:
    if body is not None and body.name == member.name:
        body = None
    if role.endswith("counterpart"):
        role = _office_compared(name, known) or role
    known.setdefault(member.name, role)
    yield Found(_content(member, role, body, span), name, presupposed=True)


def _office_compared(name: Token, known: dict[str, str]) -> str | None:
    """The office of the actor whom a counterpart is compared with: the nearest one before it who holds one."""
    referents = layers_of(name).referents
    for i in range(name.i - 1, max(-1, name.i - NEAR), -1):
        if i in referents and referents[i].kind == "PERSON" and referents[i].name in known:
            return known[referents[i].name].removeprefix("former ")
    return None


def _content(member: Mention, role: str, body: Mention | None, span: Span) -> Content:
    fields: list[tuple[str, Mention | str]] = [("member", member), ("role", role)]
    if body is not None:
        fields.append(("organization", body))
    gist = "{member} is {role}" + (" of {organization}" if body is not None else "")
    return Content(kind="RoleHolding", fields=tuple(fields), gist=gist, span=span)
