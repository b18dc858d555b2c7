import re

from hypothesis import given
from hypothesis import strategies as st

from desktop_app.study import trial_numbers
from desktop_app.study.trial_numbers import GAP

_EU = rf"(?<![^\W_])(?:19|20)\d\d{GAP}\d{{6}}{GAP}\d\d(?:{GAP}\d\d)?(?![^\W_])"
_ODD = {"s": "ſ", "k": "\N{KELVIN SIGN}", "i": "ıİ"}
"""Letters that a pattern takes for others, though no keyboard has them."""


def _spelled(word: str) -> st.SearchStrategy[str]:
    letters = (st.sampled_from(one + one.upper() + _ODD.get(one, "")) for one in word)
    return st.tuples(*letters).map("".join)


_WORDS = [word for signs, _form, _registry in trial_numbers._FORMS for word in signs.split()]
_PIECES = st.one_of(
    st.sampled_from([*_WORDS, "jprn"]).flatmap(_spelled),
    st.integers(0, 10**14).map(str),
    st.sampled_from(["2019-001234-10", "2023-501234-10-00", "x", "_", *" -./\n,"]),
)


@given(st.lists(_PIECES, max_size=12).map("".join))
def test_all_numbers_are_found_that_the_patterns_find_one_by_one(text: str) -> None:
    slowly = [(match[0], match.start()) for match in re.finditer(_EU, text)]
    for _signs, pattern, _registry in trial_numbers._COMPILED:
        slowly += [(match[0], match.start()) for match in pattern.finditer(text)]
    assert [(one.text, one.start) for one in trial_numbers.trial_numbers(text)] == slowly
