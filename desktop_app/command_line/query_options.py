"""What can be said on the command line of a search of the registry."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from desktop_app.command_line.parser import Parser
from desktop_app.languages import _
from desktop_app.registry.queries import Order, StudiesQuery
from desktop_app.study.enumerations import Phase, Status

_STATUSES = {status.value.lower().replace("_", "-"): status for status in Status}
_PHASES = {
    "early1": Phase.EARLY_PHASE1,
    "1": Phase.PHASE1,
    "2": Phase.PHASE2,
    "3": Phase.PHASE3,
    "4": Phase.PHASE4,
    "na": Phase.NA,
}
_SEXES = {"female": "f", "male": "m"}
_RESULTS = {"with": True, "without": False}
_AGES = ("child", "adult", "older")


def add_query(parser: Parser) -> None:
    """Take what a search asks for; what may be said several times is any of these."""
    words = parser.add_argument_group(_("what is searched for"))
    for name, told in (
        ("--condition", _("condition or disease")),
        ("--intervention", _("intervention or treatment")),
        ("--terms", _("other words, as a sponsor or a title")),
        ("--location", _("city, country or hospital")),
    ):
        words.add_argument(name, metavar="WORDS", default="", help=told)
    for name, choices, told in (
        ("--status", _STATUSES, _("studies of this status")),
        ("--phase", _PHASES, _("studies of this phase")),
        ("--age", _AGES, _("studies that this age group can take part in")),
    ):
        words.add_argument(name, action="append", choices=tuple(choices), default=[], help=told)
    words.add_argument("--sex", choices=tuple(_SEXES), help=_("whom the study is open to"))
    words.add_argument("--results", choices=tuple(_RESULTS), help=_("with or without results"))
    words.add_argument(
        "--updated-since", type=_day, metavar="DAY", help=_("a day such as 2026-01-31")
    )


def query_of(values: Mapping[str, Any]) -> StudiesQuery:
    """Return the search that was said."""
    return StudiesQuery(
        condition=values["condition"],
        intervention=values["intervention"],
        terms=values["terms"],
        location=values["location"],
        statuses=tuple(_STATUSES[name] for name in dict.fromkeys(values["status"])),
        phases=tuple(_PHASES[name] for name in dict.fromkeys(values["phase"])),
        ages=tuple(dict.fromkeys(values["age"])),
        sex=_SEXES.get(values["sex"], ""),
        has_results=_RESULTS.get(values["results"]),
        updated_since=values["updated_since"] or "",
        order=Order.NONE,
    )


def _day(text: str) -> str:
    """Read a day."""
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        from argparse import ArgumentTypeError

        raise ArgumentTypeError(_("a day such as 2026-01-31 is wanted")) from None
