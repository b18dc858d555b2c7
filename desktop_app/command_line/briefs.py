"""``trialviewer brief``: writes one-page briefs."""

import hashlib
from datetime import date
from pathlib import Path

from desktop_app.command_line.inputs import Inputs, complain
from desktop_app.command_line.options import Options
from desktop_app.command_line.targets import Targets, make_folder
from desktop_app.export.brief.file import brief_file_name, write_brief
from desktop_app.export.paper import Paper
from desktop_app.readers.reading import ReadRecord


def write_briefs(options: Options) -> int:
    """Write the brief of every study that the inputs mean; 1 where one of them means none."""
    inputs = Inputs(options.directories, complain)
    targets = Targets(options.inputs)
    output = options.output or Path()
    one_file = output.suffix.lower() == ".pdf" and not output.is_dir()
    if one_file and targets.is_an_input(output):
        complain(f"{output} is one of the records. Choose another name for the brief.")
        return 2
    written = 0
    for word in options.inputs:
        for record in inputs.records(word):
            if one_file and written:
                complain(f"{output} holds a brief already. Name a folder for several briefs.")
                return 2
            usual = output / brief_file_name(record.study, date.today())
            _write(record, output if one_file else targets.free(usual), options.paper)
            written += 1
    return 1 if inputs.had_fault else 0


def _write(record: ReadRecord, target: Path, paper: str) -> None:
    make_folder(target.parent)
    sha256 = hashlib.sha256(record.document.content).hexdigest()
    report = write_brief(
        record.study, sha256, target, paper=Paper[paper.upper()], today=date.today()
    )
    shortened = f" (shortened: {', '.join(report.shortened)})" if report.shortened else ""
    print(f"{target}{shortened}")
