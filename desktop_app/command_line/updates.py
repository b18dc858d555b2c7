"""``trialviewer updates``: checks held studies for updates, and fetches what changed."""

import json
import sys
from contextlib import closing

from desktop_app.command_line.complaints import complain, no_number
from desktop_app.command_line.libraries import lacking_studies, open_existing
from desktop_app.command_line.options import Options
from desktop_app.command_line.registry import patient_stop, registry_client
from desktop_app.export.text import one_line
from desktop_app.languages import N_, _
from desktop_app.punctuation import joined_sentences, labelled, listed_long
from desktop_app.registry.updates.checking import check_for_updates
from desktop_app.registry.updates.words import OUTCOME_NAMES, check_words, line_words
from desktop_app.store.library import Library
from desktop_app.store.standing.values import (
    CheckScope,
    ScopeKind,
    UpdateCheck,
    UpdateLine,
    UpdateOutcome,
)
from desktop_app.study.nct_numbers import format_nct_id, parse_nct_number

_WRONG_USAGE = 2
_ONE_CHOICE = N_(
    "Name studies by their numbers, or say which: --starred, --marked, --all, --tag or"
    " --collection; or --last for what the last check found: one of these at a time."
)


def check_updates(options: Options) -> int:
    """Check studies, and print what is not as it was; 1 where a record could not be read.

    It is 1, too, where a study is not held, and 2 where studies are chosen in two ways.
    """
    if sum(map(bool, (options.inputs, any(options.scope), options.is_last))) > 1:
        complain(_(_ONE_CHOICE))
        return _WRONG_USAGE
    with open_existing(options.directories) as library:
        if library is None:
            complain(_("The library holds no study yet. Import or fetch one first."))
            return 1
        if options.is_last:
            return _tell_last(library, options)
        scope = _scope(library, options)
        if scope is None:
            return _WRONG_USAGE
        lacking = lacking_studies(library, scope.numbers)
        if lacking and lacking == frozenset(scope.numbers):
            return 1
        done = _checked(library, scope, options)
        return _tell(library, done, options) or min(len(lacking), 1)


def _checked(library: Library, scope: CheckScope, options: Options) -> UpdateCheck:
    with closing(registry_client(options)) as client:
        try:
            return check_for_updates(library, client, scope, patient_stop(), _report)
        finally:
            _end_report()


def _scope(library: Library, options: Options) -> CheckScope | None:
    """Return what is to be checked; says what is none."""
    if options.inputs:
        return _of_numbers(options.inputs)
    kind, name = options.scope
    match kind:
        case "tag":
            tags = [(one.id, one.name) for one in library.personal.tags()]
            return _named(ScopeKind.TAG, name, tags)
        case "collection":
            known = [(one.id, one.name) for one in library.personal.collections()]
            return _named(ScopeKind.COLLECTION, name, known)
        case _:
            return CheckScope(ScopeKind(kind or "starred"))


def _of_numbers(words: tuple[str, ...]) -> CheckScope | None:
    numbers = [parse_nct_number(word) for word in words]
    for word, number in zip(words, numbers, strict=True):
        if number is None:
            complain(no_number(word))
    known = tuple(number for number in numbers if number is not None)
    return CheckScope.of(known) if len(known) == len(words) else None


def _named(kind: ScopeKind, name: str, known: list[tuple[int, str]]) -> CheckScope | None:
    for key, one in known:
        if one.casefold() == name.strip().casefold():
            return CheckScope(kind, key, one)
    words = (
        _("There is no tag “{name}”.")
        if kind is ScopeKind.TAG
        else _("There is no collection “{name}”.")
    )
    names = listed_long(one for _key, one in known)
    there_are = labelled(_("Tags") if kind is ScopeKind.TAG else _("Collections"), names)
    complain(joined_sentences((words.format(name=name), f"{there_are}." if names else "")))
    return None


def _tell_last(library: Library, options: Options) -> int:
    checks = library.update_book().checks()
    if not checks:
        print(_("No study has been checked for updates yet."))
        return 0
    return _tell(library, checks[0], options)


def _tell(library: Library, done: UpdateCheck, options: Options) -> int:
    for line in library.update_book().lines(done.id):
        print(_as_json(line) if options.as_json else _as_text(library, line))
    if not options.as_json:
        print(one_line(check_words(done)))
    return 1 if done.count(UpdateOutcome.FAILED) else 0


def _as_text(library: Library, line: UpdateLine) -> str:
    summary = library.summary(format_nct_id(line.number))
    title = summary.brief_title if summary is not None else ""
    first = f"{format_nct_id(line.number)}  {_(OUTCOME_NAMES[line.outcome])}  {one_line(title)}"
    return f"{first.rstrip()}\n    {one_line(line_words(line))}"


def _as_json(line: UpdateLine) -> str:
    return json.dumps(
        {
            "nct_id": format_nct_id(line.number),
            "outcome": line.outcome.value,
            "now": format_nct_id(line.other) if line.other else "",
            "note": line.note,
        }
    )


def _report(done: int, total: int) -> None:
    """Say on a terminal how far it is."""
    if sys.stderr.isatty():
        words = _("{number} of {total} studies checked for updates")
        print(f"\r{words.format(number=done, total=total)}", end="", file=sys.stderr, flush=True)


def _end_report() -> None:
    if sys.stderr.isatty():
        print(file=sys.stderr)
