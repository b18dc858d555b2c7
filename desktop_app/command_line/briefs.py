"""``trialviewer brief``: writes one-page briefs."""

import hashlib
from datetime import date
from pathlib import Path

from desktop_app.command_line.inputs import Inputs, complain
from desktop_app.command_line.options import Options
from desktop_app.directories import expanded
from desktop_app.errors import ExportError
from desktop_app.export.brief.file import brief_file_name, write_brief
from desktop_app.export.paper import Paper
from desktop_app.readers.reading import ReadRecord


def write_briefs(options: Options) -> int:
    """Write the brief of every study that the inputs mean; 1 where one of them means none."""
    inputs = Inputs(options.directories, complain)
    output = options.output or Path()
    one_file = output.suffix.lower() == ".pdf" and not output.is_dir()
    if one_file and _is_an_input(output, options.inputs):
        complain(f"{output} is one of the records. Choose another name for the brief.")
        return 2
    written: set[Path] = set()
    for word in options.inputs:
        for record in inputs.records(word):
            if one_file and written:
                complain(f"{output} holds a brief already. Name a folder for several briefs.")
                return 2
            target = output if one_file else _free_name(record, output, written)
            written.add(target)
            _write(record, target, Paper[options.paper.upper()])
    return 1 if inputs.had_fault else 0


def _is_an_input(output: Path, words: tuple[str, ...]) -> bool:
    return output.exists() and any(
        path.exists() and path.samefile(output) for path in map(expanded, words)
    )


def _free_name(record: ReadRecord, folder: Path, written: set[Path]) -> Path:
    """Return the usual name, numbered where this run has written it before."""
    usual = folder / brief_file_name(record.study, date.today())
    target = usual
    number = 1
    while target in written:
        number += 1
        target = usual.with_stem(f"{usual.stem}_{number}")
    return target


def _write(record: ReadRecord, target: Path, paper: Paper) -> None:
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        why = "it is a file" if isinstance(error, FileExistsError) else error.strerror
        raise ExportError(
            f"The folder {target.parent} cannot be made: {why}. Choose another folder."
        ) from error
    sha256 = hashlib.sha256(record.document.content).hexdigest()
    report = write_brief(record.study, sha256, target, paper=paper, today=date.today())
    shortened = f" (shortened: {', '.join(report.shortened)})" if report.shortened else ""
    print(f"{target}{shortened}")
