# ---
# jupyter:
#   jupytext:
#     custom_cell_magics: sparql
#     text_representation:
#       extension: .py
#       format_name: percent
# ---

# %% [markdown]
# # Contested territory
#
# A war of maps: the Kestrian government and the rebels of the Ondrel Front claim shares of one region, a monitor
# counts villages, a mediator quotes the monitor. Three outlets of three countries report, within nine days of May
# 2025. All of it is invented, the articles are in `seeds/`. Who holds how much, by whose account, and how did that
# move?

# %%
from datetime import date

import pandas as pd

import kg
from kg.vocabulary import folder

# %load_ext kg

# %%
graph = kg.build(*sorted(folder("seeds").glob("armistice-*")))
graph

# %% [markdown]
# ## Every share, with its claimant
#
# The question that comes with newskg gives each share as the article prints it: a figure, or the two ends of "between
# 75 and 80 percent", a comparator ("more than", "about"), and whose data it rests on. An area is turned into square
# kilometres. No bound is invented: "about" stays "about".

# %%
# %sparql control-shares

# %% [markdown]
# ## From claims to intervals
#
# To compare the claims we ask for shares of Ondrel that somebody affirms, and write each as an interval: "more than
# four fifths" is 80 to 100, a plain figure is an interval of no width.

# %%
claims = graph.query("""
    SELECT ?day ?holder ?by ?outlet ?words ?percent ?least ?most ?approximation {
      ?statement kg:content ?control ; kg:factuality <https://w3id.org/newskg/scheme/factuality/ct-plus> ;
                 kg:inArticle ?article .
      ?article schema:publisher/skos:prefLabel ?outlet ; schema:datePublished ?published .
      ?control a kg:TerritorialControl ; kg:party/skos:prefLabel ?holder ; kg:territory/skos:prefLabel "Ondrel"@en ;
               kg:controlRelation <https://w3id.org/newskg/scheme/control/controls>
      OPTIONAL { ?statement kg:speaker/skos:prefLabel ?speaker }
      OPTIONAL { ?control kg:percent ?percent }
      OPTIONAL { ?control kg:percentMin ?least }
      OPTIONAL { ?control kg:percentMax ?most }
      OPTIONAL { ?control kg:amountText ?words }
      OPTIONAL { ?control kg:approximation ?a }
      BIND(REPLACE(STR(?a), "^.*/", "") AS ?approximation)
      BIND(COALESCE(?speaker, ?outlet) AS ?by)
      BIND(xsd:date(SUBSTR(STR(?published), 1, 10)) AS ?day)
    } ORDER BY ?day ?holder ?by
""").df()
open_below = claims["approximation"].isin(["less-than", "at-most"])
open_above = claims["approximation"].isin(["more-than", "at-least"])
claims["low"] = claims["least"].fillna(claims["percent"]).mask(open_below, 0)
claims["high"] = claims["most"].fillna(claims["percent"]).mask(open_above, 100)
claims[["day", "holder", "low", "high", "approximation", "by", "outlet"]]

# %% [markdown]
# The same as a picture, with whatever is said of Ondrel beside shares: `chart` draws claims by day, holder and
# claimant, a comparator as an arrow, an interval as a bar, and marks what is in conflict. `graph.control("Ondrel")`
# is its table.

# %%
chart = graph.chart("Ondrel")
chart

# %% [markdown]
# The parties go by several names: an army that is "the army" in the next paragraph, "fighters" and "rebels". Which
# side each is on is ours to say; whatever the graph does not know for sure, it keeps apart.

# %%
side = {"army": "Kestria", "Kestrian army": "Kestria", "Ondrel Front": "Front", "Rebels of the Ondrel Front": "Front"}
claims["side"] = claims["holder"].replace({**side, "fighters": "Front"})
ends = zip(claims["low"], claims["high"], strict=True)
claims["share"] = [f"{low:g}" if low == high else f"{low:g}–{high:g}" for low, high in ends]
claims.pivot(index=["day", "by"], columns="side", values="share").fillna("")

# %% [markdown]
# Do the accounts leave room for each other? By the government's own figure and the least that the Front's negotiator
# claims, the two hold more than all of Ondrel. By the monitor's they fit.

# %%
least = claims.groupby(["by", "side"])["low"].max()
together = {
    "ministry and negotiator": least["Defense Ministry", "Kestria"] + least["Dorun Hale", "Front"],
    "monitor alone": least["Armistice Observatory", "Kestria"] + least["Armistice Observatory", "Front"],
}
pd.Series(together, name="percent of Ondrel, at least")

# %% [markdown]
# ## What cannot both hold
#
# newskg finds such conflicts by itself where one party's share is counted twice, or an event is affirmed and denied.
# The ministry's 27 percent conflicts with the monitor's 18, and with the mediator's 18 to 22.

# %%
conflicts = graph.conflicts()
conflicts

# %% [markdown]
# ## What could be known when
#
# `as_of` gives the graph of what was published up to a day. On the first day there is one side's word against the
# other's over a town; the maps begin to differ when the monitor publishes.

# %%
days = [date(2025, 5, 12), date(2025, 5, 14), date(2025, 5, 20)]
then = {day: graph.as_of(day) for day in days}
pd.DataFrame(
    {
        "statements": {day: len(one.query("SELECT ?s { ?s a kg:Statement }")) for day, one in then.items()},
        "conflicts": {day: one.conflicts().df()["conflict"].nunique() for day, one in then.items()},
    }
)

# %% [markdown]
# ## A town changes hands, perhaps
#
# Who holds Sethe? The government says that the Front has lost it, the Front denies it; eight days later a third
# outlet writes in its own voice that it was lost "on Saturday", which is resolved to the 17th: five days *after* the
# first claim.

# %%
sethe = graph.timeline("Sethe").df()
sethe[sethe["kind"] == "territorial control"][["date", "time", "what", "certainty", "by", "article"]]

# %% [markdown]
# Only what an article affirms itself becomes a plain fact, a triple between a party and its share. What a ministry
# says is never one:

# %% language="sparql"
# SELECT ?party ?relation ?share ?gist {
#   VALUES ?relation { kg:controls kg:lostControlOf kg:gainedControlOf }
#   ?party ?relation ?share . ?share kg:gist ?gist
# } ORDER BY ?gist

# %% [markdown]
# ## In Turtle
#
# The claims in conflict as RDF, to be handed on: `turtle.to_ttl()` is the text, `turtle.graph()` an rdflib graph.

# %% magic_args="-o turtle" language="sparql"
# CONSTRUCT { ?one kg:conflictsWith ?other ; kg:gist ?gist ; kg:percent ?percent } WHERE {
#   ?one kg:conflictsWith ?other ; kg:gist ?gist ; a kg:TerritorialControl OPTIONAL { ?one kg:percent ?percent }
# }
