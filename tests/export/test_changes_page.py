import io
from collections.abc import Sequence
from datetime import date
from typing import Any

import pypdf
import pytest

from desktop_app.export.changes.file import PAIR_OUTPUTS, pages_of
from desktop_app.export.changes.fit import fitted
from desktop_app.export.paper import BOX_HEIGHT, Paper
from desktop_app.export.pdf.document import pdf_bytes
from desktop_app.export.pdf.pages import About
from desktop_app.presentation.changes.content import Compared, Comparison
from desktop_app.presentation.changes.rows import compare
from desktop_app.study.study import Study
from tests.studies import study_with

TODAY = date(2026, 11, 26)


def comparison(old: Study, new: Study) -> Comparison:
    before = Compared(old, "Record of 2025-01-01", "NCT00000001", "A study")
    after = Compared(new, "Record of 2026-01-01", "NCT00000001", "A study")
    return compare(before, after, TODAY)


def with_criteria(criteria: Sequence[str], **modules: Any) -> Study:
    text = "Inclusion Criteria:\n\n" + "\n".join(f"* {one}" for one in criteria)
    return study_with(eligibilityModule={"eligibilityCriteria": text}, **modules)


def pdf(made: Comparison) -> pypdf.PdfReader:
    pages = pages_of(made, Paper.A4)
    content = pdf_bytes(pages.pages, About(pages.title, pages.subject, TODAY), ())
    return pypdf.PdfReader(io.BytesIO(content))


def text_of(made: Comparison) -> str:
    (page,) = pdf(made).pages
    return " ".join(page.extract_text().split())


FEW = comparison(with_criteria(["HbA1c of 7.5 %"]), with_criteria(["HbA1c of 8.5 %"]))
MANY = comparison(
    with_criteria([f"Criterion {n} {'word ' * 60}" for n in range(200)]),
    with_criteria([f"Statement {n} {'text ' * 60}" for n in range(200)]),
)
LONG = comparison(
    with_criteria(["a " * 9_000 + "old end"]), with_criteria(["a " * 9_000 + "new end"])
)
HOSTILE = comparison(with_criteria(["x" * 30_000]), with_criteria(["مرحبا " * 5_000]))


@pytest.mark.parametrize("made", [FEW, MANY, LONG, HOSTILE], ids=["few", "many", "long", "hostile"])
def test_it_is_always_one_page(made: Comparison) -> None:
    assert len(pdf(made).pages) == 1
    blocks = fitted(made).blocks
    *above, (foot_y, foot) = blocks
    assert all(y + block.height <= foot_y + 0.01 for y, block in above)
    assert foot_y + foot.height == pytest.approx(BOX_HEIGHT)


def test_every_word_of_a_few_changes_is_on_the_page() -> None:
    text = text_of(FEW)
    assert "HbA1c of 7.5 8.5 %" in text
    assert "Nothing was shortened." in text


def test_the_page_says_what_it_leaves_out() -> None:
    result = fitted(MANY)
    left_out = len(MANY.rows) - len(result.shown.rows)
    assert left_out > 0
    assert f"Left out: {left_out} material changes." in text_of(MANY)
    assert pages_of(MANY, Paper.A4).notes[0] == f"{left_out} material changes"


def test_words_that_did_not_change_go_before_those_that_did() -> None:
    result = fitted(LONG)
    assert result.shown.has_gaps
    assert not result.shown.is_clipped
    assert "… a a a a" in text_of(LONG)
    assert "old new end" in text_of(LONG)


def test_what_is_marked_is_told_to_those_who_cannot_see_it() -> None:
    root: Any = pdf(FEW).trailer["/Root"]
    told = [alt for alt in _alternatives(root["/StructTreeRoot"]) if alt]
    assert "[removed: 7.5]" in told
    assert "[added: 8.5]" in told


def _alternatives(element: Any) -> list[str]:
    held = element.get_object() if hasattr(element, "get_object") else element
    if not isinstance(held, dict):
        return []
    children = held.get("/K", [])
    children = children.get_object() if hasattr(children, "get_object") else children
    many = children if isinstance(children, list) else [children]
    return [str(held.get("/Alt", "")), *(alt for one in many for alt in _alternatives(one))]


def test_other_files_hold_all_changes() -> None:
    for output in PAIR_OUTPUTS:
        content = output.make(MANY).decode()
        assert "Statement 199" in content
        assert "Criterion 0 " in content
