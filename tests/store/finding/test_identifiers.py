from pathlib import Path
from typing import Any

import pytest

from desktop_app.store.library import Library
from tests.store.synthetic import open_library, record


def numbered(number: int, org: str, *others: str, **more: Any) -> Any:
    ids = {"orgStudyIdInfo": {"id": org}, "secondaryIdInfos": [{"id": one} for one in others]}
    return record(number, identification={**ids, **more})


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    folder: Path = tmp_path_factory.mktemp("identifiers")
    library = open_library(folder)
    for each in (
        numbered(3_816_852, "SCLnow-HNRM-01", "2019-001234-10"),
        numbered(2, "CC-5013-MM-003", "ISRCTN12345678", "U1111-1234-5678"),
        numbered(3, "D5336C00001", "EudraCT: 2015-000111-22", "jRCT2031200001"),
        numbered(4, "4711", "ChiCTR-TRC-08000001", "2023-501234-10-00", "DRKS00012345"),
        numbered(5, "X-77 (Part B)", "CTRI/2020/01/012345", "ACTRN12605000001640"),
        numbered(6, "2019-001234-10-ext", nctIdAliases=["NCT00000030"]),
    ):
        library.add(each)
    return library


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("NCT03816852", [3_816_852]),
        (" nct 3816852 ", [3_816_852]),
        ("NCT‑03816852", [3_816_852]),
        ("https://clinicaltrials.gov/study/NCT03816852?tab=table", [3_816_852]),
        ("See NCT00000002, NCT03816852 and NCT00000002.", [2, 3_816_852]),
        ("NCT00000030", [6]),
        ("NCT09999999", []),
        ("2019-001234-10", [3_816_852]),
        ("2019–001234–10", [3_816_852]),
        ("2019 001234 10", [3_816_852]),
        ("EudraCT number 2019-001234-10.", [3_816_852]),
        ("https://www.clinicaltrialsregister.eu/ctr-search/trial/2019-001234-10/ES", [3_816_852]),
        ("201900123410", [3_816_852]),
        ("2015-000111-22", [3]),
        ("2023-501234-10-00", [4]),
        ("ISRCTN12345678", [2]),
        ("isrctn 12345678", [2]),
        ("https://www.isrctn.com/ISRCTN12345678", [2]),
        ("U1111-1234-5678", [2]),
        ("JRCT2031200001", [3]),
        ("ChiCTR-TRC-08000001", [4]),
        ("chictr trc 08000001", [4]),
        ("DRKS 00012345", [4]),
        ("CTRI/2020/01/012345", [5]),
        ("ACTRN12605000001640p", []),
        ("ACTRN12605000001640", [5]),
        ("sclnow hnrm 01", [3_816_852]),
        ("SCLnow-HNRM-01", [3_816_852]),
        ("CC-5013-MM-003", [2]),
        ("The protocol CC-5013-MM-003, version 2", [2]),
        ("4711", [4]),
        ("X-77 (Part B)", [5]),
        ("asthma in 2019", []),
        ("", []),
        ("12", []),
        ("-" * 5_000, []),
    ],
)
def test_an_identifier_is_found_as_people_paste_it(
    library: Library, text: str, numbers: list[int]
) -> None:
    assert library.find_identifier(text) == tuple(f"NCT{number:08d}" for number in numbers)
