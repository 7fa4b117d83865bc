"""A person in a few words: when they were born, and what else they are called."""

from navigator.referrals.person import Person, folded
from navigator.ui.isolated import isolated
from navigator.ui.visits.birth import birth_text


def born_words(person: Person) -> str:
    """ "Born 3/5/1987", or "" where nobody knows."""
    born = birth_text(person.identity)
    return f"Born {born}" if born else ""


def full_name(person: Person) -> str:
    """The given and the family name, where the person goes by another; else ""."""
    known = person.identity
    name = " ".join(part for part in (known.given_name.strip(), known.family_name.strip()) if part)
    return "" if folded(name) == folded(person.called) else name


def also_words(person: Person) -> str:
    """ "also called “Nini”, “Ana Lopez”", or ""."""
    return f"also called {', '.join(f'“{isolated(name)}”' for name in person.also)}" if person.also else ""


def found_words(person: Person) -> str:
    """Name, birth and other names, as much as tells two people apart."""
    parts = (isolated(person.called), born_words(person).lower(), also_words(person))
    return ", ".join(part for part in parts if part)
