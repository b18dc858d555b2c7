import apsw

from desktop_app.store.similar.features import feature_tokens
from desktop_app.store.similar.tokens import CONDITION
from desktop_app.store.similar.trait_rows import (
    DERIVED_SCHEMA,
    delete_traits,
    insert_traits,
    read_traits,
)


def test_the_traits_of_a_study_are_the_numbers_in_its_tokens() -> None:
    connection = apsw.Connection(":memory:")
    connection.execute(DERIVED_SCHEMA[0])
    raw = {"protocolSection": {"conditionsModule": {"keywords": ["Pain", "Sleep"]}}}
    insert_traits(connection, [(7, feature_tokens(raw)), (8, "")])
    stored = dict(connection.execute("SELECT row, numbers FROM trait"))
    numbers = [int(CONDITION[name][3:]) for name in ("Pain", "Sleep")]
    assert list(read_traits(stored[7])) == numbers
    assert list(read_traits(stored[8])) == []
    delete_traits(connection, 7)
    assert connection.execute("SELECT count(*) FROM trait").get == 1


def test_a_damaged_row_is_read_as_far_as_it_goes() -> None:
    assert list(read_traits(b"\x01\x00\x00\x00\x02")) == [1]
