"""The fields of a query: their names, which are the same in every language, and what they hold."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from desktop_app.languages import N_, _
from desktop_app.store.facets.packing import Facet


class FieldKind(Enum):
    """What a field takes."""

    TEXT = "text"
    TERMS = "terms"
    AGE = "age"
    COUNTRY = "country"
    DATE = "date"
    NUMBER = "number"
    HAS = "has"
    IS = "is"
    OWN = "own"


@dataclass(frozen=True, slots=True)
class Field:
    """A field; ``columns`` are those of the index of words, ``example`` is a value of it."""

    name: str
    kind: FieldKind
    meaning: str
    example: str
    others: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()
    facet: Facet | None = None

    @property
    def label(self) -> str:
        """Return what it looks for, in the spoken language."""
        return _(self.meaning)


_TEXT = (
    ("condition", N_("Conditions, keywords and MeSH terms"), "asthma", "conditions",
     ("conditions", "disease", "keyword", "mesh")),
    ("intervention", N_("Interventions and arm groups"), "insulin", "interventions",
     ("interventions", "treatment", "drug", "arm")),
    ("title", N_("Titles and acronym"), "stroke", "title", ("titles", "acronym")),
    ("sponsor", N_("Sponsors, collaborators, and people named in the record"), "pfizer", "people",
     ("sponsors", "collaborator")),
    ("city", N_("Cities, countries and names of sites"), "boston", "places",
     ("place", "location", "site", "facility", "state")),
    ("person", N_("Officials, investigators and contacts"), "smith", "people",
     ("people", "investigator", "official", "contact")),
    ("criteria", N_("Eligibility criteria"), "pregnant", "eligibility",
     ("eligibility", "criterion")),
    ("id", N_("Numbers in registries and of the sponsor"), "2019-001234-10", "identifiers",
     ("ids", "identifier", "number", "nct")),
)  # fmt: skip
_OTHERS = (
    Field("status", FieldKind.TERMS, N_("Overall recruitment status"), "recruiting",
          facet=Facet.STATUS),
    Field("phase", FieldKind.TERMS, N_("Phase; 2/3 is both"), "2", ("phases",), facet=Facet.PHASE),
    Field("type", FieldKind.TERMS, N_("Study type"), "observational", ("studytype",),
          facet=Facet.STUDY_TYPE),
    Field("sex", FieldKind.TERMS, N_("Sex, as registered"), "female", ("gender",),
          facet=Facet.SEX),
    Field("age", FieldKind.AGE, N_("Age of participants in years, or an age group"), "12..17",
          ("ages", "agegroup"), facet=Facet.AGE_GROUP),
    Field("class", FieldKind.TERMS, N_("Class of the lead sponsor"), "industry",
          ("sponsorclass", "funder"), facet=Facet.SPONSOR_CLASS),
    Field("country", FieldKind.COUNTRY, N_("Countries of sites"), "france", ("countries",),
          facet=Facet.COUNTRY),
    Field("start", FieldKind.DATE, N_("Start of the study"), ">2024-01", ("started", "startdate"),
          facet=Facet.START_YEAR),
    Field("completion", FieldKind.DATE, N_("Completion of the study"), "<2026",
          ("completed", "end", "completiondate")),
    Field("updated", FieldKind.DATE, N_("Last update of the record"), "<30d",
          ("update", "recorddate")),
    Field("enrollment", FieldKind.NUMBER, N_("Number of participants"), ">100",
          ("enrolment", "participants", "size")),
    Field("has", FieldKind.HAS, N_("What there is: results, a note, a tag"), "results", ("with",),
          facet=Facet.RESULTS),
    Field("is", FieldKind.IS, N_("What you did: starred, opened; or what changed"), "starred"),
    Field("tag", FieldKind.OWN, N_("Your tags"), "", ("tags",)),
    Field("note", FieldKind.OWN, N_("Words in your notes"), "", ("notes",)),
    Field("collection", FieldKind.OWN, N_("Your collections"), "", ("collections",)),
    Field("own", FieldKind.OWN, N_("Your own status"), "screening", ("ownstatus", "mine")),
)  # fmt: skip

FIELDS: tuple[Field, ...] = (
    *(
        Field(name, FieldKind.TEXT, meaning, example, others, (column,))
        for name, meaning, example, column, others in _TEXT
    ),
    *_OTHERS,
)
"""In the order in which they are offered."""

FIELD_OF: Mapping[str, Field] = {
    name: field for field in FIELDS for name in (field.name, *field.others)
}


def field_of_facet(facet: Facet) -> Field:
    """Return the field that a filter is written with."""
    return next(field for field in FIELDS if field.facet is facet)
