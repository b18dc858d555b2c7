"""``trialviewer brief``: writes one-page briefs."""

import hashlib
from datetime import date
from pathlib import Path

from desktop_app.command_line.inputs import Inputs, complain
from desktop_app.command_line.options import Options
from desktop_app.errors import ExportError
from desktop_app.export.brief.file import brief_file_name, write_brief
from desktop_app.export.paper import Paper
from desktop_app.readers.reading import ReadRecord


def write_briefs(options: Options) -> int:
    """Write the brief of every study that the inputs mean; 1 where one of them means none."""
    inputs = Inputs(options.directories, complain)
    output = options.output or Path()
    one_file = output.suffix.lower() == ".pdf" and not output.is_dir()
    written: set[Path] = set()
    for word in options.inputs:
        for record in inputs.records(word):
            target = output if one_file else output / brief_file_name(record.study, date.today())
            if target in written and one_file:
                complain(f"{output} holds a brief already. Name a folder for several briefs.")
                return 2
            written.add(target)
            _write(record, target, Paper[options.paper.upper()])
    return 1 if inputs.had_fault else 0


def _write(record: ReadRecord, target: Path, paper: Paper) -> None:
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ExportError(
            f"The folder {target.parent} cannot be made: {error.strerror}."
        ) from error
    sha256 = hashlib.sha256(record.document.content).hexdigest()
    report = write_brief(record.study, sha256, target, paper=paper, today=date.today())
    shortened = f" (shortened: {', '.join(report.shortened)})" if report.shortened else ""
    print(f"{target}{shortened}")
