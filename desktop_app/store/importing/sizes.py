"""Whether an import is so large that other processes had better do it."""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from desktop_app.store.exchange.format import SUFFIX

_LARGE_BYTES = 20 * 1024 * 1024
_PACKED_BYTES = 4 * 1024 * 1024
_MANY_FILES = 200


def is_large(paths: Sequence[Path]) -> bool:
    """Tell whether paths hold more than some 200 records; looks no further than it must."""
    size = 0
    for count, (path, file_size) in enumerate(_sizes(paths), start=1):
        size += file_size * (_LARGE_BYTES // _PACKED_BYTES if _is_packed(path) else 1)
        if size > _LARGE_BYTES or count > _MANY_FILES:
            return True
    return False


def _is_packed(path: Path) -> bool:
    return path.suffix.lower() in (".zip", ".gz", SUFFIX)


def _sizes(paths: Sequence[Path]) -> Iterator[tuple[Path, int]]:
    for path in paths:
        try:
            if path.is_dir():
                for folder, _folders, names in os.walk(path):
                    for name in names:
                        file = Path(folder, name)
                        yield file, file.stat().st_size
            elif path.is_file():
                yield path, path.stat().st_size
        except OSError:
            # Reading meets the failure, too, and tells of it.
            continue
