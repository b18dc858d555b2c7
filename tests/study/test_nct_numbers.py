import pytest

from desktop_app.study.nct_numbers import format_nct_id, parse_nct_number


@pytest.mark.parametrize(
    "text", ["NCT03816852", "nct03816852", "  NCT 3816852 ", "03816852", "3816852", "NCT0003816852"]
)
def test_a_number_is_understood_in_any_dress(text: str) -> None:
    assert parse_nct_number(text) == 3_816_852


@pytest.mark.parametrize(
    "text", ["", "NCT", "NCT00000000", "ISRCTN12345678", "NCT0381685X", "NCT123456789", "NCT１２"]
)
def test_what_is_no_number_is_none(text: str) -> None:
    assert parse_nct_number(text) is None


def test_a_number_is_written_as_the_registry_does() -> None:
    assert format_nct_id(102) == "NCT00000102"
