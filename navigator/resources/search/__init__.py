"""Search over the directory: typo-tolerant, in memory, able to say why."""

from navigator.resources.search.answer import Answer, Fit, Hit, Query, Understood, filter_words
from navigator.resources.search.search import Search

__all__ = ["Answer", "Fit", "Hit", "Query", "Search", "Understood", "filter_words"]
