"""What a check found, in words."""

from desktop_app.conventions import date_text, number_text
from desktop_app.languages import N_, _, ngettext
from desktop_app.punctuation import joined_sentences, listed
from desktop_app.store.standing.values import (
    CheckScope,
    ScopeKind,
    UpdateCheck,
    UpdateLine,
    UpdateOutcome,
)
from desktop_app.study.dates import PartialDate
from desktop_app.study.nct_numbers import format_nct_id

OUTCOME_NAMES = {
    UpdateOutcome.CHANGED: N_("Changed"),
    UpdateOutcome.RENUMBERED: N_("Under another number"),
    UpdateOutcome.GONE: N_("No longer at the registry"),
    UpdateOutcome.FAILED: N_("Could not be read"),
}
_SCOPES = {
    ScopeKind.STARRED: N_("Starred studies"),
    ScopeKind.MARKED: N_("Starred and tagged studies"),
    ScopeKind.ALL: N_("All studies"),
}
_UNREAD = N_("It could not be read.")
_NOTES = {
    UpdateOutcome.CHANGED: N_("The newer version was fetched; the one before is kept."),
    UpdateOutcome.GONE: N_(
        "The registry has no study of this number any more. Your record of it is kept."
    ),
    UpdateOutcome.RENUMBERED: N_(
        "The registry has this study under the number {number} now, which was fetched. Your record"
        " under the old number is kept."
    ),
}


def scope_words(scope: CheckScope) -> str:
    """Return which studies a check is of."""
    match scope.kind:
        case ScopeKind.TAG:
            return _("Studies with the tag “{name}”").format(name=scope.name)
        case ScopeKind.COLLECTION:
            return _("Studies of the collection “{name}”").format(name=scope.name)
        case ScopeKind.SELECTED if len(scope.numbers) == 1:
            return format_nct_id(scope.numbers[0])
        case ScopeKind.SELECTED:
            words = ngettext(
                "{count} selected study", "{count} selected studies", len(scope.numbers)
            )
            return words.format(count=number_text(len(scope.numbers)))
        case kind:
            return _(_SCOPES[kind])


def counts_words(check: UpdateCheck) -> str:
    """Return what a check found: ``3 changed, 41 unchanged, 1 no longer at the registry``."""
    told = [_count_of(outcome, check.count(outcome)) for outcome in UpdateOutcome]
    words = ngettext("{count} unchanged", "{count} unchanged", check.unchanged)
    told.insert(1, words.format(count=number_text(check.unchanged)) if check.unchanged else "")
    return listed(filter(None, told)) or _("no study to check")


def check_words(check: UpdateCheck) -> str:
    """Return what a check found, in sentences, and what of it is still to be done."""
    return joined_sentences(
        (
            _("{scope}: {counts}.").format(
                scope=scope_words(check.scope), counts=counts_words(check)
            ),
            unfinished_words(check),
            since_words(check),
        )
    )


def unfinished_words(check: UpdateCheck) -> str:
    """Return how far a check is that did not come to its end, empty for others."""
    if check.ended_at is not None:
        return ""
    words = _("It was stopped after {done} of {total} studies; check again to go on from there.")
    return words.format(done=number_text(check.done), total=number_text(check.total))


def since_words(check: UpdateCheck) -> str:
    """Return what a check of very many studies does not find out, empty for others."""
    if not check.since:
        return ""
    words = _(
        "The registry was asked what was updated since {date}. Studies that it no longer has are"
        " found by checking fewer studies, and after 90 days by asking for each."
    )
    return words.format(date=date_text(PartialDate.parse(check.since)))


def line_words(line: UpdateLine) -> str:
    """Return what a check found of one study, in a sentence."""
    if line.note:
        return line.note
    other = format_nct_id(line.other) if line.other else ""
    return _(_NOTES.get(line.outcome, _UNREAD)).format(number=other)


def _count_of(outcome: UpdateOutcome, count: int) -> str:
    if not count:
        return ""
    words = {
        UpdateOutcome.CHANGED: ngettext("{count} changed", "{count} changed", count),
        UpdateOutcome.RENUMBERED: ngettext(
            "{count} under another number", "{count} under other numbers", count
        ),
        UpdateOutcome.GONE: ngettext(
            "{count} no longer at the registry", "{count} no longer at the registry", count
        ),
        UpdateOutcome.FAILED: ngettext(
            "{count} that could not be read", "{count} that could not be read", count
        ),
    }
    return words[outcome].format(count=number_text(count))
