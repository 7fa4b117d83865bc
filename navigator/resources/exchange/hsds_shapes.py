"""What HSDS 3.1.1 says of its objects: their properties, of what type, which must be there, and in which file they lie.

A word is a property and its type: `n` number, `u` an id (uuid), `d` date and time, `w` a web address, `m` an email,
`=` one of a list, `[x` a list of objects, `{x` one object, else text; `!` after it: it must be there.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

STATUSES = ("active", "inactive", "defunct", "temporarily closed")
PLACES = ("physical", "postal", "virtual")
_CHOICES = {
    ("service", "status"): STATUSES,
    ("location", "location_type"): PLACES,
    ("address", "address_type"): PLACES,
    ("schedule", "wkst"): ("MO", "TU", "WE", "TH", "FR", "SA", "SU"),
    ("schedule", "freq"): ("WEEKLY", "MONTHLY"),
}
_BOTH = "attributes:[attribute metadata:[metadata"


@dataclass(frozen=True)
class Property:
    """`type` is text, number, id, moment, web, email, choice, many or one; `of` the shape of what is inside."""

    name: str
    type: str
    needed: bool
    of: str = ""
    choices: tuple[str, ...] = ()


@dataclass(frozen=True)
class Shape:
    """One kind of object. `file` is its table in a tabular package."""

    name: str
    file: str
    properties: Mapping[str, Property]
    inside: tuple[Property, ...]


_TYPES = {"n": "number", "u": "id", "d": "moment", "w": "web", "m": "email", "=": "choice", "[": "many", "{": "one"}


def _property(shape: str, word: str) -> Property:
    name, _, kind = word.rstrip("!").partition(":")
    of = kind[1:] if kind[:1] in ("[", "{") else ""
    return Property(name, _TYPES.get(kind[:1], "text"), word.endswith("!"), of, _CHOICES.get((shape, name), ()))


def _shape(name: str, file: str, words: str) -> Shape:
    properties = tuple(_property(name, word) for word in words.split())
    inside = tuple(one for one in properties if one.of)
    return Shape(name, file, MappingProxyType({one.name: one for one in properties}), inside)


_ALL = (
    _shape(
        "organization",
        "organizations",
        "id:u! name! alternate_name description! email:m website:w additional_websites:[url tax_status tax_id"
        " year_incorporated:n legal_status logo uri:w parent_organization_id:u funding:[funding contacts:[contact"
        " phones:[phone locations:[location programs:[program organization_identifiers:[organization_identifier "
        + _BOTH,
    ),
    _shape("program", "programs", "id:u! organization_id:u name! alternate_name description! " + _BOTH),
    _shape(
        "service",
        "services",
        "id:u! organization_id:u program_id:u name! alternate_name description url:w additional_urls:[url email:m"
        " status:=! interpretation_services application_process fees_description wait_time fees accreditations"
        " eligibility_description minimum_age:n maximum_age:n assured_date assurer_email:m licenses alert"
        " last_modified:d phones:[phone schedules:[schedule service_areas:[service_area"
        " service_at_locations:[service_at_location languages:[language organization:{organization"
        " funding:[funding cost_options:[cost_option program:{program"
        " required_documents:[required_document contacts:[contact capacities:[service_capacity " + _BOTH,
    ),
    _shape(
        "service_at_location",
        "service_at_location",
        "id:u! service_id:u location_id:u description service_areas:[service_area contacts:[contact phones:[phone"
        " schedules:[schedule location:{location " + _BOTH,
    ),
    _shape(
        "location",
        "locations",
        "id:u! location_type:=! url:w organization_id:u name alternate_name description transportation latitude:n"
        " longitude:n external_identifier external_identifier_type languages:[language addresses:[address"
        " contacts:[contact accessibility:[accessibility phones:[phone schedules:[schedule " + _BOTH,
    ),
    _shape(
        "phone",
        "phones",
        "id:u! location_id:u service_id:u organization_id:u contact_id:u service_at_location_id:u number! extension:n"
        " type description languages:[language " + _BOTH,
    ),
    _shape(
        "contact",
        "contacts",
        "id:u! organization_id:u service_id:u service_at_location_id:u location_id:u name title department email:m"
        " phones:[phone " + _BOTH,
    ),
    _shape(
        "address",
        "addresses",
        "id:u! location_id:u attention address_1! address_2 city! region state_province! postal_code! country!"
        " address_type:=! " + _BOTH,
    ),
    _shape(
        "schedule",
        "schedules",
        "id:u! service_id:u location_id:u service_at_location_id:u valid_from valid_to dtstart timezone:n until count:n"
        " wkst:= freq:= interval:n byday byweekno bymonthday byyearday description opens_at closes_at schedule_link:w"
        " attending_type notes " + _BOTH,
    ),
    _shape("funding", "funding", "id:u! organization_id:u service_id:u source " + _BOTH),
    _shape(
        "service_area",
        "service_areas",
        "id:u! service_id:u service_at_location_id:u name description extent extent_type uri " + _BOTH,
    ),
    _shape("required_document", "required_documents", "id:u! service_id:u document uri:w " + _BOTH),
    _shape("language", "languages", "id:u! service_id:u location_id:u phone_id:u name code note " + _BOTH),
    _shape("accessibility", "accessibility", "id:u! location_id:u description details url:w " + _BOTH),
    _shape(
        "taxonomy_term",
        "taxonomy_terms",
        "id:u! code name! description! parent_id:u taxonomy taxonomy_detail:{taxonomy language taxonomy_id:u term_uri:w"
        " metadata:[metadata",
    ),
    _shape("taxonomy", "taxonomies", "id:u! name! description! uri:w version metadata:[metadata"),
    _shape(
        "attribute",
        "attributes",
        "id:u! link_id:u taxonomy_term_id:u link_type link_entity value taxonomy_term:{taxonomy_term label"
        " metadata:[metadata",
    ),
    _shape(
        "cost_option",
        "cost_options",
        "id:u! service_id:u valid_from valid_to option currency amount:n amount_description " + _BOTH,
    ),
    _shape(
        "organization_identifier",
        "organization_identifiers",
        "id:u! organization_id:u identifier_scheme identifier_type! identifier! " + _BOTH,
    ),
    _shape("unit", "units", "id:u! name! scheme identifier uri:w " + _BOTH),
    _shape(
        "service_capacity",
        "service_capacity",
        "id:u! service_id:u unit:{unit! unit_id:u available:n! maximum:n description updated:d! " + _BOTH,
    ),
    _shape("url", "url", "id:u! label url:w! organization_id:u service_id:u " + _BOTH),
    _shape(
        "metadata",
        "metadata",
        "id:u! resource_id:u resource_type last_action_date! last_action_type! field_name! previous_value!"
        " replacement_value! updated_by!",
    ),
)
SHAPES: Mapping[str, Shape] = MappingProxyType({one.name: one for one in _ALL})
