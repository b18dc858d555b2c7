"""Which of the numbers in a text the library holds, and what can be done about the others."""

from dataclasses import dataclass

from desktop_app.languages import _, ngettext
from desktop_app.presentation.wording import grouped
from desktop_app.punctuation import joined_sentences, listed
from desktop_app.registry.advice import about_nothing
from desktop_app.registry.identifiers import Request, read_request
from desktop_app.store.library import Library
from desktop_app.ui.tasks import Progress


@dataclass(frozen=True, slots=True)
class Offer:
    """The numbers of a text, by where they are; ``found`` are studies of other numbers in it.

    Numbers that are held under another number now stand among the held ones as they are now.
    """

    text: str
    request: Request
    held: tuple[str, ...] = ()
    trashed: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    found: tuple[str, ...] = ()

    @property
    def is_for_one(self) -> bool:
        """Whether a single number is meant."""
        return len(self.request.nct_ids) == 1

    @property
    def is_all_held(self) -> bool:
        """Whether there are numbers, and the library holds all of them."""
        return bool(self.held) and not self.is_to_be_done

    @property
    def is_to_be_done(self) -> bool:
        """Whether there are numbers that can be fetched or brought back."""
        return bool(self.missing or self.trashed)

    @property
    def words(self) -> str:
        """Return what the library holds of the numbers, with advice on what is no number."""
        return joined_sentences((_where(self), self.request.advice))

    @property
    def counted_words(self) -> str:
        """Return the same, also of a single number that is held."""
        if self.is_for_one and self.held:
            return _("{nct_id} is in your library.").format(nct_id=self.held[0])
        return self.words

    @property
    def fetch_words(self) -> str:
        """Return what fetching the missing ones is called."""
        if self.is_for_one:
            words = _("Fetch {nct_id} from ClinicalTrials.gov")
            return words.format(nct_id=self.missing[0])
        count = len(self.missing)
        words = ngettext(
            "Fetch {count} from ClinicalTrials.gov", "Fetch {count} from ClinicalTrials.gov", count
        )
        return words.format(count=grouped(count))

    @property
    def open_words(self) -> str:
        """Return what opening or listing the held ones is called."""
        count = len(self.held)
        words = ngettext("Open {count} held", "Open {count} held", count)
        return words.format(count=grouped(count))

    @property
    def restore_words(self) -> str:
        """Return what bringing those in the trash back is called."""
        if self.is_for_one:
            return _("Restore {nct_id} from the trash").format(nct_id=self.trashed[0])
        count = len(self.trashed)
        words = ngettext("Restore {count} from the trash", "Restore {count} from the trash", count)
        return words.format(count=grouped(count))


def look(library: Library, text: str, *, is_deep: bool, progress: Progress) -> Offer:
    """Read a text and look its numbers up; raises StoreError, and Cancelled for a newer text.

    Where there is no NCT number in it and it ``is_deep``, other numbers of studies are looked for.
    """
    progress(0)
    request = read_request(text, lambda _read: progress(0))
    held: dict[str, None] = {}
    trashed, missing = [], []
    for done, nct_id in enumerate(request.nct_ids):
        progress(done, len(request.nct_ids))
        summary = library.summary(nct_id)
        if summary is not None:
            held[summary.nct_id] = None
        elif library.is_trashed(nct_id):
            trashed.append(nct_id)
        else:
            missing.append(nct_id)
    is_other = is_deep and not request.nct_ids
    found = library.find_identifier(text) if is_other else ()
    return Offer(text, request, tuple(held), tuple(trashed), tuple(missing), found)


def no_number_words(offer: Offer) -> str:
    """Return what to say of a text in which there is nothing that could be opened or fetched."""
    return offer.request.advice or about_nothing()


def _where(offer: Offer) -> str:
    numbers = offer.request.nct_ids
    if not numbers:
        return ""
    if offer.is_for_one:
        if offer.trashed:
            return _("{nct_id} is in the trash.").format(nct_id=numbers[0])
        words = _("{nct_id} is not in your library.")
        return words.format(nct_id=numbers[0]) if offer.missing else ""
    counts = (
        (
            offer.held,
            ngettext("{count} in your library", "{count} in your library", len(offer.held)),
        ),
        (
            offer.trashed,
            ngettext("{count} in the trash", "{count} in the trash", len(offer.trashed)),
        ),
        (offer.missing, ngettext("{count} not held", "{count} not held", len(offer.missing))),
    )
    told = listed(words.format(count=grouped(len(those))) for those, words in counts if those)
    total = len(numbers)
    words = ngettext("{total} number: {parts}.", "{total} numbers: {parts}.", total)
    return words.format(total=grouped(total), parts=told)
