from xml.etree import ElementTree

import pytest

from desktop_app.readers.ctgov_xml.elements import Ledger, Part
from desktop_app.readers.ctgov_xml.values import (
    age_of,
    date_of,
    date_struct_of,
    flag_of,
    number_of,
    parse_date,
)
from desktop_app.study.ages import Age, AgeUnit
from desktop_app.study.dates import PartialDate
from desktop_app.study.enumerations import DateType


def _part(xml: str) -> Part:
    root = ElementTree.fromstring(f"<clinical_study>{xml}</clinical_study>")
    return Part(Ledger(root), root)


def _notes(part: Part) -> list[str]:
    return [f"{oddity.path}: {oddity.note}" for oddity in part.ledger.oddities]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("February 2004", PartialDate(2004, 2)),
        ("December 15, 2021", PartialDate(2021, 12, 15)),
        ("March 5, 2019", PartialDate(2019, 3, 5)),
        ("05/2010", PartialDate(2010, 5)),
        ("12/3333", PartialDate(3333, 12)),
        ("2025", PartialDate(2025)),
        ("2021-12-15", PartialDate(2021, 12, 15)),
    ],
)
def test_dates_are_read_in_all_forms_of_the_xml(text: str, date: PartialDate) -> None:
    assert parse_date(text) == date


@pytest.mark.parametrize("text", ["February 30, 2004", "Brumaire 2004", "13/2010", "soon", "0000"])
def test_a_date_that_cannot_be_read_is_left_out_and_told(text: str) -> None:
    part = _part(f"<start_date>{text}</start_date>")
    assert date_of(part, "start_date") is None
    assert _notes(part)[0].startswith(f"clinical_study/start_date: {text!r} is left out: ")


@pytest.mark.parametrize(
    ("kind", "code"),
    [
        ("Actual", DateType.ACTUAL),
        ("Anticipated", DateType.ESTIMATED),
        ("Estimate", DateType.ESTIMATED),
    ],
)
def test_the_kind_of_a_date_is_read(kind: str, code: DateType) -> None:
    part = _part(f'<start_date type="{kind}">May 2020</start_date>')
    assert date_struct_of(part, "start_date") == {"date": PartialDate(2020, 5), "type": code}


def test_a_kind_without_a_date_is_nothing() -> None:
    part = _part('<start_date type="Actual">long ago</start_date>')
    assert date_struct_of(part, "start_date") == {}
    assert len(_notes(part)) == 1


def test_ages_tell_no_limit_from_not_stated() -> None:
    part = _part("<a>18 Years</a><b>N/A</b><c/><d>old</d>")
    assert age_of(part, "a") == Age(18, AgeUnit.YEAR)
    assert age_of(part, "b") == Age()
    assert age_of(part, "c") is None
    assert age_of(part, "absent") is None
    assert _notes(part) == []
    assert age_of(part, "d") is None
    assert _notes(part)[0].startswith("clinical_study/d: 'old' is left out")


@pytest.mark.parametrize("text", ["-5", "many", "1.5", "9" * 19, "٣"])
def test_a_number_that_is_none_is_left_out_and_told(text: str) -> None:
    part = _part(f"<enrollment>{text}</enrollment>")
    assert number_of(part, "enrollment") is None
    assert "it is not a whole number" in _notes(part)[0]


def test_numbers_are_read() -> None:
    assert number_of(_part("<enrollment> 0 </enrollment>"), "enrollment") == 0
    assert number_of(_part("<enrollment/>"), "enrollment") is None


@pytest.mark.parametrize(
    ("text", "flag"), [("Yes", True), ("No", False), ("Accepts Healthy Volunteers", True)]
)
def test_yes_and_no_are_read(text: str, flag: bool) -> None:
    assert flag_of(_part(f"<has_dmc>{text}</has_dmc>"), "has_dmc") is flag


def test_neither_yes_nor_no_is_left_out_and_told() -> None:
    part = _part("<has_dmc>Perhaps</has_dmc>")
    assert flag_of(part, "has_dmc") is None
    assert _notes(part) == [
        "clinical_study/has_dmc: 'Perhaps' is left out: it is neither yes nor no"
    ]


def test_the_path_of_an_oddity_numbers_what_repeats() -> None:
    part = _part("<location/><location><status>Odd</status><n>x</n></location><link/>")
    second = list(part.parts("location"))[1]
    number_of(second, "n")
    assert part.ledger.oddities[0].path == "clinical_study/location[2]/n"
