"""Who is masked: of the four roles, what the record states and no more."""

import pytest

from desktop_app.presentation.masking import masking_figure
from desktop_app.presentation.section import Figure
from tests.laid_out import PlainMeasure, assert_well_laid_out, texts_of
from tests.studies import study_with

ROLES = ["PARTICIPANT", "CARE_PROVIDER", "INVESTIGATOR", "OUTCOMES_ASSESSOR"]


def _figure(masking: str | None, *who: str) -> Figure | None:
    stated = {"masking": masking, "whoMasked": list(who)}
    info = {"maskingInfo": {name: value for name, value in stated.items() if value}}
    return masking_figure(
        study_with(designModule={"designInfo": info}).protocol_section.design_module
    )


def _words(masking: str | None, *who: str) -> tuple[str, ...]:
    figure = _figure(masking, *who)
    assert figure is not None
    return figure.words


def test_each_role_is_masked_or_not() -> None:
    assert _words("DOUBLE", "PARTICIPANT", "OUTCOMES_ASSESSOR") == (
        "Masking: Double",
        "Participant: masked",
        "Care provider: not masked",
        "Investigator: not masked",
        "Outcomes assessor: masked",
    )


def test_an_open_study_masks_nobody() -> None:
    words = _words("NONE")
    assert sum(word.endswith(": not masked") for word in words) == 4
    assert len(words) == 5


def test_who_is_masked_is_not_guessed() -> None:
    words = _words("SINGLE")
    assert sum(word.endswith(": not stated") for word in words) == 4
    assert words[-1] == "The record does not state who is masked."


def test_fewer_roles_than_the_masking_has_leave_the_others_unstated() -> None:
    words = _words("TRIPLE", "PARTICIPANT")
    assert "Participant: masked" in words
    assert "Investigator: not stated" in words
    assert words[-1] == "The record states the masking “Triple” and names 1 masked role."


def test_masked_roles_of_an_open_study_are_shown_as_written_with_a_note() -> None:
    words = _words("NONE", "PARTICIPANT", "INVESTIGATOR")
    assert "Participant: masked" in words
    assert words[-1] == (
        "The record states the masking “None (open label)” and names 2 masked roles."
    )


def test_roles_without_a_kind_of_masking_are_shown() -> None:
    words = _words(None, "CARE_PROVIDER")
    assert words[1] == "Care provider: masked"
    assert words[-1] == "The record names who is masked, but not the kind of masking."


def test_where_nothing_is_stated_there_is_no_picture() -> None:
    assert _figure(None) is None


@pytest.mark.parametrize("width", [200, 340, 640, 1300])
@pytest.mark.parametrize("em", [13, 26])
def test_roles_are_legible_at_any_width(width: float, em: float) -> None:
    for who in (ROLES, ROLES[:1], [*ROLES, "A_ROLE_THAT_NOBODY_KNOWS_OF_YET", "X" * 5_000]):
        figure = _figure("QUADRUPLE", *who)
        assert figure is not None
        picture = figure.draw(width, PlainMeasure(em))
        assert_well_laid_out(picture, width, PlainMeasure(em))
        assert texts_of(picture).count("masked") == len(who)
