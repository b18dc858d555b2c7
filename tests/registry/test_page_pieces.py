import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.registry.page_pieces import NoPage, page_pieces

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)
STUDIES = st.lists(st.dictionaries(st.text(), JSON, max_size=3), max_size=4)
RESTS = st.dictionaries(st.text().filter(lambda name: name != "studies"), JSON, max_size=3)


@settings(max_examples=40)
@given(STUDIES, RESTS, st.booleans(), st.sampled_from([None, 2]), st.booleans())
def test_a_page_is_taken_apart_as_the_language_reads_it(
    studies: list[object], rest: dict[str, object], is_ascii: bool, indent: int | None, leads: bool
) -> None:
    value = {"studies": studies, **rest} if leads else {**rest, "studies": studies}
    content = json.dumps(value, ensure_ascii=is_ascii, indent=indent)
    encoded = content.encode("utf-8", "surrogatepass")
    try:
        encoded.decode()
    except UnicodeDecodeError:
        with pytest.raises(ValueError, match="codec"):
            page_pieces(encoded, lambda study: study)
        return
    assert page_pieces(encoded, lambda study: study) == (studies, rest)


@pytest.mark.parametrize(
    "content",
    [
        *("", "{", '{"studies": [', '{"studies": [{}', '{"studies": [{}]', '{"studies": [{},]}'),
        *('{"studies": []} x', '{"studies": [] "a": 1}', "{7: []}", "{[]: 1}", '{"a": 1,}'),
        *('{"studies": [{}{}]}', '{"studies" []}', "nonsense", '{"studies": [{"a": }]}'),
    ],
)
def test_what_is_not_well_written_is_an_error(content: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011
        page_pieces(content.encode(), lambda study: study)


@pytest.mark.parametrize("content", ["[]", "7", "{}", '{"studies": 7}', '{"studies": [7]}'])
def test_what_is_no_page_is_told_apart(content: str) -> None:
    with pytest.raises(NoPage):
        page_pieces(content.encode(), lambda study: study)
