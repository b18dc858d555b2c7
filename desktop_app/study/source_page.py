"""What a registry page in words adds to the record; not part of the registry's API."""

from pydantic import Field

from desktop_app.study.base import RecordModel
from desktop_app.study.codes import Coded
from desktop_app.study.enumerations import Phase, Status


class RelatedStudy(RecordModel):
    """A study that the source page lists as perhaps relevant."""

    nct_id: str | None = Field(default=None, title="NCT Number")
    brief_title: str | None = Field(default=None, title="Brief Title")
    overall_status: Coded[Status] | None = Field(default=None, title="Overall Recruitment Status")
    phases: tuple[Coded[Phase], ...] = Field(default=(), title="Study Phase")


class OtherSection(RecordModel):
    """A section of the source page that has no place in the registry's record."""

    heading: str | None = Field(default=None, title="Heading")
    text: str | None = Field(default=None, title="Text")


class SourcePageSection(RecordModel):
    """Elements that only the source page holds."""

    related_studies: tuple[RelatedStudy, ...] = Field(default=(), title="Related Studies")
    other_sections: tuple[OtherSection, ...] = Field(default=(), title="Other Sections")
    countries: tuple[str, ...] = Field(default=(), title="Countries")
