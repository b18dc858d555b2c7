"""Nothing is missing: what real XML records hold, element by element, is in what the tabs say."""

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from datetime import datetime

import pytest

from desktop_app.command_line.contexts import context_of_record
from desktop_app.readers.detect import read_bytes
from desktop_app.readers.reading import ReadRecord
from tests.presentation.leaves import TODAY, folded, text_of_all
from tests.real_records import needs_records, record_files

LEFT_OUT = re.compile(
    r"""/clinical_study/(?:
      required_header/(?:url|link_text)  # the same frame around every record
    | eligibility/criteria/.*      # arranged anew: compared word by word for the JSON
    | .*/@?group_id                # joins values to groups
    | .*/analyzed/scope            # tells whether a number is of a measure or of a class in it
    | .*/restrictive_agreement     # a sentence of the registry's that stands for a code
    | study_design                 # repeats elements in one line, in old files
    | @rank                        # the place in the result of a search
    )\Z""",
    re.VERBOSE,
)
REWORDED = {
    "Anticipated": "estimated",
    "Both": "All sexes",
    "Statistical Analysis Plan (SAP)": "Statistical analysis plan",
    "Informed Consent Form (ICF)": "Informed consent form",
    "Clinical Study Report (CSR)": "Clinical study report",
    "Educational/Counseling/Training": "Educational, counseling or training",
    "Number of Participants": "Participants",
    "Observational [Patient Registry]": "Patient registry",
    "Standard Error of the Mean": "Standard error of mean",
    "Principal Investigators are NOT employed by the organization sponsoring the study.": "No",
    "All Principal Investigators ARE employed by the organization sponsoring the study.": "Yes",
}
"""What the registry words in XML otherwise than in its own newer form, whose words we use."""
_FRAMES = re.compile(
    r"""(?:Information\ obtained\ from\ ClinicalTrials\.gov
        | ClinicalTrials\.gov\ processed\ this\ data)\ on\ (?P<day>.*)
    | https?://\S+/(?P<file>[^/\s]+\.pdf)
    """,
    re.VERBOSE,
)
"""What stands around a date or the name of a file."""
_TOTALS = re.compile(r"Total(?:, (?:serious|other) adverse events|, all-cause mortality)?\Z")
_DATE_FORMS = (("%B %d, %Y", "%Y-%m-%d"), ("%B %Y", "%Y-%m"), ("%m/%Y", "%Y-%m"))
CHUNKS = 4


def _leaves(element: ET.Element, above: str = "") -> Iterator[tuple[str, str]]:
    path = f"{above}/{element.tag}"
    for name, value in element.attrib.items():
        yield f"{path}/@{name}", folded(value)
    if not len(element) and element.text and element.text.strip():
        yield path, folded(element.text)
    for part in element:
        yield from _leaves(part, path)


def _as_shown(path: str, leaf: str) -> str:
    """Return an element's text as the registry's newer form has it."""
    if "expanded_access_type_" in path:
        return path.rsplit("_", 1)[1]
    framed = _FRAMES.match(leaf)
    leaf = (framed["day"] or framed["file"]) if framed else leaf
    for written, shown in _DATE_FORMS:
        try:
            return datetime.strptime(leaf, written).strftime(shown)
        except ValueError:
            continue
    return REWORDED.get(leaf, leaf).replace(" ext ", " extension ")


def _parts(path: str, leaf: str) -> list[str]:
    """Return what is told each by itself: ``Double (Participant, Investigator)``."""
    return re.split("[(,)]| Blind", leaf) if path.endswith("/masking") else [leaf]


def _bare(text: str) -> str:
    """Return letters and digits alone: rewording changes brackets, spaces and capitals."""
    return re.sub(r"[\W_]+", "", text).casefold()


def _missing(record: ReadRecord) -> list[tuple[str, str]]:
    text = _bare(text_of_all(record.study, context_of_record(record, TODAY)))
    found = set(_leaves(ET.fromstring(record.document.content)))
    return [
        (path, leaf[:100])
        for path, leaf in sorted(found)
        if not LEFT_OUT.match(path)
        and not _TOTALS.match(leaf)
        and any(_bare(part) not in text for part in _parts(path, _as_shown(path, leaf)))
    ]


@needs_records
@pytest.mark.parametrize("first", range(CHUNKS))
def test_every_element_of_an_xml_record_is_in_its_tabs(first: int) -> None:
    missing = {}
    for file in record_files("ctgov_xml", "*.xml")[first::CHUNKS]:
        for record in read_bytes(file.read_bytes(), file.name):
            assert isinstance(record, ReadRecord)
            missing[file.name] = _missing(record)
    assert len(missing) > 50
    assert not {name: found for name, found in missing.items() if found}
