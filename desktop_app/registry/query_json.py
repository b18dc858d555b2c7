"""A search of the registry as JSON, as it is kept; what is not understood is left out."""

import json
import re
from typing import Any

from desktop_app.registry.queries import Order, StudiesQuery
from desktop_app.study.enumerations import Phase, Status

_WORDS = ("condition", "intervention", "terms", "location")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_AGES = ("child", "adult", "older")


def query_json(query: StudiesQuery) -> str:
    """Return the search as JSON: what is not asked for is not in it."""
    kept: dict[str, Any] = {
        name: getattr(query, name) for name in (*_WORDS, "updated_since", "sex")
    }
    kept["statuses"] = [status.value for status in query.statuses]
    kept["phases"] = [phase.value for phase in query.phases]
    kept["ages"] = list(query.ages)
    kept["order"] = query.order.value
    asked = {name: value for name, value in kept.items() if value}
    if query.has_results is not None:
        asked["has_results"] = query.has_results
    return json.dumps(asked, ensure_ascii=False)


def read_query(text: str) -> StudiesQuery:
    """Return the search that ``text`` holds; raises ValueError when it is no JSON object."""
    try:
        kept = json.loads(text)
    except RecursionError:
        kept = None
    if not isinstance(kept, dict):
        message = "not a search of the registry"
        raise ValueError(message)
    results = kept.get("has_results")
    return StudiesQuery(
        **{name: _text(kept.get(name)) for name in _WORDS},
        updated_since=_day(kept.get("updated_since")),
        statuses=tuple(Status(code) for code in _codes(kept.get("statuses"), list(Status))),
        phases=tuple(Phase(code) for code in _codes(kept.get("phases"), list(Phase))),
        ages=tuple(_codes(kept.get("ages"), _AGES)),
        sex=next(iter(_codes([kept.get("sex")], ("f", "m"))), ""),
        has_results=results if isinstance(results, bool) else None,
        order=_order(kept.get("order")),
    )


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _day(value: object) -> str:
    """Return a day; anything else would be part of an expression that the registry reads."""
    return value if isinstance(value, str) and _DAY.fullmatch(value) else ""


def _codes(value: object, known: "list[Any] | tuple[str, ...]") -> list[str]:
    if not isinstance(value, list):
        return []
    return [code for code in value if isinstance(code, str) and code in known]


def _order(value: object) -> Order:
    return next((order for order in Order if order.value == value), Order.NONE)
