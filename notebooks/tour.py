# ---
# jupyter:
#   jupytext:
#     custom_cell_magics: sparql
#     text_representation:
#       extension: .py
#       format_name: percent
# ---

# %% [markdown]
# # A tour of newskg
#
# From seven newspaper articles to a graph that can be asked who said what, and in which words. The articles are those
# of `seeds/`: six tell of countries that do not exist, one of a telephone call that was in the news in 2025.

# %%
import pandas as pd

import kg
from kg.vocabulary import folder

# %load_ext kg

# %% [markdown]
# ## Articles in, a graph out
#
# Everything runs on this machine: the English pipeline is part of the package. Some seconds for seven articles.

# %%
seeds = folder("seeds")
graph = kg.build(seeds)
graph

# %% [markdown]
# ## What one person said
#
# Nadia Perrault counts villages for a monitor. Each of her statements comes with its certainty: what she believes is
# no plain assertion, what she "cautioned" might be is only possible. The graph keeps both apart from what the article
# says itself.

# %%
said = graph.query("statements-by-speaker", speaker="Nadia Perrault")
said

# %% [markdown]
# ## Questions by name, and SPARQL
#
# `kg queries` lists 25 questions that come with newskg. In a notebook they are asked by name, too. Two parties claim
# shares of the same region: a share is typed data, and whose claim it is stands beside it.

# %%
# %sparql control-shares

# %% [markdown]
# `%%sparql` takes any SPARQL. The common prefixes need no declaration, `-o` keeps the answer in a variable.

# %% magic_args="-o speakers" language="sparql"
# SELECT ?speaker (COUNT(?statement) AS ?statements) (COUNT(DISTINCT ?article) AS ?articles) {
#   ?statement kg:speaker/skos:prefLabel ?speaker ; kg:inArticle ?article
# } GROUP BY ?speaker ORDER BY DESC(?statements) ?speaker LIMIT 8

# %% [markdown]
# Did anybody deny what another one affirms?

# %% language="sparql"
# ASK {
#   ?one kg:content ?content ; kg:factuality <https://w3id.org/newskg/scheme/factuality/ct-plus> .
#   ?other kg:content ?content ; kg:factuality <https://w3id.org/newskg/scheme/factuality/ct-minus>
# }

# %% [markdown]
# Somebody did: this is the content, in Turtle, as CONSTRUCT gives it.

# %% language="sparql"
# CONSTRUCT { ?content a ?kind ; kg:gist ?gist ; kg:party ?party ; kg:territory ?territory ; kg:controlRelation ?how }
# WHERE {
#   ?one kg:content ?content ; kg:factuality <https://w3id.org/newskg/scheme/factuality/ct-plus> .
#   ?other kg:content ?content ; kg:factuality <https://w3id.org/newskg/scheme/factuality/ct-minus> .
#   ?content a ?kind ; kg:gist ?gist
#   OPTIONAL { ?content kg:party ?party ; kg:territory ?territory ; kg:controlRelation ?how }
# }

# %% [markdown]
# ## What cannot both hold
#
# Nobody has to look for it: figures are compared as intervals, denials with what they deny. Rows of one number belong
# together, each with its sentence.

# %%
disagreeing = graph.conflicts()
disagreeing

# %% [markdown]
# ## On with pandas
#
# Every list becomes a DataFrame, whose columns have types. How do the outlets tell what they tell: in their own
# voice, or by whom?

# %%
voices = graph.query("""
    SELECT ?outlet ?voice ?statement {
      ?statement a kg:Statement ; kg:inArticle/schema:publisher/skos:prefLabel ?outlet
      BIND(EXISTS { ?statement kg:speaker ?speaker } AS ?spoken)
      BIND(EXISTS { ?statement kg:speaker/a foaf:Person } AS ?person)
      BIND(IF(?person, "a person", IF(?spoken, "a body or a group", "the article itself")) AS ?voice)
    }
""").df()
pd.crosstab(voices["outlet"], voices["voice"])

# %% [markdown]
# ## Who is who
#
# Names that mean one and the same are one entity. `chosen` tells how often, how surely and why; `candidates` who it
# could have been, too. What is wrong here can be put right in a file (`kg build --same`, `--different`).

# %%
entities = graph.entities().df().sort_values(["articles", "statements"], ascending=False)
entities[["label", "names", "statements", "articles", "chosen"]].head(8)

# %% [markdown]
# ## How sure it is
#
# Each statement has a confidence: how likely it was read right, never how likely it is true. These are the five to
# look at first; [one-claim](one-claim.py) takes a statement apart.

# %%
graph.review(limit=5)

# %% [markdown]
# ## The network
#
# The same as a NetworkX graph, and as a page that opens in any browser without a network connection
# (`graph.view("page.html")`). A click on a statement shows its sentence.

# %%
network = graph.to_networkx()
f"{network.number_of_nodes():,} nodes, {network.number_of_edges():,} edges"

# %%
graph.show()
