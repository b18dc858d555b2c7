"""What ``--self-test`` looks at, one function for each: it returns what was seen, in few words.

They go the ways that people go, with the libraries that are loaded on the way: what a package
forgot to bring shows here, and not at somebody's desk.
"""

import json
import zipfile
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from desktop_app.command_line.contexts import source_of_record
from desktop_app.errors import DesktopAppError
from desktop_app.export.source import Source
from desktop_app.languages import LANGUAGES, speaking, spoken_language
from desktop_app.readers.detect import reread
from desktop_app.readers.reading import ReadRecord
from desktop_app.readers.sources import read_sources
from desktop_app.resource_files import resource_path
from desktop_app.store.library import Library

SAMPLE = "NCT03816852"
_OTHER = "NCT00000001"
_SCRIPTS = "عيادة · מרפאה · क्लिनिक · คลินิก · 临床 · 의원 · Ελληνικά · ≥ µ"


class SelfTestError(DesktopAppError):
    """The application does not do what it should, as installed here."""


def expect(is_right: bool, otherwise: str) -> None:
    """Raise SelfTestError with these words where something is not as it should be."""
    if not is_right:
        raise SelfTestError(otherwise)


def read_sample() -> ReadRecord:
    """Return the sample that is shipped."""
    return read_record(resource_path("samples", f"{SAMPLE}.json"))


def read_record(path: Path) -> ReadRecord:
    """Return the only record of a file; raises SelfTestError where there is none."""
    for reading in read_sources([path]):
        if isinstance(reading, ReadRecord):
            return reading
    raise SelfTestError(f"{path} cannot be read. Install the application again.")


def sources(scratch: Path) -> tuple[Source, Source]:
    """Return the sample, and a study like it with a title in many scripts."""
    sample = read_sample()
    record = json.loads(sample.document.content)
    identification = record["protocolSection"]["identificationModule"]
    identification |= {"nctId": _OTHER, "briefTitle": _SCRIPTS}
    file = scratch / f"{_OTHER}.json"
    file.write_text(json.dumps(record), encoding="utf-8")
    today = date.today()
    return source_of_record(sample, today), source_of_record(read_record(file), today)


def check_import(folder: Path, pair: Sequence[Source]) -> str:
    """Keep a ZIP archive with two records, a page that was copied, and what is no record."""
    archive = folder.parent / "records.zip"
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as file:
        for source in pair:
            file.writestr(source.document_name, source.document)
        file.write(resource_path("samples", f"{SAMPLE}.txt"), f"{SAMPLE}.txt")
        file.writestr("readme.txt", "This is no record.")
    readings = list(read_sources([archive]))
    records = [reading for reading in readings if isinstance(reading, ReadRecord)]
    expect(len(records) == 3, f"{len(records)} of 3 records were understood")
    with Library.open(folder, reader=reread) as library:
        added = list(library.add_all(records))
        count = library.count()
    expect(count == 2, f"the library holds {count} studies, not 2")
    return f"{len(added)} records of a ZIP archive, {count} studies"


def check_search(folder: Path) -> str:
    """Find a word of the record, and nothing for a word that is nowhere."""
    with Library.open(folder, reader=reread) as library:
        found = library.search("ovarian fail").summaries
        nothing = library.search("xylophone").summaries
    expect({one.nct_id for one in found} == {SAMPLE, _OTHER}, f"{len(found)} of 2 studies found")
    expect(not nothing, "a word was found that is in no record")
    return f"{len(found)} studies found"


def check_sheets(pair: Sequence[Source], into: Path) -> Iterator[str]:
    """Write every sheet on both papers, and a packet; yields what each came to."""
    from desktop_app.export.files import write_whole
    from desktop_app.export.paper import Paper
    from desktop_app.export.sheets import SHEETS, Order, make_packet, make_sheet, sheet_called

    for paper in Paper:
        order = Order(paper, date.today())
        made = [make_sheet(sheet, pair[: max(1, sheet.least)], order) for sheet in SHEETS]
        made.append(make_packet(sheet_called("brief"), pair, order))
        for sheet in made:
            expect(sheet.content.startswith(b"%PDF"), f"{sheet.name} is no PDF file")
            write_whole(into / f"{paper.name.lower()}_{sheet.name}", sheet.content)
            yield f"{sheet.name} on {paper.name.title()}, {len(sheet.content)} bytes"


def check_outputs(pair: Sequence[Source], into: Path) -> Iterator[str]:
    """Write every other way out; yields what each came to."""
    from desktop_app.export.files import write_whole
    from desktop_app.export.outputs import EVERY_PANE, OUTPUTS

    for output in OUTPUTS:
        content = output.make(pair[:1], EVERY_PANE)
        expect(bool(content), f"{output.id} is empty")
        target = into / f"{output.id}_{output.file_name(pair[0])}"
        write_whole(target, content)
        yield f"{output.id}, {len(content)} bytes"


def check_pictures(source: Source) -> str:
    """Draw every picture of the sample as SVG and PDF."""
    from desktop_app.export.pictures.pdf import figure_pdf
    from desktop_app.export.pictures.svg import figure_svg
    from desktop_app.presentation.figures import figures_of
    from desktop_app.presentation.pane import PANES

    figures = [
        figure
        for pane in PANES
        for figure in figures_of(pane.sections(source.study, source.context))
    ]
    for figure in figures:
        expect("<svg" in figure_svg(figure, SAMPLE), f"{figure.id} is no SVG picture")
        expect(figure_pdf(figure, SAMPLE).startswith(b"%PDF"), f"{figure.id} is no PDF picture")
    expect(len(figures) > 2, f"there are {len(figures)} pictures only")
    return f"{len(figures)} pictures"


def check_languages() -> str:
    """Speak every language, for which its catalogue must be there."""
    for language in LANGUAGES:
        with speaking(language):
            expect(spoken_language() == language, f"the texts in {LANGUAGES[language]} are gone")
    return ", ".join(LANGUAGES.values())


def check_connections() -> str:
    """Load all that asks the registry and verifies whoever answers; nothing is sent."""
    from desktop_app.registry.failed import Failed
    from desktop_app.registry.trust import spoken_safely

    try:
        return f"HTTPS by {spoken_safely()}"
    except Failed as failed:
        raise failed.error from failed
