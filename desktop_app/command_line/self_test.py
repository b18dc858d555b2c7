"""``--self-test`` and ``demo``: what people do, done with the sample and without a screen."""

import os
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path

from desktop_app import APPLICATION, __version__
from desktop_app.command_line import self_checks
from desktop_app.command_line.options import Options
from desktop_app.command_line.self_checks import expect
from desktop_app.command_line.targets import make_folder
from desktop_app.directories import Directories
from desktop_app.errors import DesktopAppError
from desktop_app.export.source import Source

_FEWEST_TONES = 20
"""On a picture with letters in it; one that is blank has one, one with lines alone has few."""

Check = Callable[[], str | Iterator[str]]


def run_demonstration(options: Options) -> int:
    """Test everything, or write the sample's brief and a picture of each tab into a folder.

    Neither touches the person's own library. Where no platform was chosen for Qt to draw on,
    nothing is shown.
    """
    # Before Qt is imported, or it looks for a screen.
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory(prefix="trialviewer-") as folder:
        if options.command == "demo":
            return _demonstrate(Path(folder), options.output or Path())
        return _test(Path(folder))


def _test(scratch: Path) -> int:
    """Carry out every check, also after one that failed; returns 1 where any did."""
    print(f"{APPLICATION} {__version__}, Python {sys.version.split()[0]}, {sys.executable}")
    pair = self_checks.sources(scratch)
    failed = sum(not _passes(name, check) for name, check in _checks(scratch, pair))
    print(f"{failed} checks failed" if failed else "all well")
    return 1 if failed else 0


def _checks(scratch: Path, pair: Sequence[Source]) -> Sequence[tuple[str, Check]]:
    home, out = _home(scratch), scratch / "out"
    out.mkdir()
    return (
        ("import", partial(self_checks.check_import, home.library, pair)),
        ("search", partial(self_checks.check_search, home.library)),
        ("sheet", partial(self_checks.check_sheets, pair, out)),
        ("export", partial(self_checks.check_outputs, pair, out)),
        ("pictures", partial(self_checks.check_pictures, pair[0])),
        ("languages", self_checks.check_languages),
        ("connections", self_checks.check_connections),
        ("tab", partial(_check_tabs, home, out)),
        ("preview", partial(_check_preview, pair[0])),
    )


def _passes(name: str, check: Check) -> bool:
    """Carry out one check and print a line for each thing that it looked at."""
    try:
        told = check()
        for line in (told,) if isinstance(told, str) else told:
            print(f"ok      {name}: {line}", flush=True)
    except DesktopAppError as error:
        print(f"FAILED  {name}: {error}", flush=True)
        return False
    return True


def _check_tabs(home: Directories, out: Path) -> Iterator[str]:
    from desktop_app.window_check import shown_tabs

    for picture, tones in shown_tabs(home, out):
        expect(tones >= _FEWEST_TONES, f"{picture.name} is blank")
        yield picture.stem


def _check_preview(source: Source) -> str:
    from desktop_app.window_check import previewed_tones

    tones = previewed_tones(_brief(source)[1])
    expect(tones >= _FEWEST_TONES, "the page is blank")
    return f"a page in {tones} tones"


def _demonstrate(scratch: Path, into: Path) -> int:
    from desktop_app.export.files import write_whole
    from desktop_app.window_check import shown_tabs

    make_folder(into)
    name, content = _brief(self_checks.sources(scratch)[0])
    write_whole(into / name, content)
    print(f"wrote {into / name}")
    for picture, _tones in shown_tabs(_home(scratch), into):
        print(f"wrote {picture}")
    print("all well")
    return 0


def _brief(source: Source) -> tuple[str, bytes]:
    from desktop_app.export.paper import Paper
    from desktop_app.export.sheets import Order, make_sheet, sheet_called

    today = source.context.today
    assert today is not None
    made = make_sheet(sheet_called("brief"), (source,), Order(Paper.A4, today))
    return made.name, made.content


def _home(scratch: Path) -> Directories:
    return Directories(scratch / "library", scratch / "settings", scratch / "logs")
