import pytest

from desktop_app.store.similar.phrases import shared_phrases


@pytest.mark.parametrize(
    ("mine", "other", "shared"),
    [
        (
            "Primary Ovarian Insufficiency",
            "premature ovarian insufficiency",
            "Ovarian Insufficiency",
        ),
        (
            "Human umbilical-cord stem cells",
            "Umbilical cord stem cell",
            "umbilical-cord stem cells",
        ),
        ("Asthma", "Severe Asthma", "Asthma"),
        ("Severe Asthma", "Asthma", "Asthma"),
        ("Asthma in Zürich", "of asthma", ""),
        ("Breast Cancer", "Lung Cancer", ""),
        ("Small Cell Lung Cancer", "Non-small Cell Lung Cancer", "Lung Cancer"),
        ("Study of Type 2", "Trial of Type 2", ""),
        ("20 mg", "20 mg", ""),
        ("", "", ""),
    ],
)
def test_names_are_alike_by_what_they_share_of_telling_words(
    mine: str, other: str, shared: str
) -> None:
    assert shared_phrases([mine], [other]) == ([shared] if shared else [])


def test_a_phrase_that_is_part_of_another_is_left_out() -> None:
    mine = ["Stem Cells", "Umbilical Cord Stem Cells"]
    assert shared_phrases(mine, ["cord stem cells", "stem cells"]) == ["Cord Stem Cells"]
