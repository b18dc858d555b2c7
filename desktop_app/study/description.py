"""Study description: data elements of the registry's record."""

from pydantic import Field

from desktop_app.study.base import RecordModel
from desktop_app.study.markup import MarkupText


class DescriptionModule(RecordModel):
    """What the study is about, short and long."""

    brief_summary: MarkupText | None = Field(default=None, title="Brief Summary")
    detailed_description: MarkupText | None = Field(default=None, title="Detailed Description")
