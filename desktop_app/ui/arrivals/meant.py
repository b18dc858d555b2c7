"""What is meant by what the program is opened with: studies of a number, or files."""

import os
from collections.abc import Sequence
from pathlib import Path

from desktop_app.directories import expanded
from desktop_app.study.nct_numbers import format_nct_id, parse_nct_number
from desktop_app.study.trial_numbers import is_no_file


def sorted_out(inputs: Sequence[str]) -> tuple[list[Path], str]:
    """Return the files that are meant, and the numbers, or texts with numbers, a line each."""
    meant = {text: meant_numbers(text) for text in inputs}
    paths = [expanded(text) for text in inputs if not meant[text]]
    return paths, "\n".join(filter(None, meant.values()))


def meant_numbers(text: str) -> str:
    """Return what an input says of numbers, or empty text where it names a file, there or not."""
    if os.path.lexists(expanded(text)):
        return ""
    number = parse_nct_number(text)
    if number is not None:
        return format_nct_id(number)
    return text if is_no_file(text) else ""
