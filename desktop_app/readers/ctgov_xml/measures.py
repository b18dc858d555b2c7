"""Reads what the parts of posted results share: groups, counts and tables of values."""

import re
from collections.abc import Iterable

from desktop_app.languages import N_
from desktop_app.readers.ctgov_xml.elements import Part
from desktop_app.readers.ctgov_xml.markup import markup, own_markup
from desktop_app.readers.ctgov_xml.values import Held, held

_GROUP = re.compile(r"([PBOE])(\d{1,4})\Z")
_GROUP_PREFIXES = {"P": "FG", "B": "BG", "O": "OG", "E": "EG"}
NUMBER_OF_PARTICIPANTS = "Number of Participants"
"""Title under which documents of before 2017 gave the counts of those analyzed."""


def group_id(text: str | None) -> str | None:
    """Return the API's identifier of a group: ``B1`` of the XML is ``BG000`` there."""
    match = _GROUP.match(text) if text else None
    if match is None:
        return text
    return f"{_GROUP_PREFIXES[match[1]]}{int(match[2]) - 1:03d}"


def groups(part: Part) -> tuple[Held, ...]:
    """Read the columns of a table."""
    return tuple(
        held(
            id=group_id(group.attribute("group_id")),
            title=group.text("title"),
            description=markup(group, "description"),
        )
        for group in part.listed("group_list", "group")
    )


def denoms(part: Part, scope: str) -> tuple[Held, ...]:
    """Read how many were analyzed; ``scope`` is what the element is expected to say it covers."""
    return tuple(_denom(analyzed, scope) for analyzed in part.listed("analyzed_list", "analyzed"))


def _denom(part: Part, scope: str) -> Held:
    stated = part.text("scope")
    if stated not in (None, scope):
        what = N_("says {words} where {expected} is expected")
        part.part("scope").report(what, words=repr(stated), expected=repr(scope))
    return held(
        units=part.text("units"),
        counts=tuple(_count(count) for count in part.listed("count_list", "count")),
    )


def _count(part: Part) -> Held:
    return held(group_id=group_id(part.attribute("group_id")), value=part.attribute("value"))


def classes(measure: Part) -> tuple[Held, ...]:
    """Read the rows of a measure.

    The categories of documents of before 2017 did not exclude one another; that is what the
    registry calls classes since, so that is what they become.
    """
    now = tuple(_class(part) for part in measure.listed("class_list", "class"))
    return now + tuple(
        held(title=part.text("sub_title"), categories=(_category(part),))
        for part in measure.listed("category_list", "category")
    )


def _class(part: Part) -> Held:
    return held(
        title=part.text("title"),
        denoms=denoms(part, "Class"),
        categories=tuple(_category(one) for one in part.listed("category_list", "category")),
    )


def _category(part: Part) -> Held:
    values = part.listed("measurement_list", "measurement")
    return held(title=part.text("title"), measurements=tuple(_measurement(one) for one in values))


def _measurement(part: Part) -> Held:
    return held(
        group_id=group_id(part.attribute("group_id")),
        value=part.attribute("value"),
        spread=part.attribute("spread"),
        lower_limit=part.attribute("lower_limit"),
        upper_limit=part.attribute("upper_limit"),
        comment=own_markup(part),
    )


def old_denoms(measures: Iterable[Part]) -> tuple[Held, ...]:
    """Read the counts of those analyzed from measures of before 2017."""
    return tuple(_old_denom(measure) for measure in measures)


def _old_denom(measure: Part) -> Held:
    kind = measure.text("param")
    if kind not in (None, "Number"):
        measure.part("param").report(N_("has no place beside a count: {text}"), text=repr(kind))
    values = (
        value
        for category in measure.listed("category_list", "category")
        for value in category.listed("measurement_list", "measurement")
    )
    units = measure.text("units") or ""
    # The registry's own unit has a capital letter since; units of the sponsor stay as they are.
    units = "Participants" if units == "participants" else units
    return held(units=units, counts=tuple(_count(value) for value in values))
