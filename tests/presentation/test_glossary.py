import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.languages import speaking
from desktop_app.presentation import glossary as glossary_module
from desktop_app.presentation.glossary import (
    about_section,
    explain,
    folded,
    glossary,
    matching_terms,
    read_glossary,
    term_of,
    terms_in,
)
from desktop_app.presentation.pane import PANES
from desktop_app.presentation.section import FactGrid, Field, Section, SideBySide, Table
from desktop_app.readers.ctgov_json import read_ctgov_json
from desktop_app.resource_files import resource_path
from desktop_app.study import enumerations, result_enumerations
from desktop_app.study.codes import Code
from desktop_app.study.study import Study
from tests.real_records import needs_records, record_files

# Words that everybody knows, or that mean nothing outside their place.
_PLAIN_LABELS = {
    *("Yes", "No", "Other", "Unknown", "Low", "High", "All", "Female", "Male"),
    *("At most 60 days", "More than 60 days"),
}


def _code_labels() -> Iterator[str]:
    for module in (enumerations, result_enumerations):
        for kind in vars(module).values():
            if isinstance(kind, type) and issubclass(kind, Code) and kind is not Code:
                yield from (code.label for code in kind)


def _section(title: str, *blocks: object) -> Section:
    return Section(title, blocks)  # type: ignore[arg-type]


def test_the_glossary_has_a_version_and_at_least_200_terms() -> None:
    assert glossary().version
    assert glossary().language == "en"
    assert len(glossary().terms) >= 200


def test_no_two_terms_share_a_label_or_an_id() -> None:
    owners: dict[str, str] = {}
    for term in glossary().terms:
        for label in (term.term, *term.also):
            assert owners.setdefault(folded(label), term.id) == term.id, label
    assert len({term.id for term in glossary().terms}) == len(glossary().terms)


def test_every_text_is_short_and_none_is_empty() -> None:
    for term in glossary().terms:
        assert term.text.endswith("."), term.id
        assert len(term.text) < 400, term.id
        assert all(label.strip() for label in (term.term, *term.also)), term.id


def test_every_line_about_a_section_is_one_short_line() -> None:
    for title, line in glossary().sections.items():
        assert 0 < len(line) <= 90, title
        assert "\n" not in line


def test_no_title_of_a_section_is_explained_twice() -> None:
    raw = json.loads(resource_path("glossary", "en.json").read_text(encoding="utf-8"))
    assert len({folded(title) for title in raw["sections"]}) == len(raw["sections"])


def test_every_coded_value_that_needs_explaining_has_a_term() -> None:
    assert [one for one in _code_labels() if not explain(one) and one not in _PLAIN_LABELS] == []


@pytest.mark.parametrize(
    ("label", "term"),
    [
        ("Double-blind", "Double"),
        ("adverse EVENTS:", "Adverse event"),
        ("✓ Completed", "Completed"),
        ("None (open label)", "None (open label)"),
        ("Double (Participant, Investigator)", "Double"),
        ("95% confidence interval", "Confidence interval"),
        ("OTHER_GOV", "Other government"),
    ],
)
def test_a_label_is_found_however_it_is_written(label: str, term: str) -> None:
    found = term_of(label)
    assert found is not None
    assert found.term == term


@pytest.mark.parametrize("label", ["", " ", "()", ":", "Aspirin", "Phase 22", "placebo " * 5000])
def test_a_label_that_is_no_term_is_not_explained(label: str) -> None:
    assert term_of(label) is None
    assert explain(label) == ""


def test_a_section_is_said_what_it_is_and_an_unknown_one_is_not() -> None:
    assert about_section("Key Facts")
    assert about_section("Change in Blood Pressure") == ""
    assert about_section("") == ""


def test_terms_are_found_in_labels_values_and_tables_once_each() -> None:
    grid = FactGrid((Field("Masking", "Double"), Field("Who is Masked", "Participant, Nobody")))
    table = Table(("Organ System", "Term"), (("Skin", "Systematic assessment"), ("1", "Double")))
    section = _section("Results", SideBySide(_section("", grid), _section("", table)))
    found = [term.term for term in terms_in((section,))]
    assert found == [
        *("Results", "Masking", "Double", "Who is Masked", "Participant"),
        *("Organ System", "Systematic assessment"),
    ]


def test_search_puts_terms_found_by_their_label_before_those_found_by_their_text() -> None:
    found = [term.term for term in matching_terms(glossary().terms, "placebo")]
    assert found.index("Placebo") < found.index("Drug")
    assert matching_terms(glossary().terms, "zzz") == ()


def _unexplained(study: Study) -> Iterator[str]:
    results = study.results_section
    own = {measure.title for measure in results.outcome_measures_module.outcome_measures}
    for pane in PANES:
        for section in pane.sections(study):
            if section.title and section.title not in own and not about_section(section.title):
                yield f"{pane.id}: {section.title}"


@needs_records
def test_every_section_of_real_records_has_its_line() -> None:
    missing = {
        title
        for path in record_files("ctgov_json", "*.json", step=40)
        for title in _unexplained(read_ctgov_json(path.read_bytes())[0])
    }
    assert missing == set()


def test_terms_are_found_without_their_accents_and_stand_in_alphabetical_order() -> None:
    with speaking("fr"):
        terms = glossary().terms
        assert "Événement indésirable" in {one.term for one in matching_terms(terms, "evenement")}
        names = [one.term for one in terms]
    assert names.index("Effectif") < names.index("Équivalence") < names.index("FDA")


@pytest.mark.parametrize("content", [None, b"", b"\xff", b"[]", b"{}", b'{"terms": [{"id": 1}]}'])
def test_without_a_glossary_nothing_is_explained(
    content: bytes | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if content is not None:
        (tmp_path / "de.json").write_bytes(content)
        (tmp_path / "en.json").write_bytes(content)
    monkeypatch.setattr(glossary_module, "resource_path", lambda _folder, name: tmp_path / name)
    read_glossary.cache_clear()
    try:
        assert read_glossary("de").terms == ()
        assert dict(read_glossary("de").sections) == {}
    finally:
        read_glossary.cache_clear()
