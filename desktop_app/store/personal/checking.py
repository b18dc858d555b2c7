"""Whether a file is the personal one of this application, of a version we know, and undamaged."""

from pathlib import Path

import apsw

from desktop_app.errors import StoreDamagedError, StoreTooNewError
from desktop_app.languages import _
from desktop_app.store.personal.failures import DAMAGED, NOT_OURS, TOO_NEW
from desktop_app.store.personal.schema import APPLICATION_ID, MIGRATIONS

_CHECKED_WHOLE_PAGES = 1_024


def is_there(path: Path) -> bool:
    """Tell whether there is a file that holds anything."""
    return path.exists() and (path.is_dir() or path.stat().st_size > 0)


def check_personal(connection: apsw.Connection, path: Path, schema: str = "main") -> int:
    """Check the file behind a schema of a connection, and return how many migrations it has seen.

    A file of up to 4 MB is checked in full, of a larger one what every reader passes through.
    Raises StoreDamagedError, StoreTooNewError, or what the database raises when it meets damage.
    """
    version = int(connection.execute(f"PRAGMA {schema}.user_version").get)
    application_id = connection.execute(f"PRAGMA {schema}.application_id").get
    pages = connection.execute(f"PRAGMA {schema}.page_count").get
    if application_id != APPLICATION_ID and (pages or application_id or version):
        raise StoreDamagedError(_(NOT_OURS).format(path=path))
    if version > len(MIGRATIONS):
        raise StoreTooNewError(_(TOO_NEW).format(path=path))
    if pages <= _CHECKED_WHOLE_PAGES and (
        connection.execute(f"PRAGMA {schema}.quick_check(1)").get != "ok"
    ):
        raise StoreDamagedError(_(DAMAGED).format(path=path))
    return version
