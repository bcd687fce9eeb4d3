"""An archive of articles: a store that they are added to, changed in and taken out of, by one process or many."""

from kg.archive.archive import Archive
from kg.archive.decisions import keep, settle
from kg.archive.entries import entry
from kg.archive.filling import Fate, Unchanged, fill
from kg.archive.notes import outcome
from kg.archive.workers import Line, Made, Settings, by_cluster, by_one, by_several

__all__ = [
    "Archive",
    "Fate",
    "Line",
    "Made",
    "Settings",
    "Unchanged",
    "by_cluster",
    "by_one",
    "by_several",
    "entry",
    "fill",
    "keep",
    "outcome",
    "settle",
]
