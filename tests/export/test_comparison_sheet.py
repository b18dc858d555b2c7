from itertools import islice
from pathlib import Path
from typing import Any

import pdfua
import pytest

from desktop_app.export.comparison.layout import HEIGHT, WIDTH
from desktop_app.export.paper import Paper
from desktop_app.export.source import Source
from desktop_app.export.typesetting.setting import FLOOR
from tests.export.pdf_reading import squeezed
from tests.export.sheet_reading import (
    lines_of,
    made,
    pages_of,
    source_of,
    source_with,
    texts_of,
)
from tests.export.tag_reading import read_structure
from tests.real_records import needs_records, record_files
from tests.studies import study_with

RECORDS = record_files("ctgov_json", "*.json", 23)
GROUPS = [RECORDS[at : at + 6] for at in range(0, len(RECORDS) - 6, 6)]


def source(**modules: Any) -> Source:
    return source_with(study_with(**modules))


def crowded(count: int, length: int = 60) -> Source:
    names = [f"{number} " + "word " * (length // 5) for number in range(count)]
    return source(
        conditionsModule={"conditions": names},
        outcomesModule={"primaryOutcomes": [{"measure": name, "timeFrame": "1"} for name in names]},
        armsInterventionsModule={
            "armGroups": [{"label": name} for name in names],
            "interventions": [{"name": name} for name in names],
        },
    )


def fits(sources: list[Source], paper: Paper = Paper.A4) -> bool:
    (page,) = pages_of("comparison", sources, paper).pages
    *_, table, foot = page.placed
    return table.y + table.block.height <= foot.y


@pytest.mark.parametrize("paper", Paper)
def test_it_is_one_landscape_page(paper: Paper) -> None:
    (page,) = pages_of("comparison", [source(), source()], paper).pages
    wide, high = page.size
    assert (high, wide) == paper.value
    assert all(placed.x >= 27 and placed.y >= 27 for placed in page.placed)
    assert page.placed[0].x + WIDTH <= wide - 27
    assert page.placed[0].y + HEIGHT <= high - 27


@pytest.mark.parametrize("count", [2, 3, 4, 5, 6])
def test_the_table_has_a_column_for_each_study(count: int) -> None:
    (table,) = read_structure(made("comparison", [source()] * count)).every("Table")
    assert {sum(cell.span for cell in row.children) for row in table.children} == {count + 2}
    assert [cell.scope for cell in table.children[0].every("TH")] == ["Column"] * (count + 1)
    assert table.children[1].children[0].scope == "Row"


def test_what_is_alike_has_a_sign_that_is_explained() -> None:
    one = {"eligibilityModule": {"sex": "FEMALE"}}
    text = texts_of(made("comparison", [source(**one), source(**one)]))[0]
    assert "= all studies answer alike" in " ".join(text.split())
    assert "Nothing was shortened." in text


@pytest.mark.parametrize(("count", "length"), [(8, 60), (40, 60), (40, 2000), (300, 200)])
def test_it_always_fits_and_says_what_was_shortened(count: int, length: int) -> None:
    sources = [crowded(count, length) for _ in range(6)]
    pages = pages_of("comparison", sources)
    assert fits(sources)
    sizes = {text.size for placed in pages.pages[0].placed for text in lines_of(placed.block)}
    assert min(sizes) >= FLOOR
    text = squeezed(texts_of(made("comparison", sources))[0])
    for note in pages.notes:
        assert squeezed(note) in text
    if pages.notes:
        assert "more" in text


def test_primary_outcomes_are_the_first_of_the_records_words_to_be_shortened() -> None:
    outcomes = [{"measure": f"{number} " + "word " * 40} for number in range(30)]
    many = source(outcomesModule={"primaryOutcomes": outcomes})
    notes = pages_of("comparison", [many, crowded(2), crowded(1)]).notes
    assert notes == ("primary outcomes", "the design in a sentence")


def test_names_without_a_space_fit_too() -> None:
    endless = "x" * 5000
    one = source(
        identificationModule={"nctId": endless, "briefTitle": endless, "acronym": endless},
        statusModule={"overallStatus": endless},
        sponsorCollaboratorsModule={"leadSponsor": {"name": endless, "class": endless}},
        designModule={"studyType": endless, "phases": [endless]},
    )
    assert fits([one] * 6)


def test_the_same_records_give_the_same_bytes() -> None:
    sources = [crowded(20), source()]
    assert made("comparison", sources) == made("comparison", sources)


def test_too_many_studies_are_refused() -> None:
    with pytest.raises(ValueError, match="7 studies"):
        pages_of("comparison", [source()] * 7)


@needs_records
@pytest.mark.parametrize("paths", GROUPS, ids=lambda paths: paths[0].stem)
def test_real_records_fit_side_by_side(paths: list[Path]) -> None:
    sources = [source_of(path.read_bytes()) for path in paths]
    assert fits(sources)
    assert fits(sources[:2])


@needs_records
@pytest.mark.parametrize("paths", list(islice(GROUPS, 2)), ids=lambda paths: paths[0].stem)
def test_comparisons_of_real_records_are_well_tagged(paths: list[Path], tmp_path: Path) -> None:
    target = tmp_path / "sheet.pdf"
    target.write_bytes(made("comparison", [source_of(path.read_bytes()) for path in paths]))
    assert not pdfua.validate(str(target)).findings
