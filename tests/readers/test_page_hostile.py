"""Pages made to hurt: large, repetitive, with marks that lead nowhere."""

import time

import pytest

from desktop_app.readers.registry_page import looks_like_registry_page, read_registry_page
from desktop_app.resource_files import resource_path
from desktop_app.study.study import Study

TEXT = resource_path("samples", "NCT03816852.txt").read_text(encoding="utf-8")
BARE = "\n".join(line for line in TEXT.split("\n") if line)
START = "Premature ovarian insufficiency"
MEGABYTE = 1_000_000


def study_of(text: str) -> Study:
    return read_registry_page(text.encode())[0]


def description_of(study: Study) -> str:
    description = study.protocol_section.description_module.detailed_description
    return description.source if description else ""


def test_five_megabytes_of_text_are_kept_whole() -> None:
    words = "x " * (5 * MEGABYTE // 2)
    assert description_of(study_of(TEXT.replace(START, words + START, 1))).startswith(words)


@pytest.mark.parametrize("heading", ["Conditions", "Study Groups", "References", "Brief Summary"])
@pytest.mark.parametrize("text", [TEXT, BARE], ids=["spaced", "bare"])
def test_a_heading_ten_thousand_times_over_is_the_author_s_text(heading: str, text: str) -> None:
    study = study_of(text.replace(START, f"{heading}\n\n" * 10_000 + START, 1))
    assert description_of(study).split("\n\n")[:10_000] == [heading] * 10_000
    plain = study_of(TEXT).protocol_section
    assert study.protocol_section.conditions_module == plain.conditions_module
    assert study.protocol_section.arms_interventions_module == plain.arms_interventions_module


def test_a_heading_with_its_sentence_ten_thousand_times_over_is_told_once() -> None:
    start, end = TEXT.index("Conditions\n"), TEXT.index("Study Design\n")
    study, oddities = read_registry_page(
        (TEXT[:start] + TEXT[start:end] * 10_000 + TEXT[end:]).encode()
    )
    assert study.protocol_section.conditions_module.conditions == ("Premature Ovarian Failure",)
    assert len(oddities) == 1


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("SUSPENDED", "SUS" + " " * MEGABYTE + "PENDED?"),
        ("PHASE2", "PHASE2" + " /" * MEGABYTE),
        ("12 participants", "12" + " " * MEGABYTE + "participants?"),
        ("2018-10-01", "2018" + "(" * MEGABYTE),
        ("Zhengzhou, ", "Zhengzhou, " * 100_000),
        ("Participants Investigators", "Participants " * 100_000),
        ("Role: STUDY_DIRECTOR", "Role:" + " " * MEGABYTE + "X"),
        ("19 Years", "1" * MEGABYTE),
        ("NCT05138367 COMPLETED", "NCT05138367 " + "PHASE1, " * 100_000),
        ("Last Updated: ", "Last Updated: " + "\t" * MEGABYTE + "x"),
        (START, "\0" * MEGABYTE + START),
        (START, "\n" * MEGABYTE + START),
        ("High dose group\n", "G\n\nGroup Type OTHER\n\n" * 20_000 + "High dose group\n"),
        ("Site Status\n", "Site Status\n\nH\n\nA, B, China\n\n" * 20_000 + "Site Status\n"),
        (START, "Aaa\n\nSee the things that this study is about and more.\n\n" * 5_000 + START),
    ],
    ids=lambda value: repr(value[:24]),
)
def test_nothing_makes_reading_hang(old: str, new: str) -> None:
    text = TEXT.replace(old, new, 1)
    assert text != TEXT
    start = time.process_time()
    study = study_of(text)
    # Each takes under a second; anything worse than linear would take minutes.
    assert time.process_time() - start < 30
    assert study.protocol_section.identification_module.nct_id == "NCT03816852"


@pytest.mark.parametrize(
    "text",
    ["NCT ID:" + " " * MEGABYTE, "NCT ID:\n" * 100_000, " \t" * MEGABYTE, "Sponsors \t" * 100_000],
    ids=["spaces", "labels", "blanks", "headings"],
)
def test_looking_at_other_text_does_not_hang(text: str) -> None:
    start = time.process_time()
    assert not looks_like_registry_page(text)
    assert time.process_time() - start < 10
