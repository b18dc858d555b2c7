"""Contacts, officials and locations: data elements of the registry's record."""

from pydantic import Field

from desktop_app.study.base import RecordModel
from desktop_app.study.codes import Coded
from desktop_app.study.enumerations import ContactRole, OfficialRole, RecruitmentStatus


class Contact(RecordModel):
    """Whom to ask, or who investigates, at a site or for the whole study."""

    name: str | None = Field(default=None, title="Name")
    role: Coded[ContactRole] | None = Field(default=None, title="Role")
    phone: str | None = Field(default=None, title="Phone")
    phone_ext: str | None = Field(default=None, title="Extension")
    email: str | None = Field(default=None, title="Email")


class Official(RecordModel):
    """A person responsible for the study as a whole."""

    name: str | None = Field(default=None, title="Name")
    affiliation: str | None = Field(default=None, title="Affiliation")
    role: Coded[OfficialRole] | None = Field(default=None, title="Role")


class GeoPoint(RecordModel):
    """A place in degrees, north and east positive."""

    lat: float | None = Field(default=None, title="Latitude")
    lon: float | None = Field(default=None, title="Longitude")


class Location(RecordModel):
    """A facility where the study takes place."""

    facility: str | None = Field(default=None, title="Facility")
    status: Coded[RecruitmentStatus] | None = Field(default=None, title="Site Recruitment Status")
    city: str | None = Field(default=None, title="City")
    state: str | None = Field(default=None, title="State or Province")
    zip: str | None = Field(default=None, title="Postal Code")
    country: str | None = Field(default=None, title="Country")
    contacts: tuple[Contact, ...] = Field(default=(), title="Contacts and Investigators")
    country_code: str | None = Field(default=None, title="Country Code")
    geo_point: GeoPoint | None = Field(default=None, title="Coordinates")


class ContactsLocationsModule(RecordModel):
    """People and places."""

    central_contacts: tuple[Contact, ...] = Field(default=(), title="Central Contacts")
    overall_officials: tuple[Official, ...] = Field(default=(), title="Overall Officials")
    locations: tuple[Location, ...] = Field(default=(), title="Locations")
