"""What the person did, as conditions on rows: stars, tags, notes, collections, own statuses."""

import apsw

from desktop_app.store.finding.resolved import Condition
from desktop_app.store.queries.tree import Mark
from desktop_app.store.words import WordForms

_NAMED = {
    "tag": ("personal.tag", "SELECT nct_number FROM personal.tagged WHERE tag_id IN"),
    "collection": (
        "personal.collection",
        "SELECT nct_number FROM personal.collected WHERE collection_id IN",
    ),
}
_PLAIN = {
    "starred": "SELECT nct_number FROM personal.star",
    "opened": "SELECT nct_number FROM personal.opened",
    "any note": "SELECT nct_number FROM personal.note",
    "any tag": "SELECT nct_number FROM personal.tagged",
    # A row of `updated` that names another version than the current one says nothing.
    "changed": "SELECT u.nct_number FROM updated u "
    "JOIN study s ON s.nct_number = u.nct_number AND s.version_id = u.version_id "
    "LEFT JOIN personal.opened o ON o.nct_number = u.nct_number "
    "WHERE o.version_id IS NOT u.version_id",
}


def mark_condition(connection: apsw.Connection, forms: WordForms, mark: Mark) -> Condition | None:
    """Return the condition of what the person did; None for a tag or collection that is not."""
    if mark.kind in _PLAIN:
        return _of_numbers(_PLAIN[mark.kind])
    if mark.kind == "note":
        return _note(forms, mark)
    if mark.kind == "own":
        pattern = _pattern(mark.text, is_begun=True)
        sql = "SELECT nct_number FROM personal.own_status WHERE status LIKE ? ESCAPE '\\'"
        return _of_numbers(sql, pattern)
    return _named(connection, mark)


def _note(forms: WordForms, mark: Mark) -> Condition:
    match = note_match(forms, forms.words(mark.text), is_begun=mark.is_begun)
    if not match:
        return _of_numbers(_PLAIN["any note"])
    return _of_numbers("SELECT rowid FROM personal.note_words WHERE note_words MATCH ?", match)


def note_match(forms: WordForms, words: list[str], *, is_begun: bool) -> str:
    """Return the expression that finds notes with all of some words; empty for no words."""
    terms = []
    for place, word in enumerate(words):
        is_last = is_begun and place == len(words) - 1
        found = forms.begun_lookups(word) if is_last else forms.lookups(word)
        terms.append(f"({' OR '.join(found)})")
    return " AND ".join(terms)


def _named(connection: apsw.Connection, mark: Mark) -> Condition | None:
    table, members = _NAMED[mark.kind]
    for is_begun in (False, True):
        pattern = _pattern(mark.text, is_begun=is_begun)
        sql = f"SELECT id FROM {table} WHERE name LIKE ? ESCAPE '\\'"
        ids = [str(row[0]) for row in connection.execute(sql, (pattern,))]
        if ids:
            return _of_numbers(f"{members} ({', '.join(ids)})")
    return None


def _pattern(text: str, *, is_begun: bool) -> str:
    plain = text.strip()
    for sign in ("\\", "%", "_"):
        plain = plain.replace(sign, "\\" + sign)
    return f"{plain}%" if is_begun else plain


def _of_numbers(numbers: str, *parameters: object) -> Condition:
    # A plus keeps the index of words from being asked for each of the studies on its own.
    return Condition(
        f"+{{key}} IN (SELECT row FROM study WHERE nct_number IN ({numbers}))", parameters
    )
