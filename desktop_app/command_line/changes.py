"""``trialviewer changes``: tells what changed between two versions of a study, or two records."""

import sys
from collections.abc import Sequence
from datetime import date
from itertools import islice
from pathlib import Path

from desktop_app.command_line.complaints import complain
from desktop_app.command_line.contexts import source_of_record, sources_of
from desktop_app.command_line.inputs import Inputs
from desktop_app.command_line.libraries import not_held, open_existing
from desktop_app.command_line.options import STANDARD_OUTPUT, Options
from desktop_app.command_line.targets import Targets
from desktop_app.export.changes.file import PAIR_OUTPUTS, compare_sources
from desktop_app.export.paper import Paper
from desktop_app.export.sheets import Order, make_sheet, sheet_called
from desktop_app.export.source import Source
from desktop_app.export.text import printable
from desktop_app.languages import _
from desktop_app.readers.reading import ReadRecord
from desktop_app.store.library import Library
from desktop_app.store.versions import StoredVersion
from desktop_app.study.nct_numbers import format_nct_id, parse_nct_number

_PAIR = 2
_FORMS = {".pdf": "pdf", ".html": "html", ".md": "markdown", ".txt": "text"}


def tell_changes(options: Options) -> int:
    """Print or write what changed; 1 where an input means no record, 2 where not two are meant."""
    if len(options.inputs) == _PAIR and not any(options.versions):
        inputs = Inputs(options.directories, complain)
        found = tuple(islice(sources_of(inputs, options.inputs, date.today()), _PAIR + 1))
        if inputs.had_fault:
            return 1
        if len(found) != _PAIR:
            complain(_("Two records are compared; these are {count}.").format(count=len(found)))
            return 2
        return _tell(found, options)
    number = parse_nct_number(options.inputs[0])
    if len(options.inputs) != 1 or number is None:
        complain(_("Name one NCT number, of which two versions are compared, or two records."))
        return 2
    return _tell_versions(format_nct_id(number), options)


def _tell_versions(nct_id: str, options: Options) -> int:
    with open_existing(options.directories) as library:
        versions = () if library is None else library.versions(nct_id)
        if library is None or not versions:
            complain(not_held(nct_id))
            return 1
        if len(versions) < _PAIR:
            told = _(
                "The library holds one version of {number}. Two are compared: import or fetch"
                " another one first."
            )
            complain(told.format(number=nct_id))
            return 1
        old, new = (
            _version(words or usual, versions)
            for words, usual in zip(options.versions, ("2", "1"), strict=True)
        )
        if old is None or new is None:
            complain(_version_list(nct_id, versions))
            return 2
        pair = tuple(_source(library, version) for version in (old, new))
    return _tell(pair, options)


def _version(words: str, versions: Sequence[StoredVersion]) -> StoredVersion | None:
    """Return a version by its number in the list or by the date of its record."""
    if words.isascii() and words.isdigit() and len(words) < 4:
        return versions[int(words) - 1] if 0 < int(words) <= len(versions) else None
    return next((one for one in versions if str(one.record_date or "") == words), None)


def _version_list(nct_id: str, versions: Sequence[StoredVersion]) -> str:
    lines = [_("Name a version of {number} by its number or its date:").format(number=nct_id)]
    for place, version in enumerate(versions, 1):
        day = str(version.record_date or _("no date"))
        lines.append(f"{place:>4}  {day}  {version.origin}")
    return "\n".join(lines)


def _source(library: Library, version: StoredVersion) -> Source:
    stored = library.version(version.id)
    record = ReadRecord(stored.study, stored.document, stored.oddities)
    return source_of_record(record, date.today())


def _tell(pair: Sequence[Source], options: Options) -> int:
    target = options.output or STANDARD_OUTPUT
    content, notes = _content(
        pair, options.form or _FORMS.get(target.suffix.lower(), "text"), options
    )
    if target == STANDARD_OUTPUT:
        sys.stdout.buffer.write(content)
        return 0
    targets = Targets(options.inputs)
    if targets.is_an_input(target):
        complain(_("{file} is one of the records. Choose another name.").format(file=target))
        return 2
    targets.write(target, content)
    print(printable(_told(target, notes)))
    return 0


def _content(pair: Sequence[Source], form: str, options: Options) -> tuple[bytes, tuple[str, ...]]:
    today = date.today()
    if form == "pdf":
        made = make_sheet(sheet_called("changes"), pair, Order(Paper[options.paper.upper()], today))
        return made.content, made.notes
    output = next(one for one in PAIR_OUTPUTS if one.id == form)
    return output.make(compare_sources(pair, today)), ()


def _told(target: Path, notes: Sequence[str]) -> str:
    from desktop_app.punctuation import listed

    if not notes:
        return str(target)
    return _("{file} (shortened: {names})").format(file=target, names=listed(notes))
