"""What counts as a heading, and what is only a line that looks like one."""

import pytest

from desktop_app.readers.registry_page import read_registry_page
from desktop_app.readers.registry_page.candidates import PageLines
from desktop_app.readers.registry_page.outline import PageSection, outline
from desktop_app.readers.registry_page.sections import HEADINGS
from desktop_app.readers.registry_page.text import filled, split_lines
from desktop_app.resource_files import resource_path
from tests.studies import page_extras

TEXT = resource_path("samples", "NCT03816852.txt").read_text(encoding="utf-8")
UNKNOWN = "Laboratory Methods\n\nSee how the samples of this study are handled.\n\nFrozen.\n\n"
IN_SUMMARY = "Evaluate the safety of human"
IN_DESCRIPTION = "Above all, this experiment"
IN_CRITERIA = "* Pregnant or lactating"


def sections_of(text: str) -> dict[str, PageSection]:
    return {section.heading: section for section in outline(PageLines.of(split_lines(text)), 0)}


@pytest.mark.parametrize("word", HEADINGS)
@pytest.mark.parametrize("place", [IN_SUMMARY, IN_DESCRIPTION, IN_CRITERIA])
def test_an_author_s_line_of_a_heading_s_words_stays_in_the_text(word: str, place: str) -> None:
    text = TEXT.replace(place, f"Some words.\n\n{word}\n\nMore words.\n\n{place}", 1)
    plain = TEXT.replace(place, f"Some words.\n\nQQQ\n\nMore words.\n\n{place}", 1)
    study, oddities = read_registry_page(text.encode())
    expected = read_registry_page(plain.encode())[0].model_dump_json().replace("QQQ", word)
    assert study.model_dump_json() == expected
    assert oddities == ()


@pytest.mark.parametrize("word", ["Conditions", "Study Design", "Sponsors", "References"])
def test_order_tells_headings_where_nothing_else_does(word: str) -> None:
    bare = (
        "A title\nNCT ID: NCT01234567\nBrief Summary\nShort.\nDetailed Description\nLong.\n"
        f"{word}\nStill long.\nConditions\nAsthma\nStudy Design\nAllocation Method\nNA\n"
        "Sponsors\nA Firm\nINDUSTRY\nSponsor Role lead\n"
    )
    study = read_registry_page(bare.encode())[0].protocol_section
    assert study.description_module.detailed_description is not None
    assert study.description_module.detailed_description.source == (
        f"Long.\n\n{word}\n\nStill long."
    )
    assert study.conditions_module.conditions == ("Asthma",)
    assert study.sponsor_collaborators_module.lead_sponsor.name == "A Firm"


def test_a_heading_is_a_line_of_its_own_in_the_page_s_letters() -> None:
    sections = sections_of(
        TEXT.replace(
            "Conditions\n\nSee the medical conditions and disease areas that this research is "
            "targeting or investigating.\n\nPremature Ovarian Failure\n\n",
            "",
        ).replace(IN_DESCRIPTION, f"Conditions\nof all kinds\n\nCONDITIONS\n\n{IN_DESCRIPTION}")
    )
    assert "Conditions" not in sections
    assert filled(sections["Detailed Description"].lines)[1:4] == [
        "Conditions",
        "of all kinds",
        "CONDITIONS",
    ]


@pytest.mark.parametrize(
    "place",
    ["Conditions\n", "Study Groups\n", "Sponsors\n", "Countries\n", "More Related Trials\n"],
)
@pytest.mark.parametrize("spaced", [True, False])
def test_an_unknown_section_is_kept_apart_and_told(place: str, spaced: bool) -> None:
    text = TEXT.replace(f"\n{place}", f"\n{UNKNOWN}{place}", 1)
    text = text if spaced else text.replace("\n\n", "\n")
    study, oddities = read_registry_page(text.encode())
    expected = read_registry_page(TEXT.encode())[0]
    assert study.protocol_section == expected.protocol_section
    assert study.source_page_section.related_studies == expected.source_page_section.related_studies
    assert page_extras(study) == {
        "otherSections": [{"heading": "Laboratory Methods", "text": "Frozen."}]
    }
    assert "“Laboratory Methods”" in oddities[-1].note


def test_an_intervention_whose_description_tells_what_to_do_is_no_section() -> None:
    reading = "Reading\n\nRead the study leaflet at home.\n\nIntervention Type BEHAVIORAL\n\n"
    first = "hucMSCs\n\nHuman umbilical"
    text = TEXT.replace(first, f"{reading}{first}", 1)
    study = read_registry_page(text.encode())[0]
    module = study.protocol_section.arms_interventions_module
    assert [one.name for one in module.interventions] == ["Reading", "hucMSCs"]
    assert page_extras(study) == {}


def test_a_section_that_comes_again_is_kept_apart() -> None:
    start = TEXT.index("Conditions\n")
    conditions = TEXT[start : TEXT.index("Study Design\n")]
    again = conditions.replace("Premature Ovarian Failure", "Asthma")
    study, oddities = read_registry_page(TEXT.replace("Sponsors\n", f"{again}Sponsors\n").encode())
    assert study.protocol_section.conditions_module.conditions == ("Premature Ovarian Failure",)
    assert page_extras(study) == {"otherSections": [{"heading": "Conditions", "text": "Asthma"}]}
    assert [oddity.path for oddity in oddities] == ["sourcePageSection.otherSections[0]"]


def test_a_summary_of_one_sentence_in_the_page_s_manner_is_not_taken_for_the_page_s() -> None:
    sentence = "Explore whether this study drug is safe for people who work at night."
    text = (
        f"A title\n\nNCT ID: NCT01234567\n\nBrief Summary\n\n{sentence}\n\nConditions\n\nAsthma\n"
    )
    study = read_registry_page(text.encode())[0]
    summary = study.protocol_section.description_module.brief_summary
    assert summary is not None
    assert summary.source == sentence


def test_a_page_may_have_its_sections_in_another_order() -> None:
    start, end = TEXT.index("Sponsors\n"), TEXT.index("Responsible Party\n")
    moved = TEXT[:start] + TEXT[end:]
    moved = moved.replace("Brief Summary\n", f"{TEXT[start:end]}Brief Summary\n", 1)
    assert read_registry_page(moved.encode())[0] == read_registry_page(TEXT.encode())[0]
