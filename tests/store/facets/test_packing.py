import pytest

from desktop_app.store.facets.packing import (
    NOT_STATED,
    OTHER_TERM,
    PARTS,
    RESULTS,
    Facet,
    pack,
    terms_in,
)

_ALL = pack(
    "RECRUITING",
    ["PHASE2", "PHASE3"],
    "INTERVENTIONAL",
    ["ADULT", "OLDER_ADULT"],
    "FEMALE",
    "INDUSTRY",
    True,
    2024,
)


@pytest.mark.parametrize(
    ("facet", "terms"),
    [
        (Facet.STATUS, ("RECRUITING",)),
        (Facet.PHASE, ("PHASE2", "PHASE3")),
        (Facet.STUDY_TYPE, ("INTERVENTIONAL",)),
        (Facet.AGE_GROUP, ("ADULT", "OLDER_ADULT")),
        (Facet.SEX, ("FEMALE",)),
        (Facet.SPONSOR_CLASS, ("INDUSTRY",)),
        (Facet.RESULTS, (RESULTS,)),
        (Facet.START_YEAR, ("2024",)),
    ],
)
def test_what_is_packed_is_unpacked(facet: Facet, terms: tuple[str, ...]) -> None:
    assert terms_in(_ALL, facet) == terms
    assert terms_in(pack(), facet) == (NOT_STATED,)


@pytest.mark.parametrize("facet", PARTS)
def test_each_term_has_bits_of_its_own(facet: Facet) -> None:
    part = PARTS[facet]
    assert len({part.bits_of(term) for term in part.terms}) == len(part.terms)
    for term in part.terms:
        assert part.terms_in(part.bits_of(term)) == (term,)
        assert part.bits_of(term) <= part.full


def test_parts_do_not_overlap() -> None:
    taken = 0
    for part in PARTS.values():
        bits = part.full << part.shift
        assert not taken & bits
        taken |= bits
    assert taken == (1 << 33) - 1


def test_unknown_terms_are_told_from_none() -> None:
    odd = pack("PAUSED", ["PHASE9"], "REGISTRY", ["TEENS"], "X", "CLUB", False, 1066)
    assert terms_in(odd, Facet.STATUS) == (OTHER_TERM,)
    assert terms_in(odd, Facet.STUDY_TYPE) == (OTHER_TERM,)
    assert terms_in(odd, Facet.SPONSOR_CLASS) == (OTHER_TERM,)
    for facet in (Facet.PHASE, Facet.AGE_GROUP, Facet.SEX, Facet.START_YEAR):
        assert terms_in(odd, facet) == (NOT_STATED,)
