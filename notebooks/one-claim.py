# ---
# jupyter:
#   jupytext:
#     custom_cell_magics: sparql
#     text_representation:
#       extension: .py
#       format_name: percent
# ---

# %% [markdown]
# # One claim, back to its words
#
# "The Kestrian army controls 27 percent of Ondrel." Says who, where, in which words, and how do we know that the
# graph did not make it up? This notebook takes one claim and checks it by hand, down to the characters of the
# article. (Country and newspaper are invented; the article is `seeds/armistice-courier.md`.)

# %%
import hashlib
import json
import subprocess
import sys
import unicodedata
from pathlib import Path
from tempfile import mkdtemp

import kg
from kg.vocabulary import folder

# %load_ext kg

# %%
article = folder("seeds") / "armistice-courier.md"
graph = kg.build(article)
graph

# %% [markdown]
# ## The claim, and who makes it
#
# A share is compared with FILTER, as a number; `27` in a pattern would be looked up as it is written.

# %%
claims = graph.query("""
    SELECT ?statement ?gist ?speaker ?factuality ?confidence ?said ?title {
      ?control kg:percent ?percent ; kg:gist ?gist FILTER(?percent = 27)
      ?statement kg:content ?control ; kg:factuality ?factuality ; kg:confidence ?confidence ;
                 kg:inArticle/schema:headline ?title
      OPTIONAL { ?statement kg:speaker/skos:prefLabel ?speaker }
      OPTIONAL { ?statement kg:saidOn ?said }
    }
""")
claims

# %% [markdown]
# It is a ministry's word: the statement has a speaker, and is certain (`ct-plus`) *by the speaker's account*. It is
# no fact of the graph. A plain triple "army controls share" exists only where the article itself affirms it, and here
# it does not:

# %% language="sparql"
# ASK { ?army kg:controls ?territory }

# %% [markdown]
# ## Back to the characters
#
# The statement points to four kinds of places: the sentence that is its evidence, the words for the source, the cue,
# and the content. Each place is a pair of offsets into the text, which the graph keeps (`nif:isString`).

# %%
statement = claims.records()[0]["statement"]
places = graph.query(f"""
    SELECT ?part ?begin ?end ?words ?text {{
      VALUES (?property ?part) {{
        (kg:evidence "evidence") (kg:sourceSpan "source") (kg:cueSpan "cue") (kg:contentSpan "content")
      }}
      <{statement}> ?property ?mention ; kg:inArticle/nif:isString ?text .
      ?mention nif:beginIndex ?begin ; nif:endIndex ?end ; nif:anchorOf ?words
    }} ORDER BY ?part
""").df()
text = places["text"][0]
places["cut by hand"] = [text[begin:end] for begin, end in zip(places["begin"], places["end"], strict=True)]
places[["part", "begin", "end", "words", "cut by hand"]]

# %% [markdown]
# What we cut out of the text is what the graph says there, in every row:

# %%
bool((places["words"] == places["cut by hand"]).all())

# %% [markdown]
# Is that text the article's? Its hash stands beside it (SHA-256 over the text in Unicode's form NFC), and the text is
# in the file, word for word.

# %%
digest = hashlib.sha256(unicodedata.normalize("NFC", text).encode()).hexdigest()
stored = graph.query("SELECT ?hash { ?article schema:sha256 ?hash }").records()[0]["hash"]
{"hash is right": digest == stored, "text is in the file": text.strip() in article.read_text(encoding="utf-8")}

# %% [markdown]
# The same for all statements of an article, on a page that marks them in its text; a click on marked words shows their
# statements, with their triples. It is for your own reading: the text is its publisher's.

# %%
[found] = graph.query(f"SELECT ?article {{ <{statement}> kg:inArticle ?article }}").records()
graph.article(found["article"])

# %% [markdown]
# ## How sure is the reading?
#
# `kg:confidence` says how likely the statement was *read* right, never how likely it is true. It is a sum that can be
# checked by hand: 77 points to start with, and some for each sign. `kg extract` lists the signs, docs/attribution.md
# what each is worth ("clause", +14: "the army controls ..., the ministry said").

# %%
listed = subprocess.run(
    [sys.executable, "-m", "kg", "extract", str(article)], capture_output=True, encoding="utf-8", check=True
)
found = json.loads(listed.stdout)
signs = next(one["signs"] for one in found["attributions"] if statement in one["statement_iris"])
{"signs": signs, "points": 77 + 14, "confidence in the graph": claims.records()[0]["confidence"]}

# %% [markdown]
# And why is this the Defense Ministry? Each mention carries the reason why its entity was chosen:

# %% language="sparql"
# SELECT DISTINCT ?words ?entity ?score ?reason {
#   ?mention nif:anchorOf ?words ; kg:refersTo ?entity ; kg:groundingScore ?score ; kg:groundingReason ?reason
#   FILTER(CONTAINS(?words, "inistry"))
# } ORDER BY ?words

# %% [markdown]
# ## Somebody else's word
#
# Two paragraphs below the ministry says that a town was lost; the rebels deny it. It is one content, affirmed by one
# and denied by the other, each with its own sentence.

# %%
graph.conflicts()

# %% [markdown]
# ## All of it at once
#
# What we did for one claim, `kg verify` does for every span, quotation and content of a graph.

# %%
work = Path(mkdtemp())
graph.save(work / "graph.ttl")


def verify(path: Path) -> list[str]:
    """What `kg verify` says of a graph, with the article as its source."""
    done = subprocess.run(
        [sys.executable, "-m", "kg", "verify", path.name, str(article)],
        cwd=path.parent, capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip
    return done.stdout.splitlines()


honest = verify(work / "graph.ttl")
honest

# %% [markdown]
# And would it notice? Somebody turns 27 percent into 72, in the data, in the words, and in the graph's copy of the
# text:

# %%
forged = (work / "graph.ttl").read_text(encoding="utf-8")
forged = forged.replace("27 percent", "72 percent").replace('kg:percent "27"', 'kg:percent "72"')
(work / "forged.ttl").write_text(forged, encoding="utf-8")
complaints = verify(work / "forged.ttl")
complaints

# %% [markdown]
# A check needs no more than the graph and the article. Whoever is handed a graph can do this without newskg: offsets,
# a text, a hash.
