"""The releases as CHANGELOG.md tells them, for the formats that packages want them in."""

import re
import textwrap
from dataclasses import dataclass
from datetime import date, datetime, time
from email.utils import format_datetime

_HEADING = re.compile(r"^## (?P<version>\S+)(?: – (?P<day>\d{4}-\d{2}-\d{2}))?$")


@dataclass(frozen=True)
class Release:
    """One version; ``day`` is None of what is not yet released."""

    version: str
    day: date | None
    changes: tuple[str, ...]


def releases(text: str) -> tuple[Release, ...]:
    """Read the releases, newest first: headings ``## 1.2.0 – 2026-11-26`` or ``## Unreleased``."""
    found: list[Release] = []
    for line in text.splitlines():
        heading = _HEADING.match(line)
        if heading:
            day = date.fromisoformat(heading["day"]) if heading["day"] else None
            found.append(Release(heading["version"], day, ()))
        elif line.startswith("- ") and found:
            last = found[-1]
            found[-1] = Release(last.version, last.day, (*last.changes, line[2:].strip()))
    return tuple(found)


def as_built(text: str, version: str, today: date) -> tuple[Release, ...]:
    """Return the releases with what is not yet released under the version that is being built."""
    named = [
        Release(version, today, release.changes) if release.day is None else release
        for release in releases(text)
    ]
    return tuple(named)


def debian_changelog(package: str, history: tuple[Release, ...], maintainer: str) -> str:
    """Return the history as Debian's changelog."""
    return "\n".join(_debian_entry(package, release, maintainer) for release in history)


def _debian_entry(package: str, release: Release, maintainer: str) -> str:
    assert release.day is not None
    stamp = format_datetime(datetime.combine(release.day, time()).astimezone())
    changes = "\n".join(
        textwrap.fill(change, 79, initial_indent="  * ", subsequent_indent="    ")
        for change in release.changes
    )
    return (
        f"{package} ({release.version}) unstable; urgency=medium\n\n{changes}\n\n"
        f" -- {maintainer}  {stamp}\n"
    )
