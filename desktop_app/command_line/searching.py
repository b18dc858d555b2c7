"""``trialviewer search``: finds studies in the library."""

import json
from typing import Any

from desktop_app.command_line.complaints import complain
from desktop_app.command_line.libraries import open_existing
from desktop_app.command_line.options import Options
from desktop_app.export.text import one_line
from desktop_app.languages import _
from desktop_app.presentation.status import status_look
from desktop_app.presentation.wording import phase_words
from desktop_app.study.enumerations import Phase
from desktop_app.study.summary import StudySummary


def search_library(options: Options) -> int:
    """Print the studies that a query finds, newest record first.

    What of it was not understood is told beside the output, and the rest is searched; the exit
    code is 1 then.
    """
    query = " ".join(options.inputs)
    with open_existing(options.directories) as library:
        if library is None:
            complain(_("The library is empty. Import records first."))
            return 0
        result = library.search(query, limit=max(options.limit, 1))
        for oddity in result.oddities:
            complain(oddity.sentence)
        for summary in result.summaries:
            print(json.dumps(as_values(summary)) if options.as_json else as_line(summary))
        if not options.as_json:
            total = library.count_matches(query)
            shown = len(result.summaries)
            print(_("{count} of {total} shown").format(count=shown, total=total))
    return 1 if result.oddities else 0


def as_line(summary: StudySummary) -> str:
    """Return what is printed of a study."""
    phases = phase_words(Phase.__members__.get(phase, phase) for phase in summary.phases)
    parts = (summary.nct_id, status_look(summary.overall_status).word, phases, summary.brief_title)
    return one_line("  ".join(part for part in parts if part))


def as_values(summary: StudySummary) -> dict[str, Any]:
    """Return what is printed of a study as JSON."""
    values = summary._asdict()
    for name in ("record_date", "start_date", "completion_date"):
        date = getattr(summary, name)
        values[name] = str(date) if date else None
    return values
