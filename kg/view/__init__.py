"""view: statements in, one HTML page out; or the same as a NetworkX graph."""

from kg.view.glance import glance
from kg.view.inset import View
from kg.view.network import to_networkx
from kg.view.page import view

__all__ = ["View", "glance", "to_networkx", "view"]
