"""A table of invented services, as a city may keep one: the same rows at every run."""

import csv
from pathlib import Path

from navigator.resources.model import Address
from tools.bench.made_services import made_services

_HEADINGS = (
    *("Record ID", "Agency Name", "Program Name", "Type", "Description", "Street", "City", "State", "ZIP Code"),
    *("Latitude", "Longitude", "Phone", "Hours", "Eligibility", "Website", "Last Updated"),
)
_HOURS = ("Monday - Friday 9am-5pm", "24 hours a day", "Mon, Wed, Fri 10:00 AM - 2:00 PM", "by appointment")


def write_rows(path: Path, count: int, *, updated: str = "2026-01-05") -> None:
    """`count` rows with headings that are known; `updated` stands in the last column of each."""
    with path.open("w", newline="") as file:
        table = csv.writer(file)
        table.writerow(_HEADINGS)
        for number, entry in enumerate(made_services(count)):
            address = entry.address or Address("")
            latitude, longitude = entry.place or ("", "")
            table.writerow(
                (
                    *(f"R{number}", entry.organization, f"{entry.name} {number}", entry.kind, entry.description),
                    *(address.line, address.city, address.state, address.postal_code),
                    *(latitude, longitude, f"({215 + number % 500}) 555-01{number % 100:02d}", _HOURS[number % 4]),
                    *("Adults 18 and over", f"https://example.org/{number}", updated),
                )
            )
