"""The read stage: from files, folders, archives, feeds and addresses to Items, and from each Item to its Article.

Finding is cheap and done once; an Article is made of an Item anywhere, in another process too.
"""

from kg.read.article import read
from kg.read.files import stem_of
from kg.read.find import find, number

__all__ = ["find", "number", "read", "stem_of"]
