"""serve: a store or a graph file in, a SPARQL 1.1 endpoint out, read-only and bounded."""

from kg.serve.server import Bounds, serve

__all__ = ["Bounds", "serve"]
