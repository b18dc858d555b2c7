"""``--self-test`` and ``demo``: the main job on the sample, without a screen."""

import os
import tempfile
from datetime import date
from pathlib import Path

from desktop_app.command_line.contexts import source_of_record
from desktop_app.command_line.options import Options
from desktop_app.directories import Directories
from desktop_app.errors import DesktopAppError
from desktop_app.languages import _
from desktop_app.readers.reading import ReadRecord
from desktop_app.readers.sources import read_sources
from desktop_app.resource_files import resource_path

_SAMPLE = resource_path("samples", "NCT03816852.json")


def run_demonstration(options: Options) -> int:
    """Write the sample's brief and a picture of each tab, and print what was written.

    The self-test writes into a folder that it removes again; the demonstration into the folder
    that was named. Neither touches the person's own library.
    """
    with tempfile.TemporaryDirectory(prefix="trialviewer-") as folder:
        scratch = Path(folder)
        home = Directories(scratch / "library", scratch / "settings", scratch / "logs")
        if options.command == "demo":
            return _demonstrate(home, options.output or Path())
        return _demonstrate(home, scratch / "out")


def _demonstrate(directories: Directories, into: Path) -> int:
    record = _read_sample()
    print(f"read the sample, {record.study.protocol_section.identification_module.nct_id}")
    print(f"wrote {_write_brief(record, into)}")
    for picture in _pictures(directories, into):
        print(f"wrote {picture}")
    print("all well")
    return 0


def _read_sample() -> ReadRecord:
    for reading in read_sources([_SAMPLE]):
        if isinstance(reading, ReadRecord):
            return reading
    raise DesktopAppError(
        _("The sample {file} cannot be read. Install the application again.").format(file=_SAMPLE)
    )


def _write_brief(record: ReadRecord, into: Path) -> Path:
    from desktop_app.export.files import write_whole
    from desktop_app.export.paper import Paper
    from desktop_app.export.sheets import Order, make_sheet, sheet_called

    into.mkdir(parents=True, exist_ok=True)
    today = date.today()
    source = source_of_record(record, today)
    made = make_sheet(sheet_called("brief"), (source,), Order(Paper.A4, today))
    target = into / made.name
    write_whole(target, made.content)
    return target


def _pictures(directories: Directories, into: Path) -> tuple[Path, ...]:
    # Before Qt is imported, or it looks for a screen.
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from desktop_app.application import capture

    return capture(directories, into)
