import re
from datetime import UTC, date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.export.citation.bibtex import bibtex_citations, escaped
from desktop_app.export.citation.ris import ris_citations
from desktop_app.export.source import Source
from desktop_app.presentation.context import NOTHING_KNOWN, Context, HeldVersion, Provenance
from desktop_app.study.study import Study
from tests.studies import study_with

STUDY = study_with(
    identificationModule={
        "nctId": "NCT01234567",
        "briefTitle": "Aspirin & Rest in 50% of_Cases\n",
        "acronym": "ARC",
    },
    sponsorCollaboratorsModule={"leadSponsor": {"name": "Société Générale Co., Ltd."}},
    statusModule={
        "overallStatus": "COMPLETED",
        "lastUpdatePostDateStruct": {"date": "2025-12-04", "type": "ACTUAL"},
    },
    designModule={"studyType": "INTERVENTIONAL"},
    descriptionModule={"briefSummary": "First line.\n\nSecond \\*line."},
    conditionsModule={"conditions": ["Asthma", "COPD"]},
    referencesModule={"references": [{"pmid": "1", "type": "RESULT", "citation": "A paper."}]},
)
IMPORTED = Context(
    provenance=Provenance(HeldVersion("", "", "", 0, imported_at=datetime(2026, 11, 3, tzinfo=UTC)))
)


def _source(study: Study, context: Context = NOTHING_KNOWN) -> Source:
    return Source(study, b"{}", "x.json", "00", context)


def _titled(title: str, nct_id: str = "NCT01234567") -> Source:
    return _source(study_with(identificationModule={"nctId": nct_id, "briefTitle": title}))


RIS = """\
TY  - RPRT
ID  - NCT01234567
AU  - Société Générale Co., Ltd.
TI  - Aspirin & Rest in 50% of_Cases
ST  - ARC
PY  - 2025
DA  - 2025/12/04
PB  - ClinicalTrials.gov
M3  - Clinical trial registration
SN  - NCT01234567
DB  - ClinicalTrials.gov
AN  - NCT01234567
UR  - https://clinicaltrials.gov/study/NCT01234567
Y2  - 2026/11/03
N1  - ClinicalTrials.gov identifier NCT01234567. Version of the record: 2025-12-04. Overall \
recruitment status: Completed.
AB  - First line. Second *line.
KW  - Asthma
KW  - COPD
ER  - \

"""

BIBTEX = r"""@misc{NCT01234567,
  author = {{Société Générale Co., Ltd.}},
  title = {{Aspirin \& Rest in 50\% of\_Cases}},
  shorttitle = {{ARC}},
  year = {2025},
  month = dec,
  howpublished = {ClinicalTrials.gov},
  type = {Clinical trial registration},
  number = {NCT01234567},
  url = {https://clinicaltrials.gov/study/NCT01234567},
  urldate = {2026-11-03},
  note = {ClinicalTrials.gov identifier NCT01234567. Version of the record: 2025-12-04. Overall recruitment status: Completed.},
  keywords = {Asthma, COPD},
}
"""  # noqa: E501 - a field is one line


def test_a_record_is_cited_as_reference_managers_read_it() -> None:
    assert ris_citations([_source(STUDY, IMPORTED)]).decode() == RIS.replace("\n", "\r\n")


def test_a_record_is_cited_for_bibtex() -> None:
    assert bibtex_citations([_source(STUDY, IMPORTED)]).decode() == BIBTEX


def test_what_a_record_does_not_state_is_left_out_of_its_citation() -> None:
    ris = ris_citations([_source(Study())]).decode()
    tags = [line[:2] for line in ris.splitlines()]
    assert tags == ["TY", "ID", "TI", "PB", "M3", "DB", "N1", "ER"]
    assert "Version of the record: date not stated." in ris
    bibtex = bibtex_citations([_source(Study())]).decode()
    assert bibtex.startswith("@misc{study,\n  title = {{No title in this record}},\n")
    assert "url" not in bibtex
    assert "year" not in bibtex


@pytest.mark.parametrize(
    ("stated", "shown", "month"),
    [("2020", "2020//", ""), ("2020-03", "2020/03/", "mar"), ("2020-03-09", "2020/03/09", "mar")],
)
def test_a_date_is_as_precise_as_the_record_states_it(stated: str, shown: str, month: str) -> None:
    source = _source(study_with(statusModule={"lastUpdateSubmitDate": stated}))
    assert f"DA  - {shown}\r\n" in ris_citations([source]).decode()
    assert (f"month = {month}," in bibtex_citations([source]).decode()) == bool(month)


def test_the_keys_of_a_file_differ() -> None:
    sources = [_titled("a"), _titled("b", "nct01234567"), _titled("c", ""), _titled("d", "")]
    keys = re.findall(r"@misc\{(.*),", bibtex_citations(sources).decode())
    assert keys == ["NCT01234567", "nct01234567_2", "study", "study_2"]
    ids = re.findall(r"ID  - (.*)\r\n", ris_citations(sources).decode())
    assert ids == keys


def test_an_observational_study_is_no_trial() -> None:
    source = _source(study_with(designModule={"studyType": "OBSERVATIONAL"}))
    assert "M3  - Clinical study registration\r\n" in ris_citations([source]).decode()


def test_no_text_can_end_its_line_and_begin_a_tag_of_its_own() -> None:
    title = "A\r\nER  - \r\n\r\nTY  - JOUR\u2028TI  - B\x85X"
    ris = ris_citations([_titled(title)]).decode()
    assert len(re.findall(r"(?m)^TY  - ", ris)) == 1
    assert "TI  - A ER - TY - JOUR TI - B X\r\n" in ris


def test_what_latex_would_carry_out_is_escaped() -> None:
    assert escaped(r"\input{x} ~^ &%$#_ é") == (
        r"\textbackslash{}input\textbraceleft{}x\textbraceright{}"
        r" \textasciitilde{}\textasciicircum{} \&\%\$\#\_ é"
    )


@settings(deadline=None)
@given(st.text(max_size=40))
def test_whatever_a_title_holds_the_braces_are_balanced(title: str) -> None:
    entry = bibtex_citations([_titled(title)]).decode()
    depth = 0
    for character in entry.rstrip()[:-1]:
        depth += {"{": 1, "}": -1}.get(character, 0)
        assert depth >= 1 or character in "@misc"
    assert depth == 1


def test_day_of_access_is_not_the_day_of_printing() -> None:
    context = Context(today=date(2026, 11, 25))
    assert b"urldate" not in bibtex_citations([_source(STUDY, context)])
    assert b"Y2" not in ris_citations([_source(STUDY, context)])
