import pytest

from desktop_app.errors import RegistryError
from desktop_app.registry.addresses import checked_base, host_name, redirected, study_number

HTTPS = "https://clinicaltrials.gov/api/v2/studies/NCT00000101"


@pytest.mark.parametrize(
    "address",
    [
        "https://mirror.example/api/v2",
        "http://localhost:8080",
        "http://127.0.0.2/api",
        "http://[::1]/api",
        "https://m\u00fcnchen.example",
        "https://mirror_1.example.",
    ],
)
def test_a_base_is_of_https_or_of_this_computer(address: str) -> None:
    assert checked_base(f" {address}// ") == address


@pytest.mark.parametrize(
    "address",
    [
        "http://clinicaltrials.gov/api/v2",
        "http://localhost.example/",
        "http://127.0.0.1.example/",
        "http://10.0.0.1/",
    ],
)
def test_a_base_that_could_be_read_on_the_way_is_refused(address: str) -> None:
    with pytest.raises(RegistryError, match="begins with https://"):
        checked_base(address)


@pytest.mark.parametrize(
    "address",
    [
        *("mirror", "ftp://mirror.example", "https://", "file:///etc/passwd", "https://["),
        *("https://me:secret@mirror.example", "https://mirror.example/?a=b", "https://a b"),
        *("https://mirror.example:port", "https://mirror.example/#x", "javascript:alert(1)"),
        *("https://a..b", "https://<b>x</b>", "https://a;b", "https://%", "https://."),
        *(f"https://{'a' * 64}.example", f"https://{'a.' * 200}example", "https://a%00b/"),
    ],
)
def test_what_is_no_base_is_refused_with_an_example(address: str) -> None:
    with pytest.raises(RegistryError, match="It should look like https:"):
        checked_base(address)


@pytest.mark.parametrize(
    ("location", "target"),
    [
        ("/api/v2/studies/NCT2", "https://clinicaltrials.gov/api/v2/studies/NCT2"),
        ("NCT2#part", "https://clinicaltrials.gov/api/v2/studies/NCT2"),
        ("https://other.example/x", "https://other.example/x"),
        ("//other.example/x", "https://other.example/x"),
        ("http://clinicaltrials.gov/x", ""),
        ("http://127.0.0.1/x", ""),
        ("file:///etc/passwd", ""),
        ("https://me@other.example/", ""),
        ("https://[", ""),
        ("https://other.example/\u00e9", ""),
        ("/a\tb c", ""),
        ("https://a..b/x", ""),
        ("https://<b>x</b>/", ""),
    ],
)
def test_a_redirect_stays_within_https(location: str, target: str) -> None:
    assert redirected(HTTPS, location) == target


def test_a_redirect_of_a_server_of_this_computer_may_stay_there() -> None:
    assert redirected("http://127.0.0.1:1/a", "/b") == "http://127.0.0.1:1/b"
    assert redirected("http://127.0.0.1:1/a", "http://clinicaltrials.gov/b") == ""
    assert redirected("http://127.0.0.1:1/a", "https://mirror.example/b")


def test_the_registry_is_called_by_its_name() -> None:
    assert host_name(HTTPS) == "ClinicalTrials.gov"
    assert host_name("https://mirror.example:8443/x") == "mirror.example:8443"


def test_numbers_are_those_of_the_interface() -> None:
    assert study_number(" nct03816852\n") == "NCT03816852"
    assert study_number("NCT1") == "NCT1"
    assert not any(map(study_number, ("NCT0", "NCT", "NCT123456789", "NCT１", "x")))
