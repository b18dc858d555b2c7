"""What tells the items of a list apart, by which two lists are matched whatever their order.

Each kind of item has one or more ways, the surest first. A way is the names of elements that must
all be the same; the first way also names the item for people.
"""

from collections.abc import Mapping

from desktop_app.study.adverse_events import AdverseEvent, EventGroup, EventStats
from desktop_app.study.annotation import UnpostedEvent, ViolationEvent
from desktop_app.study.arms_interventions import ArmGroup, Intervention
from desktop_app.study.base import RecordModel
from desktop_app.study.baseline import BaselineMeasure
from desktop_app.study.contacts_locations import Contact, Location, Official
from desktop_app.study.derived import BrowseBranch, BrowseLeaf, Mesh, SubmissionInfo
from desktop_app.study.documents import LargeDoc
from desktop_app.study.identification import SecondaryIdInfo
from desktop_app.study.measures import (
    Denom,
    DenomCount,
    MeasureCategory,
    MeasureClass,
    MeasureGroup,
    Measurement,
)
from desktop_app.study.outcome_measures import MeasureAnalysis, OutcomeMeasure
from desktop_app.study.outcomes import Outcome
from desktop_app.study.participant_flow import DropWithdraw, FlowMilestone, FlowPeriod, FlowStats
from desktop_app.study.references import AvailIpd, Reference, Retraction, SeeAlsoLink
from desktop_app.study.source_page import OtherSection, RelatedStudy
from desktop_app.study.sponsors import Sponsor

Way = tuple[str, ...]
_GROUP: tuple[Way, ...] = (("group_id",),)
_TITLE: tuple[Way, ...] = (("title",),)

WAYS: Mapping[type[RecordModel], tuple[Way, ...]] = {
    Outcome: (("measure", "time_frame"), ("measure",)),
    ArmGroup: (("label",),),
    Intervention: (("name", "type"), ("name",)),
    Location: (("facility", "city", "state", "zip", "country"), ("facility", "city", "country")),
    Contact: (("name", "role"), ("name",), ("email",), ("phone",)),
    Official: (("name", "role"), ("name",)),
    Sponsor: (("name",),),
    SecondaryIdInfo: (("id", "domain"), ("id",)),
    Reference: (("citation", "pmid"), ("pmid",), ("citation",)),
    Retraction: (("pmid",), ("source",)),
    SeeAlsoLink: (("url", "label"), ("url",), ("label",)),
    AvailIpd: (("id", "type", "url"), ("id",), ("url",)),
    LargeDoc: (("filename",), ("label", "date")),
    UnpostedEvent: (("type", "date"), ("type",)),
    ViolationEvent: (("type", "issued_date"), ("type",)),
    Mesh: (("term", "id"), ("id",)),
    BrowseLeaf: (("name", "id"), ("id",)),
    BrowseBranch: (("name", "abbrev"), ("abbrev",)),
    SubmissionInfo: (("release_date", "mcp_release_n"), ("release_date",)),
    RelatedStudy: (("nct_id",),),
    OtherSection: (("heading",),),
    EventGroup: (("title", "id"), ("id",), ("title",)),
    EventStats: _GROUP,
    AdverseEvent: (("term", "organ_system", "source_vocabulary"), ("term", "organ_system")),
    MeasureGroup: (("title", "id"), ("id",), ("title",)),
    DenomCount: _GROUP,
    Denom: (("units",),),
    Measurement: _GROUP,
    MeasureCategory: _TITLE,
    MeasureClass: _TITLE,
    BaselineMeasure: (("title", "unit_of_measure"), ("title",)),
    OutcomeMeasure: (("title", "type", "time_frame"), ("title", "type"), ("title",)),
    MeasureAnalysis: (
        ("statistical_method", "param_type", "group_ids", "group_description"),
        ("group_ids", "param_type"),
    ),
    FlowPeriod: _TITLE,
    FlowMilestone: (("type",),),
    DropWithdraw: (("type",),),
    FlowStats: _GROUP,
}

ALIKE: frozenset[type[RecordModel]] = frozenset(
    (
        *(Outcome, ArmGroup, Intervention, Reference, SeeAlsoLink, AvailIpd),
        *(BaselineMeasure, OutcomeMeasure, MeasureAnalysis, MeasureGroup, EventGroup),
    )
)
"""Kinds whose items are told by texts that get reworded; of a site or a person one comes and
another one goes."""


_NAMED_BY_MORE: Mapping[type[RecordModel], Way] = {Location: ("facility", "city", "country")}
"""Of many sites the facility is "Research Site": only its place tells it from others."""


def naming_elements(item: RecordModel) -> Way:
    """Return the elements that name an item: several, or the first one that holds a text."""
    several = _NAMED_BY_MORE.get(type(item))
    if several is not None:
        return several
    every = (element for way in WAYS.get(type(item), ()) for element in way)
    return next(((one,) for one in every if _text(item, one)), ())


def name_of(item: RecordModel) -> str:
    """Return what names an item, in the record's words."""
    return ", ".join(filter(None, (_text(item, one) for one in naming_elements(item))))


def _text(item: RecordModel, element: str) -> str:
    value = getattr(item, element)
    return " ".join(str(value).split()) if value and not isinstance(value, tuple) else ""
