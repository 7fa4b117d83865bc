"""The text of a query without words that were read as a filter."""

import re


def without_words(text: str, words: str) -> str:
    """`text` without the first of these words, and without the comma or the spaces they leave behind."""
    rest = re.sub(rf"(?<!\w){re.escape(words)}(?!\w)", " ", text, count=1, flags=re.IGNORECASE)
    return re.sub(r"[\s,]*,[\s,]*", ", ", re.sub(r"\s+", " ", rest)).strip(" ,")
