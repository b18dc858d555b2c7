"""Made-up files of many records."""

import gzip
import json
import zipfile
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from tests.store.synthetic import content


def study(number: int, *, date: str | None = None, words: str = "") -> dict[str, Any]:
    """Return a record; records of different numbers have different dates."""
    value = content(number, date or f"20{number % 20 + 10}-03-{number % 28 + 1:02d}")
    value["protocolSection"]["descriptionModule"]["briefSummary"] = f"A summary {words}. " * 20
    value["derivedSection"] = {"miscInfoModule": {"versionHolder": "2026-01-02"}}
    return value


def encoded(value: object) -> bytes:
    """Return a value as the registry writes it."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def registry_zip(path: Path, numbers: Iterable[int], *, words: str = "") -> Path:
    """Make an archive with a member for each study."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for number in numbers:
            archive.writestr(f"NCT{number:08d}.json", encoded(study(number, words=words)))
    return path


def lines(path: Path, numbers: Iterable[int]) -> Path:
    """Make a file with a study on each line."""
    path.write_bytes(b"".join(encoded(study(number)) + b"\n" for number in numbers))
    return path


def array(path: Path, numbers: Sequence[int]) -> Path:
    """Make a file with an array of studies, written for people."""
    path.write_text(json.dumps([study(number) for number in numbers], indent=1), "utf-8")
    return path


def page(path: Path, numbers: Sequence[int]) -> Path:
    """Make an answer of the registry's API."""
    studies = [study(number) for number in numbers]
    path.write_bytes(encoded({"totalCount": 9, "studies": studies, "nextPageToken": "abc"}))
    return path


def folder(path: Path, numbers: Iterable[int]) -> Path:
    """Make a folder with a file for each study."""
    path.mkdir()
    for number in numbers:
        (path / f"NCT{number:08d}.json").write_bytes(encoded(study(number)))
    return path


def compressed(path: Path) -> Path:
    """Compress a file beside itself."""
    packed = path.with_name(path.name + ".gz")
    packed.write_bytes(gzip.compress(path.read_bytes()))
    return packed
