import subprocess
import sys
from datetime import date
from typing import Any

import pytest

from desktop_app import __version__
from desktop_app.export.paper import BOX_HEIGHT, BOX_WIDTH, Paper
from desktop_app.study.study import Study
from tests.export.briefs import BriefReport, brief_bytes
from tests.export.pdf_reading import ReadPage, read_page, squeezed
from tests.studies import study_with

TODAY = date(2026, 11, 22)
SHA256 = "0123456789abcdef" * 4


def identified(**elements: Any) -> dict[str, Any]:
    return {"nctId": "NCT01234567", "briefTitle": "A study", **elements}


def made(study: Study, paper: Paper = Paper.A4) -> tuple[ReadPage, BriefReport]:
    content, report = brief_bytes(study, SHA256, paper=paper, today=TODAY)
    return read_page(content), report


def made_with(**modules: Any) -> tuple[ReadPage, BriefReport]:
    return made(study_with(**modules))


def many(count: int, text: str) -> str:
    return "\n".join(f"* {text} number {index}" for index in range(count))


def large_study() -> Study:
    return study_with(
        identificationModule=identified(officialTitle="An official title of some length"),
        statusModule={"overallStatus": "RECRUITING"},
        descriptionModule={"briefSummary": "This sentence tells why the study is done. " * 60},
        conditionsModule={"conditions": [f"Condition {n}" for n in range(40)]},
        designModule={"studyType": "INTERVENTIONAL", "phases": ["PHASE2"]},
        armsInterventionsModule={
            "armGroups": [
                {"label": f"Arm {n}", "type": "EXPERIMENTAL", "description": "It gets it. " * 20}
                for n in range(25)
            ],
            "interventions": [{"type": "DRUG", "name": "X", "description": "It is given. " * 30}],
        },
        outcomesModule={
            "primaryOutcomes": [{"measure": f"M {n}", "timeFrame": "1 day"} for n in range(20)]
        },
        eligibilityModule={
            "eligibilityCriteria": "Inclusion Criteria:\n\n"
            + many(120, "adults who can consent")
            + "\n\nExclusion Criteria:\n\n"
            + many(90, "people who are ill of it")
        },
        contactsLocationsModule={
            "locations": [
                {"facility": f"Clinic {n}", "city": "Bern", "country": "Switzerland"}
                for n in range(57)
            ]
        },
    )


@pytest.mark.parametrize("paper", Paper)
def test_a_large_record_fits_on_one_page_and_says_what_is_left_out(paper: Paper) -> None:
    page, report = made(large_study(), paper)
    assert page.page_count == 1
    assert report.type_size == min(page.sizes) == 7.5
    assert report.shortened[:4] == (
        "schematic",
        "what and why",
        "descriptions of arms and interventions",
        "eligibility criteria",
    )
    assert squeezed("Shortened: " + ", ".join(report.shortened)) in page.words
    assert "of57sitesshown" in page.words
    assert "morecriteriainthefullrecord" in page.words
    assert "moresentencesinthefullrecord" in page.words


def test_the_fixed_parts_are_whole_however_large_the_record() -> None:
    page, _ = made(large_study())
    for part in (
        "NCT01234567",
        "Recruiting",
        "Phase 2",
        "Allocation",
        "Not stated",
        "57 sites in Switzerland",
        "Not in this record",
        "Not part of registry records: estimands, visit schedule, duration per participant",
        "Summary of a public registry record. Not the approved protocol, not medical advice.",
        "Source: ClinicalTrials.gov record NCT01234567",
        "file SHA-256 0123456789abcdef…",
        f"Printed on 2026-11-22 by Trial Protocol Viewer {__version__}",
        "1 of 1",
    ):
        assert squeezed(part) in page.words, part


def test_both_papers_are_laid_out_alike() -> None:
    a4, letter = made(large_study(), Paper.A4), made(large_study(), Paper.LETTER)
    assert a4[0].words == letter[0].words
    assert a4[1] == letter[1]
    for paper in Paper:
        assert paper.box_left >= 12 * 72 / 25.4 - 0.01
        assert paper.value[0] - paper.box_left - BOX_WIDTH >= 12 * 72 / 25.4 - 0.01
        assert paper.box_top - BOX_HEIGHT >= 9 * 72 / 25.4


def test_an_almost_empty_record_has_large_type_and_says_what_is_missing() -> None:
    page, report = made(study_with(identificationModule={}))
    assert report == BriefReport(11.0, ())
    assert "Nothingwasshortened." in page.words
    assert "NCTnumbernotstated" in page.words
    assert page.addresses == ()


def test_type_grows_with_the_room() -> None:
    _, small = made_with(descriptionModule={"briefSummary": "It tells why. " * 40})
    _, large = made_with(descriptionModule={"briefSummary": "It tells why. " * 250})
    assert large.type_size < small.type_size <= 11.0
    assert not large.shortened


def test_record_text_is_drawn_as_it_is() -> None:
    nasty = "<b>bold</b> & </para> <img src=/etc/hostname> R&D <5% &amp; \\(x\\) %s {y} <seq/>"
    page, _ = made_with(
        identificationModule=identified(officialTitle=nasty, acronym="A&B"),
        descriptionModule={"briefSummary": nasty.replace("\\", "\\\\")},
        sponsorCollaboratorsModule={"leadSponsor": {"name": "A & B <Ltd>"}},
    )
    assert page.text.count("<img src=/etc/hostname>") == 2
    assert page.words.count(squeezed(nasty)) == 2
    assert "A & B <Ltd>" in page.text
    assert page.image_count == 0


def test_every_script_has_its_glyphs_and_comes_back_as_text() -> None:
    title = "≥ 18 µm β⁺ αβγ Ж 임상제도과 林佑和定 日本語 （全角） → ∞ ½ č ź"
    page, _ = made_with(identificationModule=identified(officialTitle=title))
    assert squeezed(title) in page.words
    assert not page.unembedded


def test_characters_beyond_the_basic_plane_have_glyphs_and_come_back_as_text() -> None:
    title = "smile \U0001f600 and \U0001d6fc-blocker"
    page, _ = made_with(identificationModule=identified(officialTitle=title))
    assert squeezed(title) in page.words
    assert {name.partition("+")[2] for name in page.fonts} >= {"DejaVuSans", "NotoSansMath-Regular"}


def test_characters_that_no_font_has_are_boxes_that_are_copied_as_what_they_stand_for() -> None:
    title = "near \U00020bb7\uf0d2 x"
    page, _ = made_with(identificationModule=identified(officialTitle=title))
    assert squeezed(title) in page.words
    assert not page.unembedded


def test_controls_are_stripped_or_shown() -> None:
    hidden = "a\u0000b\u0007c \u202edecoy\u202c z\u200bero \ufeffmark"
    page, _ = made_with(identificationModule=identified(officialTitle=hidden))
    assert "abc[RLO]decoy[PDF]zeromark" in page.words


def test_all_type_is_embedded_and_none_is_smaller_than_the_floor() -> None:
    page, _ = made(large_study())
    assert page.unembedded == frozenset()
    assert not any("Helvetica" in font for font in page.fonts)
    assert min(page.sizes) >= 7.5


def test_rules_print_and_text_stands_out_from_the_paper() -> None:
    page, _ = made(large_study())
    assert min(page.line_widths) >= 0.5
    luminances = [_luminance(grey) for grey in page.greys]
    assert all(1.05 / (luminance + 0.05) >= 4.5 for luminance in luminances)


def _luminance(grey: float) -> float:
    return grey / 12.92 if grey <= 0.04045 else float(((grey + 0.055) / 1.055) ** 2.4)


def test_the_file_names_itself_and_links_the_registry() -> None:
    page, _ = made_with(identificationModule=identified())
    assert page.metadata["/Title"] == "NCT01234567: A study"
    assert page.metadata["/Author"] == f"Trial Protocol Viewer {__version__}"
    assert page.language == "en"
    assert page.addresses == ("https://clinicaltrials.gov/study/NCT01234567",)


def test_the_same_record_and_day_give_the_same_bytes() -> None:
    once, again = (
        brief_bytes(large_study(), SHA256, paper=Paper.A4, today=TODAY)[0] for _ in range(2)
    )
    assert once == again
    other = brief_bytes(large_study(), SHA256, paper=Paper.A4, today=date(2026, 11, 23))[0]
    assert once != other


def test_texts_beyond_all_measure_still_fit() -> None:
    page, report = made_with(
        identificationModule={
            "nctId": "NCT01234567",
            "briefTitle": "x" * 5000,
            "officialTitle": "y " * 5000,
            "orgStudyIdInfo": {"id": "z" * 4000},
            "acronym": "q" * 3000,
        },
        descriptionModule={"briefSummary": "w" * 100_000},
        sponsorCollaboratorsModule={"leadSponsor": {"name": "s" * 20_000}},
        statusModule={"overallStatus": "U" * 4000, "whyStopped": "v " * 9000},
        designModule={"studyType": "T" * 3000, "phases": ["P" * 2000]},
        eligibilityModule={"eligibilityCriteria": "c" * 50_000},
    )
    assert page.page_count == 1
    assert min(page.sizes) >= 7.5
    assert {"title", "sponsor", "official title", "eligibility criteria"} <= set(report.shortened)


def test_a_long_title_and_sponsor_are_whole() -> None:
    title, sponsor = "Word " * 120 + "end", "Sponsor " * 75 + "last"
    page, report = made_with(
        identificationModule=identified(briefTitle=title),
        sponsorCollaboratorsModule={"leadSponsor": {"name": sponsor}},
    )
    assert squeezed(title) in page.words
    assert squeezed(sponsor) in page.words
    assert not report.shortened


def test_four_megabytes_of_results_do_not_change_the_page() -> None:
    event = {"term": "Headache", "organSystem": "Nervous system disorders", "notes": "x" * 200}
    study = study_with(identificationModule=identified()).model_dump(by_alias=True, mode="json")
    study["resultsSection"] = {"adverseEventsModule": {"otherEvents": [event] * 14_000}}
    page, report = made(Study.model_validate(study))
    assert (page.page_count, report.shortened) == (1, ())
    assert "Alsointhefullrecord:results." in page.words


def test_the_pdf_library_is_not_loaded_before_a_brief_is_made() -> None:
    code = (
        "import sys, desktop_app.export.sheets, desktop_app.export.outputs;"
        "sys.exit('reportlab' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
