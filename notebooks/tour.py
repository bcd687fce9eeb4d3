# ruff: noqa: D100  (the first cell tells what it is)
# ---
# jupyter:
#   jupytext:
#     text_representation:
#       format_name: percent
# ---

# %% [markdown]
# # A tour of newskg
#
# From the dispatches in `seeds/` to a graph, three questions and a page. Run it from the project's folder; Jupyter
# opens it as a notebook with jupytext, and plain Python runs it too.

# %%
from pathlib import Path
from tempfile import mkdtemp

import kg

here = Path(__file__).parent if "__file__" in globals() else Path.cwd()
graph = kg.build(here.parent / "seeds")
f"{len(graph):,} triples"

# %% [markdown]
# ## Who controls what share of which territory, by whose account?
#
# Two outlets count the same region and do not agree. A share is typed data; whose claim it is stands beside it.

# %%
shares = graph.query("control-shares")
shares.to_csv()

# %% [markdown]
# ## What did one actor say, when, and how sure?

# %%
said = graph.query("statements-by-speaker", speaker="Nadia Perrault")
said.to_csv()

# %% [markdown]
# ## Which figures for the same question disagree?

# %%
disagreeing = graph.query("disagreeing-shares")
disagreeing.to_csv()

# %% [markdown]
# ## The page
#
# One file that opens in any browser, without a network.

# %%
page = Path(mkdtemp()) / "page.html"
graph.view(page)
f"{page.name}: {page.stat().st_size:,} bytes"
