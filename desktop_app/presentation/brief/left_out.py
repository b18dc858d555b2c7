"""How much a brief leaves out, in words that stand where it was."""

from collections.abc import Iterator

from desktop_app.languages import _, ngettext
from desktop_app.presentation.section import Paragraph
from desktop_app.presentation.wording import grouped


def in_full_record(left_out: str) -> Iterator[Paragraph]:
    """Yield a line that says what only the full record has; nothing where that is nothing."""
    if left_out:
        yield Paragraph(left_out_words(left_out), is_quiet=True)


def left_out_words(left_out: str) -> str:
    """Return what only the full record has: ``… 3 more sentences in the full record``."""
    # Translators: {left_out} is "3 more criteria", "2 more arms and 5 more interventions".
    return _("… {left_out} in the full record").format(left_out=left_out)


def more_sentences(count: int) -> str:
    """Return how many sentences are left out; empty where none is."""
    return _more(ngettext("{count} more sentence", "{count} more sentences", count), count)


def more_arms(noun: str, count: int) -> str:
    """Return how many arms or groups are left out; empty where none is."""
    if noun == "group":
        return _more(ngettext("{count} more group", "{count} more groups", count), count)
    return _more(ngettext("{count} more arm", "{count} more arms", count), count)


def more_interventions(count: int) -> str:
    """Return how many interventions are left out; empty where none is."""
    return _more(ngettext("{count} more intervention", "{count} more interventions", count), count)


def more_outcomes(count: int) -> str:
    """Return how many primary outcomes are left out; empty where none is."""
    words = ngettext("{count} more primary outcome", "{count} more primary outcomes", count)
    return _more(words, count)


def more_contacts(count: int) -> str:
    """Return how many contacts are left out; empty where none is."""
    return _more(ngettext("{count} more contact", "{count} more contacts", count), count)


def more_sites(count: int) -> str:
    """Return how many sites are left out; empty where none is."""
    return _more(ngettext("{count} more site", "{count} more sites", count), count)


def _more(words: str, count: int) -> str:
    return words.format(count=grouped(count)) if count else ""
