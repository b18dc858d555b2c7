"""How changes are called in the menu, and how they are told of."""

from collections.abc import Collection

from desktop_app.languages import ngettext
from desktop_app.presentation.wording import grouped
from desktop_app.study.nct_numbers import format_nct_id


def studies_words(nct_numbers: Collection[int]) -> str:
    """Return what studies are called: the number of one, or how many they are."""
    count = len(nct_numbers)
    if count == 1:
        return format_nct_id(next(iter(nct_numbers)))
    return ngettext("{count} study", "{count} studies", count).format(count=grouped(count))
