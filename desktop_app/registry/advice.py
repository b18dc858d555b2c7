"""What is said of a number or an address by which nothing can be fetched: why, and what to do."""

from desktop_app.languages import _, ngettext
from desktop_app.study.trial_numbers import TrialNumber


def about_length(text: str, digits: int) -> str:
    """Return what to say of an NCT number that has not eight digits, or zeros alone."""
    words = ngettext(
        "{number} is no NCT number: it has {count} digit, and an NCT number has eight. Check the"
        " number that you were given.",
        "{number} is no NCT number: it has {count} digits, and an NCT number has eight. Check the"
        " number that you were given.",
        digits,
    )
    if digits == 8:
        words = _(
            "{number} is no NCT number: no study has it. Check the number that you were given."
        )
    return words.format(number=text, count=digits)


def about_likeness(text: str, nct_id: str) -> str:
    """Return what to say of a number in which letters stand for digits that look like them."""
    words = _("{text} was read as {nct_id}, for there are letters among its digits.")
    return words.format(text=text, nct_id=nct_id)


def about_registry(number: TrialNumber) -> str:
    """Return which registry a number belongs to, and how to come to the study all the same."""
    assert number.registry is not None
    words = _(
        "{number} belongs to another registry, {registry}. Only records of ClinicalTrials.gov can"
        " be fetched and imported here. Many trials are in both: look for the trial at {address};"
        " where its record names an NCT number, type that here."
    )
    return words.format(
        number=number.text, registry=number.registry.name, address=number.registry.address
    )


def about_address(host: str, *, is_registry: bool) -> str:
    """Return what to say of an address without a number, at the registry or elsewhere."""
    if is_registry:
        return _(
            "This address of ClinicalTrials.gov leads to no single study. Open the study there, and"
            " copy its address or its NCT number; or search the registry from here."
        )
    words = _(
        "{site} is not ClinicalTrials.gov, and nothing is fetched from other sites. Where the page"
        " names an NCT number, type that here; a record that it offers as a file can be imported"
        " if it is one of ClinicalTrials.gov."
    )
    return words.format(site=host)


def about_nothing() -> str:
    """Return what to say of a text in which no number stands."""
    return _(
        "There is no NCT number in this text. It is written as NCT and eight digits: NCT03816852."
    )
