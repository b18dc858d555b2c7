"""What is said while numbers are fetched, and of what came of it."""

from collections import Counter
from collections.abc import Sequence

from desktop_app.errors import DesktopAppError
from desktop_app.languages import _, ngettext
from desktop_app.presentation.wording import grouped
from desktop_app.punctuation import joined_sentences
from desktop_app.registry.fetching import Fate
from desktop_app.store.adding import Outcome

_MOST_SENTENCES = 3


def fetching_words(nct_ids: Sequence[str], done: int) -> str:
    """Return what is being fetched, and how much of it has come."""
    if len(nct_ids) == 1:
        words = _("Fetching {nct_id} from ClinicalTrials.gov …")
        return words.format(nct_id=nct_ids[0])
    words = _("Fetching from ClinicalTrials.gov: {number} of {total} …")
    return words.format(number=grouped(done), total=grouped(len(nct_ids)))


def kept_words(kept: Sequence[Fate]) -> str:
    """Return what was fetched, in sentences; empty where nothing was."""
    if len(kept) == 1:
        return _one_kept(kept[0])
    if not kept:
        return ""
    words = ngettext("{count} was fetched.", "{count} were fetched.", len(kept))
    held = Counter(one.added.outcome for one in kept if one.added is not None)[Outcome.SAME]
    same = ngettext(
        "Of {count}, the library held the same version already.",
        "Of {count}, the library held the same version already.",
        held,
    )
    return joined_sentences(
        (words.format(count=grouped(len(kept))), same.format(count=grouped(held)) if held else "")
    )


def lost_words(
    lost: Sequence[Fate], left: Sequence[str], failure: DesktopAppError | None, *, is_stopped: bool
) -> str:
    """Return why some were not fetched, and how many; empty where all were."""
    sentences = [one.problem for one in lost[:_MOST_SENTENCES]]
    others = len(lost) - len(sentences)
    if others:
        words = ngettext("{count} more was not fetched.", "{count} more were not fetched.", others)
        sentences.append(words.format(count=grouped(others)))
    if failure is not None:
        sentences.append(str(failure))
    elif is_stopped and left:
        sentences.append(_("Stopped."))
    if left and len(lost) + len(left) > 1:
        words = ngettext("{count} is left.", "{count} are left.", len(left))
        sentences.append(words.format(count=grouped(len(left))))
    return joined_sentences(sentences)


def _one_kept(fate: Fate) -> str:
    assert fate.added is not None
    added = fate.added
    if added.outcome is Outcome.SAME:
        return _("{nct_id} was fetched; the library held this version already.").format(
            nct_id=added.nct_id
        )
    words = _("{nct_id} was fetched and is in your library.")
    if added.nct_id != fate.asked:
        words = _("{asked} has the number {nct_id} now. It was fetched and is in your library.")
    return joined_sentences((words.format(asked=fate.asked, nct_id=added.nct_id), added.note))
