"""Nothing is missing: what each real record holds is in what header and tabs say of it."""

import re

import pytest

from desktop_app.export.text import to_text
from desktop_app.presentation.eligibility import eligibility_sections
from desktop_app.study.study import Study
from tests.presentation.leaves import folded, leaves, missing_words, text_of_all
from tests.real_records import needs_records, record_files

LEFT_OUT = frozenset(
    {
        "group_id",  # joins values to groups of results
        "group_ids",  # likewise
        "lat",  # places the dots of the map
        "lon",  # likewise
        "eligibility_criteria",  # arranged anew: compared word by word below
    }
)
JOINS_ONLY = frozenset({"id"})
"""In results, what ``group_id`` names; elsewhere an id is told."""
WORDED = {
    ".expanded_access_types.individual": "individual",
    ".expanded_access_types.intermediate": "intermediate",
    ".expanded_access_types.treatment": "treatment",
    ".unposted_events.date_unknown": "date unknown",
    ".submission_infos.unrelease_date_unknown": "date unknown",
}
"""What is not said as Yes or No, and how it is said instead."""
CHUNKS = 8
_NUMBER = re.compile(r"\d[\d.,\u202f-]*")


def _all_leaves(study: Study) -> set[tuple[str, str]]:
    found = set(leaves(study.results_section, LEFT_OUT | JOINS_ONLY))
    for name in ("protocol_section", "document_section", "annotation_section", "derived_section"):
        found |= set(leaves(getattr(study, name), LEFT_OUT))
    return found


def _missing(study: Study, text: str) -> list[tuple[str, str]]:
    lower = text.lower()
    numbers = {*text.split(), *_NUMBER.findall(text)}
    missing = []
    for path, leaf in _all_leaves(study):
        words = next((said for end, said in WORDED.items() if path.endswith(end)), leaf)
        if _NUMBER.fullmatch(words):
            # A number is told only where it stands by itself.
            is_told = words in numbers
        else:
            # Codes, ages, Yes and No stand at the beginning of a line or within one.
            is_told = words in text or (words.islower() and words in lower)
        if not is_told:
            missing.append((path, leaf[:100]))
    return missing


@needs_records
@pytest.mark.parametrize("first", range(CHUNKS))
def test_every_leaf_of_a_record_is_in_its_tabs(first: int) -> None:
    missing = {}
    for file in record_files("ctgov_json")[first::CHUNKS]:
        study = Study.model_validate_json(file.read_bytes())
        missing[file.name] = _missing(study, text_of_all(study))
    assert len(missing) > 100
    assert not {name: found for name, found in missing.items() if found}


@needs_records
def test_every_word_of_the_criteria_is_in_the_eligibility_tab() -> None:
    missing = {}
    for file in record_files("ctgov_json"):
        study = Study.model_validate_json(file.read_bytes())
        text = study.protocol_section.eligibility_module.eligibility_criteria
        shown = folded(to_text(eligibility_sections(study)))
        missing[file.name] = missing_words(text.plain if text else "", shown)
    assert not {name: found for name, found in missing.items() if found}
