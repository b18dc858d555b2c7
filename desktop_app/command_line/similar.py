"""``trialviewer similar``: finds the studies of the library that are like one."""

import json
from typing import Any

from desktop_app.command_line.complaints import complain, no_number
from desktop_app.command_line.libraries import not_held, open_existing
from desktop_app.command_line.options import Options
from desktop_app.command_line.searching import as_line, as_values
from desktop_app.export.text import one_line
from desktop_app.presentation.similar import reasons_of, ties_of, why_none_similar
from desktop_app.punctuation import capitalized
from desktop_app.store.library import Library
from desktop_app.study.nct_numbers import format_nct_id, parse_nct_number
from desktop_app.study.similar import LinkedStudy, SimilarStudies, SimilarStudy


def print_similar(options: Options) -> int:
    """Print the studies that are like each of some, the most alike first; 1 if one is not held."""
    code = 0
    with open_existing(options.directories) as library:
        for word in options.inputs:
            number = parse_nct_number(word)
            nct_id = "" if number is None else format_nct_id(number)
            found = None if library is None else library.similar(nct_id, limit=options.limit)
            if library is None or found is None:
                complain(not_held(nct_id) if nct_id else no_number(word))
                code = 1
            elif options.as_json:
                _print_json(found)
            else:
                _print_text(library, nct_id, found)
    return code


def _print_text(library: Library, nct_id: str, found: SimilarStudies) -> None:
    asked = library.summary(nct_id)
    if asked is not None:
        print(as_line(asked))
    for tied in found.linked:
        _print_study(tied, ties_of(tied))
    for similar in found.similar:
        _print_study(similar, reasons_of(similar))
    if not found.similar:
        print(f"  {why_none_similar(found)}")


def _print_study(one: LinkedStudy | SimilarStudy, why: str) -> None:
    print(f"  {as_line(one.summary)}")
    print(f"      {one_line(capitalized(why))}")


def _print_json(found: SimilarStudies) -> None:
    for tied in found.linked:
        ties = [tie.name for tie in tied.ties]
        _print_object(tied, {"ties": ties, "identifiers": tied.identifiers})
    for similar in found.similar:
        shared = {one.likeness.name: one.names for one in similar.shared}
        _print_object(similar, {"score": round(similar.score, 2), "shared": shared})


def _print_object(one: LinkedStudy | SimilarStudy, why: dict[str, Any]) -> None:
    print(json.dumps(as_values(one.summary) | why))
