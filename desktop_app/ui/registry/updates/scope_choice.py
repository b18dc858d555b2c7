"""What a check for updates can be of: the choices, with how many studies each means."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass

from desktop_app.languages import _, ngettext
from desktop_app.presentation.wording import grouped
from desktop_app.punctuation import with_note
from desktop_app.registry.updates.words import scope_words
from desktop_app.store.library import Library
from desktop_app.store.standing.values import CheckScope, ScopeKind

_NUMBERS_AT_ONCE, _A_MINUTE = 300, 40
"""How many numbers a request asks for, and how many requests are sent in a minute."""


@dataclass(frozen=True, slots=True)
class ScopeChoice:
    """Studies that can be checked; ``requests`` is how often the registry is asked for them."""

    scope: CheckScope
    studies: int

    @property
    def words(self) -> str:
        """Return what the choice is called, with its number of studies."""
        return with_note(scope_words(self.scope), grouped(self.studies))

    @property
    def requests(self) -> int:
        """Return how many requests it takes at the least: what changed is fetched beside."""
        return -(-self.studies // _NUMBERS_AT_ONCE)


def scope_choices(library: Library, selected: tuple[int, ...] = ()) -> tuple[ScopeChoice, ...]:
    """Return what can be checked; raises StoreError. What has no studies is left out."""
    with closing(library.update_book()) as book:
        made = [ScopeChoice(scope, book.count(scope)) for scope in _scopes(library, selected)]
    return tuple(choice for choice in made if choice.studies)


def effort_words(choice: ScopeChoice) -> str:
    """Return what a check asks of the registry, and how long that takes at the least."""
    asked = ngettext(
        "The registry is asked {count} time for the days on which these studies were updated; those"
        " with a newer day are then fetched.",
        "The registry is asked {count} times for the days on which these studies were updated;"
        " those with a newer day are then fetched.",
        choice.requests,
    ).format(count=grouped(choice.requests))
    minutes = choice.requests // _A_MINUTE
    if minutes < 1:
        return asked
    words = ngettext(
        "That takes {count} minute or more, for no more than 50 requests are sent in a minute.",
        "That takes {count} minutes or more, for no more than 50 requests are sent in a minute.",
        minutes,
    )
    return f"{asked} {words.format(count=grouped(minutes))}"


def _scopes(library: Library, selected: tuple[int, ...]) -> Iterator[CheckScope]:
    if selected:
        yield CheckScope.of(selected)
    yield CheckScope(ScopeKind.STARRED)
    yield CheckScope(ScopeKind.MARKED)
    for tag in library.personal.tags():
        yield CheckScope(ScopeKind.TAG, tag.id, tag.name)
    for collection in library.personal.collections():
        yield CheckScope(ScopeKind.COLLECTION, collection.id, collection.name)
    yield CheckScope(ScopeKind.ALL)


def nothing_words() -> str:
    """Return what to say where there is nothing to check."""
    return _("The library holds no study yet. Import or fetch one first.")
