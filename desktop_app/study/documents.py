"""Documents posted with the record: data elements of the registry's record."""

from pydantic import Field

from desktop_app.study.base import RecordModel, empty
from desktop_app.study.dates import PartialDate


class LargeDoc(RecordModel):
    """A document posted with the record; its file is not part of the record."""

    type_abbrev: str | None = Field(default=None, title="Document Type")
    has_protocol: bool | None = Field(default=None, title="Contains the Protocol")
    has_sap: bool | None = Field(default=None, title="Contains the Statistical Analysis Plan")
    has_icf: bool | None = Field(default=None, title="Contains the Informed Consent Form")
    label: str | None = Field(default=None, title="Label")
    date: PartialDate | None = Field(default=None, title="Document Date")
    upload_date: PartialDate | None = Field(default=None, title="Uploaded")
    filename: str | None = Field(default=None, title="File Name")
    size: int | None = Field(default=None, title="Size in Bytes")


class LargeDocumentModule(RecordModel):
    """The documents posted with the record."""

    no_sap: bool | None = Field(default=None, title="No Statistical Analysis Plan")
    large_docs: tuple[LargeDoc, ...] = Field(default=(), title="Documents")


class DocumentSection(RecordModel):
    """Documents."""

    large_document_module: LargeDocumentModule = Field(
        default_factory=empty(LargeDocumentModule), title="Large document"
    )
