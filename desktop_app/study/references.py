"""References, links and available data: data elements of the registry's record."""

from pydantic import Field

from desktop_app.study.base import RecordModel
from desktop_app.study.codes import Coded
from desktop_app.study.enumerations import ReferenceType
from desktop_app.study.markup import MarkupText


class Retraction(RecordModel):
    """Notice that a reference was retracted."""

    pmid: str | None = Field(default=None, title="PubMed ID")
    source: str | None = Field(default=None, title="Source")


class Reference(RecordModel):
    """A publication about the study or behind it."""

    pmid: str | None = Field(default=None, title="PubMed ID")
    type: Coded[ReferenceType] | None = Field(default=None, title="Reference Type")
    citation: str | None = Field(default=None, title="Citation")
    retractions: tuple[Retraction, ...] = Field(default=(), title="Retractions")


class SeeAlsoLink(RecordModel):
    """A page about the study."""

    label: MarkupText | None = Field(default=None, title="Label")
    url: str | None = Field(default=None, title="Address")


class AvailIpd(RecordModel):
    """A data set or document that can be had."""

    id: str | None = Field(default=None, title="Id")
    type: str | None = Field(default=None, title="Type")
    url: str | None = Field(default=None, title="Address")
    comment: MarkupText | None = Field(default=None, title="Comment")


class ReferencesModule(RecordModel):
    """References, links and available data."""

    references: tuple[Reference, ...] = Field(default=(), title="References")
    see_also_links: tuple[SeeAlsoLink, ...] = Field(default=(), title="Links")
    avail_ipds: tuple[AvailIpd, ...] = Field(default=(), title="Available Data and Documents")
