"""``trialviewer brief``, ``sheet``, ``handout``, ``full`` and ``compare``: write sheets as PDF."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from itertools import islice
from pathlib import Path

from desktop_app.command_line.complaints import complain
from desktop_app.command_line.contexts import sources_of
from desktop_app.command_line.inputs import Inputs
from desktop_app.command_line.options import PANE_IDS, STANDARD_OUTPUT, Options
from desktop_app.command_line.targets import Targets, is_folder
from desktop_app.export.paper import Paper
from desktop_app.export.sheets import (
    Order,
    Sheet,
    SheetFile,
    make_packet,
    make_sheet,
    sheet_called,
)
from desktop_app.export.source import Source
from desktop_app.languages import _
from desktop_app.punctuation import listed

SHEET_OF = {
    "brief": "brief",
    "sheet": "screening",
    "handout": "handout",
    "full": "full",
    "compare": "comparison",
}
"""The sheet that each command writes, by its id."""


def write_sheets(options: Options) -> int:
    """Write a sheet of every study that the inputs mean; 1 where one of them means none."""
    writing = _Writing(options)
    if writing.is_one_file and writing.targets.is_an_input(writing.output):
        complain(
            _("{file} is one of the records. Choose another name for the sheet.").format(
                file=writing.output
            )
        )
        return 2
    if writing.sheet.least > 1:
        return _compare(writing)
    if options.is_packet:
        return _bind(writing)
    return _write_each(writing)


@dataclass(slots=True)
class _Writing:
    """What is to be written, and where."""

    options: Options
    sheet: Sheet = field(init=False)
    order: Order = field(init=False)
    inputs: Inputs = field(init=False)
    targets: Targets = field(init=False)
    output: Path = field(init=False)

    def __post_init__(self) -> None:
        options = self.options
        panes = () if options.panes == PANE_IDS else options.panes
        self.sheet = sheet_called(SHEET_OF[options.command])
        self.order = Order(Paper[options.paper.upper()], date.today(), panes)
        self.inputs = Inputs(options.directories, complain)
        self.targets = Targets(options.inputs)
        self.output = options.output or Path()

    @property
    def is_one_file(self) -> bool:
        """Tell whether the output is one file and not a folder."""
        if self.output == STANDARD_OUTPUT:
            return True
        return self.output.suffix.lower() == ".pdf" and not is_folder(self.output)

    @property
    def code(self) -> int:
        """Return 1 where an input meant no study."""
        return 1 if self.inputs.had_fault else 0

    def sources(self) -> Iterator[Source]:
        """Yield the studies one by one."""
        return sources_of(self.inputs, self.options.inputs, self.order.today)

    def write(self, made: SheetFile) -> None:
        """Write a file under its name, or the one that was asked for, and tell of it."""
        target = self.output if self.is_one_file else self.targets.free(self.output / made.name)
        self.targets.write(target, made.content)
        if target != STANDARD_OUTPUT:
            print(_told(target, made.notes))


def _told(target: Path, notes: tuple[str, ...]) -> str:
    if not notes:
        return str(target)
    return _("{file} (shortened: {names})").format(file=target, names=listed(notes))


def _write_each(writing: _Writing) -> int:
    for number, source in enumerate(writing.sources()):
        if number and writing.is_one_file:
            complain(
                _(
                    "{file} holds a sheet already. Name a folder for several studies,"
                    " or say --packet for one file with all of them."
                ).format(file=writing.output)
            )
            return 2
        writing.write(make_sheet(writing.sheet, (source,), writing.order))
    return writing.code


def _bind(writing: _Writing) -> int:
    made = make_packet(writing.sheet, writing.sources(), writing.order)
    if not made.content:
        return writing.code
    writing.write(made)
    return writing.code


def _compare(writing: _Writing) -> int:
    least, most = writing.sheet.least, writing.sheet.most
    sources = tuple(islice(writing.sources(), most + 1))
    if not least <= len(sources) <= most:
        said = (
            _("From {least} to {most} studies are compared; these are {count}.")
            if len(sources) <= most
            else _("From {least} to {most} studies are compared; these are more.")
        )
        complain(said.format(least=least, most=most, count=len(sources)))
        return 2
    writing.write(make_sheet(writing.sheet, sources, writing.order))
    return writing.code
