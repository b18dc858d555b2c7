"""Finds the records that a word of the command line means: a file's, the library's, the sample."""

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from desktop_app.directories import Directories, expanded
from desktop_app.languages import _
from desktop_app.readers.reading import ReadRecord, Rejected
from desktop_app.readers.sources import read_sources
from desktop_app.resource_files import resource_path
from desktop_app.study.nct_numbers import format_nct_id, parse_nct_number

SAMPLE = "NCT03816852"


@dataclass(slots=True)
class Inputs:
    """Looks up inputs one by one; the library is opened for the first identifier only."""

    directories: Directories
    complain: Callable[[str], None]
    had_fault: bool = False

    def records(self, word: str) -> Iterator[ReadRecord]:
        """Yield the records of a file, folder, archive or identifier; say what is none."""
        path = expanded(word)
        number = parse_nct_number(word)
        if number is None or os.path.lexists(path):
            yield from self._records_of_file(path)
        else:
            yield from self._record_of_identifier(format_nct_id(number))

    def _records_of_file(self, path: Path) -> Iterator[ReadRecord]:
        for reading in read_sources([path]):
            if isinstance(reading, Rejected):
                self.fault(f"{reading.origin}: {reading.reason}")
            else:
                yield reading

    def _record_of_identifier(self, nct_id: str) -> Iterator[ReadRecord]:
        record = self._from_library(nct_id)
        if record is not None:
            yield record
        elif nct_id == SAMPLE:
            yield from self._records_of_file(resource_path("samples", f"{SAMPLE}.json"))
        else:
            self.fault(
                _(
                    "{number} is not in the library. Fetch it (trialviewer fetch {number}), import"
                    " its record, or name its file."
                ).format(number=nct_id)
            )

    def _from_library(self, nct_id: str) -> ReadRecord | None:
        from desktop_app.command_line.libraries import open_existing

        with open_existing(self.directories) as library:
            stored = library.get(nct_id) if library is not None else None
        return (
            None if stored is None else ReadRecord(stored.study, stored.document, stored.oddities)
        )

    def fault(self, sentence: str) -> None:
        """Say what is wrong with an input, or with what is asked of it."""
        self.had_fault = True
        self.complain(sentence)
