"""What is said above the list, and in place of it where it is empty."""

from desktop_app.languages import N_, _, ngettext
from desktop_app.presentation.wording import grouped
from desktop_app.ui.keys.key_words import key_words
from desktop_app.ui.library.library_queries import Query
from desktop_app.ui.library.scopes import ScopeKind

_EMPTY_LIBRARY = N_(
    """The library is empty.

Type an NCT number into the search box to fetch its record, drop record files or folders on the \
window, open them with {open_key}, or paste a record with {paste_key}."""
)
_NO_MATCH = N_(
    """No study in the library matches “{words}”.

All words must be found in a study. Of the last word the beginning is enough."""
)
_NOTHING_FITS = N_(
    """No study fits all that is asked for.

Take back a filter or a word, or choose all studies in the sidebar."""
)
_NOTHING_IN = {
    ScopeKind.STARRED: N_(
        """No study is starred.

Star a study that you want to find again with {star_key}."""
    ),
    ScopeKind.TRASH: N_("The trash is empty."),
    ScopeKind.CHANGED: N_(
        """No study has changed since you opened it.

When a newer version of a record is imported, the study is listed here until you open it."""
    ),
}


def heading_words(count: int | None, is_search: bool, *, is_complete: bool = True) -> str:
    """Return what stands above the list; the count may still be under way."""
    if count is None:
        return _("Searching …") if is_search else _("Studies")
    if not is_complete:
        words = ngettext("at least {count} match", "at least {count} matches", count)
        return words.format(count=grouped(count))
    if is_search:
        return ngettext("{count} match", "{count} matches", count).format(count=grouped(count))
    return ngettext("{count} study", "{count} studies", count).format(count=grouped(count))


def why_empty(query: Query) -> str:
    """Return why a list shows nothing, and what to do."""
    is_alone = not query.words.strip() and not query.filters
    if is_alone and query.scope.kind in _NOTHING_IN:
        return _(_NOTHING_IN[query.scope.kind]).format(star_key=key_words("Ctrl+D"))
    if query.words.strip() and not query.filters and query.scope.kind is ScopeKind.ALL:
        return _(_NO_MATCH).format(words=query.words.strip())
    if query.is_search:
        return _(_NOTHING_FITS)
    return _(_EMPTY_LIBRARY).format(
        open_key=key_words("Ctrl+O"), paste_key=key_words("Ctrl+Shift+V")
    )
