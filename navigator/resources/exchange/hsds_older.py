"""What HSDS 1.1 and 2.0 called otherwise, as HSDS 3 calls it; what has no place there keeps its own name."""

from pathlib import PurePosixPath

from navigator.resources.exchange.hsds_parts import Json, objects_of, texts

_NAMES = {
    "organization": {"url": "website"},
    "language": {"language": "name"},
    "accessibility": {"accessibility": "description"},
    "service_area": {"service_area": "name"},
    "attribute": {"service_id": "link_id", "taxonomy_id": "taxonomy_term_id"},
    "taxonomy_term": {"vocabulary": "taxonomy"},
}
_ENTITIES = ("services_taxonomy", "service_taxonomy", "service_attributes")


def renamed(shape: str, table: str, one: Json) -> Json:
    """The object with the names of HSDS 3, where they are free."""
    told = dict(one)
    for old, new in _NAMES.get(shape, {}).items():
        if old in told and new not in told:
            told[new] = told.pop(old)
    stem = PurePosixPath(table.lower()).name.split(".", 1)[0]
    if shape == "address" and "address_type" not in told:
        told["address_type"] = "postal" if stem.startswith("postal") else "physical"
    if shape == "attribute" and stem in _ENTITIES:
        told.setdefault("link_entity", "service")
    return told


def as_service(service: Json) -> Json:
    """A service whose eligibility and payment lie in tables of their own, with them as the texts of HSDS 3."""
    for name, property_, text in (
        ("eligibility", "eligibility_description", "eligibility"),
        ("payments_accepted", "fees_description", "payment"),
    ):
        rows = objects_of(service, name)
        said = texts(rows, text)
        taken = property_ in service or (property_ == "fees_description" and "fees" in service)
        if said and not taken:
            service[property_] = "; ".join(dict.fromkeys(said))
            if all(one.keys() <= {text} for one in rows):
                del service[name]
    return service
