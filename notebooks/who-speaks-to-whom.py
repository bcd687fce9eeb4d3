# ---
# jupyter:
#   jupytext:
#     custom_cell_magics: sparql
#     text_representation:
#       extension: .py
#       format_name: percent
# ---

# %% [markdown]
# # Who speaks to whom, and how that changes
#
# Two neighbours quarrel about a strait. In January they do not exchange a word; a third country's minister carries
# the messages. In May they sign a treaty, and nobody needs her. Can this be *measured* in what newspapers print?
#
# The nine reports below, the countries and the people are invented.

# %%
import json
from pathlib import Path
from tempfile import mkdtemp

import networkx as nx
import pandas as pd

import kg

# %load_ext kg

# %% [markdown]
# ## The articles
#
# One JSON line an article, with its day and its outlet: what `kg build news.jsonl` takes from any archive.

# %%
ARTICLES = [
    (
        "2025-01-14",
        "Harbour Dispatch",
        """Corven tells Toland to stay out of the strait

        Marenne’s President Ilsa Corven told reporters on Tuesday that Toland’s patrol boats had no business in the
        Strait of Oll. Toland’s Prime Minister Radu Selk told lawmakers on Tuesday that his country would not ask for
        leave to sail. He did not answer Corven’s letter.

        Sudria’s Foreign Minister Nera Albin met Selk in Brask on Monday. She said that Toland wanted the strait to
        stay open.""",
    ),
    (
        "2025-01-23",
        "Brask Evening Post",
        """Sudria offers to carry messages

        Sudria’s Foreign Minister Nera Albin told reporters on Wednesday that she would carry messages for both sides.
        Albin met Toland’s Prime Minister Radu Selk in Brask on Wednesday. She told Selk that Marenne would not talk
        under threat.

        Albin spoke with Marenne’s President Ilsa Corven by telephone on Wednesday night. Corven told Albin that she
        would wait a month.""",
    ),
    (
        "2025-02-06",
        "Harbour Dispatch",
        """Albin shuttles between Quayle and Brask

        Sudria’s Foreign Minister Nera Albin met Marenne’s President Ilsa Corven in Quayle on Wednesday. Albin told
        Corven that Toland was ready to withdraw two of its boats. Corven told reporters after the meeting that two
        boats were not enough.

        Albin met Toland’s Prime Minister Radu Selk in Brask on Thursday. Selk told Albin that he would not talk about
        the other boats.""",
    ),
    (
        "2025-02-20",
        "Sudrian Gazette",
        """The foreign minister reports on her travels

        Sudria’s Foreign Minister Nera Albin told lawmakers on Thursday that the two neighbors had still not exchanged
        a word. Albin spoke with Toland’s Prime Minister Radu Selk by telephone on Tuesday. She spoke with Marenne’s
        President Ilsa Corven by telephone on Wednesday.""",
    ),
    (
        "2025-03-11",
        "Brask Evening Post",
        """Two ministers sit at one table

        Marenne’s Foreign Minister Tomas Brey met Toland’s Foreign Minister Edda Quist in Lorn on Monday. Quist told
        Brey that the boats would leave when the fishermen came back. Brey told Quist that the fishermen needed a week.

        Sudria’s Foreign Minister Nera Albin met Brey and Quist on Monday. Albin told reporters that she had mostly
        poured the tea.""",
    ),
    (
        "2025-03-27",
        "Harbour Dispatch",
        """Brey and Quist talk again

        Marenne’s Foreign Minister Tomas Brey spoke with Toland’s Foreign Minister Edda Quist by telephone on Wednesday.
        Brey told reporters on Thursday that Toland had withdrawn its boats. Quist told the Brask Evening Post on
        Thursday that it had done so for the herring.""",
    ),
    (
        "2025-04-10",
        "Harbour Dispatch",
        """A first call between president and prime minister

        Marenne’s President Ilsa Corven spoke with Toland’s Prime Minister Radu Selk by telephone on Wednesday. Corven
        told Selk that Marenne would reopen the ferry to Brask. Selk told Corven that he would be on the first boat.

        Marenne’s Foreign Minister Tomas Brey met Toland’s Foreign Minister Edda Quist in Quayle on Tuesday.""",
    ),
    (
        "2025-04-24",
        "Sudrian Gazette",
        """Nothing left to carry

        Sudria’s Foreign Minister Nera Albin told reporters on Wednesday that nobody had given her a message for three
        weeks. Toland’s Foreign Minister Edda Quist met Marenne’s Foreign Minister Tomas Brey in Brask on Tuesday. Quist
        told Brey that a treaty could be signed in May.""",
    ),
    (
        "2025-05-15",
        "Brask Evening Post",
        """Selk crosses by ferry, and signs

        Toland’s Prime Minister Radu Selk met Marenne’s President Ilsa Corven in Quayle on Wednesday. Selk told Corven
        that the strait was wide enough for two. Corven told Selk that it always had been.

        Marenne’s Foreign Minister Tomas Brey told reporters on Wednesday that the treaty would hold for ten years.""",
    ),
]
archive = Path(mkdtemp()) / "strait.jsonl"
with archive.open("w", encoding="utf-8") as file:
    for day, outlet, words in ARTICLES:
        title, *paragraphs = ["".join(f"{line.strip()} " for line in part.splitlines()) for part in words.split("\n\n")]
        record = {"published": day, "publisher": outlet, "title": title.strip(), "text": "\n\n".join(paragraphs)}
        file.write(json.dumps(record) + "\n")

graph = kg.build(archive)
graph

# %% [markdown]
# ## Who spoke to whom
#
# One of the questions that come with newskg: what was said to somebody, and talks that two took part in.

# %%
# %sparql who-spoke-to-whom

# %% [markdown]
# For change we need days. A statement is dated by the day of saying ("on Tuesday" is resolved), else by that of its
# article; talks by their own day. Only people count here: what is told to "reporters" or to a newspaper is no contact
# between countries.

# %%
contacts = graph.query("""
    SELECT DISTINCT ?day ?one ?other ?how ?what {
      {
        ?statement kg:speaker ?a ; kg:addressee ?b ; kg:content ?content BIND("told" AS ?how)
        OPTIONAL { ?statement kg:saidOn ?on }
      } UNION {
        ?content a kg:Meeting ; kg:participant ?a, ?b FILTER(STR(?a) < STR(?b)) BIND("talks" AS ?how)
        ?statement kg:content ?content
        OPTIONAL { ?content kg:scheduledFor ?on }
      }
      ?a a foaf:Person ; skos:prefLabel ?one . ?b a foaf:Person ; skos:prefLabel ?other .
      ?content kg:gist ?what . ?statement kg:inArticle/schema:datePublished ?published
      BIND(COALESCE(?on, ?published) AS ?day)
    } ORDER BY ?day ?one ?other ?what
""").df()
contacts

# %% [markdown]
# ## Which country is whose?
#
# The articles say it in passing ("Marenne’s President Ilsa Corven"), so the graph knows it.

# %% language="sparql"
# SELECT DISTINCT ?who ?office ?country {
#   ?holding a kg:RoleHolding ; org:member ?person ; org:role/skos:prefLabel ?office ; org:organization ?state .
#   ?person skos:prefLabel ?who . ?state skos:prefLabel ?country
# } ORDER BY ?country ?who

# %% [markdown]
# ## A network a month
#
# Each month is a network of people, with an edge where two had contact. *Betweenness* (Freeman 1977) is the share of
# shortest paths between others that lead through somebody: 1 is a go-between without whom nobody talks, 0 one whom
# nobody needs.

# %%
contacts["month"] = contacts["day"].dt.strftime("%Y-%m")
networks = {month: nx.Graph(zip(rows["one"], rows["other"], strict=True)) for month, rows in contacts.groupby("month")}
betweenness = pd.DataFrame({month: nx.betweenness_centrality(network) for month, network in networks.items()}).T
betweenness.fillna(0)

# %% [markdown]
# Albin’s is 1 in January and February, and 0 from March on: she sits at the table still, but nobody needs her to
# reach the other. The same in plain counts, contacts by pairs of countries:

# %%
offices = graph.query("""
    SELECT DISTINCT ?who ?country {
      ?holding a kg:RoleHolding ; org:member/skos:prefLabel ?who ; org:organization/skos:prefLabel ?country
    }
""")
country = {row["who"]: row["country"] for row in offices.records()}
pairs = zip(contacts["one"], contacts["other"], strict=True)
contacts["between"] = [" – ".join(sorted({country[one], country[other]})) for one, other in pairs]
pd.crosstab(contacts["month"], contacts["between"])

# %% [markdown]
# So the silence breaks in March, on the ministers’ floor; the leaders follow in April. From then on nothing runs
# through Sudria. Her own word for it, with the sentence it stands in:

# %%
albin = graph.timeline("Nera Albin").df()
albin[albin["date"] >= "2025-04"][["date", "what", "certainty", "sentence"]]

# %% [markdown]
# ## Who says no?
#
# A graph of contacts alone is half the story. A content is kept without its negation: who says that two boats are
# *not* enough gives the content "two boats were enough" the certainty `ct-minus`, certainly not. So whatever anybody
# denies is found by it:

# %% language="sparql"
# SELECT ?day ?by ?to ?gist {
#   ?statement kg:factuality <https://w3id.org/newskg/scheme/factuality/ct-minus> ; kg:content/kg:gist ?gist ;
#              kg:speaker/skos:prefLabel ?by ; kg:inArticle/schema:datePublished ?day
#   OPTIONAL { ?statement kg:addressee/skos:prefLabel ?to }
# } ORDER BY ?day ?by

# %% [markdown]
# ## As a picture
#
# All five months in one network; a click on a line shows the sentences behind it.

# %%
graph.show()
