"""What stands above and below the questions of a handout."""

from dataclasses import dataclass
from datetime import date

from desktop_app.languages import N_, _
from desktop_app.presentation.brief import brief_of
from desktop_app.study.study import Study

WARNING = N_(
    "This sheet is made from a public registry record. It is not medical advice, and it does not"
    " say whether a person can or should join. Ask the study team or your doctor."
)


@dataclass(frozen=True, slots=True)
class HandoutTitle:
    """The title block of a handout; ``address`` is where the registry shows the record, or empty.

    ``acronym`` is empty where there is none; ``record_date`` says so where it is not stated.
    """

    title: str
    acronym: str
    nct_id: str
    record_date: str
    address: str
    warning: str
    printed: date


def handout_title(study: Study, today: date) -> HandoutTitle:
    """Return the title block; ``today`` is the day on which the handout is printed."""
    brief = brief_of(study, today)
    return HandoutTitle(
        title=brief.titles.brief,
        acronym=brief.titles.acronym,
        nct_id=brief.identity.nct_id,
        record_date=brief.identity.record_date,
        address=brief.identity.address,
        warning=_(WARNING),
        printed=today,
    )
