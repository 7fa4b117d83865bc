"""Names of languages as they are spoken in cities of this country, in one spelling each."""

import re
from collections.abc import Mapping
from types import MappingProxyType

_NAMES = (
    *("Albanian", "American Sign Language", "Amharic", "Arabic", "Armenian", "Bambara", "Bengali", "Bosnian"),
    *("Bulgarian", "Burmese", "Cantonese", "Cape Verdean Creole", "Chinese", "Creole", "Croatian", "Czech", "Danish"),
    *("Dari", "Dutch", "English", "Estonian", "Farsi", "Finnish", "French", "French Creole", "Fulani", "Georgian"),
    *("German", "Greek", "Gujarati", "Haitian Creole", "Hakha Chin", "Hausa", "Hebrew", "Hindi", "Hmong", "Hungarian"),
    *("Igbo", "Ilocano", "Indonesian", "Italian", "Japanese", "Karen", "Kazakh", "Khmer", "Kinyarwanda", "Kirundi"),
    *("Korean", "Kurdish", "Lao", "Latvian", "Lingala", "Lithuanian", "Macedonian", "Malay", "Malayalam", "Mandarin"),
    *("Mandinka", "Marathi", "Mongolian", "Navajo", "Nepali", "Norwegian", "Ojibwa", "Oromo", "Pashto"),
    *("Pennsylvania Dutch", "Persian", "Polish", "Portuguese", "Punjabi", "Quechua", "Romanian", "Russian", "Samoan"),
    *("Serbian", "Serbo-Croatian", "Sinhala", "Slovak", "Somali", "Spanish", "Swahili", "Swedish", "Tagalog"),
    *("Taiwanese", "Tamil", "Telugu", "Thai", "Tibetan", "Tigrinya", "Tongan", "Turkish", "Twi", "Ukrainian"),
    *("Urdu", "Uzbek", "Vietnamese", "Wolof", "Yiddish", "Yoruba", "Yupik", "Zulu"),
)
_OTHERWISE = {
    "asl": "American Sign Language",
    "american sign language (asl)": "American Sign Language",
    "sign language/asl": "American Sign Language",
    "cambodian": "Khmer",
    "khmer (cambodian)": "Khmer",
    "laotian": "Lao",
    "filipino": "Tagalog",
    "kreyol": "Haitian Creole",
    "haitian": "Haitian Creole",
    "english only": "English",
    "chinese-mandarin": "Mandarin",
    "chinese-cantonese": "Cantonese",
    "chinese (mandarin)": "Mandarin",
    "mandarin chinese": "Mandarin",
    "chinese (cantonese)": "Cantonese",
    "cantonese chinese": "Cantonese",
    "español": "Spanish",
    "espanol": "Spanish",
}
_KNOWN: Mapping[str, str] = MappingProxyType({name.lower(): name for name in _NAMES} | _OTHERWISE)
_BETWEEN = re.compile(r"\s*(?:[,;/|&\n+]|\band\b|\bor\b)\s*", re.IGNORECASE)


def is_language(word: str) -> bool:
    return word.strip().lower() in _KNOWN


def languages_of(text: str) -> tuple[tuple[str, ...], str]:
    """The languages that a list names, each once, and what of the list is no such name ("" when all was read)."""
    whole = _KNOWN.get(text.strip(" .").lower())
    if whole:
        return (whole,), ""
    words = [word.strip(" .") for word in _BETWEEN.split(text)]
    found = dict.fromkeys(_KNOWN[word.lower()] for word in words if word.lower() in _KNOWN)
    left = [word for word in words if word and word.lower() not in _KNOWN]
    return tuple(found), ", ".join(left)
