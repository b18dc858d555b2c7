import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.registry.identifiers import advice_on, read_request
from desktop_app.study.nct_numbers import format_nct_id

ONE = "NCT03816852"


@pytest.mark.parametrize(
    "text",
    [
        "NCT03816852",
        "nct 03816852",
        "NCT-03816852",
        "NCT‑03816852",
        "NCT#03816852",
        "NCT: 03816852",
        "NCT No. 03816852",
        "NCT number 03816852",
        "N.C.T. 03816852",
        "NCT3816852",
        "NCT0003816852",
        "NCT 0381 6852",
        "03816852",
        " (NCT03816852). ",
        "“NCT03816852”",
        "NCT\u200b03816852",
        "ＮＣＴ０３８１６８５２",
        "NCT٠٣٨١٦٨٥٢",
        "https://clinicaltrials.gov/study/NCT03816852",
        "https://www.clinicaltrials.gov/study/NCT03816852?tab=history&a=1#more",
        "clinicaltrials.gov/show/NCT03816852",
        "https://clinicaltrials.gov/ct2/show/NCT03816852?term=asthma&rank=12",
        "http://clinicaltrials.gov/ct2/show/study/NCT03816852",
        "https://classic.clinicaltrials.gov/ct2/history/NCT03816852",
        "https://clinicaltrials.gov/api/v2/studies/NCT03816852?format=json",
        "https://example.org/?to=https%3A%2F%2Fclinicaltrials.gov%2Fstudy%2FNCT03816852",
        "https://trialsearch.who.int/Trial2.aspx?TrialID=NCT03816852",
        "Please look at NCT03816852, the one on iSCLife (see 2024), by Friday 12345678.",
        "NCT03816852_Protocol_v2.pdf",
        "NCT03816852and",
    ],
)
def test_a_number_is_read_in_any_dress(text: str) -> None:
    request = read_request(text)
    assert request.nct_ids == (ONE,)
    assert not request.advice


@pytest.mark.parametrize("text", ["NCTO3816852", "nctO38I6852", "NCT 038l6852"])
def test_letters_that_look_like_digits_are_read_and_told(text: str) -> None:
    request = read_request(text)
    assert request.nct_ids == (ONE,)
    assert "was read as NCT03816852" in request.advice


@pytest.mark.parametrize(
    ("text", "digits"),
    [("NCT123", 3), ("NCT0381685", 7), ("nct 1", 1), ("NCT038168521", 9), ("NCT1234567890", 10)],
)
def test_a_number_of_another_length_is_told(text: str, digits: int) -> None:
    request = read_request(text)
    assert request.nct_ids == ()
    assert text in request.advice
    assert f"{digits} digit" in request.advice
    assert "eight" in request.advice
    assert request.is_unfinished


@pytest.mark.parametrize(
    ("text", "registry"),
    [
        ("2004-000446-20", "EU Clinical Trials Register"),
        ("EudraCT: 2004–000446–20", "EU Clinical Trials Register"),
        ("EUCTR2004-000446-20-GB", "EU Clinical Trials Register"),
        ("EUCTR2004-000446-20", "EU Clinical Trials Register"),
        ("CTIS2022-500014-26-00", "CTIS"),
        ("2022-500014-26-00", "CTIS"),
        ("2022-500014-26", "CTIS"),
        ("https://euclinicaltrials.eu/ctis-public/view/2022-500014-26-00", "CTIS"),
        ("ISRCTN12345678", "ISRCTN"),
        ("https://www.isrctn.com/ISRCTN12345678", "ISRCTN"),
        ("ChiCTR2000029308", "ChiCTR"),
        ("ChiCTR-TRC-08000001", "ChiCTR"),
        ("jRCT2031200001", "jRCT"),
        ("JPRN-UMIN000012345", "UMIN"),
        ("DRKS00012345", "DRKS"),
        ("ACTRN12605000001640", "ANZCTR"),
        ("CTRI/2020/01/012345", "CTRI"),
        ("NTR1234", "Dutch"),
        ("NL9999", "Dutch"),
        ("IRCT20080901001157N16", "IRCT"),
        ("KCT0001234", "CRIS"),
        ("PACTR202001534542", "PACTR"),
        ("RBR-6bg3hk", "ReBEC"),
        ("SLCTR/2020/012", "SLCTR"),
        ("TCTR20200101001", "TCTR"),
        ("PER-012-20", "REPEC"),
        ("RPCEC00000123", "RPCEC"),
        ("U1111-1234-5678", "ICTRP"),
    ],
)
def test_a_number_of_another_registry_is_told(text: str, registry: str) -> None:
    request = read_request(text)
    assert request.nct_ids == ()
    assert registry in request.advice
    assert "NCT number" in request.advice
    assert not request.is_unfinished


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("https://clinicaltrials.gov/search?cond=asthma", "no single study"),
        ("https://pubmed.ncbi.nlm.nih.gov/31234567/", "pubmed.ncbi.nlm.nih.gov is not"),
        ("https://clinicaltrials.gov@example.org/study", "example.org is not"),
        ("https://clinicaltrials.gov.example.org/study", "clinicaltrials.gov.example.org is not"),
        ("www.example.org", "www.example.org is not"),
        ("NCT00000000", "no study has it"),
    ],
)
def test_what_leads_to_no_record_is_told(text: str, told: str) -> None:
    request = read_request(text)
    assert request.nct_ids == ()
    assert told in request.advice


@pytest.mark.parametrize(
    "text", ["", "asthma", "NCT", "nctd", "asthma in 2019", "31234567", "20260101", "A 1234567"]
)
def test_other_words_are_left_alone(text: str) -> None:
    assert not read_request(text)
    assert read_request(text).advice == ""


def test_each_number_of_a_text_comes_once_in_its_order() -> None:
    text = "NCT00000102 and NCT03816852; NCT-102? No: nct00000102, NCT00000104/NCT00000105."
    request = read_request(text)
    assert request.nct_ids == ("NCT00000102", ONE, "NCT00000104", "NCT00000105")
    assert "NCT-102" in request.advice


@pytest.mark.parametrize(
    "text",
    [
        "NCT Number\nNCT03816852\nNCT00000102\n",
        "03816852\t00000102",
        '"NCT03816852","NCT00000102"',
        "NCT03816852NCT00000102",
        "NCT03816852\r\n00000102\r\n",
    ],
)
def test_a_column_of_numbers_is_read(text: str) -> None:
    request = read_request(text)
    assert request.nct_ids == (ONE, "NCT00000102")


def test_numbers_alone_are_told_from_numbers_in_a_text() -> None:
    assert read_request("NCT03816852, NCT00000102").is_numbers
    assert not read_request("asthma NCT03816852").is_numbers


def test_five_thousand_numbers_are_read() -> None:
    wanted = tuple(format_nct_id(number) for number in range(100, 5_100))
    assert read_request("\n".join(wanted)).nct_ids == wanted


def test_many_that_cannot_be_fetched_are_told_in_two_sentences() -> None:
    request = read_request("NCT03816852 NCT1 NCT2 NCT3 ISRCTN12345678 DRKS00012345")
    assert request.nct_ids == (ONE,)
    assert len(request.others) == 5
    told = "NCT1, NCT2, NCT3 and 2 more cannot be fetched."
    assert advice_on(request.others).startswith(told)


def test_an_address_beside_a_number_is_no_matter() -> None:
    assert read_request("NCT03816852, yours, A. Nurse, https://clinic.example.org").advice == ""


@given(st.integers(1, 9_999_999), st.sampled_from(["NCT{}", "nct {}", " NCT-{}.", "x/NCT{}?y"]))
def test_every_number_is_read(number: int, form: str) -> None:
    assert read_request(form.format(f"{number:08d}")).nct_ids == (format_nct_id(number),)


@given(st.text(alphabet=st.sampled_from("NCTnct0123456789OoIl -./%:|#2Fhtps") | st.characters()))
def test_any_text_is_read(text: str) -> None:
    request = read_request(text)
    assert all(len(one) == 11 and one.startswith("NCT") for one in request.nct_ids)
    assert len(set(request.nct_ids)) == len(request.nct_ids)


@pytest.mark.parametrize("part", ["NCT", "0", "NCT 0", "2019-", "http://", "N.C.T. ", "|", "O"])
def test_a_long_text_takes_time_by_its_length(part: str) -> None:
    read_request(part * (100_000 // len(part)))


@pytest.mark.parametrize("between", ["\n", " and ", ", ", '","'])
def test_of_a_long_text_no_number_is_lost(between: str) -> None:
    numbers = [f"NCT{number:08}" for number in range(1, 30_001)]
    read: list[int] = []
    request = read_request(between.join(numbers), read.append)
    assert request.nct_ids == tuple(numbers)
    assert not request.others
    assert request.is_numbers == (between != " and ")
    assert read[0] == 0
    assert read[-1] < len(between.join(numbers))
    assert read == sorted(read)
    assert len(read) > 3


def test_numbers_alone_stay_none_beside_words_far_off() -> None:
    bare = "01234567\n" * 20_000
    assert read_request(bare).nct_ids == ("NCT01234567",)
    assert read_request(bare).is_numbers
    assert not read_request(f"{bare}\nweighed").nct_ids
    assert not read_request(f"weighed{' ' * 300_000}{bare}").nct_ids


def test_reading_a_long_text_can_be_left() -> None:
    def leave(_read: int) -> None:
        raise InterruptedError

    with pytest.raises(InterruptedError):
        read_request("x" * 1_000_000, leave)


def test_what_is_said_of_an_address_without_an_end_is_short() -> None:
    (other,) = read_request("www." * 50_000).others
    assert len(other.text) <= 100
    assert len(other.advice) < 500
