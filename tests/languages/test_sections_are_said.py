"""What panes, sheets and pictures say of a record is said through the catalogue."""

from collections.abc import Iterator
from dataclasses import astuple
from datetime import date
from pathlib import Path

import pytest

from desktop_app.analysis.checks import notices, record_notices
from desktop_app.analysis.pictures.shapes import Text
from desktop_app.languages import ENGLISH, speaking
from desktop_app.presentation.brief import brief_of
from desktop_app.presentation.brief.sections import brief_sections, shortened
from desktop_app.presentation.comparison import comparison_sections
from desktop_app.presentation.context import Context, HeldVersion, Provenance
from desktop_app.presentation.figures import figures_of
from desktop_app.presentation.glossary import glossary
from desktop_app.presentation.handout import handout_sections, handout_title
from desktop_app.presentation.header import study_header
from desktop_app.presentation.pane import PANES
from desktop_app.presentation.screening import screening_sections
from desktop_app.presentation.section import Section
from desktop_app.presentation.study_table import studies_table
from desktop_app.readers.ctgov_json import read_ctgov_json
from desktop_app.study.study import Study
from tests.laid_out import PlainMeasure
from tests.languages.made_records import made_records
from tests.languages.unsaid import texts_of, unsaid
from tests.pseudo_language import PseudoTranslations

TODAY = date(2026, 1, 1)
SAMPLE = Path(__file__).parents[2] / "resources" / "samples" / "NCT03816852.json"
STUDIES = (
    Study(),
    read_ctgov_json(SAMPLE.read_bytes())[0],
    *made_records(13),
)
SHOWN = HeldVersion("ab12", "ctgov-json", "Qzfile.json", 235_206, "2025-12-04", is_shown=True)
CONTEXT = Context(today=TODAY, provenance=Provenance(SHOWN, ("Qzodd",), (SHOWN, SHOWN)))
EXPLAINED = tuple(one.text for one in glossary().terms) + tuple(
    line.rstrip(".") for line in glossary().sections.values()
)
LABELS = frozenset(label for one in glossary().terms for label in (one.term, *one.also))
# What is not translated: names of the registry and of files, and marks of numbers.
OURS = "NCT https clinicaltrials gov study pubmed ncbi nlm nih Qzfile json Qzodd ab"


def _sections(study: Study) -> Iterator[tuple[str, tuple[Section, ...]]]:
    for pane in PANES:
        yield pane.id, pane.sections(study, CONTEXT)
    yield "brief", brief_sections(brief_of(study, TODAY))
    yield "screening", screening_sections(study, TODAY)
    yield "handout", handout_sections(study, TODAY)
    yield "comparison", comparison_sections((study, STUDIES[1]), TODAY)


def _heads(study: Study) -> Iterator[str]:
    header, title = study_header(study), handout_title(study, TODAY)
    yield from (header.nct_id, header.title, header.phase, header.study_type, *header.facts)
    yield from (header.status.word, title.title, title.record_date, title.warning)
    brief = brief_of(study, TODAY)
    yield from (brief.sponsor, brief.design, brief.standing, shortened(brief))
    yield from (*brief.gaps, *brief.beyond, brief.identity.phase, brief.identity.record_date)
    yield from (notice.text for notice in (*notices(study, TODAY), *record_notices(study)))
    yield from (pane.title for pane in PANES)
    table = studies_table((study,))
    yield from (table.name, *table.columns, *table.rows[0])


def _without_glossary(text: str) -> str:
    """Return a text without what the glossary says, which has catalogues of its own."""
    for explained in EXPLAINED:
        text = text.replace(explained, "")
    return "" if text in LABELS else text


def _drawn(sections: tuple[Section, ...]) -> Iterator[str]:
    for figure in figures_of(sections):
        picture = figure.draw(900, PlainMeasure())
        # Lines of one text follow each other.
        yield " ".join(shape.text for shape in picture.shapes if isinstance(shape, Text))
        yield from (str(part) for spot in picture.spots for part in astuple(spot))


@pytest.mark.parametrize("number", range(len(STUDIES)))
def test_every_word_is_said_or_is_the_records(number: int) -> None:
    study = STUDIES[number]
    every = (study.model_dump_json(), SAMPLE.read_text(encoding="utf-8"), OURS)
    record = " ".join(every).replace("\\n", " ")
    with speaking(ENGLISH, PseudoTranslations()):
        found = unsaid(_heads(study), record)
        for name, sections in _sections(study):
            texts = (*texts_of(sections), *_drawn(sections))
            if name == "handout":
                texts = tuple(map(_without_glossary, texts))
            found |= {(word, f"{name}: {text}") for word, text in unsaid(texts, record)}
    assert not found, "\n".join(f"{word}: {text[:160]}" for word, text in sorted(found)[:60])
