"""Words of different hands as sentences one after the other."""


def stopped(text: str) -> str:
    """`text` ending as a sentence does."""
    return text if text.endswith((".", "!", "?")) else f"{text}."


def in_a_row(*texts: str) -> str:
    """The texts that say something, each as a sentence, beginning with a capital."""
    told = (text.strip() for text in texts)
    return " ".join(stopped(f"{text[0].upper()}{text[1:]}") for text in told if text)
