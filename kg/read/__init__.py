"""The read stage: from files and folders to Articles, their text unchanged, their heads and paragraphs found."""

from kg.read.article import read
from kg.read.files import find

__all__ = ["find", "read"]
