"""Oversight: data elements of the registry's record."""

from pydantic import Field

from desktop_app.study.base import RecordModel


class OversightModule(RecordModel):
    """Which authorities and committees watch over the study."""

    oversight_has_dmc: bool | None = Field(default=None, title="Data Monitoring Committee")
    is_fda_regulated_drug: bool | None = Field(default=None, title="U.S. FDA-regulated Drug")
    is_fda_regulated_device: bool | None = Field(default=None, title="U.S. FDA-regulated Device")
    is_unapproved_device: bool | None = Field(default=None, title="Device Not Approved by U.S. FDA")
    is_ppsd: bool | None = Field(default=None, title="Pediatric Postmarket Surveillance")
    is_us_export: bool | None = Field(default=None, title="Product Exported from the U.S.")
    fdaaa801_violation: bool | None = Field(default=None, title="FDAAA 801 Violation")
