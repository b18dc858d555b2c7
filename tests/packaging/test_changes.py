from datetime import date

import changes
import product
import pytest

LOG = """\
# Changes

Words before.

## Unreleased

- Draws <pictures> & more.
- Prints.

## 0.1.0 – 2026-11-20

- Opens records.
"""
TODAY = date(2026, 11, 26)


def test_releases_are_read_newest_first() -> None:
    newest, oldest = changes.releases(LOG)
    assert newest.day is None
    assert newest.changes == ("Draws <pictures> & more.", "Prints.")
    assert oldest == changes.Release("0.1.0", date(2026, 11, 20), ("Opens records.",))


def test_what_is_unreleased_is_built_under_the_version_of_today() -> None:
    newest, oldest = changes.as_built(LOG, "0.2.0", TODAY)
    assert (newest.version, newest.day) == ("0.2.0", TODAY)
    assert (oldest.version, oldest.day) == ("0.1.0", date(2026, 11, 20))


def test_debians_changelog_has_its_form(monkeypatch: pytest.MonkeyPatch) -> None:
    history = changes.as_built(LOG, "0.2.0", TODAY)
    text = changes.debian_changelog("trialviewer", history, "Somebody <s@example.org>")
    lines = text.splitlines()
    assert lines[0] == "trialviewer (0.2.0) unstable; urgency=medium"
    assert lines[2] == "  * Draws <pictures> & more."
    assert lines[5].startswith(" -- Somebody <s@example.org>  Thu, 26 Nov 2026 00:00:00 ")
    assert "trialviewer (0.1.0) unstable; urgency=medium" in lines


def test_the_projects_own_log_can_be_read() -> None:
    text = (product.CHECKOUT / "CHANGELOG.md").read_text(encoding="utf-8")
    newest = changes.as_built(text, product.version(), TODAY)[0]
    assert newest.version == product.version()
    assert newest.changes
