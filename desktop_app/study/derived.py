"""What the registry derives from the record: data elements of the registry's record."""

from pydantic import Field

from desktop_app.study.base import RecordModel, empty
from desktop_app.study.codes import Coded
from desktop_app.study.date_structs import DateStruct
from desktop_app.study.dates import PartialDate
from desktop_app.study.enumerations import BrowseLeafRelevance


class FirstMcpInfo(RecordModel):
    """When results first passed the registry's major comments."""

    post_date_struct: DateStruct = Field(
        default_factory=empty(DateStruct), title="Results First Posted With QC Comments"
    )


class SubmissionInfo(RecordModel):
    """One submission of results."""

    release_date: PartialDate | None = Field(default=None, title="Release Date")
    unrelease_date: PartialDate | None = Field(default=None, title="Unrelease Date")
    unrelease_date_unknown: bool | None = Field(default=None, title="Unrelease Date Unknown")
    reset_date: PartialDate | None = Field(default=None, title="Reset Date")
    mcp_release_n: int | None = Field(default=None, title="Release Number")


class SubmissionTracking(RecordModel):
    """Results on their way through review."""

    estimated_results_first_submit_date: PartialDate | None = Field(
        default=None, title="Results First Submitted (Estimated)"
    )
    first_mcp_info: FirstMcpInfo = Field(
        default_factory=empty(FirstMcpInfo), title="First mcp info"
    )
    submission_infos: tuple[SubmissionInfo, ...] = Field(default=(), title="Submissions")


class MiscInfoModule(RecordModel):
    """The version of the registry's data, and what was removed."""

    version_holder: PartialDate | None = Field(default=None, title="Registry Data Version")
    removed_countries: tuple[str, ...] = Field(default=(), title="Removed Countries")
    submission_tracking: SubmissionTracking = Field(
        default_factory=empty(SubmissionTracking), title="Submission of Results"
    )


class Mesh(RecordModel):
    """A term of the Medical Subject Headings."""

    id: str | None = Field(default=None, title="Id")
    term: str | None = Field(default=None, title="Term")


class BrowseLeaf(RecordModel):
    """A term of the registry's browse tree."""

    id: str | None = Field(default=None, title="Id")
    name: str | None = Field(default=None, title="Name")
    as_found: str | None = Field(default=None, title="As found")
    relevance: Coded[BrowseLeafRelevance] | None = Field(default=None, title="Relevance")


class BrowseBranch(RecordModel):
    """A branch of the registry's browse tree."""

    abbrev: str | None = Field(default=None, title="Abbrev")
    name: str | None = Field(default=None, title="Name")


class BrowseModule(RecordModel):
    """Index terms that the registry derived."""

    meshes: tuple[Mesh, ...] = Field(default=(), title="MeSH Terms")
    ancestors: tuple[Mesh, ...] = Field(default=(), title="MeSH Ancestors")
    browse_leaves: tuple[BrowseLeaf, ...] = Field(default=(), title="Browse leaves")
    browse_branches: tuple[BrowseBranch, ...] = Field(default=(), title="Browse branches")


class DerivedSection(RecordModel):
    """What the registry derives."""

    misc_info_module: MiscInfoModule = Field(
        default_factory=empty(MiscInfoModule), title="Misc info"
    )
    condition_browse_module: BrowseModule = Field(
        default_factory=empty(BrowseModule), title="Condition browse"
    )
    intervention_browse_module: BrowseModule = Field(
        default_factory=empty(BrowseModule), title="Intervention browse"
    )
