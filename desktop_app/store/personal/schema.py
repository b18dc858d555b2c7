"""The tables of what belongs to the person, and how they came to be, step by step.

Released migrations are never edited. All times are in microseconds since 1970, UTC.
"""

from collections.abc import Mapping

from desktop_app.store.migrations import Migration
from desktop_app.store.tokenizers import STEMS

FILE_NAME = "personal.sqlite3"

APPLICATION_ID = 0x54505650
"""``TPVP``: marks a SQLite file as the personal one of this application."""

_FIRST: Migration = (
    f"PRAGMA application_id = {APPLICATION_ID}",
    """
    CREATE TABLE star (
        nct_number INTEGER PRIMARY KEY,
        starred_at INTEGER NOT NULL
    ) STRICT
    """,
    # colour is one of desktop_app.store.personal.values.TagColour, by its value.
    """
    CREATE TABLE tag (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        name TEXT NOT NULL UNIQUE COLLATE NOCASE,
        colour TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE tagged (
        tag_id INTEGER NOT NULL REFERENCES tag DEFERRABLE INITIALLY DEFERRED,
        nct_number INTEGER NOT NULL,
        PRIMARY KEY (tag_id, nct_number)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX tagged_study ON tagged (nct_number)",
    """
    CREATE TABLE note (
        nct_number INTEGER PRIMARY KEY,
        text TEXT NOT NULL,
        changed_at INTEGER NOT NULL
    ) STRICT
    """,
    f"""
    CREATE VIRTUAL TABLE note_words USING fts5(
        text, content='note', content_rowid='nct_number', tokenize='{STEMS}'
    )
    """,
    """
    CREATE TRIGGER note_written AFTER INSERT ON note BEGIN
        INSERT INTO note_words (rowid, text) VALUES (new.nct_number, new.text);
    END
    """,
    """
    CREATE TRIGGER note_removed AFTER DELETE ON note BEGIN
        INSERT INTO note_words (note_words, rowid, text)
        VALUES ('delete', old.nct_number, old.text);
    END
    """,
    """
    CREATE TRIGGER note_changed AFTER UPDATE ON note BEGIN
        INSERT INTO note_words (note_words, rowid, text)
        VALUES ('delete', old.nct_number, old.text);
        INSERT INTO note_words (rowid, text) VALUES (new.nct_number, new.text);
    END
    """,
    # status is one of desktop_app.store.personal.values.OwnStatus, or the person's own words.
    """
    CREATE TABLE own_status (
        nct_number INTEGER PRIMARY KEY,
        status TEXT NOT NULL,
        changed_at INTEGER NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE collection (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        name TEXT NOT NULL UNIQUE COLLATE NOCASE,
        position INTEGER NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE collected (
        collection_id INTEGER NOT NULL REFERENCES collection DEFERRABLE INITIALLY DEFERRED,
        nct_number INTEGER NOT NULL,
        position INTEGER NOT NULL,
        PRIMARY KEY (collection_id, nct_number)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX collected_study ON collected (nct_number)",
    """
    CREATE TABLE saved_search (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        name TEXT NOT NULL UNIQUE COLLATE NOCASE,
        query TEXT NOT NULL,
        position INTEGER NOT NULL
    ) STRICT
    """,
    # When a study was opened last, and in which version, NULL where that is not known.
    """
    CREATE TABLE opened (
        nct_number INTEGER PRIMARY KEY,
        opened_at INTEGER NOT NULL,
        version_id INTEGER
    ) STRICT
    """,
    "CREATE INDEX opened_last ON opened (opened_at)",
)

_SECOND: Migration = (
    # query is one of desktop_app.registry.queries.StudiesQuery as JSON. What a search found is
    # kept where keeps_seen is 1, as far as there are few enough.
    """
    CREATE TABLE registry_search (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        name TEXT NOT NULL UNIQUE COLLATE NOCASE,
        query TEXT NOT NULL,
        ran_at INTEGER NOT NULL,
        total INTEGER NOT NULL,
        keeps_seen INTEGER NOT NULL,
        position INTEGER NOT NULL
    ) STRICT
    """,
    # last_update is the day of the last update that the registry told, 2024-01-31.
    """
    CREATE TABLE registry_seen (
        search_id INTEGER NOT NULL,
        nct_number INTEGER NOT NULL,
        last_update TEXT NOT NULL,
        PRIMARY KEY (search_id, nct_number)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TRIGGER registry_search_removed AFTER DELETE ON registry_search BEGIN
        DELETE FROM registry_seen WHERE search_id = old.id;
    END
    """,
)

MIGRATIONS: tuple[Migration, ...] = (_FIRST, _SECOND)

COLUMNS: Mapping[str, tuple[str, ...]] = {
    "star": ("nct_number", "starred_at"),
    "tag": ("id", "name", "colour"),
    "tagged": ("tag_id", "nct_number"),
    "note": ("nct_number", "text", "changed_at"),
    "own_status": ("nct_number", "status", "changed_at"),
    "collection": ("id", "name", "position"),
    "collected": ("collection_id", "nct_number", "position"),
    "saved_search": ("id", "name", "query", "position"),
    "registry_search": ("id", "name", "query", "ran_at", "total", "keeps_seen", "position"),
    "registry_seen": ("search_id", "nct_number", "last_update"),
    "opened": ("nct_number", "opened_at", "version_id"),
}
KEY_LENGTHS: Mapping[str, int] = dict.fromkeys(COLUMNS, 1) | dict.fromkeys(
    ("tagged", "collected", "registry_seen"), 2
)
"""How many of the first columns are the key of a table."""
