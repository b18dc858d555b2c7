"""A search in the words of the registry's interface, against its specification."""

import json
import re
from itertools import product
from pathlib import Path

import pytest

from desktop_app.registry.parameters import FOUND_FIELDS, page_parameters, query_parameters
from desktop_app.registry.queries import Order, StudiesQuery
from desktop_app.registry.query_json import query_json, read_query
from desktop_app.study.enumerations import Phase, Status

SPECIFICATION = Path(__file__).parents[3] / "shared/schema/ctg-oas-v2.yaml"
ALL = StudiesQuery(
    condition="(head OR neck) AND pain",
    intervention="aspirin",
    terms="children",
    location="France",
    statuses=(Status.RECRUITING, Status.NOT_YET_RECRUITING),
    phases=(Phase.PHASE1, Phase.PHASE2),
    ages=("child", "older"),
    sex="f",
    has_results=True,
    updated_since="2026-10-03",
    order=Order.LAST_UPDATE,
)


def test_everything_that_can_be_asked_for() -> None:
    assert query_parameters(ALL) == {
        "query.cond": "(head OR neck) AND pain",
        "query.intr": "aspirin",
        "query.term": "children",
        "query.locn": "France",
        "filter.overallStatus": "RECRUITING|NOT_YET_RECRUITING",
        "filter.advanced": "AREA[Phase](PHASE1 OR PHASE2) AND AREA[StdAge](CHILD OR OLDER_ADULT)"
        " AND AREA[LastUpdatePostDate]RANGE[2026-10-03,MAX]",
        "aggFilters": "sex:f,results:with",
        "sort": "LastUpdatePostDate:desc",
    }


def test_what_is_not_asked_for_is_not_sent() -> None:
    assert query_parameters(StudiesQuery()) == {}
    assert query_parameters(StudiesQuery(has_results=False)) == {"aggFilters": "results:without"}


def test_the_place_in_the_list() -> None:
    assert page_parameters(size=50) == {"pageSize": "50"}
    assert page_parameters(token="abc", size=1000, count=True) == {
        "pageSize": "1000",
        "countTotal": "true",
        "pageToken": "abc",
    }


def test_every_name_is_one_of_the_specification() -> None:
    if not SPECIFICATION.exists():
        pytest.skip("the registry's specification is not beside the project")
    text = SPECIFICATION.read_text(encoding="utf-8")
    asked = {*query_parameters(ALL), *page_parameters(token="a", size=1, count=True)}
    assert asked <= set(re.findall(r'- name: "([\w.]+)"', text))
    for code in (*Status, *Phase, "CHILD", "ADULT", "OLDER_ADULT"):
        assert re.search(rf'- "{code}"', text)


def test_the_fields_of_a_row_are_names_as_the_specification_wants_them() -> None:
    assert all(re.fullmatch(r"[a-zA-Z][a-zA-Z0-9\-. ]*", field) for field in FOUND_FIELDS)


@pytest.mark.parametrize("order", [order for order in Order if order is not Order.NONE])
def test_an_order_is_one_as_the_specification_wants_it(order: Order) -> None:
    sort = query_parameters(StudiesQuery(order=order))["sort"]
    assert re.fullmatch(r"(([a-zA-Z][a-zA-Z0-9\-. ]*)|(@relevance))(:(asc|desc))?", sort)


def test_an_order_alone_asks_for_every_study() -> None:
    assert StudiesQuery(order=Order.RELEVANCE).is_empty
    assert not StudiesQuery(condition="pain", order=Order.RELEVANCE).is_empty


def test_a_kept_search_is_read_as_it_was() -> None:
    for ages, sex, results in product(((), ("adult",)), ("", "m"), (None, True, False)):
        query = StudiesQuery(condition='"é"', ages=ages, sex=sex, has_results=results)
        assert read_query(query_json(query)) == query
    assert read_query(query_json(ALL)) == ALL


def test_what_a_kept_search_holds_of_a_later_version_is_left_out() -> None:
    kept = (
        '{"condition": "pain", "statuses": ["NEW", "RECRUITING", 3], "sex": 1, "ages": "x",'
        ' "updated_since": "1,MAX] OR A"}'
    )
    assert read_query(kept) == StudiesQuery(condition="pain", statuses=(Status.RECRUITING,))


def test_what_is_no_search_is_refused() -> None:
    for text in ("[]", "3", "[" * 100_000):
        with pytest.raises(ValueError, match="not a search"):
            read_query(text)
    with pytest.raises(json.JSONDecodeError):
        read_query("")
